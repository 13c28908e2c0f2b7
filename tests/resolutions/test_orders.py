"""Two amendments of one text in both orders: the clean commute, those that share no word merge."""

from collections.abc import Iterator
from random import Random

import pytest

from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Move,
    Operation,
    Strike,
    apply,
    classify,
    differences,
)
from resolutions.document import Document, clause_at, content, text_hash
from tests.resolutions.papers import one_clause, said
from tests.resolutions.test_amendments_properties import APPLIES, amendment, drafted

ROUNDS = 300
TELLING = (885, 1542, 2006, 3125, 3283, 3824)  # rounds in which the table alone would get the order wrong
LONG = pytest.param(10_000, marks=[pytest.mark.long])
rounds = pytest.mark.parametrize("count", [ROUNDS, LONG])
Pair = tuple[Document, tuple[Operation, ...], tuple[Operation, ...]]


def pairs(count: int, most: int = 2) -> Iterator[Pair]:
    """Random texts with two random amendments of each."""
    for seed in (*range(count), *TELLING):
        lot = Random(seed)
        base = drafted(lot)
        yield base, amendment(lot, base, "a", most), amendment(lot, base, "b", most)


def as_moved(base: Document, first: tuple[Operation, ...], second: tuple[Operation, ...]) -> object:
    """The text after both, the second in its own words; None when it does not fit any more."""
    changed = differences(base, apply(base, second))
    try:
        return content(apply(apply(base, first), changed))
    except DoesNotApply:
        return None


def as_restated(base: Document, first: tuple[Operation, ...], second: tuple[Operation, ...]) -> object:
    """The text after both, the second as its standing restates it; None when it is lost."""
    standing, now = classify(base, first, second), apply(base, first)
    if standing.kind in APPLIES:
        return content(apply(now, standing.operations))
    return content(now) if standing.reason == "already_there" else None


@rounds
def test_clean_means_that_both_orders_give_one_text(count: int) -> None:
    for base, first, second in pairs(count):
        standing = classify(base, first, second)
        one_way, other_way = as_moved(base, first, second), as_moved(base, second, first)
        if standing.kind in ("clean", "renumbered"):
            assert as_restated(base, first, second) == as_restated(base, second, first)
        elif standing.kind != "moot":
            assert one_way is None or one_way != other_way


@rounds
def test_rewordings_merge_if_and_only_if_their_words_are_disjoint(count: int) -> None:
    for seed in range(count):
        lot = Random(seed)
        words = [f"word{number}" for number in range(lot.randint(2, 12))]
        base = one_clause(" ".join(words))
        ours, theirs = changes(lot, len(words)), changes(lot, len(words))
        first, second = reworded(base, words, ours, "ours"), reworded(base, words, theirs, "theirs")
        standing = classify(base, (first,), (second,))
        disjoint = not any(meet(one, other) for one in ours for other in theirs)
        assert (standing.kind == "mergeable") == disjoint, (words, ours, theirs)
        if disjoint:
            both = [(*one, "ours") for one in ours] + [(*one, "theirs") for one in theirs]
            joined = said("c1", apply(apply(base, (first,)), standing.operations))
            assert joined.split() == put_in(words, both)
        else:
            assert (standing.kind, standing.reason) == ("conflict", "same_words")


def changes(lot: Random, count: int) -> list[tuple[int, int]]:
    """Ranges of words that one rewording replaces; an empty range puts words in before a word."""
    ends = sorted(lot.sample(range(count + 1), lot.choice((2, 2, 2 * min(2, (count + 1) // 2)))))
    ranges = list(zip(ends[::2], ends[1::2], strict=False))
    return [(end, end) if lot.random() < 0.2 else (start, end) for start, end in ranges]


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges share a word, or put words at one place."""
    return one == other or (one[0] < other[1] and other[0] < one[1])


def reworded(base: Document, words: list[str], ranges: list[tuple[int, int]], whose: str) -> Modify:
    clause = clause_at(base, "c1")
    assert clause is not None
    put = put_in(words, [(*one, whose) for one in ranges])
    return Modify("c1", text_hash(clause), clause.opening, " ".join(put))


def put_in(words: list[str], ranges: list[tuple[int, int, str]]) -> list[str]:
    """The words with each range replaced by one word that tells whose it is and where it stands."""
    put: list[str] = []
    at = 0
    for start, end, whose in sorted(ranges):
        put += [*words[at:start], f"{whose}{start}"]
        at = end
    return [*put, *words[at:]]


@rounds
def test_at_most_two_in_a_hundred_disjoint_pairs_conflict(count: int) -> None:
    disjoint = conflicts = 0
    for base, first, second in pairs(count):
        if touched(base, first) & touched(base, second):
            continue
        disjoint += 1
        conflicts += classify(base, first, second).kind == "conflict"
    assert disjoint > count / 10
    assert conflicts <= 0.02 * disjoint, f"{conflicts} of {disjoint}"


def touched(base: Document, operations: tuple[Operation, ...]) -> set[str | None]:
    """The clauses that an amendment changes or puts something under, but for the top level."""
    changes = differences(base, apply(base, operations))
    uids = {op.uid for op in changes if isinstance(op, Strike | Modify | Move)}
    under = {op.parent for op in changes if isinstance(op, Add | Move)} - {None}
    below = {c.uid for c in base.clauses if _line(base, c.uid) & uids}
    return uids | under | below


def _line(base: Document, uid: str | None) -> set[str]:
    line: set[str] = set()
    while uid is not None and (clause := clause_at(base, uid)):
        line.add(uid)
        uid = clause.parent
    return line


@rounds
def test_after_any_adoption_each_pending_amendment_is_in_exactly_one_class(count: int) -> None:
    for base, first, second in pairs(count, most=3):
        standing = classify(base, first, second)
        assert standing.kind in (*APPLIES, "conflict", "moot")
        assert bool(standing.operations) == (standing.kind in APPLIES)
        uids = {c.uid for c in apply(base, first).clauses}
        if standing.kind in APPLIES:
            final = apply(apply(base, first), standing.operations)
            named = {op.uid for op in standing.operations if hasattr(op, "uid")}
            assert {c.uid for c in final.clauses} - uids <= named
            assert all(c.parent is None or clause_at(final, c.parent) for c in final.clauses)
