"""Who may read a working paper: its sponsors share it with delegations by name, until it is public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusal, forbidden, impossible, is_dais, stale
from app.procedure.documents import Paper, with_paper
from app.procedure.sponsorship import may_write

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SharePaper:
    """Let another delegation read a working paper, and sponsor or sign it; a sponsor does, or the dais.

    With `edits` it may also write in it; the same without takes that back.
    """

    paper: str
    reader: str
    edits: bool = False


@dataclass(frozen=True, slots=True)
class PaperShared:
    """A delegation may read the working paper from now on."""

    paper: str
    reader: str
    edits: bool = False


@dataclass(frozen=True, slots=True)
class UnsharePaper:
    """Take reading, and writing, in a working paper back from a delegation; a sponsor does, or the dais."""

    paper: str
    reader: str


@dataclass(frozen=True, slots=True)
class PaperUnshared:
    """A delegation may not read the working paper any more."""

    paper: str
    reader: str


def _shared_by(floor: Floor, by: str, key: str) -> Paper | Refusal:
    """The paper, where this seat says who reads it: a sponsor, or the dais."""
    paper = floor.papers.get(key)
    if paper is None:
        return impossible("paper.unknown", "paper")
    return paper if is_dais(floor, by) or by in paper.sponsors else forbidden("paper.sponsors_only")


def settle_share(floor: Floor, by: str, at: int, command: SharePaper) -> Outcome:
    """With a delegation of the committee that cannot read it, or write in it, yet."""
    paper, reader = _shared_by(floor, by, command.paper), floor.seats.get(command.reader)
    if isinstance(paper, Refusal):
        yield paper
        return
    if reader is None or reader.is_dais or reader.closed:
        yield impossible("seat.unknown", "reader")
        return
    if command.edits:
        nothing_new = paper.is_public or reader.key in paper.writers
    else:
        nothing_new = paper.may_be_read_by(reader.key) and reader.key not in paper.editors
    if nothing_new:
        yield stale("paper.shared_already", "reader", seat=reader.key)
    yield PaperShared(paper.key, reader.key, command.edits)


def settle_unshare(floor: Floor, by: str, at: int, command: UnsharePaper) -> Outcome:
    """From a delegation that it was shared with, until everybody reads it; names on it keep reading it."""
    paper = _shared_by(floor, by, command.paper)
    if isinstance(paper, Refusal):
        yield paper
        return
    if paper.is_public:
        yield stale("paper.public_already", paper=paper.name)
    elif command.reader in (*paper.sponsors, *paper.signatories):
        yield impossible("paper.name_on_it", "reader", seat=command.reader)
    elif command.reader not in paper.shared:
        yield stale("paper.not_a_reader", "reader")
    yield PaperUnshared(paper.key, command.reader)


def shows_names(floor: Floor, paper: Paper) -> bool:
    """Whether sponsors and signatories stand on a paper for everybody who reads it (sponsors_shown) [NWDR].

    Who works on a paper before it is a draft always sees them, and so does the dais.
    """
    return floor.rulebook.papers.sponsors_shown or not paper.symbol


def may_see_names(floor: Floor, paper: Paper, seat: str) -> bool:
    """Whether delegation `seat` ("" for none) sees who stands on a paper, besides the dais.

    Where the house takes names off its drafts, those who read it before everybody could have seen them.
    """
    return shows_names(floor, paper) or seat in paper.readers


def apply_shared(floor: Floor, event: PaperShared, at: int) -> Floor:
    """One more reader, who may write in it or not."""
    paper = floor.papers.get(event.paper)
    assert paper is not None
    editors, taken = _without(paper.editors, event.reader), paper.taken
    if event.edits:
        editors, taken = (*editors, event.reader), _without(taken, event.reader)
    elif event.reader in paper.editors:
        taken = (*_without(taken, event.reader), event.reader)
    shared = tuple(dict.fromkeys((*paper.shared, event.reader)))
    return with_paper(floor, event.paper, shared=shared, editors=editors, taken=taken)


def apply_unshared(floor: Floor, event: PaperUnshared, at: int) -> Floor:
    """One reader less; no code lets it in again."""
    paper = floor.papers.get(event.paper)
    assert paper is not None
    return with_paper(
        floor,
        event.paper,
        shared=_without(paper.shared, event.reader),
        editors=_without(paper.editors, event.reader),
        taken=(*_without(paper.taken, event.reader), event.reader),
    )


def _without(keys: tuple[str, ...], seat: str) -> tuple[str, ...]:
    return tuple(key for key in keys if key != seat)


ACTS = {SharePaper: Act(may_write, settle_share), UnsharePaper: Act(may_write, settle_unshare)}
APPLY = {PaperShared: apply_shared, PaperUnshared: apply_unshared}
