"""The sittings of the committee: the meeting, its suspension, the next session, the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    against,
    chair,
    chair_between_votes,
    dais,
    stale,
    words,
)
from app.procedure.countdown import hold_all
from app.procedure.presence import calls_the_roll

if TYPE_CHECKING:
    from app.procedure.floor import Floor


DebateState = Literal["none", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sitting of the committee.

    `session` counts the sittings from 1; `state` is where the sitting is; `debate` is `closed` between
    the closure of debate and the end of voting; `topic` is the number of the topic (from 1, 0 before it
    is set); `tabled` are topics whose debate was adjourned, `postponed` those of them that come back at a set
    time, with what was said about it, `dealt` those that were voted; `agenda` is the order that the committee
    set, of all topics; `until` is what was said about resuming.
    """

    session: int = 1
    state: Literal["not_open", "sitting", "suspended", "adjourned"] = "not_open"
    debate: DebateState = "none"
    topic: int = 0
    tabled: tuple[int, ...] = ()
    until: str = ""
    agenda: tuple[int, ...] = ()
    dealt: tuple[int, ...] = ()
    postponed: Mapping[int, str] = field(default_factory=dict)


def with_meeting(floor: Floor, **changes: object) -> Floor:
    """The floor with these fields of the meeting changed."""
    return replace(floor, meeting=replace(floor.meeting, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """Call the meeting to order without a roll call, in a house that calls none."""


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The first session has begun."""


@dataclass(frozen=True, slots=True)
class SuspendMeeting:
    """Suspend the meeting on the dais's word; `until` is what the room is told."""

    until: str = ""


@dataclass(frozen=True, slots=True)
class MeetingSuspended:
    """The meeting pauses; clocks are held, lists and papers stay.

    `adjourned` says that it ended for the day, until a time that was fixed [SCR6].
    """

    until: str
    adjourned: bool = False


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
    """A chair calls the meeting to order; elsewhere the roll call does it."""
    yield from chair(floor, by)
    if floor.meeting.state != "not_open":
        yield stale("meeting.open_already")
    if calls_the_roll(floor):
        yield against("roll_call.not_started")


def settle_open(floor: Floor, by: str, at: int, command: OpenMeeting) -> Outcome:
    """The meeting sits."""
    yield MeetingOpened()


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
    again = floor.rulebook.attendance.asked_again == "each_session" and calls_the_roll(floor)
    yield MeetingResumed(floor.meeting.session + 1, again)


def apply_opened(floor: Floor, event: MeetingOpened, at: int) -> Floor:
    """Sitting; who is here is entered as members come."""
    return with_meeting(floor, state="sitting")


def apply_suspended(floor: Floor, event: MeetingSuspended, at: int) -> Floor:
    """Everything is held as it is."""
    return with_meeting(hold_all(floor, at), state="suspended", until=event.until)


def apply_resumed(floor: Floor, event: MeetingResumed, at: int) -> Floor:
    """The sitting goes on; what ended before the break is no longer "just ended"."""
    resumed = with_meeting(floor, state="sitting", session=event.session, until="")
    warnings = replace(resumed.warnings, barred={})
    resumed = replace(resumed, last_caucus=resumed.caucus, warnings=warnings)
    if not event.roll_call:
        return resumed
    return replace(resumed, attendance=floor.attendance.asked_again())


def apply_adjourned(floor: Floor, event: MeetingAdjourned, at: int) -> Floor:
    """The end."""
    return with_meeting(hold_all(floor, at), state="adjourned")


ACTS = {
    OpenMeeting: Act(may_open, settle_open),
    SuspendMeeting: Act(chair_between_votes, settle_suspend),
    ResumeMeeting: Act(may_resume, settle_resume),
}
APPLY = {
    MeetingOpened: apply_opened,
    MeetingSuspended: apply_suspended,
    MeetingResumed: apply_resumed,
    MeetingAdjourned: apply_adjourned,
}
