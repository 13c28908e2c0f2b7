"""Pictures of who is here and how the house decided: attendance against its thresholds, a result by seat."""

from __future__ import annotations

from collections import Counter

from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.quorum import members, members_here
from app.screens.cockpit.dock import attendance_gauge, thresholds
from app.screens.directory import Directory
from app.screens.drawn import drawn
from app.screens.pictures.picture import Picture
from app.screens.projector.drawn import WORDS, hemicycle, rows_of
from app.screens.projector.votes import subject_of
from app.screens.shown import told, tongue
from app.words import result_sentence
from app.words.language import N_


def attendance_picture(floor: Floor, directory: Directory) -> Picture:
    """Members present, with the quorum and the majorities."""
    speak = tongue(directory)
    here, ticks = len(members_here(floor)), thresholds(floor, directory)
    title = speak(N_("Attendance and thresholds"))
    named = ", ".join(f"{label} {number}" for label, number in ticks)
    said = speak(N_("{present} of {members} members present. {ticks}."))
    sentence = said.format(present=here, members=len(members(floor)), ticks=named)
    counts = [(speak(N_("present")), here), (speak(N_("members")), len(members(floor))), *ticks]
    rows = tuple((label, str(number)) for label, number in counts)
    markup = drawn(attendance_gauge(floor, directory))
    return Picture("attendance", title, sentence, markup, (speak(N_("What")), speak(N_("Number"))), rows)


def result_picture(floor: Floor, directory: Directory, vote: Vote, prefix: str = "") -> Picture:
    """An announced vote by seat; its table has each member's answer. `prefix` begins the ids."""
    context = told(floor, directory)
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    assert vote.tally is not None
    speak = context.gettext
    sentence = result_sentence(vote.tally, vote.rule, "", context.names, vote.procedural, speak)
    head = (speak(N_("Delegation")), speak(N_("Code")), speak(N_("Vote")))
    rows = tuple((name, code, speak(WORDS[choice])) for name, code, choice in rows_of(vote, directory))
    if vote.hands is not None:  # placards have no names: how many gave which answer is all that there is
        counts = Counter(choice for *_, choice in rows)
        head, rows = (
            (speak(N_("Vote")), speak(N_("Number"))),
            tuple((what, str(n)) for what, n in counts.items()),
        )
    markup = hemicycle(vote, directory, prefix or f"vote-{vote.number}", speak)
    return Picture("result", subject_of(context, vote), sentence, markup, head, rows)
