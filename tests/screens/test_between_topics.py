"""Between two topics: the cockpit offers what is left of the agenda, and the end where nothing is."""

from __future__ import annotations

from dataclasses import replace

from app.procedure.agenda import EndVoting
from app.screens.cockpit.common import names
from app.screens.cockpit.now import draw_now
from app.screens.view import html
from app.words import chairs_line
from tests.screens.cockpit_pages import directory, regions
from tests.screens.moments import announced


def test_a_topic_that_was_voted_is_not_offered_again_and_after_the_last_the_committee_can_end() -> None:
    meeting = announced()
    meeting.do(EndVoting())
    now = regions(meeting)["now"]
    assert 'id="now-open-1"' not in now
    assert 'id="now-open-2"' in now
    assert "adjourn-form" not in now
    last = replace(meeting.floor, meeting=replace(meeting.floor.meeting, dealt=(1, 2)))
    ended = html(draw_now(last, directory()), "en")
    assert 'id="now-open-' not in ended
    assert 'id="now-adjourn"' in ended
    assert "adjourn_meeting" in ended
    assert "motions" in chairs_line(last, names(last, directory()))
