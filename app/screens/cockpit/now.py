"""What the chair acts on at this moment: a vote, the roll, the meeting, the next question, or a speaker."""

from __future__ import annotations

from app.procedure.floor import Floor
from app.screens.cockpit.calling import calling
from app.screens.cockpit.meeting import between, next_question
from app.screens.cockpit.speaking import speaking
from app.screens.cockpit.voting import voting
from app.screens.directory import Directory
from app.screens.view import View


def draw_now(floor: Floor, directory: Directory) -> View:
    """The one thing at hand, the most pressing first."""
    if floor.meeting.state in ("suspended", "adjourned"):
        return between(floor, directory)
    if floor.votes.now is not None:
        return voting(floor, directory, floor.votes.now)
    if floor.attendance.calling:
        return calling(floor, directory)
    if floor.meeting.debate == "open":
        return speaking(floor, directory)
    if floor.meeting.debate == "closed":
        return next_question(floor, directory)
    return between(floor, directory)
