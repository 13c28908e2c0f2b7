"""What there is to read: chapters with headings, items with whom they speak of, published positions only."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from delegations.collection import Collection, collection
from delegations.library import Item, article
from delegations.profiles import profiles_from
from delegations.roster import Delegation, roster_from
from delegations.study_guides.guide import Section, Stakeholder, StudyGuide, TopicPosition
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand
from tests.screens.cockpit_pages import guide as sample


def read_of(guide: StudyGuide, items: dict[int, tuple[Item, str]] | None = None) -> Collection:
    roster = roster_from(guide)
    return collection(guide, items or {}, profiles_from(guide, roster), roster)


def words(texts: Collection) -> str:
    return "\n".join(part for text in texts.texts for part in (text.title, *text.paragraphs))


def test_chapters_have_their_headings_and_positions_are_read_in_profiles() -> None:
    found = read_of(sample())
    titles = [text.title for text in found.texts if text.kind == "chapter"]
    assert "Case Studies" in titles and "Key Stakeholders and Positions" not in titles
    cases = next(text for text in found.texts if text.title == "Case Studies")
    assert [cases.paragraphs[place] for place in cases.headings] == [
        "Haiti, 2021 and 2022",
        "Cambodia, 2017 to 2020",
    ]
    assert "haiti" in cases.delegations
    assert cases.citation == f"Study guide, Case Studies, p. {cases.page}"
    assert [text.key for text in found.texts if text.kind == "position"] == [
        one.key for one in roster_from(sample())
    ]


def test_an_item_names_whom_it_speaks_of_and_its_source_stands_behind_quotations() -> None:
    item = Item("Flights resume", "First.\n\nSecond, on A/RES/73/195.", ("haiti",), ("A/RES/73/195",))
    found = read_of(sample(), {7: (item, "Example Herald, 5 June")})
    text = found.get("item-7")
    assert text is not None
    assert (text.paragraphs, text.citation) == (
        ("First.", "Second, on A/RES/73/195."),
        "Flights resume, Example Herald, 5 June",
    )
    assert text in found.of("haiti") and text not in found.of("ghana")


def guide_with(confidence: str) -> StudyGuide:
    """A guide whose one chapter without a telling name holds a position."""
    peru = Stakeholder(
        "Perou", "Peru", "country", "PE", (TopicPosition("", "Wants quokkas counted.", 4, 40),), line=40,
        confidence=confidence,  # type: ignore[arg-type]
    )  # fmt: skip
    sections = (
        Section("The past", 1, 1, "Long ago."),
        Section("The region", 30, 3, "Wants quokkas counted."),
    )
    return StudyGuide(stakeholders=(peru,), sections=sections)


def test_a_chapter_that_holds_an_unconfirmed_position_is_for_nobody() -> None:
    assert "quokkas" not in words(read_of(guide_with("inferred")))
    assert [text.title for text in read_of(guide_with("inferred")).texts] == ["The past"]
    assert "quokkas" in words(read_of(guide_with("confirmed")))


@pytest.fixture(scope="module")
def seeds() -> Path:
    folder = os.environ.get("PLACARD_SEEDS", "")
    if not folder:
        pytest.skip("PLACARD_SEEDS does not name the folder of the real guide")
    return Path(folder)


def test_the_real_guide_gives_no_sentence_of_its_inferred_positions(seeds: Path) -> None:
    path = next(seeds.glob("002_*.txt"))
    guide = understand(read(path.read_bytes(), path.name))
    inferred = [one for one in guide.stakeholders if one.confidence == "inferred"]
    assert len(inferred) == 2
    found = words(read_of(guide))
    for part in (position.text for one in inferred for position in one.positions):
        assert part[:60] not in found
    confirmed = replace(
        guide, stakeholders=tuple(replace(one, confidence="confirmed") for one in guide.stakeholders)
    )
    assert all(p.text[:60] in words(read_of(confirmed)) for one in inferred for p in one.positions)


@pytest.mark.parametrize("number", ["000_", "001_", "003_", "004_"])
def test_each_article_becomes_an_item_with_title_body_and_mentions(seeds: Path, number: str) -> None:
    path = next(seeds.glob(f"{number}*.txt"))
    roster = (
        Delegation("united-states", "United States of America", "United States", "US", "member"),
        Delegation("fiji", "Fiji", "Fiji", "FJ", "member"),
    )
    item = article(read(path.read_bytes(), path.name), roster)
    assert item.title and len(item.body) > 1000
    assert item.delegations == ("united-states",)
