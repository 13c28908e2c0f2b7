"""One browser holds one seat in a committee: the code that was claimed last, on pages, acts and sockets."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import httpx2 as httpx

from tests.access.sockets import COOKIE, closing_code, join, live
from tests.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def shown(client: httpx.Client, here: str) -> set[str]:
    """The channels that the committee shows to this browser."""
    body: dict[str, Any] = client.get(f"{here}/floor.json").json()
    return set(body) - {"number", "at", "now"}


def test_a_second_seat_acts_and_sees_as_the_second_at_once(served: Served) -> None:
    first, second, *_ = served.members()
    with contextlib.closing(served.nobody()) as client:
        with live(served, join(served, client, "delegate", first)) as watching:
            join(served, client, "delegate", second)
            assert closing_code(watching) == 4401, "the former seat's socket shows nothing more"
        assert shown(client, served.here) == {"public", f"seat:{second}"}
        served.do("chair", "/roll-calls")
        body = {"command_id": "answers0001", "seat": first, "status": "present"}
        refused = client.post(f"{served.here}/roll-call/statuses", json=body)
        assert refused.json()["refused"][0]["rule"] == "seat.not_yours", "it acts for the former seat no more"
        body = {"command_id": "answers0002", "seat": second, "status": "present"}
        accepted = client.post(f"{served.here}/roll-call/statuses", json=body)
        assert accepted.status_code == 200, accepted.text


def test_a_chair_who_claims_a_delegation_is_that_delegation_there(served: Served) -> None:
    seat = served.members()[2]
    with contextlib.closing(served.nobody()) as client:
        join(served, client, "chair")
        assert client.get(f"{served.here}/chair").status_code == 200
        join(served, client, "delegate", seat)
        assert client.get(f"{served.here}/chair").status_code == 403
        assert shown(client, served.here) == {"public", f"seat:{seat}"}
        join(served, client, "chair")
        assert client.get(f"{served.here}/chair").status_code == 200, "and the chair again by its code"


def test_a_seat_in_another_committee_is_untouched_and_its_page_comes_back(served: Served) -> None:
    mine, *_ = served.members()
    other, invited = served.another_committee()
    code = next(one.code for one in invited if one.post.role == "delegate")
    there = next(one.post.seat_key for one in invited if one.post.role == "delegate")
    with contextlib.closing(served.nobody()) as client:
        first = client.post("/join", json={"code": code}).cookies[COOKIE]
        with live(served, first, other) as watching:
            token = join(served, client, "delegate", mine)
            assert closing_code(watching) == 1012, "it is told to come back, not that its place has ended"
        with live(served, token, other):
            assert shown(client, f"/committees/{other}") == {"public", f"seat:{there}"}
            assert shown(client, served.here) == {"public", f"seat:{mine}"}


def test_an_open_page_of_the_former_seat_says_that_its_place_has_ended(
    served: Served, chromium: Browser
) -> None:
    first, second, *_ = served.members()
    context = chromium.new_context(locale="en", extra_http_headers={"Origin": served.base})
    try:
        page, other_tab = context.new_page(), context.new_page()
        for tab, seat in ((page, first), (other_tab, second)):
            tab.goto(f"{served.base}/?again")
            tab.fill("#code", served.code("delegate", seat))
            tab.click("button[type=submit]")
            tab.wait_for_url(f"**{served.here}/seat")
        page.wait_for_selector("html[data-link=offline]")
        assert "Your place here has ended" in page.inner_text(".link-state")
        page.reload()
        name = served.house.directory(served.committee).entry(second).short_name
        assert name in page.inner_text(".topbar")
    finally:
        context.close()
