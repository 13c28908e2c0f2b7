"""Taking up a draft for its own debate, one at a time, and an amendment on top of it [GAVT] [BFI]."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair_between_votes,
    impossible,
    stale,
)
from app.procedure.action import drafts
from app.procedure.amendments import AmendmentIntroduced
from app.procedure.debate_stages import first_stage, stage_began
from app.procedure.documents import Amendment
from app.procedure.quorum import quorate
from app.procedure.resolution_debate import (
    Debated,
    DebateMode,
    ResolutionDebate,
    first_speaker,
    first_to_be_put,
    takes_amendments,
)
from app.procedure.speeches import end_of_speech
from app.procedure.sponsorship import names_missing

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class TakeUpDraft:
    """Take a draft in hand for its debate; `mode` "" is the mode of the house."""

    paper: str
    mode: Literal["", "open", "closed"] = ""


@dataclass(frozen=True, slots=True)
class DraftTakenUp:
    """A draft is in hand: the committee debates it and nothing else."""

    paper: str
    mode: DebateMode


@dataclass(frozen=True, slots=True)
class TakeUpAmendment:
    """Take up an amendment to the draft in hand, or to the amendment that is debated, for its own debate."""

    amendment: str


@dataclass(frozen=True, slots=True)
class AmendmentTakenUp:
    """An amendment is debated; the clock below it waits."""

    amendment: str


def may_take_draft(floor: Floor, by: str) -> Refusals:
    """The chair, while no other draft is in hand."""
    yield from may_take(floor, by)
    if floor.resolution_debate is None and not drafts(floor):
        yield stale("timed.no_draft")


def may_take(floor: Floor, by: str) -> Refusals:
    """The chair takes a draft in hand while it has no other."""
    yield from _may(floor, by)
    debate = floor.resolution_debate
    if debate is not None:
        paper = floor.papers.get(debate.draft.subject)
        yield impossible("timed.in_hand", paper=paper.name if paper else debate.draft.subject)


def _may(floor: Floor, by: str) -> Refusals:
    """In a house that debates resolutions one at a time, with debate open on their topic."""
    yield from chair_between_votes(floor, by)
    yield from quorate(floor)
    if not floor.rulebook.timed_debate.used:
        yield impossible("timed.not_used")
    elif floor.meeting.debate != "open":
        yield impossible("timed.no_debate")
    elif floor.caucus is not None:
        yield impossible("timed.caucus_on")


def settle_take_draft(floor: Floor, by: str, at: int, command: TakeUpDraft) -> Outcome:
    """In the order of submission, or the one that the chair insists on."""
    waiting = drafts(floor)
    paper = next((one for one in waiting if one.key == command.paper), None)
    if paper is None:
        yield impossible("paper.not_introduced", "paper")
        return
    if paper != waiting[0]:
        yield against("timed.order", "paper", paper=waiting[0].name)
    yield from taken_up(floor, at, paper.key, command.mode or floor.rulebook.timed_debate.mode)


def taken_up(floor: Floor, at: int, paper: str, mode: DebateMode) -> Outcome:
    """The draft is in hand, in the first stage of this mode."""
    yield from end_of_speech(floor, at)
    yield DraftTakenUp(paper, mode)
    yield stage_began(floor, paper, first_stage(mode))


def may_take_amendment(floor: Floor, by: str) -> Refusals:
    """The chair, while a draft is in hand."""
    yield from _may(floor, by)
    debate = floor.resolution_debate
    if debate is None:
        yield stale("timed.none")
    else:
        yield from takes_amendments(floor, debate.draft.subject)
        if not first_to_be_put(floor, debate.now.subject):
            yield from _vote_first(debate)


def _vote_first(debate: ResolutionDebate) -> Refusals:
    """What stands against a further amendment while the one that was debated waits for its vote."""
    if debate.amendments and debate.now.stage == "vote":
        yield against("timed.vote_first", amendment=debate.now.subject)


def settle_take_amendment(floor: Floor, by: str, at: int, command: TakeUpAmendment) -> Outcome:
    """To what is debated now; one that the chair reads out is introduced with it.

    One that is before the committee is put before what it amends [STF]: it is debated first even where the
    debate on that is over.
    """
    amendment, debate = floor.papers.pending(command.amendment), floor.resolution_debate
    assert debate is not None
    if amendment is None:
        yield stale("amendment.gone", "amendment")
        return
    above = debate.now.subject if debate.amendments else ""
    if amendment.paper != debate.draft.subject or amendment.parent != above:
        yield impossible("timed.other_text", "amendment", amendment=amendment.key)
        return
    if amendment.stage == "proposed":
        yield from _vote_first(debate)
    yield from _standing(floor, amendment)
    yield from end_of_speech(floor, at)
    if amendment.stage == "proposed":
        yield from names_missing(floor, amendment)
        yield AmendmentIntroduced(amendment.key)
    yield AmendmentTakenUp(amendment.key)
    yield stage_began(floor, amendment.key, "for")


def _standing(floor: Floor, amendment: Amendment) -> Refusals:
    if amendment.standing == "conflict":
        yield impossible("amendment.conflict", "amendment", amendment=amendment.key)


def apply_draft_taken(floor: Floor, event: DraftTakenUp, at: int) -> Floor:
    """The main submitter, if it is here, waits first in favour."""
    debate = ResolutionDebate(event.mode, Debated(event.paper, first_stage(event.mode)))
    return _with_first(replace(floor, resolution_debate=debate))


def apply_amendment_taken(floor: Floor, event: AmendmentTakenUp, at: int) -> Floor:
    """Its mover waits first in favour."""
    debate = floor.resolution_debate
    assert debate is not None
    on_top = replace(debate, amendments=(*debate.amendments, Debated(event.amendment, "for")))
    return _with_first(replace(floor, resolution_debate=on_top))


def _with_first(floor: Floor) -> Floor:
    debate = floor.resolution_debate
    assert debate is not None
    first = first_speaker(floor, debate.now)
    if not first:
        return floor
    hearing = debate.now.hearing.named(first, "for")
    return replace(floor, resolution_debate=debate.with_now(replace(debate.now, hearing=hearing)))


ACTS = {
    TakeUpDraft: Act(may_take_draft, settle_take_draft),
    TakeUpAmendment: Act(may_take_amendment, settle_take_amendment),
}
APPLY = {
    DraftTakenUp: apply_draft_taken,
    AmendmentTakenUp: apply_amendment_taken,
}
