"""Founding a committee out of a study guide: rows for names and profiles, one act for the rules."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from app.procedure.act import ORGANIZER, ROOM
from app.procedure.floor import Floor, Refused, decide
from app.procedure.roster import Kind, Seat
from app.procedure.rulebook import load
from app.procedure.seats import LONGEST_AGENDA_ITEM, LONGEST_KEY, MOST_TOPICS, OpenCommittee
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
from app.words import refusal_sentence
from delegations import profiles
from delegations.profiles import profiles_from
from delegations.roster import Delegation, roster_from
from delegations.study_guides.command import read_path
from delegations.study_guides.guide import StudyGuide, to_json
from delegations.study_guides.understanding import understand

DAIS_SEATS: tuple[tuple[str, Kind], ...] = (
    ("dais-1", "chair"),
    ("dais-2", "chair"),
    ("assistant-1", "assistant"),
)
CONFERENCE = "Placard"
RULEBOOK = "harvard"
"""The rulebook of committees that name none."""
SAMPLE = Path(str(resources.files("delegations.study_guides"))) / "samples" / "iom_deportation.txt"


class NoDelegations(Exception):
    """No committee can be made of the guide's delegations; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Founded:
    """A committee and whether it was made just now; `name` is what its pages call it."""

    committee: int
    name: str
    new: bool


async def found(store: Store, guide: StudyGuide, source: bytes, rulebook: str, at: int) -> Founded:
    """The committee of a guide: the one founded from the same file before, or a new one.

    `source` is the guide's file, `rulebook` the name of a rulebook, `at` the time now (ms, UTC).
    Nothing that exists is changed. Raises NoDelegations and UnknownRulebook.
    """
    digest = hashlib.sha256(source).hexdigest()
    roster = with_fitting_keys(roster_from(guide))
    if not roster:
        raise NoDelegations("This guide names no delegations, so no committee can be founded from it.")
    command = OpenCommittee(load(rulebook), _topics(guide), _seats(roster))
    _check(command, at)  # before any row is written: rows without a record would be found again for ever
    made = await store.write(lambda rows: _rows(rows, guide, roster, source, digest, rulebook, at))
    await _open_record(store, made.committee, command)
    return made


def with_fitting_keys(roster: tuple[Delegation, ...]) -> tuple[Delegation, ...]:
    """The roster with keys that a record can hold (ASCII, short, each once); most stay as they are.

    A name in another script, or one that a guide's layout has made endless, has a seat all the same.
    """
    taken = {ROOM, ORGANIZER, *(key for key, _ in DAIS_SEATS)}
    fitting: list[Delegation] = []
    for place, one in enumerate(roster, 1):
        plain = re.sub(r"[^A-Za-z0-9-]", "", one.key)
        stem = plain[: LONGEST_KEY - 5].strip("-") or "delegation"
        key = stem if stem not in taken else f"{stem}-{place}"
        taken.add(key)
        fitting.append(replace(one, key=key))
    return tuple(fitting)


def _check(command: OpenCommittee, at: int) -> None:
    """Whether this can be the first act of a record. Raises NoDelegations with what stands against it."""
    outcome = decide(Floor(), ORGANIZER, at, command)
    if isinstance(outcome, Refused):
        why = " ".join(refusal_sentence(refusal, {}) for refusal in outcome.refusals[:1])
        raise NoDelegations(f"No committee can be founded from this guide. {why}")


async def found_rehearsal(store: Store, at: int) -> int:
    """A committee for a rehearsal, out of the sample guide; a new one at every call."""
    text = await asyncio.to_thread(read_path, SAMPLE)
    made = await found(store, understand(text), f"rehearsal {secrets.token_hex(8)}".encode(), RULEBOOK, at)
    return made.committee


def _rows(
    rows: Session,
    guide: StudyGuide,
    roster: tuple[Delegation, ...],
    source: bytes,
    digest: str,
    rulebook: str,
    at: int,
) -> Founded:
    """Every row of the new committee in one transaction, unless this guide has one already."""
    known = rows.exec(select(CommitteeRow).where(CommitteeRow.guide_digest == digest)).first()
    if known is not None:
        return Founded(_id(known), known.name, False)
    conference = _conference(rows, at)
    committee = CommitteeRow(
        conference_id=_id(conference),
        name=guide.committee or guide.organization or "Committee",
        topic=list(_topics(guide)),
        rulebook=rulebook,
        guide_digest=digest,
        created=at,
    )
    rows.add(committee)
    rows.flush()
    key = _id(committee)
    rows.add(GuideRow(committee_id=key, digest=digest, body=to_json(guide), source=source))
    _seat_rows(rows, _id(conference), key, roster)
    for delegation_key, profile in profiles_from(guide, roster).items():
        body: dict[str, Any] = profiles.to_json(profile)
        rows.add(ProfileRow(committee_id=key, delegation_key=delegation_key, body=body))
    return Founded(key, committee.name, True)


def _seat_rows(rows: Session, conference: int, committee: int, roster: tuple[Delegation, ...]) -> None:
    """The delegations' names, and the seats; a delegation of the same conference is used again."""
    for delegation in roster:
        row = _delegation(rows, conference, delegation)
        rows.add(
            SeatRow(committee_id=committee, key=delegation.key, delegation_id=_id(row), kind=delegation.kind)
        )
    for key, kind in DAIS_SEATS:
        rows.add(SeatRow(committee_id=committee, key=key, kind=kind))


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


def _topics(guide: StudyGuide) -> tuple[str, ...]:
    """The agenda, as far as a record holds it: so many topics, so long, without what cannot be printed."""
    found = [_printable(topic)[:LONGEST_AGENDA_ITEM] for topic in guide.topics if _printable(topic)]
    instead = _printable(guide.committee)[:LONGEST_AGENDA_ITEM] or "General debate"
    return tuple(found[:MOST_TOPICS]) or (instead,)


def _printable(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter.isprintable()).strip()


def _seats(roster: tuple[Delegation, ...]) -> tuple[Seat, ...]:
    """The seats as the rules see them: keys, kinds and the order of the roll call."""
    delegations = [Seat(one.key, one.kind, one.order) for one in roster]
    dais = [Seat(key, kind, order) for order, (key, kind) in enumerate(DAIS_SEATS)]
    return (*delegations, *dais)


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
