"""Whether a draft is before the committee, and why it is not: not yet introduced, or dealt with since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import Refusals, stale
from resolutions.lifecycle import Stage

if TYPE_CHECKING:
    from app.procedure.documents import Paper

_LEFT: tuple[Stage, ...] = ("adopted", "failed", "withdrawn", "set_aside", "merged")


def is_before(paper: Paper | None, field: str) -> Refusals:
    """What stands against business on a draft: that it is not before the committee, or no longer."""
    if paper is not None and paper.stage in _LEFT:
        yield stale("paper.left", field, paper=paper.name, stage=paper.stage)
    elif paper is None or paper.stage != "introduced":
        yield stale("paper.not_introduced", field)
