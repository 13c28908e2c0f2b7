"""Tests with a phone before the meeting: which phones came, and how far each got. Kept in memory alone."""

from __future__ import annotations

import secrets
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import Literal

LIVES_MS = 2 * 3_600_000
"""Milliseconds for which the code of a test opens its page."""
MOST_TESTS, MOST_PHONES = 20, 40
"""Tests at once, and phones of one test; the oldest give way."""
SILENT_MS = 15_000
"""A phone that says nothing more for so long has got no further."""
SLOW_MS = 800
"""An answer that takes longer is slow, as on the connection badge."""
CLOCK_OFF_S = 60
"""From so many seconds on a phone's clock is called wrong."""
Answers = Literal["", "ok", "other", "failed"]
Press = Literal["", "ok", "refused", "failed"]
Line = Literal["", "ok", "refused", "silent"]


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone that opened the page at `at` (ms) and was heard of last at `heard`; "" is not tried yet.

    `answers` are those to its requests, within `round_ms`; `press` a form that it sent; `line` its websocket;
    `clock_s` how many seconds its clock is ahead of the server's, None where that is not known.
    """

    key: str
    at: int
    heard: int
    answers: Answers = ""
    press: Press = ""
    line: Line = ""
    round_ms: int = 0
    clock_s: int | None = None

    @property
    def done(self) -> bool:
        """Whether it has tried everything."""
        return self.clock_s is not None

    @property
    def works(self) -> bool:
        """Whether a delegation could take part with it."""
        return self.answers == self.press == "ok"

    @property
    def all_works(self) -> bool:
        """Whether nothing at all stands in its way."""
        return self.works and self.line == "ok" and self.done and not self.slow and not self.clock_is_off

    @property
    def slow(self) -> bool:
        """Whether it waits noticeably for each answer."""
        return self.round_ms > SLOW_MS

    @property
    def clock_is_off(self) -> bool:
        """Whether its clock is wrong."""
        return self.clock_s is not None and abs(self.clock_s) >= CLOCK_OFF_S

    def stuck(self, now: int) -> bool:
        """Whether it got no further, at `now` (ms)."""
        return not self.done and now - self.heard > SILENT_MS


@dataclass(slots=True)
class _Test:
    organizer: Hashable
    code: str
    opened: int
    phones: dict[str, Phone] = field(default_factory=dict)


class PhoneTests:
    """The tests that organizers have opened."""

    def __init__(self) -> None:
        self._tests: dict[str, _Test] = {}

    def open(self, organizer: Hashable, now: int) -> str:
        """The code of this organizer's test: the one that runs, else a new one."""
        self._forget(now)
        found = next((test for test in self._tests.values() if test.organizer == organizer), None)
        if found is None:
            found = _Test(organizer, secrets.token_urlsafe(9), now)
            self._tests[found.code] = found
        while len(self._tests) > MOST_TESTS:
            del self._tests[next(iter(self._tests))]
        return found.code

    def runs(self, code: str, now: int) -> bool:
        """Whether this code belongs to a test that runs."""
        self._forget(now)
        return code in self._tests

    def arrived(self, code: str, now: int) -> str | None:
        """A phone has opened the page of a test: its key; None where there is no such test."""
        if not self.runs(code, now):
            return None
        phones, key = self._tests[code].phones, secrets.token_hex(8)
        phones[key] = Phone(key, now, now)
        while len(phones) > MOST_PHONES:
            del phones[next(iter(phones))]
        return key

    def note(self, code: str, phone: Phone, now: int) -> None:
        """What a phone has found out by now; one that is not known is left out."""
        test = self._tests.get(code)
        if test is not None and phone.key in test.phones:
            test.phones[phone.key] = replace(phone, heard=now)

    def phone(self, code: str, key: str) -> Phone | None:
        """A phone of a test."""
        test = self._tests.get(code)
        return test.phones.get(key) if test else None

    def phones(self, code: str) -> tuple[Phone, ...]:
        """The phones of a test, the newest first."""
        test = self._tests.get(code)
        return tuple(reversed(test.phones.values())) if test else ()

    def _forget(self, now: int) -> None:
        for test in [one for one in self._tests.values() if now - one.opened > LIVES_MS]:
            del self._tests[test.code]
