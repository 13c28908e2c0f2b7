"""The redline: what was inserted and struck between two wordings, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fast_diff_match_patch import diff

from resolutions.differences import differences
from resolutions.document import Clause, Document, children, level, numbering
from resolutions.operations import Move

SpanKind = Literal["same", "inserted", "deleted"]
Change = Literal["same", "added", "struck", "modified", "moved"]

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_ONLY_WORDS = re.compile(r"\w+")
_LONG, _KEPT_ONE_IN = 400, 8
_KINDS: dict[str, SpanKind] = {"=": "same", "+": "inserted", "-": "deleted"}
_SECONDS = 0.3  # beyond it the library gives a coarser but still correct answer


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that stayed, came in or went out."""

    kind: SpanKind
    text: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What happened to one clause between two documents, in the reading order of a redline.

    ``number`` is the clause's number in the final document, or in the base for a struck one; ``was`` its
    number in the base (empty for an added one). ``spans`` is the text, ``opening`` and ``after`` the spans of
    the opening phrase and of the words behind the sub-clauses. ``moved`` is also set when a moved clause was
    reworded, which ``change`` calls modified.
    """

    uid: str
    number: str
    change: Change
    spans: tuple[Span, ...]
    opening: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    kind: str = "operative"
    level: int = 1
    was: str = ""
    moved: bool = False


def redline(old: str, new: str) -> tuple[Span, ...]:
    """Compare two wordings word by word.

    The spans without the deleted ones give ``new``, those without the inserted ones give ``old``. Uses the
    diff of fast_diff_match_patch (Myers' algorithm) on words, tidied so that scattered small agreements do
    not shred the sentence, within a time limit: a purely quadratic comparison needs most of a minute on
    18 kB.
    """
    if old == new:
        return (Span("same", new),) if new else ()
    if _is_rewritten(old, new):
        return Span("deleted", old), Span("inserted", new)
    return tuple(Span(kind, words) for kind, words in compare(old, new, cleanup="Semantic", seconds=_SECONDS))


def compare(
    old: str, new: str, cleanup: str = "No", seconds: float = 0, word: re.Pattern[str] = _WORD
) -> tuple[tuple[SpanKind, str], ...]:
    """Compare word by word and give runs of (kind, words).

    ``cleanup`` is the library's name for how runs are tidied ("No", "Semantic"). ``seconds`` 0 means without
    a limit: only then is the answer the same on every machine, as rules need it. ``word`` matches the pieces
    that are compared, and every character belongs to one.
    """
    codes: dict[str, str] = {}
    runs = diff(
        _coded(word.findall(old), codes),
        _coded(word.findall(new), codes),
        timelimit=seconds,
        checklines=False,
        cleanup=cleanup,
        counts_only=False,
    )
    words = {code: word for word, code in codes.items()}
    return tuple((_KINDS[kind], "".join(words[code] for code in run)) for kind, run in runs)


def document_redline(base: Document, final: Document) -> tuple[ClauseChange, ...]:
    """Compare two documents clause by clause, in reading order, with struck clauses in their old place."""
    before, after = numbering(base), numbering(final)
    moved = {op.uid for op in differences(base, final) if isinstance(op, Move)}
    old = {c.uid: c for c in base.clauses}
    new = {c.uid: c for c in final.clauses}
    changes = []
    for uid in _together(base, final):
        here = final if uid in new else base
        changes.append(
            _change(
                old.get(uid),
                new.get(uid),
                number=(after if uid in new else before)[uid],
                was=before.get(uid, ""),
                depth=level(here, uid),
                moved=uid in moved,
            )
        )
    return tuple(changes)


def _is_rewritten(old: str, new: str) -> bool:
    """Whether a long wording keeps so few words in their order that they would only shred the sentence.

    Words alone are half as many pieces as words and spaces, and a quarter of the work: without this question
    the tidying of thousands of chance agreements is what takes longest, and it strikes everything in the end.
    """
    before, after = _ONLY_WORDS.findall(old), _ONLY_WORDS.findall(new)
    shorter = min(len(before), len(after))
    if shorter < _LONG:
        return False
    codes: dict[str, str] = {}
    old_codes, new_codes = _coded(before, codes), _coded(after, codes)
    runs = diff(old_codes, new_codes, timelimit=_SECONDS, checklines=False, cleanup="No", counts_only=True)
    kept: int = sum(count for kind, count in runs if kind == "=")
    return kept * _KEPT_ONE_IN < shorter


def _coded(words: Sequence[str], codes: dict[str, str]) -> str:
    # One private character for each different word lets a character diff compare whole words. The block of
    # surrogates is left out, because they are no characters.
    for word in words:
        if word not in codes:
            place = 0x100 + len(codes)
            codes[word] = chr(place if place < 0xD800 else place + 0x800)
    return "".join(codes[word] for word in words)


def _together(base: Document, final: Document) -> list[str]:
    kept = {c.uid for c in final.clauses}
    reading: list[str] = []

    def read(parent: str | None) -> None:
        for uid in _siblings(base, final, parent, kept):
            reading.append(uid)
            read(uid)

    read(None)
    return reading


def _siblings(base: Document, final: Document, parent: str | None, kept: set[str]) -> list[str]:
    """Clauses of the final under one parent, each struck one behind the clause it used to follow."""
    row = list(children(final, parent))
    for place, clause in enumerate(old := children(base, parent)):
        if clause.uid not in kept:
            row.insert(_behind(row, old[:place], clause), clause)
    return [clause.uid for clause in row]


def _behind(row: list[Clause], earlier: tuple[Clause, ...], clause: Clause) -> int:
    places = {c.uid: place for place, c in enumerate(row)}
    for previous in reversed(earlier):
        if previous.uid in places and previous.kind == clause.kind:
            return places[previous.uid] + 1
    return next((place for place, c in enumerate(row) if c.kind == clause.kind), len(row))


def _change(
    old: Clause | None, new: Clause | None, number: str, was: str, depth: int, moved: bool
) -> ClauseChange:
    opening, text, after = (
        redline(getattr(old, field, ""), getattr(new, field, ""))
        for field in ("opening", "text", "text_after")
    )
    reworded = any(span.kind != "same" for span in (*opening, *text, *after))
    change: Change = "modified" if reworded else "moved" if moved else "same"
    if old is None or new is None:
        change = "added" if old is None else "struck"
    clause = new or old
    assert clause is not None
    return ClauseChange(clause.uid, number, change, text, opening, after, clause.kind, depth, was, moved)
