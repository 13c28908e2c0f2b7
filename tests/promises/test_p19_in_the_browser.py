"""P-19 and P-20 in the real live.js: lost, doubled, swapped frames do no harm; a lost last one is noticed."""

from __future__ import annotations

import json
import random

import pytest
from playwright.sync_api import Browser, WebSocketRoute

from tests.browser.live_page import is_as_fresh, open_live
from tests.browser.live_stage import LiveStage
from tests.live.room import SEATS

pytestmark = pytest.mark.browser


SEEN = """() => {
  window.states = [];
  const text = (place) => document.querySelector(place).textContent;
  window.seen = () => [text('#now-h'), text('[data-region="public/list"] p')];
  document.addEventListener('placard:frame', () => states.push(seen()));
}"""


@pytest.mark.parametrize("seed", range(3))
def test_p19_lost_doubled_swapped_frames_do_no_harm(chromium: Browser, live: LiveStage, seed: int) -> None:
    chance, page, kept = random.Random(seed), chromium.new_page(), []
    bad = True

    def between(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def on_message(text: str | bytes) -> None:
            fate = chance.choice(["arrives", "lost", "doubled", "late"]) if bad else "arrives"
            if fate == "late":
                kept.append(text)
                return
            for one in {"arrives": [text], "lost": [], "doubled": [text, text]}[fate] + (
                kept and [kept.pop()]
            ):
                socket.send(one)

        server.on_message(on_message)

    page.route_web_socket("**/live", between)
    live.change(queue=(), received=0)
    page.goto(live.url)
    page.evaluate(SEEN)
    was = {tuple(page.evaluate("seen()"))}
    for n in range(30):  # one region at a time, so that a frame applied where it does not fit makes a mixture
        live.change(**({"speaking": f"Turn {n}"} if n % 2 else {"queue": SEATS[: chance.randrange(4)]}))
        was.add((f"Speaking: {live.floor.speaking}", f"{len(live.floor.queue)} on the list"))
        page.wait_for_timeout(30)
    bad = False
    is_as_fresh(page, live)
    assert {tuple(one) for one in page.evaluate("states")} <= was
    page.close()


def test_p19_a_frame_that_does_not_fit_is_not_shown_and_what_is_missing_is_asked_for_at_once(
    chromium: Browser, live: LiveStage
) -> None:
    page = chromium.new_page()
    lost: list[str] = []

    def between(socket: WebSocketRoute) -> None:
        def on_message(text: str | bytes) -> None:
            if "beat" in json.loads(text):  # no heartbeat helps
                return
            if "Never heard" in str(text) and not lost:
                lost.append(str(text))
            else:
                socket.send(text)

        socket.connect_to_server().on_message(on_message)

    live.change(speaking="Nobody", queue=())
    page.route_web_socket("**/live", between)
    open_live(page, live)
    is_as_fresh(page, live)
    page.wait_for_timeout(3000)  # whatever the page asks at first is answered
    page.evaluate(SEEN)
    live.change(speaking="Never heard")
    live.change(queue=SEATS[:2])
    is_as_fresh(page, live)
    assert len(lost) == 1
    mixture = ["Speaking: Nobody", "2 on the list"]
    assert mixture not in page.evaluate("states")
    page.close()


def test_p20_the_loss_of_the_very_last_frame_is_noticed(chromium: Browser, live: LiveStage) -> None:
    page = chromium.new_page()
    lost: list[str] = []

    def between(socket: WebSocketRoute) -> None:
        def on_message(text: str | bytes) -> None:
            if "The last" in str(text) and not lost:
                lost.append(str(text))
            else:
                socket.send(text)

        socket.connect_to_server().on_message(on_message)

    page.route_web_socket("**/live", between)
    open_live(page, live)
    page.wait_for_timeout(3000)  # whatever the page asks at first is answered
    live.change(speaking="The last")
    is_as_fresh(page, live)
    assert len(lost) == 1
    page.close()
