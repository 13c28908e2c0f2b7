"""P-16: a server that is told to stop lets everybody go with 1012, and pages come back by themselves."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import struct
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser
from websockets.exceptions import ConnectionClosed

from app.rehearsal.robot import Robot
from app.stopping import PATIENCE_S
from tests.roads.process import Placard

WATCHING = 60
"""Sockets in the fast run: enough that closing them one after the other by hand would show."""
SPARE_S = 3.0
"""Seconds for a busy machine, beside those that are promised."""


@pytest.fixture
def placard(tmp_path: Path) -> Iterator[Placard]:
    """A running Placard as people start it."""
    started = Placard(tmp_path / "data").start()
    yield started
    started.stop()


def sent_signal(placard: Placard, by: signal.Signals = signal.SIGTERM) -> float:
    """Ask it to stop; returns the moment."""
    assert placard._process is not None
    placard._process.send_signal(by)
    return time.monotonic()


def ended(placard: Placard) -> int:
    """Wait for its end; returns its exit code."""
    assert placard._process is not None
    return placard._process.wait(30)


async def watch(placard: Placard, number: int) -> list[Robot]:
    """So many sockets of one observer."""
    robots = [Robot(placard.base, placard.code("observer")) for _ in range(number)]
    for robot in robots:
        await robot.join()
        await robot.watch("public")
    return robots


@pytest.mark.long
def test_p16_a_browser_that_takes_nothing_holds_the_stop_up_for_five_seconds_at_most(
    placard: Placard,
) -> None:
    async def stop() -> float:
        (robot,) = await watch(placard, 1)
        cookies = "; ".join(f"{name}={value}" for name, value in robot._http.cookies.items())
        with socket.create_connection(("127.0.0.1", placard.port)) as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            lines = (
                f"GET /committees/{robot.committee}/live HTTP/1.1",
                f"Host: 127.0.0.1:{placard.port}",
                f"Origin: {placard.base}",
                f"Cookie: {cookies}",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            )
            deaf.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            assert b"101" in deaf.recv(200)
            for _ in range(15):  # the whole screen again and again, and nobody reads it
                deaf.sendall(masked(json.dumps({"have": {"public": {}}})))
            await asyncio.sleep(0.5)
            began = sent_signal(placard)
            await asyncio.to_thread(ended, placard)
            took = time.monotonic() - began
        await robot.leave()
        return took

    assert asyncio.run(stop()) < PATIENCE_S + SPARE_S


def masked(text: str) -> bytes:
    """A text frame as a browser sends it (RFC 6455, section 5.2), masked with zeros."""
    data = text.encode()
    return struct.pack("!BB", 0x81, 0x80 | len(data)) + bytes(4) + data


@pytest.mark.long
def test_p16_an_act_that_was_sent_before_the_stop_is_answered_or_not_recorded(placard: Placard) -> None:
    chair = Robot(placard.base, placard.code("chair"))

    async def act() -> int | None:
        await chair.join()
        sending = asyncio.create_task(chair.act("/roll-calls"))
        await asyncio.sleep(0)
        await asyncio.to_thread(sent_signal, placard)
        try:
            return int((await sending)["recorded"])
        except (httpx.TransportError, ConnectionClosed):
            return None

    recorded = asyncio.run(act())
    assert ended(placard) == 0
    placard.start()
    minutes = httpx.get(f"{placard.base}/healthz")
    assert minutes.status_code == 200
    again = Robot(placard.base, placard.code("observer"))

    async def number() -> int:
        await again.join()
        floor = await again.get("/floor.json")
        await again.leave()
        return int(floor["number"])

    assert asyncio.run(number()) >= (recorded or 0)


async def let_go(placard: Placard) -> tuple[list[int], int, float]:
    """Stop it while many watch: the codes that their sockets were closed with, its exit code, how long."""
    robots = await watch(placard, WATCHING)
    began = sent_signal(placard)
    await asyncio.gather(*(one._watching for one in robots if one._watching))
    code = await asyncio.to_thread(ended, placard)
    took = time.monotonic() - began
    codes = [one._socket.close_code or 0 for one in robots if one._socket]
    for robot in robots:
        await robot._http.aclose()
    return codes, code, took


@pytest.mark.browser
@pytest.mark.timeout(180)
def test_p16_every_socket_is_closed_with_1012_and_pages_come_back_by_themselves(
    placard: Placard, chromium: Browser
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{placard.base}/#{placard.code('observer')}")
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/committees/**")
    page.wait_for_selector('#link[data-state="live"]')
    page.evaluate("window.stays = true")

    with ThreadPoolExecutor(1) as beside:  # Chromium's driver has the loop of this thread
        codes, code, took = beside.submit(asyncio.run, let_go(placard)).result(60)
    assert codes == [1012] * WATCHING
    assert code == 0 and took < PATIENCE_S + SPARE_S, "to stop is no fault, and does not take long"
    assert not (placard.data / "operator.json").exists(), "what it left for its owner is gone too"
    assert "Traceback" not in placard.log()

    page.wait_for_selector('#link:not([data-state="live"])', timeout=10_000)
    placard.start()
    began = time.monotonic()
    page.wait_for_selector('#link[data-state="live"]', timeout=20_000)
    back = time.monotonic() - began
    assert page.evaluate("window.stays === true"), "nobody had to load it again"
    assert back < 5 + SPARE_S, back
    context.close()
