"""P-31: who is muted, leaves, or loses the seat passes and reads no notes from then on, on open sockets."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2 as httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from app.access.posts import Post
from tests.passing import Passing
from tests.served import Served

AT_ONCE = 5.0
"""Seconds within which it bites."""


@pytest.fixture
def passing(served: Served) -> Passing:
    found = Passing(served)
    found.begin_anew()
    return found


@contextmanager
def watching(served: Served, client: httpx.Client, *channels: str) -> Iterator[ClientConnection]:
    """A socket of this client that has all there is of these channels."""
    url = f"ws{served.base.removeprefix('http')}{served.here}/live"
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    with connect(url, additional_headers={"Cookie": cookies, "Origin": served.base}) as socket:
        socket.send(json.dumps({"have": {channel: {} for channel in channels}}))
        for _ in channels:
            socket.recv(timeout=5)
        yield socket


def until(socket: ClientConnection, words: str) -> str:
    """The first frame with these words, which comes at once."""
    end = time.monotonic() + AT_ONCE
    while True:
        frame = str(socket.recv(timeout=max(0.01, end - time.monotonic())))
        if words in frame:
            return frame


def hears_nothing(socket: ClientConnection, words: str) -> None:
    """Whatever comes within a second, these words are not in it."""
    end = time.monotonic() + AT_ONCE
    while (left := end - time.monotonic()) > 0:
        try:
            assert words not in str(socket.recv(timeout=left))
        except TimeoutError:
            return


def test_p31_who_is_muted_is_told_at_once_and_sends_nothing(passing: Passing) -> None:
    served, seat = passing.served, passing.one
    client = served.client("delegate", seat)
    with watching(served, client, f"notes:{seat}") as socket:
        served.do("chair", "/notes/mutes", "dais-1", seat=seat, muted=True)
        until(socket, "The dais has taken notes from your delegation")
        assert passing.send(seat, passing.other).status_code == 422


def test_p31_a_seat_that_leaves_the_roster_loses_its_notes_on_the_open_page(passing: Passing) -> None:
    served, leaving = passing.served, passing.served.members()[-1]
    client = served.client("delegate", leaving)
    passing.send(passing.one, leaving, "the quokka pact")
    with watching(served, client, f"notes:{leaving}", f"seat:{leaving}") as socket:
        served.do("organizer", f"/seats/{leaving}/closure")
        with pytest.raises(ConnectionClosed) as closed:
            until(socket, "never said")
        assert closed.value.rcvd is not None and closed.value.rcvd.code == 4401
    thread = passing.thread_of("the quokka pact")
    assert passing.post(passing.one, f"threads/{thread}", text="are you there?").status_code == 200
    assert client.get(f"{served.here}/notes").status_code == 401


def test_p31_a_revoked_seat_loses_the_socket_of_its_notes(passing: Passing) -> None:
    served, seat = passing.served, passing.other
    client = served.joined(served.code("delegate", seat))
    with watching(served, client, f"notes:{seat}") as socket:
        post = Post(1, "delegate", served.committee, seat)
        served.ask(served.house.access.end_post(post))
        with pytest.raises(ConnectionClosed) as closed:
            until(socket, "never said")
        assert closed.value.rcvd is not None and closed.value.rcvd.code == 4401
    answer = client.post(f"{served.here}/notes/threads", json={"command_id": "a" * 16, "to": [], "text": "x"})
    assert answer.status_code == 401
    client.close()


def test_p31_who_signs_out_reads_no_notes_on_the_socket_that_was_open(passing: Passing) -> None:
    served, seat = passing.served, passing.third
    client = served.joined(served.code("delegate", seat))
    with watching(served, client, f"notes:{seat}") as socket:
        client.post("/sign-out")
        with pytest.raises(ConnectionClosed):
            until(socket, "never said")
    client.close()
