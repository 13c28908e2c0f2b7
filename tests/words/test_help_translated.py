"""Every language that Placard speaks has the whole help: the same pages, headings, links and transcripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.catching_up.sheet import WORDS
from app.screens.environment import LANGUAGES
from app.web.help_pages import FOLDER, names
from app.words import language, motion_kind_name
from app.words.names import PARAMETERS
from tests.words.test_help import BOOK

OTHERS = tuple(tag for tag in LANGUAGES if tag != "en")
EVERY = [(tag, name) for tag in OTHERS for name in names()]
LONGEST = 115
MOST_WORDS = 1300
"""English stays below 1000; the same in a Romance language is longer."""
COUNTED = ("chairs", "delegates", "rules", "paper")


@pytest.mark.parametrize("tag", OTHERS)
def test_no_page_lacks_a_translation(tag: str) -> None:
    there = {path.stem for path in (FOLDER / tag).glob("*.md")}
    assert sorted(set(names()) - there) == [], f"these pages are English only for who reads {tag}"
    assert there <= set(names())


@pytest.mark.parametrize(("tag", "name"), EVERY, ids=lambda one: str(one))
def test_a_translated_page_has_what_the_english_one_has(tag: str, name: str) -> None:
    if not (FOLDER / tag / f"{name}.md").is_file():
        pytest.fail("it is not there")
    theirs, ours = _read("en", name), _read(tag, name)
    assert theirs != ours
    assert _blocks(ours) == _blocks(theirs)
    assert _marks(ours) == _marks(theirs)
    assert sorted(re.findall(r"\]\((\S+?)\)", ours)) == sorted(re.findall(r"\]\((\S+?)\)", theirs))
    assert [row.count("|") for row in _rows(ours)] == [row.count("|") for row in _rows(theirs)]
    assert name == "trust" or _long(ours) == []
    assert name not in COUNTED or len(ours.split()) < MOST_WORDS


@pytest.mark.parametrize("tag", OTHERS)
def test_the_table_of_motions_has_the_words_of_the_screens(tag: str) -> None:
    tongue, text = language(tag), _read(tag, "rules")
    rows = [rule for kind in BOOK.precedence if (rule := BOOK.motion(kind))]
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in text.splitlines() if row[:1] == "|"]
    motions = [row for row in cells if len(row) == 5][2:]
    for rule, (kind, _, named, *_) in zip(rows, motions, strict=True):
        assert kind == motion_kind_name(rule.kind, {}, tongue)
        assert not rule.parameters or named == ", ".join(tongue(PARAMETERS[one]) for one in rule.parameters)


@pytest.mark.parametrize("tag", OTHERS)
def test_the_lines_of_the_paper_sheet_begin_with_words_that_are_read(tag: str) -> None:
    words = {language(tag)(word) for word in WORDS.values()}
    lines = [row.split("|")[2].strip() for row in _rows(_read(tag, "paper"))[2:]]
    assert {line.partition(":")[0].strip().strip("\N{NO-BREAK SPACE}") for line in lines} <= words


def _read(tag: str, name: str) -> str:
    path: Path = FOLDER / tag / f"{name}.md"
    return path.read_text("utf-8")


def _blocks(text: str) -> list[str]:
    return re.findall(r"^```.*?^```$", text, re.MULTILINE | re.DOTALL)


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|")]


def _marks(text: str) -> list[str]:
    """Headings and items of lists in their order, without their words."""
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^(#+ |- |\d+\. )", outside, re.MULTILINE)


def _long(text: str) -> list[str]:
    inside = "\n".join(_blocks(text))
    lines = (line for line in text.splitlines() if len(line) > LONGEST and line[0] != "|")
    return [line for line in lines if line not in inside]
