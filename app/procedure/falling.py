"""A draft that has lost its sponsors: it goes back to its writers, and may come back with new names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act
from app.procedure.documents import Paper, stepped
from resolutions.lifecycle import allowed

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class PaperFell:
    """The paper is a working paper again: `have` sponsors are left of the `needed`.

    `symbol` is the number that it had, "" before its approval; no other draft gets it.
    """

    paper: str
    symbol: str
    have: int
    needed: int


def stands_without(floor: Floor, paper: Paper, seat: str) -> bool:
    """Whether the paper keeps its place when `seat` sponsors it no more (sponsors_min)."""
    left = _left(paper, seat)
    enough = left == len(paper.sponsors) or left >= floor.rulebook.papers.sponsors_min
    return enough or not allowed(paper.stage, "fall")


def falls_without(floor: Floor, paper: Paper, seat: str) -> Iterator[PaperFell]:
    """What it means for a paper that `seat` sponsors it no more: below the minimum it falls [DUM]."""
    if not stands_without(floor, paper, seat):
        least = floor.rulebook.papers.sponsors_min
        yield PaperFell(paper.key, paper.symbol, _left(paper, seat), least)


def apply_fell(floor: Floor, event: PaperFell, at: int) -> Floor:
    """With its writers, without a number; its text is that of the record, and amendments to it are moot."""
    paper = floor.papers.get(event.paper)
    assert paper is not None
    fallen = (*paper.fallen, event.symbol)
    floor = stepped(floor, event.paper, "fall", symbol="", topic=0, amended=0, fallen=fallen)
    papers = floor.papers.without_amendments(event.paper, "paper_fell").without_parts(event.paper)
    return replace(floor, papers=papers)


def _left(paper: Paper, seat: str) -> int:
    return sum(key != seat for key in paper.sponsors)


ACTS: dict[type, Act] = {}
APPLY = {PaperFell: apply_fell}
