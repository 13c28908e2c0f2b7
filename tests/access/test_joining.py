"""Joining a committee: codes on paper, phones that come and go, and what ends when the dais says so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from sqlmodel import Session, select

from app.access import Access, CodeWithdrawn, Post, SeatFull, SignIn, UnknownCode
from app.codes import ALPHABET, new_code, read_code
from app.settings import Settings
from app.store import Store
from app.tables import CommitteeRow, DeviceRow, JoinCodeRow
from app.web.policy import may_open
from tests.store.places import Place, found

pytestmark = pytest.mark.anyio
MINUTE = 60_000


@dataclass
class Desk:
    """The registration desk: one conference with one committee, and a clock that the test turns."""

    store: Store
    committee: int
    conference: int
    at: int = 1_800_000_000_000
    access: Access = field(init=False)

    def post(self, role: str, seat: str = "") -> Post:
        return Post(self.conference, role, self.committee, seat)  # type: ignore[arg-type]

    async def code(self, role: str, seat: str = "") -> str:
        post = self.post(role, seat)
        return (await self.access.give_out([post]))[post]

    async def delegate(self, seat: str = "ghana", code: str = "") -> SignIn:
        return await self.access.claim(code or await self.code("delegate", seat))


@pytest.fixture
async def desk(place: Place) -> AsyncIterator[Desk]:
    store = place.open()
    committee = await found(store)
    row = await store.read(lambda session: session.get_one(CommitteeRow, committee))
    opened = Desk(store, committee, row.conference_id)
    opened.access = Access(store, Settings(), lambda: opened.at)
    yield opened
    await store.close()


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


async def test_a_changed_code_kills_the_old_one_at_once_and_nobody_s_sign_in(desk: Desk) -> None:
    old = await desk.code("delegate", "ghana")
    signed_in = await desk.access.claim(old)
    new = await desk.code("delegate", "ghana")
    with pytest.raises(CodeWithdrawn):
        await desk.access.claim(old)
    assert (await desk.access.claim(new)).holder.seat_key == "ghana"
    assert await desk.access.who(signed_in.token, desk.committee) is not None


async def test_a_code_may_have_an_end(desk: Desk) -> None:
    post = desk.post("delegate", "ghana")
    code = (await desk.access.give_out([post], expires=desk.at + MINUTE))[post]
    await desk.access.claim(code)
    desk.at += MINUTE
    with pytest.raises(CodeWithdrawn):
        await desk.access.claim(code)


async def test_a_code_for_a_seat_that_is_not_there_is_not_given_out(desk: Desk) -> None:
    with pytest.raises(LookupError, match="has no seat atlantis"):
        await desk.code("delegate", "atlantis")


async def test_the_newest_device_pushes_out_the_one_that_was_idle_longest(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    phones = []
    for _ in range(3):
        phones.append(await desk.delegate(code=code))
        desk.at += 1000
    with pytest.raises(SeatFull):
        await desk.delegate(code=code)
    desk.at += 2 * MINUTE
    for phone in (phones[0], phones[2]):
        assert await desk.access.who(phone.token, desk.committee) is not None
    ended: list[frozenset[str]] = []
    desk.access.on_end(ended.append)
    fourth = await desk.delegate(code=code)
    assert ended == [frozenset({phones[1].holder.device})]
    assert await desk.access.who(phones[1].token, desk.committee) is None
    for phone in (phones[0], phones[2], fourth):
        assert await desk.access.who(phone.token, desk.committee) is not None


async def test_a_device_that_is_only_listening_is_not_idle(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    phones = [await desk.delegate(code=code) for _ in range(3)]
    for phone in phones:
        await desk.access.who(phone.token, desk.committee)
    desk.at += 5 * MINUTE
    for phone in phones:
        desk.access.heard_of(phone.holder.device)
    with pytest.raises(SeatFull):
        await desk.delegate(code=code)


async def test_a_seat_that_was_in_the_room_gets_back_in_from_the_same_browser(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    phones = [await desk.delegate(code=code) for _ in range(3)]
    back = await desk.access.claim(code, former=phones[0].token)
    assert back.holder.person == phones[0].holder.person
    assert await desk.access.who(phones[0].token, desk.committee) is None
    assert await desk.access.who(back.token, desk.committee) is not None


async def test_one_person_may_be_several_things_and_the_most_counts(desk: Desk) -> None:
    watching = await desk.access.claim(await desk.code("observer"))
    chairing = await desk.access.claim(await desk.code("chair", "dais-1"), former=watching.token)
    holder = await desk.access.who(chairing.token, desk.committee)
    assert holder is not None
    assert (holder.role, holder.seat_key) == ("chair", "dais-1")
    assert {held.role for held in await desk.access.holders(chairing.token)} == {"chair", "observer"}


async def test_a_demoted_chair_is_no_chair_from_that_moment_on(desk: Desk) -> None:
    watching = await desk.access.claim(await desk.code("observer"))
    chairing = await desk.access.claim(await desk.code("chair", "dais-1"), former=watching.token)
    assert (await desk.access.who(chairing.token, desk.committee)).role == "chair"  # type: ignore[union-attr]
    told: list[frozenset[str]] = []
    desk.access.on_end(told.append)
    await desk.access.end_post(desk.post("chair", "dais-1"))
    assert told == [frozenset({chairing.holder.device})]
    assert (await desk.access.who(chairing.token, desk.committee)).role == "observer"  # type: ignore[union-attr]


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


async def test_forty_pupils_behind_one_address_join_while_somebody_there_guesses(desk: Desk) -> None:
    code = await desk.code("lobby")
    waits = []
    for pupil in range(40):
        await desk.access.claim(code, address="203.0.113.7")
        with pytest.raises(UnknownCode) as refused:
            await desk.access.claim(new_code(), address="203.0.113.7")
        waits.append(refused.value.wait)
        desk.at += 250 if pupil % 2 else 0
    assert waits[0] == 0
    assert waits[-1] > 0, "whoever guesses is told to wait"
    with pytest.raises(UnknownCode) as elsewhere:
        await desk.access.claim(new_code(), address="203.0.113.8")
    assert elsewhere.value.wait == 0, "another address is not locked out"
    desk.at += MINUTE
    with pytest.raises(UnknownCode) as later:
        await desk.access.claim(new_code(), address="203.0.113.7")
    assert later.value.wait == 0


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
