"""Before the roll call the wall says how many seats have somebody on a device, and nobody's name."""

from __future__ import annotations

import contextlib
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection

from tests.access.sockets import join, live
from tests.live.browser import ModelBrowser
from tests.served import Served

MANY = 12


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path) as running:
        yield running


class Wall:
    """The projector's socket, and what it shows."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.browser = ModelBrowser(("projector", "public"))
        self.frames = 0
        socket.send(json.dumps({"have": {"projector": {}}}))

    @property
    def board(self) -> str:
        return self.browser.screen("projector").get("board", "")

    def hear(self, text: str) -> None:
        """Listen until the board says this."""
        until = time.monotonic() + 10
        while text not in re.sub(r"<[^>]+>", "", self.board):
            message = str(self.socket.recv(timeout=max(0.1, until - time.monotonic())))
            told: dict[str, Any] = json.loads(message)
            self.frames += told.get("channel") == "projector"
            self.browser.hear(message)


@contextlib.contextmanager
def wall(served: Served) -> Iterator[Wall]:
    with (
        contextlib.closing(served.nobody()) as client,
        live(served, join(served, client, "projector")) as socket,
    ):
        yield Wall(socket)


def test_arrivals_are_counted_on_the_wall_until_the_roll_is_called(served: Served) -> None:
    seats = len([one for one in served.invited if one.post.role == "delegate"])
    first, second, third = served.members()[:3]
    with wall(served) as shown, contextlib.ExitStack() as room:
        shown.hear(f"{seats} seats")
        assert "here" not in shown.board
        people = {key: room.enter_context(contextlib.closing(served.nobody())) for key in (first, second)}
        for key, client in people.items():
            join(served, client, "delegate", key)
        shown.hear(f"2 of {seats} seats are here")
        twice = room.enter_context(contextlib.closing(served.nobody()))
        join(served, twice, "delegate", first)
        join(served, people[second], "delegate", third)
        people[first].post("/sign-out")
        twice.post("/sign-out")
        shown.hear(f"1 of {seats} seats is here")
        names = served.house.names(served.committee)
        assert not [name for name in names.values() if name in shown.board]
        served.do("chair", "/roll-calls")
        shown.hear(names[first])
        assert "seats" not in shown.board


def test_a_class_that_joins_at_once_is_told_in_a_few_frames(served: Served) -> None:
    seats = len([one for one in served.invited if one.post.role == "delegate"])
    with wall(served) as shown, contextlib.ExitStack() as room:
        shown.hear("seats")
        began = time.monotonic()
        for key in served.members()[:MANY]:
            join(served, room.enter_context(contextlib.closing(served.nobody())), "delegate", key)
        took = time.monotonic() - began
        shown.frames = 0
        shown.hear(f"{MANY} of {seats} seats are here")
        assert shown.frames <= took / 0.5 + 1


def test_after_a_restart_the_wall_says_the_same(tmp_path: Path) -> None:
    with Served(tmp_path) as served:
        for key in served.members()[:3]:
            with contextlib.closing(served.nobody()) as client:
                join(served, client, "delegate", key)
    with Served(tmp_path) as again, wall(again) as shown:
        shown.hear("3 of ")
