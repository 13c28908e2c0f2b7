"""Remarks of the dais on the record: they stand beside the facts, marked as remarks, and change none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, dais, reason

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LONGEST_REMARK = 500
"""Characters of a remark."""


@dataclass(frozen=True, slots=True)
class AddRemark:
    """Note something for the minutes that no act tells; everybody may read it."""

    remark: str


@dataclass(frozen=True, slots=True)
class RemarkAdded:
    """The dais noted something; nothing follows from it."""

    remark: str


def may_remark(floor: Floor, by: str) -> Refusals:
    """The dais, at any time: also after the meeting, when there is time to write."""
    yield from dais(floor, by)


def settle_remark(floor: Floor, by: str, at: int, command: AddRemark) -> Outcome:
    """It says something."""
    yield from reason(command.remark, LONGEST_REMARK, "remark")
    yield RemarkAdded(command.remark.strip())


def apply_remark(floor: Floor, event: RemarkAdded, at: int) -> Floor:
    """For the record alone."""
    return floor


ACTS = {AddRemark: Act(may_remark, settle_remark)}
APPLY = {RemarkAdded: apply_remark}
