"""The agenda: debate on a topic is opened, closed, adjourned, resumed; voting ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, chair, impossible, no_vote_open, sits, stale
from app.procedure.action import Action, drafts, entered, tied
from app.procedure.agenda_order import next_topic
from app.procedure.caucuses import closing_caucus
from app.procedure.documents import Paper
from app.procedure.presence import calls_the_roll
from app.procedure.quorum import members_here, quorate, quorum_to_open
from app.procedure.resolution_debate import votes_one_by_one
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
    """The topic was tabled: no vote on its drafts. `until` is when it comes back, where that was set."""

    topic: int
    until: str = ""


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
    """On the chair's word, between two topics."""
    yield from chair(floor, by)
    if floor.meeting.state in ("suspended", "adjourned"):
        yield impossible(f"meeting.{floor.meeting.state}")
        return
    yield from no_vote_open(floor)
    if floor.meeting.debate != "none":
        yield stale("debate.open_already")
    if floor.attendance.calling:
        yield against("roll_call.running")
    yield from opens(floor)


def opens(floor: Floor) -> Refusals:
    """What stands against opening debate: it opens after the roll call, with a quorum (quorum_open)."""
    yield from quorate(floor)
    if calls_the_roll(floor) and not floor.attendance.statuses:
        yield impossible("roll_call.not_started")
        return
    here, needed = len(members_here(floor)), quorum_to_open(floor)
    if here < needed:
        yield against("quorum.open", here=here, needed=needed)


def settle_open(floor: Floor, by: str, at: int, command: OpenDebate) -> Outcome:
    """The topic must be the one that comes next; opening speeches end with it."""
    yield from in_turn(floor, command.topic, "topic")
    yield from closing_caucus(floor, at)
    yield DebateOpened(command.topic)


def in_turn(floor: Floor, topic: int, field: str) -> Refusals:
    """What stands against taking this topic: it is not on the agenda, was voted, is tabled, or comes later.

    What was tabled comes back by a motion to resume debate; what was postponed, at its time.
    """
    meeting = floor.meeting
    if not 1 <= topic <= max(1, len(floor.topics)):
        yield impossible("topic.unknown", field)
    elif topic in meeting.dealt:
        yield against("topic.dealt", field, topic=topic)
    elif topic in meeting.tabled and topic not in meeting.postponed:
        yield against("topic.tabled", field, topic=topic)
    elif meeting.agenda and topic not in (*meeting.postponed, next_topic(floor)):
        yield against("agenda.order", field, topic=next_topic(floor))


def closing(floor: Floor, at: int) -> Outcome:
    """Debate is closed, whoever speaks and whatever caucus runs."""
    yield from closing_caucus(floor, at)
    yield DebateClosed()


def may_end_voting(floor: Floor, by: str) -> Refusals:
    """After every draft that is due was put to the vote or withdrawn."""
    yield from chair(floor, by)
    yield from sits(floor)
    if floor.meeting.debate != "closed" and not one_by_one_done(floor):
        yield stale("voting.not_on")
    yield from no_vote_open(floor)
    left = len(drafts(floor)) + len(_called_next(floor))
    if left:
        yield against("voting.drafts_left", count=left)
    for paper in tied(floor):
        yield against("voting.second_vote", paper=paper.name)


def _called_next(floor: Floor) -> tuple[Paper, ...]:
    """The approved resolutions of the topic that are still to be called, where they are taken one at a time.

    The next is debated after the first (T46) [ISC]. Elsewhere a paper is a draft of the committee only once
    it was introduced: what was not has no vote to wait for.
    """
    one_by_one, topic = floor.rulebook.timed_debate.used, floor.meeting.topic
    approved = (one for one in floor.papers.papers if (one.stage, one.topic) == ("approved", topic))
    return tuple(approved) if one_by_one else ()


def one_by_one_done(floor: Floor) -> bool:
    """Whether drafts of the topic were debated and decided one by one, and none is in hand [GAVT]."""
    decided = (paper.topic for paper in floor.papers.papers if paper.stage in ("adopted", "failed"))
    none_in_hand = votes_one_by_one(floor) and floor.resolution_debate is None
    return none_in_hand and floor.meeting.topic in decided


def settle_end_voting(floor: Floor, by: str, at: int, command: EndVoting) -> Outcome:
    """The topic is done, and so is whatever speech or caucus is on."""
    yield from closing_caucus(floor, at)
    yield VotingEnded()


def apply_opened(floor: Floor, event: DebateOpened, at: int) -> Floor:
    """The general list opens with debate; a topic in hand is not on the table."""
    tabled = tuple(topic for topic in floor.meeting.tabled if topic != event.topic)
    postponed = {topic: until for topic, until in floor.meeting.postponed.items() if topic != event.topic}
    sitting = with_meeting(
        floor, state="sitting", debate="open", topic=event.topic, tabled=tabled, postponed=postponed
    )
    sitting = replace(sitting, last_caucus=sitting.caucus)
    rules = floor.rulebook.speeches
    if not rules.general_list:
        return sitting
    return replace(sitting, speeches=sitting.speeches.opened(rules.general_seconds))


def apply_closed(floor: Floor, event: DebateClosed, at: int) -> Floor:
    """No more speeches on the topic; voting follows at once unless the house enters it by its own step."""
    closed = with_meeting(_silent(floor), debate="closed")
    return closed if floor.rulebook.action.own_step else entered(closed)


def apply_adjourned_debate(floor: Floor, event: DebateAdjourned, at: int) -> Floor:
    """The topic waits on the table."""
    tabled, postponed = (*floor.meeting.tabled, event.topic), dict(floor.meeting.postponed)
    if event.until:
        postponed[event.topic] = event.until
    return with_meeting(_silent(floor), debate="none", topic=0, tabled=tabled, postponed=postponed)


def _silent(floor: Floor) -> Floor:
    """The floor with nobody speaking or waiting to speak: the list goes with the debate it was opened for."""
    speeches = floor.speeches.ended().closed()
    return replace(floor, speeches=speeches, caucus=None, last_caucus=None, clocks={}, action=Action())


def apply_resumed_debate(floor: Floor, event: DebateResumed, at: int) -> Floor:
    """The topic is back."""
    return apply_opened(floor, DebateOpened(event.topic), at)


def apply_voting_ended(floor: Floor, event: VotingEnded, at: int) -> Floor:
    """The committee may take the next topic."""
    dealt = (*floor.meeting.dealt, floor.meeting.topic)
    return with_meeting(_silent(floor), debate="none", topic=0, dealt=dealt)


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
