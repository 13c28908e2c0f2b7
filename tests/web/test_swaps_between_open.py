"""Delegations change places between committees that are open, as long as nothing of theirs is on a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import httpx2 as httpx
import pytest

from app.assignments import assigned
from app.opening import open_prepared
from app.preparing.preparation import Preparation
from app.preparing.preparations import begin, one
from delegations.roster import Rights, all_members
from tests.served import Served

HERE = "/organizer/conference"
HTML = {"Accept": "text/html"}
ISLANDS = tuple(state for state in all_members() if state.iso2 in ("FJ", "WS", "TO"))


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def islands(served: Served) -> int:
    """Another open committee, of three islands; Fiji has a veto there."""
    store = served.house.store
    ready = Preparation(
        name="Islands", topics=("Tides",), delegations=ISLANDS, rights={"fiji": Rights(veto=True)}
    )
    key = served.ask(begin(store, 1, ready, 1))
    return served.ask(open_prepared(store, served.ask(one(store, key, (1,))), 2))


def swap(served: Served, one: str, other: str) -> httpx.Response:
    client = served.client("organizer")
    return client.post(f"{HERE}/swaps", data={"one": one, "other": other}, headers=HTML)


def seated(served: Served, committee: int) -> dict[str, tuple[str, bool, bool]]:
    """Key of each open seat of a delegation: kind, veto, whether somebody named sits there."""
    floor = served.ask(served.house.room(committee)).floor
    people = {(o.committee, o.seat_key) for o in served.ask(assigned(served.house.store, (1,)))}
    return {
        seat.key: (seat.kind, seat.veto, (committee, seat.key) in people)
        for seat in floor.seats.values()
        if not seat.is_dais and not seat.closed
    }


def test_two_delegations_change_places_with_rights_people_and_new_codes(served: Served, islands: int) -> None:
    organizer, council = served.client("organizer"), served.committee
    list_ = "name,delegation,committee\nFirst Student,Fiji,Islands\n"
    organizer.post("/organizer/people/taken", data={"table": list_}, headers=HTML)
    shown = unescape(organizer.get(HERE, headers=HTML).text)
    assert f'value="c{islands}:fiji"' in shown and f'value="c{council}:ghana"' in shown
    answer = swap(served, f"c{islands}:fiji", f"c{council}:ghana")
    assert answer.status_code == 200, answer.text
    assert len(re.findall('class="seatcode"', answer.text)) == 2
    assert seated(served, council)["fiji"] == ("member", True, True) and "ghana" not in seated(
        served, council
    )
    assert seated(served, islands)["ghana"] == ("member", False, False)
    assert "fiji" not in seated(served, islands)
    assert served.house.directory(council).entry("fiji").iso2 == "FJ"
    assert served.house.directory(council).profiles["fiji"].questions
    back = swap(served, f"c{council}:fiji", f"c{islands}:ghana")
    assert back.status_code == 200, "and back, under keys of their own: the first seats stay closed"
    again = [key for key in seated(served, islands) if key.startswith("fiji")]
    assert again and again != ["fiji"] and seated(served, islands)[again[0]][2]


def test_what_cannot_be_swapped_is_said_and_stays(served: Served, islands: int) -> None:
    council = served.committee
    served.do("chair", "/roll-calls")
    served.do("chair", "/roll-call/all-present")
    before = seated(served, council), seated(served, islands)
    refused = {
        "has acted in": (f"c{islands}:fiji", f"c{council}:ghana"),
        "two different committees": (f"c{islands}:fiji", f"c{islands}:samoa"),
        "not in that committee any more": (f"c{islands}:atlantis", f"c{council}:"),
        "dais": (f"c{islands}:dais-1", f"c{council}:"),
        "no longer": (f"c{islands}:fiji", "c999:"),
    }
    for words, (mine, other) in refused.items():
        answer = swap(served, mine, other)
        assert answer.status_code == 422, words
        assert words in answer.text or words in ("dais", "no longer")
    assert (seated(served, council), seated(served, islands)) == before
    assert swap(served, f"c{islands}:fiji", f"c{council}:").status_code == 200, "into a meeting that sits"
    assert "fiji" in seated(served, council)


def test_one_that_is_open_and_one_that_is_not_are_no_pair(served: Served, islands: int) -> None:
    ready = Preparation(name="Lakes", topics=("Ice",), delegations=all_members()[:3])
    key = served.ask(begin(served.house.store, 1, ready, 1))
    answer = swap(served, f"c{islands}:fiji", f"{key}:")
    assert answer.status_code == 422 and "Open it first" in answer.text
