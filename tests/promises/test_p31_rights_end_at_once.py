"""P-31: a right that is taken ends at once, on open sockets too: nothing is shown, nothing is taken."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import Iterator

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from app.access import Post
from tests.access.desk import Desk
from tests.access.sockets import closing_code, join, live
from tests.live.house import WAYS, House
from tests.live.room import have_all
from tests.served import Served

AT_ONCE = 5.0
"""Seconds."""


@contextlib.contextmanager
def somebody(served: Served, role: str, seat: str = "") -> Iterator[tuple[httpx.Client, ClientConnection]]:
    """A browser signed in at a place, with an open socket."""
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(contextlib.closing(served.nobody()))
        yield client, stack.enter_context(live(served, join(served, client, role, seat)))


def is_out(served: Served, client: httpx.Client, socket: ClientConnection, seat: str = "") -> None:
    """Its socket was closed in time, and whatever it sends or asks for is refused."""
    began = time.monotonic()
    assert closing_code(socket) in (4401, 4403)
    assert time.monotonic() - began < AT_ONCE
    press = {"command_id": secrets.token_hex(8)}
    for path in ("/roll-calls", "/speakers", "/motions"):
        assert client.post(served.here + path, json=press).status_code in (401, 403), path
    have = json.dumps({f"seat:{seat}": {}} if seat else {"dais": {}})
    assert client.get(f"{served.here}/live?have={have}").status_code in (401, 403)
    assert client.get(f"{served.here}/{'seat' if seat else 'chair'}").status_code in (401, 403)


def sign_out(served: Served, role: str, seat: str = "") -> httpx.Response:
    """The organizer signs everybody at a place out, from the page of seats."""
    given = {"role": role, "seat": seat}
    path = f"/organizer{served.here}/sign-outs"
    return served.client("organizer").post(path, data=given, follow_redirects=False)


def test_p31_a_chair_whom_the_organizer_puts_out_rules_no_more(served: Served) -> None:
    with somebody(served, "chair", "dais-2") as (client, socket), somebody(served, "observer") as (_, other):
        assert client.get(f"{served.here}/chair").status_code == 200
        assert sign_out(served, "chair", "dais-2").status_code == 303
        is_out(served, client, socket)
        assert other.ping().wait(5), "nobody else is put out"
    page = (
        served.client("organizer").get(f"/organizer{served.here}/seats", headers={"Accept": "text/html"}).text
    )
    row = page[page.index('id="seat-chair-dais-2"') :].partition("</tr>")[0]
    assert "nobody yet" in row and "sign-outs" not in row


def test_p31_nobody_but_the_organizer_puts_anybody_out(served: Served) -> None:
    seat = served.members()[0]
    with somebody(served, "delegate", seat) as (_, socket):
        for role in ("chair", "assistant", "observer", "nobody"):
            path = f"/organizer{served.here}/sign-outs"
            answer = served.client(role).post(path, data={"role": "delegate", "seat": seat})
            assert answer.status_code in (401, 403)
        assert sign_out(served, "delegate", "atlantis").status_code == 404
        assert socket.ping().wait(5)


def test_p31_a_seat_that_leaves_the_roster_is_out_and_its_card_opens_nothing(served: Served) -> None:
    seat = served.members()[1]
    with somebody(served, "delegate", seat) as (client, socket):
        assert client.get(f"{served.here}/seat").status_code == 200
        served.do("chair", f"/seats/{seat}/closure")
        is_out(served, client, socket, seat)
        again = client.post("/join", json={"code": served.code("delegate", seat)})
        assert (again.status_code, again.json()["refused"][0]["rule"]) == (410, "code.withdrawn")


def test_p31_what_somebody_is_elsewhere_stays(served: Served) -> None:
    """A person with places in two committees loses one: the other page comes back by itself."""
    other, invited = served.another_committee()
    seat = served.members()[2]
    there = next(one for one in invited if one.post.role == "delegate")
    with contextlib.closing(served.nobody()) as client:
        client.post("/join", json={"code": there.code})
        token = join(served, client, "delegate", seat)
        with live(served, token, other) as elsewhere, live(served, token) as here:
            assert sign_out(served, "delegate", seat).status_code == 303
            is_out(served, client, here, seat)
            assert closing_code(elsewhere) == 1012
        assert client.get(f"/committees/{other}/seat").status_code == 200


@pytest.mark.anyio
@WAYS
async def test_p31_a_withdrawn_right_closes_the_open_socket_at_once(house: House, way: str) -> None:
    async with connect(house.url("ghana")) as ghana, connect(house.url("mexico")) as mexico:
        for socket in (ghana, mexico):
            await socket.send(have_all("public"))
            await socket.recv()
        assert house.gallery.drop(lambda who: who == "ghana", 4401, "Signed out.") == 1
        house.change(speaking="Norway")
        async with asyncio.timeout(1):
            with pytest.raises(ConnectionClosed) as closed:
                while "Norway" not in str(await ghana.recv()):
                    pass  # a heartbeat may have been on its way
                pytest.fail("a frame was sent after the right was gone")
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401
        while "Norway" not in str(await mexico.recv()):
            pass
    assert len(house.gallery) == 0


@pytest.mark.anyio
async def test_p31_a_demoted_chair_is_no_chair_from_that_moment_on(desk: Desk) -> None:
    organizing = Post(desk.conference, "organizer")
    first = await desk.access.claim((await desk.access.give_out([organizing]))[organizing])
    chairing = await desk.access.claim(await desk.code("chair", "dais-1"), former=first.token)
    assert (await desk.access.who(chairing.token, desk.committee)).role == "chair"  # type: ignore[union-attr]
    told: list[frozenset[str]] = []
    desk.access.witnesses.on_end(lambda devices, _: told.append(devices))
    await desk.access.end_post(desk.post("chair", "dais-1"))
    assert told == [frozenset({chairing.holder.device})]
    assert (await desk.access.who(chairing.token, desk.committee)).role == "organizer"  # type: ignore[union-attr]
