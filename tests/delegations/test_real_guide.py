"""The real study guide in the seeds folder: every stakeholder, whole, in order, nothing of its neighbour's.

The guide's sentences are not ours to keep: `real_guide.json` holds line numbers, ISO codes, word counts and
hashes of the words, read off the file by line number, not through the code that is tested here.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from delegations.profiles import profiles_from, two_lines
from delegations.roster import roster_from
from delegations.study_guides.command import guide_command
from delegations.study_guides.guide import StudyGuide, from_json, to_json
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

EXPECTED: list[dict[str, Any]] = json.loads(Path(__file__).with_name("real_guide.json").read_text())
ARTICLES = ("000_", "001_", "003_", "004_")


@pytest.fixture(scope="module")
def seeds() -> Path:
    folder = os.environ.get("PLACARD_SEEDS", "")
    if not folder:
        pytest.skip("PLACARD_SEEDS does not name the folder of the real guide")
    return Path(folder)


@pytest.fixture(scope="module")
def path(seeds: Path) -> Path:
    return next(seeds.glob("002_*.txt"))


@pytest.fixture(scope="module")
def guide(path: Path) -> StudyGuide:
    return understand(read(path.read_bytes(), path.name))


def test_the_cover_names_the_committee_and_its_topic(guide: StudyGuide) -> None:
    assert guide.committee == "International Organization for Migration (IOM)"
    assert guide.organization == "International Organization for Migration"
    assert guide.topics == ("The Outgoing Challenges of U.S. Deportation and their Humanitarian Impact",)


def test_thirty_countries_and_four_ngos_stand_in_the_order_of_the_guide(guide: StudyGuide) -> None:
    assert [(one.iso2, one.line) for one in guide.stakeholders] == [(e["iso2"], e["line"]) for e in EXPECTED]
    assert [one.kind for one in guide.stakeholders] == ["country"] * 30 + ["ngo"] * 4


@pytest.mark.parametrize("number", range(len(EXPECTED)))
def test_each_position_is_whole_and_nobody_elses(guide: StudyGuide, number: int) -> None:
    words = guide.stakeholders[number].position.split()
    assert len(words) == EXPECTED[number]["words"]
    assert hashlib.sha256(" ".join(words).encode()).hexdigest() == EXPECTED[number]["sha256"]


def test_names_are_kept_as_printed_and_shown_short(guide: StudyGuide) -> None:
    by_code = {one.iso2: one for one in guide.stakeholders}
    assert by_code["KR"].name_as_printed == "The Republic of Korea (South Korea)"
    assert by_code["US"].name_as_printed == "The United States of America"
    assert by_code["BO"].display_name == "Bolivia"
    assert guide.stakeholders[30].name_as_printed.startswith("American Civil Liberties Union (ACLU)")
    assert guide.stakeholders[30].display_name == "American Civil Liberties Union"


def test_the_garbled_position_is_kept_with_a_warning_and_no_other_is_warned_of(guide: StudyGuide) -> None:
    out_of_order = [found for found in guide.findings if "out of order" in found.text]
    assert [(found.severity, found.line) for found in out_of_order] == [("warn", 339)]


def test_citations_are_resolved_and_the_missing_ones_are_findings(guide: StudyGuide) -> None:
    united_states, *_ = guide.stakeholders
    assert united_states.citations == ("Pierce & Selee, 2017",)
    assert (united_states.sources[0].reference or "").startswith("Pierce, S.")
    missing = {s.text for one in guide.stakeholders for s in one.sources if s.reference is None}
    assert missing == {"Williams, 2020", "García Zamora, 2019", "Asis, 2017", "Orozco, 2020"}
    assert all(any(f"“{text}”" in found.text for found in guide.findings) for text in missing)


def test_chapters_instruments_and_questions_are_found(guide: StudyGuide) -> None:
    assert [section.line for section in guide.sections] == [38, 52, 136, 376, 419, 441, 475, 516, 541, 584]
    symbols = {item.symbol: item.year for item in guide.instruments if item.symbol}
    assert symbols == {"A/RES/73/195": 2018, "A/RES/71/1": 2016}
    assert {item.year for item in guide.instruments if item.symbol is None} >= {1990, 1951}
    assert (len(guide.questions.guiding), len(guide.questions.critical)) == (10, 3)


def test_the_json_form_holds_every_key_of_the_contract_and_comes_back_whole(guide: StudyGuide) -> None:
    plain = json.loads(json.dumps(to_json(guide)))
    assert {
        "committee", "organization", "topics", "stakeholders", "sections", "instruments", "questions",
        "references", "findings",
    } <= set(plain)  # fmt: skip
    assert {
        "name_as_printed", "display_name", "kind", "iso2", "position", "positions", "members", "citations",
        "page", "line",
    } <= set(plain["stakeholders"][0])  # fmt: skip
    assert from_json(plain) == guide


def test_the_roster_and_a_profile_for_each_delegation(guide: StudyGuide) -> None:
    roster = roster_from(guide)
    assert len(roster) == 34
    assert [one.order for one in roster] == list(range(1, 35))
    assert {"ghana", "united-states", "south-korea", "aclu", "raices"} <= {one.key for one in roster}
    profiles = profiles_from(guide, roster)
    assert profiles["haiti"].line == 242
    assert any(mention.line == 441 for mention in profiles["haiti"].sections)
    assert {key for key, profile in profiles.items() if not profile.positions} == {"mexico", "russia"}
    assert all(one.positions or one.doubtful for one in profiles.values())  # inferred: for the dais alone
    assert all(0 < len(two_lines(one)) <= 180 for one in profiles.values() if one.positions)


def test_the_command_prints_json_and_a_summary(path: Path) -> None:
    code, printed = guide_command(path, as_json=True)
    assert code == 0
    assert len(json.loads(printed)["stakeholders"]) == 34
    code, printed = guide_command(path, as_json=False)
    assert code == 0
    assert "34 stakeholders" in printed


@pytest.mark.parametrize("beginning", ARTICLES)
def test_an_article_is_no_guide(seeds: Path, beginning: str) -> None:
    path = next(seeds.glob(f"{beginning}*.txt"))
    assert guide_command(path, as_json=False) == (
        2,
        "This text is an article, not a study guide: no stakeholder positions were found.",
    )
    assert json.loads(guide_command(path, as_json=True)[1])["stakeholders"] == []
