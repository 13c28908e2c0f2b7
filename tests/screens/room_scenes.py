"""What the whole room waits for, as the cockpit draws it: late notes, a quorum, a poll, silence, a guest."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.attendance import CloseRollCall, MarkAllPresent, StartRollCall
from app.procedure.late_arrivals import AskStatus
from app.procedure.minute_of_silence import KeepSilence
from app.procedure.quorum_challenges import ChallengeQuorum
from app.procedure.rulebook_files import load
from app.procedure.straw_polls import TakeStrawPoll
from tests.procedure.meeting import Meeting
from tests.screens.cockpit_pages import founded, members
from tests.screens.debate_scenes import here, opened, speech


def late_notes() -> Meeting:
    """Three delegations did not come to the roll call; one sends a note that it is here."""
    meeting = speech(away=4)
    meeting.do(AskStatus("present"), by=members()[-1])
    meeting.do(AskStatus("present_and_voting"), by=here(meeting)[0])
    return meeting


def challenged() -> Meeting:
    """Somebody doubts the quorum."""
    meeting = opened(away=6)
    meeting.do(ChallengeQuorum(), by=here(meeting)[3])
    return meeting


def straw_poll() -> Meeting:
    """The room is asked what it thinks."""
    meeting = opened()
    meeting.do(TakeStrawPoll("Shall we go on with working groups in the afternoon?"))
    return meeting


def silence() -> Meeting:
    """A minute of silence."""
    meeting = opened()
    meeting.do(KeepSilence())
    return meeting


def guest() -> Meeting:
    """A guest speaks."""
    meeting = opened()
    meeting.carry("invite_guest_speaker", here(meeting)[4], total_seconds=300, name="The Legal Adviser")
    return meeting


def not_opened() -> Meeting:
    """A house that calls no roll, before its first meeting."""
    return founded(load("un4mun"))


def openings() -> Meeting:
    """A house with opening speeches, before debate."""
    meeting = founded(load("thimun"))
    meeting.do(StartRollCall())
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    return meeting


_TOLD = (late_notes, challenged, straw_poll, silence, guest, not_opened, openings)
SCENES: Mapping[str, Callable[[], Meeting]] = {one.__name__: one for one in _TOLD}
"""Every one of these states by name."""
