"""A recorded committee as a transcript: its minutes as lines that play back to the same floor."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.minutes import command_json
from app.procedure.parameters import differences
from app.procedure.roster import Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_checks import plain as plain_rulebook
from app.procedure.rulebook_files import UnknownRulebook, compose
from app.procedure.seats import OpenCommittee
from app.procedure.undo import Entry
from app.transcripts.heading import CHAIR


class NothingRecorded(Exception):
    """There is no record of that committee; the message is one sentence."""


def transcript(entries: Iterable[Entry], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The lines of a committee's whole record; `names` are those of the delegations by seat key.

    Raises NothingRecorded where the record is empty.
    """
    acts = iter(entries)
    first = next(acts, None)
    if first is None or not isinstance(first.command, OpenCommittee):
        raise NothingRecorded("There is no record of this committee.")
    chair = min((seat.order, seat.key) for seat in first.command.seats if seat.kind == "chair")[1]
    yield _heading(first, names)
    for entry in acts:
        told = json.loads(command_json(entry.command, entry.insist, entry.sheet))
        yield {"at": entry.at / 1000, "actor": CHAIR if entry.by == chair else entry.by, **told}


def _heading(first: Entry, names: Mapping[str, str]) -> dict[str, Any]:
    """The first line; the record has the alarms of the room's clocks as lines of its own."""
    command = first.command
    roster = [_place(seat, names) for seat in command.seats]
    rest = {"topics": list(command.topics), "roster": roster, "at": first.at / 1000, "alarms": "lines"}
    return {**_rulebook(command.rulebook), **rest}


def _rulebook(book: Rulebook) -> dict[str, Any]:
    """By name and parameters where that gives the very same rules, else as tables."""
    try:
        named = compose(book.id)
        parameters = {name: after for name, _, after in differences(named, book)}
        if compose(book.id, (), parameters) == book:
            return {"rulebook": book.id, "overlays": [], "parameters": parameters}
    except (UnknownRulebook, OSError):
        pass  # a house's own rulebook, or one of another release
    return {"rulebook": plain_rulebook(book), "overlays": [], "parameters": {}}


def _place(seat: Seat, names: Mapping[str, str]) -> dict[str, Any]:
    """A seat of the roster, with what is not usual about it."""
    told: dict[str, Any] = {"delegation": seat.key, "standing": seat.kind, "order": seat.order}
    if seat.key in names:
        told["name"] = names[seat.key]
    rights = {"veto": seat.veto or None, "procedural": seat.procedural, "substantive": seat.substantive}
    return {**told, **{right: given for right, given in rights.items() if given is not None}}
