"""The rehearsal from outside: gets a committee of its own, seats the robots, tells what came of it."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from random import Random
from typing import Any

import httpx2 as httpx
from rich.console import Console
from websockets.exceptions import WebSocketException

from app.rehearsal.cast import Cast, Delegation
from app.rehearsal.operator import NotRehearsed, ask_for_a_committee
from app.rehearsal.pace import BadPace, Pace, read_pace
from app.rehearsal.report import Report, report_of
from app.rehearsal.road import play_road
from app.rehearsal.robot import Refused, Robot

FEWEST, MOST = 4, 193
WITHOUT_DEVICE = 0.3
OUT_OF_ORDER = 0.2
"""Shares of delegations without a device, and of acts that are out of order."""


def rehearse(url: str, seats: int, data: Path, pace: str = "max", seed: int = 1) -> Report:
    """Play a whole meeting with `seats` robot delegations against the server at `url`.

    `data` is that server's data directory: its owner alone may rehearse. The rehearsal has a committee of
    its own and leaves the others alone. `pace` is max, or how many times as fast as people; the same `seed`
    gives the same meeting. Raises NotRehearsed.
    """
    if not FEWEST <= seats <= MOST:
        raise NotRehearsed(f"Between {FEWEST} and {MOST} robot delegations can take part.")
    try:
        speed = read_pace(pace)
        told = ask_for_a_committee(url, data, {"members": seats})
    except BadPace as bad:
        raise NotRehearsed(str(bad)) from None
    return rehearse_in(url, told, speed, seed)


def rehearse_in(url: str, told: dict[str, Any], pace: Pace, seed: int) -> Report:
    """Play a whole meeting in a committee that `ask_for_a_committee` has told of. Raises NotRehearsed."""
    try:
        return asyncio.run(_rehearse(url.rstrip("/"), told, pace, seed))
    except (OSError, httpx.HTTPError, WebSocketException) as error:
        raise NotRehearsed(f"The rehearsal stopped: {str(error) or type(error).__name__}.") from error


async def _rehearse(base: str, told: dict[str, Any], pace: Pace, seed: int) -> Report:
    out = Console(soft_wrap=True, highlight=False)
    cast = cast_of(base, told, pace, Random(seed), out)  # noqa: S311 - lots of a play
    _begin(out, base, told, cast, seed)
    began = time.monotonic()
    await _take_places(cast)
    try:
        await play_road(cast)
    except Refused as no:
        cast.ledger.faults.append(f"An act that is in order was refused: {no}")
    finally:
        report = report_of(cast, time.monotonic() - began)
        everybody = [*cast.robots, *(one.robot for one in cast.gone if one.robot)]
        await asyncio.gather(*(robot.leave() for robot in everybody), return_exceptions=True)
    for line in report.lines():
        out.print(line, markup=False)
    return report


def cast_of(base: str, told: dict[str, Any], pace: Pace, luck: Random, out: Console) -> Cast:
    """Everybody who plays, out of the codes of the committee; who has no device is drawn by lot."""
    listed = told["codes"]
    members = [one for one in listed if one["role"] == "delegate" and one["kind"] == "member"]
    keys = [one["seat"] for one in members]
    bare = set(luck.sample(keys, round(WITHOUT_DEVICE * len(keys))))
    delegations = [
        Delegation(one["seat"], one["name"], None if one["seat"] in bare else Robot(base, one["code"]))
        for one in members
    ]
    watching = [Robot(base, _code(listed, role)) for role in ("projector", "observer")]
    chair = Robot(base, _code(listed, "chair"))
    return Cast(
        chair,
        delegations,
        watching,
        pace,
        luck,
        lambda line: out.print(line, markup=False),
        wrong=OUT_OF_ORDER,
    )


def _begin(out: Console, base: str, told: dict[str, Any], cast: Cast, seed: int) -> None:
    """Say who plays, and with which codes people may look on."""
    for line in (
        f"Rehearsing in committee {told['committee']} with {len(cast.delegations)} robot delegations, "
        f"{len(cast.without_device)} of them without a device; pace {cast.pace.told}, seed {seed}.",
        f"To look on, open {base} with the code {_code(told['codes'], 'observer')}, for the wall "
        f"{_code(told['codes'], 'projector')}.",
    ):
        out.print(line, markup=False)


async def _take_places(cast: Cast) -> None:
    """Everybody signs in and watches."""
    for robot in cast.robots:
        await robot.join()
        if robot is cast.chair:
            await robot.watch("public", "dais")
        elif robot is cast.watching[0]:
            await robot.watch("public", "projector")
        else:
            await robot.watch("public", *([f"seat:{robot.seat}"] if robot.seat else []))


def _code(listed: list[dict[str, Any]], role: str) -> str:
    return str(next(one["code"] for one in listed if one["role"] == role))
