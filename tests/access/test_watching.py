"""A device that only watches is there: it is not the one that gives way when another joins the seat."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2 as httpx
import pytest
from websockets.sync.client import ClientConnection

from app.live import HEARTBEAT
from tests.access.sockets import closing_code, join, live
from tests.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MINUTE = 60_000


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path, devices_per_seat=2) as running:
        yield running


@contextlib.contextmanager
def people(served: Served) -> Iterator[tuple[httpx.Client, ...]]:
    """Three browsers of one delegation."""
    with contextlib.ExitStack() as stack:
        yield tuple(stack.enter_context(contextlib.closing(served.nobody())) for _ in range(3))


def here(served: Served, client: httpx.Client) -> int:
    """What the committee answers to a browser."""
    return client.get(f"{served.here}/floor.json").status_code


def later(served: Served, ms: int) -> None:
    """So much later, as far as sign-ins know."""
    access = served.house.access
    before = access._now
    access._now = lambda: before() + ms


def answers(watching: ClientConnection, pong: int) -> None:
    """What a page does at each heartbeat: it says its own time, and gets it back."""
    watching.send(json.dumps({"pong": pong}))
    while json.loads(watching.recv(timeout=10)).get("pong") != pong:
        pass


def test_a_watching_device_stays_and_a_silent_one_gives_way(served: Served) -> None:
    seat = served.members()[0]
    with people(served) as (one, two, three):
        with live(served, join(served, one, "delegate", seat)) as watching:
            with live(served, join(served, two, "delegate", seat)) as silent:
                later(served, 2 * MINUTE)
                answers(watching, 1)
                join(served, three, "delegate", seat)
                assert closing_code(silent) == 4401, "it joined later, and was silent for two minutes"
            answers(watching, 2)
        assert [here(served, client) for client in (one, two, three)] == [200, 401, 200]


def test_where_all_devices_of_a_seat_watch_nobody_is_pushed_out(served: Served) -> None:
    seat = served.members()[1]
    with people(served) as (one, two, three):
        tokens = [join(served, client, "delegate", seat) for client in (one, two)]
        with live(served, tokens[0]) as first, live(served, tokens[1]) as second:
            later(served, 2 * MINUTE)
            answers(first, 1)
            answers(second, 1)
            refused = three.post("/join", json={"code": served.code("delegate", seat)})
            assert (refused.status_code, refused.json()["refused"][0]["rule"]) == (409, "seat.full")
            answers(first, 2)
            answers(second, 2)


def test_a_phone_on_the_table_is_not_idle(served: Served, chromium: Browser) -> None:
    """What live.js says of its own accord is enough: nobody touches the page."""
    seat = served.members()[2]
    context = chromium.new_context(extra_http_headers={"Origin": served.base})
    with people(served) as (other, third, _), contextlib.closing(context):
        page = context.new_page()
        page.goto(f"{served.base}/?again")
        page.fill("#code", served.code("delegate", seat))
        page.click("button[type=submit]")
        page.wait_for_selector("html[data-link=live]")
        join(served, other, "delegate", seat)
        later(served, 2 * MINUTE)
        page.wait_for_timeout(HEARTBEAT * 1000 + 1000)
        join(served, third, "delegate", seat)
        assert here(served, other) == 401, "the phone joined first, and the other was silent"
        assert page.get_attribute("html", "data-link") == "live"
