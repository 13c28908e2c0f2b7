"""What the room reads when debate waits: the cockpit's scenes of debate that change the board."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.points import RaisePoint
from tests.procedure.meeting import Meeting
from tests.screens import debate_scenes, motion_scenes, room_scenes, timed_scenes


def point_between_speeches() -> Meeting:
    """A point of the delegation with the longest name, while nobody speaks."""
    meeting = debate_scenes.opened()
    meeting.do(RaisePoint("personal_privilege", seat="dominican-republic"))
    return meeting


def panel() -> Meeting:
    """The authors of a draft answer questions."""
    meeting = debate_scenes.opened()
    seats = debate_scenes.here(meeting)
    key = meeting.approved(seats[:7])
    meeting.carry("introduce_draft", seats[0], paper=key)
    meeting.carry("authors_panel", seats[0], total_seconds=600, paper=key)
    return meeting


SCENES: Mapping[str, Callable[[], Meeting]] = {
    "point": debate_scenes.point_of_order,
    "point-alone": point_between_speeches,
    "appeal": debate_scenes.appeal,
    "appellant": debate_scenes.appellant,
    "motion-in-hand": motion_scenes.hearing,
    "motion-speaker": motion_scenes.speaking_on_it,
    "straw-poll": room_scenes.straw_poll,
    "silence": room_scenes.silence,
    "quorum-challenged": room_scenes.challenged,
    "questions": debate_scenes.questions,
    "panel": panel,
    "guest": room_scenes.guest,
    "timed": timed_scenes.time_for,
    "timed-speaker": timed_scenes.speaking_for,
    "timed-open": timed_scenes.open_debate,
    "timed-amendment": timed_scenes.amendment_debated,
    "timed-vote": timed_scenes.at_the_vote,
    "consultations": timed_scenes.bracketed,
    "consultations-long": timed_scenes.long_text,
}
"""Every one of these states by name."""
