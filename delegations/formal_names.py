"""The formal words before a state's short name: "Republic of", "Principauté de", "Königreich"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from delegations.names import fold, without_foreign_article

# What a formal name may put before the short one. "State of" is left out before "Georgia" and "Mexico".
_BEGINNINGS = (
    "republic of", "kingdom of", "state of", "federation of", "federal republic of", "commonwealth of",
    "islamic republic of", "democratic republic of", "federal democratic republic of", "union of",
    "peoples republic of", "plurinational state of", "bolivarian republic of", "socialist republic of",
    "democratic socialist republic of", "arab republic of", "dominion of", "principality of", "nation of",
    "sultanate of", "grand duchy of", "hashemite kingdom of", "cooperative republic of", "sovereign state of",
    "independent state of", "united republic of", "government of", "delegation of", "delegate of",
    "representative of", "permanent mission of", "permanent representative of", "federative republic of",
    "oriental republic of", "islamic emirate of", "empire of",
    "republica de", "republica del", "republica da", "republica do", "reino de", "republique de",
    "republique du", "royaume de", "royaume du",
)  # fmt: skip
_LONGEST_FIRST = tuple(sorted((f"{beginning} " for beginning in _BEGINNINGS), key=len, reverse=True))
_NOT_STATES = {"state of georgia", "commonwealth of georgia", "union of russia", "state of mexico"}

# Formal words of other languages with the English word that the official name must then hold.
_NOUNS = {
    "republica": "republic", "republique": "republic", "republik": "republic", "bundesrepublik": "federal",
    "volksrepublik": "peoples", "reino": "kingdom", "royaume": "kingdom", "konigreich": "kingdom",
    "estado": "state", "etat": "state", "staat": "state", "estados": "states", "etats": "states",
    "staaten": "states", "principado": "principality",
    "principaute": "principality", "furstentum": "principality", "sultanato": "sultanate",
    "sultanat": "sultanate", "union": "union", "uniao": "union", "vereinigung": "union",
    "commonwealth": "commonwealth", "comunidad": "commonwealth", "comunidade": "commonwealth",
    "ducado": "duchy", "duche": "duchy", "grossherzogtum": "duchy", "emirato": "emirate",
}  # fmt: skip
_ADJECTIVES = {
    "islamica": "islamic", "islamique": "islamic", "islamische": "islamic", "popular": "peoples",
    "populaire": "peoples", "democratica": "democratic", "democratique": "democratic",
    "demokratische": "democratic", "federal": "federal", "federale": "federal", "federativa": "federative",
    "federative": "federative", "foderative": "federative", "socialista": "socialist",
    "socialiste": "socialist", "sozialistische": "socialist", "arabe": "arab", "arabische": "arab",
    "unida": "united", "unie": "united", "vereinigte": "united", "bolivariana": "bolivarian",
    "bolivarienne": "bolivarian", "bolivarische": "bolivarian", "plurinacional": "plurinational",
    "plurinational": "plurinational", "plurinationaler": "plurinational",
    "independiente": "independent", "independente": "independent", "independant": "independent",
    "unabhangiger": "independent", "federados": "federated", "federes": "federated",
    "foderierte": "federated", "unidos": "united", "unis": "united",
    "cooperativa": "cooperative", "cooperative": "cooperative", "kooperative": "cooperative",
    "hachemi": "hashemite", "hachemita": "hashemite", "hachemite": "hashemite",
    "haschemitisches": "hashemite", "gran": "grand", "grand": "grand", "gra": "grand",
}  # fmt: skip
_LINKS = frozenset(("de", "del", "la", "las", "los", "el", "da", "do", "das", "dos", "du", "des", "le", "les",
                    "d", "der", "die", "von", "y", "e", "et", "und", "l"))  # fmt: skip
_NO_NAME = re.compile(r"[:;/|!?\d]|\s[–—-]\s")
_ELIDED = re.compile(r"\b([dlDL])['’]\s?")


def without_formal_beginning(folded: str) -> str | None:
    """Return the folded name without "republic of" and the like, None when it does not begin so."""
    if folded in _NOT_STATES:
        return None
    if not any(mark in folded for mark in (" of ", "republi", "reino ", "royaume ")):
        return None
    for beginning in _LONGEST_FIRST:
        if folded.startswith(beginning):
            return fold(folded.removeprefix(beginning))
    return None


def formal_parts(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the short names that a formal name of another language may end in, each with English words.

    `name` is as written. The words are those that the official English name must hold, so that "República
    Democrática Alemana" is not taken for Germany. An article alone needs none: "Le Maroc", "L’Allemagne".
    """
    if _NO_NAME.search(name):
        return
    if (bare := without_foreign_article(name)) != name:
        yield fold(bare), frozenset()
    words = fold(_ELIDED.sub(r"\1 ", name)).split()
    while words and words[0] in _LINKS:
        del words[0]
    needed: set[str] = set()
    named = False
    for at, word in enumerate(words):
        if word not in _NOUNS and word not in _ADJECTIVES and word not in _LINKS:
            return
        named = named or word in _NOUNS
        if word not in _LINKS:
            needed.add(_NOUNS.get(word) or _ADJECTIVES[word])
        if named and at + 1 < len(words):
            yield " ".join(words[at + 1 :]), frozenset(needed)
