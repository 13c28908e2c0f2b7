"""Join codes and sign-in tokens: how they are made, read and kept as a hash; and who guesses too much."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is mistaken for another sign, no I, L, O or U."""
LENGTH = 12
LOOKALIKES = str.maketrans("OIL", "011", "- \t\n")
MOST_GUESSERS = 10_000


def new_code() -> str:
    """A fresh join code of 60 random bits, in three groups: `7KQM-2ZP4-X9DA`."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(signs[start : start + 4] for start in range(0, LENGTH, 4))


def read_code(typed: str) -> str:
    """The code that somebody typed, without case, spaces, hyphens and look-alikes."""
    return typed.upper().translate(LOOKALIKES)[:64]


def code_hash(typed: str) -> str:
    """What is stored of a join code."""
    return hashlib.sha256(read_code(typed).encode("utf-8", "replace")).hexdigest()


def new_token() -> str:
    """A fresh sign-in token: 32 random bytes, in letters that a cookie may hold."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored of a sign-in token; it names the device, and is no secret."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


@dataclass(slots=True)
class Bucket:
    """What an address may still guess wrong, as of a moment (ms)."""

    left: float
    at: int


class Guessers:
    """Counts wrong codes by address: a bucket that fills again with time. Right codes are not its business.

    Forty pupils behind one address join at once; somebody who guesses waits. With 60 random bits even an
    unlimited guesser, at 1,000 codes a second against 2,000 valid ones, hits one within a day with a
    probability of 1.5 in 10 million: the limit saves the machine, not the secret (P-44).
    """

    def __init__(self, per_minute: int, now: Callable[[], int]) -> None:
        """`now` gives milliseconds."""
        self._most, self._now = per_minute, now
        self._buckets: dict[str, Bucket] = {}

    def wrong(self, address: str) -> int:
        """Notes a wrong code; returns for how many seconds this address must wait (0: not at all)."""
        now, bucket = self._now(), self._buckets.pop(address, None)
        left = self._most if bucket is None else min(self._most, bucket.left + self._gained(now - bucket.at))
        self._buckets[address] = Bucket(max(0.0, left - 1), now)
        if len(self._buckets) > MOST_GUESSERS:  # the longest silent is forgotten first
            del self._buckets[next(iter(self._buckets))]
        return 0 if left >= 1 else max(1, round((1 - left) * 60 / self._most))

    def let_go(self) -> None:
        """Forgets every address that may guess as if it had never been here."""
        now, most = self._now(), self._most
        self._buckets = {
            address: one
            for address, one in self._buckets.items()
            if one.left + self._gained(now - one.at) < most
        }

    def _gained(self, ms: int) -> float:
        return max(0, ms) * self._most / 60_000
