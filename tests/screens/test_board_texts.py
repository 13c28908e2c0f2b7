"""Texts and names on the room's board: pages, redlines, the grid, and nothing but text in them."""

from __future__ import annotations

import pytest

from app.screens.projector import PROJECTOR
from app.screens.projector.paging import LINES, _height, pages
from app.screens.projector.parts import Cell, grid
from app.screens.projector.redline import MOST, changed_rows
from app.screens.projector.texts import DocumentPage, Redline
from app.screens.view import View, html
from resolutions.document import Clause, Document
from tests.procedure.meeting import Meeting
from tests.screens.council import BETTER, KEYS, TEXT, directory, sitting
from tests.screens.moments import amended, closed
from tests.screens.scenes import struck_at_length


def board(meeting: Meeting) -> View:
    """What the room sees."""
    return PROJECTOR["board"](meeting.floor, directory())


def words(meeting: Meeting) -> str:
    """The board's HTML."""
    return html(board(meeting), "en")


def test_in_voting_procedure_the_text_that_is_voted_next_has_the_board() -> None:
    plain = board(closed())
    assert isinstance(plain, DocumentPage)
    assert plain.carried.startswith("Passed, 33-0.")
    meeting = amended()
    meeting.carry("close_debate", "spain")
    assert isinstance(board(meeting), Redline)


def test_every_word_of_a_text_is_on_one_of_its_pages() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    text = Document("", "", (Clause("o1", "operative", None, "a", "Urges", words), *TEXT.clauses[2:]))
    found = pages(text)
    shown = " ".join(line.text for page in found for line in page.lines)
    assert [word for word in words.split() if f"{word} " not in f"{shown} ".replace(";", " ")] == []
    assert all(sum(map(_height, page.lines)) <= LINES for page in found)
    assert [page.clause for page in found][-1] == 3
    assert found[0].goes_on


def test_a_redline_reads_as_the_old_text_and_as_the_new() -> None:
    final = Document(
        TEXT.title,
        TEXT.organ,
        tuple(
            Clause("o1", "operative", None, "b", "Invites", BETTER) if c.uid == "o1" else c
            for c in TEXT.clauses
        ),
    )
    (row,) = changed_rows(TEXT, final)
    new = "".join(piece.text for piece in row.pieces if piece.kind != "deleted")
    assert " ".join(new.split()) == f"Invites {BETTER};"
    struck = "".join(piece.text for piece in row.pieces if piece.kind == "deleted")
    assert struck == "identity papers"


def test_a_long_strike_is_cut_to_the_board() -> None:
    shown = board(struck_at_length())
    assert isinstance(shown, Redline)
    assert sum(len(piece.text) for row in shown.rows for piece in row.pieces) <= MOST + 2
    assert (shown.size, shown.asked) == ("tight", "devices")


def test_what_delegations_write_is_text_and_nothing_else() -> None:
    hostile = "<script>alert(1)</script><b>bold</b>"
    meeting = sitting()
    meeting.carry("moderated_caucus", "mexico", total_seconds=600, speech_seconds=60, topic=hostile)
    text = Document("x", "", (Clause("o1", "operative", None, "a", hostile, hostile),))
    assert "<script" not in words(meeting)
    key = sitting()
    key.approved(("ghana", "peru", "mexico", "france", "spain", "kenya", "norway"), text)
    key.carry("introduce_draft", "ghana", paper="WP-1")
    assert "<script" not in words(key)
    assert "&lt;script&gt;" in words(key)


@pytest.mark.parametrize("total", [1, 29, 30, 31, 34, 60, 193])
def test_who_is_called_is_always_on_the_board(total: int) -> None:
    for called in range(total):
        cells = tuple(Cell(f"c{n}", f"Member {n}", state="now" if n == called else "") for n in range(total))
        shown = grid(cells)
        assert cells[called] in shown.cells
        assert len(shown.cells) <= 30
        assert shown.cells == cells[shown.first - 1 : shown.last]


def test_the_grid_turns_by_column() -> None:
    firsts = {
        grid(tuple(Cell(f"c{n}", "", state="now" if n == called else "") for n in range(len(KEYS)))).first
        for called in range(len(KEYS))
    }
    assert firsts == {1, 11}
