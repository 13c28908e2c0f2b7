"""The sittings of the committee: the meeting, its suspension, the next session, the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    chair,
    dais,
    no_vote_open,
    sits,
    stale,
    words,
)
from app.procedure.countdown import hold_all

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


def with_meeting(floor: Floor, **changes: object) -> Floor:
    """The floor with these fields of the meeting changed."""
    return replace(floor, meeting=replace(floor.meeting, **changes))  # type: ignore[arg-type]


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


def may_suspend(floor: Floor, by: str) -> Refusals:
    """On the word of a chair, and not during a vote."""
    yield from chair(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)


def settle_suspend(floor: Floor, by: str, at: int, command: SuspendMeeting) -> Outcome:
    """On the chair's word; a motion does the same by vote."""
    yield from words(command.until, "until", LONGEST_REASON)
    yield MeetingSuspended(command.until.strip())


def may_resume(floor: Floor, by: str) -> Refusals:
    """Only what is suspended resumes."""
    yield from dais(floor, by)
    if floor.meeting.state != "suspended":
        yield stale("meeting.not_suspended")


def settle_resume(floor: Floor, by: str, at: int, command: ResumeMeeting) -> Outcome:
    """The roll is called again where statuses are asked each session."""
    again = floor.rulebook.attendance.asked_again == "each_session"
    yield MeetingResumed(floor.meeting.session + 1, again)


def apply_suspended(floor: Floor, event: MeetingSuspended, at: int) -> Floor:
    """Everything is held as it is."""
    return with_meeting(hold_all(floor, at), state="suspended", until=event.until)


def apply_resumed(floor: Floor, event: MeetingResumed, at: int) -> Floor:
    """The sitting goes on; what ended before the break is no longer "just ended"."""
    resumed = with_meeting(floor, state="sitting", session=event.session, until="")
    resumed = replace(resumed, last_caucus=resumed.caucus)
    if not event.roll_call:
        return resumed
    kept = {k: s for k, s in floor.attendance.statuses.items() if s == "never_came"}
    return replace(resumed, attendance=replace(floor.attendance, statuses=kept, calling=True))


def apply_adjourned(floor: Floor, event: MeetingAdjourned, at: int) -> Floor:
    """The end."""
    return with_meeting(hold_all(floor, at), state="adjourned")


ACTS = {
    SuspendMeeting: Act(may_suspend, settle_suspend),
    ResumeMeeting: Act(may_resume, settle_resume),
}
APPLY = {
    MeetingSuspended: apply_suspended,
    MeetingResumed: apply_resumed,
    MeetingAdjourned: apply_adjourned,
}
