"""Finds what belongs to the page and not to the text: page numbers, running headers, contents, notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from delegations.countries import lookup
from delegations.names import fold

_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|pg\.?|p\.)?\s{0,3}(?:\d{1,3}|[ivxlc]{1,6})(?:\s{0,2}(?:of|/|\|)\s{0,2}\d{1,3})?\W{0,3}",
    re.I,
)
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_PAGE_AT_END = re.compile(r"[\s.…_\t]\d{1,3}$")
_FOOTNOTE = re.compile(r"\[?\d{1,3}[\].]?\s+\S")
_SOURCE_WORDS = ("http", "www.", "ibid", "accessed", "doi", "retrieved", " pp. ")
_LABELS = frozenset(("position", "stance", "background", "country", "topic"))


def is_page_number(text: str) -> bool:
    """Return whether `text` is only a page number: "12", "Page 3 of 20", "iv"."""
    return len(text) < 24 and _PAGE_NUMBER.fullmatch(text.strip()) is not None


def running_lines(lines: Sequence[tuple[int, int, str]]) -> set[int]:
    """Return the numbers of lines that are a running header or footer.

    `lines` are (number, page, text). A short line is one when it stands, but for its digits, at least three
    times (on three pages, where pages are known) and names no country; the first on the cover is kept.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, page, text in lines:
        if len(text) <= 100 and "\t" not in text and (key := _without_digits(text)):
            places[key].append((number, page))
    paged = bool(lines) and lines[-1][1] > 1
    running: set[int] = set()
    for key, seen in places.items():
        pages = len({page for _, page in seen}) if paged else len(seen)
        if pages >= 3 and key not in _LABELS and not lookup(key).is_country and not _is_list_item(key):
            running.update(number for number, page in seen if not _on_cover(number, page, paged, seen))
    return running


def contents_lines(texts: Sequence[str], styles: Sequence[str]) -> set[int]:
    """Return which of `texts` (by index) belong to a table of contents.

    A contents page begins with its heading and goes on while lines end in a page number, or stand again
    later in the guide. Lines with dot leaders and a page number are contents wherever they stand.
    """
    found = {at for at, style in enumerate(styles) if style == "toc"}
    found |= {at for at, text in enumerate(texts) if _LEADER.search(text) and _PAGE_AT_END.search(text)}
    later = Counter(fold(text) for text in texts if len(text) < 200)
    inside, misses = False, 0
    for at, text in enumerate(texts):
        folded = fold(text) if len(text) < 200 else ""
        later[folded] -= 1
        if folded in ("contents", "table of contents", "index"):
            inside, misses = True, 0
            found.add(at)
        elif inside:
            belongs = bool(folded) and (bool(_PAGE_AT_END.search(text)) or later[folded] > 0)
            misses = 0 if belongs else misses + 1
            inside = misses <= 1 and (belongs or len(text) < 80)
            if belongs:
                found.add(at)
    return found


def is_footnote(text: str) -> bool:
    """Return whether `text` is a note at the foot of a page: a number, then a source."""
    if not _FOOTNOTE.match(text):
        return False
    lowered = text[:400].lower()
    return any(word in lowered for word in _SOURCE_WORDS)


def title_of_contents_line(text: str) -> str:
    """Return the title in a line of the contents, without number, leaders and page."""
    title = _PAGE_AT_END.sub("", _LEADER.split(text)[0].strip())
    return title.strip(" \t.…_")


def _without_digits(text: str) -> str:
    return " ".join("".join(" " if char.isdigit() else char for char in fold(text)).split())


def _is_list_item(key: str) -> bool:
    return len(key) < 4


def _on_cover(number: int, page: int, paged: bool, seen: list[tuple[int, int]]) -> bool:
    return number == seen[0][0] and (page == 1 if paged else number <= 40)
