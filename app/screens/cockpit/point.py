"""A point that waits for the chair: whose it is, what was said, and the form of the ruling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.points import Point, WithdrawPoint
from app.procedure.ruling_points import RulePoint
from app.procedure.rulings import RULED_POINTS
from app.screens.cockpit.common import refused
from app.screens.directory import Directory
from app.screens.shown import Countdown, Who, countdown, tongue, who
from app.words.language import capital
from app.words.names import POINTS, code_name


@dataclass(frozen=True, slots=True)
class PointView:
    """The point that is taken first; `ruled` is false for a question, which is answered.

    `speaker` and `clock` are the speech that it stopped; `more` counts the points behind it.
    """

    template: ClassVar[str] = "cockpit/point.html"
    coalesced: ClassVar[bool] = False
    committee: int
    number: int
    kind: str
    by: Who
    words: str
    ruled: bool
    speaker: Who | None
    clock: Countdown | None
    more: int
    why_not_rule: str
    why_not_withdraw: str


def point(floor: Floor, directory: Directory, first: Point) -> PointView:
    """What the chair rules on now."""
    now = floor.speeches.now
    return PointView(
        committee=directory.committee,
        number=first.number,
        kind=point_name(directory, first.kind),
        by=who(directory, first.seat),
        words=first.words,
        ruled=first.kind in RULED_POINTS,
        speaker=who(directory, now.seat) if now else None,
        clock=countdown(floor.clocks.get("speech")),
        more=len(floor.points.pending) - 1,
        why_not_rule=refused(floor, directory, RulePoint(first.number, ".")),
        why_not_withdraw=refused(floor, directory, WithdrawPoint(first.number)),
    )


def point_name(directory: Directory, kind: str) -> str:
    """The name of a kind of point, as a heading."""
    return capital(code_name(POINTS, kind, tongue(directory)))
