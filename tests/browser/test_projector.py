"""The room's board in a real Chromium: the last row can read every layout, nothing runs over, axe finds nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page, Route

from app.procedure.floor import Floor
from app.screens.environment import build, page
from app.screens.projector import PROJECTOR, thumbnail
from app.screens.record import ActLine, draft_view, result_view
from app.screens.view import html
from app.words import act_sentences
from tests.browser.stage import AXE, POLICY, RULES, TOP, TYPES
from tests.procedure.meeting import Meeting
from tests.screens.scenes import SCENES, announced, directory

PICTURES = TOP / "screenshots"
SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
HERE = "http://board.test"
pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Slot:
    """A region as the page route gives it."""

    html: Markup
    digest: str = "0"


def board_page(floor: Floor, **names: Any) -> str:
    """The whole page of a floor."""
    shown = html(PROJECTOR["board"](floor, directory(**names)), "en")
    return _whole("projector/page.html", slots={"projector:board": Slot(Markup(shown))})


def _whole(template: str, **context: Any) -> str:
    names = directory()
    return page(
        template, "en", committee=1, directory=names, holder=None, build=build(), zone="UTC", **context
    )


@dataclass(frozen=True)
class Board:
    """A scene on the projector."""

    scene: str
    meeting: Meeting
    tab: Page


class Room:
    """A browser in which one address shows one page, with the product's own files and policy."""

    def __init__(self, chromium: Browser) -> None:
        self.browser = chromium
        self.opened: list[Page] = []

    def show(self, shown: str, width: int = 1920, height: int = 1080, **options: Any) -> Page:
        """Open a page; its fonts are there when this returns."""
        tab = self.browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
        tab.route("**/*", lambda route: _answer(route, shown))
        self.opened.append(tab)
        tab.goto(f"{HERE}/")
        tab.wait_for_function("document.fonts.status === 'loaded'")
        return tab

    def close(self) -> None:
        """End every page that was opened."""
        for tab in self.opened:
            tab.context.close()


def _answer(route: Route, shown: str) -> None:
    path = re.sub(rf"^/static/{build()}/", "static/", route.request.url.removeprefix(HERE).partition("?")[0])
    headers = {"Content-Security-Policy": POLICY}
    if path == "/":
        route.fulfill(body=shown, content_type="text/html; charset=utf-8", headers=headers)
        return
    file = TOP / path
    known = path.startswith("static/") and file.is_file()
    kind = TYPES.get(file.suffix, "text/plain")
    route.fulfill(status=200 if known else 404, body=file.read_bytes() if known else b"", content_type=kind)


@pytest.fixture(scope="module")
def room(chromium: Browser) -> Iterator[Room]:
    """A room with a projector."""
    opened = Room(chromium)
    yield opened
    opened.close()


def picture(tab: Page, name: str) -> None:
    """Keep a screenshot where PLACARD_TEST_PICTURES asks for it."""
    if os.environ.get("PLACARD_TEST_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        tab.screenshot(path=PICTURES / f"{name}.png")


WORDS = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0.5) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const one of document.querySelectorAll('.board *')) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || one.closest('.b-tools, .link-state, .vh, title, desc, [hidden], .mark') || getComputedStyle(one).visibility === 'hidden') continue;
    const style = getComputedStyle(one), svg = one.closest('svg');
    const scale = svg && !svg.classList.contains('timer') ? one.getScreenCTM().a : 1;
    const ink = light(parse(svg ? style.fill : style.color));
    const paper = one.matches('.onvote') ? light(parse(getComputedStyle(one.parentElement.querySelector('[class^=fill]')).fill)) : light(behind(one));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    const box = one.getBoundingClientRect();
    found.push({ words: one.textContent.trim().slice(0, 40), size: parseFloat(style.fontSize) * scale, ratio,
      inside: box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1,
      mark: one.matches('.onvote') });
  }
  return found;
}"""


OVERFLOW = """() => {
  const found = [...document.querySelectorAll('.b-region > *')];
  const boxes = found.map((one) => one.getBoundingClientRect());
  const over = found.filter((one) => !one.matches('.b-ladder') && one.scrollHeight > one.clientHeight + 2).map((one) => one.className);
  const met = boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom - 1).map((box) => box.top);
  return [...over, ...met];
}"""
ROOM_TIME = """now => import('/static/BUILD/roomtime.js').then(({ sample }) => {
  sample(performance.now(), now);
  document.dispatchEvent(new Event('placard:frame'));
})"""


@pytest.fixture(scope="module", params=list(SCENES))
def board(request: pytest.FixtureRequest, room: Room) -> Iterator[Board]:
    """Each scene, 12.4 seconds after its last act."""
    meeting = SCENES[request.param]()
    tab = room.show(board_page(meeting.floor), bypass_csp=True, reduced_motion="reduce")
    tab.evaluate(ROOM_TIME.replace("BUILD", build()), meeting.at + 12_400)
    yield Board(request.param, meeting, tab)
    tab.context.close()


def test_the_last_row_can_read_every_layout(board: Board) -> None:
    board.tab.set_viewport_size({"width": 1920, "height": 1080})
    board.tab.wait_for_timeout(100)
    picture(board.tab, f"projector-{board.scene}")
    words = board.tab.evaluate(WORDS)
    assert words
    assert [one for one in words if one["size"] < 47.5 and not one["mark"]] == []
    assert [one for one in words if one["ratio"] < (4.5 if one["mark"] else 7)] == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_runs_over(board: Board, width: int, height: int) -> None:
    board.tab.set_viewport_size({"width": width, "height": height})
    page_size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert board.tab.evaluate(page_size) == [width, height]
    assert [one for one in board.tab.evaluate(WORDS) if not one["inside"]] == []
    assert board.tab.evaluate(OVERFLOW) == []


def test_axe_finds_nothing(board: Board) -> None:
    board.tab.set_viewport_size({"width": 1920, "height": 1080})
    board.tab.add_script_tag(path=AXE)
    for theme in ("light", "dark"):
        board.tab.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        found = board.tab.evaluate("tags => axe.run(document, {runOnly: tags})", RULES)
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
