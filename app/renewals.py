"""A newer guide takes its place in a committee that runs: rows for names and profiles, acts for seats."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, delete

from app.directories import load_guide
from app.founding import seat_row
from app.minutes import Minute, decode
from app.preparing.earlier import delegation_of
from app.preparing.guide_files import source_of
from app.preparing.preparation import Preparation
from app.preparing.preparations import Prepared, seen_no_more
from app.preparing.renewal import Leaving, Renewal, acted, renewal
from app.preparing.review import reviewed_guide
from app.procedure.act import ORGANIZER, ROOM
from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.procedure.seats import AddSeat, CloseSeat
from app.rooms import NotInOrder, Room
from app.screens.directory import Directory
from app.store import Store
from app.tables import GuideRow, ProfileRow, SeatRow
from app.words import ENGLISH, Language, refusal_sentence
from delegations import profiles
from delegations.roster import Delegation
from delegations.study_guides.guide import StudyGuide, to_json


@dataclass(frozen=True, slots=True)
class Renewed:
    """What came of it: keys that got a seat, and a sentence for each that could not come or go."""

    added: tuple[str, ...]
    sentences: tuple[str, ...]


async def compare(store: Store, room: Room, directory: Directory, prepared: Prepared) -> Renewal:
    """What the guide of a preparation changes in the committee that it renews."""
    floor, committee = room.floor, directory.committee
    before, minutes = await load_guide(store, committee), await store.since(committee)
    return await asyncio.to_thread(_compared, floor, directory, prepared.preparation, before, minutes)


def _compared(
    floor: Floor,
    directory: Directory,
    preparation: Preparation,
    before: StudyGuide | None,
    minutes: Sequence[Minute],
) -> Renewal:
    """A guide and a whole record take a while to go through: not on the loop that the live rooms have."""
    gone = (seat for seat in floor.seats.values() if seat.closed and not seat.is_dais)
    return renewal(
        before,
        reviewed_guide(preparation),
        [delegation_of(seat, directory) for seat in delegations(floor)],
        [delegation_of(seat, directory) for seat in gone],
        {*floor.seats, ROOM, ORGANIZER},
        directory.profiles,
        acted(floor, [decode(row) for row in minutes]),
    )


async def renew(
    store: Store,
    room: Room,
    prepared: Prepared,
    found: Renewal,
    chosen: Collection[str],
    at: int,
    tongue: Language = ENGLISH,
) -> Renewed:
    """Put the guide in its place; of the delegations that come and go only the `chosen` do.

    Interrupted, it can simply be done again: what is done already no longer differs. `at` in UTC ms; what
    the record refuses is said in `tongue`.
    """
    guide = await asyncio.to_thread(reviewed_guide, prepared.preparation)
    source = await source_of(store, prepared.id)
    come = [one for one in found.added if one.key in chosen]
    sentences: list[str] = []
    for leaving in _may_leave(found, chosen):  # first: that they leave is known from the guide before
        sentences += await _act(room, prepared, CloseSeat(leaving.key), leaving.name, tongue)
    await store.write(lambda rows: _rows(rows, prepared, room.committee_id, guide, source, found, come, at))
    for one in come:
        sentences += await _act(room, prepared, AddSeat(one.key, one.kind, one.order), one.short_name, tongue)
    seated = tuple(one.key for one in come if one.key in room.floor.seats)
    return Renewed(seated, tuple(sentences))


def _may_leave(found: Renewal, chosen: Collection[str]) -> list[Leaving]:
    return [one for one in found.leaving if one.key in chosen and not one.acted]


async def _act(
    room: Room, prepared: Prepared, command: AddSeat | CloseSeat, name: str, tongue: Language
) -> list[str]:
    """One act of the organizer; what stands against it is told and keeps nothing else back."""
    key = command.key if isinstance(command, AddSeat) else command.seat
    press = hashlib.sha256(f"{type(command).__name__} {key} {prepared.id} {prepared.version}".encode())
    try:
        await room.act(ORGANIZER, press.hexdigest()[:32], command)
    except NotInOrder as no:
        return [f"{name}: {refusal_sentence(one, {}, tongue)}" for one in no.refusals[:1]]
    return []


def _rows(
    rows: Session,
    prepared: Prepared,
    committee: int,
    guide: StudyGuide,
    source: bytes,
    found: Renewal,
    come: list[Delegation],
    at: int,
) -> None:
    """The guide, each profile, and the names of those that come, in one transaction."""
    seen_no_more(rows, committee, prepared.id)
    rows.execute(delete(GuideRow).where(col(GuideRow.committee_id) == committee))
    digest = hashlib.sha256(source).hexdigest()
    rows.add(GuideRow(committee_id=committee, digest=digest, body=to_json(guide), source=source))
    otherwise = {one.key for one in found.positions}
    stay_away = {one.key for one in found.added} - {one.key for one in come}
    for key, profile in found.profiles.items():
        if key in stay_away:
            continue
        row = rows.get(ProfileRow, (committee, key)) or ProfileRow(committee_id=committee, delegation_key=key)
        row.body = profiles.to_json(profile)
        row.changed = at if key in otherwise else row.changed
        rows.add(row)
    for one in come:
        if rows.get(SeatRow, (committee, one.key)) is None:
            seat_row(rows, prepared.conference, committee, one)
