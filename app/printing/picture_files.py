"""Pictures as PNG: the SVG that stands alone, drawn by typst with the product's faces."""

from __future__ import annotations

from app.printing.faces import FACES


def picture_png(svg: str) -> bytes:
    """The picture at twice its size, for documents and slides."""
    from resolutions.rendering.typeset import drawn_png  # typst is loaded when a picture is asked for

    return drawn_png(svg, str(FACES))
