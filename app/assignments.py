"""Who sits where: names of people assigned to delegations by the organizer, to be printed and to be erased.

An assigned person holds the seat without a device. Names stand in these rows alone, never on the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.keeping.erasing import erase_beside
from app.keeping.erasures import Erased
from app.store import Store
from app.tables import ConferenceRow, HoldingRow, PersonRow


@dataclass(frozen=True, slots=True)
class Assigned:
    """A person of the list, by the id of its row, the seat that it was given, and as what it sits there."""

    person: int
    committee: int
    seat_key: str
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A name for a seat, before it is in the list."""

    committee: int
    seat_key: str
    role: str
    name: str


async def assigned(store: Store, conferences: Sequence[int]) -> tuple[Assigned, ...]:
    """Everybody who was assigned in these conferences, by committee, seat and name."""
    return await store.read(lambda rows: _assigned(rows, conferences))


def _assigned(rows: Session, conferences: Sequence[int]) -> tuple[Assigned, ...]:
    query = (
        select(PersonRow, HoldingRow)
        .join(HoldingRow, col(HoldingRow.person_id) == col(PersonRow.id))
        .where(
            col(PersonRow.conference_id).in_(conferences),
            col(PersonRow.name).is_not(None),
            col(HoldingRow.seat_key).is_not(None),
            col(HoldingRow.until).is_(None),
        )
    )
    listed = (
        Assigned(
            holding.person_id,
            holding.committee_id or 0,
            holding.seat_key or "",
            holding.role,
            person.name or "",
        )
        for person, holding in rows.exec(query).all()
    )
    return tuple(sorted(listed, key=lambda one: (one.committee, one.seat_key, one.name, one.person)))


async def assign(store: Store, conference: int, given: Sequence[Assignment], now: int) -> None:
    """Put these names into the list, each once, whoever else does so now. `now` in UTC milliseconds."""
    new = {(one.committee, one.seat_key, one.name): one for one in given}

    def work(rows: Session) -> None:
        there = {(one.committee, one.seat_key, one.name) for one in _assigned(rows, (conference,))}
        for place in sorted(new.keys() - there):
            _assign(rows, conference, new[place], now)

    await store.write(work)


async def erase(
    store: Store,
    conferences: Sequence[int],
    people: Iterable[int] | None = None,
    note: Callable[[Sequence[Erased]], None] = lambda erased: None,
) -> int:
    """Delete these people's names, or everybody's; returns how many. Nothing of them stays, in rows or log.

    What their delegations wrote in notes meanwhile goes too, with the scores and remarks of the dais.
    Nobody's sign-in ends: whoever comes in by a code is another row, without a name. `note` is told who
    they are before they are gone, so that an older backup does not bring them back.
    """
    wanted = None if people is None else set(people)

    def work(rows: Session) -> int:
        named = col(PersonRow.conference_id).in_(conferences), col(PersonRow.name).is_not(None)
        found = [
            one for one in rows.exec(select(PersonRow).where(*named)) if wanted is None or one.id in wanted
        ]
        note([as_erased(rows, person) for person in found])
        for person in found:
            _erase(rows, person)
        return len(found)

    count = await store.write(work)
    if count:
        await store.scrub()
    return count


async def erase_again(store: Store, listed: Iterable[Erased]) -> int:
    """Erase whoever is on the list of erasures, after a backup from before was restored; returns how many."""
    wanted = frozenset(listed)

    def work(rows: Session) -> int:
        named = rows.exec(select(PersonRow).where(col(PersonRow.name).is_not(None))).all()
        found = [person for person in named if as_erased(rows, person) in wanted]
        for person in found:
            _erase(rows, person)
        return len(found)

    return await store.write(work)


def as_erased(rows: Session, person: PersonRow) -> Erased:
    """A person as the list of erasures has it."""
    since = rows.exec(select(func.min(HoldingRow.since)).where(HoldingRow.person_id == person.id)).first()
    created = rows.get_one(ConferenceRow, person.conference_id).created
    return Erased(created, person.id or 0, since or 0)


def move_people(rows: Session, here: tuple[int, str], there: tuple[int, str], now: int) -> None:
    """Whoever was assigned to the seat `here` (committee and key) is so to that `there`, from now on (ms)."""
    query = select(HoldingRow).join(PersonRow, col(PersonRow.id) == col(HoldingRow.person_id))
    mine = query.where(
        col(PersonRow.name).is_not(None),
        col(HoldingRow.committee_id) == here[0],
        col(HoldingRow.seat_key) == here[1],
        col(HoldingRow.until).is_(None),
    )
    for held in rows.exec(mine).all():
        held.until = now
        rows.add(held)
        rows.add(
            HoldingRow(
                person_id=held.person_id,
                committee_id=there[0],
                seat_key=there[1],
                role=held.role,
                since=now,
            )
        )


def _assign(rows: Session, conference: int, one: Assignment, now: int) -> None:
    person = PersonRow(conference_id=conference, name=one.name)
    rows.add(person)
    rows.flush()
    assert person.id is not None
    rows.add(
        HoldingRow(
            person_id=person.id,
            committee_id=one.committee,
            seat_key=one.seat_key,
            role=one.role,
            since=now,
        )
    )


def _erase(rows: Session, person: PersonRow) -> None:
    erase_beside(rows, person.id or 0)
    rows.delete(person)
