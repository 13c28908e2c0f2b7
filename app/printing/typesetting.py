"""Placard's own printed pages: a template of ours, the product's faces, and words as data alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from app.printing.faces import FACES


def typeset(template: Path, words: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a template that reads `sys.inputs.words` as JSON; `at` is its making, with its zone."""
    from resolutions.rendering.typeset import typeset as set_page  # typst is loaded when a page is printed

    return set_page(_read(template), words, str(FACES), at)


@cache
def _read(template: Path) -> bytes:
    return template.read_bytes()
