"""A served demo room for tests with real sockets, on the fast way and on the plain one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from app.live import Gallery
from tests.live.browser import ModelBrowser
from tests.live.room import Floor

WAYS = pytest.mark.parametrize("way", ["fast", "plain"])


class House:
    """A served room; `url(seat)` is where its socket is."""

    def __init__(self, address: str, gallery: Gallery[Floor]) -> None:
        self.address = address
        self.gallery = gallery
        self.floor = Floor()
        gallery.show(self.floor)

    def url(self, seat: str = "ghana") -> str:
        return f"ws://{self.address}/live?seat={seat}"

    def change(self, **changes: Any) -> None:
        self.floor = replace(self.floor, **changes)
        self.gallery.show(self.floor)


async def close_code(socket: ClientConnection) -> int:
    """Reads until the socket is closed; returns the code."""
    try:
        async with asyncio.timeout(5):
            while True:
                await socket.recv()
    except ConnectionClosed as closed:
        assert closed.rcvd is not None
        return closed.rcvd.code


async def hear_until(browser: ModelBrowser, socket: ClientConnection, screen: dict[str, str]) -> None:
    """Lets the browser take what comes, and answer, until it shows `screen` on the public channel."""
    async with asyncio.timeout(5):
        while browser.screen("public") != screen:
            browser.hear(str(await socket.recv()))
            while browser.says:
                await socket.send(browser.says.pop(0))
