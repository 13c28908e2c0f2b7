"""Access is tested on both databases, at a registration desk."""

from collections.abc import AsyncIterator

import pytest

from app.access import Access
from app.settings import Settings
from app.tables import CommitteeRow
from tests.access.desk import Desk
from tests.store.places import Place, anyio_backend, found, place, postgres_place, sqlite_place

__all__ = ["anyio_backend", "place", "postgres_place", "sqlite_place"]


@pytest.fixture
async def desk(place: Place) -> AsyncIterator[Desk]:
    store = place.open()
    committee = await found(store)
    row = await store.read(lambda session: session.get_one(CommitteeRow, committee))
    opened = Desk(store, committee, row.conference_id)
    opened.access = Access(store, Settings(), lambda: opened.at)
    yield opened
    await store.close()
