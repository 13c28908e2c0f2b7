"""A committee goes on on paper and comes back: the chair copies the sheet by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import picture, violations
from tests.served import Served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    """The committee debates, and Argentina has the floor."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
        served.do("chair", path, "dais-1")
    served.do("chair", "/speakers", "dais-1", seat=served.members()[0])
    served.do("chair", "/speeches/next", "dais-1", after="")
    return served


@pytest.fixture
def page(chromium: Browser, debating: Served) -> Iterator[Page]:
    """The chair's cockpit on a laptop."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(debating.base)
    page.get_by_label("Seat code").fill(debating.code("chair"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/chair")
    yield page
    context.close()


def names(served: Served, count: int) -> list[str]:
    directory = served.house.directory(served.committee)
    return [directory.short_names[key] for key in served.members()[:count]]


def test_back_from_paper(page: Page, served: Served) -> None:
    first, second, third, fourth = names(served, 4)
    head = served.room().floor.number
    sheet = page.request.get(f"{served.base}{served.here}/paper-copy.pdf")
    assert sheet.ok, "the committee goes on with it"
    page.get_by_role("link", name="Back from paper").click()
    page.wait_for_url("**/catching-up")
    page.locator("#happened").focus()
    wrong = (f"speech: {first}", f"speech: {second}", "speech: Atlantis")
    page.keyboard.type("\n".join(wrong))
    page.reload()
    expect(page.locator("#happened")).to_have_value("\n".join(wrong))
    page.get_by_role("button", name="Look it through").press("Enter")
    expect(page.locator("#stopped")).to_contain_text("Line 3 is refused, and nothing was entered")
    expect(page.locator("#stopped")).to_contain_text("No delegation is called “Atlantis”")
    assert violations(page) == []
    picture(page, "back-from-paper-refused")
    assert served.room().floor.number == head, "nothing was entered"
    expect(page.locator("#happened")).to_be_focused()
    page.keyboard.type("motion: unmoderated; " + third + "; 5 min; 20-3\ncaucus ended")
    page.locator("#queue").fill(f"{fourth}\n{first}")
    page.get_by_role("button", name="Look it through").press("Enter")
    expect(page.get_by_role("button", name="Enter these")).to_be_visible()
    expect(page.locator(".entered")).to_contain_text(f"{third} moved an unmoderated caucus of 5 minutes")
    assert violations(page) == []
    picture(page, "back-from-paper-preview", whole=True)
    page.get_by_role("button", name="Enter these").press("Enter")
    page.wait_for_url("**/minutes?sheet=*")
    floor, keys = served.room().floor, served.members()
    assert [one.seat for one in floor.speeches.heard] == keys[:2]
    assert floor.speeches.general.queue == (keys[3], keys[0]) and floor.caucus is None
    assert floor.motions.decided[-1].ending == "passed"
    said = page.locator("main").inner_text()
    assert said.count("entered afterwards from paper") == floor.number - head
    page.goto(f"{served.base}{served.here}/catching-up")
    expect(page.locator("#happened")).to_have_value("")
    page.go_back()
    page.get_by_role("button", name="Take this whole sheet back").click()
    expect(page.locator("[data-said=recorded]")).to_contain_text("Recorded")
    assert served.room().floor.speeches.heard == () and served.room().floor.speeches.now is not None


def test_what_is_kept_in_the_browser_says_only_what_was_typed(page: Page, served: Served) -> None:
    first, second = served.members()[1:3]
    served.do("chair", "/speakers", "dais-1", seat=first)
    page.goto(f"{served.base}{served.here}/catching-up")
    page.locator("#happened").press_sequentially("list closed")
    served.do("chair", "/speakers", "dais-1", seat=second)
    page.reload()
    expect(page.locator("#happened")).to_have_value("list closed")
    page.get_by_role("button", name="Look it through").press("Enter")
    expect(page.locator(".entered li")).to_have_count(1)
    expect(page.get_by_role("button", name="Enter this act")).to_be_visible()


def test_it_fits_a_phone_and_reads_without_script(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.base}/")
    page.get_by_label("Seat code").fill(served.code("chair"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/chair")
    page.goto(f"{served.base}{served.here}/catching-up")
    page.locator("#happened").fill("speech: Atlantis")
    page.get_by_role("button", name="Look it through").click()
    expect(page.locator("#stopped")).to_contain_text("Atlantis")
    expect(page.locator("#happened")).to_have_value("speech: Atlantis")
    picture(page, "back-from-paper-phone", whole=True)
    context.close()
