"""A library item for a whole conference: added once, read in every committee, sent by each for itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from html import unescape

import httpx2 as httpx
import pytest

from app.founding import found_rehearsal
from tests.served import Served
from tests.web.shelf import add, page, press

SHELF = "/organizer/library"
NEWS = "Boats collide off the coast\n\nGhana and Peru asked for help. A/RES/73/195 was named."
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("data")) as running:
        yield running


def bring(client: httpx.Client, **given: str) -> httpx.Response:
    return client.post(SHELF, data=given, files={"none": ("", b"")}, headers=HTML)


def item_of(client: httpx.Client, title: str) -> int:
    """The number of an item on the organizer's list."""
    rows = client.get(SHELF, headers=HTML).text.split('<li id="item-')[1:]
    return int(next(row for row in rows if title in row).split('"')[0])


def read(served: Served, committee: int, client: httpx.Client, item: int) -> str:
    answer = client.get(f"/committees/{committee}/library/item-{item}", headers=HTML)
    return unescape(answer.text) if answer.status_code == 200 else ""


def test_it_is_added_once_and_stands_in_every_committee_also_in_later_ones(served: Served) -> None:
    organizer = served.client("organizer")
    other, codes = served.another_committee()
    assert bring(organizer, text="  ").status_code == 422
    refused = bring(organizer, text=NEWS, title="x" * 201)
    assert refused.status_code == 422 and "asked for help" in refused.text, "what was typed stays"
    assert bring(organizer, text=NEWS, source="Harbour Post").status_code == 303
    number = item_of(organizer, "Boats collide")
    later = served.ask(found_rehearsal(served.house.store, 5))
    for committee in (served.committee, other, later):
        shown = read(served, committee, organizer, number)
        assert "Boats collide" in shown and "Harbour Post" in shown and "profiles/ghana" in shown
    chair = served.joined(next(one.code for one in codes if one.post.role == "chair"))
    path = f"/committees/{other}/library/{number}/removal"
    kept_it = chair.post(path, json={"command_id": secrets.token_hex(8)})
    assert kept_it.status_code == 403 and "whole conference" in kept_it.text
    assert "Take it out of the library" not in read(served, other, chair, number)


def test_each_committee_sends_it_to_its_own_screens(served: Served) -> None:
    organizer = served.client("organizer")
    other, codes = served.another_committee()
    bring(organizer, text=f"Storm warning for all harbours\n\n{NEWS}")
    number = item_of(organizer, "Storm warning")
    reader = served.joined(next(one.code for one in codes if one.post.role == "delegate"))
    assert press(served, f"{number}/sending").status_code == 200
    assert press(served, f"{number}/reading", "delegate", "ghana").status_code == 200
    assert "sent " in read(served, served.committee, organizer, number)
    unsent = read(served, other, organizer, number)
    assert "sent " not in unsent and "Send it to every screen" in unsent
    assert reader.post(f"/committees/{other}/library/{number}/reading", json={}).status_code == 409
    marks = [line for line in served.dump() if 'INTO "read_mark"' in line]
    press_there = f"/committees/{other}/library/{number}/sending"
    assert organizer.post(press_there, json={"command_id": secrets.token_hex(8)}).status_code == 200
    assert [line for line in served.dump() if 'INTO "read_mark"' in line] == marks
    assert press(served, f"{number}/taking-down", **{"from": "everywhere"}).status_code == 200
    assert "sent " in read(served, other, organizer, number)
    assert "sent " not in read(served, served.committee, organizer, number)


def test_it_is_taken_out_of_every_committee_by_an_organizer_alone(served: Served) -> None:
    organizer = served.client("organizer")
    bring(organizer, text=f"Old rumour about a strait\n\n{NEWS}")
    number = item_of(organizer, "Old rumour")
    own = int(add(served, text="Only here\n\nA word.").headers["location"].rpartition("-")[2])
    for role in ("chair", "delegate", "observer", "nobody"):
        client = served.client(role)
        for path in (SHELF, f"{SHELF}/{number}/removal"):
            assert client.post(path, headers=HTML).status_code in (401, 403), (role, path)
        assert client.get(SHELF).status_code in (401, 403)
    stranger = organizer.post(f"{SHELF}/{own}/removal", headers=HTML)
    assert stranger.status_code == 422 and "no longer" in stranger.text
    assert "Only here" in page(served, "/library")
    assert organizer.post(f"{SHELF}/{number}/removal", headers=HTML).status_code == 303
    assert "Old rumour" not in page(served, "/library")
    assert "Old rumour" not in organizer.get(SHELF, headers=HTML).text
