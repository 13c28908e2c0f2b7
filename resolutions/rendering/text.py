"""Plain text of a document, laid out so that ``resolutions.reading.read`` gives the same document back."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from resolutions.document import Document
from resolutions.reading.lines import line_of
from resolutions.rendering.layout import Heading, LaidOut, with_organ
from resolutions.rendering.words import ENGLISH

INDENT = "    "
_WIDTH = 80


def render_text(
    document: Document,
    heading: Heading | None = None,
    line_numbers: bool = False,
    words: Mapping[str, str] = ENGLISH,
) -> str:
    """Write a document as plain text, one clause on a line, sub-clauses indented by four spaces.

    Args:
        document: what is written.
        heading: what stands above it; what is empty there is left out.
        line_numbers: break lines at 80 characters and count them in the margin.
        words: for the labels of the head.
    """
    heading = heading or Heading()
    head = [
        *([f"{words['draft']} {heading.symbol}"] if heading.symbol else []),
        *([f"{words['committee']}: {heading.committee}"] if heading.committee else []),
        *([f"{words['title']}: {document.title}"] if document.title else []),
        *([f"{words['sponsors']}: {_names(heading.sponsors)}"] if heading.sponsors else []),
        *([f"{words['signatories']}: {_names(heading.signatories)}"] if heading.signatories else []),
    ]
    blocks = ["\n".join(head)]
    blocks += ["\n".join(_lines(row)) for row in with_organ(document, heading)]
    text = "\n\n".join(block for block in blocks if block) + "\n"
    return "".join(_numbered(text)) if line_numbers else text


def _names(names: Sequence[str]) -> str:
    """Semicolons part names, as a comma may stand in one; a lone name with a comma carries one behind it."""
    return "; ".join(names) + (";" if len(names) == 1 else "")


def _lines(clause: LaidOut | str) -> list[str]:
    if isinstance(clause, str):
        return [clause]
    indent = INDENT * (clause.level - 1)
    lines = [indent + " ".join(filter(None, (clause.number, clause.words())))]
    for below in clause.children:
        lines += _lines(below)
    if clause.text_after:
        lines.append(indent + clause.words_after())
    return lines


def _numbered(text: str) -> Iterator[str]:
    """Count written lines in the margin; what goes on is set under the beginning of its clause."""
    number, in_head = 0, True
    for line in text.splitlines():
        in_head = in_head and bool(line)
        indent = " " * (len(line) - len(line.lstrip())) + (INDENT if in_head else "")
        for part in _broken(line, indent) or [""]:
            number += bool(part)
            yield f"{number:>4}  {part}\n" if part else "\n"


def _broken(line: str, indent: str) -> list[str]:
    """Break a line where it is full, but never so that a part begins with what reads like a number."""
    parts: list[str] = []
    for part in textwrap.wrap(line, _WIDTH, subsequent_indent=indent):
        while parts and part.strip() and line_of(1, f"{part} and").wrap:
            word, _, rest = part.strip().partition(" ")
            parts[-1], part = f"{parts[-1]} {word}", indent + rest
        if part.strip():
            parts.append(part)
    return parts
