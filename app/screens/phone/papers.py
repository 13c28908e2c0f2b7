"""The papers of a committee as one viewer may see them: the shelf by stage, and one paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.papers import StartPaper
from app.procedure.sponsorship import signatures
from app.screens.directory import Directory
from app.screens.phone.names import seats_to_name
from app.screens.phone.refusing import why_not
from app.screens.phone.shelf import Draft, draft_row
from app.screens.shown import Option

STAGES = (
    "introduced",
    "approved",
    "submitted",
    "returned",
    "working_paper",
    "adopted",
    "failed",
    "withdrawn",
    "set_aside",
    "merged",
)
"""The stages in the order of the page: what is debated first, what is over last."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A paper on the page: `role` is sponsor, signatory or "", with the names that it has and needs."""

    row: Draft
    role: str
    sponsors: tuple[int, int]
    signatures: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shelves:
    """The papers that a viewer may read; `seats` are the delegations that the dais may enter for."""

    template: ClassVar[str] = "phone/papers.html"
    coalesced: ClassVar[bool] = False

    committee: int
    groups: tuple[tuple[str, tuple[Shelved, ...]], ...]
    may_start: bool
    why_start: str
    seats: tuple[Option, ...]


def shelf_view(floor: Floor, directory: Directory, readable: Sequence[Paper], seat_key: str) -> Shelves:
    """The papers in `readable` by stage, and whether seat `seat_key` ("" for an observer) may start one."""
    groups = []
    for stage in STAGES:
        found = tuple(_shelved(floor, directory, p, seat_key) for p in readable if p.stage == stage)
        if found:
            groups.append((stage, found))
    return Shelves(
        committee=directory.committee,
        groups=tuple(groups),
        may_start=seat_key in floor.seats,
        why_start=why_not(floor, directory, seat_key, StartPaper) if seat_key else "",
        seats=seats_to_name(floor, directory, seat_key),
    )


def _shelved(floor: Floor, directory: Directory, paper: Paper, seat_key: str) -> Shelved:
    role = "sponsor" if seat_key in paper.sponsors else "signatory" if seat_key in paper.signatories else ""
    needed = floor.rulebook.papers.sponsors_min
    row = draft_row(floor, directory, paper)
    return Shelved(row, role, (len(paper.sponsors), needed), signatures(floor, paper))
