"""Full text search in a committee's texts: every word must be there, accents and case do not count.

An index of a few hundred texts fits in memory and answers in milliseconds, the same over every database.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from delegations.collection import Text
from delegations.likeness import stem
from delegations.names import fold

LONGEST_QUERY = 200
MOST_WORDS = 12
AROUND = 90
"""Characters of an excerpt on each side of its first hit."""
TITLE_COUNTS = 4
_RUN = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `hit` where it is a word that was looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that has every word, with its best paragraph (counted from 0) in pieces."""

    text: Text
    title: tuple[Piece, ...]
    paragraph: int
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    counts: Counter[str]
    length: int


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """What can be searched; made once for a committee's texts.

    `postings` says for each word in which texts (by their place) it stands, and how often; `vocabulary` are
    the words in order, so that all that begin alike stand together.
    """

    texts: Sequence[Text]
    lengths: Sequence[int] = field(init=False)
    postings: Mapping[str, Mapping[int, int]] = field(init=False, repr=False)
    vocabulary: Sequence[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        counted = [_count(text) for text in self.texts]
        postings: dict[str, dict[int, int]] = {}
        for place, one in enumerate(counted):
            for word, times in one.counts.items():
                postings.setdefault(word, {})[place] = times
        object.__setattr__(self, "lengths", tuple(one.length for one in counted))
        object.__setattr__(self, "postings", postings)
        object.__setattr__(self, "vocabulary", sorted(postings))


def search(index: Index, query: str, most: int = 30) -> tuple[Hit, ...]:
    """Return the texts that have every word of `query`, the best first, at most `most`.

    The guide's list of references comes last: it has nearly every word.

    A word finds its other forms too ("deportation", "deportees"); as it was typed it counts twice.
    """
    wanted = tuple(dict.fromkeys(fold(query[:LONGEST_QUERY]).split()))[:MOST_WORDS]
    if not wanted:
        return ()
    per_word = [_times(index, word) for word in wanted]
    scored = []
    for place in set(per_word[0]).intersection(*per_word[1:]):
        score = _score(index, [found[place] for found in per_word], [len(f) for f in per_word], place)
        text = index.texts[place]
        scored.append((text.kind == "sources", -score, place, text))
    return tuple(_hit(text, wanted) for *_, text in sorted(scored, key=lambda one: one[:3])[:most])


def pieces(text: str, wanted: Sequence[str]) -> tuple[Piece, ...]:
    """Return `text` cut at the words that `wanted` (folded) finds; joined again it is the same text."""
    cut: list[Piece] = []
    at = 0
    for run in _RUN.finditer(text):
        if any(_finds(word, run[0]) for word in wanted):
            if run.start() > at:
                cut.append(Piece(text[at : run.start()]))
            cut.append(Piece(run[0], True))
            at = run.end()
    if at < len(text):
        cut.append(Piece(text[at:]))
    return tuple(cut)


def words_wanted(query: str) -> tuple[str, ...]:
    """Return the words of a query as they are looked for."""
    return tuple(fold(query[:LONGEST_QUERY]).split())[:MOST_WORDS]


@lru_cache(maxsize=4096)
def _count(text: Text) -> _Counted:
    words = Counter(word for part in text.paragraphs for word in fold(part).split())
    title = fold(text.title).split()
    return _Counted(words + Counter(title * TITLE_COUNTS), sum(words.values()) + len(title))


def _times(index: Index, word: str) -> Counter[int]:
    """How often each text has a word in one of its forms; as it was typed it counts twice."""
    found = Counter(index.postings.get(word, {}))
    begins = _beginning(word)
    for other in index.vocabulary[bisect_left(index.vocabulary, begins) :]:
        if not _matches(begins, other):
            break
        found.update(index.postings[other])
    return found


def _score(index: Index, times: Sequence[int], having: Sequence[int], place: int) -> float:
    """Okapi BM25 with its usual constants, over texts of about a thousand words."""
    score, total = 0.0, len(index.texts)
    long = 1.2 * (0.25 + 0.75 * index.lengths[place] / 1000)
    for n, texts in zip(times, having, strict=True):
        score += math.log(1 + (total - texts + 0.5) / (texts + 0.5)) * n * 2.2 / (n + long)
    return score


def _hit(text: Text, wanted: Sequence[str]) -> Hit:
    best = max(
        range(len(text.paragraphs)),
        key=lambda place: (len(_found_in(text.paragraphs[place], wanted)), -place),
        default=0,
    )
    excerpt = _excerpt(text.paragraphs[best], wanted) if text.paragraphs else ()
    return Hit(text, pieces(text.title, wanted), best, excerpt)


def _found_in(paragraph: str, wanted: Sequence[str]) -> set[str]:
    runs = _RUN.findall(paragraph)
    return {word for word in wanted if any(_finds(word, run) for run in runs)}


def _excerpt(paragraph: str, wanted: Sequence[str]) -> tuple[Piece, ...]:
    first = next((run for run in _RUN.finditer(paragraph) if any(_finds(w, run[0]) for w in wanted)), None)
    at = first.start() if first else 0
    start = _edge(paragraph, at - AROUND) if at > AROUND else 0
    end = min(len(paragraph), at + 2 * AROUND)
    while end < len(paragraph) and not paragraph[end].isspace():
        end += 1
    cut = [*pieces(paragraph[start:end], wanted)]
    dots = ([Piece("… ")] if start else [], [Piece(" …")] if end < len(paragraph) else [])
    return (*dots[0], *cut, *dots[1])


def _edge(text: str, at: int) -> int:
    """The beginning of the first word at or behind a place."""
    return next((place + 1 for place in range(at, len(text)) if text[place].isspace()), at)


@lru_cache(maxsize=65536)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(fold(word).split())


def _finds(wanted: str, word: str) -> bool:
    return any(_matches(_beginning(wanted), part) for part in _folded(word))


@lru_cache(maxsize=4096)
def _beginning(word: str) -> str:
    """What all forms of a word begin with; a short word has only the one."""
    bare = stem(word)
    return bare if len(bare) > 3 and word.startswith(bare) else word


def _matches(begins: str, word: str) -> bool:
    return word.startswith(begins) if len(begins) > 2 else word == begins
