"""regions.js in a real Chromium: the page is as the room is, and nothing a person does is disturbed."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute

from tests.browser.live_page import Traffic, is_as_fresh, open_live, shows
from tests.browser.live_stage import LiveStage
from tests.live.room import SEATS

pytestmark = pytest.mark.browser
FOCUS = "[document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"


SEEN = """() => {
  window.states = [];
  const text = (place) => document.querySelector(place).textContent;
  window.seen = () => [text('#now-h'), text('[data-region="public/list"] p')];
  document.addEventListener('placard:frame', () => states.push(seen()));
}"""


def test_a_page_just_opened_gets_nothing_that_it_has(chromium: Browser, live: LiveStage) -> None:
    page = chromium.new_page()
    traffic = Traffic().of(page)
    open_live(page, live)
    page.wait_for_timeout(700)
    assert set(traffic.said[0]["have"]) == {"public", "seat:ghana"}
    assert any("beat" in message for message in traffic.heard)
    assert traffic.frames == []
    assert traffic.opened == 1
    page.close()


def test_p25_a_hundred_pushes_leave_focus_caret_words_and_what_is_open(page: Page, live: LiveStage) -> None:
    live.change(queue=("ghana", "mexico", "norway"))
    shows(page, "3 on the list")
    page.evaluate("document.getElementById('more').open = true")
    page.focus("#f-mexico")
    page.keyboard.type("half typed")
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.evaluate("window.row = document.getElementById('q-mexico')")
    rows = (("mexico", "ghana"), ("norway", "mexico", "ghana"), ("ghana", "mexico", "norway"), ("mexico",))
    for n in range(100):
        live.change(speaking=f"Speaker {n}", queue=rows[n % 4])
    shows(page, "Speaker 99")
    shows(page, "1 on the list")
    assert page.evaluate(FOCUS) == ["f-mexico", 6, "half typed"]
    assert page.evaluate("document.getElementById('q-mexico') === row")
    assert page.evaluate("document.getElementById('more').open")


def test_words_outside_the_regions_are_nobodys_business(page: Page, live: LiveStage) -> None:
    page.focus("#clause")
    page.keyboard.type("Urges all States")
    page.keyboard.press("ArrowLeft")
    for n in range(20):
        live.change(speaking=f"Delegate {n}", queue=SEATS[: n % 4])
    shows(page, "Delegate 19")
    assert page.evaluate(FOCUS) == ["clause", 15, "Urges all States"]


def test_what_the_chair_does_is_shown_as_a_fresh_page_would(page: Page, live: LiveStage) -> None:
    for change in (
        {"queue": SEATS},
        {"received": 3},
        {"queue": ("norway",), "speaking": "<b>Fiji</b>"},
        {"received": 0},
    ):
        live.change(**change)
        is_as_fresh(page, live)


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


def test_an_open_ballot_is_not_touched_and_goes_when_its_vote_is_over(page: Page, live: LiveStage) -> None:
    live.change(vote="motion-3")
    shows(page, "motion-3, 0 in")
    page.evaluate("window.ballot = document.querySelector('[data-open-ballot]')")
    page.check("#yes")
    for received in range(1, 6):
        live.change(received=received, speaking=f"Turn {received}")
    shows(page, "Turn 5")
    shows(page, "5 in")  # the tally, which is another region
    assert page.evaluate("document.querySelector('[data-open-ballot]') === ballot")
    assert page.is_checked("#yes")
    assert "motion-3, 0 in" in page.inner_text("body")
    live.change(vote="")
    page.wait_for_function("() => !document.querySelector('[data-open-ballot]')")
    is_as_fresh(page, live)


def test_a_ballot_that_the_page_closes_catches_up(page: Page, live: LiveStage) -> None:
    traffic = Traffic().of(page)
    live.change(vote="motion-4")
    shows(page, "motion-4, 0 in")
    live.change(received=7)
    shows(page, "7 in")
    page.evaluate("document.querySelector('[data-open-ballot]').removeAttribute('data-open-ballot')")
    shows(page, "motion-4, 7 in")
    is_as_fresh(page, live)
    assert [message for message in traffic.said if "have" in message] == []
