"""The first scenes: roll call, agenda, late arrivals, the general speakers' list, points and an appeal."""

from __future__ import annotations

from app.rehearsal.cast import Cast, Delegation
from app.rehearsal.out_of_order import Wrong
from app.rehearsal.questions import by_hand

SPEECH = 20
"""Seconds that a robot speaks, at the pace of people."""


async def roll_call(cast: Cast) -> None:
    """Devices answer for themselves, the dais enters the others; who is late is absent."""
    cast.late = [cast.with_device[-1], *cast.without_device[-1:]]
    await cast.preside("/roll-calls")
    answering = cast.with_device
    too_early = "a delegate asks for the floor in the roll call"
    assert answering[0].robot
    await cast.try_wrong(Wrong(too_early, answering[0].robot, "/speakers", {}))
    await cast.pace.rest(10)
    firm = set(cast.luck.sample([one.key for one in answering], len(answering) // 4))
    await cast.together("/roll-call/statuses", answering, lambda one: {"status": _status(one, firm)})
    for one in cast.without_device:
        await cast.act(one, "/roll-call/statuses", status="present")
        await cast.pace.rest(2)
    await cast.preside("/roll-call/closure")
    cast.tell(f"Roll call: {len(cast.here)} of {len(cast.delegations)} delegations are here.")


async def agenda(cast: Cast) -> None:
    """The order of the topics is moved and voted by hand; debate is opened on the first."""
    mover = cast.with_device[0]
    raised = await cast.act(mover, "/motions", kind="set_agenda", order=["1", "2"])
    await cast.preside(f"/motions/{raised}/hearing")
    await cast.preside("/questions/waiver", about="motion", number=raised)
    await by_hand(cast, "motion", str(raised))
    await cast.preside("/debates", topic=1)
    cast.tell("Agenda: moved, voted by hand; debate is open on the first topic.")


async def late_arrivals(cast: Cast) -> None:
    """Who comes late sends a note to the dais by phone, or is entered."""
    late = list(cast.late)
    for one in late:
        await cast.pace.rest(3)
        if one.robot:
            await cast.act(one, "/attendance/notes", status="present")
            await cast.preside(f"/attendance/notes/{one.key}/answer")
        else:
            await cast.act(one, "/roll-call/statuses", status="present")
        cast.late.remove(one)
    cast.tell(f"Late arrivals: {' and '.join(one.name for one in late)}.")


async def general_list(cast: Cast) -> None:
    """Many ask for the floor, one gives its place up; of three speakers one yields, and one clock is held."""
    await cast.preside("/speakers-list/time", seconds=60)
    asking = cast.luck.sample(cast.here, max(4, len(cast.here) // 3))
    for one in asking:
        await cast.act(one, "/speakers")
        await cast.pace.rest(1)
    await cast.act(asking[-1], "/speakers/departures")
    await speech(cast, asking[0])
    await cast.preside("/speeches/next", after="")
    await cast.pace.rest(SPEECH)
    await cast.act(asking[1], "/speeches/yield", to="chair")
    await cast.preside("/speeches/next", after="")
    await cast.preside("/clocks/speech/pause")
    await cast.pace.rest(5)
    await cast.preside("/clocks/speech/start")
    await cast.pace.rest(SPEECH)
    await cast.preside("/speeches/end", seat=asking[2].key)
    cast.tell(f"General list: {len(asking)} asked for the floor, three spoke, one yielded.")


async def speech(cast: Cast, speaker: Delegation) -> None:
    """The next on the list, who is `speaker`, speaks and ends."""
    await cast.preside("/speeches/next", after="")
    await cast.pace.rest(SPEECH)
    await cast.preside("/speeches/end", seat=speaker.key)


async def points(cast: Cast) -> None:
    """A question, a cold room, and a point of order whose ruling is appealed in vain."""
    asking, cold, orderly = cast.luck.sample(cast.with_device, 3)
    for one, kind, words, answer in (
        (asking, "inquiry", "When are papers due?", "Before the next caucus ends"),
        (cold, "personal_privilege", "The room is cold", "The windows are being closed"),
    ):
        raised = await cast.act(one, "/points", kind=kind, words=words)
        await cast.pace.rest(3)
        await cast.preside(f"/points/{raised}/ruling", ruling=answer)
    raised = await cast.act(orderly, "/points", kind="order", words="The list was closed")
    ruled = await cast.preside(f"/points/{raised}/ruling", ruling="It was open", granted=False)
    ruling = int(ruled["recorded"])
    await cast.act(orderly, f"/rulings/{ruling}/appeals")
    await cast.preside("/questions/waiver", about="ruling", number=ruling)
    await by_hand(cast, "ruling", str(ruling))
    cast.tell("Points: an inquiry, a privilege, a point of order; its ruling was appealed and stands.")


def _status(one: Delegation, firm: set[str]) -> str:
    return "present_and_voting" if one.key in firm else "present"
