"""Guides of many layouts, each with what a person finds in it, written down from the guide itself."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from delegations.study_guides.guide import from_json, to_json
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

FOLDERS = ("guides", "corpus")
"""Written beside the recognisers, and by somebody who had not read them."""
EXPECTED = sorted(
    path for folder in FOLDERS for path in Path(__file__).parent.glob(f"{folder}/*.expected.json")
)
NAMES = [path.name.removesuffix(".expected.json") for path in EXPECTED]
RANK = {"info": 0, "warn": 1, "error": 2}

Plain = dict[str, Any]


@pytest.fixture(scope="module", params=EXPECTED, ids=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[Plain, Plain]:
    """What is expected of one guide, and what was understood."""
    expected = json.loads(request.param.read_text("utf-8"))
    source = (request.param.parent / expected["file"]).resolve()
    if not source.exists():
        pytest.skip(f"{expected['file']} is not there yet")
    return expected, to_json(understand(read(source.read_bytes(), source.name)))


def test_there_are_guides_to_judge_by() -> None:
    assert len(NAMES) >= 2 * 15


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
    if expected["topics"] is not None:
        assert [t.casefold() for t in found["topics"]] == [t.casefold() for t in expected["topics"]]
    if expected["guiding_questions"] is not None:
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


def test_a_long_name_over_two_lines_is_one_and_a_repeated_head_cuts_no_position() -> None:
    guide = "Country positions\n\nUnited Kingdom of Great Britain\nand Northern Ireland\n\nIt waits.\n\n"
    assert findings_of(guide + "Peru\n\nIt agrees.\n")[0] == ["United Kingdom", "Peru"]
    head = "Country\tPosition\n"
    table = f"Positions\n\n{head}Ghana\tIt waits for\n{head}rain and sun.\nPeru\tIt agrees.\n"
    assert (
        understand(read(table.encode(), "guide.txt")).stakeholders[0].position == "It waits for rain and sun."
    )


def test_a_heading_of_nobody_directly_above_its_prose_is_no_part_of_the_position_before() -> None:
    guide = "Country positions\n\nGhana\nIt waits for rain.\n\nSome Odd Words\nNobody says this.\n\n"
    guide += "Peru\nIt agrees at last.\n"
    names, said = findings_of(guide)
    assert names == ["Ghana", "Peru"] and any("Some Odd Words" in text for text in said)
    prose = [one.position for one in understand(read(guide.encode(), "guide.txt")).stakeholders]
    assert prose == ["It waits for rain.", "It agrees at last."]


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


def sources_of(references: str) -> dict[str, str | None]:
    """What each citation of Ghana's position means, with these entries in the list."""
    guide = (
        "Country positions\n\nGhana: It waits (IOM, 2023b). It asks (IOM, 2023a). It hopes (Ama, 2020b).\n\n"
    )
    guide += f"Peru: It agrees.\n\nReferences\n\n{references}"
    (ghana, _) = understand(read(guide.encode(), "guide.txt")).stakeholders
    return {one.text: one.reference for one in ghana.sources}


def test_a_letter_behind_the_year_tells_two_entries_of_one_year_apart() -> None:
    found = sources_of(
        "IOM. (2023a). Global compact. Geneva.\n\nIOM. (2023b). Policy on returns. Geneva.\n\n"
        "Ama, K. (2020). Roads. Accra.\n"
    )
    assert "Policy on returns" in (found["IOM, 2023b"] or "")
    assert "Global compact" in (found["IOM, 2023a"] or "")
    assert "Roads" in (found["Ama, 2020b"] or ""), (
        "an entry that needs no letter in the list is meant all the same"
    )
    other = sources_of("IOM. (2023a). Global compact. Geneva.\n\nAma, K. (2020a). Roads. Accra.\n")
    assert other["IOM, 2023b"] is None and other["Ama, 2020b"] is None
