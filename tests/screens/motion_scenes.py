"""How a motion comes to its vote, as the cockpit draws it: seconds, objections, speakers for and against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.procedure.handling import ObjectToMotion, SecondMotion
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.rulebook_files import load
from app.procedure.timetable import SetTimetable
from app.procedure.turns import CallOnQuestion
from tests.procedure.meeting import Meeting
from tests.screens.debate_scenes import here, opened


def unseconded() -> Meeting:
    """In a house of seconds: one motion waits for its second, one has it."""
    meeting = opened("jamun")
    seats = here(meeting)
    meeting.motion("unmoderated_caucus", seats[3], total_seconds=600, topic="merging two papers")
    second = meeting.motion(
        "moderated_caucus", seats[5], total_seconds=600, speech_seconds=60, topic="Legal aid"
    )
    meeting.do(SecondMotion(second), by=seats[6])
    return meeting


def nobody_objects() -> Meeting:
    """In a house where what nobody objects to passes: one motion is seconded, one was objected to."""
    book = load("harvard")
    meeting = opened(replace(book, handling=replace(book.handling, seconds="second_or_objection_ladder")))
    seats = here(meeting)
    for kind, mover in (("unmoderated_caucus", seats[3]), ("close_speakers_list", seats[4])):
        terms: dict[str, Any] = {"total_seconds": 600} if kind == "unmoderated_caucus" else {}
        number = meeting.motion(kind, mover, **terms)
        meeting.do(SecondMotion(number), by=seats[7])
    meeting.do(ObjectToMotion(meeting.floor.motions.pending[1].number), by=seats[8])
    return meeting


def to_be_heard() -> Meeting:
    """A motion on which delegations speak before it is put."""
    meeting = opened()
    meeting.motion("adjourn_debate", here(meeting)[6])
    return meeting


def hearing() -> Meeting:
    """It is taken up, and one delegation asks to speak on each side."""
    meeting = to_be_heard()
    number, seats = meeting.floor.motions.pending[0].number, here(meeting)
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for", seats[6]))
    meeting.do(SpeakOnMotion(number, "against", seats[12]))
    return meeting


def speaking_on_it() -> Meeting:
    """The first of them speaks."""
    meeting = hearing()
    meeting.do(CallOnQuestion("motion", meeting.floor.motions.pending[0].number))
    return meeting


def before_a_break() -> Meeting:
    """The day has its times; a motion for twelve minutes waits, and the next break is in nine."""
    meeting = opened()
    midnight = meeting.at + 9 * 60_000 - 30 * 60_000
    meeting.do(SetTimetable(max(0, midnight), (0, 30, 60, 90)))
    meeting.motion("moderated_caucus", here(meeting)[3], total_seconds=720, speech_seconds=60, topic="Water")
    return meeting


SCENES: Mapping[str, Callable[[], Meeting]] = {
    one.__name__: one
    for one in (unseconded, nobody_objects, to_be_heard, hearing, speaking_on_it, before_a_break)
}
"""Every one of these states by name."""
