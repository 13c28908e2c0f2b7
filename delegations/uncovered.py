"""Which of the guide's questions a caucus or a clause has touched: proposed, and confirmed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from delegations.likeness import cosine, weighed, words_of

ENOUGH = 0.25
"""The likeness from which a text is proposed as touching a question."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A text that may touch a question (by its place among them, from 0); both use the words `shared`."""

    question: int
    text: str
    likeness: float
    shared: tuple[str, ...]


def touches(questions: Sequence[str], texts: Mapping[str, str]) -> tuple[Touch, ...]:
    """Return for each text of `texts` (by its key) the question that is most like it, if one is enough.

    A word counts more the fewer questions use it, so that what all of them ask about proves nothing.
    """
    asked = [words_of(question) for question in questions]
    used: dict[str, int] = {}
    for one in asked:
        for word in one.counts:
            used[word] = used.get(word, 0) + 1
    weights = [weighed(one.counts, used, len(asked)) for one in asked]
    found = (_best(key, text, questions, weights, used) for key, text in texts.items())
    return tuple(touch for touch in found if touch)


def _best(
    key: str,
    text: str,
    questions: Sequence[str],
    weights: Sequence[Mapping[str, float]],
    used: Mapping[str, int],
) -> Touch | None:
    said = words_of(text)
    # words that no question uses say nothing about which of them is meant
    known = {word: n for word, n in said.counts.items() if word in used}
    if not known:
        return None
    mine = weighed(said.counts, used, len(questions))
    ranked = [(cosine(mine, one), -place) for place, one in enumerate(weights)]
    likeness, place = max(ranked)
    if likeness < ENOUGH:
        return None
    both = {word: mine[word] * weights[-place][word] for word in known if word in weights[-place]}
    shared = sorted(both, key=lambda word: (-both[word], word))[:5]
    return Touch(-place, key, likeness, tuple(said.spelled[word] for word in shared))
