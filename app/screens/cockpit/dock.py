"""The dock: what the room sees, and who is here as a gauge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.quorum import members, members_here
from app.screens.cockpit.head import majorities, quorum_to_come
from app.screens.directory import Directory, read_in
from app.screens.projector import offered, page_of, thumbnail
from app.screens.shown import Option, tongue
from app.screens.view import View
from app.screens.walls import FOLLOWS, WALLS, Showing
from app.words import N_
from resolutions.rendering.gauge import gauge
from resolutions.rendering.pictures import ENGLISH


@dataclass(frozen=True, slots=True)
class Wall:
    """What one wall shows; `name` is that of its text, `page` of `pages` where that is a draft."""

    number: int
    showing: Showing
    name: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class DockView:
    """The small picture of the board, in the words of the wall, and `gauge`, a drawing of our own.

    `texts` can be put on a wall; `focus` is the one that the committee is at, None where there is none.
    """

    template: ClassVar[str] = "cockpit/dock.html"
    coalesced: ClassVar[bool] = False
    committee: int
    seen: View
    walls: tuple[Wall, ...]
    texts: tuple[Option, ...]
    gauge: str
    focus: Option | None


def draw_dock(floor: Floor, directory: Directory) -> DockView:
    """What stands in the dock beside the undo."""
    texts = offered(floor, directory)
    return DockView(
        directory.committee,
        thumbnail(floor, read_in(directory, "")),
        tuple(_wall(floor, directory, number, texts) for number in WALLS),
        texts,
        attendance_gauge(floor, directory),
        _focus(floor, texts),
    )


def _focus(floor: Floor, texts: tuple[Option, ...]) -> Option | None:
    """The text that is voted on, debated or consulted, else the first that can be shown."""
    vote, debate = floor.votes.now, floor.resolution_debate
    at = (
        vote.subject if vote is not None and vote.about in ("paper", "amendment") else "",
        debate.now.subject if debate is not None else "",
        floor.consultations.paper,
    )
    found = (one for key in at if key for one in texts if one.value == key)
    return next(found, texts[0] if texts else None)


def _wall(floor: Floor, directory: Directory, number: int, texts: tuple[Option, ...]) -> Wall:
    """A text that is gone is shown no longer: the wall follows the floor again."""
    showing = directory.walls.get(number, FOLLOWS)
    name = next((one.label for one in texts if one.value == showing.subject), "")
    if showing.content == "text" and not name:
        return Wall(number, FOLLOWS, "", 0, 0)
    return Wall(number, showing, name, *page_of(floor, directory, number))


def thresholds(floor: Floor, directory: Directory) -> list[tuple[str, int]]:
    """The quorum and the majorities of today, each with its number of members, the smallest first."""
    speak = tongue(directory)
    simple, two_thirds = majorities(floor)
    ticks = (
        (speak(N_("quorum")), quorum_to_come(floor)),
        (speak(N_("simple")), simple),
        (speak(N_("two thirds")), two_thirds),
    )
    return sorted(ticks, key=lambda tick: tick[1])


def attendance_gauge(floor: Floor, directory: Directory) -> str:
    """Members and thresholds, as a drawing of our own."""
    speak = tongue(directory)
    said = {
        "gauge": speak(N_("Attendance and thresholds")),
        "attendance": speak(N_("{present} of {members} members present. {ticks}.")),
        "present": speak(N_("{present} present")),
    }
    ticks = thresholds(floor, directory)
    return gauge(len(members(floor)), len(members_here(floor)), ticks, words={**ENGLISH, **said})
