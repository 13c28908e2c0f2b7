"""A rehearsal seen in real browsers: the cockpit, a phone and the wall, without an error in any console."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from app.rehearsal import Report, road
from app.rehearsal.caucusing import moderated
from app.rehearsal.opening import agenda, late_arrivals, roll_call
from app.rehearsal.operator import ask_for_a_committee
from app.rehearsal.pace import Pace
from app.rehearsal.play import rehearse_in
from tests.browser.room import picture
from tests.roads.people import LAPTOP, PHONE, WALL
from tests.served import OPERATOR_SECRET, Served

pytestmark = pytest.mark.browser
PATIENCE = 300
"""Seconds after which a rehearsal hangs."""
NOTE_FRAMES = """() => {
  window.seen = [];
  const note = () => window.seen.push(document.querySelector('main').innerText);
  document.addEventListener('placard:frame', note);
}"""
STALE = """async () => {
  const shown = {};
  for (const { dataset } of document.querySelectorAll('[data-region]')) {
    const [channel, ...name] = dataset.region.split('/');
    (shown[channel] ??= {})[name.join('/')] = dataset.digest ?? '';
  }
  const held = Object.entries(shown).map(([channel, of]) =>
    [channel, Object.fromEntries(Object.entries(of).filter(([, digest]) => digest))]);
  const have = encodeURIComponent(JSON.stringify(Object.fromEntries(held)));
  const frames = await (await fetch(`${document.body.dataset.live}?have=${have}`)).json();
  return frames.filter((one) => one.regions).flatMap(({ channel, regions, digests }) => Object.keys(regions)
    .filter((name) => name in shown[channel] && shown[channel][name] !== (digests[name] ?? ''))
    .map((name) => `${channel}/${name}`));
}"""
"""Regions on the page that are not what a fresh page would show."""


class Onlookers:
    """Browsers at places of a rehearsal; `faults` is what their consoles say."""

    def __init__(self, chromium: Browser, base: str) -> None:
        self._chromium, self._base = chromium, base
        self.faults: list[str] = []
        self.pages: dict[str, Page] = {}

    def open(self, place: str, code: str, size: tuple[int, int]) -> None:
        """Join by a code and stay on the page that it leads to."""
        width, height = size
        page = self._chromium.new_context(viewport={"width": width, "height": height}).new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: self.faults.append(f"{place}: {error}"))
        page.on("console", lambda said: self._hear(place, said))
        page.goto(f"{self._base}/#{code}")
        page.get_by_role("button", name="I’m here").click()
        page.wait_for_url("**/committees/**")
        page.wait_for_load_state("load")
        page.evaluate(NOTE_FRAMES)
        self.pages[place] = page

    def seen(self, place: str) -> str:
        """All that has stood on a page."""
        return "\n".join(self.pages[place].evaluate("window.seen"))

    def close(self) -> None:
        """Close them all."""
        for page in self.pages.values():
            page.context.close()

    def _hear(self, place: str, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(f"{place}: {said.text}")


@pytest.fixture
def playing() -> Iterator[ThreadPoolExecutor]:
    """A thread for the robots."""
    with ThreadPoolExecutor(1) as threads:
        yield threads


def told_of(served: Served, members: int) -> dict[str, Any]:
    """A committee for a rehearsal, with its codes."""
    data: Path = served.settings.data
    (data / "operator.json").write_text(json.dumps({"secret": OPERATOR_SECRET}), "utf-8")
    return ask_for_a_committee(served.base, data, {"members": members})


def watched(
    chromium: Browser, served: Served, playing: ThreadPoolExecutor, members: int
) -> tuple[Report, Onlookers]:
    """The report of a rehearsal at which three look on, and what they have seen."""
    told = told_of(served, members)
    code = {one["role"]: one["code"] for one in reversed(told["codes"])}
    onlookers = Onlookers(chromium, served.base)
    for place, role, size in (
        ("cockpit", "chair", LAPTOP),
        ("phone", "delegate", PHONE),
        ("wall", "projector", WALL),
    ):
        onlookers.open(place, code[role], size)
    report = followed(playing.submit(rehearse_in, served.base, told, Pace(), 1), onlookers)
    for place, page in onlookers.pages.items():
        picture(page, f"rehearsal-{place}-{members}")
        until_fresh(page)
    return report, onlookers


def followed(meeting: Future[Report], onlookers: Onlookers) -> Report:
    """Let the browsers speak until the robots are done."""
    page, until = onlookers.pages["wall"], time.monotonic() + PATIENCE
    while not meeting.done():
        assert time.monotonic() < until, "the rehearsal hangs"
        page.wait_for_timeout(100)
    return meeting.result()


def until_fresh(page: Page) -> None:
    """Wait until every region is what a fresh page would show."""
    until = time.monotonic() + 60
    while stale := page.evaluate(STALE):
        assert time.monotonic() < until, stale
        page.wait_for_timeout(100)


@pytest.mark.timeout(600)
def test_a_short_rehearsal_leaves_no_error_in_any_console(
    chromium: Browser, served: Served, playing: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(road, "SCENES", (roll_call, agenda, late_arrivals, moderated))
    report, onlookers = watched(chromium, served, playing, 6)
    assert report.held, report.faults
    assert onlookers.faults == []
    assert "Moderated caucus" in onlookers.seen("wall")
    assert "Reintegration" in onlookers.seen("phone") and "Reintegration" in onlookers.seen("cockpit")
    onlookers.close()


@pytest.mark.long
@pytest.mark.parametrize("members", [6, 34])
def test_a_whole_rehearsal_leaves_no_error_in_any_console(
    chromium: Browser, served: Served, playing: ThreadPoolExecutor, members: int
) -> None:
    report, onlookers = watched(chromium, served, playing, members)
    assert report.held, report.faults
    assert onlookers.faults == []
    for place in onlookers.pages:
        assert "DR 1.1" in onlookers.seen(place), place
    assert "Adopted" in onlookers.seen("wall")
    onlookers.close()
