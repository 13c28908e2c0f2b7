"""Opening speeches of every delegation, before debate on any topic: THIMUN and its affiliates [GAVT]."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, dais, impossible, no_vote_open, sits, stale
from app.procedure.caucuses import Caucus, CaucusOpened
from app.procedure.queues import SpeakersList
from app.procedure.roster import delegations_here
from app.procedure.speeches import end_of_speech

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class BeginOpeningSpeeches:
    """Call every delegation that is present for its opening speech, in roll-call order."""


def everyone(floor: Floor, seconds: int) -> SpeakersList:
    """A list of every delegation that is present, in roll-call order, for speeches of `seconds`."""
    return SpeakersList(False, delegations_here(floor), seconds)


def may_begin(floor: Floor, by: str) -> Refusals:
    """Once, in a house that has them, while no draft is debated."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if not floor.rulebook.speeches.opening_seconds:
        yield impossible("opening.not_used")
    elif floor.caucus is not None:
        yield stale("opening.other_caucus")
    elif floor.meeting.debate == "closed":
        yield impossible("list.no_debate")
    elif floor.speeches.openings:
        yield against("opening.done")


def settle_begin(floor: Floor, by: str, at: int, command: BeginOpeningSpeeches) -> Outcome:
    """A round without a clock of its own: it ends with its list."""
    speakers = everyone(floor, floor.rulebook.speeches.opening_seconds)
    if not speakers.queue:
        yield impossible("vote.nobody")
    yield from end_of_speech(floor, at)
    yield CaucusOpened(Caucus("opening", "", "", 0, speakers))


ACTS = {BeginOpeningSpeeches: Act(may_begin, settle_begin)}
APPLY: dict[type, object] = {}
