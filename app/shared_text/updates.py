"""What an update may be: words put into a clause's fields, and deletions. Judged before it is read.

The library reserves room for as many parts as a message claims to have; a few bytes could take gigabytes. The
format is the first version of Yjs's: structs by writer, then what is deleted, all in numbers of base 128.
"""

from __future__ import annotations

from collections.abc import Sequence

GONE, DELETED, STRING = 0, 1, 4
"""The kinds of struct that are taken; others would be pictures, styles or documents in the text."""
HAS_LEFT, HAS_RIGHT, HAS_KEY, KIND = 128, 64, 32, 31
LARGEST_NUMBER = 2**53


class NotPlain(ValueError):
    """The update is not one of plain words."""


def is_plain(update: bytes, fields: Sequence[str]) -> bool:
    """Whether an update is well formed, and writes nothing but words into these fields."""
    reader = _Reader(update)
    try:
        for _ in range(reader.number()):
            _structs_of_a_writer(reader, fields)
        for _ in range(reader.number()):
            reader.number()
            for _ in range(reader.number()):
                reader.number()
                reader.number()
    except NotPlain:
        return False
    return reader.at == len(update)


def _structs_of_a_writer(reader: _Reader, fields: Sequence[str]) -> None:
    count = reader.number()
    reader.number()
    reader.number()
    for _ in range(count):
        info = reader.byte()
        kind = info & KIND
        if kind not in (GONE, DELETED, STRING):
            raise NotPlain
        if kind != GONE:
            _place(reader, info, fields)
        if kind == STRING:
            reader.words()
        else:
            reader.number()


def _place(reader: _Reader, info: int, fields: Sequence[str]) -> None:
    """Between which letters a struct stands; without neighbours it names its field."""
    for side in (HAS_LEFT, HAS_RIGHT):
        if info & side:
            reader.number()
            reader.number()
    if not info & (HAS_LEFT | HAS_RIGHT) and (reader.number() != 1 or reader.words() not in fields):
        raise NotPlain
    if info & HAS_KEY:
        raise NotPlain


class _Reader:
    """Reads forward through the bytes; raises NotPlain where they end or make no sense."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def byte(self) -> int:
        if self.at >= len(self.data):
            raise NotPlain
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            if value > LARGEST_NUMBER:
                raise NotPlain
            if byte < 128:
                return value
            shift += 7

    def words(self) -> str:
        size = self.number()
        raw = self.data[self.at : self.at + size]
        if len(raw) < size:
            raise NotPlain
        self.at += size
        try:
            return raw.decode()
        except UnicodeDecodeError as fault:
            raise NotPlain from fault
