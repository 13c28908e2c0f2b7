"""The meeting and its agenda: opening debate, topics, suspension, the next session, the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Outcome, Refusals, against, dais, impossible, sits, stale
from app.procedure.attendance import members_here, quorum_to_open
from app.procedure.clocks import hold_all

if TYPE_CHECKING:
    from app.procedure.floor import Floor

DebateState = Literal["none", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sitting of the committee.

    `session` counts the sittings from 1; `state` is where the sitting is; `debate` is `closed` between
    the closure of debate and the end of voting; `topic` is the number of the topic (from 1, 0 before it
    is set); `tabled` are topics whose debate was adjourned; `until` is what was said about resuming.
    """

    session: int = 1
    state: Literal["not_open", "sitting", "suspended", "adjourned"] = "not_open"
    debate: DebateState = "none"
    topic: int = 0
    tabled: tuple[int, ...] = ()
    until: str = ""


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


@dataclass(frozen=True, slots=True)
class SuspendMeeting:
    """Suspend the meeting on the dais's word; `until` is what the room is told."""

    until: str = ""


@dataclass(frozen=True, slots=True)
class MeetingSuspended:
    """The meeting pauses; clocks are held, lists and papers stay."""

    until: str


@dataclass(frozen=True, slots=True)
class ResumeMeeting:
    """Begin the next session."""


@dataclass(frozen=True, slots=True)
class MeetingResumed:
    """The next session begins; where the rulebook says so, with a new roll call."""

    session: int
    roll_call: bool


@dataclass(frozen=True, slots=True)
class MeetingAdjourned:
    """The committee has ended."""


def may_open(floor: Floor, by: str) -> Refusals:
    """Debate opens after the roll call, with a quorum (quorum_open)."""
    yield from dais(floor, by)
    if floor.meeting.state in ("suspended", "adjourned"):
        yield impossible(f"meeting.{floor.meeting.state}")
        return
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
    """The topic must stand on the agenda."""
    if not 1 <= command.topic <= max(1, len(floor.topics)):
        yield impossible("topic.unknown", "topic", topic=command.topic)
    yield DebateOpened(command.topic)


def may_suspend(floor: Floor, by: str) -> Refusals:
    """Not during a vote."""
    yield from dais(floor, by)
    yield from sits(floor)
    if floor.votes.now:
        yield impossible("vote.open_now")


def settle_suspend(floor: Floor, by: str, at: int, command: SuspendMeeting) -> Outcome:
    """On the chair's word; a motion does the same by vote."""
    if len(command.until) > 200:
        yield impossible("text.too_long", "until", limit=200)
    yield MeetingSuspended(command.until)


def may_resume(floor: Floor, by: str) -> Refusals:
    """Only what is suspended resumes."""
    yield from dais(floor, by)
    if floor.meeting.state != "suspended":
        yield stale("meeting.not_suspended")


def settle_resume(floor: Floor, by: str, at: int, command: ResumeMeeting) -> Outcome:
    """The roll is called again where statuses are asked each session."""
    again = floor.rulebook.attendance.asked_again == "each_session"
    yield MeetingResumed(floor.meeting.session + 1, again)


def may_end_voting(floor: Floor, by: str) -> Refusals:
    """After every introduced draft was put to the vote or withdrawn."""
    yield from dais(floor, by)
    yield from sits(floor)
    if floor.meeting.debate != "closed":
        yield stale("voting.not_on")
    if floor.votes.now:
        yield impossible("vote.open_now")
    left = len(floor.papers.before_the_committee())
    if left:
        yield against("voting.drafts_left", count=left)


def settle_end_voting(floor: Floor, by: str, at: int, command: EndVoting) -> Outcome:
    """The topic is done."""
    yield VotingEnded()


def with_meeting(floor: Floor, **changes: object) -> Floor:
    """The floor with these fields of the meeting changed."""
    return replace(floor, meeting=replace(floor.meeting, **changes))  # type: ignore[arg-type]


def apply_opened(floor: Floor, event: DebateOpened, at: int) -> Floor:
    """The general list opens with debate."""
    sitting = with_meeting(floor, state="sitting", debate="open", topic=event.topic)
    return replace(sitting, speeches=sitting.speeches.opened(floor.rulebook.speeches.general_seconds))


def apply_closed(floor: Floor, event: DebateClosed, at: int) -> Floor:
    """No more speeches on the topic."""
    silent = replace(floor, speeches=floor.speeches.ended().closed(), caucus=None, clocks={})
    return with_meeting(silent, debate="closed")


def apply_adjourned_debate(floor: Floor, event: DebateAdjourned, at: int) -> Floor:
    """The topic waits on the table."""
    silent = replace(floor, speeches=floor.speeches.ended().closed(), caucus=None, clocks={})
    tabled = (*floor.meeting.tabled, event.topic)
    return with_meeting(silent, debate="none", topic=0, tabled=tabled)


def apply_resumed_debate(floor: Floor, event: DebateResumed, at: int) -> Floor:
    """The topic is back."""
    tabled = tuple(topic for topic in floor.meeting.tabled if topic != event.topic)
    return apply_opened(with_meeting(floor, tabled=tabled), DebateOpened(event.topic), at)


def apply_voting_ended(floor: Floor, event: VotingEnded, at: int) -> Floor:
    """The committee may take the next topic."""
    return with_meeting(floor, debate="none", topic=0)


def apply_suspended(floor: Floor, event: MeetingSuspended, at: int) -> Floor:
    """Everything is held as it is."""
    return with_meeting(hold_all(floor, at), state="suspended", until=event.until)


def apply_resumed(floor: Floor, event: MeetingResumed, at: int) -> Floor:
    """The sitting goes on; `sitting` already while the roll is called, so that the dais may act."""
    state = "sitting" if floor.meeting.debate != "none" else "not_open"
    resumed = with_meeting(floor, state=state, session=event.session, until="")
    if not event.roll_call:
        return resumed
    kept = {k: s for k, s in floor.attendance.statuses.items() if s == "never_came"}
    return replace(resumed, attendance=replace(floor.attendance, statuses=kept, calling=True))


def apply_adjourned(floor: Floor, event: MeetingAdjourned, at: int) -> Floor:
    """The end."""
    return with_meeting(hold_all(floor, at), state="adjourned")


ACTS = {
    OpenDebate: Act(may_open, settle_open),
    EndVoting: Act(may_end_voting, settle_end_voting),
    SuspendMeeting: Act(may_suspend, settle_suspend),
    ResumeMeeting: Act(may_resume, settle_resume),
}
APPLY = {
    DebateOpened: apply_opened,
    DebateClosed: apply_closed,
    DebateAdjourned: apply_adjourned_debate,
    DebateResumed: apply_resumed_debate,
    VotingEnded: apply_voting_ended,
    MeetingSuspended: apply_suspended,
    MeetingResumed: apply_resumed,
    MeetingAdjourned: apply_adjourned,
}
