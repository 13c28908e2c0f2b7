"""Finds what belongs to the page and not to the text: page numbers, running headers, contents, notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from delegations.countries import lookup
from delegations.names import fold
from delegations.study_guides.understanding.roles import role_of

_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|pg\.?|p\.)?\s{0,3}(?:\d{1,3}|[ivxlc]{1,6})(?:\s{0,2}(?:of|/|\|)\s{0,2}\d{1,3})?\W{0,3}",
    re.I,
)
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_PAGE_AT_END = re.compile(r"[\s.…_\t]\d{1,3}$")
_FOOTNOTE = re.compile(r"\[?\d{1,3}[\].]?\s+\S")
_SOURCE_WORDS = ("http", "www.", "ibid", "accessed", "doi", "retrieved", " pp. ")
_SOURCE = re.compile(
    r"\b(?:1[5-9]|20)\d\d[a-z]?\b|https?:|www\.|\bdoi\b|\bibid\b|\bISBN\b|\b(?:n\.d|s\.f|pp|vol)\.|\bVol\."
    r"|\b(?:[Aa]ccessed|[Rr]etrieved|[Rr]ecuperado|[Cc]onsulté)\b"
)
_FOOT = re.compile(
    r"(?P<beside>.{2,80}?)(?P<mark>\s*[–—|·•/\t]\s*|\s-\s|\s)"
    r"(?P<word>(?:page|pg\.?|p\.|página|pág\.?|seite)\s)?\s?(?P<number>\d{1,3})(?:\s?(?:/|of|de|sur|von)\s?\d{1,3})?",
    re.IGNORECASE,
)
_FOOT_NUMBER_FIRST = re.compile(
    r"(?P<word>(?:page|página|seite)\s)?(?P<number>\d{1,3})(?:\s?(?:/|of|de)\s?\d{1,3})?(?P<mark>\s?[–—|·•\t]\s?)(?P<beside>.{2,80})",
    re.IGNORECASE,
)
_OF_A_GUIDE = re.compile(
    r"\b(?:\w*MUN\w*|MNU|Model (?:United Nations|UN)|MODEL UNITED NATIONS|Modelo de|MODELO DE)\b"
    r"|(?i:\b(?:study|background|delegate|chair|topic|committee) guide\b|\bgu[ií]a de|\bguide d)"
)
_LONGEST_FOOT = 90
_COVER = 3
_LABELS = frozenset((
    "position", "positions", "stance", "stances", "policy", "background", "country", "countries", "topic",
    "name", "delegation", "stakeholder", "pais", "postura", "posicion", "pays",
))  # fmt: skip
_CONTENTS = frozenset((
    "contents", "table of contents", "index", "indice", "tabla de contenido", "tabla de contenidos",
    "contenido", "contenidos", "sommaire", "table des matieres", "sumario",
))  # fmt: skip
_CONFERENCE = re.compile(r"\bmodel united nations\b|\bmodel un\b|mun\b")
_EDGE = 3
_SHORTEST = 4
_MOST_TITLES = 5


def is_page_number(text: str) -> bool:
    """Return whether `text` is only a page number: "12", "Page 3 of 20", "iv"."""
    return len(text) < 24 and _PAGE_NUMBER.fullmatch(text.strip()) is not None


def feet(lines: Sequence[tuple[int, int, str, bool]]) -> set[int]:
    """Return the numbers of lines that name their page beside the guide or conference, seen even once.

    `lines` are (number, page, text, stands apart). "Lakeview MUN 3", "Background Guide — Page 1", "UNSC | 2":
    at the edge of a page, or apart from the text where pages are not known. A line that only says who holds
    the rights is one too.
    """
    edges = _edges(lines) if lines and lines[-1][1] > 1 else set()
    last = lines[-1][0] if lines else 0
    found: set[int] = set()
    for at, (number, page, text, apart) in enumerate(lines):
        if text.startswith(("©", "Copyright ©", "(c) 20")) and len(text) <= _LONGEST_FOOT:
            found.add(number)
        elif at < _COVER or len(text) > _LONGEST_FOOT or not (apart or number in edges or number == last):
            continue
        elif _names_its_page(text, page, at_end=number in edges or number == last):
            found.add(number)
    return found


def _names_its_page(text: str, page: int, *, at_end: bool) -> bool:
    match = _FOOT.fullmatch(text) or _FOOT_NUMBER_FIRST.fullmatch(text)
    if not match:
        return False
    if match["word"] or _OF_A_GUIDE.search(match["beside"]):
        return True
    return bool(match["mark"].strip()) and at_end and int(match["number"]) == page


def running_lines(lines: Sequence[tuple[int, int, str, bool]]) -> set[int]:
    """Return the numbers of lines that are a running header or footer.

    `lines` are (number, page, text, is marked as a heading). Where pages are known, a short line is one when
    it stands, but for its digits, among the first or last lines of three pages (of both, when there are
    two) and is no marked heading there. Without pages it must stand three times and be no chapter's title
    that two topics and the contents repeat. Names of countries are kept, and the first line on the cover.
    """
    paged = bool(lines) and lines[-1][1] > 1
    edges = _edges(lines) if paged else set()
    # A header may come last in the text of its page although it stands on top; then it is no title.
    cover = {number for number, page, *_ in lines[: 12 if paged else 40] if page == 1}
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, page, text, marked in lines:
        # Without pages a sentence that stands three times is more likely prose.
        at_edge = not marked and (number in edges if paged else not text.endswith((".", ",", ";")))
        if (
            at_edge
            and len(text) <= 100
            and not _is_cells(text, paged=paged)
            and (key := _without_digits(text))
        ):
            places[key].append((number, page))
    enough = 2 if paged and lines[-1][1] <= 3 else 3
    running: set[int] = set()
    for key, seen in places.items():
        often = len({page for _, page in seen}) if paged else len(seen)
        if (often >= enough or (often > 1 and _CONFERENCE.search(key))) and not _is_text(
            key, often, paged=paged
        ):
            kept = seen[0][0] if seen[0][0] in cover and role_of(key) is None else 0
            running.update(number for number, _ in seen if number != kept)
    return running


def _is_cells(text: str, *, paged: bool) -> bool:
    """Whether the line is a table's row or head rather than the left and right of a header."""
    if "\t" not in text:
        return False
    cells = [fold(cell) for cell in text.split("\t")]
    return not paged or any(cell in _LABELS or lookup(cell).is_country for cell in cells)


def _edges(lines: Sequence[tuple[int, int, str, bool]]) -> set[int]:
    """The numbers of the first and last lines of each page."""
    pages: dict[int, list[int]] = defaultdict(list)
    for number, page, *_ in lines:
        pages[page].append(number)
    return {number for on_page in pages.values() for number in (*on_page[:_EDGE], *on_page[-_EDGE:])}


def _is_text(key: str, often: int, *, paged: bool) -> bool:
    """Whether a repeated line is no furniture: a label, a country, a list's mark, a chapter's title."""
    if key in _LABELS or len(key) < _SHORTEST or lookup(key).is_country:
        return True
    return (often == 2 if paged else often <= _MOST_TITLES) and role_of(key) is not None


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
        if folded in _CONTENTS:
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


def is_source(text: str) -> bool:
    """Return whether `text` holds what sources are known by: a year, an address, pages, a day of reading."""
    return _SOURCE.search(text[:2000]) is not None


def title_of_contents_line(text: str) -> str:
    """Return the title in a line of the contents, without number, leaders and page."""
    title = _PAGE_AT_END.sub("", _LEADER.split(text)[0].strip())
    return title.strip(" \t.…_")


def _without_digits(text: str) -> str:
    return " ".join("".join(" " if char.isdigit() else char for char in fold(text)).split())
