"""Joins pieces of text over line and page breaks into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_HYPHENS = frozenset(
    (
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "self",
        "non",
        "well",
        "long",
    )
)
_LONGEST_LABEL = 60
_ENDS = (".", "!", "?", ":", '"', "”", "’", "'", ")", "]", "…", ";")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a guide, which tell a word broken at a line's end from a word with a hyphen."""

    words: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of `texts`."""
        words: set[str] = set()
        cut = False
        for text in texts:
            found = [word.lower() for word in _WORD.findall(text)]
            # The halves of a word cut at a line's end are no words of their own.
            ends_cut = text.endswith("-")
            words.update(found[1 if cut else 0 : len(found) - 1 if ends_cut else len(found)])
            cut = ends_cut
        return cls(frozenset(words))

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Return whether `before`-`after` is a word with a hyphen rather than one word cut in two."""
        joined, hyphened = (before + after).lower(), f"{before}-{after}".lower()
        if hyphened in self.words or before.lower() in _BEFORE_HYPHENS:
            return True
        return joined not in self.words and before.lower() in self.words and after.lower() in self.words


def join(pieces: Iterable[tuple[str, bool]], vocabulary: Vocabulary) -> str:
    """Return one text of `pieces`, each a (text, begins a paragraph) pair, in order.

    A piece continues the paragraph before it unless that ended a sentence; a hyphen at a line's end is
    joined with what follows in lower case.
    """
    parts: list[str] = []
    last = ""
    for text, paragraph in pieces:
        if not text:
            continue
        if not last:
            parts.append(text)
        elif _is_cut(last, text):
            parts[-1], text = _mended(parts[-1], text, vocabulary)
            parts.append(text)
        elif paragraph and (ends_sentence(last) or (len(parts) == 1 and _is_label(last, text))):
            parts.extend(("\n\n", text))
        else:
            parts.extend((" ", text))
        last = text
    return "".join(parts).strip()


def continued(before: str, text: str) -> str:
    """Return two lines of one source or question as one, a word cut at the line's end whole again."""
    if not _is_cut(before, text) or "http" in before.rsplit(" ", 1)[-1]:
        return f"{before} {text}"
    hyphened = before.split()[-1].removesuffix("-").lower() in _BEFORE_HYPHENS
    return f"{before}{text}" if hyphened else f"{before[:-1]}{text}"


def _is_label(first: str, text: str) -> bool:
    """Whether the first piece is a label, such as a person's office, and the next begins the prose."""
    return len(first) <= _LONGEST_LABEL and text[:1].isupper() and first[:1].isupper()


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as a sentence does: with a full stop, a bracket, a quotation mark."""
    return text.rstrip().endswith(_ENDS)


def _is_cut(before: str, after: str) -> bool:
    return len(before) > 1 and before.endswith("-") and before[-2].isalpha() and after[:1].islower()


def _mended(before: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    first = _WORD.findall(before[-60:-1])[-1:]
    second = _WORD.match(after)
    if first and second and vocabulary.keeps_hyphen(first[0].split("-")[-1], second[0].split("-")[0]):
        return before, after
    return before[:-1], after
