"""Tables of a file: their rows become lines, and columns of names become lists of names."""

import re
from collections.abc import Iterator, Sequence

from resolutions.reading.labels import labelled

Cell = Sequence[str]
"""The paragraphs of one cell, none of them empty."""

_BARE = (("sponsors", ""), ("signatories", ""))
_MARKER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}")


def columns_of_names(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Give a line for each column where the first row holds labels alone ("Sponsors", "Signatories").

    Without such a row there is none.
    """
    heads = [" ".join(cell).strip(" :") for cell in rows[0]] if rows else []
    if (
        len(heads) < 2
        or any(len(row) != len(heads) for row in rows)
        or not all(labelled(head) in _BARE for head in heads)
    ):
        return ()
    columns = ([name for row in rows[1:] for name in row[at]] for at in range(len(heads)))
    return tuple(f"{head}: {'; '.join(names)}" for head, names in zip(heads, columns, strict=True))


def row_lines(cells: Sequence[Cell]) -> Iterator[str]:
    """Give the lines of one row: a label and its value, a number and its paragraphs, or all side by side."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        yield from (text for cell in filled for text in cell)
        return
    first, *others = filled
    rest = [text for cell in others for text in cell]
    label, value = labelled(first[0].strip(" :")) if len(first) == 1 else ("", "")
    if label and not value:
        yield f"{first[0].strip(' :')}: {('; ' if len(rest) > 1 else ' ').join(rest)}"
    elif len(first) == 1 and _MARKER.fullmatch(first[0]):
        yield f"{first[0] if not first[0].isdecimal() else first[0] + '.'} {rest[0]}"
        yield from rest[1:]
    else:
        yield "   ".join(" ".join(cell) for cell in filled)
