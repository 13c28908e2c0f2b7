"""The first line of a transcript: the house's rules, the agenda and the roster of the committee."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as validated

from app.blueprints import DAIS_SEATS
from app.procedure.parameters import with_parameters
from app.procedure.roster import DAIS_KINDS, Kind, Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import UnknownRulebook, compose, read_layer
from app.procedure.seats import OpenCommittee
from app.transcripts.lines import BadLine, read_time
from delegations.names import sort_key

TOPICS = ("General debate",)
"""The agenda of a transcript that names none."""
CHAIR = "chair"
"""What a transcript calls the first chair on the dais."""


@validated(frozen=True, config=ConfigDict(extra="forbid", strict=True))
class Place:
    """A delegation of the roster, or a place on the dais; `delegation` is the key of its seat.

    `order` is its place in the roll call, alphabetical by name where it is not given; `veto` marks a
    permanent member; `procedural` and `substantive` set a right to vote by hand.
    """

    delegation: str
    name: str = ""
    standing: Kind = "member"
    veto: bool = False
    order: int | None = None
    procedural: bool | None = None
    substantive: bool | None = None


@validated(frozen=True, config=ConfigDict(extra="forbid", strict=True))
class Heading:
    """The first line: `rulebook` is a name, the path of a TOML file, or the tables of such a file.

    `alarms` says who gives TimeUp: the room by its own clocks, or lines of the transcript.
    """

    rulebook: str | dict[str, Any]
    roster: tuple[Place, ...]
    overlays: tuple[str, ...] = ()
    parameters: dict[str, Any] | None = None
    topics: tuple[str, ...] = TOPICS
    at: Any = 0
    alarms: Literal["room", "lines"] = "room"


@dataclass(frozen=True, slots=True)
class Founding:
    """A committee as its heading founds it; `names` are those of the delegations by seat key."""

    command: OpenCommittee
    names: Mapping[str, str]
    at: int
    chair: str
    alarms: Literal["room", "lines"]


def read_heading(line: int, told: dict[str, Any]) -> Founding:
    """The committee of the first line. Raises BadLine."""
    text = json.dumps({**told, "at": 0}, default=float)
    try:
        heading = TypeAdapter(Heading).validate_json(text)
    except ValidationError as error:
        raise BadLine(line, _fault(error)) from None
    seats = _seats(heading.roster)
    if any(place.delegation == CHAIR and place.standing != "chair" for place in heading.roster):
        raise BadLine(line, f"the name {CHAIR} is that of the dais; give the delegation another.")
    names = {place.delegation: place.name for place in heading.roster if place.name}
    command = OpenCommittee(_rulebook(line, heading), heading.topics, seats)
    chairs = sorted((seat.order, seat.key) for seat in seats if seat.kind == "chair")
    at = read_time(line, told.get("at", 0))
    return Founding(command, names, at, chairs[0][1] if chairs else "", heading.alarms)


def _rulebook(line: int, heading: Heading) -> Rulebook:
    """The rulebook with overlays and parameters."""
    try:
        if isinstance(heading.rulebook, str):
            return compose(heading.rulebook, heading.overlays, heading.parameters or {})
        book = read_layer(heading.rulebook, "rulebook", heading.overlays)
        return with_parameters(book, heading.parameters or {})
    except UnknownRulebook as error:
        raise BadLine(line, str(error)) from None
    except OSError as error:
        raise BadLine(line, f"the rulebook {heading.rulebook} cannot be read: {error.strerror}.") from None


def _seats(roster: tuple[Place, ...]) -> tuple[Seat, ...]:
    """The roster's seats, in the order of their names where no order is given, and a dais."""
    delegations = [place for place in roster if place.standing not in DAIS_KINDS]
    by_name = sorted(delegations, key=lambda place: sort_key(place.name or place.delegation))
    order = {place.delegation: number for number, place in enumerate(by_name, 1)}
    seats = tuple(
        Seat(
            place.delegation,
            place.standing,
            order.get(place.delegation, number) if place.order is None else place.order,
            place.veto,
            place.procedural,
            place.substantive,
        )
        for number, place in enumerate(roster)
    )
    if any(seat.is_dais for seat in seats):
        return seats
    return (*seats, *(Seat(key, kind, number) for number, (key, kind) in enumerate(DAIS_SEATS)))


def _fault(error: ValidationError) -> str:
    """The first thing wrong with the heading, in a sentence."""
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    if fault["type"] in ("missing", "missing_argument"):
        return f"the first line needs {where}."
    if fault["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"the first line has no entry {where}."
    return f"{where} of the first line does not fit: {fault['msg'][:1].lower()}{fault['msg'][1:]}."
