"""The board with a text on it: a page of a draft, or the change that an amendment makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.documents import Amendment, Paper
from app.procedure.floor import Floor
from app.procedure.majorities import todays_rule
from app.procedure.questions import Vote
from app.procedure.quorum import electorate
from app.procedure.sharing import shows_names
from app.procedure.wording import ground, operations_of
from app.screens.directory import Directory
from app.screens.projector.fresh import carried
from app.screens.projector.paging import Line, Page, pages
from app.screens.projector.redline import Row, changed_rows
from app.screens.shown import told
from app.words import threshold_of, threshold_sentence
from app.words.context import Context
from app.words.language import capital
from resolutions.amendments import DoesNotApply, apply
from resolutions.document import Document, children, clause_at

TIGHT = 560
"""Characters of a redline from which on it is set at 48 instead of 64 pixels."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A page of a draft."""

    template: ClassVar[str] = "projector/document.html"
    coalesced: ClassVar[bool] = False
    name: str
    title: str
    sponsors: tuple[str, ...]
    number: str
    lines: tuple[Line, ...]
    clause: int
    clauses: int
    goes_on: bool
    carried: str


@dataclass(frozen=True, slots=True)
class Redline:
    """What an amendment changes; `asked` is "" or how the vote on it is taken, `received` of `electorate`."""

    template: ClassVar[str] = "projector/redline.html"
    coalesced: ClassVar[bool] = True
    title: str
    by: str
    rows: tuple[Row, ...]
    size: str
    clause: int
    clauses: int
    threshold: str
    asked: str = ""
    counted: bool = False
    received: int = 0
    electorate: int = 0


def document_page(floor: Floor, directory: Directory, paper: Paper, at: int = 0) -> DocumentPage:
    """Page `at` of a draft (from 1); 0 is where what it asks for begins, else its preamble."""
    context = told(floor, directory)
    found = pages(paper.text) if paper.text else ()
    page = found[page_at(found, at) - 1] if found else Page("", (), 0, False)
    clauses = len(children(paper.text, None, "operative")) if paper.text else 0
    return DocumentPage(
        paper.name,
        paper.title,
        tuple(directory.entry(key).short_name for key in paper.sponsors if shows_names(floor, paper)),
        page.number,
        page.lines,
        page.clause,
        clauses,
        page.goes_on,
        carried(context),
    )


def page_at(found: tuple[Page, ...], at: int) -> int:
    """The number of a page that there is: `at`, at most the last, and the first operative one for 0."""
    first = next((number for number, page in enumerate(found, 1) if page.clause), 1)
    return min(at, len(found)) or first


def redline(
    floor: Floor, directory: Directory, amendment: Amendment, vote: Vote | None = None
) -> Redline | None:
    """The change on the text as it is now; None where it does not fit that text any more."""
    paper = floor.papers.get(amendment.paper)
    text = ground(floor, paper, amendment.parent) if paper else None
    if text is None:
        return None
    try:
        final = apply(text, operations_of(amendment))
    except DoesNotApply:
        return None
    context, rows = told(floor, directory), changed_rows(text, final)
    length = sum(len(piece.text) for row in rows for piece in row.pieces)
    return Redline(
        capital(context.amendment(amendment.key)),
        context.seat(amendment.seat),
        rows,
        "tight" if length > TIGHT else "",
        _place(text, rows) or _place(final, rows),
        len(children(text, None, "operative")),
        _threshold(context, vote),
        vote.mode if vote else "",
        vote is not None and vote.tally is not None,
        len(vote.ballots) if vote else 0,
        len(vote.order) if vote else 0,
    )


def _threshold(context: Context, vote: Vote | None) -> str:
    """What the vote on it needs; before it is put, what it will need."""
    if vote is not None:
        return threshold_of(vote, context.gettext)
    rule = todays_rule(context.floor, context.floor.rulebook.amendments.majority, "amendment")
    voters = len(electorate(context.floor, "amendment"))
    return threshold_sentence(rule, voters, True, context.gettext)


def _place(document: Document, rows: tuple[Row, ...]) -> int:
    """Which operative paragraph (from 1) the first change stands in; 0 for none of this document."""
    top = next((clause_at(document, row.uid) for row in rows), None)
    while top is not None and top.parent is not None:
        top = clause_at(document, top.parent)
    paragraphs = [clause.uid for clause in children(document, None, "operative")]
    return paragraphs.index(top.uid) + 1 if top is not None and top.uid in paragraphs else 0
