"""P-42 beside bodies: ranges, heads that grow, and messages on sockets."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx2 as httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from app.screens.environment import build
from tests.raw import raw
from tests.served import Served

CHAIR = ("chair", "dais-1")
A_MOMENT = 10.0
"""Seconds that a refusal may take on a busy machine."""
A_LOT = 400
"""Pieces of 8 KiB: far more than a head may have."""


@pytest.fixture(scope="module")
def paper(served: Served) -> str:
    """A working paper of the first delegation."""
    served.do("delegate", "/papers", served.members()[0], title="Water")
    return served.room().floor.papers.papers[-1].key


@pytest.fixture(autouse=True)
def nothing_changes(served: Served, paper: str) -> Iterator[None]:
    """Whatever is sent here, nothing of it is recorded and the server goes on."""
    before = served.head()
    yield
    assert served.head() == before
    assert served.client("nobody").get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "ranges",
    [
        "bytes=" + ",".join(f"{n}-{n}" for n in range(12_000)),
        "bytes=" + ",".join("0-" for _ in range(15_000)),
        "bytes=" + "," * 60_000,
        "bytes=" + " " * 60_000 + "0-1",
        "bytes=0-" + "9" * 5000,
        "bytes=-0,-,--1,9-1",
        "lines=1-2",
    ],
    ids=lambda value: value[:12],
)
def test_p42_many_ranges_of_a_file_cost_no_more_than_the_file(served: Served, ranges: str) -> None:
    file = f"/static/{build()}/placard.css"
    whole = len(served.client("nobody").get(file).content)
    began = time.monotonic()
    answer = served.client("nobody").get(file, headers={"Range": ranges})
    assert answer.status_code in (200, 206, 400, 416)
    assert len(answer.content) <= 2 * whole
    assert time.monotonic() - began < A_MOMENT


@pytest.mark.parametrize("what", ["one long header", "many headers", "a long address"])
def test_p42_a_head_that_grows_and_grows_is_cut_off(served: Served, what: str) -> None:
    begins, more = {
        "one long header": (b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: ", b"x" * 8192),
        "many headers": (b"GET / HTTP/1.1\r\nHost: x\r\n", b"X-More: x\r\n" * 700),
        "a long address": (b"GET /", b"x" * 8192),
    }[what]
    with raw(served) as line:
        line.say(begins)
        for _ in range(A_LOT):  # the system's buffers take most of it, whether or not the server reads on
            if not line.say(more):
                break
        assert line.is_closed(within=20)


def url(served: Served, path: str) -> str:
    return f"ws{served.base.removeprefix('http')}{served.here}{path}"


def cookie(client: httpx.Client, served: Served) -> dict[str, str]:
    return {"Cookie": f"placard={client.cookies['placard']}", "Origin": served.base}


@pytest.mark.parametrize("compression", [None, "deflate"])
@pytest.mark.parametrize("sent", ["at once", "in pieces"])
def test_p42_a_message_over_64_kb_closes_the_socket_with_1009(
    served: Served, sent: str, compression: str | None
) -> None:
    """Compressed it is small on the way: what counts is what it becomes."""
    headers = cookie(served.client(*CHAIR), served)
    message: Any = "x" * 65_537 if sent == "at once" else ["x" * 8192] * 9
    with (
        connect(url(served, "/live"), additional_headers=headers, compression=compression) as socket,
        pytest.raises(ConnectionClosed) as closed,  # with the message, or while it is still on its way
    ):
        socket.send(message)
        socket.recv(timeout=5)
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1009


def test_p42_the_typing_socket_has_the_same_limit_and_one_for_depth(served: Served, paper: str) -> None:
    headers = cookie(served.client("delegate", served.members()[0]), served)
    for message, code in (("x" * 65_537, 1009), ("[" * 60_000, 1008), ('{"have":' * 5000, 1008)):
        with connect(url(served, f"/papers/{paper}/typing"), additional_headers=headers) as socket:
            socket.send(message)
            with pytest.raises(ConnectionClosed) as closed:
                while True:
                    socket.recv(timeout=5)
        assert closed.value.rcvd is not None and closed.value.rcvd.code == code
