"""The room's board in a real Chromium: the last row can read it, nothing runs over, axe finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from app.screens.directory import Update
from app.screens.environment import build
from app.screens.projector import PROJECTOR
from app.screens.view import html
from tests.browser.room import Room, board_page, picture, violations, wear
from tests.procedure.meeting import Meeting
from tests.screens.council import directory
from tests.screens.scenes import SCENES

SMALLEST = 47.5  # 48 pixels, less what a browser rounds away in a drawing
SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Board:
    """A scene on the projector."""

    scene: str
    meeting: Meeting
    tab: Page


@pytest.fixture(scope="module")
def room(chromium: Browser) -> Iterator[Room]:
    """A room with a projector."""
    opened = Room(chromium)
    yield opened
    opened.close()


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
  const unseen = '.b-tools, .link-state, .vh, title, desc, [hidden], .mark';
  const found = [];
  for (const one of document.querySelectorAll('.board *')) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || one.closest(unseen)) continue;
    const style = getComputedStyle(one), svg = one.closest('svg'), mark = one.matches('.onvote');
    const shape = mark && one.parentElement.querySelector('[class^=fill]');
    const ink = light(parse(svg ? style.fill : style.color));
    const paper = light(mark ? parse(getComputedStyle(shape).fill) : behind(one));
    const box = one.getBoundingClientRect();
    found.push({ words: one.textContent.trim().slice(0, 40), mark,
      size: parseFloat(style.fontSize) * (svg ? one.getScreenCTM().a : 1),
      ratio: (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05),
      inside: Math.min(box.left, box.top) >= -1
        && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1 });
  }
  return found;
}"""

OVERFLOW = """() => {
  const found = [...document.querySelectorAll('.b-region > *')];
  const boxes = found.map((one) => one.getBoundingClientRect());
  const over = found.filter((one) => one.scrollHeight > one.clientHeight + 2).map((one) => one.className);
  const met = boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom - 1).map((box) => box.top);
  return [...over, ...met];
}"""
HARDEST = (
    "roll-call-longest",
    "document-longest",
    "redline-longest",
    "consultations-long",
    "result",
    "speaking",
)
"""Layouts in which the board is fullest."""
FRAME = """frame => import('/static/BUILD/regions.js').then(({ apply }) => apply(frame))"""
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


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_last_row_can_read_every_layout(board: Board, theme: str) -> None:
    board.tab.set_viewport_size({"width": 1920, "height": 1080})
    wear(board.tab, theme)
    board.tab.wait_for_timeout(100)
    picture(board.tab, f"projector-{board.scene}{'' if theme == 'dark' else '-light'}")
    words = board.tab.evaluate(WORDS)
    assert words
    assert [one for one in words if one["size"] < SMALLEST and not one["mark"]] == []
    assert [one for one in words if one["ratio"] < (4.5 if one["mark"] else 7)] == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_runs_over(board: Board, width: int, height: int) -> None:
    board.tab.set_viewport_size({"width": width, "height": height})
    page_size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert board.tab.evaluate(page_size) == [width, height]
    assert [one for one in board.tab.evaluate(WORDS) if not one["inside"]] == []
    assert board.tab.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("scene", HARDEST)
def test_an_update_stands_at_the_foot_and_takes_nothing_from_the_board(room: Room, scene: str) -> None:
    sent = Update(4, "Charter flights to Port-au-Prince resume " * 3, 1_790_000_000_000, True, frozenset())
    tab = room.show(board_page(SCENES[scene]().floor, updates=(sent,)), bypass_csp=True)
    picture(tab, f"projector-{scene}-update")
    assert tab.locator(".b-update").is_visible()
    words = tab.evaluate(WORDS)
    assert [one for one in words if one["size"] < SMALLEST and not one["mark"]] == []
    assert [one for one in words if one["ratio"] < (4.5 if one["mark"] else 7)] == []
    assert [one for one in words if not one["inside"] and "Charter" not in one["words"]] == []
    assert tab.evaluate(OVERFLOW) == []
    tab.context.close()


def test_axe_finds_nothing(board: Board) -> None:
    board.tab.set_viewport_size({"width": 1920, "height": 1080})
    wear(board.tab, "dark")
    assert violations(board.tab) == []


def test_the_board_follows_from_scene_to_scene_without_a_mouse(room: Room) -> None:
    tab = room.show(board_page(SCENES["speaking"]().floor), bypass_csp=True)
    for scene in ("question", "result-motion", "ladder", "free-time", "roll-call-vote", "result", "join"):
        floor = SCENES[scene]().floor
        shown = html(PROJECTOR["board"](floor, directory()), "en")
        frame = {"channel": "projector", "was": None, "regions": {"board": shown}, "digests": {"board": "1"}}
        tab.evaluate(FRAME.replace("BUILD", build()), frame)
        fresh = room.show(board_page(floor))
        for one in (tab, fresh):
            one.wait_for_timeout(50)
        words = "document.querySelector('[data-region]').innerText"
        assert tab.evaluate(words) == fresh.evaluate(words)
        fresh.context.close()


def test_pointer_and_tools_show_while_the_mouse_moves_and_go_by_themselves(room: Room) -> None:
    tab = room.show(board_page(SCENES["empty-floor"]().floor), bypass_csp=True)
    cursor = "getComputedStyle(document.querySelector('.board')).cursor"
    tools = tab.locator(".b-tools")
    assert (tab.evaluate(cursor), tools.is_visible()) == ("none", False)
    tab.mouse.move(400, 400)
    assert (tab.evaluate(cursor), tools.is_visible()) == ("default", True)
    tab.wait_for_function(f"{cursor} === 'none'", timeout=5_000)
    assert not tools.is_visible()
    tab.context.close()


def test_a_display_that_may_go_to_sleep_says_so(room: Room) -> None:
    tab = room.show(board_page(SCENES["empty-floor"]().floor))
    tab.mouse.move(400, 400)
    # plain http has no wake lock: the sentence stands beside the tools, and nowhere else
    tab.wait_for_selector("[data-no-wake-lock]:not([hidden])")
    assert tab.locator(".b-sleep").inner_text() == "This display may go to sleep by itself."
    tab.context.close()


def test_a_long_topic_ends_in_dots_and_moves_nothing_over_the_edge(room: Room) -> None:
    meeting = SCENES["speaking"]()
    tab = room.show(board_page(meeting.floor), bypass_csp=True)
    tab.evaluate(ROOM_TIME.replace("BUILD", build()), meeting.at + 12_400)
    edge = "document.querySelector('.board-head').getBoundingClientRect().right"
    before = tab.evaluate(edge)
    tab.evaluate(
        "document.querySelector('.board-head .topic').textContent = 'Migration and its impact '.repeat(9)"
    )
    assert tab.evaluate(edge) == before
    assert [one for one in tab.evaluate(WORDS) if not one["inside"]] == []
    tab.context.close()
