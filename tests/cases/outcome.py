"""What came out of a played transcript, held against what must come out of it."""

from __future__ import annotations

import json
from collections.abc import ItemsView, Iterator
from dataclasses import dataclass
from typing import Any

from app.transcripts import play

Row = dict[str, Any]
REFUSALS = ("refused", "against_rulebook", "impossible")


@dataclass(frozen=True)
class Outcome:
    """The answers by the number of their line, and the floor at the end."""

    lines: dict[int, Row]
    floor: Row

    @classmethod
    def of(cls, transcript: bytes) -> Outcome:
        """Play `transcript`, one JSON object a line."""
        told: list[Row] = list(play(transcript.splitlines(keepends=True)))
        return cls({one["line"]: one for one in told if "line" in one}, told[-1]["floor"])

    def events(self, line: int) -> list[Row]:
        """The events of `line`; none if it was refused."""
        given: list[Row] = self.lines[line].get("events", [])
        return given

    def fact(self, path: str) -> Any:
        """The entry of the floor at `path`, as the head of the table explains it."""
        *way, last = path.split(".")
        found: Any = self.floor
        for step in way:
            found = found[int(step)] if isinstance(found, list) else found[step]
        if last == "left":
            return found["deadline"] - self.floor["at"]
        if last == "#":
            return len(found)
        return found[int(last)] if isinstance(found, list) else found[last]


def differences(outcome: Outcome, row: Row) -> Iterator[str]:
    """One sentence for each point in which `outcome` is not what `row` of the table says."""
    yield from _of_refusals(outcome, row)
    yield from _of_lines(outcome, row)
    for path, wanted in row.get("floor", {}).items():
        found = outcome.fact(path)
        if found != (None if wanted == "nothing" else wanted):
            yield f"floor, {path}: {json.dumps(found)}, not {json.dumps(wanted)}"


def _of_refusals(outcome: Outcome, row: Row) -> Iterator[str]:
    named = {line: kind for kind in REFUSALS for line in row.get(kind, [])}
    for line, answer in outcome.lines.items():
        found = _kind(answer)
        wanted = named.get(line, "accepted")
        if found != wanted and not (wanted == "refused" and found != "accepted"):
            yield f"line {line}: {found}, not {wanted}: {answer.get('why', '')}"


def _kind(answer: Row) -> str:
    if answer["accepted"]:
        return "accepted"
    return "impossible" if answer["impossible"] else "against_rulebook"


def _of_lines(outcome: Outcome, row: Row) -> Iterator[str]:
    for line, words in row.get("why", {}).items():
        told = outcome.lines[int(line)].get("why", "")
        yield from (f"line {line}: nothing of {word} in: {told}" for word in words if word not in told)
    for line, names in row.get("events", {}).items():
        given = {event["event"] for event in outcome.events(int(line))}
        yield from (f"line {line}: no {name}" for name in names if name not in given)
    for line, names in row.get("no_events", {}).items():
        given = {event["event"] for event in outcome.events(int(line))}
        yield from (f"line {line}: {name}" for name in names if name in given)
    for line, entries in row.get("records", {}).items():
        if not any(entries.items() <= _plain(event) for event in outcome.events(int(line))):
            yield f"line {line}: nothing records {entries}"
    for line, figures in row.get("tally", {}).items():
        counted: Row = next((event["tally"] for event in outcome.events(int(line)) if event.get("tally")), {})
        for name, wanted in figures.items():
            if counted.get(name) != wanted:
                yield f"line {line}: {name} is {counted.get(name)}, not {wanted}"


def _plain(event: Row) -> ItemsView[str, str]:
    return {name: value for name, value in event.items() if isinstance(value, str)}.items()
