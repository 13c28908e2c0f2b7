"""The end of a vote: closed and counted, announced with what follows from it, or called off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    against,
    chair,
    impossible,
    reason,
    stale,
)
from app.procedure.adoption import decided
from app.procedure.appeals import AppealDecided
from app.procedure.effects import effect_of, refusal_of
from app.procedure.effects.voting import LEAVES_OTHERS
from app.procedure.explanations import end_of_explanation, not_all_heard
from app.procedure.parts import part_decided
from app.procedure.precedence import Motion, MotionDecided, MotionsFell
from app.procedure.questions import Vote, Votes, a_vote_is_on, may_handle, this_vote, with_vote
from app.procedure.second_votes import draft_decided
from resolutions.voting import Tally

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class CloseVote:
    """Take no more votes, and count."""

    vote: int


@dataclass(frozen=True, slots=True)
class VoteClosed:
    """The vote is counted; the room does not know the result yet."""

    vote: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class AnnounceResult:
    """Announce the result of a counted vote; what it decides takes effect."""

    vote: int


@dataclass(frozen=True, slots=True)
class ResultAnnounced:
    """The result of a vote is known to all."""

    vote: int
    passed: bool


@dataclass(frozen=True, slots=True)
class VoidVote:
    """Call a vote off before its result is announced, with a reason; the question may be put again."""

    vote: int
    reason: str


@dataclass(frozen=True, slots=True)
class VoteVoided:
    """A vote was called off; what was cast stays in the minutes and counts for nothing."""

    vote: int
    reason: str


def may_announce(floor: Floor, by: str) -> Refusals:
    """Results are the chair's to announce, and to call off."""
    yield from chair(floor, by)
    yield from a_vote_is_on(floor)


def settle_close(floor: Floor, by: str, at: int, command: CloseVote) -> Outcome:
    """When everybody was called, and nobody owes an answer (T16); placards are closed by their count."""
    yield from this_vote(floor, command.vote)
    now = floor.votes.now
    if now is None or now.number != command.vote:
        return
    if not now.is_open:
        yield stale("vote.closed", "vote")
    if now.mode == "placards":
        yield impossible("vote.count_first")
        return
    left = now.next() if now.mode == "roll_call" else None
    if left is not None:
        yield against("vote.roll_call_unfinished", seat=left[0])
    yield from _owed(floor, now)
    yield VoteClosed(now.number, now.counted())


def _owed(floor: Floor, now: Vote) -> Refusals:
    """Who answered "present and voting" and is in the room owes a yes or a no on substance (T16)."""
    missing = sum(floor.attendance.here(seat) for seat in now.must_vote - now.ballots.keys())
    if missing:
        yield against("vote.must_vote_silent", missing=missing)


def settle_announce(floor: Floor, by: str, at: int, command: AnnounceResult) -> Outcome:
    """The decision and its consequences are one act."""
    yield from this_vote(floor, command.vote)
    now = floor.votes.now
    if now is None or now.number != command.vote:
        return
    if now.tally is None:
        yield stale("vote.not_counted")
        return
    yield from not_all_heard(floor)
    yield from end_of_explanation(floor, at)
    passed = now.tally.passed
    yield ResultAnnounced(now.number, passed)
    yield from _follows(floor, at, now, passed)


def _follows(floor: Floor, at: int, vote: Vote, passed: bool) -> Outcome:
    """What the result means for what was voted on."""
    match vote.about:
        case "motion":
            motion = floor.motions.find(int(vote.subject))
            if motion is not None:
                yield from consequences(floor, at, motion, passed)
        case "ruling":
            yield AppealDecided(int(vote.subject), vote.rule.keeps == passed)
        case "amendment":
            amendment = floor.papers.amendment(vote.subject)
            if amendment is not None:
                yield decided(floor, amendment, passed)
        case "part":
            part = floor.papers.part(vote.subject)
            if part is not None:
                yield from part_decided(floor, part, passed)
        case "paper":
            yield from draft_decided(floor, vote, passed)
        case _:
            assert_never(vote.about)


def consequences(floor: Floor, at: int, motion: Motion, passed: bool) -> Outcome:
    """The first motion to pass takes effect and the others fall [THSM] [GEO]."""
    yield MotionDecided(motion.number, passed)
    if not passed:
        yield from refusal_of(floor, motion, at)
        return
    rule = floor.rulebook.motion(motion.kind)
    others = tuple(m.number for m in floor.motions.pending if m.number != motion.number)
    if others and rule is not None and rule.effect not in LEAVES_OTHERS:
        yield MotionsFell(others)
    yield from effect_of(floor, motion, at)


def settle_void(floor: Floor, by: str, at: int, command: VoidVote) -> Outcome:
    """Before the announcement only: an announced result stands."""
    yield from this_vote(floor, command.vote)
    yield from reason(command.reason, LONGEST_REASON)
    yield VoteVoided(command.vote, command.reason.strip())


def apply_closed(floor: Floor, event: VoteClosed, at: int) -> Floor:
    """Counted."""
    return with_vote(floor, tally=event.tally)


def apply_announced(floor: Floor, event: ResultAnnounced, at: int) -> Floor:
    """Done, and kept."""
    assert floor.votes.now is not None
    return replace(floor, votes=Votes(None, (*floor.votes.past, floor.votes.now), fresh=True))


def apply_voided(floor: Floor, event: VoteVoided, at: int) -> Floor:
    """As if it had not been put."""
    return replace(floor, votes=replace(floor.votes, now=None))


ACTS = {
    CloseVote: Act(may_handle, settle_close),
    AnnounceResult: Act(may_announce, settle_announce),
    VoidVote: Act(may_announce, settle_void),
}
APPLY = {
    VoteClosed: apply_closed,
    ResultAnnounced: apply_announced,
    VoteVoided: apply_voided,
}
