"""What the chair says when business waits: a silence, a straw poll, a quorum that is in doubt."""

from __future__ import annotations

from app.procedure.act import SILENCE
from app.procedure.elections import Election
from app.procedure.quorum import quorum_now
from app.words.chair_sentences import step_sentence
from app.words.context import Context
from app.words.elections import office_of


def room_line(context: Context) -> str:
    """The sentence for what the whole room does now; "" where business goes on."""
    floor = context.floor
    if SILENCE in floor.clocks:
        return _silence(context)
    if floor.attendance.doubt == "challenged":  # business waits, a straw poll too
        return step_sentence(context, "quorum_challenged")
    if floor.attendance.doubt == "missing":
        return step_sentence(context, "quorum_missing", quorum=quorum_now(floor))
    if floor.elections.now is not None:
        return _election(context, floor.elections.now)
    done = floor.elections.on_show
    if done is not None and done.again:
        office, names = office_of(done.election), context.seats(done.again)
        return step_sentence(context, "election_again", office=office, candidates=names)
    if floor.straw_poll is not None:
        return step_sentence(context, "straw_poll", question=_ended(floor.straw_poll.question))
    return ""


def _election(context: Context, election: Election) -> str:
    office = office_of(election)
    if election.stored is not None:
        return step_sentence(context, "election_void", office=office)
    if election.count is not None or election.closed:
        return step_sentence(context, "election_counted", office=office)
    step = "election_devices" if election.way == "devices" else "election_paper"
    return step_sentence(context, step, office=office, candidates=context.seats(election.candidates))


def _silence(context: Context) -> str:
    over = context.floor.clocks[SILENCE].rang
    return step_sentence(context, "silence_ends" if over else "silence_begins")


def _ended(question: str) -> str:
    """On one line, with the sign that ends it."""
    question = " ".join(question.split())
    return question if question.endswith(("?", ".", "!")) else f"{question}."
