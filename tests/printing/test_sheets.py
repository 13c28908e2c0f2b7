"""Placards that are read at ten metres, badges, and cards whose QR code opens the seat."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import segno

from app.directories import QUIET_ZONE, card_address
from app.printing.names import breaks, placard_name
from app.printing.sheets import Badge, InviteCard, Placard, badges_pdf, in_fours, invites_pdf, placards_pdf
from delegations.templates import template
from tests.printing.pages import MM, Letter, letters, modules, opened, texts

AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
READ_AT_TEN_METRES_MM = 20.0
"""A capital as tall as a five-hundredth of the distance: three times what good eyes just make out."""
NATIONS = template("united_nations")
LONG = "Office of the United Nations High Commissioner for Refugees"


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Chad", [["Chad"]]),
        ("Guinea-Bissau", [["Guinea-Bissau"], ["Guinea-", "Bissau"]]),
        ("South Sudan", [["South Sudan"]]),
        (
            "Bosnia and Herzegovina",
            [["Bosnia and Herzegovina"], ["Bosnia and", "Herzegovina"], ["Bosnia", "and", "Herzegovina"]],
        ),
        ("x" * 120, [["x" * 120]]),
    ],
)
def test_a_name_breaks_between_words_into_even_lines(name: str, ways: list[list[str]]) -> None:
    assert breaks(name) == ways


def test_every_way_to_break_a_name_keeps_every_letter() -> None:
    for name in (LONG, "Ein-sehr-langer Name", " ".join("abcdefghijklmnopqrstuvwxyz")):
        ways = breaks(name)
        assert 1 < len(ways) <= 4
        assert all("".join("".join(way).split()) == "".join(name.split()) for way in ways)


def test_a_name_cut_off_for_small_screens_is_written_out() -> None:
    assert placard_name("Bosnia and Herzegovina", "Bosnia and Herz.") == "Bosnia and Herzegovina"
    assert placard_name("Republic of Korea", "South Korea") == "South Korea"
    assert placard_name("Acme Inc.", "Acme Inc.") == "Acme Inc."


def test_the_placard_of_every_member_is_read_at_ten_metres_from_both_sides() -> None:
    assert NATIONS is not None
    placards = [
        Placard(placard_name(one.name, one.short_name), one.iso2 or "", "General Assembly")
        for one in NATIONS.delegations
    ]
    with opened(placards_pdf("Placards", placards, AT)) as document:
        assert len(document) == 193
        for page, placard in zip(document, placards, strict=True):
            width, height = page.get_size()
            assert (round(width * MM), round(height * MM)) == (297, 210)
            _is_read(letters(page), placard.name)


def _is_read(seen: list[Letter], name: str) -> None:
    large = [one for one in seen if one.height > 6]
    first = next(letter for letter in name if letter.isalpha() and letter.isupper())
    capitals = [one for one in large if one.text == first]
    assert {one.bottom > 105 for one in capitals} == {True, False}, f"{name} stands on both halves"
    assert min(one.height for one in capitals) >= READ_AT_TEN_METRES_MM, name
    assert not [one for one in large if one.bottom < 105 < one.top], f"{name} crosses the fold"
    edges = (min(one.left for one in seen), min(one.bottom for one in seen), max(one.right for one in seen))
    assert min(edges[:2]) >= 4 and edges[2] <= 293 and max(one.top for one in seen) <= 206, name


@pytest.mark.parametrize(
    "name", [LONG, "Antidisestablishmentarianism", "ACLU", "Её Величество", "m" * 120, "-"]
)
def test_any_name_at_all_stays_on_its_placard(name: str) -> None:
    with opened(placards_pdf("Placards", [Placard(name, "", "Crisis")], AT)) as document:
        seen = letters(document[0])
        assert all(one.left >= 8 and one.right <= 289 and not one.bottom < 105 < one.top for one in seen)


def test_what_was_typed_is_text_and_never_markup() -> None:
    wild = '#image("/etc/passwd") *bold* $x$ <script> \\ "quoted"'
    (shown,) = texts(placards_pdf("Placards", [Placard(wild, "", wild)], AT))
    assert shown.count('#image("/etc/passwd") *bold*') == 2


def test_badges_have_a_name_or_a_line_for_one() -> None:
    rows = [
        Badge("A Conference", "Council", "Ghana", "GH", "Somebody With a Long Name " * 3, "Delegation"),
        *(Badge("", "Council", "Peru", "PE", "", "Delegation") for _ in range(10)),
    ]
    pages = texts(badges_pdf("Badges", rows, AT))
    assert len(pages) == 2
    assert "Somebody" in pages[0] and "A Conference" in pages[0] and pages[0].count("Peru") == 9


def card(code: str, sheet: str = "1 delegate", name: str = "Ghana") -> InviteCard:
    return InviteCard(sheet, "Council", name, "GH", code, "http://192.0.2.20:8000", ("Scan.", "Press."))


def test_a_card_has_the_code_in_fours_and_its_qr_code_opens_the_seat() -> None:
    code = "7KQM-2ZP4-X9DA"
    assert card_address("http://192.0.2.20:8000/", code) == "http://192.0.2.20:8000/#7KQM2ZP4X9DA"
    assert in_fours(code) == "7KQM 2ZP4 X9DA"
    data = invites_pdf("Cards", [card(code)], AT)
    assert "7KQM 2ZP4 X9DA" in texts(data)[0].replace("\xa0", " ")
    expected = segno.make(card_address("http://192.0.2.20:8000", code), error="m", micro=False)
    matrix = [[bool(dark) for dark in row] for row in expected.matrix_iter(border=QUIET_ZONE)]
    size = len(matrix)
    right, bottom = 10 + 95 - 6 + 4.1, 8.5 + 70 - 5.5 + 4.1
    with opened(data) as document:
        assert modules(document[0], (right - 39, bottom - 39, right, bottom), size) == matrix
    assert 39 * (size - 2 * QUIET_ZONE) / size >= 30, "the code is 30 mm wide and has its quiet zone"


def test_the_dais_has_sheets_of_its_own_and_eight_cards_fill_a_page() -> None:
    cards = [card(f"AAAA-BBBB-CC{n:02}", "1 dais" if n < 2 else "1 delegate") for n in range(12)]
    assert [page.count("192.0.2.20") for page in texts(invites_pdf("Cards", cards, AT))] == [2, 8, 2]
