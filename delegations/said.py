"""Sentences that keep their message: in English as they stand, in another language for whoever reads that."""

from __future__ import annotations

from typing import Any


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message for the catalogues of whoever translates it."""
    return message


class Said(str):
    """A message with its `values` put in. It reads in English; `message` says it again in another language.

    A value may be a sentence of this kind itself.
    """

    message: str
    values: dict[str, Any]

    def __new__(cls, message: str, **values: Any) -> Said:
        """The sentence."""
        made = super().__new__(cls, message.format(**values))
        made.message, made.values = message, values
        return made

    def __str__(self) -> Said:
        """Itself: `str(error)` of an error that was raised with it still knows the message."""
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """What a copy is made of: the message, not the words."""
        return (self.message,), self.values
