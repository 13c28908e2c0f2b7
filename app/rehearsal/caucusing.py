"""The caucuses: two motions in the order of precedence, a moderated and an unmoderated one."""

from __future__ import annotations

from app.rehearsal.cast import Cast
from app.rehearsal.out_of_order import Wrong
from app.rehearsal.questions import by_devices, by_hand

SPEAKERS = 4


async def moderated(cast: Cast) -> None:
    """Of two motions the more disruptive is put first and fails by hand; the other carries by devices."""
    mover, *others = cast.luck.sample(cast.with_device, 3)
    rival = (cast.without_device or cast.with_device)[0]
    total = cast.pace.length(80, of=SPEAKERS)
    first = await cast.act(rival, "/motions", kind="unmoderated_caucus", total_seconds=total)
    terms = {"total_seconds": total, "speech_seconds": total // SPEAKERS, "topic": "Reintegration"}
    moved = await cast.act(mover, "/motions", kind="moderated_caucus", **terms)
    too_early = {"about": "motion", "subject": str(moved)}
    await cast.try_wrong(Wrong("the chair puts the lesser motion first", cast.chair, "/votes", too_early))
    await by_hand(cast, "motion", str(first), carried=False)
    await by_devices(cast, "motion", str(moved))
    await cast.act(mover, "/caucus/slot", slot="first")
    for one in others:
        await cast.act(one, "/speakers")
    for one in (mover, *others):
        await cast.preside("/speeches/next", after="")
        await cast.pace.rest(15)
        await cast.preside("/speeches/end", seat=one.key)
    await cast.preside("/caucus/closure")
    cast.tell(f"Moderated caucus: against another motion, by devices; {1 + len(others)} spoke, then nobody.")


async def unmoderated(cast: Cast) -> None:
    """Moved from a phone, voted by hand; it runs until its time is over, at the pace of people."""
    (mover,) = cast.luck.sample(cast.with_device, 1)
    total = cast.pace.length(60)
    moved = await cast.act(mover, "/motions", kind="unmoderated_caucus", total_seconds=total)
    await by_hand(cast, "motion", str(moved))
    await cast.pace.rest(62)
    await cast.preside("/caucus/closure")
    cast.tell(f"Unmoderated caucus of {total} seconds: voted by hand, closed.")
