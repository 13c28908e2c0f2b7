"""P-18: after each act of an afternoon, every role's screen is what a browser shows that comes in fresh."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from app.live import TICK
from app.rehearsal.robot import Robot
from tests.afternoon import Afternoon
from tests.live.browser import ModelBrowser
from tests.served import Served

ROLES = {
    "chair": ("public", "dais", "projector"),
    "assistant": ("dais",),
    "organizer": ("public",),
    "observer": ("public",),
    "projector": ("projector",),
}


class Screen:
    """A browser of one role, in Python: what `static/live.js` does with frames, over a real socket."""

    def __init__(self, robot: Robot, cookie: str, channels: tuple[str, ...]) -> None:
        self.robot, self.cookie = robot, cookie
        self.browser = ModelBrowser(channels)
        self.heard = 0
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None

    async def connect(self, committee: int) -> None:
        """Open the socket and say what is there already."""
        url = f"ws{self.robot.base.removeprefix('http')}/committees/{committee}/live"
        headers = {"Cookie": self.cookie, "Origin": self.robot.base}
        self._socket = await connect(url, additional_headers=headers)
        await self._socket.send(json.dumps({"have": self.browser.have()}))
        self._listening = asyncio.create_task(self._listen(self._socket))

    async def cut(self) -> None:
        """The link breaks, without a good-bye."""
        assert self._socket is not None and self._listening is not None
        self._socket.transport.abort()
        await self._listening

    async def _listen(self, socket: ClientConnection) -> None:
        try:
            async for text in socket:
                self.heard += 1
                self.browser.hear(str(text))
                while self.browser.says:
                    await socket.send(self.browser.says.pop(0))
        except ConnectionClosed:
            return

    async def differs(self) -> list[str]:
        """The regions that a fresh browser shows otherwise."""
        found = []
        for channel in self.browser.channels:
            fresh = await self.robot.fresh(channel)  # without the regions that are empty now
            shown = {name: html for name, html in self.browser.screen(channel).items() if html}
            found += [
                f"{channel}/{name}" for name in shown.keys() | fresh if shown.get(name) != fresh.get(name)
            ]
        return found


class Room:
    """Everybody's screens: some watch all the time, one of each role loses its link again and again."""

    def __init__(self, served: Served, steady: list[Screen], shaky: list[Screen]) -> None:
        self.served, self.steady, self.shaky = served, steady, shaky
        self.acts = 0

    def after(self, what: str) -> None:
        """After an act: the shaky ones come back and go again; all show what a fresh browser shows."""
        self.acts += 1
        wrong = self.served.ask(self._compare())
        assert wrong == {}, f"after {what}, the act {self.acts} of the afternoon"

    async def _compare(self) -> dict[str, list[str]]:
        for screen in self.shaky:
            await screen.connect(self.served.committee)
        for _ in range(12):  # frames are on their way; tallies wait for a tick
            await asyncio.sleep(TICK / 5)
            wrong = {
                f"{kind} {screen.robot.seat or screen.browser.channels}": found
                for kind, screens in (("steady", self.steady), ("shaky", self.shaky))
                for screen in screens
                if (found := await screen.differs())
            }
            if not wrong:
                break
        for screen in self.shaky:
            await screen.cut()
        return wrong


async def screen_of(served: Served, role: str, seat: str, channels: tuple[str, ...]) -> Screen:
    robot = served.robot(role, seat)
    await robot.join()
    robot.committee = served.committee
    cookie = "; ".join(f"{name}={value}" for name, value in robot._http.cookies.items())
    return Screen(robot, cookie, channels)


@pytest.fixture(scope="module")
def room(served: Served) -> Iterator[Room]:
    """Each role twice: once with a good link, once with a bad one."""
    wanted = [(role, "", channels) for role, channels in ROLES.items()]
    for seat in served.members()[:2]:
        wanted.append(("delegate", seat, ("public", f"seat:{seat}")))

    async def open_all() -> Room:
        await served.house.room(served.committee)
        steady = [await screen_of(served, *one) for one in wanted]
        shaky = [await screen_of(served, *one) for one in wanted]
        for screen in steady:
            await screen.connect(served.committee)
        return Room(served, steady, shaky)

    found = served.ask(open_all())
    yield found

    async def leave() -> None:
        for screen in found.steady:
            await screen.cut()
        for screen in (*found.steady, *found.shaky):
            await screen.robot.leave()

    served.ask(leave())


def test_p18_every_screen_equals_a_fresh_one_after_each_act(served: Served, room: Room) -> None:
    Afternoon(served, after=room.after).play()
    assert room.acts > 80
    assert all(screen.heard > 20 for screen in room.steady), "each really watched"
    assert all(screen.browser.applied > 20 for screen in room.shaky), "each really came back to something new"
    paper = served.room().floor.papers.get("WP-1")
    assert paper is not None and paper.stage == "adopted"
