"""The pages for the schools as PDF: one for each delegation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from app.printing.typesetting import typeset
from app.screens.environment import APP
from app.screens.school import SchoolPage


def school_pdf(title: str, pages: Sequence[SchoolPage], at: datetime) -> bytes:
    """A4 upright; each delegation begins a page. `at` is the time of making, with its zone."""
    words = {"title": title, "made": at.strftime("%Y-%m-%d"), "pages": [asdict(one) for one in pages]}
    return typeset(APP / "printing" / "school.typ", words, at)
