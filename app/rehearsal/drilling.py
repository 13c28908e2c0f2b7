"""A drill on a running server: robots do what its transcript says, step by step, and the server rules."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
from rich.console import Console

from app.drills import Ruling, Situation, UnknownDrill, elsewhere_ruled, ruled, situation, situations
from app.rehearsal.operator import NotRehearsed, ask_for_a_committee
from app.rehearsal.pace import BadPace, Pace, read_pace
from app.rehearsal.robot import Refused, Robot
from app.words import ENGLISH

STEP = 4
"""Seconds between two steps, at the pace of people."""
OUTCOMES = {
    "in_order": "In order",
    "against_rulebook": "Out of order; the chair may insist",
    "impossible": "Impossible; nobody may insist",
    "carried": "Carried",
    "lost": "Lost",
}


def drill(url: str, name: str, data: Path, pace: str = "max") -> bool:
    """Play a drill against the server at `url` and print what is ruled, by which rule.

    `data` is that server's data directory. Returns whether the server ruled what the rules say without it.
    Raises NotRehearsed.
    """
    out = Console(soft_wrap=True, highlight=False)
    try:
        chosen, speed = situation(name), read_pace(pace)
        told = ask_for_a_committee(url, data, {"drill": name})
        said = asyncio.run(_Playing(url.rstrip("/"), told["codes"], speed, out).play(chosen))
    except (UnknownDrill, BadPace, Refused) as no:
        raise NotRehearsed(str(no)) from None
    except (OSError, httpx.HTTPError) as error:
        raise NotRehearsed(f"The drill stopped: {str(error) or type(error).__name__}.") from error
    ruling = ruled(chosen)
    for line in (*_in_words(ruling), *_elsewhere(elsewhere_ruled(chosen))):
        out.print(line, markup=False)
    agreed = ruling.sentence in said  # the server tells every refusal, the gravest is the ruling
    if not agreed:
        out.print(f"The server said otherwise: {said}", markup=False)
    return agreed


def list_drills() -> None:
    """Print the drills that there are."""
    out = Console(soft_wrap=True, highlight=False)
    for one in situations():
        out.print(f"{one.name}: {one.words['en'][0]}", markup=False)


def _in_words(ruling: Ruling) -> Iterator[str]:
    yield f"Ruling: {OUTCOMES[ruling.outcome]}. {ruling.sentence}"
    if ruling.rule:
        yield f"The rule that decides: {ruling.rule}."
    if ruling.setting:
        yield f"In this house ({ruling.house}), {ruling.setting[0]}: “{ruling.setting[1]}”."


def _elsewhere(ruling: Ruling | None) -> Iterator[str]:
    if ruling and ruling.setting:
        label, value = ruling.setting
        yield f"In a house with {label} “{value}”: {OUTCOMES[ruling.outcome]}. {ruling.sentence}"


class _Playing:
    """Robots at the places that a transcript names; each comes in with its first step."""

    def __init__(self, base: str, codes: list[dict[str, Any]], pace: Pace, out: Console) -> None:
        chair = next(one["code"] for one in codes if one["role"] == "chair")
        self._codes = {"chair": chair, **{one["seat"]: one["code"] for one in codes if one["kind"]}}
        self._base, self._pace, self._out = base, pace, out
        self._robots: dict[str, Robot] = {}
        self._paths: dict[str, str] = {}
        self._acts: dict[str, int] = {}

    async def play(self, chosen: Situation) -> str:
        """Do all steps; returns what the server says to the last. Raises Refused for any before it."""
        title, text = chosen.words[ENGLISH.tag]
        self._out.print(f"{title}. {text}", markup=False)
        self._paths = await self._commands()
        *steps, last = enumerate(map(json.loads, chosen.transcript[1:]), 2)
        try:
            for number, step in steps:
                await self._step(number, step)
            return await self._step(*last)
        except Refused as no:
            if len(self._acts) < len(steps):
                raise
            self._out.print(f"  refused: {no}", markup=False)
            return str(no)
        finally:
            await asyncio.gather(*(robot.leave() for robot in self._robots.values()))

    async def _step(self, number: int, step: dict[str, Any]) -> str:
        """One line of the transcript, by whom it names; returns the server's sentence."""
        actor, command = step.pop("actor"), step.pop("command")
        self._out.print(f"  {actor}: {command}", markup=False)
        await self._pace.rest(STEP)
        robot = await self._robot(actor)
        fields = {name: self._numbered(name, value) for name, value in step.items() if name != "at"}
        if command == "ProposeAmendment":
            fields["base"] = (await robot.get(f"/papers/{fields['paper']}"))["digest"]
        path = self._paths[command]
        in_path = {name: fields.pop(name) for name in list(fields) if f"{{{name}}}" in path}
        told = await robot.act(path.format(**in_path), **fields)
        self._acts[f"@{number}"] = told["recorded"]
        return str(told["sentence"])

    def _numbered(self, name: str, value: Any) -> Any:
        """The number of an act in place of its line, such as "@5"; the subject of a vote is a text."""
        if not isinstance(value, str) or value not in self._acts:
            return value
        return str(self._acts[value]) if name == "subject" else self._acts[value]

    async def _robot(self, actor: str) -> Robot:
        if actor not in self._robots:
            self._robots[actor] = Robot(self._base, self._codes[actor])
            await self._robots[actor].join()
        return self._robots[actor]

    async def _commands(self) -> dict[str, str]:
        """The path of each command below a committee, as the server's own description has it."""
        async with httpx.AsyncClient(base_url=self._base, timeout=30) as client:
            told = (await client.get("/openapi.json")).json()
        paths = {one["post"]["operationId"]: path for path, one in told["paths"].items()}
        return {command: path.removeprefix("/committees/{committee}") for command, path in paths.items()}
