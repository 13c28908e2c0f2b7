"""The pages of a conference in Chromium: they fit every device, axe is content, the overview is live."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from app.preparing.guide_files import receive
from app.preparing.preparation import Preparation
from app.preparing.preparations import begin
from delegations.roster import all_members
from tests.browser.room import picture, violations
from tests.served import Served

pytestmark = pytest.mark.browser
TABLE = "Delegation;Migration Council;Health Assembly\nGhana;x;x\nMexico;x;\nPeru;;x\nKorea;;x\nAtlantis;;x\n"
PEOPLE = "Name;Delegation\nFirst Student;Ghana\nSecond Student;Nowhere\n"
ROSTER = "name,kind\nFrance,observer\nKorea,\n=1+1,ngo\nMali,queen\n"


@pytest.fixture(scope="module")
def organizer(chromium: Browser, served: Served) -> Iterator[Page]:
    size = {"width": 1366, "height": 768}
    # without movement a theme is there at once, and axe measures no colour on its way
    context = chromium.new_context(viewport=size, bypass_csp=True, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("organizer"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organizer")
    yield page
    context.close()


def looked_at(page: Page, name: str) -> None:
    """The page fits every device in both themes, and axe finds nothing."""
    for width in (320, 360, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        picture(page, f"conference-{name}-{width}", whole=True)
    page.set_viewport_size({"width": 1366, "height": 768})
    for theme in ("dark", "light"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert violations(page) == [], (name, theme)


def pasted(page: Page, rows: str) -> None:
    page.locator("textarea[name=table]").fill(rows)
    with page.expect_navigation():
        page.get_by_role("button", name="See what it does").click()


def test_a_conference_is_set_up(served: Served, organizer: Page) -> None:
    page = organizer
    page.goto(f"{served.base}/organizer/conference")
    looked_at(page, "empty")
    pasted(page, TABLE)
    looked_at(page, "planned")
    with page.expect_navigation():
        page.get_by_role("button", name="Prepare 2 committees").click()
    looked_at(page, "prepared")
    page.get_by_label("This delegation").select_option(label="Mexico")
    page.get_by_label("changes places with").select_option(label="Peru")
    with page.expect_navigation():
        page.get_by_role("button", name="Swap").click()
    page.get_by_role("link", name="Migration Council").click()
    page.get_by_role("link", name="Delegations", exact=True).click()
    page.get_by_role("rowheader", name="Peru").wait_for()
    looked_at(page, "delegations")
    pasted(page, ROSTER)
    looked_at(page, "roster")


def test_a_text_for_all_committees_and_a_guide_that_was_cut_short(served: Served, organizer: Page) -> None:
    page, store = organizer, served.house.store
    page.goto(f"{served.base}/organizer/library")
    page.get_by_label("Text", exact=False).last.fill("Boats collide off the coast\n\nGhana asked for help.")
    with page.expect_navigation():
        page.get_by_role("button", name="Add it for every committee").click()
    page.get_by_text("Take it out").first.click()
    looked_at(page, "library")
    ready = Preparation(name="Committee that is Ready", topics=("One",), delegations=all_members()[:3])
    served.ask(begin(store, 1, ready, 1))
    cut = served.ask(begin(store, 1, replace(ready, name="Disarmament and International Security"), 1))
    served.ask(receive(store, cut, "guide.pdf", b"%PDF"))
    page.goto(f"{served.base}/organizer/conference")
    page.get_by_role("button", name="Read it again").wait_for()
    looked_at(page, "interrupted")
    with page.expect_navigation():
        page.locator("#open").click()
    page.get_by_text("was not opened").or_(page.get_by_text("were not opened")).wait_for()
    looked_at(page, "opened")


def test_people_are_assigned(served: Served, organizer: Page) -> None:
    page = organizer
    page.goto(f"{served.base}/organizer/people")
    pasted(page, PEOPLE)
    looked_at(page, "assigning")
    with page.expect_navigation():
        page.get_by_role("button", name="Take 1 row").click()
    looked_at(page, "people")


def test_one_code_is_made_again(served: Served, organizer: Page) -> None:
    page = organizer
    page.goto(f"{served.base}/organizer{served.here}/seats")
    looked_at(page, "seats")
    with page.expect_navigation():
        page.locator("#seat-delegate-ghana").get_by_role("button").click()
    assert page.locator(".seatcode").count() == 1
    looked_at(page, "one-code")


def test_the_overview_is_live_and_says_when_it_is_not(served: Served, organizer: Page) -> None:
    page = organizer
    page.goto(f"{served.base}/organizer/now")
    page.locator(".link-state[data-state=live]").wait_for()
    served.do("chair", "/roll-calls")
    served.do("chair", "/roll-call/all-present")
    page.get_by_text("enough to vote").wait_for()
    looked_at(page, "now")
    page.context.set_offline(True)
    page.locator(".link-state[data-state=offline], .link-state[data-state=lost]").wait_for()
    page.context.set_offline(False)
    page.locator(".link-state[data-state=live]").wait_for()


def test_the_status_page_fits_and_is_used_by_keys(served: Served, organizer: Page) -> None:
    page = organizer
    page.goto(f"{served.base}/organizer")
    page.get_by_role("link", name="Server").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organizer/status")
    looked_at(page, "status")

    with contextlib.closing(served.joined(served.code("projector"))):
        page.reload()
        row = page.locator("#people li", has_text="Projector")
        row.locator("summary").focus()
        page.keyboard.press("Enter")
        looked_at(page, "status-ending")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "End this sign-in"
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert page.get_by_text("The sign-in has ended").is_visible()
    assert not page.locator("#people li", has_text="Projector").count()

    page.get_by_role("button", name="Copy").click()
    said = page.locator("[data-copies] [role=status]")
    said.filter(has_text="Copied").or_(said.filter(has_text="Everything is marked")).wait_for()
