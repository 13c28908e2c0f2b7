"""The decision on an amendment, and what the adoption of one does to all others in the same act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.procedure.act import Act
from app.procedure.documents import Amendment, AmendmentStage, Paper, with_amendment
from app.procedure.wording import ground, operations_of
from resolutions.amendments import Operation, apply, classify, differences, operations_to_json
from resolutions.document import Document, digest

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Way = Literal["vote", "consent", "unopposed"]


@dataclass(frozen=True, slots=True)
class Reclassified:
    """How a pending amendment fits after an adoption, with its restated operations.

    `base` is the digest of the text that they apply to; "" is the draft's new text.
    """

    amendment: str
    standing: Literal["clean", "renumbered", "mergeable", "conflict", "moot"]
    reason: str
    operations: tuple[dict[str, Any], ...]
    base: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentDecided:
    """The committee adopted an amendment or did not.

    When it did, `digest` is of the text that it leaves, and `others` puts every other pending amendment to
    the paper into exactly one class, in the same act: nothing is ever silently stale. `way` says how it was
    adopted: by a vote, by the consent of all sponsors (friendly), or because nobody spoke against it.
    """

    amendment: str
    adopted: bool
    digest: str = ""
    others: tuple[Reclassified, ...] = ()
    way: Way = "vote"


def decided(floor: Floor, amendment: Amendment, adopted: bool, way: Way = "vote") -> AmendmentDecided:
    """The event of a decision, with the class of every other pending amendment that it touches."""
    if not adopted:
        return AmendmentDecided(amendment.key, False)
    paper = floor.papers.get(amendment.paper)
    assert paper is not None and paper.text is not None
    if amendment.parent:
        return _second_degree(floor, paper, paper.text, amendment, way)
    operations = operations_of(amendment)
    others = tuple(reclassified(floor, paper, operations, without=amendment.key))
    return AmendmentDecided(amendment.key, True, digest(apply(paper.text, operations)), others, way)


def _second_degree(
    floor: Floor, paper: Paper, text: Document, amendment: Amendment, way: Way
) -> AmendmentDecided:
    """The amendment above is rewritten, not the draft; the others to it stand on its new words."""
    above, before = floor.papers.amendment(amendment.parent), ground(floor, paper, amendment.parent)
    assert above is not None and before is not None
    operations = operations_of(amendment)
    after = apply(before, operations)
    left = differences(text, after)
    others = [one for one in floor.papers.second_degree(above.key) if one.key != amendment.key]
    if not left:  # nothing of it remains: it goes, and what would have amended it
        gone = [_moot(above, "already_there"), *(_moot(one, "parent_moot") for one in others)]
        return AmendmentDecided(amendment.key, True, digest(after), tuple(gone), way)
    parent = Reclassified(above.key, "clean", "second_degree", tuple(operations_to_json(left)), digest(text))
    siblings = (_met(before, operations, one, digest(after)) for one in others)
    return AmendmentDecided(amendment.key, True, digest(after), (parent, *siblings), way)


def _moot(amendment: Amendment, reason: str) -> Reclassified:
    return Reclassified(amendment.key, "moot", reason, amendment.operations, amendment.base)


def reclassified(
    floor: Floor, paper: Paper, operations: tuple[Operation, ...], without: str = ""
) -> Iterator[Reclassified]:
    """Yields the class of every pending amendment to a paper whose text these operations change."""
    assert paper.text is not None
    for other in floor.papers.pending_amendments(paper.key):
        if other.key != without and not other.parent:
            met = _met(paper.text, operations, other)
            yield met
            yield from _below(floor, paper, operations, other, met)


def _below(
    floor: Floor, paper: Paper, operations: tuple[Operation, ...], above: Amendment, met: Reclassified
) -> Iterator[Reclassified]:
    """The amendments to one that was put into its class: they go with it where it has no text to stand on."""
    assert paper.text is not None
    before = ground(floor, paper, above.key)
    for one in floor.papers.second_degree(above.key):
        if met.standing == "moot":
            yield _moot(one, "parent_moot")
        elif met.standing == "conflict" or before is None:
            yield Reclassified(one.key, "conflict", "parent_conflict", one.operations, one.base)
        else:
            restated = operations_of(replace(above, operations=met.operations))
            after = apply(apply(paper.text, operations), restated)
            yield _met(before, differences(before, after), one, digest(after))


def _met(base: Document, adopted: tuple[Operation, ...], other: Amendment, on: str = "") -> Reclassified:
    if other.standing == "conflict":
        return Reclassified(other.key, "conflict", other.reason, other.operations, on)
    found = classify(base, adopted, operations_of(other))
    operations = tuple(operations_to_json(found.operations)) if found.operations else other.operations
    return Reclassified(other.key, found.kind, found.reason, operations, on)


def apply_decided(floor: Floor, event: AmendmentDecided, at: int) -> Floor:
    """The text changes, and every other amendment to it is put in its class."""
    amendment = floor.papers.amendment(event.amendment)
    assert amendment is not None
    stage: AmendmentStage = "adopted" if event.adopted else "failed"
    friendly = "accepted" if event.way == "consent" else amendment.friendly
    operations = operations_of(amendment)
    floor = with_amendment(floor, event.amendment, stage=stage, friendly=friendly)
    floor = replace(floor, papers=floor.papers.without_second_degree(event.amendment))
    if event.adopted and not amendment.parent:
        floor = rewritten(floor, amendment.paper, operations)
    return reclass(floor, event.others, event.digest)


def rewritten(floor: Floor, key: str, operations: tuple[Operation, ...]) -> Floor:
    """The floor with the text of a paper changed by the committee: one revision more."""
    paper = floor.papers.get(key)
    assert paper is not None and paper.text is not None
    changed = replace(paper, text=apply(paper.text, operations), amended=paper.amended + 1)
    return replace(floor, papers=floor.papers.with_paper(changed))


def reclass(floor: Floor, others: tuple[Reclassified, ...], base: str) -> Floor:
    """A moot amendment is not put to the vote; the others stand on the new text.

    Sponsors who accepted other words than those it has now are asked again.
    """
    for other in others:
        amendment = floor.papers.amendment(other.amendment)
        assert amendment is not None
        same = other.standing in ("clean", "renumbered") and other.reason != "second_degree"
        floor = with_amendment(
            floor,
            other.amendment,
            stage="moot" if other.standing == "moot" else amendment.stage,
            standing=other.standing,
            reason=other.reason,
            operations=other.operations,
            base=other.base or base,
            consents=amendment.consents if same else (),
        )
    return floor


ACTS: dict[type, Act] = {}
APPLY = {AmendmentDecided: apply_decided}
