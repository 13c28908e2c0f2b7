"""How the committee decides: by hands that the dais counts, by devices, and by calling the roll."""

from __future__ import annotations

from typing import Any

from app.rehearsal.cast import Cast, Delegation


async def by_hand(cast: Cast, about: str, subject: str, carried: bool = True) -> str:
    """Hands are raised and counted, two thirds and more one way; returns the result in words."""
    vote = await _open(cast, about, subject, "placards")
    await cast.pace.rest(5)
    few = len(cast.here) // 5
    yes, no = (len(cast.here) - few, few) if carried else (few, len(cast.here) - few)
    await cast.preside(f"/votes/{vote}/count", yes=yes, no=no)
    return await _announced(cast, vote)


async def by_devices(
    cast: Cast, about: str, subject: str, leaving: tuple[Delegation, ...] = (), carried: bool = True
) -> str:
    """Who has a device votes on it, but for those who leave while the vote is open."""
    vote = await _open(cast, about, subject, "devices")
    for one in leaving:
        assert one.robot
        await one.robot.leave()
        cast.gone.append(one)
        cast.ledger.mishaps["left while a vote was open"] += 1
    voters = cast.with_device
    against = set(cast.luck.sample([one.key for one in voters], len(voters) // 4))
    await cast.pace.rest(5)
    await cast.together(
        f"/votes/{vote}/ballots",
        voters,
        lambda one: {"choice": "yes" if (one.key in against) != carried else "no"},
    )
    owed = {"insist": "Who left has not voted"} if leaving else {}  # they may have promised to vote
    await cast.preside(f"/votes/{vote}/closure", **owed)
    return await _announced(cast, vote)


async def by_roll_call(cast: Cast, paper: str) -> str:
    """Each delegation is called and the dais enters its answer; who passes is called again."""
    vote = await _open(cast, "paper", paper, "roll_call")
    answers = _answers(cast)
    while called := await _called(cast):
        choices = [one["choice"] for one in called["answers"] if not one["why"]]
        wanted = answers[called["called"]["key"]] if called["round"] == 1 else "yes"
        choice = wanted if wanted in choices else "no"  # who promised to vote may not abstain
        await cast.pace.rest(2)
        seat = called["called"]["key"]
        await cast.preside(f"/votes/{vote}/ballots", seat=seat, choice=choice)
    await cast.preside(f"/votes/{vote}/closure")
    return await _announced(cast, vote)


def _answers(cast: Cast) -> dict[str, str]:
    """What each will say: most of them yes, the others by lot."""
    keys = [one.key for one in cast.here]
    others = cast.luck.sample(keys, 2 * (len(keys) // 8) + 1)
    kinds = ("pass", *(("no", "abstain") * len(keys)))
    return {**dict.fromkeys(keys, "yes"), **dict(zip(others, kinds, strict=False))}


async def _called(cast: Cast) -> dict[str, Any] | None:
    """Who is called now and what it may answer, as the chair's screen has it; None when all have answered."""
    floor = await cast.chair.get("/floor.json")
    now: dict[str, Any] = floor["dais"]["now"]
    return now if now.get("called") else None


async def _open(cast: Cast, about: str, subject: str, mode: str) -> int:
    opened = await cast.preside("/votes", about=about, subject=subject, mode=mode)
    return int(opened["recorded"])


async def _announced(cast: Cast, vote: int) -> str:
    await cast.pace.rest(3)
    return str((await cast.preside(f"/votes/{vote}/result"))["sentence"])
