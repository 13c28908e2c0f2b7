"""The pages of the record in a real Chromium: every width, every theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from app.screens.record import ActLine, ResolutionPage, ResultPage, draft_view, result_view
from app.words import act_sentences
from tests.browser.room import Room, picture, violations, wear, whole_page
from tests.procedure.meeting import Meeting
from tests.screens.council import directory
from tests.screens.moments import announced, failed_motion

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def room(chromium: Browser) -> Iterator[Room]:
    """A room with a projector."""
    opened = Room(chromium)
    yield opened
    opened.close()


RECORD = {
    "result": lambda: whole_page("record/result.html", v=_result(announced()), key="ghana"),
    "result-placards": lambda: whole_page("record/result.html", v=_result(failed_motion()), key="ghana"),
    "resolution": lambda: whole_page("record/resolution.html", v=_adopted(announced()), key="ghana"),
    "minutes": lambda: whole_page(
        "record/minutes.html", lines=_lines(announced()), kind="", head="a1b2 c3d4 e5f6 0718", key="ghana"
    ),
}


@pytest.mark.parametrize("name", list(RECORD))
def test_the_record_can_be_read_on_every_device(room: Room, name: str) -> None:
    tab = room.show(RECORD[name](), 1366, 768, bypass_csp=True)
    for width in (1920, 1366, 768, 360, 320):
        tab.set_viewport_size({"width": width, "height": 768})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        picture(tab, f"record-{name}-{width}", whole=True)
    for theme in ("light", "dark", "contrast"):
        wear(tab, theme)
        assert violations(tab) == []
    tab.context.close()


def _result(meeting: Meeting) -> ResultPage:
    return result_view(meeting.floor, directory(), meeting.floor.votes.past[-1])


def _adopted(meeting: Meeting) -> ResolutionPage:
    return draft_view(meeting.floor, directory(), meeting.paper("WP-1"))


def _lines(meeting: Meeting) -> list[ActLine]:
    names = directory().short_names
    return [
        ActLine(number, at, by, act_sentences(by, events, meeting.floor, names), number == 4, "mic", "debate")
        for number, at, by, _, _, events in meeting.said
    ]
