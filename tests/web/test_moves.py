"""Somebody goes to another delegation: the same sign-in, the new seat, nothing of the old one, and back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import httpx2 as httpx
import pytest

from app.access import Access
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.preparing_road import page, send, version

SECRET = "Only Ghana may read this plan."


@pytest.fixture(scope="module")
def room(served: Served) -> Served:
    Afternoon(served).opens()
    return served


@pytest.fixture
def delegate(room: Served) -> Iterator[httpx.Client]:
    """A device that has come in for Ghana, by itself."""
    client = room.nobody()
    given = {"code": room.code("delegate", "ghana"), "name": "Tablet 7"}
    assert client.post("/join", json=given).status_code == 200
    yield client
    client.post("/sign-out")
    client.close()


def choices(client: httpx.Client, room: Served) -> dict[str, str]:
    """Who can be moved: what the form calls them -> the value that it sends."""
    shown = page(client, f"{room.here}/moves")
    options = re.findall(r'<option value="([\d ]+)"[^>]*>([^<]*)', shown)
    return {" ".join(unescape(name).split()).split(" · ")[0]: value for value, name in options}


def seat_of(client: httpx.Client, room: Served) -> str:
    found = re.search(r'data-channels="public seat:([\w-]+)"', page(client, f"{room.here}/seat"))
    assert found is not None
    return found[1]


def moved(client: httpx.Client, room: Served, who: str, to: str) -> httpx.Response:
    return send(client, f"{room.here}/moves", who=who, to=to)


@pytest.mark.parametrize("role", ["organizer", "chair"])
def test_a_device_has_the_new_seat_and_nothing_of_the_old_one_and_comes_back(
    room: Served, delegate: httpx.Client, role: str
) -> None:
    mover, before = room.client(role), room.head()
    kept = {"notes": SECRET, "speech": "", "version": version(delegate, f"{room.here}/profiles/ghana")}
    assert send(delegate, f"{room.here}/notes", **kept).status_code == 303
    assert SECRET in page(delegate, f"{room.here}/profiles/ghana")
    mine = choices(mover, room)["Tablet 7"]
    answer = moved(mover, room, mine, "peru")
    assert answer.status_code == 303
    assert seat_of(delegate, room) == "peru"
    for path in ("seat", "profiles/ghana", "profiles/peru", "papers", "notes"):
        assert SECRET not in page(delegate, f"{room.here}/{path}"), path
    told = page(mover, answer.headers["location"])
    assert "sits for Peru now" in told and "Back to Ghana" in told
    assert delegate.get(f"{room.here}/live", params={"have": '{"seat:ghana": {}}'}).status_code == 403
    assert delegate.get(f"{room.here}/live", params={"have": '{"seat:peru": {}}'}).status_code == 200
    assert moved(mover, room, mine, "ghana").status_code == 303
    assert seat_of(delegate, room) == "ghana"
    assert room.head() == before, "the record names seats, not people"


def test_a_name_of_the_list_takes_the_devices_of_its_seat_along(room: Served, delegate: httpx.Client) -> None:
    organizer = room.client("organizer")
    send(organizer, "/organizer/people/taken", table="name,delegation\nAda Example,Ghana\n")
    ada = choices(organizer, room)["Ada Example"]
    assert len(ada.split()) > 1 and "Tablet 7" not in choices(organizer, room), (
        "one name: its devices go along"
    )
    assert moved(organizer, room, ada, "peru").status_code == 303
    assert seat_of(delegate, room) == "peru"
    row = re.search(
        r'(?s)<tr id="seat-delegate-peru">.*?</tr>', page(organizer, f"/organizer{room.here}/seats")
    )
    assert row is not None and "Ada Example" in row[0]
    send(organizer, "/organizer/people/taken", table="name,delegation\nBen Example,Peru\n")
    assert {"Ada Example", "Ben Example", "Tablet 7"} <= choices(organizer, room).keys(), (
        "two names: each by itself"
    )
    assert moved(organizer, room, ada, "ghana").status_code == 303, "and all of them back with one press"
    assert seat_of(delegate, room) == "ghana"
    send(organizer, "/organizer/people/erasure", all="yes")


def test_nobody_is_moved_while_a_vote_asks_their_delegation(room: Served, delegate: httpx.Client) -> None:
    chair = room.client("chair")
    mine = choices(chair, room)["Tablet 7"]
    room.do("chair", "/roll-call/statuses", seat="ghana", status="present")
    motion = room.do("delegate", "/motions", "ghana", kind="unmoderated_caucus", total_seconds=600)
    vote = room.do("chair", "/votes", about="motion", subject=str(motion), mode="devices")
    refused = moved(chair, room, mine, "peru")
    assert refused.status_code == 422 and "is asked to vote now" in refused.text
    assert seat_of(delegate, room) == "ghana"
    room.do("chair", f"/votes/{vote}/annulment", reason="Somebody moves first")
    assert moved(chair, room, mine, "peru").status_code == 303
    assert seat_of(delegate, room) == "peru"


def test_a_vote_that_opens_while_somebody_is_moved_is_asked_first(
    room: Served, delegate: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair = room.client("chair")
    mine = choices(chair, room)["Tablet 7"]
    moving, opened = Access.move, list[int]()

    async def later(access: Access, *given: Any) -> frozenset[str] | None:
        if not opened:
            pressed = {"office": "Rapporteur", "candidates": ["ghana", "peru"]}
            opened.append(await asyncio.to_thread(room.do, "chair", "/elections", **pressed))
        return await moving(access, *given)

    monkeypatch.setattr(Access, "move", later)
    refused = moved(chair, room, mine, "peru")
    assert refused.status_code == 422 and "is asked to vote now" in refused.text
    assert seat_of(delegate, room) == "ghana"
    room.do("chair", f"/elections/{opened[0]}/voiding", reason="Somebody moves first")
    assert moved(chair, room, mine, "peru").status_code == 303, "and what does not ask them is no hindrance"
    assert moved(chair, room, mine, "ghana").status_code == 303


def test_nobody_is_moved_while_a_secret_ballot_asks_their_delegation(
    room: Served, delegate: httpx.Client
) -> None:
    election = room.do("chair", "/elections", office="Rapporteur", candidates=["ghana", "peru"])
    refused = moved(
        room.client("organizer"), room, choices(room.client("organizer"), room)["Tablet 7"], "peru"
    )
    assert refused.status_code == 422 and "is asked to vote now" in refused.text
    room.do("chair", f"/elections/{election}/voiding", reason="Somebody moves first")


@pytest.mark.parametrize(
    ("who", "to", "says"),
    [
        ("", "peru", "does not sit there any more"),
        ("999999", "peru", "does not sit there any more"),
        ("1 x", "peru", "does not sit there any more"),
        ("TABLET", "nowhere", "has no seat in the committee"),
        ("TABLET", "dais-1", "has no seat in the committee"),
        ("TABLET", "ghana", "other than the one where"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    room: Served, delegate: httpx.Client, who: str, to: str, says: str
) -> None:
    chair = room.client("chair")
    mine = choices(chair, room)["Tablet 7"]
    refused = moved(chair, room, who.replace("TABLET", mine), to)
    assert refused.status_code == 422 and says in refused.text
    assert seat_of(delegate, room) == "ghana"


def test_delegates_and_assistants_move_nobody(room: Served, delegate: httpx.Client) -> None:
    assert delegate.get(f"{room.here}/moves").status_code == 403
    assert moved(delegate, room, "1", "peru").status_code == 403
    assert room.client("assistant").get(f"{room.here}/moves").status_code == 403
