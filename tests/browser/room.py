"""A browser that shows one page of the product without a server: its own files, its own policy."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from playwright.sync_api import Browser, Page, Route

from app.procedure.floor import Floor
from app.screens.environment import build, page
from app.screens.projector import PROJECTOR
from app.screens.view import html
from tests.browser.stage import AXE, AXE_FINDS, POLICY, RULES, TOP, TYPES
from tests.screens.council import directory

PICTURES = TOP / "screenshots"
HERE = "http://board.test"


@dataclass(frozen=True)
class Slot:
    """A region as the page route gives it."""

    html: Markup
    digest: str = "0"


def board_page(floor: Floor, **names: Any) -> str:
    """The whole page of a floor."""
    shown = html(PROJECTOR["board"](floor, directory(**names)), "en")
    update = html(PROJECTOR["update"](floor, directory(**names)), "en")
    slots = {"projector:board": Slot(Markup(shown)), "projector:update": Slot(Markup(update))}
    return whole_page("projector/page.html", slots=slots, channel="projector")


def whole_page(template: str, **context: Any) -> str:
    """A page of the product in English, without a server."""
    names = directory()
    return page(
        template, "en", committee=1, directory=names, holder=None, build=build(), zone="UTC", **context
    )


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


def picture(tab: Page, name: str, whole: bool = False) -> None:
    """Keep a screenshot where PLACARD_TEST_PICTURES asks for it."""
    if os.environ.get("PLACARD_TEST_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        tab.screenshot(path=PICTURES / f"{name}.png", full_page=whole)


ARRIVED = """async () => {
  await new Promise(requestAnimationFrame);
  const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.all(moving.map((one) => one.finished.catch(() => {})));
}"""


def wear(tab: Page, theme: str) -> None:
    """Put the page into a theme, and let its colours arrive: on their way they have any contrast."""
    tab.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    tab.evaluate(ARRIVED)


def violations(tab: Page, rules: list[str] = RULES) -> list[tuple[str, str]]:
    """What axe finds on the page by rules of these tags or names."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE.read_text("utf-8"))
    found = tab.evaluate(AXE_FINDS, rules)
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]
