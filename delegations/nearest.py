"""The sentence of a position that is nearest to a clause: to read beside a ballot, with no verdict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from delegations.likeness import cosine, weighed, words_of
from delegations.profiles import Profile, sentences

ENOUGH = 0.04
"""The likeness below which nothing of the position speaks of the clause."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a position, the sources that it names, and the page of the guide (0: none)."""

    sentence: str
    sources: tuple[str, ...]
    page: int
    shared: tuple[str, ...]


@lru_cache(maxsize=2048)
def nearest_sentence(profile: Profile, clause: str) -> Said | None:
    """Return the published sentence that uses the words of `clause` most; None where none is near."""
    said = [(sentence, part.page) for part in profile.positions for sentence in sentences(part.text)]
    counts = [words_of(sentence) for sentence, _ in said]
    used = Counter(word for one in counts for word in one.counts)
    wanted = words_of(clause)
    weights = weighed(wanted.counts, used, len(said) + 1)
    ranked = [
        (cosine(weights, weighed(one.counts, used, len(said) + 1)), -at) for at, one in enumerate(counts)
    ]
    likeness, place = max(ranked, default=(0.0, 0))
    if likeness < ENOUGH:
        return None
    sentence, page = said[-place]
    both = wanted.counts.keys() & counts[-place].counts.keys()
    heaviest = sorted(both, key=lambda word: (-weights[word], word))[:5]
    sources = tuple(one.text for one in profile.citations if one.text in sentence)
    return Said(sentence, sources, page, tuple(wanted.spelled[word] for word in heaviest))
