"""The real guide with stakeholders dropped, swapped, renamed, moved and added: what is understood follows.

The guide's sentences are not ours to keep: positions are compared by the hashes in `real_guide.json`.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from delegations.countries import countries
from delegations.study_guides.guide import Stakeholder
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

ROWS = json.loads(Path(__file__).with_name("real_guide.json").read_text())
CHAPTER, NEXT_CHAPTER, NGOS = 136, 376, 351
TABLE, PARAGRAPH, HEADINGS, NGO_TABLE = slice(0, 3), slice(3, 6), slice(6, 30), slice(30, 33)
SAYS = "Keeps a register of those who return and asks its neighbours for the same, which few of them do."


@dataclass(frozen=True)
class One:
    """A stakeholder of the guide as the test knows it: name as printed, text, and its code."""

    name: str
    text: str
    iso2: str | None


Expected = list[tuple[str | None, str]]


@pytest.fixture(scope="module")
def lines() -> list[str]:
    folder = os.environ.get("PLACARD_SEEDS", "")
    if not folder:
        pytest.skip("PLACARD_SEEDS does not name the folder of the real guide")
    return next(Path(folder).glob("002_*.txt")).read_text("utf-8").split("\n")


@pytest.fixture(scope="module")
def everybody(lines: list[str]) -> list[One]:
    found = understand(read("\n".join(lines).encode(), "guide.txt")).stakeholders
    return [One(one.name_as_printed, one.position, one.iso2) for one in found]


def digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def chapter(table: Sequence[One], run: Sequence[One], headed: Sequence[One], ngos: Sequence[One]) -> str:
    """A chapter in the layouts of the guide: table rows, a paragraph that holds several, headings."""
    return "\n".join((
        "Countries\n\nCountry\tPosition",
        *(f"{one.name}\t{' '.join(one.text.split())}" for one in table),
        "\n\n\n\n" + " ".join(f"{one.name} {' '.join(one.text.split())}" for one in run),
        *(f"\n\n\n\n{one.name}\n\n\n\n{one.text}" for one in headed),
        "\n\n\n\nNon-governmental Organizations\n\nNGO's\tPosition",
        *(f"{one.name}\t{' '.join(one.text.split())}" for one in ngos),
        "\n\n\n\n",
    ))  # fmt: skip


def understood(lines: list[str], body: str) -> tuple[Stakeholder, ...]:
    """The stakeholders of the guide whose chapter of positions is replaced by `body`."""
    text = "\n".join((*lines[:CHAPTER], "", body, *lines[NEXT_CHAPTER - 1 :]))
    return understand(read(text.encode(), "guide.txt")).stakeholders


def assert_follows(found: Sequence[Stakeholder], wanted: Sequence[One]) -> None:
    assert [(one.iso2, one.name_as_printed) for one in found] == [(w.iso2, w.name) for w in wanted]
    assert [digest(one.position) for one in found] == [digest(w.text) for w in wanted]


def test_the_guide_itself_is_what_the_changes_start_from(everybody: list[One]) -> None:
    assert [(one.iso2, digest(one.text)) for one in everybody] == [(r["iso2"], r["sha256"]) for r in ROWS]


def test_three_are_dropped_from_the_lines_of_the_file(lines: list[str], everybody: list[One]) -> None:
    left = list(lines)
    china, france, haiti = (next(one for one in everybody if one.iso2 == code) for code in ("CN", "FR", "HT"))
    left[ROWS[1]["line"] - 1] = ""
    row = ROWS[4]["line"] - 1
    start = left[row].index(france.name)
    left[row] = left[row][:start] + left[row][left[row].index(everybody[5].name, start) :]
    at = ROWS[everybody.index(haiti)]["line"] - 1
    left[at : at + 7] = [""] * 7
    found = understand(read("\n".join(left).encode(), "guide.txt")).stakeholders
    assert_follows(found, [one for one in everybody if one not in (china, france, haiti)])


def test_four_are_swapped_in_the_lines_of_the_file(lines: list[str], everybody: list[One]) -> None:
    swapped, wanted = list(lines), list(everybody)
    for one, other, length in (
        (0, 2, 1),
        (everybody.index(by(everybody, "HN")), everybody.index(by(everybody, "GT")), 5),
    ):
        a, b = ROWS[one]["line"] - 1, ROWS[other]["line"] - 1
        swapped[a : a + length], swapped[b : b + length] = swapped[b : b + length], swapped[a : a + length]
        wanted[one], wanted[other] = wanted[other], wanted[one]
    assert_follows(understand(read("\n".join(swapped).encode(), "guide.txt")).stakeholders, wanted)


@pytest.mark.parametrize(("code", "name", "becomes"), [
    ("GH", "Republic of Kenya", "KE"), ("CN", "Kingdom of Norway", "NO"), ("MX", "Swiss Confederation", "CH"),
    ("KR", "The Republic of Korea", "KR"), ("ES", "Kingdom of Eswatini (Swaziland)", "SZ"),
])  # fmt: skip
def test_one_is_renamed(lines: list[str], everybody: list[One], code: str, name: str, becomes: str) -> None:
    old = by(everybody, code)
    at = ROWS[everybody.index(old)]["line"] - 1
    renamed = [line.replace(old.name, name) if number == at else line for number, line in enumerate(lines)]
    wanted = [replace(one, name=name, iso2=becomes) if one is old else one for one in everybody]
    assert_follows(understand(read("\n".join(renamed).encode(), "guide.txt")).stakeholders, wanted)


def test_organizations_stand_before_the_countries(lines: list[str], everybody: list[One]) -> None:
    moved = [
        *lines[: CHAPTER + 1],
        *lines[NGOS - 1 : NEXT_CHAPTER - 2],
        *lines[CHAPTER : NGOS - 1],
        *lines[NEXT_CHAPTER - 2 :],
    ]
    found = understand(read("\n".join(moved).encode(), "guide.txt")).stakeholders
    assert_follows(found, [*everybody[30:], *everybody[:30]])


@pytest.mark.parametrize(("layout", "place"), [("table", 3), ("paragraph", 6), ("heading", 12)])
def test_a_thirty_fifth_stands_in_each_layout(
    lines: list[str], everybody: list[One], layout: str, place: int
) -> None:
    added = {"table": f"Kingdom of Norway\t{SAYS}", "paragraph": f" Kingdom of Norway {SAYS}",
             "heading": f"Kingdom of Norway\n\n\n\n{SAYS}\n"}  # fmt: skip
    more = list(lines)
    if layout == "paragraph":
        more[ROWS[3]["line"] - 1] += added[layout]
    else:
        more.insert(ROWS[place if layout == "heading" else 2]["line"] - (layout == "heading"), added[layout])
    wanted = [*everybody[:place], One("Kingdom of Norway", SAYS, "NO"), *everybody[place:]]
    assert_follows(understand(read("\n".join(more).encode(), "guide.txt")).stakeholders, wanted)


@pytest.mark.parametrize("seed", range(12))
def test_any_order_any_layout_and_any_names(lines: list[str], everybody: list[One], seed: int) -> None:
    lots = random.Random(seed)
    people = lots.sample(everybody[:30], lots.randint(12, 30))
    states = lots.sample([c for c in countries() if c.membership == "member"], len(people))
    named = [
        replace(one, name=lots.choice((state.official, state.display)), iso2=state.iso2)
        for one, state in zip(people, states, strict=True)
    ]
    # In one paragraph only a capital tells where the next begins, so those keep the texts that begin so.
    run = [one for one in named if one.text in [e.text for e in everybody[PARAGRAPH]]]
    rest = [one for one in named if one not in run]
    cut = lots.randint(0, len(rest))
    ngos = lots.sample(everybody[NGO_TABLE], lots.randint(1, 3))
    found = understood(lines, chapter(rest[:cut], run, rest[cut:], ngos))
    assert_follows(found, [*rest[:cut], *run, *rest[cut:], *ngos])


def by(everybody: Sequence[One], iso2: str) -> One:
    return next(one for one in everybody if one.iso2 == iso2)
