"""The words of one clause: single spaces, and no closing mark, which belongs to the layout."""

import re

# "...; and": the mark between two items of a list stands before the word that joins them.
LIST_GOES_ON = re.compile(r"[;,]\s+(?:and|or|and/or|y|o|e|et|ou)$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:etc|al|No|Nos|vol|art|para|Inc|Ltd|Jr|St)|\.[^\W\d]\w*)\.$", re.IGNORECASE
)


def tidy(words: str) -> str:
    """Give words with single spaces and without the closing mark: numbers and punctuation are laid out."""
    return without_closing_mark(" ".join(words.split()))


def without_closing_mark(words: str) -> str:
    """Take off a closing comma, semicolon, colon or full stop; the stop of an abbreviation stays."""
    bare = words.rstrip(" ,;:")
    if bare.endswith(".") and not bare.endswith("..") and not _ABBREVIATION.search(bare[-16:]):
        bare = bare.rstrip(" ,;:.")
    return bare
