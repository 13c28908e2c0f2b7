"""The committee on paper as PDF, set by typst from one template: what a chair runs the room with by hand."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from app.printing.typesetting import typeset
from app.screens.environment import APP
from app.screens.on_paper import OnPaper


def on_paper_pdf(copy: OnPaper, at: datetime) -> bytes:
    """The copy on A4; `at` is the time of its making, with its zone."""
    return typeset(APP / "printing" / "on_paper.typ", asdict(copy), at)
