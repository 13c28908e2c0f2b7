"""What each line of a sheet enters: the commands, each made on the floor that the one before it left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.catching_up.motions import motion
from app.catching_up.papers import new_paper
from app.catching_up.reading import count_of, seat_of, seats_of, text_of
from app.catching_up.sheet import Entering, Line, NotRead
from app.catching_up.votes import by_placards, called_by_name
from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.attendance import CloseRollCall, SetStatus, StartRollCall
from app.procedure.caucuses import EndCaucus
from app.procedure.consensus import AdoptWithoutVote, AskConsensus
from app.procedure.debate_speakers import CallDebater
from app.procedure.debate_stages import EndDebateStage
from app.procedure.floor import Floor
from app.procedure.hearing import Side
from app.procedure.list_state import CloseDebate
from app.procedure.presence import Status
from app.procedure.queues import list_in_use
from app.procedure.restating import PassUnopposed
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import (
    CloseSpeakersList,
    JoinSpeakersList,
    LeaveSpeakersList,
    MoveInSpeakersList,
    OpenSpeakersList,
)
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.words.language import N_, Language
from resolutions.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line is read with: the floor before it, the names, the language and the texts of the sheet."""

    floor: Floor
    names: Mapping[str, str]
    say: Language
    texts: tuple[Document, ...] = ()


def entering(line: Line, reading: Reading) -> Entering:
    """The commands of a line. Raises NotRead, at once or when the next is asked for."""
    return READERS[line.word](line, reading)


def speech(line: Line, reading: Reading) -> Entering:
    """From the list in use, whose order may have been another than ours; else called by the chair."""
    floor, seat = reading.floor, seat_of(reading.floor, reading.names, _only(line))
    if floor.speeches.now is not None and floor.speeches.now.seat == seat:
        yield EndSpeech(seat)  # whoever was speaking when the committee went on on paper
        return
    if floor.speeches.now is not None:
        floor = yield EndSpeech(floor.speeches.now.seat)
    using = list_in_use(floor)
    if using is None:
        yield CallSpeaker(seat)
        yield EndSpeech(seat)
        return
    if seat not in using[1].queue:
        floor = yield JoinSpeakersList(seat)
    using = list_in_use(floor)
    if using is not None and using[1].queue[0] != seat:
        yield MoveInSpeakersList(seat, 1, using[1].queue)
    yield CallNextSpeaker()
    yield EndSpeech(seat)


def _on(side: Side) -> Callable[[Line, Reading], Entering]:
    def speech_on(line: Line, reading: Reading) -> Entering:
        seat = seat_of(reading.floor, reading.names, _only(line))
        yield CallDebater(side, seat)
        yield EndSpeech(seat)

    return speech_on


def _status(status: Status) -> Callable[[Line, Reading], Entering]:
    def set_status(line: Line, reading: Reading) -> Entering:
        for seat in seats_of(reading.floor, reading.names, _only(line)):
            yield SetStatus(status, seat)

    return set_status


def _each(command: Callable[[str], Any]) -> Callable[[Line, Reading], Entering]:
    def for_each(line: Line, reading: Reading) -> Entering:
        for seat in seats_of(reading.floor, reading.names, _only(line)):
            yield command(seat)

    return for_each


def _plain(make: Callable[[], Any]) -> Callable[[Line, Reading], Entering]:
    def one(line: Line, reading: Reading) -> Entering:
        yield make()

    return one


def vote(line: Line, reading: Reading) -> Entering:
    """By placards, as the dais counted them."""
    about, key = text_of(reading.floor, line.items[0] if line.items else "")
    counted = count_of(line.items[1]) if len(line.items) == 2 else None
    if counted is None:
        raise NotRead(N_("After what is voted on stands the count: yes, no, abstentions, such as 12-5-2."))
    yield from by_placards(about, key, counted)


def roll_call(line: Line, reading: Reading) -> Entering:
    """By name, in the order of the roll."""
    about, key = text_of(reading.floor, line.items[0] if line.items else "")
    yield from called_by_name(about, key, line.items[1:], reading.floor, reading.names, reading.say)


def consensus(line: Line, reading: Reading) -> Entering:
    """Asked where it was not, and nobody objected."""
    _, key = text_of(reading.floor, _only(line))
    if reading.floor.action.asked is None or reading.floor.action.asked.paper != key:
        yield AskConsensus(key)
    yield AdoptWithoutVote(key)


def unopposed(line: Line, reading: Reading) -> Entering:
    """An amendment that nobody spoke against."""
    yield PassUnopposed(text_of(reading.floor, _only(line))[1])


def take_up(line: Line, reading: Reading) -> Entering:
    """A draft or an amendment comes to its own debate."""
    about, key = text_of(reading.floor, _only(line))
    yield TakeUpAmendment(key) if about == "amendment" else TakeUpDraft(key)


def stage(line: Line, reading: Reading) -> Entering:
    """The time for or against is over."""
    debate = reading.floor.resolution_debate
    if debate is None:
        raise NotRead(N_("No draft is in hand, so there is no time that ended."))
    yield EndDebateStage(debate.now.subject, debate.now.stage)


def debate_opened(line: Line, reading: Reading) -> Entering:
    """On a topic by its number, the first where none is said."""
    told = line.items[0] if line.items else "1"
    if not told.isdecimal():
        raise NotRead(N_("A topic is told by its number on the agenda, such as 2."))
    yield OpenDebate(int(told))


def suspended(line: Line, reading: Reading) -> Entering:
    """Until when, if it was said."""
    yield SuspendMeeting(line.items[0] if line.items else "")


def _only(line: Line) -> str:
    if len(line.items) != 1:
        raise NotRead(N_("After “{word}:” stands one thing and nothing else."), word=line.text.split(":")[0])
    return line.items[0]


READERS: dict[str, Callable[[Line, Reading], Entering]] = {
    "speech": speech,
    "for": _on("for"),
    "against": _on("against"),
    "motion": lambda line, reading: motion(line, reading.floor, reading.names, reading.say),
    "new_paper": lambda line, reading: new_paper(
        line, reading.floor, reading.names, reading.say, reading.texts
    ),
    "vote": vote,
    "roll_call": roll_call,
    "consensus": consensus,
    "unopposed": unopposed,
    "take_up": take_up,
    "stage": stage,
    "present": _status("present"),
    "voting": _status("present_and_voting"),
    "absent": _status("absent"),
    "roll_begins": _plain(StartRollCall),
    "roll_ends": _plain(CloseRollCall),
    "join": _each(JoinSpeakersList),
    "leave": _each(LeaveSpeakersList),
    "list_opened": _plain(OpenSpeakersList),
    "list_closed": _plain(CloseSpeakersList),
    "caucus_ended": _plain(EndCaucus),
    "debate_opened": debate_opened,
    "debate_closed": _plain(CloseDebate),
    "voting_ended": _plain(EndVoting),
    "suspended": suspended,
    "resumed": _plain(ResumeMeeting),
}
"""What a line begins with -> its commands."""
