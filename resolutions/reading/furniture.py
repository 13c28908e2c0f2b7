"""Furniture of the page: its numbers, headers and symbols are taken out of the middle of a text."""

import re
from collections import Counter

from resolutions.findings import Finding
from resolutions.reading.lines import Raw

_PAGE_NUMBER = re.compile(
    r"(?:page|página|pág\.|p\.)\s*\d{1,3}(?:\s*(?:of|/|de|sur)\s*\d{1,3})?|\d{1,3}\s*(?:/|of)\s*\d{1,3}"
    r"|[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}|\*\d{7,8}\*"
    # the job number of a document of the United Nations
    r"|(?:\d{1,3}/\d{1,3}\s+)?\d{2}-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{1,3}/\d{1,3}|\s+\d{6})?(?:\s+\*\d{7,8}\*)?",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[A-Z][A-Z.\d]{0,9}(?:/[\w.]{1,12}){2,6}(?:\s*\*)?(?:\s+(?:page\s+)?\d{1,3})?")
_ENDS_CLAUSE = (",", ";", ":", ".")
_LONGEST_FURNITURE = 100


def without_furniture(lines: list[Raw]) -> tuple[list[Raw], list[Finding]]:
    """Leave out page numbers, repeated headers and symbols in the middle of the text."""
    alike: dict[str, Counter[str]] = {}
    for line in lines:
        if line.bare:
            alike.setdefault(_alike(line), Counter())[line.bare] += 1
    times = {key: (counts.total(), len(counts)) for key, counts in alike.items()}
    beside = _beside_page_numbers(lines, times)
    seen: set[str] = set()
    kept: list[Raw] = []
    left_out = 0
    for at, line in enumerate(lines):
        key = _alike(line)
        again = key in seen
        seen.add(key)
        _, _, last = key.rpartition(" ")
        if "/" in last:  # the masthead has the symbol at its right, later pages have it alone
            seen.add(last)
        furniture = at in beside or _is_furniture(lines, at, times.get(key, (0, 0)), again)
        if line.text != "\x0c" and not furniture:
            kept.append(line)
        else:
            left_out += line.text != "\x0c"
            _close_gap(kept)
    said = [Finding("furniture", "info", values={"count": left_out})] if left_out else []
    return _without_doubled_gaps(kept), said


def _beside_page_numbers(lines: list[Raw], times: dict[str, tuple[int, int]]) -> set[int]:
    """Give the places of lines that stand twice or more, each time beside one that counts the pages."""
    counting = {
        at for at, line in enumerate(lines) if _counts_pages(line.bare, times.get(_alike(line), (0, 0)))
    }
    places: dict[str, list[int]] = {}
    for near in sorted({at + step for at in counting for step in (-1, 1)} - counting):
        if 0 <= near < len(lines) and 0 < len(lines[near].bare) < _LONGEST_FURNITURE:
            places.setdefault(lines[near].bare, []).append(near)
    often = Counter(line.bare for line in lines)
    return {
        at
        for bare, found in places.items()
        if len(found) > 1 and len(found) == often[bare] and not bare.endswith(_ENDS_CLAUSE)
        for at in found
    }


def _counts_pages(bare: str, alike: tuple[int, int]) -> bool:
    """Whether a line differs from others of the text in its last figure, or that of its page, alone."""
    if not bare[:1].isupper() or ":" in bare or alike[0] < 2 or alike[0] != alike[1]:
        return False
    return bool(re.search(r"\d$|\bpage \d", bare, re.IGNORECASE))


def _alike(line: Raw) -> str:
    return re.sub(r"\d+", "#", " ".join(line.bare.split()))


def _is_furniture(lines: list[Raw], at: int, alike: tuple[int, int], again: bool) -> bool:
    """Whether a line belongs to the page: ``alike`` is how many lines differ from it in figures at most, and
    how many of them are different.
    """
    bare = lines[at].bare
    if not bare or len(bare) > _LONGEST_FURNITURE:
        return False
    if _PAGE_NUMBER.fullmatch(bare):
        return not bare.isdecimal() or any(_is_edge(line) for line in _around(lines, at))
    if _SYMBOL.fullmatch(bare):
        return again
    if alike[0] < 2 or bare.endswith(_ENDS_CLAUSE) or not bare[:1].isupper() or ":" in bare:
        return False
    around = _around(lines, at)
    of_a_page = any(line is not None and line.bare and _is_edge(line) for line in around)
    return _counts_pages(bare, alike) or (again and (of_a_page or all(map(_is_edge, around))))


def _around(lines: list[Raw], at: int) -> tuple[Raw | None, Raw | None]:
    return (lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None)


def _is_edge(line: Raw | None) -> bool:
    """Whether a line is empty, none at all, or a page number or symbol."""
    if line is None or not line.bare:
        return True
    bare = line.bare
    return len(bare) < _LONGEST_FURNITURE and bool(_PAGE_NUMBER.fullmatch(bare) or _SYMBOL.fullmatch(bare))


def _close_gap(kept: list[Raw]) -> None:
    """A page that ends within a clause leaves no gap there."""
    last = next((line for line in reversed(kept[-4:]) if line.bare), None)
    if last is not None and not last.bare.endswith(_ENDS_CLAUSE):
        while kept and not kept[-1].bare:
            kept.pop()
        kept.append(Raw(last.number, "\x0c"))


def _without_doubled_gaps(lines: list[Raw]) -> list[Raw]:
    """Where a clause runs over a page's end (marked by a form feed), the empty lines behind it go too."""
    kept: list[Raw] = []
    joining = False
    for line in lines:
        if line.text == "\x0c":
            joining = True
        elif line.bare or not joining:
            joining = False
            kept.append(line)
    return kept
