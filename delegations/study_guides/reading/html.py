"""Reads an HTML page: block by block, headings with their level, table rows with TABs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from delegations.study_guides.reading.bold import Piece, all_bold, joined
from delegations.study_guides.reading.lines import GuideText, Line, Unreadable
from delegations.study_guides.reading.plain import decode

_BLOCKS = frozenset((
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li", "table",
    "thead", "tbody", "tr", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd",
    "figure", "figcaption", "form", "hr", "title", "body",
))  # fmt: skip
_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "head", "nav"))
_STRONG = frozenset(("b", "strong"))
_HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")


@dataclass(slots=True)
class _Page:
    """What has been collected on the walk through the page."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    style: str = ""
    row: bool = False
    skipping: int = 0
    strong: int = 0

    def add(self, text: str | None) -> None:
        if not text or self.skipping:
            return
        self.pieces.append((text, self.strong > 0))

    def end_line(self) -> None:
        bold: tuple[int, ...] = ()
        if self.row:
            cells = "".join(words for words, _ in self.pieces).split("\x1f")
            words = "\t".join(" ".join(cell.split()) for cell in cells).strip("\t")
        else:
            words, bold = joined(self.pieces)
        if words:
            style = "row" if self.row else self.style or ("bold" if all_bold(self.pieces) else "")
            self.lines.append(
                Line(len(self.lines) + 1, 1, words, style, bold if style in ("", "list") else ())
            )
            self.lines.append(Line(len(self.lines) + 1, 1, ""))
        self.pieces.clear()


def read_html(data: bytes) -> GuideText:
    """Return the visible text of the HTML page in `data`. Raises Unreadable."""
    text, findings = decode(data)
    try:
        root = html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("no-text") from error
    page = _Page()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            page.add(element.tail)
        else:
            _visit(page, event, element)
    page.end_line()
    return GuideText(tuple(page.lines), "html", tuple(findings))


def _visit(page: _Page, event: str, element: etree._Element) -> None:
    tag = str(element.tag)
    if tag in _STRONG or _HEAVY.search(element.get("style") or ""):
        page.strong += 1 if event == "start" else -1
    if event == "start":
        _start(page, tag)
        page.add(element.text)
        return
    if tag in _SKIPPED:
        page.skipping -= 1
    elif tag in ("td", "th"):
        page.add("\x1f")
    elif tag == "br" and not page.row:
        page.end_line()
    elif tag in _BLOCKS and (not page.row or tag == "tr"):
        page.end_line()
        page.style, page.row = "", False
    page.add(element.tail)


def _start(page: _Page, tag: str) -> None:
    if tag in _SKIPPED:
        page.skipping += 1
    elif tag in _BLOCKS and not page.row:
        page.end_line()
        page.row = tag == "tr"
        page.style = f"heading{tag[1]}" if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else ""
        page.style = "list" if tag == "li" else page.style
    elif tag in _BLOCKS:
        page.add(" ")
