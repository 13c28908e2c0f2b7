"""The next break in the cockpit: its times on a page, what would go on past it, and one press that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import picture, violations
from tests.served import Served

pytestmark = pytest.mark.browser
MINUTE = 60_000
LATE = re.compile(r"ends \d\d:\d\d, break \d\d:\d\d")


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    """A committee in debate."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
        served.do("chair", path, "dais-1")
    return served


def break_is_near(debating: Served) -> None:
    """The next break is in a little less than nine minutes: eight whole speeches of a minute fit."""
    midnight = debating.room().now() + 9 * MINUTE - 2000 - 750 * MINUTE
    debating.do("chair", "/timetable", "dais-1", midnight=midnight, times=[540, 750, 810, 1020])


@pytest.fixture
def cockpit(chromium: Browser, debating: Served) -> Iterator[Page]:
    """The chair's page on a laptop, with its own times of day in UTC."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(debating.base)
    page.get_by_label("Seat code").fill(debating.code("chair", "dais-1"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/chair")
    page.wait_for_selector("html[data-link=live]")
    yield page
    context.close()


def test_a_motion_past_the_break_is_put_for_the_time_that_fits(cockpit: Page, debating: Served) -> None:
    break_is_near(debating)
    mover = debating.members()[0]
    fields = {"kind": "moderated_caucus", "topic": "Water", "seat": mover}
    number = debating.do("chair", "/motions", "dais-1", **fields, total_seconds=720, speech_seconds=60)
    cockpit.locator("#tab-motions").click()
    line = cockpit.locator(f"#late-{number}")
    expect(line).to_contain_text(LATE)
    picture(cockpit, "break-motion")
    assert violations(cockpit) == []
    line.get_by_role("button", name="The mover agrees to 8:00").press("Enter")
    expect(line).to_be_hidden()
    motion = debating.room().floor.motions.find(number)
    assert motion is not None and motion.terms.total_seconds == 480
    cockpit.keyboard.press("u")
    expect(line).to_be_visible()
    debating.do("chair", f"/motions/{number}/withdrawal", "dais-1")


def test_a_motion_that_is_still_typed_is_told_and_filled_with_what_fits(
    cockpit: Page, debating: Served
) -> None:
    break_is_near(debating)
    cockpit.keyboard.press("m")
    cockpit.keyboard.type("mod 12 60 water")
    line = cockpit.locator("#late-motion")
    expect(line).to_contain_text(LATE)
    picture(cockpit, "break-typed")
    line.get_by_role("button", name="8:00 instead").press("Enter")
    expect(cockpit.locator("#motion-total")).to_have_value("8:00")
    expect(line).to_be_hidden()


def test_a_caucus_that_runs_past_the_break_is_shortened_in_one_press(cockpit: Page, debating: Served) -> None:
    break_is_near(debating)
    seat = debating.members()[0]
    number = debating.do(
        "chair", "/motions", "dais-1", kind="unmoderated_caucus", total_seconds=720, seat=seat
    )
    vote = debating.do("chair", "/votes", "dais-1", about="motion", subject=str(number), mode="placards")
    yes = len(debating.members())
    debating.do("chair", f"/votes/{vote}/count", "dais-1", yes=yes, no=0, abstain=0)
    debating.do("chair", f"/votes/{vote}/result", "dais-1")
    line = cockpit.locator("#late-caucus")
    expect(line).to_contain_text(LATE)
    picture(cockpit, "break-caucus")
    line.get_by_role("button", name=re.compile("Shorten to")).press("Enter")
    expect(line).to_have_count(0)
    floor = debating.room().floor
    assert floor.clocks["caucus"].deadline in range(
        floor.timetable.stops[0] - 1000, floor.timetable.stops[0] + 1
    )


def test_the_times_are_set_on_a_page_and_what_is_wrong_stays_typed(cockpit: Page, debating: Served) -> None:
    cockpit.goto(f"{debating.base}{debating.here}/timetable")
    expect(cockpit.locator("#breaks")).to_have_value("12:30–13:30")
    cockpit.fill("#begins", "09:00")
    cockpit.fill("#ends", "17:30")
    cockpit.fill("#breaks", "10:30 to 10:45, noon")
    cockpit.keyboard.press("Enter")
    expect(cockpit.get_by_role("alert")).to_contain_text("A break has two times")
    expect(cockpit.locator("#breaks")).to_have_value("10:30 to 10:45, noon")
    picture(cockpit, "timetable-wrong")
    cockpit.fill("#breaks", "10:30-10:45, 12.30 – 13.30")
    cockpit.keyboard.press("Enter")
    expect(cockpit.locator("#breaks")).to_have_value("10:30–10:45, 12:30–13:30")
    assert debating.room().floor.timetable.times == (540, 630, 645, 750, 810, 1050)
    assert violations(cockpit) == []
    cockpit.goto(f"{debating.base}{debating.here}/minutes")
    expect(cockpit.locator("main")).to_contain_text(
        "The timetable was set: 09:00 to 17:30, with breaks 10:30–10:45 and 12:30–13:30."
    )
    cockpit.goto(f"{debating.base}{debating.here}/timetable")
    cockpit.locator("#no-times").press("Enter")
    expect(cockpit.locator("#set-for")).to_have_count(0)
    assert debating.room().floor.timetable.times == ()


@pytest.mark.parametrize(("role", "seat", "status"), [("organizer", "", 200), ("delegate", "ghana", 403)])
def test_organizers_and_chairs_open_the_times(debating: Served, role: str, seat: str, status: int) -> None:
    assert debating.client(role, seat).get(f"{debating.here}/timetable").status_code == status
