"""The chair's cockpit: the regions of the channel that the dais sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.floor import Floor
from app.screens.cockpit.attendance import draw_attendance
from app.screens.cockpit.dock import draw_dock
from app.screens.cockpit.head import draw_head, draw_line, draw_tabs
from app.screens.cockpit.meeting import draw_meeting
from app.screens.cockpit.motions import draw_motions, draw_moving
from app.screens.cockpit.now import draw_now
from app.screens.cockpit.papers import draw_papers
from app.screens.cockpit.speakers import draw_adding, draw_speakers
from app.screens.cockpit.votes import draw_votes
from app.screens.directory import Directory
from app.screens.view import View

Draw = Callable[[Floor, Directory], View]
DAIS: Mapping[str, Draw] = {
    "head": draw_head,
    "line": draw_line,
    "now": draw_now,
    "tabs": draw_tabs,
    "adding": draw_adding,
    "speakers": draw_speakers,
    "motions": draw_motions,
    "moving": draw_moving,
    "papers": draw_papers,
    "votes": draw_votes,
    "meeting": draw_meeting,
    "attendance": draw_attendance,
    "dock": draw_dock,
}
"""Region name -> what draws it; the whole of channel `dais`."""
