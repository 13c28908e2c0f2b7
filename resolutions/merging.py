"""Three-way merge of one wording: two changes of the same words, joined when they do not touch each other."""

import re

from resolutions.redline import compare

# A word takes the space before it along: what is put in or struck between two words has one place then.
_SPACED_WORD = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")

Edit = tuple[int, int, str]  # from, to (character places in the base) and the words put there


def merge(base: str, ours: str, theirs: str) -> str | None:
    """Join two rewordings of ``base``; None when the ranges of words they change are not disjoint.

    The same change made by both counts once. The comparison runs without a time limit, so the answer is the
    same on every machine.
    """
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    base, ours, theirs = (f" {text}" if text else "" for text in (base, ours, theirs))
    mine, yours = _edits(base, ours), _edits(base, theirs)
    others = [edit for edit in yours if edit not in mine]
    if any(_touch(a, b) for a in mine for b in others):
        return None
    merged, place = "", 0
    for start, end, words in sorted([*mine, *others]):
        merged += base[place:start] + words
        place = end
    return (merged + base[place:]).removeprefix(" ")


def _edits(base: str, changed: str) -> list[Edit]:
    edits: list[Edit] = []
    place = 0
    for kind, words in compare(base, changed, word=_SPACED_WORD):
        if kind == "same":
            place += len(words)
            continue
        start, end, put = edits.pop() if edits and edits[-1][1] == place else (place, place, "")
        if kind == "deleted":
            place += len(words)
            end = place
        else:
            put += words
        edits.append((start, end, put))
    return edits


def _touch(a: Edit, b: Edit) -> bool:
    """Whether two changes share a word, or put words at the same place."""
    return a[:2] == b[:2] or (a[0] < b[1] and b[0] < a[1])
