"""A draft written out as text and read again says the same: nothing is lost on the way."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.document import Document, Kind, Part
from resolutions.drafting import add_clause, change_clause
from resolutions.phrases import phrases
from resolutions.reading import read, read_html, read_word
from resolutions.rendering.layout import Heading
from resolutions.rendering.text import render_text
from tests.resolutions.papers import PARTS
from tests.resolutions.wordfiles import pasted_html, word_file

HEADING = Heading("Third Committee", "DR 1.2", ("Ghana", "Haiti"), ("Korea, Republic of",))
SAID = ("States", "return", "persons", "notice", "2018", "(b)", "U.N.", "etc.", "Ünïcode", "No. 3")


def well_formed(lot: Random) -> Document:
    """A draft as the editor makes it: known openings, sub-clauses without, up to four levels."""
    document = Document(lot.choice(("", "Return and reintegration")), "The Council")
    last: dict[tuple[str | None, str], str] = {}
    for number in range(1, lot.randint(2, 14)):
        deep = [c.uid for c in document.clauses if len(_line(document, c.uid)) < 4]
        parent = lot.choice([None, None, *deep])
        part: Part = lot.choice(PARTS)
        kind: Kind = "sub" if parent else part
        opening = "" if parent else lot.choice(phrases().of(part))
        said = "the " + " ".join(lot.choice(SAID) for _ in range(lot.randint(1, 8)))
        uid = f"c{number}"
        document = add_clause(document, uid, kind, last.get((parent, kind)), parent, opening, said)
        last[parent, kind] = uid
        if parent and lot.random() < 0.2:
            document = change_clause(document, parent, text_after="and reports " + said)
    return document


def _line(document: Document, uid: str | None) -> list[str]:
    line = []
    while uid is not None:
        line.append(uid)
        uid = next(c.parent for c in document.clauses if c.uid == uid)
    return line


def said(document: Document) -> tuple[object, ...]:
    """The content without uids."""
    order = {c.uid: n for n, c in enumerate(document.clauses)}
    return (
        document.title,
        document.organ,
        [(c.kind, order.get(c.parent or ""), c.opening, c.text, c.text_after) for c in document.clauses],
    )


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 2**64))
def test_what_is_written_out_is_read_back(seed: int) -> None:
    lot = Random(seed)
    document = well_formed(lot)
    found = read(render_text(document, HEADING, line_numbers=seed % 2 == 0))
    if not any(c.parent is None for c in document.clauses):
        return
    assert found.document is not None, render_text(document)
    assert said(found.document) == said(document), render_text(document)
    assert Heading(found.committee, found.symbol, found.sponsors, found.signatories) == HEADING


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**64), st.booleans())
def test_what_a_file_or_a_page_counts_is_read_back(seed: int, google: bool) -> None:
    document = well_formed(Random(seed))
    if not any(c.parent is None for c in document.clauses):
        return
    head = [f"Title: {document.title}"] if document.title else []
    for found in (
        read_word(word_file(document, head, google)),
        read_html(pasted_html(document, head, google)),
    ):
        assert found.document is not None, render_text(document)
        assert said(found.document) == said(document), render_text(document)
