"""A conference in figures: one row for each committee and their sum; no delegation is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.statistics.meeting import Aggregate, aggregate
from app.words import Language
from app.words.language import N_
from app.words.statistics import NOT_QUALITY

HEAD = (
    N_("Committee"),
    N_("Delegations"),
    N_("Not heard"),
    N_("Speeches"),
    N_("Minutes spoken"),
    N_("Median minutes"),
    N_("Gini coefficient"),
    N_("Motions moved"),
    N_("Motions that passed"),
    N_("Votes"),
    N_("Adopted"),
)
MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class ConferenceFigures:
    """A table: `head`, a row for each committee, and `total`, in which medians and shares are left out."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    note: str


def conference_figures(
    rooms: Iterable[tuple[Floor, Directory]], total: str, speak: Language
) -> ConferenceFigures:
    """The figures of these committees; `total` is what the last row is called."""
    found = [(directory.name, aggregate(floor)) for floor, directory in rooms]
    sums = tuple(
        f"{sum(one.ms for _, one in found) / MINUTE:.1f}"
        if field == "ms"
        else ""
        if field in ("median_ms", "gini")
        else str(sum(getattr(one, field) for _, one in found))
        for field in Aggregate.__dataclass_fields__
    )
    return ConferenceFigures(
        tuple(speak(one) for one in HEAD),
        tuple((name, *_cells(one)) for name, one in found),
        (total, *sums) if len(found) > 1 else (),
        speak(NOT_QUALITY),
    )


def _cells(one: Aggregate) -> tuple[str, ...]:
    """The figures in the order of `HEAD`."""
    return (
        str(one.delegations),
        str(one.silent),
        str(one.speeches),
        f"{one.ms / MINUTE:.1f}",
        f"{one.median_ms / MINUTE:.1f}",
        f"{one.gini:.2f}",
        str(one.motions),
        str(one.motions_passed),
        str(one.votes),
        str(one.adopted),
    )
