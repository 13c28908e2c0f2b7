"""Names as written, folded into one form in which they can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d", "ß": "ss", "&": " and "}
)
_FOOTNOTE = re.compile(r"(?:\s*\[\d{1,3}\]|[\d¹²³⁰⁴-⁹*†‡§]+|\s*\(\d{1,2}\))$")
_FOREIGN_ARTICLE = re.compile(r"(?:(?:le|la|les|el|los|las|der|die|das)\s+|l['’]\s?)(?=\w)", re.IGNORECASE)
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ."), None)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return `name` in the form in which names are compared.

    Accents, case and punctuation go; "&" is "and"; "St" is "saint"; dots are dropped, so that
    "U.S.A." is "usa"; a leading "the" goes. The result holds only letters, digits and single blanks.
    """
    lowered = name.casefold().translate(_LETTERS).translate(_APOSTROPHES)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    words = ["saint" if word == "st" else word for word in words]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def without_footnote_marks(name: str) -> str:
    """Return `name` without marks glued to its end: "United Kingdom[14]", "France3", "Chad*"."""
    text = name.strip()
    while (shorter := _FOOTNOTE.sub("", text).rstrip()) != text and shorter:
        text = shorter
    return text


def without_foreign_article(name: str) -> str:
    """Return `name` without its French, Spanish or German article: "Le Maroc", "L’Allemagne"."""
    article = _FOREIGN_ARTICLE.match(name.strip())
    return name.strip()[article.end() :] if article else name


def spells_out(name: str, acronym: str) -> bool:
    """Whether an acronym is that of a name: "UNEP" and "United Nations Environment Programme"."""
    return acronym.isupper() and acronym == "".join(word[0] for word in name.split() if word[0].isupper())


def is_acronym(name: str) -> bool:
    """Return whether `name` is written as an acronym: two to five capitals, perhaps with dots."""
    letters = name.replace(".", "").replace(" ", "")
    return 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper()


def slug(name: str) -> str:
    """Return `name` as a key of lower-case words joined by hyphens: "Côte d'Ivoire" is "cote-divoire"."""
    return fold(name).replace(" ", "-")


def sort_key(name: str) -> str:
    """Return the key that puts names in alphabetical order.

    English order word by word, as on United Nations seating lists: diacritics count as their base
    letter, case and punctuation do not count, a leading "The" is ignored.
    """
    return fold(name)
