"""Opening phrases: the lists in phrases.toml, recognising one at the start of a clause, and type-ahead."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Literal, get_args

from resolutions.clauses import Part

Language = Literal["en", "es", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_LINES_ASKED = 120  # for the language of a text
_LONGEST_SEARCHED = 300  # no opening is longer; the rest of a pasted text need not be looked at
_MISREAD = str.maketrans({"1": "l", "0": "o", "|": "l", "5": "s"})  # what scanners make of letters


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language: those of each part, what combines with them, and which are special.

    ``adverbs`` stand before or behind a phrase, ``degrees`` inside one, ``prepositions`` may be missing or,
    as ``contracted`` says, be one word with the article behind them.
    ``pairs`` are the same verb in the preamble and in the operative part. ``reserved`` phrases belong to the
    Security Council by convention, except those that begin as ``not_reserved`` says. ``closing`` is the
    customary last clause: in any other committee, and in the Security Council. ``addressed`` phrases name
    somebody, ``persons`` are words of the first and second person, ``never_short`` gives what an abbreviation
    stands for, ``months`` and ``numbers`` are the words for them. A verb that no list has is known by its
    end (``verb_ends``) and by what follows it (``verb_followed_by``, anything where that is empty); what ends
    so and is no verb is in ``no_verbs``, or known by its own end (``no_verb_ends``).
    ``sources`` says where the lists come from.
    """

    sources: tuple[str, ...]
    preambular: tuple[str, ...]
    operative: tuple[str, ...]
    adverbs: tuple[str, ...]
    degrees: tuple[str, ...]
    prepositions: tuple[str, ...]
    contracted: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    reserved: tuple[str, ...]
    not_reserved: tuple[str, ...]
    closing: tuple[str, str]
    addressed: tuple[str, ...]
    persons: tuple[str, ...]
    never_short: tuple[tuple[str, str], ...]
    months: tuple[str, ...]
    numbers: tuple[str, ...]
    verb_ends: tuple[str, ...]
    verb_followed_by: tuple[str, ...]
    no_verb_ends: tuple[str, ...]
    no_verbs: tuple[str, ...]

    def of(self, part: Part) -> tuple[str, ...]:
        """Give the phrases of one part."""
        return self.preambular if part == "preambular" else self.operative


@cache
def phrases(language: Language = "en") -> Phrases:
    """Give the packaged lists of one language (rules reference, section D for English); read once."""
    data = tomllib.loads(files("resolutions").joinpath("phrases.toml").read_text(encoding="utf-8"))[language]
    lists = {name: tuple(words) for name, words in data.items()}
    pairs = {
        name: tuple(tuple(pair) for pair in data[name]) for name in ("pairs", "never_short", "contracted")
    }
    return Phrases(**{**lists, **pairs})


def split_opening(text: str, part: Part, language: Language = "en") -> tuple[str, str]:
    """Split a clause into its opening phrase and the rest; the opening is empty when none is known.

    The longest phrase wins, letters' case does not matter, adverbs may stand before or behind it ("Further
    requests", "Requests also"), and its preposition may be missing. Both are given as written in ``text``.
    """
    match = _pattern(part, language).match(text, 0, _LONGEST_SEARCHED)
    if match is None:
        return "", text.strip()
    return text[: match.end()].strip(), text[match.end() :].strip()


def split_scanned(text: str, part: Part, language: Language = "en") -> tuple[str, str]:
    """Split as ``split_opening`` does, and mend an opening in which a scanner took letters for figures."""
    opening, rest = split_opening(text, part, language)
    if opening or text[:1].isdigit() or not any(mark in text[:40] for mark in "015|"):
        return opening, rest
    mended = text.translate(_MISREAD)
    opening, rest = split_opening(mended, part, language)
    return (opening, text[len(mended) - len(rest) :]) if opening else ("", text.strip())


def part_opened(text: str, language: Language = "en") -> Part | None:
    """Say which part's phrase a line opens with; None when it opens with none, or with both."""
    lengths: dict[Part, int] = {
        part: len(split_scanned(text, part, language)[0]) for part in ("preambular", "operative")
    }
    if lengths["preambular"] == lengths["operative"]:
        return None
    return "preambular" if lengths["preambular"] > lengths["operative"] else "operative"


def language_of(lines: Iterable[str]) -> Language:
    """Say in which language most of the first lines open with a phrase; English when none does so more."""
    opened = dict.fromkeys(LANGUAGES, 0)
    for line in islice(filter(None, lines), _LINES_ASKED):
        for language in LANGUAGES:
            opened[language] += part_opened(line, language) is not None
    return max(LANGUAGES, key=lambda language: opened[language])


def suggest(start: str, part: Part, most: int = 8, language: Language = "en") -> tuple[str, ...]:
    """Give up to ``most`` phrases of a part that begin with ``start``, then those with a word that does."""
    typed = start.casefold().strip()
    known = phrases(language).of(part)
    first = [p for p in known if p.casefold().startswith(typed)]
    inside = [p for p in known if p not in first and f" {typed}" in f" {p.casefold()}"]
    return tuple([*first, *inside][:most])


def opens_with(text: str, known: Sequence[str], language: Language = "en") -> str:
    """Give the longest of ``known`` that a text begins with, adverbs before it apart; "" when none."""
    longest_first = tuple(sorted(known, key=len, reverse=True))
    match = _one_of(longest_first, language).match(text, 0, _LONGEST_SEARCHED)
    # The group says which phrase it was: letters such as "ı" match an "i" and are none.
    return longest_first[match.lastindex - 1] if match and match.lastindex else ""


@cache
def _one_of(known: tuple[str, ...], language: Language) -> re.Pattern[str]:
    adverb = "|".join(_spaced(word) for word in phrases(language).adverbs)
    phrase = "|".join(f"({_spaced(one)})" for one in known)
    return re.compile(rf"(?:(?:{adverb})\s+)*(?:{phrase})(?!\w)", re.IGNORECASE)


@cache
def _pattern(part: Part, language: Language) -> re.Pattern[str]:
    lists = phrases(language)
    forms = set(lists.of(part)) | {_bare(p, lists.prepositions) for p in lists.of(part)}
    forms |= {
        f"{p.removesuffix(one)}{two}" for p in forms for one, two in lists.contracted if p.endswith(one)
    }
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    degree = "|".join(lists.degrees)
    adverb = "|".join(_spaced(word) for word in lists.adverbs)
    between = rf"\s+(?:(?:{degree}|{adverb})\s+){{0,2}}"
    phrase = "|".join(_spaced(form, between) for form in longest_first)
    return re.compile(rf"\s*(?:(?:{adverb})\s+)*(?:{phrase})(?:\s+(?:{adverb}))*(?!\w)", re.IGNORECASE)


def _bare(phrase: str, prepositions: tuple[str, ...]) -> str:
    words = phrase.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in prepositions else phrase


def _spaced(words: str, between: str = r"\s+") -> str:
    return between.join(re.escape(word).replace("'", "['’]") for word in words.split())
