"""Finds the name of a state among the words of a sentence, with the articles of several languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from delegations.countries import longest_name, lookup

ARTICLES = frozenset((
    "the", "la", "le", "les", "el", "los", "las", "o", "a", "os", "as", "die", "der", "das", "den", "dem",
))  # fmt: skip
AND = frozenset(("and", "or", "et", "y", "e", "und", "ou", "o", "&"))
_ELIDED = re.compile(r"[ldLD]['’](?=[A-ZÀ-Ý])")
_LONGEST = 7


def state_at(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """Return how many of `words` from `at` on name a state, with its article, and the name as printed."""
    article = int(at + 1 < len(words) and words[at].lower() in ARTICLES)
    first = at + article
    elided = _ELIDED.match(words[first])
    if not elided and not words[first][:1].isupper():
        return None
    if found := longest_name(words, at):
        return found[0], " ".join(words[at : at + found[0]]).rstrip(",;:").removeprefix("the ")
    for size in range(min(_LONGEST, len(words) - first), 0, -1):
        piece = words[first : first + size]
        name = _ELIDED.sub("", " ".join(piece), count=1).rstrip(",;:")
        if not any(word[-1] in ",;:.?!" for word in piece[:-1]) and lookup(name).is_country:
            return article + size, name
    return None


def without_article(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a sentence without the article that they begin with."""
    if len(words) > 1 and words[0].lower() in ARTICLES and words[1][:1].isupper():
        return words[1:]
    return [_ELIDED.sub("", words[0], count=1), *words[1:]] if words else words
