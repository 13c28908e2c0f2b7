"""How long data of people is kept after a committee, as the organizer sets it, and what goes when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from app.keeping.retention import MOST_DAYS, Kept, days_of, kept
from app.web.organizing.visits import ConferenceVisit


def days_in(form: Mapping[str, list[str]]) -> int | None:
    """The days that a form asks for; None where it is no number of days that can be kept."""
    days = form.get("days", [""])[-1].strip()
    is_number = days.isascii() and days.isdecimal() and len(days) < 5
    return int(days) if is_number and 1 <= int(days) <= MOST_DAYS else None


async def shown(seen: ConferenceVisit, wrong: bool = False) -> dict[str, object]:
    """What the page of people shows of it: the days, and each committee with the moment of its deletion.

    `wrong` says that the days which were asked for cannot be.
    """
    found = await kept(seen.house.store, seen.conferences)
    days, now = await days_of(seen.house.store, seen.conferences), seen.house.access.now()
    rows = [(one, _moment(one), one.is_over(now)) for one in found]
    return {"days": days, "most": MOST_DAYS, "kept": rows, "wrong_days": wrong}


def _moment(one: Kept) -> datetime | None:
    return None if one.due is None else datetime.fromtimestamp(one.due / 1000, UTC)
