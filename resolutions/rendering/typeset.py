"""Typst sets a page: a fixed template, and words that reach it as JSON alone, never as markup."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, Literal, cast

import typst

Standard = Literal["ua-1"]


def typeset(
    template: bytes,
    words: Mapping[str, Any],
    fonts: str,
    at: datetime,
    standards: tuple[Standard, ...] = (),
) -> bytes:
    """Set a page as PDF.

    Args:
        template: typst source that reads `sys.inputs.words` as JSON.
        words: plain data, everything that the page says.
        fonts: the folder of the faces; the system's stand behind for scripts that they do not have.
        at: the time, with its zone, that the file names as that of its making.
        standards: what the file must fulfil; raises typst.TypstError where it cannot.
    """
    made = typst.compile(
        template,
        font_paths=_faces(fonts),
        sys_inputs={"words": json.dumps(words, ensure_ascii=False)},
        timestamp=at.replace(microsecond=0),  # typst takes whole seconds
        format="pdf",
        pdf_standards=cast(Any, list(standards)),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _faces(folder: str) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, font_paths=[folder])


def drawn_png(svg: str, fonts: str, pixels_per_inch: float = 192) -> bytes:
    """Draw an SVG as PNG, two pixels for each of its own unless told otherwise; `fonts` as above."""
    made = typst.compile(
        b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")',
        font_paths=_faces(fonts),
        sys_inputs={"svg": svg},
        format="png",
        ppi=pixels_per_inch,
    )
    assert isinstance(made, bytes)
    return made
