"""The merger map: what papers say alike, side by side, and what the guide proposes that no paper takes up."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.screens.shown import tongue
from app.words import name_of
from delegations.likeness import cosine, weighed_texts
from delegations.profiles import sentences
from resolutions.document import Document, children, descendants, numbering

ALIKE, TAKEN_UP = 0.3, 0.2
"""How alike the words of two clauses, or of a proposal and a clause, must be (0 to 1)."""
LEAST_WORDS = 4
LONGEST_PROPOSAL, MOST_PROPOSALS, MOST_PAIRS = 400, 40, 60
PROPOSES = re.compile(
    r"\b(?:propos\w+|recommend\w*|advocates|urges?|supports?|promotes?|demands?|favou?rs?|insists?"
    r"|calls? (?:for|on|upon)|push\w* for|seeks? to|wants?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MappedClause:
    """An operative clause with what stands under it, and the paper it is in."""

    paper: str
    name: str
    number: str
    opening: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses of different papers that say much the same, and the words they share."""

    one: MappedClause
    other: MappedClause
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """A sentence of the guide that proposes something, and whose position it is in."""

    by: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class MergerMap:
    """The map of the papers that one viewer may read."""

    template: ClassVar[str] = "phone/merger_map.html"
    coalesced: ClassVar[bool] = False

    committee: int
    papers: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    """Key, name, title and sponsors of each."""
    pairs: tuple[Pair, ...]
    proposals: tuple[OpenProposal, ...]
    has_guide: bool


def merger_map(
    directory: Directory, texts: Sequence[tuple[Paper, Document]], nameless: Collection[str] = ()
) -> MergerMap:
    """The map of these papers with their texts; pure, and not fast: words are weighed anew each time.

    `nameless` are the keys of papers whose sponsors the viewer is not shown.
    """
    clauses = {
        f"c{at}": one for at, one in enumerate(c for paper, text in texts for c in _clauses(paper, text))
    }
    said = _proposals(directory)
    proposed = {f"p{at}": one for at, one in enumerate(said)}
    written = {key: f"{one.text}" for key, one in clauses.items()}
    said_there = {key: one.text for key, one in proposed.items()}
    weights, spelled = weighed_texts({**written, **said_there}, LEAST_WORDS)
    open_ones = [
        one for key, one in proposed.items() if key in weights and not _taken_up(key, clauses, weights)
    ]
    return MergerMap(
        committee=directory.committee,
        papers=tuple(
            (p.key, p.name, text.title, () if p.key in nameless else _names(directory, p.sponsors))
            for p, text in texts
        ),
        pairs=_pairs(clauses, weights, spelled),
        proposals=tuple(open_ones[:MOST_PROPOSALS]),
        has_guide=bool(said),
    )


def _clauses(paper: Paper, text: Document) -> list[MappedClause]:
    numbers = numbering(text)
    found = []
    for clause in children(text, None, "operative"):
        below = (f"{one.opening} {one.text}".strip() for one in descendants(text, clause.uid))
        words = " ".join((clause.text, *below)).strip()
        found.append(MappedClause(paper.key, paper.name, numbers[clause.uid], clause.opening, words))
    return found


def _pairs(
    clauses: Mapping[str, MappedClause],
    weights: Mapping[str, Mapping[str, float]],
    spelled: Mapping[str, str],
) -> tuple[Pair, ...]:
    found = []
    for first, second in combinations([key for key in clauses if key in weights], 2):
        one, other = clauses[first], clauses[second]
        near = cosine(weights[first], weights[second]) if one.paper != other.paper else 0.0
        if near >= ALIKE:
            found.append((near, Pair(one, other, _shared(weights[first], weights[second], spelled))))
    found.sort(key=lambda pair: -pair[0])
    return tuple(pair for _, pair in found[:MOST_PAIRS])


def _shared(
    one: Mapping[str, float], other: Mapping[str, float], spelled: Mapping[str, str]
) -> tuple[str, ...]:
    """The words that make two clauses alike, the heaviest first."""
    both = {word: weight * other[word] for word, weight in one.items() if word in other}
    return tuple(spelled[word] for word in sorted(both, key=lambda word: -both[word])[:5])


def _taken_up(
    proposal: str, clauses: Mapping[str, MappedClause], weights: Mapping[str, Mapping[str, float]]
) -> bool:
    mine = weights[proposal]
    return any(cosine(mine, weights[key]) >= TAKEN_UP for key in clauses if key in weights)


def _proposals(directory: Directory) -> tuple[OpenProposal, ...]:
    """The sentences of the guide's positions that propose something, each once, with whose they are."""
    by: dict[str, list[str]] = {}
    for key, profile in directory.profiles.items():
        for sentence in sentences(profile.position):
            if PROPOSES.search(sentence) and len(sentence) <= LONGEST_PROPOSAL:
                by.setdefault(sentence, []).append(key)
    return tuple(OpenProposal(_names(directory, tuple(keys)), text) for text, keys in by.items())


def _names(directory: Directory, keys: tuple[str, ...]) -> tuple[str, ...]:
    speak = tongue(directory)
    return tuple(name_of(key, directory.short_names, speak) for key in keys)
