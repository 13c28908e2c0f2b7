"""Order keys: between any two clauses there is room for another, and the keys stay short."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.document import children, key_between
from resolutions.drafting import add_clause
from tests.resolutions.papers import paper


def test_an_order_key_fits_between_any_two() -> None:
    keys = [key_between(None, None)]
    lot = Random(7)
    for _ in range(400):
        at = lot.randint(0, len(keys))
        before = keys[at - 1] if at else None
        keys.insert(at, key_between(before, keys[at] if at < len(keys) else None))
    assert all(left < right for left, right in pairwise(keys))
    assert max(map(len, keys)) < 20


@given(st.lists(st.booleans(), max_size=150))
def test_insertions_at_one_spot_never_run_out_of_keys(turns: list[bool]) -> None:
    low, high = "1", "2"
    for up in turns:
        middle = key_between(low, high)
        assert low < middle < high
        low, high = (middle, high) if up else (low, middle)


def test_lists_that_are_only_appended_or_prepended_keep_short_keys() -> None:
    last = first = key_between(None, None)
    for _ in range(500):
        last, first = key_between(last, None), key_between(None, first)
    assert len(last) < 12
    assert len(first) < 12


@pytest.mark.parametrize(
    ("before", "after_it"), [("V", "V"), ("W", "V"), ("V0", None), ("", None), ("é", None)]
)
def test_keys_without_room_between_them_are_an_error(before: str, after_it: str | None) -> None:
    with pytest.raises(ValueError, match=r"order key|sort before"):
        key_between(before, after_it)


def test_many_insertions_behind_one_clause_do_not_fill_its_keys() -> None:
    document = paper()
    for number in range(300):
        document = add_clause(document, f"n{number}", "operative", "o1", None, "Urges", "peace")
    assert [c.uid for c in children(document, None, "operative")][:3] == ["o1", "n299", "n298"]
    assert max(len(c.order_key) for c in document.clauses) <= 48
