"""What the chair acts on at this moment: a point, a vote, the roll, a motion in hand, or a speaker."""

from __future__ import annotations

from app.procedure.act import SILENCE
from app.procedure.explanations import EXPLANATION
from app.procedure.floor import Floor
from app.screens.cockpit.calling import calling
from app.screens.cockpit.consulting import consultations
from app.screens.cockpit.election import electing, next_ballot
from app.screens.cockpit.hearing import on_appeal, on_motion
from app.screens.cockpit.meeting import between, next_question
from app.screens.cockpit.point import point
from app.screens.cockpit.room import silence, straw_poll
from app.screens.cockpit.speaking import speaking
from app.screens.cockpit.timed import timed
from app.screens.cockpit.voting import voting
from app.screens.consulted import consulting
from app.screens.directory import Directory
from app.screens.view import View


def draw_now(floor: Floor, directory: Directory) -> View:
    """The one thing at hand, the most pressing first."""
    if floor.meeting.state in ("suspended", "adjourned"):
        return between(floor, directory)
    if floor.points.pending and not floor.attendance.calling:
        return point(floor, directory, floor.points.pending[0])
    if floor.elections.now is not None:
        return electing(floor, directory, floor.elections.now)
    if floor.votes.now is not None:
        explained = floor.speeches.now is not None and floor.speeches.now.list == EXPLANATION
        return speaking(floor, directory) if explained else voting(floor, directory, floor.votes.now)
    if floor.attendance.calling:
        return calling(floor, directory)
    if left := next_ballot(floor, directory):
        return left
    return _together(floor, directory) or _on_a_draft(floor, directory) or _business(floor, directory)


def _together(floor: Floor, directory: Directory) -> View | None:
    """What everybody in the room waits for: an appeal, a silence, a straw poll, a motion in hand."""
    if floor.rulings.appeal is not None:
        return on_appeal(floor, directory, floor.rulings.appeal)
    if SILENCE in floor.clocks:
        return silence(directory, floor.clocks[SILENCE])
    if floor.straw_poll is not None:
        return straw_poll(floor, directory, floor.straw_poll)
    now = floor.speeches.now
    if now is not None and now.list != "question":
        return None
    heard = next((motion for motion in floor.motions.pending if motion.hearing is not None), None)
    return on_motion(floor, directory, heard) if heard else None


def _on_a_draft(floor: Floor, directory: Directory) -> View | None:
    """The timed debate on the question in hand, its vote, or consultations; other speeches come first."""
    now, debate = floor.speeches.now, floor.resolution_debate
    if floor.caucus is not None or (now is not None and now.list != "debate"):
        return None
    if debate is not None:
        at_the_vote = debate.now.stage == "vote" and now is None
        return next_question(floor, directory) if at_the_vote else timed(floor, directory, debate)
    on = consulting(floor, directory)
    return consultations(floor, directory, on) if on is not None else None


def _business(floor: Floor, directory: Directory) -> View:
    """The debate, or what comes before and after it; a speech can be held there too."""
    if floor.meeting.debate == "open" or floor.speeches.now is not None or floor.caucus is not None:
        return speaking(floor, directory)
    if floor.meeting.debate == "closed":
        return next_question(floor, directory)
    return between(floor, directory)
