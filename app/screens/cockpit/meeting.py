"""The meeting itself: opening debate, suspending, resuming, and the next question of voting procedure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.attendance import StartRollCall
from app.procedure.floor import Floor
from app.procedure.quorum import members_here, quorum_to_open
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.screens.cockpit.common import closed
from app.screens.cockpit.head import phase
from app.screens.cockpit.questions import Question, questions
from app.screens.directory import Directory


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the agenda: its number, its words, and whether its debate was adjourned."""

    number: int
    words: str
    tabled: bool


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The controls of the meeting, each with the reason where it is closed."""

    template: ClassVar[str] = "cockpit/meeting.html"
    coalesced: ClassVar[bool] = False
    committee: int
    phase: str
    topics: tuple[Topic, ...]
    why_not_roll: str
    why_not_open: str
    why_not_suspend: str
    why_not_resume: str
    why_not_end_voting: str


@dataclass(frozen=True, slots=True)
class BetweenView:
    """Now, while no topic is under debate: what comes next. `until` is when the meeting resumes."""

    template: ClassVar[str] = "cockpit/between.html"
    coalesced: ClassVar[bool] = False
    committee: int
    phase: str
    session: int
    until: str
    called: bool
    has_quorum: bool
    here: int
    quorum: int
    topics: tuple[Topic, ...]
    why_not_roll: str
    why_not_open: str


@dataclass(frozen=True, slots=True)
class NextQuestionView:
    """Now, in voting procedure without a vote on the floor: the questions in the order of voting."""

    template: ClassVar[str] = "cockpit/next_question.html"
    coalesced: ClassVar[bool] = False
    committee: int
    questions: tuple[Question, ...]
    why_not_end: str


def draw_meeting(floor: Floor, directory: Directory) -> MeetingView:
    """Every control of the meeting, always in its place."""
    return MeetingView(
        directory.committee,
        phase(floor),
        topics(floor),
        closed(floor, directory, StartRollCall),
        closed(floor, directory, OpenDebate),
        closed(floor, directory, SuspendMeeting),
        closed(floor, directory, ResumeMeeting),
        closed(floor, directory, EndVoting),
    )


def between(floor: Floor, directory: Directory) -> BetweenView:
    """Before, between and after debates."""
    here, quorum = len(members_here(floor)), quorum_to_open(floor)
    return BetweenView(
        directory.committee,
        phase(floor),
        floor.meeting.session,
        floor.meeting.until,
        bool(floor.attendance.statuses),
        here >= quorum,
        here,
        quorum,
        topics(floor),
        closed(floor, directory, StartRollCall),
        closed(floor, directory, OpenDebate),
    )


def next_question(floor: Floor, directory: Directory) -> NextQuestionView:
    """Amendments first, then the drafts in their order."""
    why = closed(floor, directory, EndVoting)
    return NextQuestionView(directory.committee, questions(floor, directory), why)


def topics(floor: Floor) -> tuple[Topic, ...]:
    """The agenda; a committee without topics debates its only, unnamed one."""
    named = enumerate(floor.topics or ("",), 1)
    return tuple(Topic(number, words, number in floor.meeting.tabled) for number, words in named)
