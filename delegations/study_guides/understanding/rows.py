"""Lines made ready for understanding: markup gone, furniture of the page gone, contents pages marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from delegations.study_guides.reading.lines import GuideText, Line
from delegations.study_guides.understanding.broken import headings_rejoined, rejoined
from delegations.study_guides.understanding.dense import Look, inferred_gaps, opens_paragraph
from delegations.study_guides.understanding.furniture import (
    contents_lines,
    feet,
    is_page_number,
    running_lines,
)

# Every pattern is bounded or a single class, so that no line can make it slow.
_TAG = re.compile(r"</?(?:i|b|em|strong|u|sup|sub|br|span|p)\s{0,3}/?>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\(([^()\s]{1,400})\)")
_UNDERSCORES = re.compile(r"(?<!\w)_([^_\n]{1,200})_(?!\w)")
_RULE = re.compile(r"\s*[_\-–—=⎯]{4,}\s*$")
_NOTE = re.compile(r"\s*(?:\[\^?\d{1,3}\]:?|\d{1,3}|[*†‡§¹²³⁰⁴-⁹]+)\s*\S")
_NOTE_ANYWHERE = re.compile(r"\s*\[\^?\d{1,3}\]:?\s+\S")
_MARK = re.compile(
    r"\[\^?\d{1,3}\]|[†‡]|[¹²³⁰⁴-⁹]+|(?<=[a-z]{3}[.,;:”\"])\d{1,3}(?=\s|$)"
    r"|(?<=[a-z]{3})\d{1,3}(?=[\s,;]|\.\s|$)"
)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}\\s?")
_BULLET = re.compile(r"^\s*(?:[-–—•■▪●○◦‣⁃∙·➢➤✓❖►▶▸»>→⇒o*]|\uf0b7|\uf0a7|[-=–]>)\s+(?=\S)")
_NUMBER = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivxIVX]{1,5}|[a-zA-Z])[.)](?!\s[A-Z]\.)"
    r"|\d{1,2}(?:\.\d{1,2}){1,2})\s+(?=\S)"
)
_CHAPTER = re.compile(r"\s*(\d{1,2})[.)]?\s+[^\W\d]")
_BOLD = re.compile(r"^(?:\*\*|__)([^*_\n]{1,200})(?:\*\*|__)\s*:?$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line without markup. `raw` keeps the markup; `gap` says that an empty line stands before it.

    `opens` says that a paragraph begins on it, with an empty line or without.
    """

    number: int
    page: int
    text: str
    raw: str
    style: str = ""
    gap: bool = False
    bullet: bool = False
    contents: bool = False
    note: bool = False
    opens: bool = False

    @property
    def level(self) -> int:
        """The level of a heading that the format itself marks: 1 to 6, 0 for none."""
        return int(self.style[-1]) if self.style[:7] == "heading" and self.style[-1].isdigit() else 0

    @property
    def styled(self) -> bool:
        """Whether the format sets this line off as a heading would be."""
        return self.style in ("bold", "heading", "title") or self.level > 0


def prepare(text: GuideText) -> list[Row]:
    """Return the rows of `text` that carry words: no page numbers, no running headers, no empty lines."""
    notes = _notes(text.lines)
    rows = [replace(row, note=row.note or row.number in notes) for row in map(_row, text.lines) if row.text]
    rows = rejoined(
        headings_rejoined(_with_inferred_gaps(_with_gaps(rows, text.lines)), pdf=text.format == "pdf")
    )
    paged = bool(rows) and rows[-1].page > 1
    running = running_lines(
        [(row.number, row.page, row.text, row.level > 0 or (row.styled and not paged)) for row in rows]
    )
    kept = [row for row in rows if row.number not in running and not is_page_number(row.text)]
    outside = feet([(row.number, row.page, row.text, _apart(kept, at)) for at, row in enumerate(kept)])
    kept = [row for row in kept if row.number not in outside]
    kept = _gaps_over_furniture(kept, text.lines)
    contents = contents_lines([row.text for row in kept], [row.style for row in kept])
    opened = opens_paragraph([_look(row) for row in kept])
    return [replace(row, contents=at in contents, opens=opened[at]) for at, row in enumerate(kept)]


def _apart(rows: Sequence[Row], at: int) -> bool:
    """Whether empty lines stand before and behind the row, and no heading's mark on it."""
    behind = following(rows, at)
    return rows[at].gap and not rows[at].styled and (behind is None or behind.gap)


def plain(text: str) -> str:
    """Return `text` without markup, asterisks left by flags, and footnote marks; TABs are kept."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "_" in text and "http" not in text:
        text = _UNDERSCORES.sub(r"\1", text)
    text = _MARK.sub("", _FLAG.sub("", text).replace("*", "").replace("`", ""))
    return "\t".join(" ".join(cell.split()) for cell in text.split("\t"))


def without_number(text: str) -> str:
    """Return a heading without its bullet and number: "3.1 France", "a) France", "IV. France"."""
    return _NUMBER.sub("", _BULLET.sub("", text, count=1), count=1).strip()


def number_before(text: str) -> int | None:
    """Return the number of a chapter in its heading: 3 of "3. Positions", None of "3.1 France"."""
    match = _CHAPTER.match(text)
    return int(match[1]) if match else None


def following(rows: Sequence[Row], at: int) -> Row | None:
    """Return the row after `rows[at]`, None at the end."""
    return rows[at + 1] if at + 1 < len(rows) else None


def _row(line: Line) -> Row:
    bullet = line.style == "list" or bool(_BULLET.match(line.text))
    raw = _with_stars(line.text, line.bold) if line.bold else line.text
    raw = _BULLET.sub("", raw, count=1) if bullet else raw
    style = line.style
    if not style and _BOLD.match(raw.strip()):
        style = "bold"
    text = "" if _RULE.match(raw) else plain(raw)
    text = text if "\t" in text.strip("\t") else text.strip()
    if not text.strip():
        text = ""
    if style == "toc":
        return Row(line.number, line.page, text, raw, style, bullet=False)
    return Row(line.number, line.page, text, raw, style, bullet=bullet, note=style == "note")


def _with_stars(text: str, bold: Sequence[int]) -> str:
    """The text with its bold parts as Markdown writes them."""
    edges = [0, *bold, len(text)]
    return "**".join(text[begin:end] for begin, end in pairwise(edges))


def _notes(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines that are footnotes: below a drawn rule until an empty line, or "[14] ..."."""
    found: set[int] = set()
    below = False
    for line in lines:
        if _RULE.match(line.text) and line.text.strip():
            below = True
        elif not line.text.strip():
            below = below and not found & {line.number - 1}
        elif _NOTE_ANYWHERE.match(line.text) or (
            below and (_NOTE.match(line.text) or line.number - 1 in found)
        ):
            found.add(line.number)
        else:
            below = False
    return found


def _with_gaps(rows: list[Row], lines: Sequence[Line]) -> list[Row]:
    return list(_gapped(rows, {line.number for line in lines if not line.text.strip()}))


def _with_inferred_gaps(rows: list[Row]) -> list[Row]:
    gaps = inferred_gaps([_look(row) for row in rows])
    return [row if row.gap == gap else replace(row, gap=gap) for row, gap in zip(rows, gaps, strict=True)]


def _look(row: Row) -> Look:
    return Look(row.text, row.page, row.gap, row.styled, row.bullet)


def _gaps_over_furniture(rows: list[Row], lines: Sequence[Line]) -> list[Row]:
    """Give a row its gap when the page's header or number stands between it and the empty line."""
    empty = [line.number for line in lines if not line.text.strip()]
    last = 0
    result: list[Row] = []
    for row in rows:
        at = bisect_left(empty, row.number) - 1
        behind = at >= 0 and empty[at] > last
        result.append(row if row.gap or not behind else replace(row, gap=True))
        last = row.number
    return result


def _gapped(rows: list[Row], empty: set[int]) -> Iterator[Row]:
    for row in rows:
        yield replace(row, gap=row.number - 1 in empty or row.number == 1)
