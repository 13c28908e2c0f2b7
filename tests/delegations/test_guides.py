"""Guides of many layouts, each with what a person finds in it, written without sight of the reader."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from delegations.study_guides.guide import from_json, to_json
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

FOLDER = Path(__file__).with_name("guides")
NAMES = sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json"))
RANK = {"info": 0, "warn": 1, "error": 2}

Plain = dict[str, Any]


@pytest.fixture(scope="module", params=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[Plain, Plain]:
    """What is expected of one guide, and what was understood."""
    expected = json.loads((FOLDER / f"{request.param}.expected.json").read_text("utf-8"))
    source = (FOLDER / expected["file"]).resolve()
    if not source.exists():
        pytest.skip(f"{expected['file']} is not there yet")
    return expected, to_json(understand(read(source.read_bytes(), source.name)))


def test_there_are_guides_to_judge_by() -> None:
    assert len(NAMES) >= 15


def test_exactly_the_right_stakeholders_in_order(case: tuple[Plain, Plain]) -> None:
    expected, found = case
    assert len(found["stakeholders"]) == len(expected["stakeholders"])
    for wanted, got in zip(expected["stakeholders"], found["stakeholders"], strict=True):
        assert got["name_as_printed"] in (wanted["name_as_printed"], *wanted.get("name_as_printed_also", ()))
        assert (got["kind"], got["iso2"]) == (wanted["kind"], wanted["iso2"])
        assert got["members"] == wanted["members"]
        if wanted["kind"] != "countries" and (wanted["iso2"] or wanted["kind"] != "country"):
            assert got["display_name"] == wanted["display_name"]


def test_each_position_begins_and_ends_where_it_should(case: tuple[Plain, Plain]) -> None:
    expected, found = case
    for wanted, got in zip(expected["stakeholders"], found["stakeholders"], strict=True):
        assert len(got["positions"]) == wanted["position_count"]
        for part, text in zip(wanted.get("positions", [wanted]), got["positions"], strict=False):
            joined = " ".join(text["text"].split())
            assert joined.startswith(part["first_words"]), got["name_as_printed"]
            assert joined.endswith(part["last_words"]), got["name_as_printed"]
            if "topic" in part:
                assert text["topic"].casefold() == part["topic"].casefold()
        if "words" in wanted:
            assert len(got["position"].split()) == wanted["words"]
        if "citations" in wanted:
            assert got["citations"] == wanted["citations"]


def test_no_page_furniture_and_no_invented_names(case: tuple[Plain, Plain]) -> None:
    expected, found = case
    prose = " ".join(" ".join(one["position"] for one in found["stakeholders"]).split())
    names = {
        one[key].casefold() for one in found["stakeholders"] for key in ("name_as_printed", "display_name")
    }
    assert [t for t in expected.get("must_not_contain_text", ()) if " ".join(t.split()) in prose] == []
    assert [t for t in expected.get("must_contain_text", ()) if " ".join(t.split()) not in prose] == []
    assert [n for n in expected["must_not_contain_names"] if n.casefold() in names] == []


def test_cover_questions_and_instruments(case: tuple[Plain, Plain]) -> None:
    expected, found = case
    for key in ("committee", "organization"):
        if expected[key] is not None:
            wanted, got = expected[key].casefold(), found[key].casefold()
            assert got
            assert wanted in got or got in wanted
    assert [t.casefold() for t in found["topics"]] == [t.casefold() for t in expected["topics"]]
    assert len(found["questions"]["guiding"]) == expected["guiding_questions"]
    assert len(found["questions"]["critical"]) == expected.get("critical_questions", 0)
    assert set(expected["instruments"]) <= {item["symbol"] for item in found["instruments"]}
    if "references" in expected:
        assert len(found["references"]) == expected["references"]


def test_what_is_doubtful_is_said(case: tuple[Plain, Plain]) -> None:
    expected, found = case
    for wanted in expected["must_find"]:
        severity, _, said = wanted.partition(": ")
        quoted = re.findall(r"'([^']+)'", said)
        assert any(
            RANK[finding["severity"]] >= RANK[severity] and all(words in finding["text"] for words in quoted)
            for finding in found["findings"]
        ), wanted


def test_what_was_understood_survives_the_round_trip(case: tuple[Plain, Plain]) -> None:
    _, found = case
    assert to_json(from_json(json.loads(json.dumps(found)))) == found


def findings_of(guide: str) -> tuple[list[str], list[str]]:
    """The names found in a guide, and the texts of its findings."""
    understood = understand(read(guide.encode(), "guide.txt"))
    return [one.display_name for one in understood.stakeholders], [
        found.text for found in understood.findings
    ]


def test_prose_under_a_heading_of_nobody_goes_to_no_neighbour_and_is_said() -> None:
    guide = "Country positions\n\nGhana\n\nIt waits.\n\nSome Odd Words\n\nNobody says this.\n\n"
    guide += "Peru\n\nIt agrees.\n"
    names, said = findings_of(guide)
    assert names == ["Ghana", "Peru"]
    assert any("Some Odd Words" in text for text in said)
    prose = [one.position for one in understand(read(guide.encode(), "guide.txt")).stakeholders]
    assert prose == ["It waits.", "It agrees."]


def test_a_name_at_the_beginning_of_a_line_of_prose_is_no_new_stakeholder() -> None:
    guide = (
        "Country positions\n\nGhana\nIt trusts elections, and\nFrance: a partner it keeps.\nTogo is near.\n"
    )
    assert findings_of(guide)[0] == ["Ghana"]


def test_states_as_headings_without_a_chapter_are_inferred_and_a_mere_list_is_not() -> None:
    views = {
        "Iran": "It has oil and says so.",
        "Peru": "It has fish and waits.",
        "Mali": "It has gold and asks.",
    }
    headed = "".join(f"## {name}\n\n{view}\n\n" for name, view in views.items())
    names, said = findings_of("# Guide\n\n" + headed)
    assert names == ["Iran", "Peru", "Mali"]
    assert any(text.startswith("Inferred: no chapter") for text in said)
    assert findings_of("Leaders meet\n\nFrance\nGermany\nItaly\n\nThe three met on Monday.\n")[0] == []
