"""Which of several motions is put first: the order of the house, then its tie-breaks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.procedure.caucuses import EndCaucus
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

HELD: dict[str, dict[str, Any]] = {
    "long, few speakers": {"total_seconds": 600, "speech_seconds": 60, "topic": "a"},
    "short": {"total_seconds": 300, "speech_seconds": 60, "topic": "b"},
    "long, many speakers": {"total_seconds": 600, "speech_seconds": 30, "topic": "c"},
}


def order(*breaks: str) -> list[str]:
    """The names of the three caucuses in the order in which they are put."""
    meeting = in_debate(rulebook=house(caucuses={"tiebreak": breaks}))
    numbers = {meeting.motion("moderated_caucus", "peru", **terms): name for name, terms in HELD.items()}
    return [numbers[motion.number] for motion in meeting.floor.motions.pending]


@pytest.mark.parametrize(
    ("breaks", "first", "second"),
    [
        (("longest_total_first", "most_speakers_first"), "long, many speakers", "long, few speakers"),
        (("longest_total_first", "order_raised"), "long, few speakers", "long, many speakers"),
        (("shortest_total_first", "most_speakers_first"), "short", "long, many speakers"),
        (("most_speakers_first",), "long, many speakers", "long, few speakers"),
        (("order_raised",), "long, few speakers", "short"),
        ((), "long, few speakers", "short"),
    ],
)
def test_between_equals_the_tie_breaks_of_the_house(breaks: tuple[str, ...], first: str, second: str) -> None:
    assert order(*breaks)[:2] == [first, second]


def after_a_caucus(*breaks: str) -> Meeting:
    """In a house where an extension has no place of its own, and a caucus has just ended."""
    book = house(caucuses={"tiebreak": breaks})
    unordered = ("extend_caucus", "moderated_caucus")
    rows = tuple(replace(row, ordered=False) if row.kind in unordered else row for row in book.motions)
    places = tuple(kind for kind in book.precedence if kind not in unordered)
    meeting = in_debate(rulebook=replace(book, motions=rows, precedence=places))
    meeting.carry("moderated_caucus", "peru", total_seconds=300, speech_seconds=60, topic="a")
    return meeting


@pytest.mark.parametrize(
    ("breaks", "first"),
    [
        (("extension_first", "longest_total_first"), "extend_caucus"),
        (("longest_total_first", "extension_first"), "moderated_caucus"),
    ],
)
def test_t22_an_extension_and_a_longer_caucus_of_the_same_rank(breaks: tuple[str, ...], first: str) -> None:
    meeting = after_a_caucus(*breaks)
    meeting.do(EndCaucus())
    meeting.motion("moderated_caucus", "ghana", total_seconds=900, speech_seconds=60, topic="b")
    meeting.motion("extend_caucus", "spain", total_seconds=300)
    assert meeting.floor.motions.pending[0].kind == first


def test_a_motion_takes_its_place_whenever_it_is_moved() -> None:
    meeting = in_debate()
    meeting.motion("speaking_time", "peru", speech_seconds=60)
    meeting.motion("unmoderated_caucus", "ghana", total_seconds=300)
    meeting.motion("suspend_meeting", "spain")
    kinds = [motion.kind for motion in meeting.floor.motions.pending]
    assert kinds == ["suspend_meeting", "unmoderated_caucus", "speaking_time"]
