"""Putting a question: what may be put to the vote now, and the electorate and majority it is put with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair,
    dais,
    impossible,
    no_vote_open,
    sits,
    stale,
)
from app.procedure.catalogue import Majority
from app.procedure.documents import Paper
from app.procedure.precedence import Motion
from app.procedure.questions import About, Mode, Vote
from app.procedure.quorum import electorate, members_here, must_vote, quorum_to_vote
from app.procedure.results import consequences
from app.procedure.sponsorship import names_missing
from app.procedure.terms import gone
from resolutions.document import digest
from resolutions.voting import BallotRules, MajorityRule, roll_call_order

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
        case _:
            assert_never(command.about)


def _open_motion(floor: Floor, at: int, command: OpenVote) -> Outcome:
    """The motion that takes precedence is put first [MSU]."""
    motion = next((m for m in floor.motions.pending if str(m.number) == command.subject), None)
    rule = floor.rulebook.motion(motion.kind) if motion else None
    if motion is None or rule is None:
        yield stale("motion.gone", "subject")
        return
    yield from precedes(floor, motion, "subject")
    yield from gone(floor, rule, motion.terms)
    if rule.majority == "chair":
        yield impossible("motion.chair_decides", "subject")
        return
    yield from _opened(floor, at, command, rule.majority, procedural=True)


def precedes(floor: Floor, motion: Motion, field: str) -> Refusals:
    """What stands against this motion being taken now: another that takes precedence [MSU] [GEO]."""
    top = floor.motions.pending[0]
    if top.number != motion.number:
        yield against("motion.precedence", field, first=top.kind, second=motion.kind)


def _open_amendment(floor: Floor, at: int, command: OpenVote) -> Outcome:
    amendment = floor.papers.amendment(command.subject)
    if amendment is None or amendment.stage not in ("introduced", "proposed"):
        yield stale("amendment.gone", "subject")
        return
    if amendment.stage == "proposed":
        yield against("amendment.not_introduced", "subject")
        yield from names_missing(floor, amendment)
    if amendment.standing == "conflict":
        yield impossible("amendment.conflict", "subject", amendment=amendment.key)
    elif amendment.standing == "mergeable":  # the chair confirms the joined text by insisting
        yield against("amendment.mergeable", "subject", amendment=amendment.key)
    yield from _quorum(floor)
    paper = floor.papers.get(amendment.paper)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield stale("amendment.no_draft", "subject")
        return
    yield from _topic_in_hand(floor, paper)
    majority = floor.rulebook.votes.amendment
    yield from _opened(floor, at, command, majority, digest_=digest(paper.text))


def _open_paper(floor: Floor, at: int, command: OpenVote) -> Outcome:
    paper = floor.papers.get(command.subject)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield stale("paper.not_introduced", "subject")
        return
    yield from _topic_in_hand(floor, paper)
    if floor.meeting.debate != "closed":
        yield against("debate.not_closed")
    waiting = [a for a in floor.papers.pending_amendments(paper.key) if a.stage == "introduced"]
    if waiting:
        yield against("amendment.first", amendment=waiting[0].key)
    yield from _quorum(floor)
    majority = floor.rulebook.votes.resolution
    yield from _opened(floor, at, command, majority, digest_=digest(paper.text))


def _topic_in_hand(floor: Floor, paper: Paper) -> Refusals:
    """The second topic is taken after the first [UNAF]: its drafts wait with it."""
    if paper.topic != floor.meeting.topic:
        yield against("paper.other_topic", "subject", paper=paper.name, topic=paper.topic)


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
        yield impossible("vote.first", "first")
        return
    vetoes = _vetoes(floor, voters, procedural)
    if vetoes and command.mode == "placards":
        yield against("vote.veto_needs_names", "mode")
    rules = floor.rulebook.votes
    roll_call = command.mode == "roll_call"
    yield VoteOpened(
        Vote(
            number=floor.number + 1,
            about=command.about,
            subject=command.subject,
            mode=command.mode,
            procedural=procedural,
            rule=MajorityRule(majority, None, vetoes),
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


def _vetoes(floor: Floor, voters: tuple[str, ...], procedural: bool) -> frozenset[str]:
    """Permanent members veto substance, never procedure [BRI]."""
    return frozenset(key for key in voters if floor.seats[key].veto and not procedural)


def may_grant(floor: Floor, by: str) -> Refusals:
    """The chair decides in a sitting meeting, and not while another question is put."""
    yield from chair(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)


def settle_grant(floor: Floor, by: str, at: int, command: GrantMotion) -> Outcome:
    """Where the house leaves the motion to the chair, its word decides."""
    motion = floor.motions.find(command.motion)
    rule = floor.rulebook.motion(motion.kind) if motion else None
    if motion is None or rule is None:
        yield stale("motion.gone", "motion")
        return
    if rule.majority != "chair":
        yield against("motion.vote_decides", "motion")
    if command.granted:
        yield from precedes(floor, motion, "motion")
        yield from gone(floor, rule, motion.terms)
    yield from consequences(floor, at, motion, command.granted)


def apply_opened(floor: Floor, event: VoteOpened, at: int) -> Floor:
    """The question is put."""
    return replace(floor, votes=replace(floor.votes, now=event.vote))


ACTS = {
    OpenVote: Act(may_open, settle_open),
    GrantMotion: Act(may_grant, settle_grant),
}
APPLY = {
    VoteOpened: apply_opened,
}
