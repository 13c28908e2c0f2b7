"""Founding a committee: rows for its names and profiles, one act for its rules."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from app.blueprints import DAIS_SEATS, Blueprint, of_guide
from app.drills.situations import Situation
from app.procedure.act import ORGANIZER
from app.procedure.floor import Floor, Refused, decide
from app.procedure.roster import Seat
from app.procedure.seats import OpenCommittee
from app.rooms import Room
from app.store import Store
from app.tables import (
    CommitteeRow,
    ConferenceRow,
    DelegationRow,
    GuideRow,
    ProfileRow,
    SeatRow,
)
from app.transcripts.heading import read_heading
from app.transcripts.lines import read_object
from app.words import ENGLISH, refusal_sentence
from app.words.language import N_
from delegations import profiles
from delegations.countries import named
from delegations.profiles import profiles_from
from delegations.roster import Delegation, all_members, ordered
from delegations.study_guides.command import read_path
from delegations.study_guides.guide import StudyGuide, to_json
from delegations.study_guides.understanding import understand

CONFERENCE = "Placard"
RULEBOOK = "harvard"
"""The rulebook of committees that name none."""
SECOND_TOPIC = "Reintegration of migrants who return"
"""What a rehearsal has on its agenda beside the guide's topic, so that there is an order to decide."""
SAMPLE = Path(str(resources.files("delegations.study_guides"))) / "samples" / "iom_deportation.txt"


class NoDelegations(Exception):
    """No committee can be made of the guide's delegations; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Founded:
    """A committee and whether it was made just now; `name` is what its pages call it."""

    committee: int
    name: str
    new: bool


async def found(
    store: Store, blueprint: Blueprint, at: int, still: Callable[[Session], None] = lambda rows: None
) -> Founded:
    """The committee of a blueprint: the one founded from the same source before, or a new one.

    `at` is the time now (ms, UTC). Nothing that exists is changed. `still` is asked in the same transaction
    whether this may go on; what it raises comes through. Raises NoDelegations.
    """
    if not blueprint.delegations:
        raise NoDelegations(N_("This guide names no delegations, so no committee can be founded from it."))
    _check(blueprint.command, at)  # before any row is written: rows without a record would stay for ever

    def work(rows: Session) -> Founded:
        still(rows)
        return _rows(rows, blueprint, at)

    made = await store.write(work)
    await _open_record(store, made.committee, blueprint.command)
    return made


def _check(command: OpenCommittee, at: int) -> None:
    """Whether this can be the first act of a record. Raises NoDelegations with what stands against it."""
    outcome = decide(Floor(), ORGANIZER, at, command)
    if isinstance(outcome, Refused):
        why = " ".join(refusal_sentence(refusal, {}) for refusal in outcome.refusals[:1])
        raise NoDelegations(f"No committee can be founded from this guide. {why}")


async def found_rehearsal(store: Store, at: int, members: int = 0) -> int:
    """A committee for a rehearsal, out of the sample guide; a new one at every call.

    With `members` it has so many, filled up from the members of the United Nations, and nobody else.
    """
    text = await asyncio.to_thread(read_path, SAMPLE)
    source = f"rehearsal {secrets.token_hex(8)}".encode()
    blueprint = of_guide(understand(text), source, RULEBOOK)
    if members:
        sitting = _so_many(blueprint.delegations, members)
        blueprint = replace(blueprint, delegations=sitting, topics=(*blueprint.topics, SECOND_TOPIC))
    return (await found(store, blueprint, at)).committee


async def found_drill(store: Store, at: int, drill: Situation) -> int:
    """A committee for a drill, with the rules and the roster of its transcript; a new one at every call.

    Raises BadLine where its first line founds no committee.
    """
    founding = read_heading(1, read_object(1, drill.transcript[0]))
    command = founding.command
    blueprint = Blueprint(
        name=drill.words[ENGLISH.tag][0],
        topics=command.topics,
        delegations=tuple(
            _sitting(seat, founding.names[seat.key]) for seat in command.seats if not seat.is_dais
        ),
        rulebook=command.rulebook,
        guide=None,
        source=b"",
        digest=f"drill {secrets.token_hex(8)}",
    )
    return (await found(store, blueprint, at)).committee


def _sitting(seat: Seat, name: str) -> Delegation:
    """The delegation of a seat of a transcript; of a state with its flag."""
    state = named(name)
    iso2 = state.iso2 if state else None
    return Delegation(seat.key, name, name, iso2, seat.kind, seat.order)  # type: ignore[arg-type]


def _so_many(known: Sequence[Delegation], members: int) -> tuple[Delegation, ...]:
    """The first members of a roster, and others of the United Nations where it has too few."""
    of_guide_ = [one for one in known if one.kind == "member"]
    have = {one.key for one in of_guide_}
    others = [one for one in all_members() if one.key not in have]
    return ordered([*of_guide_, *others][:members])


def _rows(rows: Session, blueprint: Blueprint, at: int) -> Founded:
    """Every row of the new committee in one transaction, unless this source has one already."""
    known = rows.exec(select(CommitteeRow).where(CommitteeRow.guide_digest == blueprint.digest)).first()
    if known is not None:
        return Founded(_id(known), known.name, False)
    conference = blueprint.conference or _id(_conference(rows, at))
    committee = CommitteeRow(
        conference_id=conference,
        name=blueprint.name,
        topic=list(blueprint.topics),
        rulebook=blueprint.rulebook.id,
        guide_digest=blueprint.digest,
        language=blueprint.language,
        time_zone=blueprint.time_zone,
        created=at,
    )
    rows.add(committee)
    rows.flush()
    key = _id(committee)
    _seat_rows(rows, conference, key, blueprint.delegations)
    if blueprint.guide is not None:
        _guide_rows(rows, key, blueprint, blueprint.guide)
    return Founded(key, committee.name, True)


def _guide_rows(rows: Session, committee: int, blueprint: Blueprint, guide: StudyGuide) -> None:
    """The guide, and what it gives each delegation."""
    body = to_json(guide)
    rows.add(GuideRow(committee_id=committee, digest=blueprint.digest, body=body, source=blueprint.source))
    for delegation_key, profile in profiles_from(guide, blueprint.delegations).items():
        given: dict[str, Any] = profiles.to_json(profile)
        rows.add(ProfileRow(committee_id=committee, delegation_key=delegation_key, body=given))


def _seat_rows(rows: Session, conference: int, committee: int, roster: tuple[Delegation, ...]) -> None:
    """The delegations' names, and the seats; a delegation of the same conference is used again."""
    for delegation in roster:
        seat_row(rows, conference, committee, delegation)
    for key, kind in DAIS_SEATS:
        rows.add(SeatRow(committee_id=committee, key=key, kind=kind))


def seat_row(rows: Session, conference: int, committee: int, one: Delegation) -> None:
    """The names of one delegation, and its seat."""
    row = _delegation(rows, conference, one)
    rows.add(SeatRow(committee_id=committee, key=one.key, delegation_id=_id(row), kind=one.kind))


def _conference(rows: Session, at: int) -> ConferenceRow:
    known = rows.exec(select(ConferenceRow).order_by(col(ConferenceRow.id))).first()
    if known is not None:
        return known
    made = ConferenceRow(name=CONFERENCE, created=at)
    rows.add(made)
    rows.flush()
    return made


def _delegation(rows: Session, conference: int, delegation: Delegation) -> DelegationRow:
    query = select(DelegationRow).where(
        DelegationRow.conference_id == conference, DelegationRow.key == delegation.key
    )
    known = rows.exec(query).first()
    if known is not None:
        return known
    made = DelegationRow(
        conference_id=conference,
        key=delegation.key,
        name=delegation.name,
        short_name=delegation.short_name,
        iso2=delegation.iso2,
        kind=delegation.kind,
    )
    rows.add(made)
    rows.flush()
    return made


async def _open_record(store: Store, committee: int, command: OpenCommittee) -> None:
    """The founding act, once: a start that was cut short between rows and record is made good here."""
    if await store.since(committee):
        return
    room = await Room(committee, store).open()
    try:
        await room.act(ORGANIZER, "founding0", command)
    finally:
        await room.close()


def _id(row: Any) -> int:
    assert row.id is not None
    return int(row.id)
