"""Puts a line's pieces together and keeps in mind which parts of it are bold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Piece = tuple[str, bool]
"""Words, and whether they are bold."""


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[int, ...]]:
    """Return the text of `pieces` with single blanks, and where its bold parts begin and end, in turn.

    No places are returned where all of the text is bold, or none.
    """
    parts: list[str] = []
    edges: list[int] = []
    length, blank, was_bold = 0, False, False
    for words, bold in pieces:
        text = " ".join(words.split())
        blank = blank or words[:1].isspace()
        if not text:
            continue
        parts.append(" " if blank and length else "")
        begin = length + len(parts[-1])
        length = begin + len(text)
        parts.append(text)
        if bold and was_bold:
            edges[-1] = length
        elif bold:
            edges += [begin, length]
        blank, was_bold = words[-1].isspace(), bold
    return "".join(parts), () if edges == [0, length] else tuple(edges)


def all_bold(pieces: Sequence[Piece]) -> bool:
    """Return whether there are words and all of them are bold."""
    inked = [bold for words, bold in pieces if words.strip()]
    return bool(inked) and all(inked)


def lines_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line, cut at line feeds."""
    lines: list[list[Piece]] = [[]]
    for words, bold in pieces:
        first, *further = words.split("\n")
        lines[-1].append((first, bold))
        lines.extend([(line, bold)] for line in further)
    return lines
