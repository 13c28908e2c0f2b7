"""The meetings told in the help pages can be played, and end as the pages say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cases.outcome import Outcome, differences

HELP = Path(__file__).parents[2] / "app" / "help" / "en"

# For each page: what it says at its end, and the facts of the floor that make it true.
ENDS: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "harvard": [
        (
            "5 in favour, 1 against and 1 abstention; of the six votes cast 4 were needed",
            {
                f"votes.past.6.tally.{name}": count
                for name, count in zip(
                    ("yes", "no", "abstain", "base", "needed"), (5, 1, 1, 6, 4), strict=True
                )
            },
        ),
        ("The draft is adopted", {"papers.papers.0.stage": "adopted"}),
        ("The list is closed", {"speeches.general.open": False}),
    ],
    "una-usa": [
        ("DR 2.1 failed", {"papers.papers.0.symbol": "DR 2.1", "papers.papers.0.stage": "failed"}),
        ("DR 2.2 is adopted", {"papers.papers.1.symbol": "DR 2.2", "papers.papers.1.stage": "adopted"}),
        ("turn to access to safe water", {"meeting.agenda": [2, 1], "meeting.dealt": [2]}),
    ],
    "nmun": [
        (
            "adopted without the clause",
            {"papers.papers.0.stage": "adopted", "papers.parts.0.stage": "removed"},
        ),
        ("on neither part", {"votes.past.3.tally.electorate": 7, "votes.past.4.tally.electorate": 6}),
        ("Speeches are now of 60 seconds", {"speeches.general.seconds": 60}),
        ("in its second session", {"meeting.session": 2}),
    ],
    "thimun": [
        ("4 in favour and 2 against", {"papers.papers.0.stage": "adopted", "votes.past.3.tally.yes": 4}),
        (
            "a report every year in writing",
            {"papers.papers.0.text.clauses.1.text": "a report every year in writing"},
        ),
        ("The topic has been dealt with", {"meeting.dealt": [1], "resolution_debate": "nothing"}),
    ],
    "un4mun": [
        (
            "Both drafts are adopted",
            {"papers.papers.0.stage": "adopted", "papers.papers.1.stage": "adopted"},
        ),
        ("the first without a vote, the second", {"votes.past.#": 3, "votes.past.2.subject": "WP-2"}),
        (
            "3 in favour, 1 against and 2 abstentions",
            {"votes.past.2.tally.yes": 3, "votes.past.2.tally.no": 1, "votes.past.2.tally.abstain": 2},
        ),
    ],
}


@pytest.mark.parametrize("house", ENDS)
def test_the_meeting_goes_and_ends_as_it_is_told(house: str) -> None:
    page = (HELP / f"meeting-{house}.md").read_text("utf-8")
    lines = [json.loads(line) for block in _blocks(page) for line in block.splitlines()]
    refused = [number for number, line in enumerate(lines, 1) if line.pop("expect", "") == "refused"]
    outcome = Outcome.of("".join(json.dumps(line) + "\n" for line in lines).encode())
    for words, floor in ENDS[house]:
        assert words in " ".join(page.split())
        assert list(differences(outcome, {"refused": refused, "floor": floor})) == []


def test_every_worked_meeting_is_played() -> None:
    assert {path.stem for path in HELP.glob("meeting-*.md")} == {f"meeting-{house}" for house in ENDS}


def _blocks(page: str) -> list[str]:
    return re.findall(r"^```transcript\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
