"""An afternoon of a large committee with speeches, caucuses, votes and a break: what figures are made of."""

from __future__ import annotations

from functools import cache
from typing import Any

from app.procedure.attendance import CloseRollCall, MarkAllPresent
from app.procedure.caucuses import EndCaucus
from app.procedure.motions import RaiseMotion
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.votes import CastBallot
from tests.procedure.meeting import Meeting
from tests.screens.council import KEYS, TEXT, sitting

EVENING = 12 * 3600
HERE = tuple(key for key in KEYS if key != "cuba")


@cache
def played() -> Meeting:
    """The whole afternoon; whoever reads it leaves it as it is."""
    meeting = sitting()
    _speeches(meeting, HERE[5:17], 75)
    _fails(meeting, "unmoderated_caucus", "peru", total_seconds=900, topic="Merging")
    meeting.do(
        RaiseMotion("moderated_caucus", total_seconds=600, speech_seconds=60, topic="Cost"), by="spain"
    )
    meeting.do(RuleMotionOut(meeting.floor.number, "Not on the topic"))
    for topic, seats in (("Reintegration", HERE[8:18]), ("Notice before flights", HERE[12:26])):
        meeting.carry("moderated_caucus", "mexico", total_seconds=1200, speech_seconds=60, topic=topic)
        _speeches(meeting, seats, 40)
        meeting.do(EndCaucus())
    meeting.carry("unmoderated_caucus", "ghana", total_seconds=900, topic="Merging two working papers")
    meeting.do(EndCaucus(), after=840)
    meeting.do(SuspendMeeting("tomorrow at nine"), after=60)
    meeting.do(ResumeMeeting(), after=EVENING)
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    _speeches(meeting, HERE[20:24], 60)
    key = meeting.introduced(
        ("ghana", "peru", "mexico", "kenya", "honduras", "france", "norway", "spain"), TEXT
    )
    meeting.carry("close_debate", "spain")
    meeting.put("paper", key, "roll_call")
    meeting.call_roll({**dict.fromkeys(KEYS[2:9], "no"), "france": "abstain", "spain": "abstain"})
    meeting.announce()
    return meeting


def _speeches(meeting: Meeting, seats: tuple[str, ...], seconds: int) -> None:
    """These speak one after the other, a little longer or shorter each."""
    for seat in seats:
        meeting.do(JoinSpeakersList(), by=seat)
    for place, seat in enumerate(seats):
        meeting.do(CallNextSpeaker())
        meeting.do(EndSpeech(seat), after=seconds - 17 * (place % 3))


def _fails(meeting: Meeting, kind: str, by: str, **terms: Any) -> None:
    """A motion is voted on by devices, and a third is for it."""
    meeting.put("motion", meeting.motion(kind, by, **terms), "devices")
    number = meeting.vote.number
    for place, seat in enumerate(meeting.vote.order):
        meeting.do(CastBallot(number, "yes" if place % 3 == 0 else "no"), by=seat)
    meeting.announce()
