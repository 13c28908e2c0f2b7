"""What takes several transactions is done by one at a time, in one process and among several."""

from __future__ import annotations

import pytest

from tests.store.places import Place

pytestmark = pytest.mark.anyio


async def test_who_comes_second_is_told_so_until_the_first_is_done(place: Place) -> None:
    store = place.open()
    try:
        async with store.alone("guide", 1) as first, store.alone("guide", 1) as second:
            assert (first, second) == (True, False)
            async with store.alone("guide", 2) as other, store.alone("roster", 1) as thing:
                assert other and thing, "another committee, another matter"
        async with store.alone("guide", 1) as again:
            assert again
    finally:
        await store.close()


async def test_an_error_in_the_block_lets_go(place: Place) -> None:
    store = place.open()
    try:
        with pytest.raises(LookupError):
            async with store.alone("guide", 1):
                raise LookupError
        async with store.alone("guide", 1) as again:
            assert again
    finally:
        await store.close()


@pytest.mark.postgres
async def test_two_processes_share_the_lock(postgres_place: Place) -> None:
    here, there = postgres_place.open(), postgres_place.open()
    try:
        async with here.alone("guide", 1) as first, there.alone("guide", 1) as second:
            assert (first, second) == (True, False)
        async with there.alone("guide", 1) as again:
            assert again
    finally:
        await here.close()
        await there.close()
