"""`placard erase`: what is kept of people and until when, and its deletion when its time is over."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from app.keeping.backups import Place
from app.keeping.erasures import note_erased
from app.keeping.retention import Kept, delete_expired, kept
from app.store import Store, open_store
from app.wall_clock import now_ms

T = TypeVar("T")
HOW = (
    "The record of a committee stays. `./placard erase --expired` deletes what is over its time; a running\n"
    "server does that by itself once a day. Backups keep what they have until you delete them."
)
NOTHING = "Nothing is over its time."


def report(place: Place) -> tuple[str, ...]:
    """What is kept of each committee. Raises DataDirectoryInUse and what the database raises."""
    found = asyncio.run(_with(place, kept))
    return (*(f"  {one.committee_name}: {_what(one)}, {_until(one)}" for one in found), HOW)


def delete_now(place: Place) -> tuple[str, ...]:
    """Delete it; says what that was. Raises DataDirectoryInUse and what the database raises."""
    note = partial(note_erased, place.data)
    over, _ = asyncio.run(_with(place, lambda store: delete_expired(store, now_ms(), note)))
    return _told(over) or (NOTHING,)


async def _with(place: Place, work: Callable[[Store], Awaitable[T]]) -> T:
    store = await asyncio.to_thread(open_store, place.url, place.data)
    try:
        return await work(store)
    finally:
        await store.close()


def _told(over: Iterable[Kept]) -> tuple[str, ...]:
    return tuple(f"  {one.committee_name}: {_what(one)}, deleted" for one in over)


def _what(one: Kept) -> str:
    return f"{one.names} names, {one.notes} notes, {one.scores} scores and remarks, {one.sign_ins} sign-ins"


def _until(one: Kept) -> str:
    if one.due is None:
        return "kept until it has met"
    return f"kept until {datetime.fromtimestamp(one.due / 1000, UTC):%Y-%m-%d %H:%M} UTC"
