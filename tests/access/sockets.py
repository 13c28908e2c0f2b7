"""Browsers that join and watch a served committee: claims that keep a cookie, and open sockets."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import httpx2 as httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.served import Served

COOKIE = "placard"


def join(served: Served, client: httpx.Client, role: str, seat: str = "") -> str:
    """Claim a code in this browser; returns the new token."""
    answer = client.post("/join", json={"code": served.code(role, seat)})
    assert answer.status_code == 200, answer.text
    return str(answer.cookies[COOKIE])


@contextlib.contextmanager
def live(served: Served, token: str, committee: int = 0) -> Iterator[ClientConnection]:
    """An open socket in the sample committee, or another one, that has shown something."""
    headers = {"Cookie": f"{COOKIE}={token}", "Origin": served.base}
    here = f"/committees/{committee}" if committee else served.here
    url = f"ws{served.base.removeprefix('http')}{here}/live"
    with connect(url, additional_headers=headers) as socket:
        socket.send('{"have": {"public": {}}}')
        assert "regions" in str(socket.recv(timeout=10))
        yield socket


def closing_code(socket: ClientConnection) -> int:
    """The code under which the server closes the socket, within some seconds."""
    with pytest.raises(ConnectionClosed) as closed:
        while True:
            socket.recv(timeout=5)
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code
