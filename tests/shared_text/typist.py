"""Somebody who types in a working paper without a browser: a socket, and shared texts of its own."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Protocol

import httpx2 as httpx
from pycrdt import Doc, Text
from websockets.sync.client import connect

HANG = 30
"""Seconds: a guard, not a figure."""


def letters(raw: bytes) -> str:
    """Bytes as they stand in a message."""
    return b64encode(raw).decode()


class Where(Protocol):
    """A server and a committee: its origin and the committee's path."""

    @property
    def base(self) -> str: ...

    @property
    def here(self) -> str: ...


class Typist:
    """A socket at a paper's typing address; `heard` is all that it was told."""

    def __init__(self, served: Where, client: httpx.Client, paper: str = "WP-1") -> None:
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        headers = {"Cookie": cookies, "Origin": served.base}
        url = f"ws{served.base.removeprefix('http')}{served.here}/papers/{paper}/typing"
        self._open = ExitStack()
        self.socket = self._open.enter_context(connect(url, additional_headers=headers, open_timeout=HANG))
        self.docs: dict[str, Doc[Any]] = {}
        self.seeds: dict[str, str] = {}
        self.kept: dict[str, bytes] = {}
        self.heard: list[dict[str, Any]] = []
        self._n = 0

    def __enter__(self) -> Typist:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: object, trace: TracebackType | None) -> None:
        self._open.close()

    def greet(self, *clauses: str) -> Typist:
        """Say what is here of these clauses, and take what comes until the server says that this was all."""
        have = {}
        for clause in clauses:
            seen = letters(self.docs[clause].get_state()) if clause in self.docs else ""
            have[clause] = {"seed": self.seeds.get(clause, ""), "seen": seen}
        self.says(have=have)
        self.until("ready")
        return self

    def text(self, clause: str, name: str = "text") -> Text:
        """The shared text of a clause."""
        return self.docs[clause].get(name, type=Text)  # type: ignore[no-any-return]

    def typed(self, clause: str) -> int:
        """Send all of a clause that is not known to be kept; returns the message's number."""
        doc = self.docs[clause]
        return self.sends(clause, doc.get_update(self.kept[clause]), doc.get_state())

    def sends(self, clause: str, update: bytes, seen: bytes = b"\0", seed: str | None = None) -> int:
        """Send any bytes as what was typed."""
        self._n += 1
        given = {"clause": clause, "seed": self.seeds.get(clause, "") if seed is None else seed}
        self.says(typed={**given, "update": letters(update), "seen": letters(seen), "n": self._n})
        return self._n

    def writes(self, clause: str, words: str) -> None:
        """Add words at the end of a clause, and wait until they are kept."""
        text = self.text(clause)
        text += words
        n = self.typed(clause)
        self.until("kept", n)
        self.kept[clause] = self.docs[clause].get_state()

    def says(self, **message: Any) -> None:
        """Send one message."""
        self.socket.send(json.dumps(message))

    def until(self, name: str, value: Any = None) -> dict[str, Any]:
        """Take messages until one has this name (and this value)."""
        while True:
            told = self.hears()
            if name in told and value in (None, told[name]):
                return told

    def hears(self) -> dict[str, Any]:
        """Take one message."""
        told: dict[str, Any] = json.loads(self.socket.recv(timeout=HANG))
        self.heard.append(told)
        if "update" in told:
            clause = told["clause"]
            if told.get("seed", self.seeds.get(clause)) != self.seeds.get(clause):
                self.docs[clause], self.seeds[clause] = Doc(), told["seed"]
            self.docs[clause].apply_update(b64decode(told["update"]))
            if isinstance(told.get("kept"), str):
                self.kept[clause] = b64decode(told["kept"])
        return told
