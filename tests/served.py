"""A real Placard for a test: the sample committee, served by uvicorn on a free port of this computer."""

from __future__ import annotations

import asyncio
import secrets
import socket
import sqlite3
import threading
import time
from collections.abc import Coroutine
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import httpx2 as httpx
import uvicorn

from app.blueprints import of_guide
from app.founding import RULEBOOK, SAMPLE, found, found_rehearsal
from app.house import House
from app.invitations import Invited, invite, public_code
from app.main import create_app
from app.preparing.guide_files import receive, take_over
from app.preparing.preparation import Preparation
from app.preparing.preparations import begin
from app.rehearsal.robot import Robot
from app.rooms import Room
from app.serving import configuration, event_loop
from app.settings import Settings
from app.wall_clock import now_ms
from delegations.study_guides.command import read_path
from delegations.study_guides.understanding import understand

T = TypeVar("T")
GENEROUS = {"seat_presses": 100_000, "dais_presses": 100_000, "burst": 100_000, "devices_per_seat": 1_000}
GENEROUS |= {"sockets_per_sign_in": 1_000}
"""Limits are raised where they are not what a test is about."""
OPERATOR_SECRET = "operator-secret-of-a-test"
ALIVE = "alive"
"""The one table that a served room writes by itself, without anybody's doing."""


class Served:
    """One running server in a thread of its own, with the sample committee founded and codes given out."""

    def __init__(self, data: Path, guide: Path = SAMPLE, **settings: Any) -> None:
        """`data` is the data directory, `guide` what the committee is founded from."""
        own = {"data": data, "database_url": "", "public_url": ""}
        self.settings = Settings(**{**own, **GENEROUS, **settings})
        self.committee, self._guide = 0, guide
        self.invited: tuple[Invited, ...] = ()
        self.lobby_code = ""
        self._clients: dict[tuple[str, str], httpx.Client] = {}
        self._ready = threading.Event()
        self._fault: BaseException | None = None
        self.loop = event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])

    @property
    def base(self) -> str:
        """The server's origin."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def here(self) -> str:
        """The path of the committee."""
        return f"/committees/{self.committee}"

    def __enter__(self) -> Served:
        self._thread.start()
        assert self._ready.wait(60), "the server did not start"
        if self._fault:
            raise self._fault
        return self

    def __exit__(self, *_: object) -> None:
        for client in self._clients.values():
            client.close()
        self._server.should_exit = True
        self._thread.join(30)

    def code(self, role: str, seat: str = "") -> str:
        """The join code of a role, or of a seat."""
        if role == "lobby":
            return self.lobby_code
        return next(
            one.code for one in self.invited if one.post.role == role and seat in ("", one.post.seat_key)
        )

    def robot(self, role: str, seat: str = "") -> Robot:
        """A client for a role or a seat, not yet joined."""
        return Robot(self.base, self.code(role, seat))

    def members(self) -> list[str]:
        """The keys of the seats that may vote, in the order of the roll."""
        seats = self.room().floor.seats.values()
        return [seat.key for seat in sorted(seats, key=lambda seat: seat.order) if seat.kind == "member"]

    def nobody(self) -> httpx.Client:
        """A client of this server's own origin that is not signed in; the caller closes it."""
        headers = {"Origin": self.base, "Accept": "application/json"}
        return httpx.Client(base_url=self.base, headers=headers, timeout=30)

    def joined(self, code: str) -> httpx.Client:
        """A fresh client, signed in by this code; the caller closes it."""
        client = self.nobody()
        assert client.post("/join", json={"code": code}).status_code == 200
        return client

    def client(self, role: str, seat: str = "") -> httpx.Client:
        """The one client of a role or a seat, signed in; asks for JSON."""
        if (role, seat) not in self._clients:
            self._clients[role, seat] = (
                self.nobody() if role == "nobody" else self.joined(self.code(role, seat))
            )
        return self._clients[role, seat]

    def act(self, role: str, path: str, seat: str = "", /, **given: Any) -> httpx.Response:
        """Post an act to the committee as a role or seat, under a press of its own unless one is given."""
        body = {"command_id": secrets.token_hex(16), **given}
        return self.client(role, seat).post(self.here + path, json=body)

    def do(self, role: str, path: str, seat: str = "", /, **given: Any) -> int:
        """Post an act that must be in order; returns its number."""
        answer = self.act(role, path, seat, **given)
        assert answer.status_code == 200, (path, given, answer.text)
        return int(answer.json()["recorded"])

    def head(self) -> tuple[int, str]:
        """Number and chain code of the last act of the committee, as the rows have them."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as rows:
            query = "select number, chain from minute where committee_id = ? order by number desc limit 1"
            found = rows.execute(query, (self.committee,)).fetchone()
        return int(found[0]), str(found[1])

    def dump(self) -> list[str]:
        """All rows of the database as SQL, but for what rooms note by themselves (that they are alive)."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as rows:
            return [line for line in rows.iterdump() if f'INSERT INTO "{ALIVE}"' not in line]

    @property
    def database(self) -> Path:
        """The file of the rows."""
        return next(self.settings.data.glob("*.db"))

    def ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` on the server's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(90)

    def room(self) -> Room:
        """The committee's room, as it is in the server."""
        return self.ask(self.house.room(self.committee))

    @cached_property
    def preparation(self) -> int:
        """A committee that the organizer prepares from the sample guide, reviewed in nothing yet."""
        text = read_path(self._guide)
        prepared = Preparation().with_guide(understand(text), self._guide.name)

        async def make() -> int:
            key = await begin(self.house.store, 1, prepared, 1)
            file = await receive(self.house.store, key, self._guide.name, b"")
            await take_over(self.house.store, file, understand(text), text, 1)
            return key

        return self.ask(make())

    @property
    def phone_test(self) -> str:
        """The code of a test with a phone that runs."""
        return self.house.phone_tests.open("an organizer", now_ms())

    def another_committee(self) -> tuple[int, tuple[Invited, ...]]:
        """A further committee in the same house, with its codes."""

        async def make() -> tuple[int, tuple[Invited, ...]]:
            made = await found_rehearsal(self.house.store, time.time_ns() // 1_000_000)
            return made, await invite(self.house.store, self.house.access, made, organizer=False)

        return self.ask(make())

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._serve())
        except BaseException as fault:
            self._fault = fault
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        self.house = await House.open(self.settings)
        guide, source = understand(read_path(self._guide)), self._guide.read_bytes()
        blueprint = of_guide(guide, source, RULEBOOK)
        made = await found(self.house.store, blueprint, time.time_ns() // 1_000_000)
        self.committee = made.committee
        self.invited = await invite(self.house.store, self.house.access, made.committee)
        self.lobby_code = await public_code(self.house.store, self.house.access, made.committee)
        app = create_app(self.settings)
        app.state.house, app.state.operator_secret = self.house, OPERATOR_SECRET
        self._server = uvicorn.Server(configuration(app, "127.0.0.1", self.port, self.settings.proxy))
        self._server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
        task = asyncio.create_task(self._server.serve())
        while not self._server.started and not task.done():
            await asyncio.sleep(0.02)
        self._ready.set()
        await task
