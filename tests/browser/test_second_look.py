"""An act of the chair that may be a slip takes a second press, and the first one says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app.procedure.placards import EnterCount
from app.procedure.results import CloseVote
from app.screens.cockpit.votes import draw_votes
from tests.browser.room import Room, picture, violations
from tests.procedure.meeting import Meeting
from tests.screens import cockpit_scenes, put_scenes
from tests.screens.cockpit_pages import cockpit, directory
from tests.screens.debate_scenes import here

pytestmark = pytest.mark.browser


@pytest.fixture
def room(chromium: Browser) -> Iterator[Room]:
    made = Room(chromium)
    yield made
    made.close()


def against_own(choice: Any = "no") -> Meeting:
    """The roll was called on a draft; its first sponsor gave this answer."""
    meeting = put_scenes.may_ask()
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({here(meeting)[0]: choice})
    meeting.do(CloseVote(meeting.vote.number))
    return meeting


def could_turn() -> Meeting:
    """A count that lacks placards which could turn it, and the chair insisted."""
    meeting = cockpit_scenes.placard_vote()
    meeting.do(EnterCount(meeting.vote.number, 14, 13), insist="They have left the room")
    return meeting


def shown(room: Room, meeting: Meeting) -> tuple[Page, list[str]]:
    """The cockpit without its link, which nobody answers here, and what it posts."""
    page, posted = (
        room.show(cockpit(meeting).replace(" data-live=", " data-unlinked="), 1366, 768),
        list[str](),
    )

    def answer(route: Route) -> None:
        posted.append(route.request.url)
        route.fulfill(status=200, json={"at": 0})

    page.route("**/committees/**", answer)
    return page, posted


@pytest.mark.parametrize(
    ("scene", "why"),
    [(against_own, "No on its own draft"), (could_turn, "Placards are missing from this count")],
)
def test_the_first_press_says_why_and_the_second_announces(room: Room, scene: Any, why: str) -> None:
    page, posted = shown(room, scene())
    expect(page.get_by_text(why)).to_be_hidden()
    page.keyboard.press("a")
    expect(page.get_by_text(why)).to_be_visible()
    expect(page.locator(".look > div")).to_be_focused()
    picture(page, f"second-look-{scene.__name__}")
    assert posted == [] and violations(page) == []
    page.keyboard.press("Enter")
    assert posted == []
    with page.expect_response("**/result"):
        page.keyboard.press("a")
    assert len(posted) == 1


def test_what_is_no_slip_is_announced_at_once(room: Room) -> None:
    page, posted = shown(room, against_own("yes"))
    with page.expect_response("**/result"):
        page.keyboard.press("a")
    assert len(posted) == 1


def test_the_chair_sees_it_while_the_roll_is_called() -> None:
    meeting = put_scenes.may_ask()
    meeting.put("paper", "WP-1", "roll_call")
    view = draw_votes(meeting.floor, directory())
    assert view.now is not None and view.now.against_own == ()
    meeting.call_roll({here(meeting)[0]: "no"})
    view = draw_votes(meeting.floor, directory())
    assert view.now is not None and [one.key for one in view.now.against_own] == [here(meeting)[0]]
