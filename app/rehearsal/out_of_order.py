"""What people do out of order: acts that no rulebook takes, at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.rehearsal.robot import Robot

if TYPE_CHECKING:
    from app.rehearsal.cast import Cast

NOT_THERE = 999_999
"""A number that no act of a rehearsal has."""
BY_A_DELEGATE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("a delegate calls the next speaker", "/speeches/next", {"after": ""}),
    ("a delegate ends the caucus", "/caucus/closure", {}),
    ("a delegate approves a paper", "/papers/WP-1/approval", {}),
    ("a delegate takes an act back", "/acts/1/undoing", {}),
    ("a delegate announces a result", f"/votes/{NOT_THERE}/result", {}),
    ("a delegate votes on nothing", f"/votes/{NOT_THERE}/ballots", {"choice": "yes"}),
    ("a delegate withdraws a motion that is not there", f"/motions/{NOT_THERE}/withdrawal", {}),
    ("a delegate appeals a ruling that is not there", f"/rulings/{NOT_THERE}/appeals", {}),
    ("a delegate signs an amendment that is not there", "/amendments/A99/signatories", {}),
    ("a delegate moves what no rulebook has", "/motions", {"kind": "abolish_the_dais"}),
    ("a delegate raises a point of nothing", "/points", {"kind": "pleasure"}),
    ("a delegate yields a floor that it does not have", "/speeches/yield", {"to": "nobody"}),
    (
        "a delegate moves ten minutes of 45-second speeches",
        "/motions",
        {"kind": "moderated_caucus", "total_seconds": 600, "speech_seconds": 45, "topic": "Return"},
    ),
    (
        "a delegate moves an hour of unmoderated caucus",
        "/motions",
        {"kind": "unmoderated_caucus", "total_seconds": 3600},
    ),
)
FOR_ANOTHER: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("a delegate asks for the floor for another", "/speakers", {}),
    ("a delegate answers the roll for another", "/roll-call/statuses", {"status": "absent"}),
    ("a delegate raises a point for another", "/points", {"kind": "order"}),
)
BY_THE_CHAIR: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("the chair announces a vote that is not there", f"/votes/{NOT_THERE}/result", {}),
    (
        "the chair puts a motion that is not there",
        "/votes",
        {"about": "motion", "subject": str(NOT_THERE)},
    ),
    ("the chair enters a delegation that is not there", "/speakers", {"seat": "atlantis"}),
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """An act that must be refused: what it is in words, who presses, where, and the fields."""

    what: str
    robot: Robot
    path: str
    given: dict[str, Any]


def usual(cast: Cast) -> list[Wrong]:
    """What somebody may do out of order now; who does it is drawn by lot."""
    one, other = cast.luck.sample(cast.with_device, 2)
    assert one.robot
    return [
        *(Wrong(what, one.robot, path, given) for what, path, given in BY_A_DELEGATE),
        *(Wrong(what, one.robot, path, {**given, "seat": other.key}) for what, path, given in FOR_ANOTHER),
        *(Wrong(what, cast.chair, path, given) for what, path, given in BY_THE_CHAIR),
    ]
