"""Plain text of a document, laid out so that ``resolutions.reading.read`` gives the same document back."""

from collections.abc import Sequence

from resolutions.document import Document
from resolutions.rendering.layout import LaidOut, laid_out, organ_line

INDENT = "    "


def render_text(
    document: Document, symbol: str = "", sponsors: Sequence[str] = (), signatories: Sequence[str] = ()
) -> str:
    """Write a document as plain text, one clause on a line, sub-clauses indented by four spaces.

    Args:
        document: what is written.
        symbol: the draft's symbol, such as "DR 1.2"; left out when empty.
        sponsors: names of sponsors, in the order given; left out when empty.
        signatories: names of signatories, likewise.
    """
    head = [
        *([f"Draft resolution {symbol}"] if symbol else []),
        *([f"Title: {document.title}"] if document.title else []),
        *([f"Sponsors: {'; '.join(sponsors)}"] if sponsors else []),
        *([f"Signatories: {'; '.join(signatories)}"] if signatories else []),
    ]
    blocks = ["\n".join(head), organ_line(document)]
    blocks += ["\n".join(_lines(clause)) for clause in laid_out(document)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lines(clause: LaidOut) -> list[str]:
    indent = INDENT * (clause.level - 1)
    lines = [indent + " ".join(filter(None, (clause.number, clause.words())))]
    for below in clause.children:
        lines += _lines(below)
    if clause.text_after:
        lines.append(indent + clause.words_after())
    return lines
