"""Clauses: the ordered tree of a document, walking it, and its computed numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from resolutions.numerals import letters, roman

Kind = Literal["preambular", "operative", "sub"]
Part = Literal["preambular", "operative"]
OTHER_PART: Mapping[Part, Part] = MappingProxyType({"preambular": "operative", "operative": "preambular"})
MOST_LEVELS = 4  # 1. / (a) / (i) / a., the degrees of UN practice (rules reference, section 9, [UNPA])


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: a permanent uid, its place (parent uid and fractional order key) and its plain words.

    ``opening`` is the introductory phrase without the space after it, ``text`` what follows, ``text_after``
    the words that come after the sub-clauses. None of them holds markup or the closing punctuation mark.
    """

    uid: str
    kind: Kind
    parent: str | None
    order_key: str
    opening: str
    text: str
    text_after: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A resolution's text: its title, the organ that speaks ("The Council") and its clauses."""

    title: str
    organ: str
    clauses: tuple[Clause, ...] = ()


def children(document: Document, parent: str | None, kind: Kind | None = None) -> tuple[Clause, ...]:
    """Give the clauses directly under ``parent`` (None: top level) in order, only of ``kind`` if given."""
    found = [c for c in document.clauses if c.parent == parent and kind in (None, c.kind)]
    return tuple(sorted(found, key=_place))


def clause_at(document: Document, uid: str) -> Clause | None:
    """Give the clause with this uid, or None."""
    return next((c for c in document.clauses if c.uid == uid), None)


def arranged(document: Document) -> Document:
    """Give the same document in reading order: preamble first, each clause before its sub-clauses."""
    by_parent: dict[str | None, list[Clause]] = {}
    for clause in sorted(document.clauses, key=_place):
        by_parent.setdefault(clause.parent, []).append(clause)
    ordered: list[Clause] = []
    waiting = list(reversed(by_parent.get(None, [])))
    while waiting:
        clause = waiting.pop()
        ordered.append(clause)
        waiting.extend(reversed(by_parent.get(clause.uid, [])))
    return Document(document.title, document.organ, tuple(ordered))


def descendants(document: Document, uid: str) -> tuple[Clause, ...]:
    """Give every clause below ``uid`` in reading order, without the clause itself."""
    below: set[str] = {uid}
    found = []
    for clause in arranged(document).clauses:
        if clause.parent in below:
            below.add(clause.uid)
            found.append(clause)
    return tuple(found)


def level(document: Document, uid: str) -> int:
    """Give the depth of a clause: 1 for a paragraph, up to 4; raises KeyError for an unknown uid."""
    return len(_ancestry(document, uid))


def part_of(document: Document, uid: str) -> Part:
    """Give the part a clause stands in; raises KeyError for an unknown uid."""
    return "preambular" if _ancestry(document, uid)[-1].kind == "preambular" else "operative"


def numbering(document: Document) -> Mapping[str, str]:
    """Compute every clause's number: "1.", "(a)", "(i)", "a."; "" for a preambular paragraph."""
    numbers: dict[str, str] = {}
    counts: dict[tuple[str | None, Kind], int] = {}
    depth: dict[str | None, int] = {None: 0}
    for clause in arranged(document).clauses:
        group = (clause.parent, clause.kind)
        counts[group] = counts.get(group, 0) + 1
        depth[clause.uid] = depth[clause.parent] + 1
        numbers[clause.uid] = _written(clause.kind, depth[clause.uid], counts[group])
    return MappingProxyType(numbers)


def _place(clause: Clause) -> tuple[bool, str, str]:
    return (clause.kind == "operative", clause.order_key, clause.uid)


def _ancestry(document: Document, uid: str) -> list[Clause]:
    by_uid = {c.uid: c for c in document.clauses}
    line = [by_uid[uid]]
    while (parent := line[-1].parent) is not None:
        line.append(by_uid[parent])
    return line


def _written(kind: Kind, depth: int, count: int) -> str:
    if depth == 1:
        return f"{count}." if kind == "operative" else ""
    return {2: f"({letters(count)})", 3: f"({roman(count)})"}.get(depth, f"{letters(count)}.")
