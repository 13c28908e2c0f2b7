"""Opening phrases: the lists in phrases.toml, recognising one at the start of a clause, and type-ahead."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from resolutions.clauses import Part

_LONGEST_SEARCHED = 300  # no opening is longer; the rest of a pasted text need not be looked at


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of each part, adverbs that combine, prepositions that may be missing, reserved phrases."""

    preambular: tuple[str, ...]
    operative: tuple[str, ...]
    adverbs: tuple[str, ...]
    prepositions: tuple[str, ...]
    reserved: tuple[str, ...]

    def of(self, part: Part) -> tuple[str, ...]:
        """Give the phrases of one part."""
        return self.preambular if part == "preambular" else self.operative


@cache
def phrases() -> Phrases:
    """Give the packaged lists (rules.md section D); read once."""
    data = tomllib.loads(files("resolutions").joinpath("phrases.toml").read_text(encoding="utf-8"))
    return Phrases(**{name: tuple(words) for name, words in data.items()})


def split_opening(text: str, part: Part) -> tuple[str, str]:
    """Split a clause into its opening phrase and the rest; the opening is empty when none is known.

    The longest phrase wins, letters' case does not matter, adverbs may stand before or behind it ("Further
    requests", "Requests also"), and its preposition may be missing. Both are given as written in ``text``.
    """
    match = _pattern(part).match(text, 0, _LONGEST_SEARCHED)
    if match is None:
        return "", text.strip()
    return text[: match.end()].strip(), text[match.end() :].strip()


def part_opened(text: str) -> Part | None:
    """Say which part's phrase a line opens with; None when it opens with none, or with both."""
    lengths: dict[Part, int] = {
        part: len(split_opening(text, part)[0]) for part in ("preambular", "operative")
    }
    if lengths["preambular"] == lengths["operative"]:
        return None
    return "preambular" if lengths["preambular"] > lengths["operative"] else "operative"


def suggest(start: str, part: Part, most: int = 8) -> tuple[str, ...]:
    """Give up to ``most`` phrases of a part that begin with ``start``, then those with a word that does."""
    typed = start.casefold().strip()
    known = phrases().of(part)
    first = [p for p in known if p.casefold().startswith(typed)]
    inside = [p for p in known if p not in first and f" {typed}" in f" {p.casefold()}"]
    return tuple([*first, *inside][:most])


@cache
def _pattern(part: Part) -> re.Pattern[str]:
    lists = phrases()
    forms = set(lists.of(part)) | {_bare(p, lists.prepositions) for p in lists.of(part)}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    phrase = "|".join(_spaced(form) for form in longest_first)
    adverb = "|".join(_spaced(word) for word in lists.adverbs)
    return re.compile(rf"\s*(?:(?:{adverb})\s+)*(?:{phrase})(?:\s+(?:{adverb}))*(?!\w)", re.IGNORECASE)


def _bare(phrase: str, prepositions: tuple[str, ...]) -> str:
    words = phrase.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in prepositions else phrase


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())
