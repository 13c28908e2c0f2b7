"""The rehearsal from outside: gets a committee of its own, seats the robots, tells what came of it."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from rich.console import Console

from app.rehearsal.road import Cast, play_road
from app.rehearsal.robot import Refused, Robot


class NotRehearsed(Exception):
    """The rehearsal could not be held or did not end as it should; the message is one sentence."""


def rehearse(url: str, seats: int, data: Path) -> None:
    """Play the road with `seats` robot delegates against the server at `url`.

    `data` is that server's data directory: its owner alone may rehearse. The rehearsal has a committee of
    its own and leaves the others alone. Raises NotRehearsed.
    """
    out = Console()
    codes = _ask_for_a_committee(url, data)
    try:
        asyncio.run(_rehearse(url.rstrip("/"), codes, seats, out))
    except (Refused, OSError) as error:
        raise NotRehearsed(f"The rehearsal stopped: {error}") from error


async def _rehearse(base: str, told: dict[str, Any], seats: int, out: Console) -> None:
    listed = told["codes"]
    chair = Robot(base, next(one["code"] for one in listed if one["role"] == "chair"))
    members = [one for one in listed if one["role"] == "delegate" and one["kind"] == "member"]
    if not 4 <= seats <= len(members):
        raise NotRehearsed(f"Between 4 and {len(members)} robot delegates can take part.")
    cast = Cast(chair, [Robot(base, one["code"]) for one in members[:seats]])
    out.print(f"Rehearsing in committee {told['committee']} with {seats} robot delegates.")
    for robot in cast.everybody:
        await robot.join()
    try:
        await play_road(cast, out.print)
    finally:
        await asyncio.gather(*(robot.leave() for robot in cast.everybody), return_exceptions=True)


def _ask_for_a_committee(url: str, data: Path) -> dict[str, Any]:
    try:
        known = json.loads((data / "operator.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise NotRehearsed(
            "No server runs on this data directory: start Placard first, with the same PLACARD_DATA."
        ) from None
    request = urllib.request.Request(  # noqa: S310 - the server that the person named
        f"{url.rstrip('/')}/operator/rehearsals",
        data=b"{}",
        headers={"Authorization": f"Bearer {known['secret']}", "Origin": url.rstrip("/")},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            told: dict[str, Any] = json.load(answer)
    except (urllib.error.URLError, ValueError) as error:
        raise NotRehearsed(f"The server at {url} did not open a rehearsal: {error}.") from error
    return told
