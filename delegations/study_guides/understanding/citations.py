"""In-text citations ("Pierce & Selee, 2017") and the entries of the reference list that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from delegations.names import fold
from delegations.study_guides.guide import Citation

_BRACKET = re.compile(r"\(([^()]{4,400})\)")
_YEAR_AT_END = re.compile(r"(?:\b((?:18|19|20)\d\d)([a-z])?|\bn\.d\.)(?:,\s*pp?\.\s*[\d–-]{1,12})?$")
_YEAR = re.compile(r"\(((?:18|19|20)\d\d)([a-z])?(?:[,;\s][^()]{0,40})?\)|\(n\.d\.\)|\b((?:19|20)\d\d)\b")
_ACRONYM = re.compile(
    r"((?:[A-Z][\w.'’-]*|of|the|and|for|on|in|&|to|de|des)(?: (?:[A-Z][\w.'’-]*|of|the|and|for|on|in"
    r"|&|to|de|des)){1,11}) [(\[]([A-Z][A-Za-z]{1,9})[)\]]"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the reference list: its whole text, the folded words before its year, and its year.

    `letter` stands behind the year where an author has several entries of one year: "2023b".
    """

    text: str
    authors: str
    year: str
    letter: str = ""


def in_text(text: str) -> tuple[str, ...]:
    """Return the author-year citations in `text`, each once, without brackets: "IOM, 2024"."""
    found: dict[str, None] = {}
    for bracket in _BRACKET.finditer(text):
        for part in bracket[1].split(";"):
            cited = part.strip()
            if _YEAR_AT_END.search(cited) and cited[:1].isalpha() and _author(cited):
                found[cited] = None
    return tuple(found)


def resolve(
    cited: Iterable[str], entries: Sequence[Reference], acronyms: Mapping[str, str]
) -> tuple[Citation, ...]:
    """Return each citation with the entry that has its first author and year, where there is one.

    Of several entries of one year the one with the citation's letter is meant ("IOM, 2023b").
    """
    return tuple(Citation(text, _entry(text, entries, acronyms)) for text in cited)


def other_years(cited: str, entries: Sequence[Reference], acronyms: Mapping[str, str]) -> tuple[str, ...]:
    """Return the years under which the cited author does stand in the list."""
    names = _author_names(cited, acronyms)
    return tuple(
        dict.fromkeys(e.year + e.letter for e in entries if e.year and _same_author(names, e.authors))
    )


def parsed(texts: Iterable[str]) -> list[Reference]:
    """Return the reference list with authors and years told apart."""
    result: list[Reference] = []
    for text in texts:
        year = _YEAR.search(text)
        before = text[: year.start()] if year else text[:120]
        when = (year[1] or year[3] or "nd") if year else ""
        result.append(Reference(text, fold(before[:300]), when, (year[2] or "") if year else ""))
    return result


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """Return the acronyms that a guide explains: {"iom": "international organization for migration"}."""
    found: dict[str, str] = {}
    for text in texts:
        if "(" in text or "[" in text:
            for match in _ACRONYM.finditer(text[:20000]):
                long = _spelled_out(match[1], match[2])
                if long:
                    found.setdefault(fold(match[2]), fold(long))
    return found


def _spelled_out(words: str, acronym: str) -> str:
    """The shortest end of `words` whose capitals begin with the acronym's first letter and are enough."""
    parts = words.split()
    letters = [c for c in acronym if c.isupper()]
    for start in range(len(parts) - 1, -1, -1):
        capitals = [p[0] for p in parts[start:] if p[0].isupper()]
        if len(capitals) >= len(letters) - 1 and capitals[:1] == letters[:1]:
            return " ".join(parts[start:])
    return ""


def _author(cited: str) -> str:
    return cited.rpartition(",")[0].strip() or _YEAR_AT_END.sub("", cited).strip()


def _entry(cited: str, entries: Sequence[Reference], acronyms: Mapping[str, str]) -> str | None:
    year = _YEAR_AT_END.search(cited)
    wanted = (year[1] or "nd") if year else ""
    letter = (year[2] or "") if year else ""
    names = _author_names(cited, acronyms)
    meant = [one for one in entries if one.year == wanted and _same_author(names, one.authors)]
    if letter:
        meant = [one for one in meant if one.letter == letter] or [one for one in meant if not one.letter]
    return meant[0].text if meant else None


def _author_names(cited: str, acronyms: Mapping[str, str]) -> tuple[str, ...]:
    author = _author(_YEAR_AT_END.sub("", cited).rstrip(" ,") + ", 0")
    first = author.split(" et al")[0].split("&")[0].split(" and ")[0] if "[" not in author else author
    whole = fold(author.partition("[")[0])
    folded = fold(first.partition(",")[0].partition("[")[0])
    names = {folded, whole, acronyms.get(folded, folded), acronyms.get(whole, whole)}
    names |= {name.replace("us ", "united states ", 1) for name in names if name.startswith("us ")}
    # "UN General Assembly" and "United Nations General Assembly" are one author, and "IOM" its long name.
    names |= {short for short, long in acronyms.items() if long in names}
    return tuple(name for name in names if len(name) > 1)


def _same_author(names: Iterable[str], authors: str) -> bool:
    bare = authors.split(" ", 1)[1] if authors[:1].isdigit() and " " in authors else authors
    return any(bare == name or bare.startswith(name + " ") for name in names)
