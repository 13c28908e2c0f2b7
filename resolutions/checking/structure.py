"""The structure of a paper: its parts, lists of one item, depth, doubled clauses, the last paragraph."""

import re
from collections import Counter
from collections.abc import Iterator

from resolutions.checking.terms import Examined, Rules, reworded, words
from resolutions.document import Clause, children
from resolutions.findings import Finding, missing_parts
from resolutions.operations import Add, Operation, Strike
from resolutions.phrases import split_opening
from resolutions.prose import Message
from resolutions.redline import compare

_DEEP = 3
_ALIKE = 0.9
_SHORTEST_COMPARED = 4  # words
_COMMON = 20  # a run of words in more clauses than this is an idiom and shows nothing


def _parts(seen: Examined) -> Iterator[Finding]:
    """L10."""
    return missing_parts(seen.document.clauses)


def _single(seen: Examined) -> Iterator[Finding]:
    """L17: a list has more than one item."""
    for clause in seen.document.clauses:
        below = seen.under(clause)
        if len(below) == 1:
            fix = _drawn_up(seen, clause, below[0])
            yield Finding("L17", "warn", uid=clause.uid, values={"where": seen.where(clause.uid)}, fix=fix)


def _deep(seen: Examined) -> Iterator[Finding]:
    """L19: two levels below the number are enough [JAMW]."""
    for clause in seen.document.clauses:
        if seen.places[clause.uid][1] > _DEEP:
            yield Finding("L19", "warn", uid=clause.uid, values={"where": seen.where(clause.uid)})


def _drawn_up(seen: Examined, clause: Clause, only: Clause) -> tuple[Operation, ...]:
    """The one item joins the words before the list; not where it holds a list itself."""
    if seen.under(only) or only.text_after:
        return ()
    text = " ".join(filter(None, (clause.text, words(only), clause.text_after)))
    return (Strike(only.uid), reworded(clause, text=text, text_after=""))


def _doubled(seen: Examined) -> Iterator[Finding]:
    """L29: clauses that say the same, by their words without case and marks."""
    first: dict[tuple[str, str], Clause] = {}
    for clause in seen.document.clauses:
        key = (seen.places[clause.uid][0], _plain(clause))
        if len(key[1].split()) < _SHORTEST_COMPARED:
            continue
        earlier = first.setdefault(key, clause)
        if earlier is not clause:
            fix = () if seen.under(clause) else (Strike(clause.uid),)
            yield Finding("L29x", "warn", uid=clause.uid, values=_both(seen, clause, earlier), fix=fix)
    yield from _nearly(seen, list(first.items()))


def _nearly(seen: Examined, kept: list[tuple[tuple[str, str], Clause]]) -> Iterator[Finding]:
    """Candidates share runs of three words; only they are compared word by word."""
    holders: dict[tuple[str, ...], list[int]] = {}
    runs = [_runs(text) for (_, text), _ in kept]
    for at, found in enumerate(runs):
        for run in found:
            holders.setdefault(run, []).append(at)
    for at, found in enumerate(runs):
        shared = Counter(
            earlier
            for run in found
            if len(holders[run]) <= _COMMON
            for earlier in holders[run]
            if earlier < at
        )
        (part, text), clause = kept[at]
        for earlier, count in shared.most_common(3):
            (other_part, other_text), other = kept[earlier]
            if part == other_part and 2 * count > len(found) and _likeness(text, other_text) > _ALIKE:
                yield Finding("L29", "warn", uid=clause.uid, values=_both(seen, clause, other))
                break


def _both(seen: Examined, clause: Clause, other: Clause) -> dict[str, Message]:
    return {"where": seen.where(clause.uid), "other": seen.where(other.uid)}


def _plain(clause: Clause) -> str:
    return " ".join(re.findall(r"\w+", words(clause).casefold()))


def _runs(text: str) -> set[tuple[str, ...]]:
    said = text.split()
    return {tuple(said[at : at + 3]) for at in range(max(1, len(said) - 2))}


def _likeness(text: str, other: str) -> float:
    same = sum(len(run) for kind, run in compare(text, other) if kind == "same")
    return 2 * same / (len(text) + len(other))


def _closing(seen: Examined) -> Iterator[Finding]:
    """L33: the last operative paragraph says that the organ keeps the matter before it."""
    operative = children(seen.document, None, "operative")
    closings = seen.phrases.closing
    said = words(operative[-1]).casefold() if operative else ""
    if not operative or any(_keeps(said, closing) for closing in closings):
        return
    opening, text = split_opening(closings[seen.terms.is_security_council], "operative", seen.terms.language)
    closing = Add(seen.new_uid, "operative", None, operative[-1].uid, opening, text)
    yield Finding("L33", "info", fix=(closing,))


def _keeps(said: str, closing: str) -> bool:
    """Whether words keep the matter open: the last words of the customary phrase stand in them."""
    telling = re.sub(
        r"^\S+\s+(?:to\s+|de\s+)?\S+\s+(?:actively\s+|activamente\s+|activement\s+)?", "", closing
    )
    return telling.casefold().partition(" ")[0] in said and any(
        word in said for word in ("matter", "question", "cuestión", "issue", "asunto")
    )


STRUCTURE: Rules = (
    ("L10", _parts),
    ("L17", _single),
    ("L19", _deep),
    ("L29", _doubled),
    ("L33", _closing),
)
