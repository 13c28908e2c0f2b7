"""A delegation in a timed debate and in consultations: its place on a side, its brackets."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.brackets import BracketParagraph
from app.procedure.debate_speakers import JoinDebate
from app.procedure.floor import Floor
from app.procedure.hearing import SIDES, Side
from app.screens.consulted import Paragraph, consulting
from app.screens.debated import debating
from app.screens.directory import Directory
from app.screens.phone.refusing import why_not, why_not_this


@dataclass(frozen=True, slots=True)
class Joining:
    """Asking for the floor on what is debated: `side` is where it waits ("" nowhere), `place` from 1.

    `sides` are those that it can ask on, each with what stands against that.
    """

    name: str
    side: str
    place: int
    sides: tuple[tuple[Side, str], ...]


@dataclass(frozen=True, slots=True)
class Bracketing:
    """The paragraph in hand, why no brackets can be put in it, and the paragraphs with own brackets."""

    paragraph: Paragraph | None
    why: str
    own: tuple[Paragraph, ...]


def joining(floor: Floor, directory: Directory, key: str) -> Joining | None:
    """While something is debated that does not wait for its vote."""
    on = debating(floor, directory) if floor.caucus is None else None
    if on is None or on.stage == "vote":
        return None
    for side in on.sides:
        keys = [one.key for one in side.waiting]
        if key in keys:
            return Joining(on.name, side.side, keys.index(key) + 1, ())
    open_now = tuple(side for side in SIDES if on.stage in (side, "open"))
    against = tuple((side, why_not_this(floor, directory, key, JoinDebate(side))) for side in open_now)
    return Joining(on.name, "", 0, against)


def bracketing(floor: Floor, directory: Directory, key: str) -> Bracketing | None:
    """While the committee consults on a draft."""
    on = consulting(floor, directory) if floor.caucus is None else None
    if on is None:
        return None
    own = tuple(one for one in on.paragraphs if any(said.who.key == key for said in one.brackets))
    return Bracketing(on.in_hand, why_not(floor, directory, key, BracketParagraph), own)
