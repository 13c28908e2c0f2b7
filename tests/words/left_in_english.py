"""Which sentences of a page are still English, although its language has words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

from babel.messages.pofile import read_po

import app

LOCALE = Path(app.__file__).parent / "locale"
PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)[sd]")
FEWEST_WORDS = 3
"""Words in small letters: a message with fewer may be a name, or the same in both languages."""


def left_in_english(html: str, tag: str) -> list[str]:
    """The English messages that stand on a page in the language `tag`."""
    bare = re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", html))
    text = " ".join(unescape(bare).split())
    return [english for english, pieces in _messages(tag) if _stands(pieces, text)]


def _stands(pieces: tuple[str, ...], text: str) -> bool:
    """Whether the pieces of a message follow one another in a text, with values between them."""
    if not all(piece in text for piece in pieces):
        return False
    return re.search(".{0,80}?".join(map(re.escape, pieces)), text) is not None


@cache
def _messages(tag: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(_read(tag))


def _read(tag: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    with (LOCALE / tag / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id or ())
        for english in forms:
            small = [word for word in PLACE.sub(" ", english).split() if word.islower()]
            if english and english not in (message.string or "") and len(small) >= FEWEST_WORDS:
                yield english, tuple(piece.strip() for piece in PLACE.split(english) if piece.strip())
