"""Every form of a document says the same marks, names and times as every other."""

import io
import re
from datetime import UTC, datetime, timedelta, timezone

import docx
import pytest

from resolutions.document import Clause, Document, key_between
from resolutions.rendering.html import document_html, redline_html
from resolutions.rendering.layout import Heading, laid_out
from resolutions.rendering.sides import sides_html
from resolutions.rendering.text import render_text
from resolutions.rendering.word import render_word

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=timezone(timedelta(hours=5)))


def written(*clauses: tuple[str, str]) -> Document:
    """Operative clauses of an opening and a text each."""
    key, rows = None, []
    for place, (opening, text) in enumerate(clauses):
        key = key_between(key, None)
        rows.append(Clause(f"u{place}", "operative", None, key, opening, text, ""))
    return Document("Ports", "", tuple(rows))


def said(html: str) -> str:
    """The words of a page, without what is said to screen readers alone."""
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="(vh|n)">[^<]*</span>', "", html))


@pytest.mark.parametrize(
    ("clauses", "end"),
    [
        ((("Urges", "states to act; and"), ("Asks", "for help")), "states to act; and"),
        ((("Urges", "states to act"), ("Asks", "the U.S.")), "the U.S."),
        ((("Urges", "all"), ("Decides etc.", "")), "Decides etc."),
    ],
)
def test_a_mark_stands_once_in_every_form(clauses: tuple[tuple[str, str], ...], end: str) -> None:
    document = written(*clauses)
    assert any(row.words().endswith(end) for row in laid_out(document))
    for form in (
        render_text(document),
        said(document_html(document)),
        said(redline_html(document, document)),
        said(redline_html(written(("Invites", "none")), document)),
        said(sides_html(document, document)),
    ):
        assert end in form
        assert not re.search(rf"{re.escape(end)}[.;,]", form), form


def test_the_symbol_is_the_same_on_every_page_of_a_word_file() -> None:
    file = render_word(written(("Urges", "all")), Heading("Council of Ports", "1.2"), NOON)
    document = docx.Document(io.BytesIO(file))
    (header,) = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    assert header == document.paragraphs[0].text == "Council of Ports\tDraft resolution 1.2"


def test_a_word_file_was_made_when_it_was_made_whatever_the_zone() -> None:
    file = render_word(written(("Urges", "all")), Heading(), NOON)
    made = docx.Document(io.BytesIO(file)).core_properties
    assert made.created is not None and made.created.astimezone(UTC) == NOON.astimezone(UTC)
    assert made.modified == made.created
