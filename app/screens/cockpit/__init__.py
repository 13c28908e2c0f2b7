"""The chair's cockpit: the regions of the channel that the dais sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.floor import Floor
from app.procedure.undo import History
from app.screens.cockpit.attendance import draw_attendance
from app.screens.cockpit.dock import draw_dock
from app.screens.cockpit.head import draw_head, draw_line, draw_tabs
from app.screens.cockpit.inbox import draw_inbox
from app.screens.cockpit.meeting import draw_meeting
from app.screens.cockpit.motions import draw_motions
from app.screens.cockpit.moving import draw_moving
from app.screens.cockpit.now import draw_now
from app.screens.cockpit.papers import draw_papers
from app.screens.cockpit.speakers import draw_adding, draw_speakers
from app.screens.cockpit.taking_back import draw_taking_back
from app.screens.cockpit.votes import draw_votes
from app.screens.directory import Directory
from app.screens.questions import draw_questions
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
    "questions": draw_questions,
    "papers": draw_papers,
    "votes": draw_votes,
    "inbox": draw_inbox,
    "meeting": draw_meeting,
    "attendance": draw_attendance,
    "dock": draw_dock,
}
"""Region name -> what draws it on a floor; with `HISTORY` the whole of channel `dais`."""
HISTORY: Mapping[str, Callable[[History, Directory], View]] = {"undo": draw_taking_back}
"""What is drawn with the acts behind the floor."""
