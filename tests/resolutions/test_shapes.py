"""Thirty resolutions of different shapes: each is read as expected, and written out it is read the same.

``shapes/`` holds the texts and, under the same name, what they are read as. After a change that is meant to
read them otherwise, `python -m tests.resolutions.test_shapes` writes what is read now: look at it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from resolutions.reading import ReadResolution, read, read_html, read_open_document, read_word
from resolutions.reading.contract import to_json
from resolutions.rendering.layout import Heading
from resolutions.rendering.text import render_text
from tests.resolutions.wordfiles import open_document, pasted_html, word_file

SHAPES = sorted(p for p in (Path(__file__).parent / "shapes").iterdir() if p.suffix in (".txt", ".md"))


def expected(found: ReadResolution) -> dict[str, Any]:
    """The contract without uids, findings as rule and line."""
    plain = to_json(found)
    for name in ("findings", "form"):
        plain[name] = [f"{finding['rule']} {finding['line']}" for finding in plain[name]]
    return json.loads(json.dumps(plain), object_hook=_without_uid)  # type: ignore[no-any-return]


def _without_uid(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "uid" and value not in ("", [])}


def head_of(found: ReadResolution) -> Heading:
    return Heading(found.committee, found.symbol, found.sponsors, found.signatories)


def head_lines(found: ReadResolution) -> list[str]:
    """The head as its author would type it above the text."""
    assert found.document is not None
    lines = render_text(found.document, head_of(found)).partition("\n\n")[0].splitlines()
    return [line for line in lines if ":" in line or line.startswith("Draft")]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
def test_a_resolution_of_any_shape_is_read(shape: Path) -> None:
    wanted = json.loads(shape.with_suffix(".json").read_text("utf-8"))
    assert expected(read(shape.read_text("utf-8"))) == wanted


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
@pytest.mark.parametrize("line_numbers", [False, True], ids=["plain", "line numbers"])
def test_reading_what_was_read_and_written_gives_the_same(shape: Path, line_numbers: bool) -> None:
    found = read(shape.read_text("utf-8"))
    assert found.document is not None
    written = render_text(found.document, head_of(found), line_numbers)
    again = read(written, language=found.language)
    assert again.document == found.document, written
    assert (head_of(again), again.title) == (head_of(found), found.title)
    assert not {f.rule for f in again.findings} - {"L07", "L12", "L05o", "L10p", "furniture"}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
@pytest.mark.parametrize("google", [False, True], ids=["Word", "Google Docs"])
def test_lists_that_the_file_counts_give_the_same_tree(shape: Path, google: bool) -> None:
    found = read(shape.read_text("utf-8"))
    assert found.document is not None
    if not found.document.organ:
        return
    head = head_lines(found)
    from_word = read_word(word_file(found.document, head, google), language=found.language)
    from_page = read_html(pasted_html(found.document, head, google), language=found.language)
    from_office = read_open_document(open_document(found.document, head), language=found.language)
    for again in (from_word, from_page, from_office):
        assert again.document == found.document
        assert (head_of(again), again.title) == (head_of(found), found.title)
        assert not {f.code for f in again.form} - {"L06"}


if __name__ == "__main__":
    for path in SHAPES:
        plain = json.dumps(expected(read(path.read_text("utf-8"))), ensure_ascii=False, indent=1)
        path.with_suffix(".json").write_text(plain + "\n", encoding="utf-8")
