"""P-06 (over real sockets): however often and however late a ballot comes, three counts agree.

Counted = stored = acknowledged: the tally, the minutes, and what the seats were told.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.promises.ballots_at_once import Hall, hall
from tests.store.places import Place

SEATS, CONNECTIONS, TIMES, RACES = 12, 16, 5, 5
ALL_SEATS, MANY_CONNECTIONS, MANY_RACES = 30, 64, 100


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A small hall on SQLite."""
    with hall(Place("", tmp_path_factory.mktemp("hall")), SEATS, CONNECTIONS) as made:
        yield made


def test_p06_every_ballot_five_times_over_several_connections_counts_once(small: Hall) -> None:
    counted = small.storm(TIMES)
    assert counted.agrees() and len(counted.acknowledged) == SEATS


def test_p06_a_ballot_that_comes_while_the_chair_closes_is_counted_or_refused(small: Hall) -> None:
    chance = random.Random(6)
    for number in range(RACES):
        assert small.race(chance).agrees(), number


@pytest.mark.long
def test_p06_the_storm_and_a_hundred_races_of_a_whole_hall(place: Place) -> None:
    chance, accepted = random.Random(66), 0
    with hall(place, ALL_SEATS, MANY_CONNECTIONS) as whole:
        counted = whole.storm(TIMES)
        assert counted.agrees() and len(counted.acknowledged) == ALL_SEATS
        for number in range(MANY_RACES):
            counted = whole.race(chance)
            assert counted.agrees(), number
            accepted += len(counted.acknowledged)
    raced = MANY_RACES * ALL_SEATS
    print(f"of {raced} ballots that came as the vote closed {accepted} counted, {raced - accepted} were late")
    assert MANY_RACES < accepted < raced - MANY_RACES, "the chair's press and the ballots met"
