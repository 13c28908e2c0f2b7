"""The agenda: debate on a topic is opened, closed, adjourned, resumed; voting ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, chair, impossible, no_vote_open, sits, stale
from app.procedure.quorum import members_here, quorum_to_open
from app.procedure.sittings import with_meeting

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OpenDebate:
    """Open debate on a topic (its number, from 1)."""

    topic: int = 1


@dataclass(frozen=True, slots=True)
class DebateOpened:
    """Debate on a topic is open."""

    topic: int


@dataclass(frozen=True, slots=True)
class DebateClosed:
    """Debate on the topic is closed: the committee votes."""


@dataclass(frozen=True, slots=True)
class DebateAdjourned:
    """The topic was tabled: no vote on its drafts."""

    topic: int


@dataclass(frozen=True, slots=True)
class DebateResumed:
    """A tabled topic is taken up again."""

    topic: int


@dataclass(frozen=True, slots=True)
class VotingEnded:
    """The voting on a topic's drafts is over."""


@dataclass(frozen=True, slots=True)
class EndVoting:
    """Leave voting procedure: every draft has been dealt with."""


def may_open(floor: Floor, by: str) -> Refusals:
    """Debate opens after the roll call, with a quorum (quorum_open)."""
    yield from chair(floor, by)
    if floor.meeting.state in ("suspended", "adjourned"):
        yield impossible(f"meeting.{floor.meeting.state}")
        return
    yield from no_vote_open(floor)
    if floor.meeting.debate != "none":
        yield stale("debate.open_already")
    if floor.attendance.calling:
        yield against("roll_call.running")
    if not floor.attendance.statuses:
        yield impossible("roll_call.not_started")
        return
    here, needed = len(members_here(floor)), quorum_to_open(floor)
    if here < needed:
        yield against("quorum.open", here=here, needed=needed)


def settle_open(floor: Floor, by: str, at: int, command: OpenDebate) -> Outcome:
    """The topic must stand on the agenda; what was tabled comes back by a motion to resume debate."""
    if not 1 <= command.topic <= max(1, len(floor.topics)):
        yield impossible("topic.unknown", "topic")
    if command.topic in floor.meeting.tabled:
        yield against("topic.tabled", "topic", topic=command.topic)
    yield DebateOpened(command.topic)


def may_end_voting(floor: Floor, by: str) -> Refusals:
    """After every introduced draft was put to the vote or withdrawn."""
    yield from chair(floor, by)
    yield from sits(floor)
    if floor.meeting.debate != "closed":
        yield stale("voting.not_on")
    yield from no_vote_open(floor)
    left = len(floor.papers.before_the_committee(floor.meeting.topic))
    if left:
        yield against("voting.drafts_left", count=left)


def settle_end_voting(floor: Floor, by: str, at: int, command: EndVoting) -> Outcome:
    """The topic is done."""
    yield VotingEnded()


def apply_opened(floor: Floor, event: DebateOpened, at: int) -> Floor:
    """The general list opens with debate; a topic in hand is not on the table."""
    tabled = tuple(topic for topic in floor.meeting.tabled if topic != event.topic)
    sitting = with_meeting(floor, state="sitting", debate="open", topic=event.topic, tabled=tabled)
    sitting = replace(sitting, last_caucus=sitting.caucus)
    return replace(sitting, speeches=sitting.speeches.opened(floor.rulebook.speeches.general_seconds))


def apply_closed(floor: Floor, event: DebateClosed, at: int) -> Floor:
    """No more speeches on the topic."""
    return with_meeting(_silent(floor), debate="closed")


def apply_adjourned_debate(floor: Floor, event: DebateAdjourned, at: int) -> Floor:
    """The topic waits on the table."""
    tabled = (*floor.meeting.tabled, event.topic)
    return with_meeting(_silent(floor), debate="none", topic=0, tabled=tabled)


def _silent(floor: Floor) -> Floor:
    """The floor with nobody speaking or waiting to speak: the list goes with the debate it was opened for."""
    speeches = floor.speeches.ended().closed()
    return replace(floor, speeches=speeches, caucus=None, last_caucus=None, clocks={})


def apply_resumed_debate(floor: Floor, event: DebateResumed, at: int) -> Floor:
    """The topic is back."""
    return apply_opened(floor, DebateOpened(event.topic), at)


def apply_voting_ended(floor: Floor, event: VotingEnded, at: int) -> Floor:
    """The committee may take the next topic."""
    return with_meeting(floor, debate="none", topic=0)


ACTS = {
    OpenDebate: Act(may_open, settle_open),
    EndVoting: Act(may_end_voting, settle_end_voting),
}
APPLY = {
    DebateOpened: apply_opened,
    DebateClosed: apply_closed,
    DebateAdjourned: apply_adjourned_debate,
    DebateResumed: apply_resumed_debate,
    VotingEnded: apply_voting_ended,
}
