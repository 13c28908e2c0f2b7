"""The walls over HTTP: the dais holds one, the other goes on, and nobody else may."""

from __future__ import annotations

import secrets

import httpx2 as httpx
import pytest

from app.screens.cockpit.dock import draw_dock
from app.screens.walls import FOLLOWS, Showing
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.shelf import page, regions


@pytest.fixture(scope="module")
def room(served: Served) -> Afternoon:
    """A committee with a draft before it."""
    afternoon = Afternoon(served)
    afternoon.opens()
    afternoon.debates()
    afternoon.caucuses()
    afternoon.writes()
    return afternoon


def hold(room: Afternoon, wall: int, role: str = "chair", seat: str = "", /, **given: str) -> httpx.Response:
    """One press."""
    body = {"command_id": secrets.token_hex(8), **given}
    return room.served.client(role, seat).post(f"{room.served.here}/walls/{wall}", json=body)


def showing(room: Afternoon, wall: int) -> Showing:
    """What a wall shows now, as the cockpit says it."""
    floor, names = room.served.room().floor, room.served.house.directory(room.served.committee)
    return draw_dock(floor, names).walls[wall - 1].showing


def board(room: Afternoon, channel: str = "projector") -> str:
    """The board as a display of this channel has it."""
    return regions(room.served, channel, "projector")["board"]


def test_the_dais_puts_a_draft_on_the_second_wall_and_the_first_goes_on(room: Afternoon) -> None:
    first = board(room)
    assert hold(room, 2, show="text", subject="WP-1", page="1").status_code == 200
    assert showing(room, 2) == Showing("text", "WP-1", 1)
    assert board(room, "projector:2") != first and board(room) == first
    shown = page(room.served, "/projector?wall=2", "projector")
    assert 'data-channels="projector:2"' in shown and 'data-region="projector:2/board"' in shown
    assert hold(room, 2, "assistant", show="floor").status_code == 200
    assert board(room, "projector:2") == first


def test_a_wall_is_blank_until_the_dais_shows_it_again(room: Afternoon) -> None:
    before = board(room)
    assert hold(room, 1, show="blank").status_code == 200
    assert "blanked" in board(room)
    room.served.ask(room.served.house.beside.read_names(room.served.committee))
    assert "blanked" in board(room), "other names leave the walls as they are"
    assert hold(room, 1, show="floor").status_code == 200
    assert board(room) == before and showing(room, 1) == FOLLOWS


@pytest.mark.parametrize(
    ("wall", "given", "status", "rule"),
    [
        (3, {"show": "blank"}, 404, "wall.unknown"),
        (1, {"show": "everything"}, 422, "wall.content"),
        (1, {}, 422, "wall.content"),
        (1, {"show": "text"}, 409, "wall.no_text"),
        (1, {"show": "text", "subject": "WP-99"}, 409, "wall.no_text"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(
    room: Afternoon, wall: int, given: dict[str, str], status: int, rule: str
) -> None:
    answer = hold(room, wall, "chair", "", **given)
    assert answer.status_code == status
    assert [one["rule"] for one in answer.json()["refused"]] == [rule]
    assert showing(room, 1) == FOLLOWS


def test_a_page_that_is_no_number_is_the_one_on_which_the_text_begins(room: Afternoon) -> None:
    for strange in ("", "-1", "two", "9" * 40, "²"):
        assert hold(room, 1, show="text", subject="WP-1", page=strange).status_code == 200
        assert showing(room, 1) == Showing("text", "WP-1", 0)
    hold(room, 1, show="floor")


def test_nobody_but_the_dais_holds_a_wall(room: Afternoon) -> None:
    member = room.served.members()[0]
    for role, seat in (("delegate", member), ("observer", ""), ("projector", ""), ("organizer", "")):
        assert hold(room, 1, role, seat, show="blank").status_code == 403, role
    assert hold(room, 1, "nobody", show="blank").status_code == 401
    assert showing(room, 1) == FOLLOWS
