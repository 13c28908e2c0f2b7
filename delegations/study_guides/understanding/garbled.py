"""Notices prose whose words are out of order, as columns leave it when a PDF's text is copied."""

from __future__ import annotations

import re
from itertools import pairwise

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# Verbs whose base form is not also a noun or an adjective: "to", a modal or a plural must stand before them.
_BASE_VERBS = frozenset((
    "uphold", "strengthen", "ensure", "enhance", "promote", "provide", "reduce", "protect", "improve",
    "encourage", "maintain",
    "achieve", "prevent", "develop", "establish", "implement", "expand", "adopt", "create", "preserve",
    "enforce", "recognize",
    "recognise", "facilitate", "mitigate", "condemn", "reject", "oppose", "advocate", "urge",
    "contribute", "pursue", "deliver",
    "eliminate", "allow", "become", "include", "require", "receive", "consider", "emphasize", "emphasise",
    "undermine", "sustain",
))  # fmt: skip
_MAY_STAND_BEFORE = frozenset((
    "to", "and", "or", "not", "must", "should", "will", "would", "can", "could", "may", "might", "shall",
    "do", "did", "does",
    "help", "let", "make", "better", "further", "also", "all", "both", "never", "always", "still", "then",
    "i", "we", "you", "they", "who",
    "that", "which", "people", "women", "men", "children", "police", "but", "than", "only", "even",
    "often", "now", "please", "media", "data",
    "jointly", "more", "most", "many", "some", "few", "themselves", "it", "him", "her", "them", "us",
    "others", "personnel", "staff", "youth",
    "majority", "number", "when", "if", "as", "in",
))  # fmt: skip
_TWICE = frozenset(("the", "of", "to", "and", "a", "in", "for", "with", "by"))
_JOINS = frozenset(("of", "the", "with", "by", "a", "an"))


def garbled_sentence(text: str) -> str | None:
    """Return the first sentence of `text` whose words seem out of order, None when there is none.

    A sentence is out of order when two signs meet in it: a verb's base form where grammar allows none, a
    joining word twice in a row or at the end, or one before a verb.
    """
    for sentence in _SENTENCE.split(text):
        if _signs(sentence) >= 2:
            return sentence
    return None


def _signs(sentence: str) -> int:
    words = [word.strip("\"'“”‘’()[]") for word in sentence.split()]
    signs = 0
    for before, word in pairwise(words):
        if (word in _BASE_VERBS and not _allows_verb(before)) or (before == word and word in _TWICE):
            signs += 1
    if words and words[-1].rstrip(".").lower() in _JOINS:
        signs += 1
    return signs


def _allows_verb(before: str) -> bool:
    if not before.isascii() or not before.isalpha() or not before.islower():
        return True
    return before in _MAY_STAND_BEFORE or before.endswith(("s", "ly"))
