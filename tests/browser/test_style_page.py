"""The parts of the pages in a real Chromium: widths, accessibility, sizes, under the product's own policy."""

import os
from typing import Any, cast

import pytest
from playwright.sync_api import Browser

from tests.browser.stage import AXE, AXE_FINDS, PAGES, RULES, TOP, Stage, close, open_page

PICTURES = TOP / "screenshots"
pytestmark = pytest.mark.browser

WIDTHS = [("style", w) for w in (320, 360, 768, 1366, 1920)] + [
    ("cockpit", w) for w in (360, 768, 1366, 1920)
]
WIDTHS += [(name, w) for name in ("phone", "vote") for w in (320, 360, 1366)]


@pytest.mark.parametrize(("name", "width"), WIDTHS)
def test_no_page_scrolls_sideways(chromium: Browser, stage: Stage, name: str, width: int) -> None:
    page = open_page(chromium, stage, name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if os.environ.get("PLACARD_TEST_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=name == "style")
    assert cast(Any, page).refused == []
    close(page)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", list(PAGES))
def test_axe_finds_nothing(chromium: Browser, stage: Stage, name: str, theme: str) -> None:
    width = 390 if name in ("phone", "vote") else 1920 if PAGES[name][0] == "board.html" else 1366
    page = open_page(
        chromium, stage, name, width, 1080 if width == 1920 else 768, bypass_csp=True, reduced_motion="reduce"
    )
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    page.add_script_tag(path=AXE)
    found = page.evaluate(AXE_FINDS, RULES)
    close(page)
    assert [
        (one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found["violations"]
    ] == []


@pytest.mark.parametrize("name", ["cockpit", "phone"])
def test_axe_finds_nothing_while_the_link_is_lost_or_colours_are_forced(
    chromium: Browser, stage: Stage, name: str
) -> None:
    page = open_page(chromium, stage, name, bypass_csp=True, forced_colors="active")
    page.add_script_tag(path=AXE)
    for media in ("active", "none"):
        page.emulate_media(forced_colors=cast(Any, media))
        page.evaluate("document.documentElement.classList.add('stale')")
        found = page.evaluate(AXE_FINDS, RULES)
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
    close(page)


def test_axe_finds_nothing_in_an_open_dialog(chromium: Browser, stage: Stage) -> None:
    page = open_page(chromium, stage, "cockpit", bypass_csp=True)
    page.add_script_tag(path=AXE)
    for key in ("?", "Control+k"):
        page.keyboard.press(key)
        page.wait_for_selector("dialog[open]")
        found = page.evaluate("tags => axe.run('dialog[open]', {runOnly: tags})", RULES)
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
        page.keyboard.press("Escape")
    close(page)


@pytest.mark.parametrize("name", ["speaker", "motions", "rollcall"])
def test_the_last_row_can_read_the_projector(chromium: Browser, stage: Stage, name: str) -> None:
    page = open_page(chromium, stage, name, 1920, 1080)
    sizes = page.evaluate("""() => [...document.querySelectorAll('.board *')].filter(one =>
        [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && !one.closest('svg, .vh')
        ).map(one => [one.textContent.trim().slice(0, 30), parseFloat(getComputedStyle(one).fontSize)])""")
    assert sizes and [one for one in sizes if one[1] < 47.9] == []
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [
        1920,
        1080,
    ]
    if os.environ.get("PLACARD_TEST_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"board-{name}.png")
    assert cast(Any, page).refused == []
    close(page)


def test_icons_are_drawn_under_the_policy(chromium: Browser, stage: Stage) -> None:
    page = open_page(chromium, stage, "phone", 360)
    page.wait_for_function("document.querySelector('.act .icon use').getBBox().width > 10")
    box = page.evaluate(
        "(({width, height}) => [width, height])(document.querySelector('.act .icon').getBoundingClientRect())"
    )
    assert box == [24, 24]
    close(page)


def test_thumbs_reach_every_button_of_the_phone(chromium: Browser, stage: Stage) -> None:
    for name in ("phone", "vote"):
        page = open_page(chromium, stage, name, 360, 640)
        small = page.evaluate("""() =>
            [...document.querySelectorAll('main .btn, .sheet .btn, .ballot button, .tabbar a')]
            .filter(one => !one.closest('[inert]'))
            .map(one => [one.textContent, one.getBoundingClientRect().height]).filter(one => one[1] < 44)""")
        assert small == []
        close(page)


def test_nothing_moves_under_reduced_motion(chromium: Browser, stage: Stage) -> None:
    page = open_page(chromium, stage, "vote", 360, reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0
    close(page)
