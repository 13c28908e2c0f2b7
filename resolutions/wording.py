"""The words of one clause: single spaces, and no closing mark, which belongs to the layout."""

import re

# "...; and": the mark between two items of a list stands before the word that joins them.
LIST_GOES_ON = re.compile(r"[;,]\s+(?:and|or|and/or|y|o|e|et|ou)$")
_INSERTED = re.compile(
    r"(?!(?:the|an?|all|its|that|el|la|los|las|un|una|que|le|les|une)\b|l['’]|qu['’])[a-zß-ÿ][^,;:.]{1,120},\s"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:etc|al|No|Nos|vol|art|para|Inc|Ltd|Jr|St)|\.[^\W\d]\w*)\.$", re.IGNORECASE
)


def tidy(words: str) -> str:
    """Give words with single spaces and without the closing mark: numbers and punctuation are laid out."""
    return without_closing_mark(" ".join(words.split()))


def tidy_opening(opening: str, text: str) -> str:
    """Give an opening phrase tidy, with the comma behind it where words are put in between two.

    "Requests, in this regard, the Secretary-General" keeps its first comma; "Noting, that" keeps none.
    """
    bare = tidy(opening)
    return f"{bare}," if opening.rstrip().endswith(",") and _INSERTED.match(text.lstrip()) else bare


def without_closing_mark(words: str) -> str:
    """Take off a closing comma, semicolon, colon or full stop; the stop of an abbreviation stays."""
    bare = words.rstrip(" ,;:")
    if bare.endswith(".") and not bare.endswith("..") and not _ABBREVIATION.search(bare[-16:]):
        bare = bare.rstrip(" ,;:.")
    return bare
