"""Finds which states and delegations a text speaks of, by name or by a safe demonym ("Haitian")."""

from __future__ import annotations

from collections.abc import Sequence

from delegations.countries import Country, by_demonym, longest_name
from delegations.names import fold

_LONGEST_TEXT = 2_000_000
_EDGES = "\"'“”‘’()[].,;:!?*—–-"


def countries_in(text: str) -> tuple[Country, ...]:
    """Return the countries that `text` names, each once, in the order of their first mention.

    Only words with a capital count, so that "turkey" and "us" are none; "Haitians" counts as "Haitian".
    """
    words = text[:_LONGEST_TEXT].replace("—", " ").replace("/", " ").split()
    found: dict[str, Country] = {}
    at = 0
    while at < len(words):
        length, country = _country_at(words, at)
        if country:
            found.setdefault(country.display, country)
        at += length
    return tuple(found.values())


def bodies_in(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return those of `names` (NGOs, organisations, persons) that stand in `text` as whole words."""
    folded = f" {fold(text[:_LONGEST_TEXT])} "
    return tuple(name for name in names if fold(name) and f" {fold(name)} " in folded)


def _country_at(words: Sequence[str], at: int) -> tuple[int, Country | None]:
    word = words[at].lstrip(_EDGES)
    if not word[:1].isupper():
        return 1, None
    # "Haiti's" is "Haiti", and "U.S." keeps its dots.
    window = [_bare(piece) for piece in words[at : at + 9]]
    if found := longest_name(window, 0):
        return found
    return 1, by_demonym(window[0])


def _bare(word: str) -> str:
    bare = word.strip(_EDGES)
    return bare[:-2] if bare.endswith(("'s", "’s")) else bare
