"""P-24: one browser that does not read delays nobody, and is right again when it does."""

from __future__ import annotations

import asyncio
import socket as plain_sockets

import pytest
from websockets.asyncio.client import connect

from app.live import pipes
from tests.live.browser import ModelBrowser
from tests.live.house import WAYS, House, hear_until
from tests.live.room import DemoScreens, fresh, have_all

pytestmark = pytest.mark.anyio


@WAYS
async def test_p24_one_browser_that_stops_reading_delays_nobody_and_is_closed_after_five_seconds(
    house: House, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipes, "PATIENCE", 1.0)
    async with connect(house.url("mexico"), max_queue=None) as good, _stuck(house.address) as stuck:
        await good.send(have_all("public"))
        await good.recv()
        while not any(
            "public" in pipe.watches and pipe.viewer.who == "ghana" for pipe in house.gallery._pipes
        ):
            await asyncio.sleep(0.01)
        took: list[float] = []
        loop = asyncio.get_running_loop()
        for n in range(300):
            began = loop.time()
            house.change(speaking=f"Turn {n} " + "x" * 40_000)
            while f"Turn {n} " not in str(await good.recv()):
                pass
            took.append(loop.time() - began)
        assert sorted(took)[285] < 0.5, "19 changes of 20"
        await asyncio.sleep(2.2)
        assert [pipe.viewer.who for pipe in house.gallery._pipes] == ["mexico"]
        assert stuck.fileno() > 0


class _stuck:  # noqa: N801 - reads as a word in the test
    """A browser that opens a socket, asks for the public channel and never reads again."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def __aenter__(self) -> plain_sockets.socket:
        host, _, port = self.address.partition(":")
        self.socket = plain_sockets.socket()
        self.socket.setsockopt(plain_sockets.SOL_SOCKET, plain_sockets.SO_RCVBUF, 8192)
        self.socket.setblocking(False)
        await asyncio.get_running_loop().sock_connect(self.socket, (host, int(port)))
        loop = asyncio.get_running_loop()
        head = f"GET /live?seat=ghana HTTP/1.1\r\nHost: {self.address}\r\nUpgrade: websocket\r\n"
        key = "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        await loop.sock_sendall(self.socket, (head + key + "Sec-WebSocket-Version: 13\r\n\r\n").encode())
        assert b"101" in await loop.sock_recv(self.socket, 1024)
        message = have_all("public").encode()
        await loop.sock_sendall(self.socket, bytes([0x81, 0x80 | len(message), 0, 0, 0, 0]) + message)
        return self.socket

    async def __aexit__(self, *_: object) -> None:
        self.socket.close()


@WAYS
async def test_a_browser_that_was_behind_gets_one_whole_screen_and_is_right(house: House, way: str) -> None:
    async with connect(house.url(), max_queue=1, compression=None) as slow:
        browser = ModelBrowser(("public",))
        browser.ask()
        await slow.send(browser.says.pop())
        await hear_until(browser, slow, fresh(DemoScreens(), house.floor, "public"))
        (pipe,) = house.gallery._pipes
        for n in range(2000):  # the browser reads nothing meanwhile
            house.change(speaking=f"Turn {n} " + "x" * 40_000)
            await asyncio.sleep(0)
            if pipe.stale:
                break
        assert pipe.stale
        for n in range(50):
            house.change(queue=(f"delegation-{n}",))
        await hear_until(browser, slow, fresh(DemoScreens(), house.floor, "public"))
        assert not pipe.stale
        assert browser.says == []
