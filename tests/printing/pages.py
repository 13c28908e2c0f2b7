"""Pages of a PDF as a test looks at them: letters with their size and place, and modules of a QR code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium

MM = 25.4 / 72
"""Millimetres of a point."""


@dataclass(frozen=True)
class Letter:
    """A letter and its box on the page, in mm from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How tall it is, in mm."""
        return self.top - self.bottom


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document, closed in the end."""
    document = pdfium.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def texts(data: bytes) -> list[str]:
    """The text of each page."""
    with opened(data) as document:
        return [_text(page) for page in document]


def _text(page: Any) -> str:
    words = page.get_textpage()
    found = str(words.get_text_range())
    words.close()
    return found


def letters(page: Any) -> list[Letter]:
    """Every letter that is seen; blanks and what is too small to see are left out."""
    words = page.get_textpage()
    found = []
    for place in range(words.count_chars()):
        text = words.get_text_range(place, 1)
        left, bottom, right, top = words.get_charbox(place)
        if text.strip() and top - bottom > 1:
            found.append(Letter(text, *(edge * MM for edge in (left, bottom, right, top))))
    words.close()
    return found


def modules(page: Any, box: tuple[float, float, float, float], size: int) -> list[list[bool]]:
    """The dark modules of a square of `size` modules in `box` (left, top, right, bottom in mm from above)."""
    scale = 8
    picture = page.render(scale=scale, grayscale=True)
    data, left, top = bytes(picture.buffer), box[0], box[1]
    step = (box[2] - box[0]) / size

    def dark(column: int, row: int) -> bool:
        x = round((left + (column + 0.5) * step) / MM * scale)
        y = round((top + (row + 0.5) * step) / MM * scale)
        return bool(data[y * picture.stride + x] < 128)

    found = [[dark(column, row) for column in range(size)] for row in range(size)]
    picture.close()
    return found
