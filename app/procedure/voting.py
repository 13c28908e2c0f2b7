"""Putting a question: opening a vote, closing it, announcing the result and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair,
    dais,
    impossible,
    sits,
    stale,
)
from app.procedure.amendments import decided, names_missing
from app.procedure.attendance import (
    electorate,
    members_here,
    must_vote,
    quorum_to_vote,
)
from app.procedure.effects import effect_of
from app.procedure.motions import Motion, MotionDecided, MotionsFell
from app.procedure.papers import PaperDecided
from app.procedure.rulebook import Majority
from app.procedure.votes import About, Mode, Vote, Votes, this_vote, with_vote
from resolutions.document import digest
from resolutions.voting import BallotRules, MajorityRule, Tally, roll_call_order

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OpenVote:
    """Put a question: a motion (its number), an amendment or a paper (its key).

    `first` is the seat drawn by lot from which a roll call starts; "" starts with the alphabet.
    """

    about: About
    subject: str
    mode: Mode = "placards"
    first: str = ""


@dataclass(frozen=True, slots=True)
class VoteOpened:
    """A question is put; its electorate and majority are frozen."""

    vote: Vote


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


@dataclass(frozen=True, slots=True)
class GrantMotion:
    """Decide a motion that the house leaves to the chair."""

    motion: int
    granted: bool


def may_open(floor: Floor, by: str) -> Refusals:
    """One question at a time, in a sitting meeting."""
    yield from dais(floor, by)
    yield from sits(floor)
    if floor.votes.now:
        yield stale("vote.open_now")


def settle_open(floor: Floor, by: str, at: int, command: OpenVote) -> Outcome:
    """The question must be one that can be put now."""
    match command.about:
        case "motion":
            yield from _open_motion(floor, at, command)
        case "amendment":
            yield from _open_amendment(floor, at, command)
        case "paper":
            yield from _open_paper(floor, at, command)


def _open_motion(floor: Floor, at: int, command: OpenVote) -> Outcome:
    """The motion that takes precedence is put first [MSU]."""
    number = int(command.subject) if command.subject.isascii() and command.subject.isdigit() else 0
    motion = floor.motions.find(number)
    rule = floor.rulebook.motion(motion.kind) if motion else None
    if motion is None or rule is None:
        yield stale("motion.gone", "subject")
        return
    top = floor.motions.pending[0]
    if top.number != motion.number:
        yield against("motion.precedence", "subject", first=top.kind, second=motion.kind)
    if rule.majority == "chair":
        yield impossible("motion.chair_decides", "subject")
        return
    yield from _opened(floor, at, command, rule.majority, procedural=True)


def _open_amendment(floor: Floor, at: int, command: OpenVote) -> Outcome:
    amendment = floor.papers.amendment(command.subject)
    if amendment is None or amendment.stage not in ("introduced", "proposed"):
        yield stale("amendment.gone", "subject")
        return
    if amendment.stage == "proposed":
        yield against("amendment.not_introduced", "subject")
        yield from names_missing(floor, amendment)
    if amendment.standing in ("conflict", "mergeable"):
        yield impossible(f"amendment.{amendment.standing}", "subject", amendment=amendment.key)
    yield from _quorum(floor)
    paper = floor.papers.get(amendment.paper)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield stale("amendment.no_draft", "subject")
        return
    majority = floor.rulebook.votes.amendment
    yield from _opened(floor, at, command, majority, digest_=digest(paper.text))


def _open_paper(floor: Floor, at: int, command: OpenVote) -> Outcome:
    paper = floor.papers.get(command.subject)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield stale("paper.not_introduced", "subject")
        return
    if floor.meeting.debate != "closed":
        yield against("debate.not_closed")
    waiting = [a for a in floor.papers.pending_amendments(paper.key) if a.stage == "introduced"]
    if waiting:
        yield against("amendment.first", amendment=waiting[0].key)
    yield from _quorum(floor)
    majority = floor.rulebook.votes.resolution
    yield from _opened(floor, at, command, majority, digest_=digest(paper.text))


def _quorum(floor: Floor) -> Refusals:
    """A vote on substance needs its own quorum (quorum_vote, T29)."""
    here, needed = len(members_here(floor)), quorum_to_vote(floor)
    if here < needed:
        yield against("quorum.vote", here=here, needed=needed)


def _opened(
    floor: Floor,
    at: int,
    command: OpenVote,
    majority: Majority,
    procedural: bool = False,
    digest_: str = "",
) -> Outcome:
    voters = electorate(floor, procedural)
    if not voters:
        yield impossible("vote.nobody")
        return
    if command.first and command.first not in voters:
        yield impossible("vote.first", "first", seat=command.first)
        return
    rules = floor.rulebook.votes
    roll_call = command.mode == "roll_call"
    yield VoteOpened(
        Vote(
            number=floor.number + 1,
            about=command.about,
            subject=command.subject,
            mode=command.mode,
            procedural=procedural,
            rule=MajorityRule(majority, None, _vetoes(floor, procedural)),
            order=roll_call_order(voters, command.first or None) if roll_call else voters,
            must_vote=frozenset() if procedural else must_vote(floor, voters),
            ballot_rules=BallotRules(
                roll_call=roll_call,
                passing=rules.roll_call_pass,
                second_round=rules.roll_call_second_round,
                procedural_abstain=rules.procedural_abstain,
                with_rights=roll_call and rules.roll_call_with_rights and not procedural,
            ),
            digest=digest_,
            opened=at,
        )
    )


def _vetoes(floor: Floor, procedural: bool) -> frozenset[str]:
    """Permanent members veto substance, never procedure [BRI]."""
    if procedural:
        return frozenset()
    return frozenset(key for key, seat in floor.seats.items() if seat.veto)


def settle_close(floor: Floor, by: str, at: int, command: CloseVote) -> Outcome:
    """A roll call is closed when everybody was called; placards are closed by their count."""
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
    yield VoteClosed(now.number, now.counted())


def settle_announce(floor: Floor, by: str, at: int, command: AnnounceResult) -> Outcome:
    """The decision and its consequences are one act."""
    yield from this_vote(floor, command.vote)
    now = floor.votes.now
    if now is None or now.number != command.vote:
        return
    if now.tally is None:
        yield stale("vote.not_counted")
        return
    passed = now.tally.passed
    yield ResultAnnounced(now.number, passed)
    match now.about:
        case "motion":
            motion = floor.motions.find(int(now.subject))
            if motion is not None:
                yield from consequences(floor, at, motion, passed)
        case "amendment":
            amendment = floor.papers.amendment(now.subject)
            if amendment is not None:
                yield decided(floor, amendment, passed)
        case "paper":
            yield PaperDecided(now.subject, passed, now.digest)


def consequences(floor: Floor, at: int, motion: Motion, passed: bool) -> Outcome:
    """The first motion to pass takes effect and the others fall [THSM] [GEO]."""
    yield MotionDecided(motion.number, passed)
    if not passed:
        return
    others = tuple(m.number for m in floor.motions.pending if m.number != motion.number)
    if others:
        yield MotionsFell(others)
    yield from effect_of(floor, motion, at)


def settle_void(floor: Floor, by: str, at: int, command: VoidVote) -> Outcome:
    """Before the announcement only: an announced result stands."""
    yield from this_vote(floor, command.vote)
    if not command.reason.strip():
        yield impossible("reason.needed", "reason")
    if len(command.reason) > 200:
        yield impossible("text.too_long", "reason", limit=200)
    yield VoteVoided(command.vote, command.reason.strip())


def settle_grant(floor: Floor, by: str, at: int, command: GrantMotion) -> Outcome:
    """Where the house leaves the motion to the chair, its word decides."""
    motion = floor.motions.find(command.motion)
    rule = floor.rulebook.motion(motion.kind) if motion else None
    if motion is None or rule is None:
        yield stale("motion.gone", "motion")
        return
    if rule.majority != "chair":
        yield against("motion.vote_decides", "motion")
    if floor.votes.now:
        yield impossible("vote.open_now")
    yield from consequences(floor, at, motion, command.granted)


def apply_opened(floor: Floor, event: VoteOpened, at: int) -> Floor:
    """The question is put."""
    return replace(floor, votes=replace(floor.votes, now=event.vote))


def apply_closed(floor: Floor, event: VoteClosed, at: int) -> Floor:
    """Counted."""
    return with_vote(floor, tally=event.tally)


def apply_announced(floor: Floor, event: ResultAnnounced, at: int) -> Floor:
    """Done, and kept."""
    assert floor.votes.now is not None
    return replace(floor, votes=Votes(None, (*floor.votes.past, floor.votes.now)))


def apply_voided(floor: Floor, event: VoteVoided, at: int) -> Floor:
    """As if it had not been put."""
    return replace(floor, votes=replace(floor.votes, now=None))


ACTS = {
    OpenVote: Act(may_open, settle_open),
    CloseVote: Act(dais, settle_close),
    AnnounceResult: Act(chair, settle_announce),
    VoidVote: Act(chair, settle_void),
    GrantMotion: Act(chair, settle_grant),
}
APPLY = {
    VoteOpened: apply_opened,
    VoteClosed: apply_closed,
    ResultAnnounced: apply_announced,
    VoteVoided: apply_voided,
}
