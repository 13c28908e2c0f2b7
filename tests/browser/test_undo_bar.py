"""The undo bar of a served cockpit: it names the act, is lit for ten seconds, and u takes the act back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.served import Served

pytestmark = pytest.mark.browser
LIT_S = 10
QUIET = ".undo:has(> [data-state='over'])"


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    for path, fields in (
        ("/roll-calls", {}),
        ("/roll-call/all-present", {}),
        ("/roll-call/closure", {}),
        ("/debates", {"topic": 1}),
    ):
        served.do("chair", path, **fields)
    return served


@pytest.fixture(params=["no-preference", "reduce"])
def cockpit(request: pytest.FixtureRequest, chromium: Browser, debating: Served) -> Iterator[Page]:
    """The chair's page, with and without motion."""
    context = chromium.new_context(
        locale="en",
        timezone_id="UTC",
        reduced_motion=request.param,
        extra_http_headers={"Origin": debating.base},
    )
    page = context.new_page()
    page.goto(f"{debating.base}/?again")
    page.fill("#code", debating.code("chair", "dais-1"))
    page.click("button[type=submit]")
    page.wait_for_selector("html[data-link=live]")
    yield page
    context.close()


def test_p13_the_last_act_is_named_and_lit_for_ten_seconds_and_taken_back_by_u(
    cockpit: Page, debating: Served
) -> None:
    seat, other, *_ = debating.members()
    names = debating.house.names(debating.committee)
    debating.do("chair", "/speakers", seat=seat)
    bar = cockpit.locator(".undo")
    expect(bar).to_contain_text(f"{names[seat]} joined the speakers' list.")
    expect(bar.locator(".secs")).to_have_text("0:09")
    assert cockpit.locator(QUIET).count() == 0
    debating.do("delegate", "/speakers", other)
    expect(cockpit.locator("#speakers")).to_contain_text(names[other])
    expect(bar).to_contain_text(names[seat])
    cockpit.wait_for_selector(QUIET, timeout=(LIT_S + 2) * 1000)
    expect(bar.locator(".secs")).to_be_hidden()
    cockpit.keyboard.press("u")
    expect(bar.filter(has_text=names[seat])).to_have_count(0)
    assert debating.room().floor.speeches.general.queue == (other,)
    debating.do("delegate", "/speakers/departures", other)


def test_a_new_act_lights_the_bar_again(cockpit: Page, debating: Served) -> None:
    names = debating.house.names(debating.committee)
    for seat in debating.members()[2:4]:
        debating.do("chair", "/speakers", seat=seat)
        expect(cockpit.locator(".undo")).to_contain_text(names[seat])
        assert cockpit.locator(QUIET).count() == 0
    for seat in debating.members()[2:4]:
        debating.do("chair", "/speakers/departures", seat=seat)
