"""P-16 for a whole hall: three hundred sockets are closed with 1012, and are back soon after the start."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake

from app.rehearsal.robot import Robot
from tests.promises.test_p16_graceful_stop import ended, sent_signal, watch
from tests.roads.process import TOP, Placard

pytestmark = [pytest.mark.long]
HALL = 300
BACK_WITHIN_S = 5.0
"""Seconds from the moment at which the new server answers, for ninety-five of a hundred."""
SPARE_S = 1.5
"""Seconds for a busy machine."""
FIGURES = re.findall(r"(FIRST_RETRY|LAST_RETRY) = ([\d_]+)", (TOP / "static/live.js").read_text("utf-8"))
RETRY = {name: int(ms) / 1000 for name, ms in FIGURES}
"""When a page tries again, as its own script has it (seconds)."""


@pytest.fixture
def placard(tmp_path: Path) -> Iterator[Placard]:
    """A running Placard as people start it."""
    started = Placard(tmp_path / "data").start()
    yield started
    started.stop()


async def comes_back(robot: Robot, chance: random.Random) -> tuple[int, float]:
    """What a page does by itself: at 1012 it tries soon, then with full jitter, always a little later.

    Returns the code that it was let go with, and the moment at which it had the room again.
    """
    assert robot._watching is not None and robot._socket is not None
    await robot._watching
    code, failures = robot._socket.close_code or 0, 0
    wait = chance.random() * RETRY["FIRST_RETRY"]
    url = f"ws{robot.base.removeprefix('http')}/committees/{robot.committee}/live"
    cookies = "; ".join(f"{name}={value}" for name, value in robot._http.cookies.items())
    while True:
        await asyncio.sleep(wait)
        try:
            async with connect(
                url,
                origin=robot.base,  # type: ignore[arg-type]
                additional_headers={"Cookie": cookies},
            ) as socket:
                await socket.send(json.dumps({"have": {"public": {}}}))
                while "regions" not in json.loads(await socket.recv()):
                    pass
                return code, time.monotonic()
        except (OSError, InvalidHandshake):
            failures += 1
            most = min(RETRY["LAST_RETRY"], RETRY["FIRST_RETRY"] * 2**failures)
            wait = chance.random() * most


async def restart(placard: Placard) -> list[tuple[int, float]]:
    """A graceful restart before a whole hall: of each, the closing code, and how long after the new start."""
    robots = await watch(placard, HALL)
    chance = random.Random(16)
    returning = [asyncio.create_task(comes_back(robot, chance)) for robot in robots]
    await asyncio.to_thread(sent_signal, placard)
    assert await asyncio.to_thread(ended, placard) == 0
    await asyncio.to_thread(placard.start)
    answers = time.monotonic()
    back = await asyncio.wait_for(asyncio.gather(*returning), 60)
    for robot in robots:
        await robot._http.aclose()
    return [(code, max(0.0, at - answers)) for code, at in back]


def test_p16_three_hundred_are_let_go_and_back_within_five_seconds(placard: Placard) -> None:
    back = asyncio.run(restart(placard))
    assert [code for code, _ in back] == [1012] * HALL
    most = quantiles((seconds for _, seconds in back), n=20)[18]
    print(f"p95: {most:.1f} s")
    assert most <= BACK_WITHIN_S + SPARE_S
