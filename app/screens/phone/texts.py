"""Documents as markup: the one place of the phone where the resolutions' renderer passes unescaped."""

from __future__ import annotations

from markupsafe import Markup

from resolutions.document import Document
from resolutions.rendering.html import Heading, document_html, redline_html


NOTHING = Markup("")
"""No markup at all."""


def document_markup(document: Document, heading: Heading | None = None) -> Markup:
    """The whole text, numbered; the renderer escapes every word that somebody wrote."""
    return Markup(document_html(document, heading))  # noqa: S704 - escaped by the renderer


def redline_markup(base: Document, final: Document) -> Markup:
    """What changes from `base` to `final`, without the clauses that stay."""
    return Markup(redline_html(base, final, only_changed=True))  # noqa: S704 - escaped by the renderer
