"""A real guide of 300 pages as a PDF: the sample's text, then page after page of prose."""

from __future__ import annotations

import textwrap
from functools import cache

from app.founding import SAMPLE
from tests.delegations.drawn_pdfs import pdf_of

PAGES, LINES, WIDTH = 300, 60, 95


@cache
def long_guide() -> bytes:
    """The PDF; it takes some seconds to read."""
    wrapped = (textwrap.wrap(line, WIDTH) or [""] for line in SAMPLE.read_text("utf-8").splitlines())
    lines = [line for paragraph in wrapped for line in paragraph]
    told = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    prose = [f"The road is long, and line {line} of it stands here for the reader." for line in range(LINES)]
    return pdf_of([*told, *([prose] * (PAGES - len(told)))])
