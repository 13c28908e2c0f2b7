"""Splits a paragraph that holds several stakeholders one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from delegations.countries import CountryMatch, longest_name
from delegations.study_guides.guide import Confidence, StakeholderKind
from delegations.study_guides.understanding.naming import Named, states_named
from delegations.study_guides.understanding.rows import plain

BOLD_START = re.compile(r"(?:\*{2,3}|__|\*(?=[^*\s][^*\n]{1,80}[^*\s]\*))([^*_\n]{2,120})(?:\*{1,3}|__)\s*")
JOINED = re.compile(
    r"[\s*_]{0,3}(?:,|/|,?\s*(?:and|&|et|y|e|und|as well as)\s)\s*(?:(?:the|la|le|les|el)\s+)?(?:\*\*|__)"
)
"""What stands between two bold names that are one subject together: `**Kenya** and **Uganda**`."""
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[*A-Z_])|[)\]]\s+(?=\*\*[A-Z])")


@dataclass(frozen=True, slots=True)
class Start:
    """A stakeholder that begins on a row: its name as printed, what it is, the text that follows."""

    printed: str
    kind: StakeholderKind
    matches: tuple[CountryMatch, ...]
    rest: str
    layout: str
    confidence: Confidence = "word for word"


def run_on(raw: str, first: Start | None) -> list[Start]:
    """Return the stakeholders that one paragraph holds one after the other.

    `raw` is the paragraph with its markup. A position begins at a sentence's beginning with a state's name
    that is in bold, or that a capital follows which begins a sentence. `first` is the stakeholder whose
    text the paragraph begins with, when that is known already.
    """
    edges = [0] if first is None else []
    edges += [match.end() for match in _SENTENCE_END.finditer(raw)]
    found: list[tuple[int, Start | None, int]] = [(0, first, 0)] if first else []
    names = {first.printed} if first else set()
    for edge in edges:
        begun = _begun_at(raw, edge)
        if begun and begun[0].matches[0].display not in names:
            found.append((edge, begun[0], begun[1]))
            names.add(begun[0].matches[0].display or "")
    return [_with_rest(start, raw, found, at) for at, (_, start, _) in enumerate(found) if start]


def _with_rest(start: Start, raw: str, found: list[tuple[int, Start | None, int]], at: int) -> Start:
    end = found[at + 1][0] if at + 1 < len(found) else len(raw)
    rest = plain(raw[found[at][2] : end]).strip().lstrip(":–—- ")
    return Start(start.printed, start.kind, start.matches, rest, start.layout, start.confidence)


def _begun_at(raw: str, edge: int) -> tuple[Start, int] | None:
    piece = raw[edge : edge + 300]
    if bold := BOLD_START.match(piece):
        named = states_named(plain(bold[1]))
        after = piece[bold.end() : bold.end() + 1]
        return (
            (
                of_states(named, "", "run together"),
                edge + (0 if after.islower() or after == "," else bold.end()),
            )
            if named
            else None
        )
    words = piece.split()
    found = longest_name(words, 0)
    if not found or not position_follows(words, found[0]):
        return None
    printed = plain(" ".join(words[: found[0]]))
    if printed.endswith((",", ".", ";", ":")) and not printed.endswith(("S.", "A.", "K.")):
        return None
    named = states_named(printed)
    length = _length_of(piece, found[0])
    inferred = Start(printed, "country", named.matches, "", "run together", "inferred") if named else None
    return (inferred, edge + length) if inferred else None


def _length_of(piece: str, words: int) -> int:
    at = 0
    for _ in range(words):
        while at < len(piece) and piece[at].isspace():
            at += 1
        while at < len(piece) and not piece[at].isspace():
            at += 1
    return at


def position_follows(words: Sequence[str], at: int) -> bool:
    """Return whether a sentence begins at `at`: a capital,
    and then small letters (no title such as "Foreign Minister")."""
    if at + 1 >= len(words) or not words[at][:1].isupper() or words[at - 1].endswith((",", ";")):
        return False
    if longest_name(words, at):
        return True
    second = words[at + 1]
    if second.lower() in ("and", "or", "&") or not words[at].rstrip(",").isalpha():
        return False
    if second.lower() == "for" and not words[at].endswith("s"):
        return False
    return second[:1].islower() or words[at] in _OPENERS or words[at].endswith(",")


_OPENERS = frozenset((
    "As", "The", "In", "With", "While", "Although", "Has", "Is", "Its", "A", "An", "At", "Since",
    "Despite", "Under",
    "Supports", "Opposes", "Hosts", "Uses", "Faces", "Calls", "Maintains", "Advocates", "Believes",
    "Condemns", "Deports",
))  # fmt: skip


def of_states(named: Named, rest: str, layout: str) -> Start:
    """Return the start of what `named` names, ambiguous when one of its names is."""
    sure: Confidence = "ambiguous" if any(m.how == "ambiguous" for m in named.matches) else "word for word"
    return Start(named.printed, named.kind, named.matches, rest, layout, sure)
