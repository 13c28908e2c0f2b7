"""Who may read a working paper: its sponsors share it with delegations by name, until it is public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, forbidden, impossible, is_dais, stale
from app.procedure.documents import with_paper
from app.procedure.sponsorship import may_write

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SharePaper:
    """Let another delegation read a working paper, and sponsor or sign it; a sponsor does, or the dais."""

    paper: str
    reader: str


@dataclass(frozen=True, slots=True)
class PaperShared:
    """A delegation may read the working paper from now on."""

    paper: str
    reader: str


def settle_share(floor: Floor, by: str, at: int, command: SharePaper) -> Outcome:
    """With a delegation of the committee that cannot read it yet."""
    paper, reader = floor.papers.get(command.paper), floor.seats.get(command.reader)
    if paper is None:
        yield impossible("paper.unknown", "paper")
        return
    if not is_dais(floor, by) and by not in paper.sponsors:
        yield forbidden("paper.sponsors_only")
        return
    if reader is None or reader.is_dais or reader.closed:
        yield impossible("seat.unknown", "reader")
        return
    if paper.is_public or reader.key in paper.readers:
        yield stale("paper.shared_already", "reader", seat=reader.key)
    yield PaperShared(paper.key, reader.key)


def apply_shared(floor: Floor, event: PaperShared, at: int) -> Floor:
    """One more reader."""
    paper = floor.papers.get(event.paper)
    assert paper is not None
    return with_paper(floor, event.paper, shared=(*paper.shared, event.reader))


ACTS = {SharePaper: Act(may_write, settle_share)}
APPLY = {PaperShared: apply_shared}
