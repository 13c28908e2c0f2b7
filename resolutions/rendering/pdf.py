"""PDF of a document: typst lays out the page; words reach it as JSON alone, never as markup."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from resolutions.document import Document
from resolutions.rendering.layout import (
    Heading,
    LaidOut,
    laid_out,
    listed_names,
    masthead,
    organ_line,
)
from resolutions.rendering.typeset import typeset
from resolutions.rendering.words import ENGLISH


def render_pdf(
    document: Document,
    heading: Heading,
    fonts: str,
    at: datetime,
    line_numbers: bool = False,
    words: Mapping[str, str] = ENGLISH,
    language: str = "en",
) -> bytes:
    """Write a document as tagged PDF on A4, by PDF/UA-1 where the fonts have every letter.

    Args:
        document: what is written.
        heading: what stands above it; its note stands at the foot of each page.
        fonts: the folder of the full faces of Source Serif 4 (the web's subsets lack letters).
        at: the time, with its zone, that the file names as that of its making.
        line_numbers: count the lines of each page in the margin.
        words: for what the page adds itself.
        language: of the text, for hyphens and readers.
    """
    paper = _paper(document, heading, line_numbers, words, language)
    try:
        return typeset(_template(), paper, fonts, at, ("ua-1",))
    except typst.TypstError:  # PDF/UA refuses a letter that no font here can show
        return typeset(_template(), paper, fonts, at)


@cache
def _template() -> bytes:
    return files("resolutions.rendering").joinpath("resolution.typ").read_bytes()


def _paper(
    document: Document, heading: Heading, line_numbers: bool, words: Mapping[str, str], language: str
) -> dict[str, Any]:
    rows = laid_out(document, language)
    committee, symbol = masthead(heading, words)
    return {
        "title": document.title,
        "organ": organ_line(document, heading.organ_between),
        "organ_between": heading.organ_between,
        "committee": committee,
        "author": heading.committee or "Placard",
        "symbol": symbol,
        "note": heading.note,
        "names": [
            [words["sponsors"], listed_names(heading.sponsors)],
            [words["signatories"], listed_names(heading.signatories)],
        ],
        "words": {"resolution": words["resolution"]},
        "language": language,
        "line_numbers": line_numbers,
        "preambular": [_clause(row) for row in rows if row.part == "preambular"],
        "operative": [_clause(row) for row in rows if row.part == "operative"],
    }


def _clause(row: LaidOut) -> dict[str, Any]:
    return {
        "number": row.number,
        "opening": row.opening,
        "rest": row.words()[len(row.opening) :],
        "after": row.words_after(),
        "children": [_clause(below) for below in row.children],
    }
