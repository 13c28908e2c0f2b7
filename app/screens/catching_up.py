"""The page that a sheet of paper is copied to, in the order of the copy that the committee went on with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.presence import statuses_of
from app.procedure.queues import list_in_use
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.screens.shown import Option, told
from app.words.language import capital
from app.words.names import LISTS, STATUSES, code_name


@dataclass(frozen=True, slots=True)
class Row:
    """A delegation on the sheet, with the status that is chosen ("" where it has none yet)."""

    key: str
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class CatchingUpPage:
    """What stands on the page: attendance, what was typed, and the list in use ("" where there is none).

    `queue` is the list as it was typed, `standing` as it is on the floor, `attended` the attendance there.
    """

    rows: tuple[Row, ...]
    statuses: tuple[Option, ...]
    attended: str
    happened: str
    list_name: str
    queue: str
    standing: str
    papers: tuple[str, ...]


def page_of(
    floor: Floor, directory: Directory, statuses: Mapping[str, str], happened: str, queue: str | None
) -> CatchingUpPage:
    """The page with what was typed: seat key -> status, the lines, and the list (None: as it stands)."""
    context = told(floor, directory)
    rows = tuple(
        Row(
            seat.key,
            context.seat(seat.key),
            statuses.get(seat.key, floor.attendance.statuses.get(seat.key, "")),
        )
        for seat in delegations(floor)
    )
    using = list_in_use(floor)
    standing = "\n".join(context.seat(key) for key in using[1].queue) if using else ""
    return CatchingUpPage(
        rows=rows,
        statuses=tuple(
            Option(code, capital(code_name(STATUSES, code, context.gettext))) for code in statuses_of(floor)
        ),
        attended=" ".join(f"{seat}={status}" for seat, status in floor.attendance.statuses.items()),
        happened=happened,
        list_name=capital(code_name(LISTS, using[0], context.gettext)) if using else "",
        queue=standing if queue is None else queue,
        standing=standing,
        papers=tuple(
            one.name for one in floor.papers.papers if one.stage in ("approved", "introduced") and one.name
        ),
    )
