"""The meeting itself: opening debate, suspending, resuming, and the next question of voting procedure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.agenda_order import SetAgenda, nothing_left
from app.procedure.attendance import StartRollCall
from app.procedure.consensus import AskConsensus
from app.procedure.floor import Floor, stands_against
from app.procedure.minute_of_silence import KeepSilence
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.presence import calls_the_roll
from app.procedure.quorum import members_here, quorum_to_open
from app.procedure.quorum_challenges import ChallengeQuorum
from app.procedure.sittings import OpenMeeting, ResumeMeeting, SuspendMeeting
from app.procedure.steps import next_step
from app.procedure.straw_polls import TakeStrawPoll
from app.procedure.suspended_rules import suspended
from app.procedure.warnings import WarnDelegation
from app.screens.cockpit.common import closed, refused
from app.screens.cockpit.explaining import explaining
from app.screens.cockpit.head import phase
from app.screens.cockpit.questions import Question, questions
from app.screens.directory import Directory
from app.screens.shown import Option, presiding, told, tongue
from app.words import rule_name
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the agenda: its number, its words, whether its debate was adjourned, or it was voted."""

    number: int
    words: str
    tabled: bool
    dealt: bool


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The controls of the meeting, each with the reason where it is closed.

    `calls_roll`, `opening_speeches` and `warns` say what the house knows; `order_open`: the chair may set the
    order of the topics now. `aside` are the names of the rules that are set aside for this session.
    """

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
    calls_roll: bool
    why_not_call_to_order: str
    order_open: bool
    opening_speeches: bool
    why_not_opening: str
    warns: bool
    why_not_warn: str
    why_not_poll: str
    why_not_silence: str
    why_not_challenge: str
    aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BetweenView:
    """Now, while no topic is under debate: what comes next. `until` is when the meeting resumes.

    `adjourns` is the kind of motion by which this house ends the committee once no topic is left; "" before.
    """

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
    calls_roll: bool
    why_not_call_to_order: str
    order_open: bool
    opening_speeches: bool
    adjourns: str


@dataclass(frozen=True, slots=True)
class NextQuestionView:
    """Now, in voting procedure without a vote on the floor: the questions in the order of voting.

    `asked` is the key of the draft that may be adopted without a vote, "" where the chair has not asked;
    `may_ask` whether it can ask for the draft that is next; `first_asks` whether the house wants it to.
    `explaining` are the questions on which votes can be explained. `waits` is the draft that is voted on once
    more at a later meeting, "" for none, and `why_not_suspend` what stands against ending this one.
    """

    template: ClassVar[str] = "cockpit/next_question.html"
    coalesced: ClassVar[bool] = False
    committee: int
    questions: tuple[Question, ...]
    waits: str
    why_not_suspend: str
    why_not_end: str
    asked: str
    may_ask: bool
    first_asks: bool
    explaining: tuple[Option, ...]


def draw_meeting(floor: Floor, directory: Directory) -> MeetingView:
    """Every control of the meeting, always in its place."""
    rules, speak = floor.rulebook, tongue(directory)
    return MeetingView(
        directory.committee,
        phase(floor),
        topics(floor),
        closed(floor, directory, StartRollCall),
        closed(floor, directory, OpenDebate),
        closed(floor, directory, SuspendMeeting),
        closed(floor, directory, ResumeMeeting),
        closed(floor, directory, EndVoting),
        calls_the_roll(floor),
        closed(floor, directory, OpenMeeting),
        sets_agenda(floor),
        bool(rules.speeches.opening_seconds),
        closed(floor, directory, BeginOpeningSpeeches),
        rules.warnings.used,
        closed(floor, directory, WarnDelegation),
        closed(floor, directory, TakeStrawPoll),
        closed(floor, directory, KeepSilence),
        closed(floor, directory, ChallengeQuorum),
        tuple(sorted(rule_name(rule, speak) for rule in suspended(floor))),
    )


def sets_agenda(floor: Floor) -> bool:
    """Whether the chair may set the order of the topics now, without insisting."""
    return len(floor.topics) > 1 and not stands_against(floor, presiding(floor), SetAgenda)


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
        calls_the_roll(floor),
        closed(floor, directory, OpenMeeting),
        sets_agenda(floor),
        not stands_against(floor, presiding(floor), BeginOpeningSpeeches),
        _adjourns(floor),
    )


def _adjourns(floor: Floor) -> str:
    ends = (rule.kind for rule in floor.rulebook.motions if rule.effect == "adjourn_meeting")
    return next(ends, "") if nothing_left(floor) else ""


def next_question(floor: Floor, directory: Directory) -> NextQuestionView:
    """Amendments first, then the drafts in their order."""
    found, why = questions(floor, directory), closed(floor, directory, EndVoting)
    asked, step = floor.action.asked, next_step(floor)
    top = found[0] if found and found[0].about == "paper" else None
    may_ask = top is not None and not asked and not refused(floor, directory, AskConsensus(top.subject))
    first = step is not None and step.kind == "consensus"
    return NextQuestionView(
        directory.committee,
        found,
        capital(told(floor, directory).paper(step.subject))
        if step is not None and step.kind == "waits"
        else "",
        closed(floor, directory, SuspendMeeting),
        why,
        asked.paper if asked else "",
        may_ask,
        first,
        explaining(floor, directory),
    )


def topics(floor: Floor) -> tuple[Topic, ...]:
    """The agenda in its order; a committee without topics debates its only, unnamed one."""
    words = floor.topics or ("",)
    order = floor.meeting.agenda or range(1, len(words) + 1)
    tabled, dealt = floor.meeting.tabled, floor.meeting.dealt
    return tuple(Topic(number, words[number - 1], number in tabled, number in dealt) for number in order)
