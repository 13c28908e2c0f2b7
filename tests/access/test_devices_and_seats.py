"""Devices of one seat, seats of one browser: who gives way to whom, and what a code leaves untouched."""

from __future__ import annotations

import pytest

from app.access import Post, SeatFull
from tests.access.desk import Desk

pytestmark = pytest.mark.anyio


async def test_the_newest_code_is_who_a_browser_is_in_a_committee(desk: Desk) -> None:
    france = await desk.delegate("france")
    ghana = await desk.access.claim(await desk.code("delegate", "ghana"), former=france.token)
    assert ghana.holder.person == france.holder.person
    assert [held.seat_key for held in await desk.access.holders(ghana.token)] == ["ghana"]
    for role, seat in (("chair", "dais-1"), ("delegate", "ghana"), ("observer", "")):
        now = await desk.access.claim(await desk.code(role, seat), former=ghana.token)
        holder = await desk.access.who(now.token, desk.committee)
        assert holder == now.holder
        assert (holder.role, holder.seat_key) == (role, seat)
        ghana = now


async def test_who_changes_seats_leaves_room_at_the_former_one(desk: Desk) -> None:
    code = await desk.code("delegate", "france")
    phones = [await desk.delegate(code=code) for _ in range(3)]
    with pytest.raises(SeatFull):
        await desk.delegate(code=code)
    await desk.access.claim(await desk.code("delegate", "ghana"), former=phones[0].token)
    assert (await desk.delegate(code=code)).ended == frozenset()


async def test_the_public_code_takes_no_seat_from_anybody(desk: Desk) -> None:
    france = await desk.delegate("france")
    scanned = await desk.access.claim(await desk.code("lobby"), former=france.token)
    assert (scanned.holder.role, scanned.holder.seat_key) == ("delegate", "france")
    assert await desk.access.who(scanned.token, desk.committee) == scanned.holder


async def test_seats_in_two_committees_and_the_organizer_s_post_do_not_touch_each_other(desk: Desk) -> None:
    france = await desk.delegate("france")
    elsewhere = await desk.another_committee("peru", "ghana")
    both = await desk.access.claim(await desk.code("delegate", "peru", elsewhere), former=france.token)
    post = Post(desk.conference, "organizer")
    all_three = await desk.access.claim((await desk.access.give_out([post]))[post], former=both.token)
    last = await desk.access.claim(await desk.code("delegate", "ghana", elsewhere), former=all_three.token)
    held = {(one.role, one.committee_id, one.seat_key) for one in await desk.access.holders(last.token)}
    assert held == {
        ("organizer", None, ""),
        ("delegate", desk.committee, "france"),
        ("delegate", elsewhere, "ghana"),
    }


async def test_a_seat_is_taken_up_while_somebody_of_it_is_signed_in(desk: Desk) -> None:
    async def taken() -> int:
        return (await desk.access.seats_claimed()).get(desk.committee, 0)

    changes: list[None] = []
    desk.access.witnesses.on_change(lambda: changes.append(None))
    assert await taken() == 0
    code = await desk.code("delegate", "ghana")
    phones = [await desk.delegate(code=code) for _ in range(2)]
    france = await desk.delegate("france")
    await desk.access.claim(await desk.code("chair", "dais-1"))
    await desk.access.claim(await desk.code("observer"))
    assert await taken() == 2
    assert len(changes) == 5
    await desk.access.leave(phones[0].token)
    assert await taken() == 2, "the other phone is still there"
    await desk.access.leave(phones[1].token)
    await desk.access.claim(await desk.code("delegate", "peru"), former=france.token)
    assert await taken() == 1
    desk.at = france.expires
    assert await taken() == 0
