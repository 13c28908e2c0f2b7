"""What the running server does once a day: it deletes data of people whose committee is long over."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from app.house import House
from app.keeping.erasures import note_erased
from app.keeping.retention import delete_expired
from app.operations.logs import tell

EVERY_S = 24 * 3600.0
"""Seconds."""
log = logging.getLogger(__name__)


@asynccontextmanager
async def daily(house: House) -> AsyncIterator[None]:
    """Does the day's work now and every day, until the server stops."""
    rounds = asyncio.create_task(_rounds(house))
    try:
        yield
    finally:
        rounds.cancel()
        await asyncio.gather(rounds, return_exceptions=True)


async def day(house: House) -> None:
    """The work of one day. The log tells how much was deleted of which committee, and nothing of whom."""
    house.access.guessers.let_go()
    house.presses.let_go()
    note = partial(note_erased, house.settings.data)
    over, devices = await delete_expired(house.store, house.access.now(), note)
    if devices:
        await house.access.end_devices(devices)
    for one in over:
        tell(
            "data of people deleted",
            committee=one.committee,
            **{"names": one.names, "notes": one.notes, "scores": one.scores, "sign-ins": one.sign_ins},
        )
        await house.beside.read_private(one.committee)


async def _rounds(house: House) -> None:
    """Day by day; what fails is told in the log and done the next day."""
    while True:
        try:
            await day(house)
        except Exception:
            log.exception("data of people was not deleted")
        await asyncio.sleep(EVERY_S)
