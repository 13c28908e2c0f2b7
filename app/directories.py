"""Reads a committee's names, flags and profiles out of the rows into a directory for its screens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, get_args

import segno
from sqlmodel import Session, col, select

from app.library import items_of, shared_items, updates_of
from app.screens.directory import Directory, Entry
from app.store import Store
from app.tables import CommitteeRow, DelegationRow, GuideRow, PreparationRow, ProfileRow, SeatRow
from app.touched import touched_of
from delegations import profiles
from delegations.collection import collection
from delegations.roster import Delegation, DelegationKind
from delegations.searching import Index
from delegations.standing import Standing, standing, texts_of
from delegations.study_guides.guide import StudyGuide, from_json

QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """How the room is told to join: the address and the public code."""

    url: str = ""
    code: str = ""


async def load_directory(store: Store, committee: int, invitation: Invitation = Invitation()) -> Directory:
    """The directory of a committee. Raises KeyError where there is no such committee."""
    return await store.read(lambda rows: _directory(rows, committee, invitation))


async def load_guide(store: Store, committee: int) -> StudyGuide | None:
    """The guide of a committee as it was reviewed; None where it has none."""
    return await store.read(lambda rows: guide_of(rows, committee))


async def load_guide_file(store: Store, committee: int) -> tuple[bytes, str]:
    """The file that the guide was read from, and what it was called; b"" and "" where that is not kept."""

    def work(rows: Session) -> tuple[bytes, str]:
        row = guide_row(rows, committee)
        query = select(PreparationRow.body).where(col(PreparationRow.committee_id) == committee)
        bodies = rows.exec(query.order_by(col(PreparationRow.changed))).all()
        name = bodies[-1]["file_name"] if bodies else ""
        return (row.source or b"", name) if row else (b"", "")

    return await store.read(work)


async def load_said(store: Store, committee: int) -> dict[str, Any]:
    """The fields of a directory that change while the committee sits, as they are now.

    They are what was sent to every screen, who has read it, and what the dais said of the guide's questions.
    """
    return await store.read(
        lambda rows: {"updates": updates_of(rows, committee), "touched": touched_of(rows, committee)}
    )


def _directory(rows: Session, committee: int, invitation: Invitation) -> Directory:
    row = rows.get(CommitteeRow, committee)
    if row is None:
        raise KeyError(committee)
    guide = guide_of(rows, committee)
    entries, given = _entries(rows, committee), _profiles(rows, committee)
    roster, positions = _roster(entries), {key: profile for key, (profile, _) in given.items()}
    texts = collection(guide, items_of(rows, committee, roster), positions, roster)
    qr, size = qr_path(invitation.url) if invitation.url else ("", 0)
    return Directory(
        committee=committee,
        name=row.name,
        organ=guide.organization if guide else "",
        topics=tuple(row.topic),
        entries=entries,
        profiles=positions,
        renewed={key: changed for key, (_, changed) in given.items() if changed},
        questions=(*guide.questions.guiding, *guide.questions.critical) if guide else (),
        language=row.language,
        time_zone=row.time_zone,
        collection=texts,
        index=Index(texts.texts),
        standing=_standing(guide, roster),
        updates=updates_of(rows, committee),
        shared=shared_items(rows, committee),
        touched=touched_of(rows, committee),
        join_url=invitation.url,
        join_code=invitation.code,
        join_qr=qr,
        join_qr_size=size,
    )


def guide_of(rows: Session, committee: int) -> StudyGuide | None:
    """The guide that a committee goes by; None where it has none."""
    row = guide_row(rows, committee)
    return from_json(row.body) if row else None


def guide_row(rows: Session, committee: int) -> GuideRow | None:
    """The row of that guide."""
    return rows.exec(select(GuideRow).where(GuideRow.committee_id == committee)).first()


def delegations_of(rows: Session, committee: int) -> tuple[Delegation, ...]:
    """The delegations of a committee, as those know them who look for their names in texts."""
    return _roster(_entries(rows, committee))


def _entries(rows: Session, committee: int) -> dict[str, Entry]:
    query = (
        select(SeatRow, DelegationRow)
        .where(SeatRow.committee_id == committee)
        .join(DelegationRow, col(DelegationRow.id) == col(SeatRow.delegation_id))
    )
    found = rows.exec(query).all()
    return {
        seat.key: Entry(
            seat.key, row.name, row.short_name, row.iso2, seat.kind, code_of(row.short_name, row.iso2)
        )
        for seat, row in found
    }


def roster_of(directory: Directory) -> tuple[Delegation, ...]:
    """The delegations behind a directory, for those who look for their names in texts."""
    return _roster(directory.entries)


def _roster(entries: Mapping[str, Entry]) -> tuple[Delegation, ...]:
    kinds: tuple[DelegationKind, ...] = get_args(DelegationKind)

    def kind_of(entry: Entry) -> DelegationKind:
        return next((one for one in kinds if one == entry.kind), "guest")

    return tuple(
        Delegation(one.key, one.name, one.short_name, one.iso2, kind_of(one)) for one in entries.values()
    )


@lru_cache(maxsize=64)
def _standing(guide: StudyGuide | None, roster: tuple[Delegation, ...]) -> Standing:
    """Worked out once for the same guide and roster: directories are made anew for much less."""
    return standing(texts_of(guide, roster, published_only=True) if guide else {})


def _profiles(rows: Session, committee: int) -> dict[str, tuple[profiles.Profile, int]]:
    """The profiles, each with the time (ms) at which a newer guide changed it, 0 where none did."""
    found = rows.exec(select(ProfileRow).where(ProfileRow.committee_id == committee)).all()
    return {row.delegation_key: (profiles.from_json(row.body), row.changed) for row in found}


def code_of(short_name: str, iso2: str | None) -> str:
    """Two or three letters for places where no name fits: ISO's for states, else capitals of the name."""
    if iso2:
        return iso2.upper()
    capitals = "".join(letter for letter in short_name if letter.isupper())
    return (capitals or short_name.upper())[:4]


def qr_path(url: str) -> tuple[str, int]:
    """A QR code of `url` as the path data of an SVG, one unit a module, and its size in modules."""
    code = segno.make(url, error="m", micro=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    bars = (f"M{x} {y}h{n}v1h-{n}z" for y, row in enumerate(rows) for x, n in _dark(row))
    return "".join(bars), len(rows)


def _dark(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where a row is dark: each stretch's first module and length, so that no hairline parts its squares."""
    place = 0
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            yield place, length
        place += length


def card_address(base: str, code: str) -> str:
    """What a phone opens to join: the code stands in the fragment, which no server and no log sees."""
    return f"{base.rstrip('/')}/#{code.replace('-', '')}"
