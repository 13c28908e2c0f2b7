"""Joining a committee: codes on paper, phones that come and go, and what ends when the dais says so."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from app.access import Post
from app.access.codes import ALPHABET, read_code
from app.tables import DeviceRow, JoinCodeRow
from app.web.policy import may_open
from tests.access.desk import Desk
from tests.store.places import found

pytestmark = pytest.mark.anyio


async def test_a_code_seats_a_delegate_in_this_committee_only(desk: Desk) -> None:
    signed_in = await desk.delegate("ghana")
    holder = await desk.access.who(signed_in.token, desk.committee)
    assert holder is not None
    assert (holder.role, holder.seat_key) == ("delegate", "ghana")
    other = await found(desk.store)
    assert await desk.access.who(signed_in.token, other) is None
    assert await desk.access.who("somebody else's token", desk.committee) is None
    assert await desk.access.who("", desk.committee) is None


async def test_a_code_is_read_as_people_write_it(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    assert set(code.replace("-", "")) <= set(ALPHABET)
    assert len(code) == 14
    sloppy = " " + code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert (await desk.access.claim(sloppy)).holder.seat_key == "ghana"
    assert read_code("7kqm 2zp4-x9dI") == "7KQM2ZP4X9D1"


async def test_nothing_that_opens_a_door_stands_in_the_rows(desk: Desk) -> None:
    code = await desk.code("chair", "dais-1")
    signed_in = await desk.access.claim(code)

    def secrets_at_rest(session: Session) -> str:
        codes, devices = session.exec(select(JoinCodeRow)).all(), session.exec(select(DeviceRow)).all()
        return " ".join(str(row.model_dump()) for row in (*codes, *devices))

    rows = await desk.store.read(secrets_at_rest)
    assert signed_in.holder.device in rows
    assert signed_in.token not in rows
    assert code not in rows
    assert read_code(code) not in rows


async def test_a_code_for_a_seat_that_is_not_there_is_not_given_out(desk: Desk) -> None:
    with pytest.raises(LookupError, match="has no seat atlantis"):
        await desk.code("delegate", "atlantis")


async def test_the_organizer_reaches_every_committee_of_the_conference_and_of_no_other(desk: Desk) -> None:
    post = Post(desk.conference, "organizer")
    organizer = await desk.access.claim((await desk.access.give_out([post]))[post])
    holder = await desk.access.who(organizer.token, desk.committee)
    assert holder is not None
    assert holder.role == "organizer"
    assert (await desk.access.who(organizer.token)) == holder
    elsewhere = await found(desk.store)
    assert await desk.access.who(organizer.token, elsewhere) is None
    assert await desk.access.who(organizer.token, 999) is None


async def test_the_public_code_opens_the_lobby_and_any_number_may_wait_there(desk: Desk) -> None:
    code = await desk.code("lobby")
    for _ in range(6):
        holder = (await desk.access.claim(code)).holder
    assert (holder.role, holder.seat_key) == ("lobby", "")


async def test_a_sign_in_ends_by_itself(desk: Desk) -> None:
    signed_in = await desk.delegate()
    desk.at = signed_in.expires - 1
    assert await desk.access.who(signed_in.token, desk.committee) is not None
    desk.at = signed_in.expires
    assert await desk.access.who(signed_in.token, desk.committee) is None


async def test_posts_with_a_code_can_be_listed_to_print_them_anew(desk: Desk) -> None:
    posts = [desk.post("delegate", "ghana"), desk.post("chair", "dais-1"), Post(desk.conference, "organizer")]
    await desk.access.give_out(posts)
    assert set(await desk.access.posts(desk.conference)) == set(posts)
    await desk.access.give_out(posts[:1])
    assert len(await desk.access.posts(desk.conference)) == 3


def test_what_the_policy_does_not_name_is_denied() -> None:
    assert may_open("GET", "/committees/7/chair", "chair")
    assert not may_open("GET", "/committees/7/chair", "delegate")
    assert not may_open("GET", "/committees/7/seat", "organizer")
    assert not may_open("GET", "/committees/7/seat", None)
    assert not may_open("GET", "/committees/7/attic", "chair")
