"""The redline: what was inserted and struck between two wordings, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq, Postfix, Prefix

from resolutions.differences import differences
from resolutions.document import Clause, Document, children, level, numbering
from resolutions.operations import Move

SpanKind = Literal["same", "inserted", "deleted"]
Change = Literal["same", "added", "struck", "modified", "moved"]

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_Run = tuple[str, str, str]
"""What was kept, then what was struck and inserted behind it."""


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

    The spans without the deleted ones give ``new``, those without the inserted ones give ``old``. What
    two long wordings share by chance only, a word here and there, is not shown as kept.
    """
    return tuple(Span(kind, words) for kind, words in compare(old, new, tidied=True))


def compare(
    old: str, new: str, word: re.Pattern[str] = _WORD, *, tidied: bool = False
) -> tuple[tuple[SpanKind, str], ...]:
    """Compare word by word and give runs of (kind, words), struck before inserted.

    As much as can be is kept (longest common subsequence, by rapidfuzz), and the answer is the same on every
    machine, as rules need it. ``word`` matches the pieces that are compared, and every character belongs to
    one. ``tidied`` gives up scattered small agreements that shred the sentence: it is for readers.
    """
    codes: dict[str, str] = {}
    runs = _runs(_coded(word.findall(old), codes), _coded(word.findall(new), codes))
    words = {code: word for word, code in codes.items()}
    kinds: tuple[SpanKind, ...] = ("same", "deleted", "inserted")
    parts = (part for run in (_tidied(runs) if tidied else runs) for part in zip(kinds, run, strict=True))
    return tuple((kind, "".join(words[code] for code in part)) for kind, part in parts if part)


def _runs(before: str, after: str) -> Iterator[_Run]:
    kept = struck = inserted = ""
    for edit in LCSseq.opcodes(before, after):
        if edit.tag == "equal":
            if struck or inserted:
                yield kept, struck, inserted
            kept, struck, inserted = before[edit.src_start : edit.src_end], "", ""
        else:
            struck += before[edit.src_start : edit.src_end]
            inserted += after[edit.dest_start : edit.dest_end]
    yield kept, struck, inserted


def _tidied(runs: Iterable[_Run]) -> Iterable[_Run]:
    """Gives up what was kept between two edits where both are at least as long: one edit is easier to read.

    The rule is that of diff-match-patch's semantic clean-up; an edit that grows is compared again with what
    was kept before it.
    """
    tidy: list[_Run] = []
    for kept, struck, inserted in runs:
        while tidy and len(kept) <= min(_longer(tidy[-1]), _longer((kept, struck, inserted))):
            before, was, became = tidy.pop()
            kept, struck, inserted = before, was + kept + struck, became + kept + inserted
        tidy.append((kept, struck, inserted))
    return _trimmed(tidy)


def _trimmed(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Keeps what an edit strikes and inserts alike at its ends, as edits that became one may do."""
    carried = ""
    for kept, struck, inserted in runs:
        begin = struck[: Prefix.similarity(struck, inserted)]
        struck, inserted = struck[len(begin) :], inserted[len(begin) :]
        end = struck[len(struck) - Postfix.similarity(struck, inserted) :]
        yield carried + kept + begin, struck.removesuffix(end), inserted.removesuffix(end)
        carried = end
    if carried:
        yield carried, "", ""


def _longer(run: _Run) -> int:
    return max(len(run[1]), len(run[2]))


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
