"""States and territories by any name they go by; a name is matched exactly or not at all.

Likeness is used for suggestions only, which a person confirms: measured likeness calls "African
Union" the Central African Republic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from delegations.codes import by_code
from delegations.country_table import Country, by_iso2, countries, members, names_of
from delegations.formal_names import formal_parts, without_formal_beginning
from delegations.names import fold, is_acronym, without_footnote_marks
from delegations.organizations import body_kind
from delegations.readings import readings

__all__ = [
    "Country", "CountryMatch", "by_demonym", "by_iso2", "countries", "find", "longest_name", "lookup",
    "members", "named", "names_of",
]  # fmt: skip

Kind = Literal["state", "territory", "organization", "historic", "unknown"]
How = Literal["exact", "alias", "stripped", "ambiguous", "none"]

# Bare names that two states share. "Guinea" is not among them: it is the short name of one state,
# and its namesakes always carry their second word.
_SHARED_NAMES = {
    **dict.fromkeys(
        ("korea", "corea", "coree", "coreia"), ("Republic of Korea", "Democratic People's Republic of Korea")
    ),
    **dict.fromkeys(("congo", "kongo"), ("Democratic Republic of the Congo", "Republic of the Congo")),
    "virgin islands": ("British Virgin Islands", "United States Virgin Islands"),
}
_NEARLY_THE_SAME = 90
_FORMAL_READINGS = 24
_MOST_BRACKETS = 3  # a name with more is none


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """What a written name turned out to be; `how` says how surely."""

    name: str
    iso2: str | None = None
    display: str | None = None
    kind: Kind = "unknown"
    how: How = "none"
    suggestions: tuple[str, ...] = ()

    @property
    def is_country(self) -> bool:
        """Whether a state, territory or historic state was found."""
        return self.kind in ("state", "territory", "historic")


@lru_cache(maxsize=4096)
def find(name: str) -> CountryMatch:
    """Return the country that `name` stands for, or suggestions when none is certain.

    The order: the name as it stands (accents, case, punctuation, a leading "the" and footnote marks do
    not count); the name before or inside brackets, when both do not contradict each other; the name
    without "Republic of" and the like; its code. Bare "Korea" and "Congo" are ambiguous.
    """
    match = lookup(name)
    if match.is_country or match.suggestions:
        return match
    if match.kind == "unknown" and (country := by_code(name)):
        return _match(name, country, "alias")
    return _with_suggestions(match)


@lru_cache(maxsize=16384)
def lookup(name: str) -> CountryMatch:
    """Return what `find` returns, without suggestions by likeness: cheap enough for every line of a guide."""
    cleaned = without_footnote_marks(name)
    folded = fold(cleaned)
    if not folded or len(folded) > 120:
        return CountryMatch(name)
    if folded in _SHARED_NAMES:
        return CountryMatch(name, how="ambiguous", suggestions=_SHARED_NAMES[folded])
    if country := named(cleaned):
        exact = folded in (fold(country.display), fold(country.official))
        return _match(name, country, "exact" if exact else "alias")
    if country := _foreign().get(folded):
        return _match(name, country, "alias")
    if 0 < cleaned.count("(") <= _MOST_BRACKETS:
        return _bracketed(name, cleaned)
    if country := _formal(cleaned):
        return _match(name, country, "stripped")
    if (stripped := without_formal_beginning(folded)) and (match := _stripped(name, stripped)).how != "none":
        return match
    if country := _read(cleaned):
        return _match(name, country, "alias")
    return CountryMatch(name, kind="organization" if body_kind(cleaned) else "unknown")


def named(name: str) -> Country | None:
    """Return the country of which `name` is one of the listed names, else None.

    An acronym counts only in capitals: "US" is a state, "us" is not.
    """
    folded = fold(name)
    country = _index().get(folded)
    if country and folded in _acronyms() and not is_acronym(name):
        return None
    return country


def by_demonym(word: str) -> Country | None:
    """Return the country that a safe demonym means ("Haitian", "Haitians"), else None."""
    return _demonyms().get(fold(word))


def longest_name(words: Sequence[str], start: int) -> tuple[int, Country] | None:
    """Return how many of `words` from `start` on make the longest listed name, and its country.

    `words` are as written; punctuation glued to a word's end closes the name. None when no name starts
    there.
    """
    found: tuple[int, Country] | None = None
    tree = _beginnings()
    for end in range(start + 1, min(start + _longest() + 1, len(words)) + 1):
        piece = " ".join(words[start:end])
        folded = fold(piece)
        if country := named(piece):
            found = (end - start, country)
        if folded not in tree and folded not in ("", "the"):
            break
    return found


@cache
def _index() -> dict[str, Country]:
    index: dict[str, Country] = {}
    for country in countries():
        for name in names_of(country):
            index.setdefault(fold(name), country)
    return index


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(fold(n) for c in countries() for n in names_of(c) if is_acronym(n))


@cache
def _beginnings() -> frozenset[str]:
    parts = (name.split() for name in _index())
    return frozenset(" ".join(words[:n]) for words in parts for n in range(1, len(words) + 1))


@cache
def _longest() -> int:
    return max(len(name.split()) for name in _index())


@cache
def _demonyms() -> dict[str, Country]:
    index: dict[str, Country] = {}
    for country in countries():
        for demonym in country.demonyms:
            index.setdefault(fold(demonym), country)
            index.setdefault(fold(demonym) + "s", country)
    return index


@cache
def _foreign() -> dict[str, Country]:
    return {fold(name): country for country in countries() for name in country.foreign}


def _match(name: str, country: Country, how: How) -> CountryMatch:
    return CountryMatch(name, country.iso2, country.display, country.kind, how)


def _formal(name: str) -> Country | None:
    """The state of which `name` is a formal name in another language, by the words of the official one."""
    for short, needed in formal_parts(name):
        country = _index().get(short) or _foreign().get(short)
        if country and short not in _acronyms() and needed <= set(fold(country.official).split()):
            return country
    return None


def _officially(folded: str) -> Country | None:
    """The state that is called so but for words that its official name has too."""
    short = without_formal_beginning(folded) or ""
    country = _index().get(short)
    formal = set(folded.removesuffix(short).split()) - {"of", "the"}
    return country if country and formal <= set(fold(country.official).split()) else None


def _read(name: str) -> Country | None:
    """The state that all readings of an abbreviated or turned name mean, None when there are none or two."""
    before, comma, meant = name.partition(",")[0], "," in name, dict[str, Country]()
    for at, one in enumerate(readings(name)):
        country = _index().get(one) or _foreign().get(one)
        if country is None and at < _FORMAL_READINGS:
            country = _formal(one) or _officially(one)
        if country:
            meant[country.display] = country
            if comma and "republic" in one and (other := named(before)):
                meant[other.display] = other  # "China, Republic of" contradicts itself
    return meant.popitem()[1] if len(meant) == 1 else None


def _bracketed(name: str, cleaned: str) -> CountryMatch:
    before, _, rest = cleaned.partition("(")
    inside, _, after = rest.partition(")")
    outside = f"{before.strip()} {after.strip()}".strip()
    outer, inner = lookup(outside), lookup(inside)
    if not outer.is_country and (country := _read(f"{outside}, {inside}")):
        return _match(name, country, "alias")
    if inner.is_country and outer.how == "ambiguous" and inner.display in outer.suggestions:
        return CountryMatch(name, inner.iso2, inner.display, inner.kind, "stripped")
    if not outer.is_country:
        return CountryMatch(name, kind=outer.kind, how=outer.how, suggestions=outer.suggestions)
    if inner.is_country and inner.display != outer.display:
        names = (outer.display or "", inner.display or "")
        return CountryMatch(name, how="ambiguous", suggestions=names)
    how: How = "alias" if inner.is_country else "stripped"
    return CountryMatch(name, outer.iso2, outer.display, outer.kind, how)


def _stripped(name: str, stripped: str) -> CountryMatch:
    if stripped in _SHARED_NAMES:
        return CountryMatch(name, how="ambiguous", suggestions=_SHARED_NAMES[stripped])
    further = without_formal_beginning(stripped)  # "Delegation of the Kingdom of Spain"
    country = _index().get(stripped) or _foreign().get(stripped) or _index().get(further or "")
    if country and stripped not in _acronyms():
        return _match(name, country, "stripped")
    return CountryMatch(name)


def _with_suggestions(match: CountryMatch) -> CountryMatch:
    folded = fold(without_footnote_marks(match.name))[:80]
    folded = without_formal_beginning(folded) or folded
    if match.kind == "organization" or len(folded) < 4:
        return match
    near = process.extract(folded, list(_index()), scorer=fuzz.ratio, limit=6, score_cutoff=80)
    # Whoever misspells a name begins it rightly: "Hamas" is no misspelt "Bahamas".
    alike = [found for found, score, _ in near if found[0] == folded[0] or score >= _NEARLY_THE_SAME]
    names = dict.fromkeys(_index()[found].display for found in alike)
    return CountryMatch(match.name, kind=match.kind, how=match.how, suggestions=tuple(names)[:3])
