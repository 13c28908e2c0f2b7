"""The classes of pending amendments, held against plain models of what they mean."""

from collections.abc import Iterable
from random import Random

import pytest

from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Move,
    Operation,
    apply,
    classify,
    differences,
)
from resolutions.document import Document, clause_at, content, descendants, text_hash
from resolutions.drafting import add_clause
from tests.resolutions.test_amendments_properties import amendment, drafted

FEW = range(150)
MANY = pytest.param(range(10_000), marks=[pytest.mark.long], id="ten thousand")
ROUNDS = [pytest.param(FEW, id="few"), MANY]
UNCHANGED = ("clean", "renumbered")


def in_order(base: Document, *amendments: tuple[Operation, ...]) -> Document | None:
    """The text after these amendments one after the other; None where one does not fit."""
    text = base
    try:
        for operations in amendments:
            text = apply(text, operations)
    except DoesNotApply:
        return None
    return text


@pytest.mark.parametrize("rounds", ROUNDS)
def test_an_amendment_is_clean_if_and_only_if_both_orders_give_one_text(rounds: range) -> None:
    for seed in rounds:
        lot = Random(seed)
        base = drafted(lot)
        first, second = amendment(lot, base, "a", 2), amendment(lot, base, "b", 2)
        first = differences(base, apply(base, first))
        second = differences(base, apply(base, second))
        standing, turned = classify(base, first, second), classify(base, second, first)
        if "moot" in (standing.kind, turned.kind):
            continue
        there, back = in_order(base, first, second), in_order(base, second, first)
        if there is not None and back is not None and content(there) == content(back):
            assert standing.kind in UNCHANGED, seed
        if standing.kind in UNCHANGED:
            # the other way round it may have to be confirmed, as it is restated; the text is the same
            assert turned.kind != "conflict", seed
            one, other = in_order(base, first, standing.operations), in_order(base, second, turned.operations)
            assert one is not None and other is not None and content(one) == content(other), seed


def cut(lot: Random, words: list[str], mark: str) -> tuple[tuple[int, int], str]:
    """A run of words (from, to) and the text in which other words stand in its place."""
    start = lot.randrange(len(words))
    end = lot.randint(start + 1, min(len(words), start + 4))
    new = [f"{mark}{at}" for at in range(lot.randint(0, 3))]
    return (start, end), " ".join([*words[:start], *new, *words[end:]])


@pytest.mark.parametrize("rounds", ROUNDS)
def test_rewordings_are_mergeable_if_and_only_if_their_words_are_disjoint(rounds: range) -> None:
    for seed in rounds:
        lot = Random(seed)
        words = [f"w{at}" for at in range(lot.randint(6, 16))]
        base = add_clause(Document("T", "O"), "o1", "operative", None, None, "Urges", " ".join(words))
        clause = base.clauses[0]
        (mine, one), (yours, other) = cut(lot, words, "x"), cut(lot, words, "y")
        pair = [(Modify("o1", text_hash(clause), "Urges", text),) for text in (one, other)]
        kind = classify(base, *pair).kind
        disjoint = mine[1] <= yours[0] or yours[1] <= mine[0]
        if one == other:
            assert kind == "moot", seed
        elif disjoint:
            assert kind in (*UNCHANGED, "mergeable"), (seed, one, other)
        else:
            assert kind == "conflict", (seed, one, other)


def touched(base: Document, operations: Iterable[Operation]) -> set[str]:
    """The clauses that an amendment is about: what it changes and all below, and where it puts something."""
    found: set[str] = set()
    for one in operations:
        names = {getattr(one, "uid", None)}
        if isinstance(one, Add | Move):
            names |= {one.parent, one.after}
        for name in names - {None}:
            found.add(str(name))
            if clause_at(base, str(name)):
                found |= {below.uid for below in descendants(base, str(name))}
    return found


@pytest.mark.parametrize("rounds", ROUNDS)
def test_hardly_any_pair_that_touches_other_clauses_is_in_conflict(rounds: range) -> None:
    pairs = conflicts = 0
    for seed in rounds:
        lot = Random(seed)
        base = drafted(lot, 12)
        first, second = amendment(lot, base, "a", 2), amendment(lot, base, "b", 2)
        if touched(base, first) & touched(base, second):
            continue
        pairs += 1
        conflicts += classify(base, first, second).kind == "conflict"
    assert pairs > len(rounds) / 10, "the rounds are about something"
    assert conflicts <= pairs * 0.02, f"{conflicts} of {pairs}"
