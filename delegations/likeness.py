"""How alike texts are: the words that they use, weighed by how few of them use a word (TF-IDF, cosine).

Words are counted in one form for their endings; a country that is named counts as that country, and words
that only name one do not count besides.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from delegations.countries import countries, names_of
from delegations.mentions import countries_in
from delegations.names import fold

_WORD = re.compile(r"[a-z]{3,}")
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ies|ers?|ed|es|s|y|e|ians?|ans?)$")
_COMMON_WORDS = """
    a about above across after against all also although among and any are around because been before
    being between both but can cannot certain could did does doing down during each either especially even
    every few for from further had has have having her here his how however into its itself just like made
    main mainly make makes many may more most much must nor not often one only other others our out over own
    particularly same several shall she should since some such than that the their them then there these they
    this those through thus too under until upon very was well were what when where whether which while who
    whose why will with within without would yet you your country countries state states government position
    including towards toward while both two three has been
"""
_COMMON = frozenset(_COMMON_WORDS.split())
KEPT = 4096


@dataclass(frozen=True, slots=True)
class Words:
    """The counted words of one text: how often each stands there, and how it was spelled."""

    counts: Counter[str]
    spelled: Mapping[str, str] = field(repr=False)


@lru_cache(maxsize=KEPT)
def words_of(text: str) -> Words:
    """Return the words of `text` that count."""
    spelled: dict[str, str] = {}
    words = [w for w in _WORD.findall(fold(text)) if w not in _COMMON and w not in _words_of_names()]
    for word in words:
        spelled.setdefault(stem(word), word)
    named = {f"@{country.display}": country.short_name for country in countries_in(text)}
    spelled.update(named)
    return Words(Counter([*map(stem, words), *named]), spelled)


def weights_of(texts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Return the weight of each word of each text: more for words that few of the texts use."""
    used = Counter(word for words in texts.values() for word in words)
    return {key: weighed(words, used, len(texts)) for key, words in texts.items()}


def weighed_texts(texts: Mapping[str, str], least: int) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
    """Return the words of each text with their weight, by its key, and how the words are spelled.

    A text with fewer than `least` counted words is left out.
    """
    words = {key: words_of(text) for key, text in texts.items()}
    spelled: dict[str, str] = {}
    for one in words.values():
        spelled = {**one.spelled, **spelled}
    return weights_of({key: one.counts for key, one in words.items() if one.counts.total() >= least}), spelled


def weighed(words: Counter[str], used: Mapping[str, int], total: int) -> dict[str, float]:
    """Return the words of one text with weights of length 1.

    `used` says how many of `total` texts use a word; one that none of them uses counts as if one did.
    """
    raw = {
        word: (1 + math.log(n)) * math.log((1 + total) / (used.get(word) or 1)) for word, n in words.items()
    }
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how alike two weighed texts are, 0 to 1."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def stem(word: str) -> str:
    """Return a folded word without its usual English ending, British and American spelling alike."""
    bare = _ENDINGS.sub("", word)
    if len(bare) < 4:
        return word
    if len(bare) > 4 and bare[-1] == bare[-2] and bare[-1] not in "aeious":
        bare = bare[:-1]
    return bare.replace("z", "s")


@cache
def _words_of_names() -> frozenset[str]:
    """Words that only name a country, which is counted as such: "Honduras", "Hondurans", "United"."""
    names = [name for country in countries() for name in (*names_of(country), *country.demonyms)]
    return frozenset(word + end for name in names for word in fold(name).split() for end in ("", "s"))
