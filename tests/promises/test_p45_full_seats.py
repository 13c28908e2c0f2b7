"""P-45: a device too many at a seat is told to the dais, which seat and what to do; and to nobody else."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import replace

import httpx2 as httpx
import pytest
from websockets.sync.client import ClientConnection

from app.screens.regions import Screens
from tests.access.sockets import closing_code, join, live
from tests.access.test_watching import later
from tests.served import Served

MOST = 2
TURNED_AWAY, GAVE_WAY = "was turned away", "idle for longest was signed out"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("data"), devices_per_seat=MOST) as running:
        yield running


@contextlib.contextmanager
def watching(
    served: Served, channel: str, role: str, seat: str = ""
) -> Iterator[tuple[httpx.Client, ClientConnection]]:
    """A browser at a place, whose socket watches one channel and has its first screen."""
    with contextlib.closing(served.nobody()) as client, live(served, join(served, client, role, seat)) as one:
        one.send(json.dumps({"have": {channel: {}}}))
        while json.loads(one.recv(timeout=10)).get("channel") != channel:
            pass
        yield client, one


def inbox(socket: ClientConnection) -> str:
    """The dais's inbox as it comes next."""
    while True:
        told = json.loads(socket.recv(timeout=10))
        if "inbox" in told.get("regions", {}):
            return str(told["regions"]["inbox"])


def frames_so_far(socket: ClientConnection) -> list[str]:
    """What a socket was shown until now: it asks for an echo, which comes after that."""
    mark, found = secrets.randbelow(10**9), []
    socket.send(json.dumps({"pong": mark}))
    while (told := json.loads(text := str(socket.recv(timeout=10)))).get("pong") != mark:
        found += [text] if "regions" in told else []
    return found


def channels_that_tell(served: Served, other: str) -> set[str]:
    """The channels that look otherwise than they would without a full seat."""
    names, past = served.house.directory(served.committee), served.room().history
    before = replace(names, full={})
    return {
        channel
        for channel in ("dais", "public", "projector", "projector:2", f"seat:{other}")
        if Screens(lambda: names).views(past, channel, "en")
        != Screens(lambda: before).views(past, channel, "en")
    }


def press(served: Served, client: httpx.Client, path: str) -> httpx.Response:
    """One press of the dais about a full seat."""
    body = {"command_id": secrets.token_hex(8)}
    return client.post(f"{served.here}/full-seats/{path}", json=body)


def fill(served: Served, stack: contextlib.ExitStack, seat: str) -> list[httpx.Client]:
    """As many browsers at a seat as it may have."""
    phones = [stack.enter_context(contextlib.closing(served.nobody())) for _ in range(MOST)]
    for phone in phones:
        join(served, phone, "delegate", seat)
    return phones


def test_p45_a_full_seat_is_told_to_the_dais_alone_and_the_dais_signs_it_out(served: Served) -> None:
    seat, other = served.members()[0], served.members()[1]
    with contextlib.ExitStack() as stack:
        chair, dais = stack.enter_context(watching(served, "dais", "chair", "dais-1"))
        others = [
            stack.enter_context(watching(served, channel, role, at))[1]
            for channel, role, at in (
                ("projector", "projector", ""),
                ("public", "observer", ""),
                (f"seat:{other}", "delegate", other),
            )
        ]
        phones = fill(served, stack, seat)
        own = stack.enter_context(live(served, str(phones[0].cookies["placard"])))
        late = stack.enter_context(contextlib.closing(served.nobody()))
        assert late.post("/join", json={"code": served.code("delegate", seat)}).status_code == 409
        told = inbox(dais)
        assert TURNED_AWAY in told and f'id="full-{seat}"' in told and f"{seat}/sign-outs" in told
        shown = "".join(frame for one in (*others, own) for frame in frames_so_far(one))
        assert "full-" not in shown and TURNED_AWAY not in shown, "nobody else is shown anything of it"
        assert channels_that_tell(served, seat) == {"dais"}
        assert press(served, late, f"{seat}/sign-outs").status_code == 401
        assert press(served, phones[0], f"{seat}/sign-outs").status_code == 403

        assert press(served, chair, f"{seat}/sign-outs").status_code == 200
        assert closing_code(own) == 4401
        assert f'id="full-{seat}"' not in inbox(dais), "that was it"
        assert join(served, late, "delegate", seat), "the card opens the seat again"
        again = press(served, chair, f"{seat}/sign-outs")
        assert (again.status_code, again.json()["refused"][0]["rule"]) == (409, "seat.not_full")


def test_p45_a_device_that_gave_way_is_told_until_the_dais_has_seen_it(served: Served) -> None:
    seat = served.members()[2]
    with contextlib.ExitStack() as stack:
        fill(served, stack, seat)
        later(served, 5 * 60_000)
        newest = stack.enter_context(contextlib.closing(served.nobody()))
        assert join(served, newest, "delegate", seat), "before anybody has looked at the room"
        chair, dais = stack.enter_context(watching(served, "dais", "chair", "dais-1"))
        page = chair.get(f"{served.here}/chair", headers={"Accept": "text/html"}).text
        assert GAVE_WAY in page and f'id="full-{seat}"' in page
        served.ask(served.house.beside.read_names(served.committee))
        assert press(served, chair, f"{seat}/removal").status_code == 200
        assert f'id="full-{seat}"' not in inbox(dais)
        assert newest.get(f"{served.here}/seat").status_code == 200, "nobody was put out by looking"
        assert press(served, chair, f"{seat}/removal").status_code == 409


def test_p45_the_dais_signs_no_seat_of_the_dais_out(served: Served) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(MOST):
            chair = stack.enter_context(contextlib.closing(served.nobody()))
            join(served, chair, "chair", "dais-2")
        late = stack.enter_context(contextlib.closing(served.nobody()))
        assert late.post("/join", json={"code": served.code("chair", "dais-2")}).status_code == 409
        page = chair.get(f"{served.here}/chair", headers={"Accept": "text/html"}).text
        assert 'id="full-dais-2"' in page and "dais-2/sign-outs" not in page
        refused = press(served, chair, "dais-2/sign-outs")
        assert (refused.status_code, refused.json()["refused"][0]["rule"]) == (403, "seat.of_the_dais")
        assert "the organizer signs it out" in refused.json()["refused"][0]["sentence"].lower()
        assert press(served, chair, "dais-2/removal").status_code == 200
