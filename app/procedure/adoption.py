"""The decision on an amendment, and what the adoption of one does to all others in the same act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.procedure.act import Act
from app.procedure.documents import Amendment, AmendmentStage, with_amendment
from resolutions.amendments import Operation, apply, classify, operations_from_json, operations_to_json
from resolutions.document import Document, digest

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Reclassified:
    """How a pending amendment fits the text after an adoption, with its restated operations."""

    amendment: str
    standing: Literal["clean", "renumbered", "mergeable", "conflict", "moot"]
    reason: str
    operations: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class AmendmentDecided:
    """The committee adopted an amendment or did not.

    When it did, `digest` is of the new text, and `others` puts every other pending amendment to the paper
    into exactly one class, in the same act: nothing is ever silently stale.
    """

    amendment: str
    adopted: bool
    digest: str = ""
    others: tuple[Reclassified, ...] = ()


def decided(floor: Floor, amendment: Amendment, adopted: bool) -> AmendmentDecided:
    """The event of a decision, with the class of every other pending amendment to the same text."""
    if not adopted:
        return AmendmentDecided(amendment.key, False)
    paper = floor.papers.get(amendment.paper)
    assert paper is not None and paper.text is not None
    operations = operations_from_json(list(amendment.operations))
    others = tuple(
        _reclassified(paper.text, operations, other)
        for other in floor.papers.pending_amendments(paper.key)
        if other.key != amendment.key
    )
    return AmendmentDecided(amendment.key, True, digest(apply(paper.text, operations)), others)


def _reclassified(base: Document, adopted: tuple[Operation, ...], other: Amendment) -> Reclassified:
    if other.standing == "conflict":
        return Reclassified(other.key, "conflict", other.reason, other.operations)
    found = classify(base, adopted, operations_from_json(list(other.operations)))
    operations = tuple(operations_to_json(found.operations)) if found.operations else other.operations
    return Reclassified(other.key, found.kind, found.reason, operations)


def apply_decided(floor: Floor, event: AmendmentDecided, at: int) -> Floor:
    """The text changes, and every other amendment to it is put in its class."""
    amendment = floor.papers.amendment(event.amendment)
    assert amendment is not None
    stage: AmendmentStage = "adopted" if event.adopted else "failed"
    floor = with_amendment(floor, event.amendment, stage=stage)
    if not event.adopted:
        return floor
    paper = floor.papers.get(amendment.paper)
    assert paper is not None and paper.text is not None
    text = apply(paper.text, operations_from_json(list(amendment.operations)))
    changed = replace(paper, text=text, amended=paper.amended + 1)
    floor = replace(floor, papers=floor.papers.with_paper(changed))
    for other in event.others:
        floor = _reclass(floor, other, event.digest)
    return floor


def _reclass(floor: Floor, other: Reclassified, base: str) -> Floor:
    """A moot amendment is not put to the vote; the others stand on the new text."""
    amendment = floor.papers.amendment(other.amendment)
    assert amendment is not None
    stage = "moot" if other.standing == "moot" else amendment.stage
    return with_amendment(
        floor,
        other.amendment,
        stage=stage,
        standing=other.standing,
        reason=other.reason,
        operations=other.operations,
        base=base,
    )


ACTS: dict[type, Act] = {}
APPLY = {AmendmentDecided: apply_decided}
