"""The rulebooks that ship: every file and every overlay on each of them, held against the reference."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.effects import EFFECTS
from app.procedure.parameters import with_parameters
from app.procedure.published_orders import PUBLISHED
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import compose, load, names, overlay_names
from tests.procedure.section_c import OVERLAYS, RULESETS

FACTS = [(house, name, value) for house, facts in RULESETS.items() for name, value in facts.items()]
ON_TOP = [
    (house, overlay, name, value)
    for house in RULESETS
    for overlay, facts in OVERLAYS.items()
    for name, value in facts.items()
]


def test_the_houses_and_the_overlays_of_the_reference_are_there() -> None:
    assert set(names()) == set(RULESETS)
    assert set(overlay_names()) == set(OVERLAYS)


@pytest.mark.parametrize(("house", "name", "value"), FACTS)
def test_what_the_reference_says_of_a_house_is_so(house: str, name: str, value: Any) -> None:
    """To set a fact changes nothing: it is so already."""
    assert _with(load(house), name, value) == load(house)


@pytest.mark.parametrize(("house", "overlay", "name", "value"), ON_TOP)
def test_an_overlay_rules_on_top_of_every_house(house: str, overlay: str, name: str, value: Any) -> None:
    both = compose(house, (overlay,))
    assert _with(both, name, value) == both


@pytest.mark.parametrize("house", RULESETS)
def test_every_motion_on_offer_has_its_place_or_is_declared_unordered(house: str) -> None:
    for overlays in ((), *((one,) for one in OVERLAYS), tuple(OVERLAYS)):
        book = compose(house, overlays)
        assert {rule.kind for rule in book.motions if rule.ordered} == set(book.precedence)
        assert {rule.effect for rule in book.motions} <= set(EFFECTS)


@pytest.mark.parametrize("house", RULESETS)
def test_overlays_say_what_the_house_is(house: str) -> None:
    book = load(f"{house}+security_council+latin_american")
    assert book.id == f"{house}+security_council+latin_american"
    assert book.title.endswith(" + Security Council + Latin American circuit")
    assert set(load(house).notes) < set(book.notes)


@pytest.mark.parametrize("order", PUBLISHED)
@pytest.mark.parametrize("house", RULESETS)
def test_a_house_takes_a_published_order_by_name(house: str, order: str) -> None:
    book = load(house)
    taken = with_parameters(book, {"precedence_of": order}).precedence
    known = [kind for kind in PUBLISHED[order] if book.motion(kind)]
    assert list(taken[: len(known)]) == known
    assert list(taken[len(known) :]) == [kind for kind in book.precedence if kind not in known]


def test_each_house_is_another() -> None:
    houses = [load(name) for name in names()]
    assert len({book.title for book in houses}) == len(houses)
    for book in houses:
        assert book.evidence, f"{book.id} does not say how well it is known"
        assert book.notes


def _with(book: Rulebook, name: str, value: Any) -> Rulebook:
    """The book with one fact; that a motion is not there is a fact too, and so is what carries one.

    A row that names no majority has that of the house (`votes.procedural`).
    """
    kind, _, field = name.removeprefix("motions.").partition(".")
    rule = book.motion(kind)
    if field == "majority" and rule is not None and rule.majority is None:
        assert book.carried(rule) == value
        return book
    if value is None:
        assert book.motion(name.removeprefix("motions.")) is None
        return book
    return with_parameters(book, {name: value})
