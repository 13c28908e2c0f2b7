"""Finds the resolutions, treaties and declarations that a guide names, with symbol and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from delegations.names import fold
from delegations.study_guides.guide import Instrument
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.rows import Row

_SYMBOL = re.compile(
    r"(?<![\w/])([A-Z][A-Za-z]{0,9}(?:[/.][A-Za-z0-9-]{1,12}){2,6})(\s?\((?:\d{4}|[IVXLC]{1,8})\))?(?![\w/])"
)
_HEALTH = re.compile(r"\b(?:WHA|EB)\d{1,3}\.\d{1,3}\b")
_SYMBOL_PARTS = frozenset(("RES", "Res", "DEC", "PRST"))
_COUNCIL = re.compile(
    r"\b(?:(?:(?:UN )?Security Council|UNSC|UNSCR|SC) ?[Rr]es(?:olution|\.)?s?|UNSCR)"
    r" (\d{1,4})(?: ?\((\d{4})\))?"
)
_FURTHER = re.compile(r"(?:,? and |, )(\d{1,4}) ?\((\d{4})\)")
_ASSEMBLY = re.compile(
    r"\b(?:(?:UN )?General Assembly|UNGA|GA) ?[Rr]es(?:olution|\.)?s?"
    r" (\d{1,4}(?:/\d{1,4}| ?\([IVXLC]{1,8}\))?)"
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_NOUNS = frozenset((
    "convention", "declaration", "protocol", "covenant", "compact", "treaty", "agreement", "charter",
    "accord", "accords",
    "statute", "pact", "resolution", "framework", "principles", "agenda", "conventions", "protocols",
    "platform",
))  # fmt: skip
_LINKS = frozenset(
    (
        "of",
        "on",
        "the",
        "and",
        "for",
        "to",
        "in",
        "against",
        "its",
        "their",
        "all",
        "concerning",
        "relating",
        "with",
        "or",
        "from",
        "by",
        "de",
    )
)
_TOKEN = re.compile(r"[\w'’.&-]+|[(),;:]")


def instruments(rows: Sequence[Row], found: Mapping[int, Heading]) -> tuple[Instrument, ...]:
    """Return the instruments in order: headings of the chapter on past actions, then those in the prose.

    Each is listed once; a symbol that stands under a heading belongs to that heading's instrument.
    """
    listed: list[Instrument] = []
    known: set[str] = set()
    for instrument in (*_chapter(rows, found), *_prose(rows, found)):
        keys = {fold(instrument.symbol or ""), _title_key(instrument.title)} - {""}
        if keys and not keys & known and not _told_shorter(instrument, listed):
            known |= keys
            listed.append(instrument)
    return tuple(listed)


def _told_shorter(instrument: Instrument, listed: Sequence[Instrument]) -> bool:
    """Whether the title's words all stand in that of an instrument of the same year: "Refugee Convention"."""
    words = set(_title_key(instrument.title).split())
    if instrument.symbol or not words:
        return False
    return any(one.year == instrument.year and words <= set(_title_key(one.title).split()) for one in listed)


def symbols(text: str) -> tuple[tuple[str, int | None], ...]:
    """Return the resolution symbols in `text`, each once, with the year where the symbol holds it."""
    result: dict[str, int | None] = {}
    for match in _SYMBOL.finditer(text):
        parts = re.split(r"[/.]", match[1])
        if _SYMBOL_PARTS & set(parts) and parts[-1][:1].isdigit():
            symbol, year = _spelled(match[1], match[2] or "")
            result.setdefault(symbol, year)
    for match in _HEALTH.finditer(text):
        result.setdefault(match[0], None)
    for match in _COUNCIL.finditer(text):
        further: re.Match[str] | None = match
        while further:
            symbol = f"S/RES/{further[1]} ({further[2]})" if further[2] else f"S/RES/{further[1]}"
            result.setdefault(symbol, int(further[2]) if further[2] else None)
            further = _FURTHER.match(text, further.end())
    for match in _ASSEMBLY.finditer(text):
        told = match[1].isdigit()  # without a session nobody can look it up: it is called as the guide does
        result.setdefault(match[0].strip() if told else f"A/RES/{match[1]}", None)
    return tuple(result.items())


def _spelled(symbol: str, bracket: str) -> tuple[str, int | None]:
    """A symbol and its year. The bracket is part of a Council's or an early Assembly's symbol only."""
    inside = bracket.strip(" ()")
    year = int(inside) if inside.isdigit() else None
    if inside and (symbol.startswith("S/RES") or not inside.isdigit()):
        symbol = f"{symbol} ({inside})"
    return symbol, year


def titles(text: str) -> Iterator[tuple[str, int | None]]:
    """Yield the instruments that `text` names by title with a year beside it: "... Convention (1951)"."""
    tokens = _TOKEN.findall(text)
    for at, token in enumerate(tokens):
        if token.lower() in _NOUNS and token[0].isupper():
            start, end = _span(tokens, at)
            words = tokens[start:end]
            year = _year_beside(tokens, start, end)
            if len(words) >= 2 and year and words[0].lower() not in ("articles", "article"):
                yield " ".join(words), year


def _chapter(rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[Instrument]:
    inside = False
    for at, row in enumerate(rows):
        heading = found.get(at)
        if heading is None:
            continue
        if heading.role == "actions":
            inside = True
        elif heading.level == 1 or heading.role in ("positions", "references", "guiding"):
            inside = False
        elif inside and set(fold(heading.title).split()) & _NOUNS and not heading.title.endswith("?"):
            yield _of_heading(rows, found, at, row, heading)


def _of_heading(
    rows: Sequence[Row], found: Mapping[int, Heading], at: int, row: Row, heading: Heading
) -> Instrument:
    below = at + 1
    text = [heading.title]
    while below < len(rows) and below not in found and below < at + 40:
        text.append(rows[below].text[:5000])
        below += 1
    marks = symbols(" ".join(text))
    year = _YEAR.search(heading.title)
    title = re.sub(r"\s*\((?:1[89]|20)\d\d\)\.?$", "", heading.title).rstrip(". ")
    return Instrument(title, marks[0][0] if marks else None, int(year[1]) if year else None, row.number)


def _prose(rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[Instrument]:
    for number, text in _paragraphs(rows, found):
        for symbol, year in symbols(text):
            yield Instrument(symbol, symbol, year, number)
        if _YEAR.search(text):
            for title, named_year in titles(text):
                yield Instrument(title, None, named_year, number)


def _paragraphs(rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[tuple[int, str]]:
    listing, number, words = False, 0, list[str]()
    for at, row in enumerate(rows):
        if heading := found.get(at):
            listing = heading.role == "references"
        if words and (row.gap or row.bullet or at in found):
            yield number, " ".join(words)
            words = []
        if not (row.contents or listing):
            number = number if words else row.number
            words.append(row.text)
    if words:
        yield number, " ".join(words)


def _span(tokens: Sequence[str], at: int) -> tuple[int, int]:
    start = at
    while start > 0 and at - start < 14 and _belongs(tokens[start - 1]):
        start -= 1
    end = at + 1
    while end < len(tokens) and end - at < 16 and _belongs(tokens[end]):
        end += 1
    while start < at and (tokens[start].lower() in _LINKS or tokens[start].isdigit()):
        start += 1
    while end > at + 1 and tokens[end - 1].lower() in _LINKS:
        end -= 1
    return start, end


def _belongs(token: str) -> bool:
    return token[0].isupper() or token.lower() in _LINKS


def _year_beside(tokens: Sequence[str], start: int, end: int) -> int | None:
    if (
        tokens[end : end + 1] == ["("]
        and tokens[end + 2 : end + 3] == [")"]
        and _YEAR.fullmatch(tokens[end + 1])
    ):
        return int(tokens[end + 1])
    before = tokens[start - 1] if start else ""
    return int(before) if _YEAR.fullmatch(before) else None


def _title_key(title: str) -> str:
    words = [w for w in _YEAR.sub("", fold(title)).split() if w not in _LINKS]
    return " ".join(words)
