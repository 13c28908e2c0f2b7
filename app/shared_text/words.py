"""One clause's words as a shared text (Yjs): what was typed is merged, whatever order it comes in.

A state is bytes, whole in itself; a `pycrdt.Doc` lives inside one call and one thread only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pycrdt import Doc, Text

from app.shared_text.updates import is_plain
from resolutions.document import LONGEST_OPENING, LONGEST_TEXT, Clause

FIELDS = ("opening", "text", "text_after")
LONGEST = {"opening": LONGEST_OPENING, "text": LONGEST_TEXT, "text_after": LONGEST_TEXT}
LARGEST_STATE = 512 * 1024
"""Bytes of a clause's state: many times what a clause of the greatest length takes, typed and typed over."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one clause, as they were typed."""

    opening: str
    text: str
    text_after: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A clause's state with one more update in it."""

    state: bytes
    words: Words


def words_of(clause: Clause) -> Words:
    """The words of a clause of a document."""
    return Words(clause.opening, clause.text, clause.text_after)


def seeded(words: Words) -> bytes:
    """A fresh state with these words."""
    doc: Doc[Any] = Doc()
    _put(doc, words)
    return doc.get_update()


def vector(state: bytes) -> bytes:
    """How much of each writer's typing a state has."""
    return _opened(state).get_state()


def lacking(state: bytes, seen: bytes) -> bytes | None:
    """What somebody who has seen this much lacks; None where `seen` is no vector."""
    try:
        return _opened(state).get_update(seen or b"\0")
    except ValueError:
        return None


def reworded(state: bytes, words: Words) -> bytes:
    """The state with other words: only what differs is written, so that it merges with what is typed."""
    doc = _opened(state)
    _put(doc, words)
    return doc.get_update()


def joined(state: bytes, update: bytes, seen: bytes) -> Joined | str:
    """The state with an update in it, or the rule that refuses it; then nothing of it is kept.

    `seen` is the writer's own vector: an update that leaves a gap below it is not taken (`typing.behind`).
    """
    doc = _opened(state)
    if not is_plain(update, FIELDS) or not _apply(doc, update):
        return "typing.malformed"
    words = _read(doc)
    if any(len(getattr(words, name)) > LONGEST[name] for name in FIELDS):
        return "draft.too_long"
    whole = doc.get_update()
    if len(whole) > LARGEST_STATE:
        return "typing.too_large"
    return Joined(whole, words) if _covers(doc.get_state(), seen) else "typing.behind"


def _opened(state: bytes) -> Doc[Any]:
    doc: Doc[Any] = Doc()
    doc.apply_update(state)
    return doc


def _apply(doc: Doc[Any], update: bytes) -> bool:
    """Whether the update could be read. A stranger's bytes may also trip the library over itself."""
    try:
        doc.apply_update(update)
    except ValueError:
        return False
    except BaseException as fault:
        if type(fault).__module__ != "pyo3_runtime":
            raise
        return False
    return True


def _read(doc: Doc[Any]) -> Words:
    return Words(*(str(_text(doc, name)) for name in FIELDS))


def _text(doc: Doc[Any], name: str) -> Text:
    text: Text = doc.get(name, type=Text)
    return text


def _put(doc: Doc[Any], words: Words) -> None:
    with doc.transaction():
        for name in FIELDS:
            _change(_text(doc, name), getattr(words, name))


def _change(text: Text, new: str) -> None:
    """Write `new` in the place of what is there; what begins and ends alike is left alone."""
    old = str(text)
    if old == new:
        return
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    start = _size(old[:before])
    if len(old) > before + after:
        del text[start : start + _size(old[before : len(old) - after])]
    if len(new) > before + after:
        text.insert(start, new[before : len(new) - after])


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _size(words: str) -> int:
    """Places in a shared text are counted in bytes of UTF-8."""
    return len(words.encode())


def _covers(have: bytes, wanted: bytes) -> bool:
    """Whether a vector holds all that another does; an unreadable one is held by none."""
    mine, theirs = _clocks(have), _clocks(wanted)
    if mine is None or theirs is None:
        return False
    return all(mine.get(writer, 0) >= clock for writer, clock in theirs.items())


def _clocks(vector: bytes) -> dict[int, int] | None:
    """Writer -> how much of it, of a state vector: a count, then pairs, all as base-128 numbers."""
    numbers, value, shift = [], 0, 0
    for byte in vector:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value = shift = 0
    if shift or not numbers or len(numbers) != 1 + 2 * numbers[0]:
        return None
    return dict(zip(numbers[1::2], numbers[2::2], strict=True))
