"""What happens in a debate beside speeches, as the cockpit draws it: points, appeals, seconds, questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.procedure.agenda import OpenDebate
from app.procedure.appeals import AppealRuling
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.hearing import Hearing
from app.procedure.hearings import speakers_on_appeal
from app.procedure.points import RaisePoint
from app.procedure.presence import calls_the_roll
from app.procedure.question_time import CallQuestioner
from app.procedure.raised_placards import RaisePlacard
from app.procedure.replies import AskReply
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.ruling_points import RulePoint
from app.procedure.sittings import OpenMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.voting import OpenVote
from app.procedure.warnings import WarnDelegation
from app.procedure.yields import YieldFloor
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting
from tests.screens.cockpit_pages import founded, members


def here(meeting: Meeting) -> list[str]:
    """The members that are present."""
    return [key for key in members() if meeting.floor.attendance.here(key)]


def opened(book: Rulebook | str = "harvard", away: int = 0) -> Meeting:
    """Debate is open in a house of this book; the last `away` members are absent."""
    meeting = founded(load(book) if isinstance(book, str) else book)
    if not calls_the_roll(meeting.floor):
        return _unrolled(meeting)
    meeting.do(StartRollCall())
    for key in members()[len(members()) - away :]:
        meeting.do(SetStatus("absent", key))
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    meeting.do(OpenDebate(1))
    return meeting


def _unrolled(meeting: Meeting) -> Meeting:
    """Debate is open in a house that marks who comes."""
    for key in members():
        meeting.do(SetStatus("present", key))
    meeting.do(OpenMeeting())
    meeting.do(OpenDebate(1))
    return meeting


def speech(book: Rulebook | str = "harvard", away: int = 0) -> Meeting:
    """A delegation speaks, and three wait."""
    meeting = opened(book, away)
    for key in here(meeting)[2:6]:
        meeting.do(JoinSpeakersList(key))
    meeting.do(CallNextSpeaker())
    return meeting


def point_of_order() -> Meeting:
    """A point of order stops a speech; a question to the chair waits behind it."""
    meeting = speech()
    seats = here(meeting)
    said = "The speaker is not on the topic of this caucus"
    meeting.do(RaisePoint("order", said, seat=seats[9]), after=31)
    meeting.do(RaisePoint("order", seat=seats[11]))
    return meeting


def question_to_chair() -> Meeting:
    """Between speeches a delegation asks the chair something."""
    meeting = opened()
    meeting.do(RaisePoint("inquiry", "May amendments still be handed in?", seat=here(meeting)[4]))
    return meeting


def ruled(book: Rulebook | str = "harvard") -> Meeting:
    """The point was ruled on: the ruling may be appealed."""
    meeting = speech(book)
    meeting.do(RaisePoint("order", "The list was closed", seat=here(meeting)[9]), after=20)
    waiting = meeting.floor.points.pending[0]
    meeting.do(RulePoint(waiting.number, "The list is open until the chair closes it.", False))
    return meeting


def appeal() -> Meeting:
    """It is appealed in a house that hears two speakers on each side, the appellant first."""
    book = load("harvard")
    meeting = ruled(replace(book, appeals=replace(book.appeals, speakers_for=2, speakers_against=2)))
    meeting.do(AppealRuling(meeting.floor.rulings.fresh, "The chair had closed it", here(meeting)[9]))
    return meeting


def appeal_put() -> Meeting:
    """The appeal is put: the ruling stands unless two thirds are against it."""
    meeting = ruled(house(appeals={"question": "uphold", "majority": "two_thirds_to_overrule"}))
    ruling = meeting.floor.rulings.fresh
    meeting.do(AppealRuling(ruling, "It was closed by a motion", seat=here(meeting)[9]))
    if not speakers_on_appeal(meeting.floor).enough(Hearing()):
        meeting.do(WaiveSpeakers("ruling", ruling))
    meeting.do(OpenVote("ruling", str(ruling), "placards"))
    return meeting


def appellant() -> Meeting:
    """The appellant speaks."""
    meeting = appeal()
    now = meeting.floor.speeches.now
    number = meeting.floor.rulings.made[-1].number
    meeting.do(CallOnQuestion("ruling", number, now.seat if now else ""))
    return meeting


def questions() -> Meeting:
    """The speaker yielded to questions; one is asked, another placard is up."""
    meeting = speech()
    seats = here(meeting)
    meeting.do(YieldFloor("questions"), after=20)
    meeting.do(RaisePlacard(seats[9]))
    meeting.do(RaisePlacard(seats[10]))
    meeting.do(CallQuestioner(seats[9]))
    return meeting


def comments() -> Meeting:
    """The speech is over; two comments may follow."""
    book = load("harvard")
    rules = replace(book.yields, comments_if_none=True, to=("chair", "delegate", "questions", "comments"))
    meeting = speech(replace(book, yields=rules))
    now = meeting.floor.speeches.now
    assert now is not None
    meeting.do(EndSpeech(now.seat), after=40)
    meeting.do(RaisePlacard(here(meeting)[10]))
    return meeting


def slot() -> Meeting:
    """A moderated caucus has begun: its proposer is asked when it speaks."""
    meeting = opened()
    terms: dict[str, Any] = {"total_seconds": 600, "speech_seconds": 60, "topic": "Notice before flights"}
    meeting.carry("moderated_caucus", here(meeting)[5], **terms)
    return meeting


def exhausted() -> Meeting:
    """The list has run empty."""
    meeting = opened()
    meeting.do(JoinSpeakersList(here(meeting)[2]))
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech(here(meeting)[2]), after=60)
    return meeting


def reply() -> Meeting:
    """A delegation asks to reply to the speech that was held."""
    meeting = speech()
    seats = here(meeting)
    meeting.do(AskReply("The speaker called my government a smuggler", seats[14]), after=30)
    return meeting


def warned() -> Meeting:
    """A house that counts warnings: one delegation had two. A speaker takes points of information."""
    meeting = speech("jamun")
    for reason in ("Spoke without the floor", "Again"):
        meeting.do(WarnDelegation(here(meeting)[1], reason))
    return meeting


_TOLD = (
    *(point_of_order, question_to_chair, ruled, appeal, appeal_put, appellant),
    *(questions, comments, slot, exhausted, reply, warned),
)
SCENES: Mapping[str, Callable[[], Meeting]] = {one.__name__: one for one in _TOLD}
"""Every one of these states by name."""
