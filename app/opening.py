"""A preparation becomes a committee."""

from __future__ import annotations

from sqlmodel import Session

from app.blueprints import of_preparation
from app.founding import found
from app.preparing.guide_files import source_of, waits
from app.preparing.preparations import ChangedElsewhere, Prepared, opened
from app.store import Store
from app.tables import PreparationRow


class GuideWaits(Exception):
    """A guide is being read for this preparation, or waits for a word because it could not be read."""


async def open_prepared(store: Store, prepared: Prepared, at: int) -> int:
    """Found the committee of a preparation that may be opened; returns its id. `at` in UTC milliseconds.

    It is founded as it was seen: raises ChangedElsewhere where somebody saved another version meanwhile or
    it was opened before, GuideWaits, and NoDelegations with what stands against it.
    """

    def still(rows: Session) -> None:
        row = rows.get(PreparationRow, prepared.id)
        if row is None or row.version != prepared.version or row.committee_id is not None:
            raise ChangedElsewhere
        if waits(rows, prepared.id):
            raise GuideWaits

    source = await source_of(store, prepared.id)
    blueprint = of_preparation(prepared.preparation, source, prepared.id, prepared.conference)
    made = await found(store, blueprint, at, still)
    await opened(store, prepared.id, made.committee, at)
    return made.committee
