"""live.js and countdown.js in a real Chromium: the page is as the room is, and disturbs nobody."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute

from tests.browser.live_stage import REGIONS, LiveStage
from tests.live.room import SEATS, DemoScreens, fresh

pytestmark = pytest.mark.browser
FOCUS = "[document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"
AS_FRESH = """screens => Object.entries(screens).filter(([key, html]) => {
  const wanted = document.createElement('div'), shown = document.createElement('div');
  wanted.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  shown.replaceChildren(...document.querySelector(`[data-region="${key}"]`).cloneNode(true).childNodes);
  for (const one of shown.querySelectorAll('[data-clock]')) one.replaceWith('clock');
  for (const one of wanted.querySelectorAll('[data-clock]')) one.replaceWith('clock');
  return !wanted.isEqualNode(shown);
}).map(([key]) => key)"""


@pytest.fixture(scope="module")
def stage() -> Iterator[LiveStage]:
    stage = LiveStage()
    yield stage
    stage.end()


@pytest.fixture
def page(chromium: Browser, stage: LiveStage) -> Iterator[Page]:
    stage.change(speaking="Brazil", deadline=None, queue=(), received=0, vote="")
    context = chromium.new_context()
    yield open_live(context.new_page(), stage)
    context.close()


def open_live(page: Page, stage: LiveStage, address: str = "") -> Page:
    """Opens the demo page and waits until it says Live; errors of scripts fail the test at once."""
    page.on("pageerror", _fail)
    page.goto(stage.url + address)
    link(page, "live")
    return page


def _fail(error: Exception) -> None:
    raise AssertionError(error)


def link(page: Page, state: str, within: int = 20_000) -> None:
    """Waits until the page says that the link is so."""
    page.wait_for_function(
        "state => document.documentElement.dataset.link === state", arg=state, timeout=within
    )


def until_live(page: Page) -> None:
    """The same where the page's time goes only as the test says."""
    for _ in range(100):
        page.clock.run_for(20)
        if page.evaluate("() => document.documentElement.dataset.link") == "live":
            return
        page.wait_for_timeout(50)
    raise AssertionError("The page did not go live.")


def shows(page: Page, words: str) -> None:
    """Waits until the page shows the words."""
    page.wait_for_function("words => document.body.innerText.includes(words)", arg=words, timeout=20_000)


def is_as_fresh(page: Page, stage: LiveStage) -> None:
    """Waits until each region is what a page opened now would show."""
    screens = dict.fromkeys(REGIONS, "")
    for channel in ("public", "seat:ghana"):
        for name, html in fresh(DemoScreens(), stage.floor, channel).items():
            screens[f"{channel}/{name}"] = html
    page.wait_for_function(f"screens => ({AS_FRESH})(screens).length === 0", arg=screens, timeout=20_000)


@dataclass
class Traffic:
    """What went over the page's sockets."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    opened: int = 0

    def of(self, page: Page) -> Traffic:
        page.on("websocket", self._watch)
        return self

    def _watch(self, socket: Any) -> None:
        self.opened += 1
        socket.on("framereceived", lambda text: self.heard.append(json.loads(text)))
        socket.on("framesent", lambda text: self.said.append(json.loads(text)))

    @property
    def frames(self) -> list[dict[str, Any]]:
        return [message for message in self.heard if "channel" in message]


def test_a_page_just_opened_gets_nothing_that_it_has(chromium: Browser, stage: LiveStage) -> None:
    page = chromium.new_page()
    traffic = Traffic().of(page)
    open_live(page, stage)
    page.wait_for_timeout(700)
    assert set(traffic.said[0]["have"]) == {"public", "seat:ghana"}
    assert any("beat" in message for message in traffic.heard)
    assert traffic.frames == []
    assert traffic.opened == 1
    page.close()


def test_p25_a_hundred_pushes_leave_focus_caret_words_and_what_is_open(page: Page, stage: LiveStage) -> None:
    stage.change(queue=("ghana", "mexico", "norway"))
    shows(page, "3 on the list")
    page.evaluate("document.getElementById('more').open = true")
    page.focus("#f-mexico")
    page.keyboard.type("half typed")
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.evaluate("window.row = document.getElementById('q-mexico')")
    rows = (("mexico", "ghana"), ("norway", "mexico", "ghana"), ("ghana", "mexico", "norway"), ("mexico",))
    for n in range(100):
        stage.change(speaking=f"Speaker {n}", queue=rows[n % 4])
    is_as_fresh_but_for_the_words(page, "Speaker 99", "1 on the list")
    assert page.evaluate(FOCUS) == ["f-mexico", 6, "half typed"]
    assert page.evaluate("document.getElementById('q-mexico') === row")
    assert page.evaluate("document.getElementById('more').open")


def is_as_fresh_but_for_the_words(page: Page, *words: str) -> None:
    for one in words:
        shows(page, one)


def test_words_outside_the_regions_are_nobodys_business(page: Page, stage: LiveStage) -> None:
    page.focus("#clause")
    page.keyboard.type("Urges all States")
    page.keyboard.press("ArrowLeft")
    for n in range(20):
        stage.change(speaking=f"Delegate {n}", queue=SEATS[: n % 4])
    shows(page, "Delegate 19")
    assert page.evaluate(FOCUS) == ["clause", 15, "Urges all States"]


def test_what_the_chair_does_is_shown_as_a_fresh_page_would(page: Page, stage: LiveStage) -> None:
    for change in (
        {"queue": SEATS},
        {"received": 3},
        {"queue": ("norway",), "speaking": "<b>Fiji</b>"},
        {"received": 0},
    ):
        stage.change(**change)
        is_as_fresh(page, stage)


@pytest.mark.parametrize("seed", range(3))
def test_p19_lost_doubled_swapped_frames_do_no_harm(chromium: Browser, stage: LiveStage, seed: int) -> None:
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
    page.goto(stage.url)
    for n in range(30):
        stage.change(
            speaking=f"Turn {n}", queue=tuple(chance.sample(SEATS, chance.randrange(4))), received=n % 3
        )
        page.wait_for_timeout(30)
    bad = False
    is_as_fresh(page, stage)
    page.close()


def test_p26_offline_is_said_and_what_was_missed_is_made_up(page: Page, stage: LiveStage) -> None:
    page.context.set_offline(True)
    link(page, "offline")
    assert page.inner_text(".link-state") == "Offline: what you press is not sent"
    page.wait_for_function("() => document.documentElement.classList.contains('stale')", timeout=10_000)
    stage.change(speaking="Ghana", queue=("mexico",))
    page.wait_for_timeout(300)
    assert "Ghana" not in page.inner_text("body")
    page.context.set_offline(False)
    link(page, "live")
    is_as_fresh(page, stage)
    assert page.evaluate("document.documentElement.classList.contains('stale')") is False


def test_p22_a_server_that_goes_is_told_after_three_seconds_and_comes_back_by_itself(
    chromium: Browser,
) -> None:
    stage = LiveStage()
    page = open_live(chromium.new_page(), stage)
    stage.stop()
    page.wait_for_timeout(1000)
    assert page.evaluate("document.documentElement.dataset.link") == "live"  # most breaks are over by now
    link(page, "lost")
    assert page.inner_text(".link-state") == "Reconnecting"
    assert page.get_attribute(".link-state", "data-as-of")
    assert page.evaluate("document.documentElement.classList.contains('stale')")
    stage.start()
    stage.change(speaking="Back again")
    link(page, "live")
    is_as_fresh(page, stage)
    page.close()
    stage.end()


def test_p22_a_dead_socket_is_found_after_25_seconds_without_a_word(chromium: Browser) -> None:
    stage = LiveStage(heartbeat=3600)
    page = chromium.new_page()
    page.clock.install()
    traffic = Traffic().of(page)
    page.goto(stage.url)
    until_live(page)
    page.clock.run_for(3000)
    page.wait_for_timeout(500)  # the answers to its first questions
    page.clock.run_for(20_000)
    assert traffic.opened == 1
    page.clock.run_for(7000)
    page.wait_for_timeout(300)
    assert traffic.opened == 2
    page.close()
    stage.end()


def test_p16_a_restart_closes_with_1012_and_the_page_is_back_at_once(page: Page, stage: LiveStage) -> None:
    page.evaluate("window.here = true")
    stage.call(lambda: stage.gallery.drop(lambda who: True, 1012))
    stage.change(speaking="After the restart")
    page.wait_for_function("() => document.body.innerText.includes('After the restart')", timeout=3000)
    assert page.evaluate("window.here")  # without loading the page again


def test_p31_whoever_is_signed_out_is_told_and_left_alone(page: Page, stage: LiveStage) -> None:
    traffic = Traffic().of(page)
    stage.call(lambda: stage.gallery.drop(lambda who: who == "ghana", 4401))
    link(page, "offline")
    assert "signed out" in page.inner_text(".link-state")
    page.wait_for_timeout(1500)
    assert traffic.opened == 0


def test_an_open_ballot_is_not_touched_and_goes_when_its_vote_is_over(page: Page, stage: LiveStage) -> None:
    stage.change(vote="motion-3")
    shows(page, "motion-3, 0 in")
    page.evaluate("window.ballot = document.querySelector('[data-open-ballot]')")
    page.check("#yes")
    for received in range(1, 6):
        stage.change(received=received, speaking=f"Turn {received}")
    shows(page, "Turn 5")
    shows(page, "5 in")  # the tally, which is another region
    assert page.evaluate("document.querySelector('[data-open-ballot]') === ballot")
    assert page.is_checked("#yes")
    assert "motion-3, 0 in" in page.inner_text("body")
    stage.change(vote="")
    page.wait_for_function("() => !document.querySelector('[data-open-ballot]')")
    is_as_fresh(page, stage)


def test_a_ballot_that_the_page_closes_catches_up(page: Page, stage: LiveStage) -> None:
    traffic = Traffic().of(page)
    stage.change(vote="motion-4")
    shows(page, "motion-4, 0 in")
    stage.change(received=7)
    shows(page, "7 in")
    page.evaluate("document.querySelector('[data-open-ballot]').removeAttribute('data-open-ballot')")
    shows(page, "motion-4, 7 in")
    is_as_fresh(page, stage)
    assert [message for message in traffic.said if "have" in message] == []


def test_p27_another_build_loads_the_page_again_and_keeps_what_was_written(chromium: Browser) -> None:
    stage = LiveStage()
    page = open_live(chromium.new_page(), stage)
    page.fill("#clause", "Urges all States")
    page.evaluate("window.old = true")
    stage.stop()
    stage.build = "build-2"
    stage.start()
    page.wait_for_function("() => document.body.dataset.build === 'build-2' && !window.old", timeout=20_000)
    link(page, "live")
    assert page.input_value("#clause") == "Urges all States"
    page.evaluate(
        "document.body.dataset.build = 'build-0'; window.kept = true"
    )  # a proxy that keeps old pages
    page.wait_for_timeout(1500)
    assert page.evaluate("window.kept")
    page.close()
    stage.end()


def test_where_sockets_are_blocked_the_page_polls(chromium: Browser) -> None:
    stage = LiveStage(sockets=False)
    page = open_live(chromium.new_page(), stage)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "have=" in request.url else None)
    for change in ({"speaking": "By polling", "deadline": stage.now() + 30_000}, {"queue": ("mexico",)}):
        stage.change(**change)
        is_as_fresh(page, stage)
    assert abs(seconds_left(page) - 30) <= 5
    assert asked
    page.close()
    stage.end()


def test_a_slow_line_is_said_with_its_seconds(chromium: Browser, stage: LiveStage) -> None:
    page = chromium.new_page()
    page.goto(f"{stage.url}?lag=1100")
    link(page, "slow")
    assert page.inner_text(".link-state").startswith("Slow, 1.")
    page.close()


def test_a_page_hidden_for_five_minutes_hangs_up_and_comes_back_when_it_is_shown(chromium: Browser) -> None:
    stage = LiveStage()
    page = chromium.new_page()
    page.clock.install()
    page.goto(stage.url)
    until_live(page)
    hide(page, True)
    page.clock.run_for(295_000)
    page.clock.run_for(7000)
    page.wait_for_timeout(300)
    assert stage.call(lambda: len(stage.gallery)) == 0
    stage.change(speaking="Meanwhile")
    hide(page, False)
    page.clock.run_for(1000)
    page.wait_for_timeout(300)
    page.clock.run_for(1000)
    is_as_fresh(page, stage)
    page.close()
    stage.end()


def hide(page: Page, hidden: bool) -> None:
    """The tab goes to the back, or comes to the front."""
    said = json.dumps(hidden)
    page.evaluate(f"Object.defineProperty(document, 'hidden', {{value: {said}, configurable: true}})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def seconds_left(page: Page) -> int:
    """What the clock of the page shows, in seconds; over time is below zero."""
    page.wait_for_function("() => /\\d:\\d\\d/.test(document.querySelector('[data-clock]')?.textContent)")
    shown = page.inner_text("[data-clock]")
    minutes, seconds = shown.lstrip("+").split(":")
    return (-1 if shown.startswith("+") else 1) * (int(minutes) * 60 + int(seconds))


def test_p15_the_clock_is_right_on_a_device_five_minutes_off(chromium: Browser, stage: LiveStage) -> None:
    stage.change(deadline=stage.now() + 80_000, speaking="Chad")
    right, wrong = chromium.new_page(), chromium.new_page()
    wrong.add_init_script("const real = Date.now; Date.now = () => real() + 300_000;")
    for page in (right, wrong):
        open_live(page, stage)
    for page in (right, wrong):
        shown, left = seconds_left(page), (stage.floor.deadline or 0) - stage.now()
        assert abs(shown - left / 1000) < 1.25
        assert page.get_attribute("[data-clock]", "data-state") == "run"
        page.close()


def test_p15_a_device_clock_that_jumps_moves_nothing(page: Page, stage: LiveStage) -> None:
    stage.change(deadline=stage.now() + 70_000, speaking="Fiji")
    shows(page, "Fiji")
    with page.expect_websocket(timeout=10_000):  # it may have slept: it connects again
        page.evaluate("() => { const real = Date.now; Date.now = () => real() + 3_600_000; }")
    link(page, "live")
    assert abs(seconds_left(page) - ((stage.floor.deadline or 0) - stage.now()) / 1000) < 1.25


def test_a_speech_of_ninety_seconds_is_told_in_four_sentences(chromium: Browser) -> None:
    stage = LiveStage(heartbeat=3600)
    stage.stand_still()
    page = chromium.new_page()
    page.clock.install()
    page.goto(stage.url)
    until_live(page)
    page.evaluate(
        """() => {
          const place = document.querySelector('[data-milestones]');
          window.told = [];
          new MutationObserver(() => told.push(place.textContent)).observe(place, {childList: true});
        }"""
    )
    stage.change(deadline=stage.now() + 90_000, speaking="Kenya")
    shows(page, "Kenya")
    states, thirds = [], []
    for _ in range(95):
        stage.pass_by(1000)
        page.clock.run_for(1000)
        states.append(page.get_attribute("[data-clock]", "data-state"))
        thirds.append(page.get_attribute("[data-clock]", "data-third"))
    assert page.evaluate("told") == ["1 minute left", "30 seconds", "10 seconds", "Time"]
    assert sorted(set(states), key=states.index) == ["run", "last", "over"]
    assert sorted(set(thirds), key=thirds.index) == ["1", "2", "3"]
    assert page.inner_text("[data-clock]").startswith("+0:0")
    page.close()
    stage.end()


def add(page: Page, html: str) -> None:
    """Puts HTML at the end of the page."""
    page.evaluate(
        """html => document.body.append(
          ...new DOMParser().parseFromString(html, 'text/html').body.childNodes)""",
        html,
    )


def test_ring_bar_and_figures_are_drawn_and_a_held_clock_stands_still(page: Page, stage: LiveStage) -> None:
    stage.change(deadline=stage.now() + 30_000, speaking="Peru")
    page.wait_for_function("() => /\\d:\\d\\d/.test(document.querySelector('[data-clock]')?.textContent)")
    add(
        page,
        '<div id="held" data-clock="speech" data-total="40000" data-remaining="28000"><output></output>'
        '<svg><circle class="left" stroke-dasharray="0 100"></circle></svg></div>'
        '<svg id="bar" class="drain" data-clock="caucus" data-total="40000" data-remaining="10000">'
        '<rect class="left" width="0"></rect></svg>'
        '<span id="over" data-clock="x" data-total="40000" data-remaining="-61000"></span>',
    )
    page.wait_for_function("() => document.querySelector('#held output').textContent === '0:28'")
    assert page.get_attribute("#held", "data-state") == "paused"
    assert page.get_attribute("#held", "data-third") == "1"
    assert page.get_attribute("#held circle", "stroke-dasharray") == "70.00 100"
    assert page.get_attribute("#bar rect", "width") == "25.00"
    assert page.get_attribute("#bar", "data-third") == "3"
    assert page.inner_text("#over") == "+1:01"


def test_clocks_step_where_nothing_may_move_and_glide_elsewhere(chromium: Browser, stage: LiveStage) -> None:
    for motion, gliding in (("reduce", 0), ("no-preference", 1)):
        page = chromium.new_context(reduced_motion=motion).new_page()  # type: ignore[arg-type]
        open_live(page, stage)
        bar = '<rect class="left" width="100" height="8"></rect>'
        ends = f'data-total="20000" data-deadline="{stage.now() + 15_000}"'
        add(page, f'<svg class="drain" data-clock="c" {ends}>{bar}</svg>')
        page.wait_for_timeout(1500)
        assert page.evaluate("document.getAnimations().length") == gliding
        page.context.close()


def test_nothing_is_drawn_while_the_page_is_hidden(page: Page, stage: LiveStage) -> None:
    stage.change(deadline=stage.now() + 50_000, speaking="Togo")
    shows(page, "Togo")
    seconds_left(page)
    hide(page, True)
    before = seconds_left(page)
    page.wait_for_timeout(2500)
    assert seconds_left(page) == before
    hide(page, False)
    page.wait_for_function(
        f"() => document.querySelector('[data-clock]').textContent !== '0:{before:02}'", timeout=2000
    )
    assert seconds_left(page) <= before - 2
