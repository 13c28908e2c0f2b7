"""All motions of all houses, moved as their forms ask: they pass by one vote, fail by one, and do as said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.procedure.floor import Floor
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rulebook_files import load, names, overlay_names
from tests.procedure.motion_table import TABLE
from tests.procedure.moving import decide, move

BOOKS = {name: load(name) for name in names()}
BOOKS |= {f"harvard+{overlay}": load(f"harvard+{overlay}") for overlay in overlay_names()}
ROWS = [(name, rule.kind) for name, book in BOOKS.items() for rule in book.motions]


def row_of(name: str, kind: str) -> tuple[Rulebook, MotionRule]:
    book = BOOKS[name]
    rule = book.motion(kind)
    assert rule is not None
    return book, rule


def granted_on_request(name: str, kind: str) -> bool:
    """Whether nobody can refuse it."""
    book, rule = row_of(name, kind)
    return book.carried(rule) == "automatic"


def at_rest(floor: Floor) -> Floor:
    """What a motion that failed may not have changed: all but motions, votes, and the count of acts."""
    blank = Floor()
    return replace(
        floor, number=0, head="", at=0, motions=blank.motions, votes=blank.votes, rulings=blank.rulings
    )


def test_every_effect_that_a_house_offers_has_its_row() -> None:
    offered = {rule.effect for book in BOOKS.values() for rule in book.motions}
    assert offered - set(TABLE) == set(), "tests/procedure/motion_table.py lacks an effect"


@pytest.mark.parametrize(("name", "kind"), ROWS)
def test_it_passes_by_one_vote_and_does_what_it_says(name: str, kind: str) -> None:
    book, rule = row_of(name, kind)
    row = TABLE[rule.effect]
    meeting = row.where(book)
    before = meeting.floor
    number = move(meeting, rule)
    before = meeting.floor if book.carried(rule) != "automatic" else before
    events = [type(event).__name__ for event in decide(meeting, number, passes=True)]
    decided = events.index("MotionDecided")
    assert tuple(events[decided + 1 :]) == row.events
    assert row.holds(before, meeting.floor)
    assert meeting.floor.motions.decided[-1].ending == "passed"
    assert meeting.replayed() == meeting.floor


@pytest.mark.parametrize(("name", "kind"), [row for row in ROWS if not granted_on_request(*row)])
def test_it_fails_by_one_vote_and_changes_nothing_else(name: str, kind: str) -> None:
    book, rule = row_of(name, kind)
    meeting = TABLE[rule.effect].where(book)
    number = move(meeting, rule)
    before = meeting.floor
    decide(meeting, number, passes=False)
    assert meeting.floor.motions.decided[-1].ending == "failed"
    if rule.effect != "set_agenda":  # where an order of two topics fails, the other is taken [MUP2]
        assert at_rest(meeting.floor) == at_rest(before)
