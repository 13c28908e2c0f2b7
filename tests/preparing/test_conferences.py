"""A conference from one table and one archive: guides by their names, swaps; hostile files refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.preparing.conference_table import read_conference
from app.preparing.delegations import NotInTable, table
from app.preparing.guide_archive import (
    LARGEST_GUIDE,
    LARGEST_TOGETHER,
    MOST_GUIDES,
    BadArchive,
    GuideFile,
    gathered,
    is_archive,
    unpacked,
    whose,
)
from app.preparing.preparation import Preparation
from app.preparing.swaps import swapped
from delegations.roster import Rights
from delegations.roster_table import roster_from_csv

CROSSED = """Delegation;ISO;Security Council;WHO;Human Rights Council
France;FR;x;;1
Ghana;GH;;yes;x
Red Cross;;;ngo;observer
China;;x;x;
Atlantis;;;x;
"""
LISTED = """Komitee,Land,Art
Sicherheitsrat,Frankreich,Mitglied
Sicherheitsrat,China,
WHO,Ghana,
WHO,Rotes Kreuz,NRO
"""


def test_delegations_down_and_committees_across() -> None:
    council, who, rights = read_conference(CROSSED)
    assert [one.short_name for one in council.delegations] == ["China", "France"]
    assert [(one.short_name, one.kind) for one in who.delegations] == [
        ("Atlantis", "member"), ("China", "member"), ("Ghana", "member"), ("Red Cross", "ngo"),
    ]  # fmt: skip
    assert [(one.short_name, one.kind) for one in rights.delegations][-1] == ("Red Cross", "observer")
    assert [(row.number, row.message) for row in who.looked_at] == [
        (6, "This is no known state; it will sit without a flag.")
    ]


@pytest.mark.parametrize("head", ["Council", "Consejo", "Conseil"])
def test_a_committee_may_be_called_council(head: str) -> None:
    found = read_conference(f"Name,{head},Assembly\nMexico,x,x\nChile,yes,\nGhana,observer,x\n")
    assert [(one.name, len(one.delegations)) for one in found] == [(head, 3), ("Assembly", 2)]


def test_one_row_for_each_seat_with_heads_in_another_language() -> None:
    council, who = read_conference(LISTED)
    assert (council.name, [one.iso2 for one in council.delegations]) == ("Sicherheitsrat", ["CN", "FR"])
    assert [(one.short_name, one.kind) for one in who.delegations][-1] == ("Rotes Kreuz", "ngo")


def test_a_committee_that_cannot_be_one_is_said_to_be_none() -> None:
    alone, long = read_conference(f"Country,Alone,{'x' * 130}\nFrance,x,x\nGhana,,x\n")
    assert "two delegations" in alone.wrong and "at most 120" in long.wrong
    assert read_conference("France") == () == read_conference("")


@given(st.text(max_size=300))
def test_any_text_at_all_is_looked_at(text: str) -> None:
    for committee in read_conference(text):
        assert committee.name and all(row.delegation or row.message for row in committee.rows)


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_an_archive_gives_its_guides_and_nothing_else() -> None:
    data = packed(
        {
            "guides/WHO.pdf": b"%PDF-1.7",
            "guides/notes.exe": b"MZ",
            "__MACOSX/guides/._WHO.pdf": b"x",
            ".hidden.txt": b"x",
            "../../etc/HRC.txt": b"Human rights",
            "inner.zip": packed({"a.txt": b"a"}),
        }
    )
    assert is_archive(data, "All Guides.ZIP") and not is_archive(data, "one.docx")
    assert [(one.own_name, one.data) for one in unpacked(data)] == [
        ("WHO.pdf", b"%PDF-1.7"), ("HRC.txt", b"Human rights"),
    ]  # fmt: skip


def lying(data: bytes, size: int) -> bytes:
    """The archive, claiming that its first file is `size` bytes long."""
    place = data.index(b"PK\x01\x02")
    return data[: place + 24] + size.to_bytes(4, "little") + data[place + 28 :]


def locked(data: bytes) -> bytes:
    """The archive with every file marked as encrypted."""
    central, local = data.index(b"PK\x01\x02"), data.index(b"PK\x03\x04")
    marked = bytearray(data)
    marked[central + 8] |= 1
    marked[local + 6] |= 1
    return bytes(marked)


SMALL = packed({"WHO.txt": b"health " * 50})
BOMB = packed({"WHO.txt": b"\0" * (LARGEST_GUIDE + 1)})
HOSTILE = {
    "nothing": (b"", "cannot be opened"),
    "only a beginning": (SMALL[:60], "cannot be opened"),
    "damaged": (SMALL[:45] + b"\xff" * 20 + SMALL[65:], "cannot be opened"),
    "bomb": (BOMB, "too large"),
    "bomb that lies": (lying(BOMB, 10), "cannot be opened"),
    "locked": (locked(SMALL), "locked"),
    "too many": (packed({f"{n}.txt": b"x" for n in range(61)}), "more than 60"),
    "endless contents": (packed({f"{n:05}{'x' * 200}.exe": b"" for n in range(5000)}), "cannot be opened"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_in_a_sentence(name: str) -> None:
    data, says = HOSTILE[name]
    with pytest.raises(BadArchive, match=says):
        unpacked(data)


def test_many_guides_together_are_too_large_before_they_are_all_read() -> None:
    each = b"\0" * LARGEST_GUIDE
    with pytest.raises(BadArchive, match="150 MB"):
        unpacked(packed({f"{n}.txt": each for n in range(LARGEST_TOGETHER // LARGEST_GUIDE + 1)}))


def test_all_guides_of_one_press_are_held_to_the_limits_together() -> None:
    half = packed({f"{n}.txt": b"x" for n in range(MOST_GUIDES // 2 + 1)})
    with pytest.raises(BadArchive, match="more than 60"):
        gathered([GuideFile("a.zip", half), GuideFile("b.zip", half)])
    with pytest.raises(BadArchive, match="more than 60"):
        gathered([GuideFile(f"{n}.txt", b"x") for n in range(MOST_GUIDES + 1)])
    large = packed({f"{n}.txt": b"\0" * LARGEST_GUIDE for n in range(LARGEST_TOGETHER // LARGEST_GUIDE)})
    with pytest.raises(BadArchive, match="150 MB together"):
        gathered([GuideFile("a.zip", large), GuideFile("b.txt", b"x" * LARGEST_GUIDE)])
    with pytest.raises(BadArchive, match="20 MB each"):
        gathered([GuideFile("b.txt", b"x" * (LARGEST_GUIDE + 1))])
    few = gathered([GuideFile("a.zip", SMALL), GuideFile("HRC.pdf", b"%PDF")])
    assert [one.name for one in few] == ["WHO.txt", "HRC.pdf"]


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_an_archive_or_a_sentence(data: bytes) -> None:
    with pytest.raises(BadArchive):
        unpacked(b"PK\x03\x04" + data)


def test_a_guide_goes_to_the_committee_whose_name_it_bears_and_to_no_other() -> None:
    names = ["HRC_background_guide.pdf", "SecurityCouncil-final.docx", "who/guide.pdf", "Handbook.pdf"]
    files = [GuideFile(name, b"") for name in names]
    committees = {
        1: "World Health Organization (WHO)", 2: "Security Council", 3: "Human Rights Council",
        4: "Disarmament Committee",
    }  # fmt: skip
    found = {key: file.name for key, file in whose(files, committees).items()}
    assert found == {1: names[2], 2: names[1], 3: names[0]}


def test_two_guides_for_one_committee_are_for_a_person_to_choose() -> None:
    files = [GuideFile("WHO one.pdf", b""), GuideFile("WHO two.pdf", b"")]
    assert whose(files, {1: "WHO"}) == {}
    assert whose([], {1: "WHO"}) == {} == whose(files, {})


def committee(name: str, rows: str, **rights: Rights) -> Preparation:
    found = tuple(row.delegation for row in roster_from_csv(rows) if row.delegation)
    return Preparation(name=name, delegations=found, rights=rights)


def keys(preparation: Preparation) -> list[str]:
    return [one.key for one in table(preparation)]


def test_two_delegations_change_committees_with_their_rights() -> None:
    here = committee("Council", "France\nGhana\nPeru", france=Rights(veto=True))
    there = committee("WHO", "Chad\nMali")
    left, arrived = swapped(here, "france", there, "chad")
    assert (keys(left), keys(arrived)) == (["chad", "ghana", "peru"], ["france", "mali"])
    assert arrived.rights == {"france": Rights(veto=True)} and "france" not in left.rights
    moved, grown = swapped(here, "peru", there)
    assert (keys(moved), keys(grown)) == (["france", "ghana"], ["chad", "mali", "peru"])


def test_a_swap_that_would_seat_somebody_twice_or_nobody_is_refused() -> None:
    here, there = committee("Council", "France\nGhana"), committee("WHO", "France\nMali")
    with pytest.raises(NotInTable, match="France sits in WHO already"):
        swapped(here, "france", there, "mali")
    with pytest.raises(NotInTable, match="not in that committee any more"):
        swapped(here, "atlantis", there, "mali")
    same, other = swapped(here, "france", there, "france")
    assert (keys(same), keys(other)) == (["france", "ghana"], ["france", "mali"])
