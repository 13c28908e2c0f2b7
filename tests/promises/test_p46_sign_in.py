"""P-46: a new id at each sign-in and role change; a sign-in that ended is dead, with its sockets."""

from __future__ import annotations

import pytest

from app.access import Access, Post
from app.settings import Settings
from app.tables import CommitteeRow
from tests.store.places import Place, found

pytestmark = pytest.mark.anyio


async def test_p46_every_claim_gives_a_fresh_id_and_leaving_ends_it_everywhere(
    place: Place,
) -> None:
    store = place.open()
    committee = await found(store)
    conference = (await store.read(lambda session: session.get_one(CommitteeRow, committee))).conference_id
    access = Access(store, Settings())
    delegate, chair = (
        Post(conference, "delegate", committee, "peru"),
        Post(conference, "chair", committee, "dais-2"),
    )
    codes = await access.give_out([delegate, chair])
    planted = "a token that somebody planted in the browser"
    first = await access.claim(codes[delegate], former=planted)
    assert first.token != planted
    assert await access.who(planted, committee) is None

    promoted = await access.claim(codes[chair], former=first.token)
    assert promoted.token != first.token
    assert await access.who(first.token, committee) is None, "the id from before the role change is dead"

    closed: list[frozenset[str]] = []
    access.witnesses.on_end(lambda devices, _: closed.append(devices))
    assert await access.who(promoted.token, committee) is not None
    await access.leave(promoted.token)
    assert closed == [frozenset({promoted.holder.device})]
    assert await access.who(promoted.token, committee) is None
    assert await Access(store, Settings()).who(promoted.token, committee) is None, "in the rows too"
    await store.close()
