"""Conflicts: where a pending amendment stands after another one has been adopted."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from resolutions.applying import DoesNotApply, apply
from resolutions.differences import differences
from resolutions.document import Document, content
from resolutions.encounters import Ground, Met, meet
from resolutions.operations import Operation, ReplaceAll
from resolutions.prose import N_, messages

Class = Literal["clean", "renumbered", "mergeable", "conflict", "moot"]

# Message id -> English, for the reasons. Another language is another table with the same ids.
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "untouched": N_("The change just adopted does not touch it."),
        "numbers": N_("It stands as it was; only the numbers it names have changed."),
        "same_place": N_("Both put text at the same place: the dais settles the order."),
        "anchor_gone": N_("The clause it was to follow is gone: it now follows the one before."),
        "anchor_moved": N_("The clause it was to follow has moved: the dais confirms the place."),
        "order_matters": N_("What comes first changes the text: the dais confirms the result."),
        "other_words": N_(
            "Both change the same clause in different words: the dais confirms the joined text."
        ),
        "partly_there": N_("A part of it is already in the text: the dais confirms the rest."),
        "same_words": N_("Both change the same words."),
        "changed_since": N_("The clause it strikes has been changed since."),
        "moved_elsewhere": N_("Both move the same clause to different places."),
        "place_gone": N_("The clause it would stand under is gone."),
        "target_gone": N_("A clause it changes is gone."),
        "whole_text_changed": N_("It replaces the whole text, which has changed since."),
        "already_there": N_("What it asks for is already in the text."),
        "does_not_fit": N_("It no longer fits the text."),
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a pending amendment stands: exactly one class, the reason (a message id) and the clause meant.

    ``operations`` is the amendment restated for the new text: they apply to it when the kind is clean,
    renumbered or mergeable (there the dais confirms), and are empty for conflict and moot.
    """

    kind: Class
    reason: str
    uid: str | None = None
    operations: tuple[Operation, ...] = ()


def classify(base: Document, adopted: tuple[Operation, ...], pending: tuple[Operation, ...]) -> Standing:
    """Put a pending amendment into exactly one class after the adoption of another one on the same base.

    The table stands in ``encounters``.
    Both lists are first brought into normal form (``differences``), so that the answer depends on what they
    do and not on how they are written. It is clean or renumbered if and only if both orders of adoption give
    one text. Raises DoesNotApply when either does not fit ``base``.
    """
    now, wanted = apply(base, adopted), apply(base, pending)
    if content(wanted) in (content(now), content(base)):
        return Standing("moot", "already_there")
    ground = Ground(base, now, wanted, differences(base, now), differences(base, wanted))
    both = _applied(now, ground.pending)
    if both is not None and _same(both, _applied(wanted, ground.adopted)):
        return _untouched(ground, pending, ground.pending, both)
    if any(isinstance(op, ReplaceAll) for op in pending) and content(now) != content(base):
        return Standing("conflict", "whole_text_changed")
    standing = _by_table(ground, pending)
    if standing.kind in ("clean", "renumbered") and not _comes_to_the_same(ground, adopted, standing):
        return Standing("mergeable", "order_matters", None, standing.operations)
    return standing


def _comes_to_the_same(ground: Ground, adopted: tuple[Operation, ...], standing: Standing) -> bool:
    """Whether the other order, in which the adopted amendment met the pending one, gives the same text."""
    other = Ground(ground.base, ground.wanted, ground.now, ground.pending, ground.adopted)
    turned = _by_table(other, adopted)
    if turned.kind == "conflict":
        return False
    return _same(_applied(ground.now, standing.operations), _applied(ground.wanted, turned.operations))


def _applied(document: Document, operations: tuple[Operation, ...]) -> Document | None:
    try:
        return apply(document, operations)
    except DoesNotApply:
        return None


def _same(one: Document | None, other: Document | None) -> bool:
    return one is not None and other is not None and content(one) == content(other)


def _by_table(ground: Ground, pending: tuple[Operation, ...]) -> Standing:
    met = [meet(ground, operation) for operation in ground.pending]
    return _standing(ground, pending, met)


def _standing(ground: Ground, pending: tuple[Operation, ...], met: list[Met]) -> Standing:
    moot = [m for m in met if m.kind == "moot"]
    gone = [m for m in moot if m.reason == "target_gone"]
    if met and len(moot) == len(met):
        return Standing("moot", (gone or moot)[0].reason, (gone or moot)[0].uid)
    for worst in (*(m for m in met if m.kind == "conflict"), *gone):
        return Standing("conflict", worst.reason, worst.uid)
    restated = tuple(m.restated for m in met if m.restated is not None)
    try:
        result = apply(ground.now, restated)
    except DoesNotApply as error:
        return Standing("conflict", "does_not_fit", error.uid)
    if content(result) == content(ground.now):
        return Standing("moot", "already_there")
    for flagged in (m for m in met if m.kind == "mergeable"):
        return Standing("mergeable", flagged.reason, flagged.uid, restated)
    if moot:
        return Standing("mergeable", "partly_there", moot[0].uid, restated)
    return _untouched(ground, pending, restated, result)


def _untouched(
    ground: Ground, pending: tuple[Operation, ...], restated: tuple[Operation, ...], result: Document
) -> Standing:
    try:  # keep the mover's own form of the amendment where it says the same
        if content(apply(ground.now, pending)) == content(result):
            restated = pending
    except DoesNotApply:
        pending = restated
    if messages(ground.base, restated) == messages(ground.now, restated):
        return Standing("clean", "untouched", None, restated)
    return Standing("renumbered", "numbers", None, restated)
