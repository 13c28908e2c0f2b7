"""Transcripts in tests: written line by line, played, and looked at by the number of the line."""

from __future__ import annotations

import json
from typing import Any

from app.transcripts import play

NAMES = {"CA": "Canada", "FR": "France", "GH": "Ghana", "PE": "Peru"}
ROSTER = [{"delegation": code, "name": name, "standing": "member"} for code, name in NAMES.items()]


class Written:
    """A transcript that grows; every line is a second after the one before unless told otherwise."""

    def __init__(self, **heading: Any) -> None:
        first = {"rulebook": "harvard", "overlays": [], "parameters": {}, "roster": ROSTER, **heading}
        self.lines: list[dict[str, Any]] = [first]
        self.at = 0.0

    def says(self, command: str, by: str = "chair", after: float = 1, **fields: Any) -> int:
        """One more line; returns its number."""
        self.at += after
        self.lines.append({"at": self.at, "actor": by, "command": command, **fields})
        return len(self.lines)

    def in_debate(self) -> Written:
        """The roll is called, everybody is present, debate is open."""
        for command in ("StartRollCall", "MarkAllPresent", "CloseRollCall", "OpenDebate"):
            self.says(command)
        return self

    def played(self) -> Played:
        """What became of it."""
        return Played(list(play(self.bytes())))

    def bytes(self) -> list[bytes]:
        """As a file has it."""
        return [json.dumps(line).encode() + b"\n" for line in self.lines]


class Played:
    """The answers to a transcript: by line, those of the room's clocks apart, the floor at the end."""

    def __init__(self, told: list[dict[str, Any]]) -> None:
        self.told = told
        self.line = {one["line"]: one for one in told if "line" in one}
        self.alarms = [one for one in told if "before" in one]
        self.floor: dict[str, Any] = told[-1]["floor"]

    def events(self, line: int) -> list[str]:
        """The names of the events of an accepted line."""
        assert self.line[line]["accepted"], self.line[line]
        return [event["event"] for event in self.line[line]["events"]]

    def rule(self, line: int) -> str:
        """The rule that a line was refused by."""
        assert not self.line[line]["accepted"], self.line[line]
        return str(self.line[line]["rule"])
