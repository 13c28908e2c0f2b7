"""The walls of a room: they follow the floor, unless the dais puts something there."""

from __future__ import annotations

from dataclasses import replace

from app.procedure.papers import WithdrawPaper
from app.screens.cockpit.dock import draw_dock
from app.screens.projector import PROJECTOR, SECOND
from app.screens.projector.board import draw
from app.screens.projector.held import Blank, offered
from app.screens.projector.meeting import Join
from app.screens.projector.texts import DocumentPage, Redline
from app.screens.view import View, html
from app.screens.walls import Showing
from tests.procedure.meeting import Meeting
from tests.screens import put_scenes
from tests.screens.cockpit_pages import directory


def first(meeting: Meeting, **showing: Showing) -> View:
    """The board of the first wall."""
    return _board(PROJECTOR, meeting, showing)


def _board(wall: object, meeting: Meeting, showing: dict[str, Showing]) -> View:
    walls = {int(name.removeprefix("wall_")): one for name, one in showing.items()}
    drawn: View = wall["board"](meeting.floor, replace(directory(), walls=walls))  # type: ignore[index]
    return drawn


def test_two_walls_follow_the_floor_until_the_dais_puts_something_there() -> None:
    meeting = put_scenes.two_amendments()
    follows = draw(meeting.floor, directory())
    assert first(meeting) == follows
    assert first(meeting, wall_2=Showing("blank")) == follows
    assert _board(SECOND, meeting, {"wall_2": Showing("blank")}) == Blank()
    assert _board(SECOND, meeting, {"wall_1": Showing("blank")}) == follows


def test_a_blank_wall_says_nothing_that_can_be_seen() -> None:
    shown = html(first(put_scenes.two_amendments(), wall_1=Showing("blank")), "en")
    assert shown.count("<p") == 1 and 'class="vh"' in shown


def test_how_to_join_comes_back_when_somebody_is_late() -> None:
    assert isinstance(first(put_scenes.two_amendments(), wall_1=Showing("join")), Join)


def test_a_draft_is_turned_page_by_page_and_not_past_its_end() -> None:
    meeting = put_scenes.two_amendments()
    pages = [first(meeting, wall_1=Showing("text", "WP-1", page)) for page in (0, 1, 2, 3, 99)]
    assert all(isinstance(page, DocumentPage) for page in pages)
    begins, preamble, second, third, last = pages
    assert isinstance(begins, DocumentPage) and begins.clause == 1 and begins == second
    assert isinstance(preamble, DocumentPage) and preamble.clause == 0
    assert isinstance(third, DocumentPage) and third.clause == 2
    assert isinstance(last, DocumentPage) and last.clause == last.clauses


def test_an_amendment_is_shown_as_the_change_it_makes() -> None:
    meeting = put_scenes.two_amendments()
    shown = first(meeting, wall_1=Showing("text", "A2"))
    assert isinstance(shown, Redline) and "A2" in shown.title


def test_only_what_the_committee_has_before_it_can_be_put_on_a_wall() -> None:
    meeting = put_scenes.two_amendments()
    assert [one.value for one in offered(meeting.floor, directory())] == ["WP-1", "A1", "A2"]
    hidden = put_scenes.drafted(drafts=0)
    assert offered(hidden.floor, directory()) == ()
    assert first(hidden, wall_1=Showing("text", "WP-1")) == draw(hidden.floor, directory())


def test_a_text_that_is_taken_back_leaves_the_wall_by_itself() -> None:
    meeting = put_scenes.drafted()
    names = replace(directory(), walls={1: Showing("text", "WP-1")})
    assert draw_dock(meeting.floor, names).walls[0].pages == 4
    sponsor = meeting.paper("WP-1").sponsors[0]
    meeting.do(WithdrawPaper("WP-1"), by=sponsor)
    assert draw_dock(meeting.floor, names).walls[0].showing == Showing()
    assert first(meeting, wall_1=Showing("text", "WP-1")) == draw(meeting.floor, directory())


def test_the_dock_tells_what_is_held_and_offers_the_pages() -> None:
    names = replace(directory(), walls={1: Showing("text", "WP-1", 2), 2: Showing("blank")})
    shown = html(draw_dock(put_scenes.two_amendments().floor, names), "en")
    assert "page 2 of 4" in shown and 'id="wall-next-1"' in shown and 'id="wall-back-1"' in shown
    assert 'id="wall-2-blank" aria-pressed="true"' in shown
