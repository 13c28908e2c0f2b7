"""What the views of notes are made of: notes and threads as one reader sees them, and who reads what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.act import decisive
from app.procedure.floor import Floor
from app.procedure.note_passing import may_pass_notes, notes_readers
from app.procedure.roster import delegations
from app.screens.correspondence import DAIS, Correspondence, Note, Thread
from app.screens.directory import Directory
from app.screens.shown import Who, against, presiding, tongue, who
from app.words import clock_time
from app.words.language import N_

AT_ONCE = 40
"""So many threads are shown live; all of them are on the page of all notes."""
READERS = {
    "recipients": N_("Only those it is for can read it."),
    "dais_if_reported": N_("Those it is for can read it, and the dais if one of them reports it."),
    "dais_always": N_("Those it is for and the dais can read it: the dais reads every note here."),
}
UNDER_18 = N_("Those it is for and the dais can read it: delegates here are under 18.")
HELD = N_("It waits until the dais passes it on.")
TO_THE_DAIS = N_("Only those it is for and the dais can read it.")


@dataclass(frozen=True, slots=True, repr=False)
class NoteShown:
    """A note as its reader sees it. `at` is the time of day; `state` is "", "waits" or "returned".

    `fresh`: not read yet; `reported`: the reader reported it; `may_report`: it came from somebody else and
    the dais may read it then; `settles`: it waits for this reader to settle a report or pass it on.
    """

    key: int
    by: Who
    mine: bool
    text: str
    at: str
    state: str
    returned: str
    fresh: bool
    reported: bool
    may_report: bool
    reported_by: Who | None
    settles: str
    mutes: bool


@dataclass(frozen=True, slots=True, repr=False)
class ThreadShown:
    """A thread as its reader sees it: the other parties, its notes, and whether it can be answered.

    `last` is the place of its last note; `answers` is whether the reader is a party.
    """

    key: int
    others: tuple[Who, ...]
    notes: tuple[NoteShown, ...]
    unread: int
    last: int
    answers: bool
    to_settle: int


@dataclass(frozen=True, slots=True, repr=False)
class ThreadsView:
    """The threads of one reader; `more` are not shown. `readers` says who reads an answer.

    `dais` is whether the reader is the dais; `why_not` closes the answers; `gone`: nothing is shown any more.
    """

    template: ClassVar[str] = "notes/threads.html"
    coalesced: ClassVar[bool] = False

    committee: int
    dais: bool
    threads: tuple[ThreadShown, ...]
    more: int
    readers: str
    why_not: str
    gone: str = ""


@dataclass(frozen=True, slots=True)
class ComposeView:
    """The form of a new note: whom it may go to, who reads it, and why it is closed ("": it is open)."""

    template: ClassVar[str] = "notes/compose.html"
    coalesced: ClassVar[bool] = False

    committee: int
    dais: bool
    recipients: tuple[Who, ...]
    readers: str
    why_not: str


def threads_view(
    floor: Floor, directory: Directory, found: Correspondence, party: str, most: int = AT_ONCE
) -> ThreadsView:
    """The newest `most` threads of a party."""
    seat = _seat(floor, party)
    own = floor.seats.get(seat)
    if party != DAIS and (own is None or own.closed):
        return ThreadsView(directory.committee, False, (), 0, "", "", why_not(floor, directory, seat))
    threads = found.of.get(party, ())
    return ThreadsView(
        directory.committee,
        party == DAIS,
        tuple(thread_shown(floor, directory, one, party) for one in threads[:most]),
        max(0, len(threads) - most),
        readers_sentence(floor, directory, party),
        why_not(floor, directory, seat),
    )


def compose_view(floor: Floor, directory: Directory, party: str) -> ComposeView:
    """The form for a new note of a party."""
    return ComposeView(
        directory.committee,
        party == DAIS,
        tuple(who(directory, one.key) for one in delegations(floor) if one.key != party),
        readers_sentence(floor, directory, party),
        why_not(floor, directory, _seat(floor, party)),
    )


def why_not(floor: Floor, directory: Directory, seat: str) -> str:
    """Why a seat cannot write a note now, in a sentence; "" where it can."""
    return against(floor, directory, decisive(may_pass_notes(floor, seat)))


def readers_sentence(floor: Floor, directory: Directory, party: str) -> str:
    """Who can read a note that a party writes now."""
    speak, rules = tongue(directory), floor.rulebook.note_passing
    if party == DAIS:
        return speak(TO_THE_DAIS)
    said = speak(UNDER_18 if rules.under_18 else READERS[notes_readers(floor)])
    return f"{said} {speak(HELD)}" if rules.held else said


def thread_shown(floor: Floor, directory: Directory, thread: Thread, party: str) -> ThreadShown:
    """A thread as a party reads it."""
    notes = tuple(_note(floor, directory, thread, one, party) for one in thread.read_by(party))
    others = tuple(party_shown(directory, one) for one in thread.read_to if one != party)
    last = max((note.place for note in thread.notes), default=0)
    to_settle = thread.to_settle if party == DAIS else 0
    return ThreadShown(
        thread.key, others, notes, thread.unread(party), last, party in thread.read_to, to_settle
    )


def party_shown(directory: Directory, party: str) -> Who:
    """A delegation, or the dais."""
    return Who(DAIS, "", "", "") if party == DAIS else who(directory, party)


def _note(floor: Floor, directory: Directory, thread: Thread, note: Note, party: str) -> NoteShown:
    mine, dais = note.party == party, party == DAIS
    open_report = bool(note.reported_by) and not note.settled
    return NoteShown(
        note.key,
        who(directory, note.by),
        mine,
        note.text,
        clock_time(note.at, directory.time_zone),
        "waits" if note.waits else "returned" if note.returned else "",
        note.returned if mine or dais else "",
        not mine and note.place > thread.read_to.get(party, note.place),
        note.reported_by == party,
        not mine and not dais and note.readers != "recipients" and DAIS not in thread.read_to,
        party_shown(directory, note.reported_by) if dais and note.reported_by else None,
        ("pass" if note.waits else "report" if open_report else "") if dais else "",
        dais and not mine and note.by not in floor.note_passing.muted,
    )


def _seat(floor: Floor, party: str) -> str:
    """The seat by whose rights a party's forms are open: of the dais the first chair's."""
    return presiding(floor) if party == DAIS else party
