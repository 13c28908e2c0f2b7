"""What elects: half and more, the most votes, equal ones, blank ones, and the ballots that follow."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.procedure.election_results import Ballots, Decided, decided


def result(
    votes: dict[str, int], valid: int, places: int = 1, ballot: int = 1, needed: Any = "majority"
) -> Decided:
    """What such ballots decide."""
    return decided(Ballots(votes, valid), places, needed, ballot, tuple("abcdef"))


def test_most_votes_elect_where_a_house_has_it_so() -> None:
    assert result({"a": 3, "b": 2, "c": 2}, 7, needed="most") == Decided(("a",))
    assert result({"a": 3, "b": 2, "c": 2}, 7, places=2, needed="most") == Decided(("a",), again=("b", "c"))
    assert result({"a": 0, "b": 1}, 1, needed="most") == Decided(("b",))


def test_equal_for_the_last_place_stand_again_alone_with_their_equals() -> None:
    votes = {"a": 9, "b": 8, "c": 8, "d": 1}
    assert result(votes, 10, places=2) == Decided(("a",), again=("b", "c"))
    assert result({"b": 5, "c": 5}, 10, ballot=2) == Decided(lot=("b", "c"))


def test_nobody_is_elected_by_blank_ballots_nor_by_lot_among_them() -> None:
    assert result({"a": 0, "b": 0}, 0, ballot=2) == Decided(again=("a", "b"))


def test_after_the_third_inconclusive_ballot_all_stand_again() -> None:
    votes = {"a": 4, "b": 3, "c": 3}
    assert result(votes, 10, ballot=2).again == ("a", "b", "c")
    assert result(votes, 10, ballot=3).again == tuple("abcdef")


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=6),
    st.integers(0, 60),
    st.integers(1, 6),
    st.integers(1, 5),
    st.sampled_from(["majority", "most"]),
)
def test_whatever_the_ballots_say(
    votes: list[int], valid: int, places: int, ballot: int, needed: Any
) -> None:
    named = dict(zip("abcdef", votes, strict=False))
    places = min(places, len(named))
    found = result(named, max(valid, *votes, 0), places, ballot, needed)
    assert len(found.elected) <= places and len(set(found.elected)) == len(found.elected)
    assert bool(found.lot or found.again) == (len(found.elected) < places), "it always goes on"
    assert not (found.lot and found.again)
    assert not {*found.lot, *found.again} & set(found.elected)
    if not found.lot:
        out = [named[key] for key in named if key not in found.elected]
        assert (
            all(named[key] > max(out, default=-1) for key in found.elected)
            or not found.elected
            or (min(named[key] for key in found.elected) >= max(out))
        )
