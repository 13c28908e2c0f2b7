"""The dock: what the room sees, who is here as a gauge, and the last act with its undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.quorum import members, members_here
from app.screens.cockpit.common import tongue
from app.screens.cockpit.head import majorities, quorum_now
from app.screens.directory import Directory
from app.screens.projector import thumbnail
from app.screens.view import View
from app.words import N_, clock_time
from resolutions.rendering.pictures import ENGLISH, gauge


@dataclass(frozen=True, slots=True)
class DockView:
    """`last` is the number of the last act, `at` its time of day; `gauge` is a drawing of our own."""

    template: ClassVar[str] = "cockpit/dock.html"
    coalesced: ClassVar[bool] = False
    committee: int
    seen: View
    gauge: str
    last: int
    at: str


def draw_dock(floor: Floor, directory: Directory) -> DockView:
    """The three corners of the dock."""
    return DockView(
        directory.committee,
        thumbnail(floor, directory),
        _gauge(floor, directory),
        floor.number,
        clock_time(floor.at, directory.time_zone),
    )


def _gauge(floor: Floor, directory: Directory) -> str:
    """Members and thresholds, in the committee's language."""
    speak = tongue(directory)
    simple, two_thirds = majorities(floor)
    ticks = (
        (speak(N_("quorum")), quorum_now(floor)),
        (speak(N_("simple")), simple),
        (speak(N_("two thirds")), two_thirds),
    )
    said = {
        "gauge": speak(N_("Attendance and thresholds")),
        "attendance": speak(N_("{present} of {members} members present. {ticks}.")),
        "present": speak(N_("{present} present")),
    }
    in_order = sorted(ticks, key=lambda tick: tick[1])
    return gauge(len(members(floor)), len(members_here(floor)), in_order, words={**ENGLISH, **said})
