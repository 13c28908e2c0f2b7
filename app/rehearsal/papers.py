"""The papers: two are written, one is returned, one becomes a draft and is amended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.rehearsal.cast import Cast, Delegation
from app.rehearsal.questions import by_devices, by_hand

DRAFT, OTHER = "WP-1", "WP-2"
TITLES = {DRAFT: "Reintegration after return", OTHER: "Notice before removal flights"}
CLAUSES = (
    ("preambular", "Recalling", "the Global Compact for Safe, Orderly and Regular Migration"),
    ("operative", "Urges", "States to give notice before removal flights"),
    ("operative", "Requests", "a report on reintegration within one year"),
)


@dataclass(frozen=True, slots=True)
class Backers:
    """Who stands behind a paper: its author, a second sponsor, and who signs besides."""

    author: Delegation
    sponsor: Delegation
    signers: list[Delegation]


def behind(cast: Cast) -> Backers:
    """Behind each paper stand one fifth of the committee, as the rulebook asks, some without a device."""
    author, sponsor = cast.with_device[:2]
    rest = [one for one in cast.here if one not in (author, sponsor)]
    return Backers(author, sponsor, rest[: -(-len(cast.here) // 5)])


async def working_papers(cast: Cast) -> None:
    """Two papers are written, shared, sponsored and signed; the dais returns one and approves the other."""
    backers = behind(cast)
    for paper in (DRAFT, OTHER):
        await _written(cast, paper, backers)
    await cast.act(backers.author, f"/papers/{OTHER}/submission")
    await cast.preside(f"/papers/{OTHER}/return", reason="It says what the other paper says")
    await cast.act(backers.author, f"/papers/{DRAFT}/submission")
    await cast.pace.rest(10)
    await cast.preside(f"/papers/{DRAFT}/approval")
    raised = await cast.act(backers.author, "/motions", kind="introduce_draft", paper=DRAFT)
    await by_devices(cast, "motion", str(raised))
    cast.tell("Papers: two written and signed, one returned, one approved and introduced as DR 1.1.")


async def _written(cast: Cast, paper: str, backers: Backers) -> None:
    await cast.act(backers.author, "/papers", title=TITLES[paper])
    for one in (backers.sponsor, *backers.signers):
        await cast.act(backers.author, f"/papers/{paper}/readers", reader=one.key)
    await cast.act(backers.sponsor, f"/papers/{paper}/sponsors")
    for one in backers.signers:
        await cast.act(one, f"/papers/{paper}/signatories")
    for version, (kind, opening, text) in enumerate(CLAUSES):
        change = {"version": version, "edit": "add", "kind": kind, "opening": opening, "text": text}
        writer = backers.sponsor if version == 1 else backers.author
        await cast.write(writer, paper, change)
        await cast.pace.rest(8)


async def amendments(cast: Cast) -> None:
    """One that the sponsors accept, one adopted by devices while two leave, one that fails by hand."""
    backers = behind(cast)
    others = [one for one in cast.with_device if one not in (backers.author, backers.sponsor)]
    mover, second = others[-1], others[-2:][0]
    leaving = tuple(one for one in others[1:-2][:2] if len(others) > 4)
    await _friendly(cast, backers, mover)
    await _unfriendly(cast, mover, "A2", -1, "and every year after", leaving)
    for one in leaving:
        await cast.preside("/roll-call/statuses", seat=one.key, status="absent")
    await _unfriendly(cast, second, "A3", -2, "or never", None)
    left = " while two left" if leaving else ""
    cast.tell(f"Amendments: one accepted by the sponsors, one adopted by devices{left}, one lost by hand.")


async def _friendly(cast: Cast, backers: Backers, mover: Delegation) -> None:
    await _proposed(cast, mover, -1, "with figures for each State")
    await cast.act(mover, "/amendments/A1/offer")
    for one in (backers.author, backers.sponsor):
        await cast.act(one, "/amendments/A1/consents", accept=True)


async def _unfriendly(
    cast: Cast,
    mover: Delegation,
    key: str,
    clause: int,
    words: str,
    leaving: tuple[Delegation, ...] | None,
) -> None:
    """Signed, introduced, put by devices, where some may be `leaving`; with None by hand, and lost."""
    await _proposed(cast, mover, clause, words)
    others = [one for one in cast.here if one is not mover and one not in (leaving or ())]
    for one in others[: -(-len(cast.here) // 8)]:
        await cast.act(one, f"/amendments/{key}/signatories")
    raised = await cast.act(mover, "/motions", kind="introduce_amendment", amendment=key)
    await cast.preside(f"/motions/{raised}/hearing")
    await cast.preside("/questions/waiver", about="motion", number=raised)
    await by_hand(cast, "motion", str(raised))
    if leaving is None:
        await by_hand(cast, "amendment", key, carried=False)
    else:
        await by_devices(cast, "amendment", key, leaving)


async def _proposed(cast: Cast, mover: Delegation, clause: int, words: str) -> None:
    """The mover edits a copy of a clause of the draft as it reads now."""
    assert mover.robot
    read: dict[str, Any] = await mover.robot.get(f"/papers/{DRAFT}")
    old = read["document"]["clauses"][clause]
    change = {"opening": old["opening"], "text": f"{old['text']} {words}"}
    where = {"action": "modify", "base": read["digest"], "clause": old["uid"]}
    await cast.act(mover, f"/papers/{DRAFT}/amendments", **where, **change)
    await cast.pace.rest(5)
