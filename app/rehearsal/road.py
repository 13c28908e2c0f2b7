"""The road of a rehearsal: from the roll call to the adopted resolution, and what befalls robots between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from app.rehearsal.cast import Cast
from app.rehearsal.caucusing import moderated, unmoderated
from app.rehearsal.opening import agenda, general_list, late_arrivals, points, roll_call
from app.rehearsal.papers import DRAFT, amendments, working_papers
from app.rehearsal.questions import by_hand, by_roll_call
from app.rehearsal.robot import Robot

SETTLED_WITHIN = 30
"""Seconds within which a screen must be what a fresh one is: tallies come a tick later."""


async def play_road(cast: Cast) -> None:
    """Play the whole meeting; everybody watches. What does not hold is in the ledger.

    Raises Refused where an act in order is refused.
    """
    for scene in SCENES:
        await mishaps(cast)
        await scene(cast)
    await come_back(cast)
    await compare_screens(cast)


async def adoption(cast: Cast) -> None:
    """Debate is closed with one speaker against; a roll call is asked for and taken; the draft is adopted."""
    mover, against = cast.with_device[1], cast.with_device[2]
    raised = await cast.act(mover, "/motions", kind="close_debate")
    await cast.preside(f"/motions/{raised}/hearing")
    await cast.act(against, f"/motions/{raised}/speakers", side="against")
    await cast.preside("/questions/speeches", about="motion", number=raised)
    await cast.pace.rest(20)
    await cast.preside("/speeches/end", seat=against.key)
    await cast.preside("/questions/waiver", about="motion", number=raised)
    await by_hand(cast, "motion", str(raised))
    await cast.act(mover, "/motions", kind="roll_call_vote")
    result = await by_roll_call(cast, DRAFT)
    if "adopted" not in result.lower():
        cast.ledger.faults.append(f"The draft was not adopted: {result}")
    await cast.preside("/voting/closure")
    cast.tell(f"Debate closed; vote by roll call, with a pass: {result}")


Scene = Callable[[Cast], Awaitable[None]]
SCENES: tuple[Scene, ...] = (
    roll_call,
    agenda,
    late_arrivals,
    general_list,
    moderated,
    points,
    unmoderated,
    working_papers,
    amendments,
    adoption,
)


async def mishaps(cast: Cast) -> None:
    """Sockets that were cut come back; then two others are cut, and one page is opened again."""
    await come_back(cast)
    cut_one, cut_other, reloads = cast.luck.sample(cast.robots, 3)
    for robot in (cut_one, cut_other):
        await robot.cut()
        cast.ledger.mishaps["sockets cut"] += 1
    await reloads.reload()
    cast.ledger.mishaps["pages opened again"] += 1


async def come_back(cast: Cast) -> None:
    """Whose socket was cut opens one again, and says what it had."""
    for robot in cast.robots:
        if robot.is_cut:
            await robot.watch(*robot.screen)


async def compare_screens(cast: Cast) -> None:
    """What the frames made of each screen is what a fresh browser is shown, region by region."""
    for robot in cast.robots:
        for channel in robot.screen:
            if not await settled(robot, channel):
                who = robot.seat or "a screen without a seat"
                cast.ledger.faults.append(f"The screen {channel} of {who} differs from a fresh one.")
    frames = sum(robot.frames for robot in cast.robots)
    if not cast.ledger.faults:
        cast.tell(f"{len(cast.robots)} screens, {frames} frames: each equals a fresh one.")


async def settled(robot: Robot, channel: str) -> bool:
    """Whether the screen becomes what a fresh one is, in good time."""
    until = time.monotonic() + SETTLED_WITHIN
    while robot.screen[channel] != await robot.fresh(channel):
        if time.monotonic() > until:
            return False
        await asyncio.sleep(0.1)
    return True
