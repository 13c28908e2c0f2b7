"""The road of a rehearsal: roll call, debate, a caucus, a paper, an amendment, a roll-call vote, adoption."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.rehearsal.robot import Refused, Robot

Tell = Callable[[str], None]
CLAUSES = (
    ("preambular", "Recalling", "the Global Compact for Safe, Orderly and Regular Migration"),
    ("operative", "Urges", "States to give notice before removal flights"),
    ("operative", "Requests", "a report on reintegration within one year"),
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: a chair and the delegates."""

    chair: Robot
    delegates: list[Robot]

    @property
    def everybody(self) -> list[Robot]:
        """The chair first."""
        return [self.chair, *self.delegates]


async def play_road(cast: Cast, tell: Tell) -> None:
    """Play from the roll call to the adopted resolution; everybody watches all the time.

    Raises Refused where the server says no, or where a screen does not show what a fresh one shows.
    """
    for robot in cast.everybody:
        own = "dais" if robot is cast.chair else f"seat:{robot.seat}"
        await robot.watch("public", own)
    for scene in (roll_call, debate, caucus, paper, amendment, adoption):
        await scene(cast, tell)
    await compare_screens(cast, tell)


async def roll_call(cast: Cast, tell: Tell) -> None:
    """Everybody answers from their own device; who has no robot is absent."""
    await cast.chair.act("/roll-calls")
    await asyncio.gather(*(one.act("/roll-call/statuses", status="present") for one in cast.delegates))
    await cast.chair.act("/roll-call/closure")
    await cast.chair.act("/debates", insist="This is a rehearsal")
    tell(f"Roll call: {len(cast.delegates)} present; debate is open.")


async def debate(cast: Cast, tell: Tell) -> None:
    """All ask for the floor at once; two speak."""
    await asyncio.gather(*(one.act("/speakers") for one in cast.delegates))
    floor = await cast.chair.get("/floor.json")
    for seat in speakers(floor)[:2]:
        await cast.chair.act("/speeches/next", after="")
        await cast.chair.act("/speeches/end", seat=seat)
    tell("General list: two speeches.")


async def caucus(cast: Cast, tell: Tell) -> None:
    """A moderated caucus is moved from a phone, voted by devices, and has two speakers."""
    mover = cast.delegates[0]
    raised = await mover.act(
        "/motions", kind="moderated_caucus", total_seconds=600, speech_seconds=60, topic="Reintegration"
    )
    await vote_by_devices(cast, "motion", str(raised["recorded"]))
    for one in cast.delegates[:2]:
        await one.act("/speakers")
        await cast.chair.act("/speeches/next", after="")
        await cast.chair.act("/speeches/end", seat=one.seat)
    await cast.chair.act("/caucus/closure")
    tell("Moderated caucus: moved, voted by devices, two speeches, closed.")


async def paper(cast: Cast, tell: Tell) -> None:
    """A paper is written, sponsored, signed, submitted, approved and introduced."""
    author, *others = cast.delegates
    await author.act("/papers", title="Reintegration after return")
    for one in others:
        await author.act("/papers/WP-1/readers", reader=one.seat)
    await others[0].act("/papers/WP-1/sponsors")
    for one in others[1:]:
        await one.act("/papers/WP-1/signatories")
    for version, (kind, opening, text) in enumerate(CLAUSES):
        change = {"version": version, "edit": "add", "kind": kind, "opening": opening, "text": text}
        await author.act_on_text("WP-1", change)
    await author.act("/papers/WP-1/submission")
    await cast.chair.act("/papers/WP-1/approval")
    raised = await author.act("/motions", kind="introduce_draft", paper="WP-1")
    await vote_by_devices(cast, "motion", str(raised["recorded"]))
    tell("Paper: written, signed, approved as DR 1.1, introduced.")


async def amendment(cast: Cast, tell: Tell) -> None:
    """A change to the last clause is moved and adopted."""
    mover = cast.delegates[-1]
    text = await mover.get("/papers/WP-1")
    clause = text["document"]["clauses"][-1]
    change = {"opening": clause["opening"], "text": f"{clause['text']} and every year after"}
    await mover.act(
        "/papers/WP-1/amendments", action="modify", base=text["digest"], clause=clause["uid"], **change
    )
    for one in cast.delegates[:-1]:
        await one.act("/amendments/A1/signatories")
    raised = await mover.act("/motions", kind="introduce_amendment", amendment="A1")
    await vote_by_devices(cast, "motion", str(raised["recorded"]))
    await vote_by_devices(cast, "amendment", "A1")
    tell("Amendment: moved, signed, adopted.")


async def adoption(cast: Cast, tell: Tell) -> None:
    """Debate is closed; the roll is called, one delegation passes first; the draft is adopted."""
    raised = await cast.delegates[1].act("/motions", kind="close_debate")
    await vote_by_devices(cast, "motion", str(raised["recorded"]))
    opened = await _open(cast, "paper", "WP-1", "roll_call")
    order = sorted(one.seat for one in cast.delegates)
    ballots = f"/votes/{opened}/ballots"
    for place, seat in enumerate(order):
        await cast.chair.act(ballots, seat=seat, choice="pass" if place == 0 else "yes")
    await cast.chair.act(ballots, seat=order[0], choice="yes")
    await _count(cast, opened)
    tell("Roll-call vote in two rounds: adopted.")


async def vote_by_devices(cast: Cast, about: str, subject: str) -> None:
    """All vote yes at once, from their own devices."""
    number = await _open(cast, about, subject, "devices")
    ballots = f"/votes/{number}/ballots"
    await asyncio.gather(*(one.act(ballots, choice="yes") for one in cast.delegates))
    await _count(cast, number)


async def _open(cast: Cast, about: str, subject: str, mode: str) -> int:
    opened = await cast.chair.act(
        "/votes", insist="This is a rehearsal", about=about, subject=subject, mode=mode
    )
    return int(opened["recorded"])


async def _count(cast: Cast, number: int) -> None:
    await cast.chair.act(f"/votes/{number}/closure")
    await cast.chair.act(f"/votes/{number}/result")


async def compare_screens(cast: Cast, tell: Tell) -> None:
    """What the frames made of each screen is what a fresh browser is shown, region by region."""
    await asyncio.sleep(0.6)  # tallies may come a tick later
    for robot in cast.everybody:
        for channel, shown in robot.screen.items():
            if shown != await robot.fresh(channel):
                raise Refused(f"the screen {channel} of {robot.seat or 'the chair'} differs from a fresh one")
    frames = sum(robot.frames for robot in cast.everybody)
    tell(f"{len(cast.everybody)} screens, {frames} frames: each equals a fresh one.")


def speakers(floor: dict[str, Any]) -> list[str]:
    """The seats on the list in use, as the public screen has them."""
    return [row["key"] for row in floor["public"]["list"]["rows"]]
