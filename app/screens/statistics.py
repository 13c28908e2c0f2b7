"""Pages of statistics as data: a committee's pictures, one delegation's own figures, a conference's sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.pictures import Picture
from app.screens.pictures.alike import alike_picture
from app.screens.pictures.outcomes import outcomes_picture
from app.screens.pictures.ribbon import ribbon_picture
from app.screens.pictures.seats import attendance_picture
from app.screens.pictures.spoken import shares_picture, spoken_picture
from app.screens.shown import told
from app.statistics.meeting import Statistics


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    """The pictures of a committee: the first and the last go across the page, the others in two columns."""

    template: ClassVar[str] = "statistics/page.html"
    ribbon: Picture
    left: tuple[Picture, ...]
    right: tuple[Picture, ...]
    alike: Picture

    @property
    def pictures(self) -> dict[str, Picture]:
        """All by key."""
        return {one.key: one for one in (self.ribbon, *self.left, *self.right, self.alike)}


def statistics_page(found: Statistics, floor: Floor, directory: Directory, here: str) -> StatisticsPage:
    """The page of a committee; `here` is its path, with which links into the record begin ("" for none)."""
    context = told(floor, directory)
    return StatisticsPage(
        ribbon_picture(found.phases, floor.votes.past, context, directory, here),
        (spoken_picture(found.speaking, directory),),
        (
            outcomes_picture(found.motions, directory, context.names),
            attendance_picture(floor, directory),
            shares_picture(found.speaking, directory),
        ),
        alike_picture(found.likeness, directory),
    )
