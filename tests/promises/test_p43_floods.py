"""P-43: whoever floods the server is told to wait or put out, and nobody else notices."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect as connect_later
from websockets.sync.client import ClientConnection, connect

from app.access import Holder
from app.access.throttles import Presses
from app.settings import Settings
from tests.access.sockets import closing_code
from tests.live.house import WAYS, House, close_code
from tests.served import Served
from tests.web.saying import sentences

DELEGATE = Holder("device-1", 1, 1, 1, "france", "delegate")
USUAL: dict[str, Any] = {"seat_presses": 10, "dais_presses": 100, "burst": 20, "sockets_per_sign_in": 5}
"""The limits as they are without any setting."""


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A committee with the limits of a real one."""
    with Served(tmp_path_factory.mktemp("data"), **USUAL) as served:
        yield served


def test_p43_the_usual_limits_are_those_of_the_promise() -> None:
    usual = Settings()
    assert {name: getattr(usual, name) for name in USUAL} == USUAL


def test_p43_a_seat_presses_so_often_and_then_waits_and_never_for_another() -> None:
    at = 0.0
    presses = Presses(Settings(seat_presses=10, dais_presses=100, burst=20), lambda: at)
    assert sum(presses.take(DELEGATE) for _ in range(50)) == 20, "the burst"
    assert not presses.take(replace(DELEGATE, device="device-2")), "all devices of the seat share it"
    assert presses.take(replace(DELEGATE, seat_key="ghana")), "another seat has its own"
    assert presses.take(replace(DELEGATE, committee_id=2)), "and so has the same seat in another committee"
    at = 1.0
    assert sum(presses.take(DELEGATE) for _ in range(50)) == 2, "ten in five seconds"
    at = 3600.0
    assert sum(presses.take(DELEGATE) for _ in range(50)) == 20, "no more than the burst is saved up"
    chair = replace(DELEGATE, device="device-3", seat_key="dais-1", role="chair")
    assert sum(presses.take(chair) for _ in range(200)) == 100
    organizer = replace(DELEGATE, device="device-4", seat_key="", role="organizer")
    assert sum(presses.take(organizer) for _ in range(200)) == 100
    assert presses.take(replace(organizer, device="device-5")), "without a seat each sign-in has its own"


def test_p43_the_twenty_first_press_at_once_waits_a_moment_and_is_said(limited: Served) -> None:
    seat, other = limited.members()[:2]
    before = limited.head()
    answers = [limited.act("delegate", "/speakers", seat) for _ in range(40)]
    statuses = [answer.status_code for answer in answers]
    assert statuses[:20] == [422] * 20, "not in order yet, but heard"
    assert statuses[-5:] == [429] * 5
    assert answers[-1].headers["retry-after"] == "1"
    assert [one["rule"] for one in answers[-1].json()["refused"]] == ["too_many"]
    assert sentences(answers[-1])
    assert limited.act("delegate", "/speakers", other).status_code == 422, "nobody else waits"
    time.sleep(1.1)
    assert limited.act("delegate", "/speakers", seat).status_code == 422, "it has waited"
    assert limited.head() == before


FORMS: dict[str, tuple[str, str]] = {
    # what a delegation can send beside acts: path, who
    "own notes": ("/notes", "delegate"),
    "a text": ("/papers/WP-1/text", "delegate"),
    "a comment": ("/papers/WP-1/comments", "delegate"),
    "a version": ("/papers/WP-1/versions/1", "delegate"),
    "a paper's code": ("/papers/WP-1/codes", "delegate"),
    "a code typed": ("/papers/entrance", "delegate"),
    "a pasted text": ("/papers/WP-1/pasted", "delegate"),
    "a reading": ("/library/1/reading", "delegate"),
}


@pytest.mark.parametrize("what", FORMS)
def test_p43_every_other_press_counts_too(limited: Served, what: str) -> None:
    path, role = FORMS[what]
    seat = limited.members()[3 + list(FORMS).index(what)]
    client = limited.client(role, seat)
    statuses = [client.post(limited.here + path, json={"x": "y"}).status_code for _ in range(25)]
    assert statuses[-1] == 429, statuses
    assert 429 not in statuses[:15]


def test_p43_organizers_wait_too(limited: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    # so few that a slow machine presses faster than they come back
    few = Presses(Settings(dais_presses=5, burst=5))
    monkeypatch.setattr(limited.house, "presses", few)
    client = limited.client("organizer")
    path = "/organizer/conference/name"
    answers = [client.post(path, data={"x": "y"}, follow_redirects=False) for _ in range(40)]
    assert answers[0].status_code == 303
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) > 20 and all(sentences(answer) for answer in refused)
    assert client.get("/organizer").status_code == 200, "to look is no press"


@contextlib.contextmanager
def sockets(served: Served, client: httpx.Client, path: str, number: int) -> Iterator[list[ClientConnection]]:
    """So many sockets of one sign-in."""
    headers = {"Cookie": f"placard={client.cookies['placard']}", "Origin": served.base}
    url = f"ws{served.base.removeprefix('http')}{served.here}{path}"
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(connect(url, additional_headers=headers)) for _ in range(number)]


def test_p43_the_sixth_socket_of_a_sign_in_is_closed_and_the_five_stay(limited: Served) -> None:
    client, other = limited.client("observer"), limited.client("projector")
    with sockets(limited, client, "/live", 6) as opened:
        assert closing_code(opened[5]) == 1008
        for socket in opened[:5]:
            socket.send('{"pong": 1}')
            assert json.loads(socket.recv(timeout=5))["pong"] == 1
        with sockets(limited, other, "/live", 1) as (elsewhere,):
            elsewhere.send('{"pong": 2}')
            assert json.loads(elsewhere.recv(timeout=5))["pong"] == 2, "another sign-in has its own five"
        assert client.get(f"{limited.here}/live?have={{}}").status_code == 200, "the sixth window asks by GET"
    assert not limited.house.watching._open or "observer" not in limited.house.watching._open
    with sockets(limited, client, "/live", 5) as again:
        again[4].send('{"pong": 3}')
        assert json.loads(again[4].recv(timeout=5))["pong"] == 3, "what was closed counts no more"


def test_p43_typing_sockets_have_the_same_limit(limited: Served) -> None:
    seat = limited.members()[-1]
    limited.do("delegate", "/papers", seat, title="Water")
    paper = limited.room().floor.papers.papers[-1].key
    with sockets(limited, limited.client("delegate", seat), f"/papers/{paper}/typing", 6) as opened:
        assert closing_code(opened[5]) == 1008
        opened[0].send('{"ping": 1}')
        assert json.loads(opened[0].recv(timeout=5))


@pytest.mark.anyio
@WAYS
@pytest.mark.parametrize(
    "nonsense",
    [
        "hello",
        "{}x",
        '{"have": {"public": {"now": "not a digest"}}}',
        '{"have": [], "pong": 1}',
        '{"command": "CloseVote"}',
        '{"have": {}, "command": "CloseVote"}',
        '{"pong": "1"}',
        "[" * 60_000,
        b"\x00\x01",
    ],
)
async def test_p43_anything_but_have_and_pong_closes_with_1008(
    house: House, way: str, nonsense: str | bytes
) -> None:
    async with connect_later(house.url()) as socket:
        await socket.send(nonsense)
        assert await close_code(socket) == 1008
    assert len(house.gallery) == 0


@pytest.mark.anyio
@WAYS
async def test_p43_the_twenty_first_message_within_ten_seconds_closes_with_1008(
    house: House, way: str
) -> None:
    async with connect_later(house.url()) as socket:
        for n in range(20):
            await socket.send(json.dumps({"pong": n}))
        for n in range(20):
            assert json.loads(await socket.recv())["pong"] == n
        await socket.send('{"pong": 21}')
        assert await close_code(socket) == 1008
