"""P-18 in Chromium: the link is cut at every frame of an afternoon, and each page is what a fresh one is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.afternoon import Afternoon
from tests.bad_link import BadLink, bad_link
from tests.browser.live_page import link
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.long]
VIEWS = (("chair", "chair", "dais-1"), ("seat", "delegate", ""), ("projector", "projector", ""))
TEXT_FRAMES = (b"\x81", b"\xc1")
"""How a whole text message begins (RFC 6455), plain and compressed."""
REGIONS = """() => Object.fromEntries([...document.querySelectorAll('[data-region]')].map((region) => {
  const copy = region.cloneNode(true);
  for (const clock of copy.querySelectorAll('[data-clock]')) clock.replaceWith('clock');
  for (const field of copy.querySelectorAll('[name=command_id]')) field.remove();
  for (const one of copy.querySelectorAll('details')) one.removeAttribute('open');
  for (const one of copy.querySelectorAll('[data-htmx-powered]')) one.removeAttribute('data-htmx-powered');
  const words = copy.textContent.replace(/\\s+/g, ' ').trim();
  return [region.dataset.region, words + copy.querySelectorAll('*').length];
}))"""


@dataclass
class Cut:
    """Cuts one page's link at the next frame: before it, in the middle of it, or right after it."""

    link: BadLink
    how: str = ""
    cuts: int = 0

    def piece(self, data: bytes) -> bool:
        """Whether this piece of the server's is passed on whole."""
        if not self.how or not data.startswith(TEXT_FRAMES):
            return True
        how, self.how, self.cuts = self.how, "", self.cuts + 1
        self.link.limit = {"within": len(data) // 2, "after": len(data)}.get(how)
        return how != "before"


@dataclass
class Watching:
    """A page over a link that is cut, and a page without one that is opened anew after each act."""

    context: BrowserContext
    page: Page
    fresh: Page
    cut: Cut
    wrong: list[str] = field(default_factory=list)

    def after(self, what: str) -> None:
        """Wait until the page is what a fresh one is."""
        for _ in range(60):
            self.fresh.reload()
            wanted, shown = self.fresh.evaluate(REGIONS), self.page.evaluate(REGIONS)
            differs = [name for name in wanted if wanted[name] != shown.get(name)]
            if not differs:
                return
            self.page.wait_for_timeout(250)
        self.wrong.append(
            f"after {what}: " + "; ".join(f"{n}: {shown.get(n)} != {wanted[n]}" for n in differs)
        )


@contextlib.contextmanager
def watching(chromium: Browser, served: Served, view: tuple[str, str, str]) -> Iterator[Watching]:
    """A page of the committee over a link of its own."""
    path, role, seat = view
    seat = seat or (served.members()[0] if role == "delegate" else "")
    context = chromium.new_context()
    with bad_link(served.port) as bad:
        token = served.client(role, seat).cookies["placard"]
        bases = (f"http://127.0.0.1:{bad.here}", served.base)
        context.add_cookies([{"name": "placard", "value": token, "url": base} for base in bases])
        page, fresh = context.new_page(), context.new_page()
        fresh.goto(f"{served.base}{served.here}/{path}")
        page.goto(f"{bases[0]}{served.here}/{path}")
        link(page, "live")
        cut = Cut(bad)
        bad.on_piece = cut.piece
        yield Watching(context, page, fresh, cut)
        context.close()


def test_p18_cut_at_every_frame_each_page_is_what_a_fresh_one_is(served: Served, chromium: Browser) -> None:
    acts = 0
    with contextlib.ExitStack() as stack:
        views = [stack.enter_context(watching(chromium, served, view)) for view in VIEWS]

        def after(what: str) -> None:
            nonlocal acts
            acts += 1
            for one in views:
                one.after(f"{acts} {what}")
                one.cut.how = ("before", "within", "after")[acts % 3]

        Afternoon(served, after=after).play()
        assert [one.wrong for one in views] == [[], [], []]
        assert acts > 80
        assert all(one.cut.cuts > 40 for one in views), [one.cut.cuts for one in views]
