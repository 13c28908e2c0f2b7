"""A resolution that failed while time is left, opened again for amendments [ISC]."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, impossible, stale
from app.procedure.debate_stages import stage_began
from app.procedure.decisions import PaperReconsidered
from app.procedure.taking_up import DraftTakenUp, may_take

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LONGEST_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class ReopenDraft:
    """Open debate again on the draft that has just failed, for `seconds` (0: as an open debate lasts here).

    Whether enough time is left is for the chair to say [ISC: 20 minutes]; no motion and no vote is needed.
    """

    paper: str
    seconds: int = 0


def may_reopen(floor: Floor, by: str) -> Refusals:
    """The chair, while no draft is in hand and the last vote failed one."""
    yield from may_take(floor, by)
    if not just_failed(floor):
        yield stale("timed.none_failed")


def just_failed(floor: Floor) -> str:
    """The draft that the last vote failed, on the topic in hand; "" where there is none."""
    past = floor.votes.past
    paper = floor.papers.get(past[-1].subject) if past and past[-1].about == "paper" else None
    failed = paper is not None and paper.stage == "failed" and paper.topic == floor.meeting.topic
    return paper.key if paper is not None and failed else ""


def settle_reopen(floor: Floor, by: str, at: int, command: ReopenDraft) -> Outcome:
    """In open debate, so that amendments may be moved at once."""
    if not 0 <= command.seconds <= LONGEST_SECONDS:
        yield impossible("seconds.positive", "seconds")
    if command.paper != just_failed(floor):
        yield stale("timed.other_failed", "paper")
        return
    yield PaperReconsidered(command.paper)
    yield DraftTakenUp(command.paper, "open")
    yield stage_began(floor, command.paper, "open", command.seconds)


ACTS = {ReopenDraft: Act(may_reopen, settle_reopen)}
APPLY: dict[type, object] = {}
