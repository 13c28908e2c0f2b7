"""Documents as markup: the one place of the phone where the resolutions' renderer passes unescaped."""

from __future__ import annotations

from markupsafe import Markup

from app.screens.drawn import drawn
from resolutions.document import Document
from resolutions.rendering.html import Heading, document_html, redline_html
from resolutions.rendering.sides import sides_html

NOTHING = drawn("")
"""No markup at all."""


def document_markup(document: Document, heading: Heading | None = None) -> Markup:
    """The whole text, numbered; the renderer escapes every word that somebody wrote."""
    return drawn(document_html(document, heading))


def redline_markup(base: Document, final: Document) -> Markup:
    """What changes from `base` to `final`, without the clauses that stay."""
    return drawn(redline_html(base, final, only_changed=True))


def sides_markup(base: Document, final: Document) -> Markup:
    """The same as a table of two columns: before at the left, after at the right."""
    return drawn(sides_html(base, final, only_changed=True))
