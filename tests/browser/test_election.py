"""An election on a phone, a laptop and the wall: opened by keyboard, cast in secret, closed and announced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.room import violations
from tests.served import Served

pytestmark = pytest.mark.browser
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 360, "height": 640}
WALL: ViewportSize = {"width": 1920, "height": 1080}


@pytest.fixture(scope="module")
def sitting(served: Served) -> Served:
    """The committee has called its roll and debates nothing yet."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure"):
        served.do("chair", path, "dais-1")
    return served


@contextmanager
def opened(chromium: Browser, served: Served, role: str, seat: str, size: ViewportSize) -> Iterator[Page]:
    """A page of its own, signed in by its code."""
    context = chromium.new_context(viewport=size, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served.base}/#{served.code(role, seat)}")
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/committees/**")
    yield page
    context.close()


def test_an_election_from_the_form_to_the_wall(chromium: Browser, sitting: Served) -> None:
    first, second, voter, *others = sitting.members()
    with (
        opened(chromium, sitting, "chair", "dais-1", LAPTOP) as chair,
        opened(chromium, sitting, "delegate", voter, PHONE) as phone,
        opened(chromium, sitting, "projector", "", WALL) as wall,
    ):
        chair.locator('[data-panel-of="votes"]').press("Enter")
        chair.locator("#new-election > summary").press("Enter")
        chair.locator("#election-office").fill("Rapporteur")
        for key in (first, second):
            chair.locator(f"#stands-{key}").press("Space")
        chair.locator("#open-election").press("Enter")
        expect(chair.locator("#received")).to_have_text(f"0 of {len(sitting.members())}")
        expect(wall.locator(".b-election li")).to_have_count(2)

        sheet = phone.locator("[data-sheet]")
        expect(sheet).to_contain_text("Name one candidate, or nobody.")
        assert violations(phone) == []
        sheet.locator(f'input[value="{second}"]').check()
        phone.locator("#cast-secret").click()
        expect(phone.locator(".receipt")).to_have_text("Your ballot is held, not yet counted.")
        phone.reload()
        expect(phone.locator(".receipt")).to_have_text("Your ballot is held, not yet counted.")
        number = sitting.room().floor.elections.now.number  # type: ignore[union-attr]
        for seat in others[:5]:
            path = f"/elections/{number}/ballots"
            assert sitting.act("delegate", path, seat, candidates=[second]).status_code == 200
        expect(phone.locator(".receipt")).to_have_text("Your ballot counts.")
        expect(chair.locator("#received")).to_contain_text("5 of")

        chair.locator("#close-election").press("Enter")
        expect(chair.locator("#announce")).to_be_visible()
        chair.locator("#announce").press("Enter")
        expect(wall.locator('[data-result="elected"]')).to_contain_text("6")
        expect(phone.locator(".elected li").first).to_contain_text("elected")
        assert violations(chair) == []
        done = sitting.room().floor.elections.past[-1]
        assert (done.elected, done.election.count.ballots) == ((second,), 6)  # type: ignore[union-attr]
