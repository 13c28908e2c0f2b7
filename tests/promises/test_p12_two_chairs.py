"""P-12 (in the rules): of two conflicting commands of two chairs one stands, and the other learns why."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.procedure.floor import ACTS, Floor, InOrder, Refused, decide, enter
from app.procedure.motions import RaiseMotion
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList, MoveInSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.voting import OpenVote
from tests.procedure.fields import plausible
from tests.procedure.meeting import MEMBERS, Meeting, in_debate

CHAIRS = ("dais-1", "dais-2")
SHARED = [
    command
    for command in ACTS
    if command.__name__
    not in ("OpenCommittee", "CloseSeat", "AddSeat", "ChangeRights", "ReopenRoom", "TimeUp")
]


def busy() -> Meeting:
    """A list of three, a motion that waits."""
    meeting = in_debate()
    for seat in ("spain", "peru", "ghana"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(RaiseMotion("suspend_meeting", "mexico"))
    return meeting


@pytest.mark.parametrize(
    ("of_both", "rule"),
    [
        (CallNextSpeaker(after=""), "speech.other"),
        (MoveInSpeakersList("ghana", 1, ("spain", "peru", "ghana")), "list.changed"),
        (CloseSpeakersList(), "list.closed_already"),
        (JoinSpeakersList("mexico"), "list.once"),
    ],
)
def test_p12_the_second_of_two_equal_presses_is_told_that_it_is_done(of_both: Any, rule: str) -> None:
    meeting = busy()
    meeting.do(of_both, by=CHAIRS[0])
    (refusal,) = meeting.refused(of_both, by=CHAIRS[1])
    assert (refusal.rule, refusal.ground) == (rule, "stale")


def test_p12_two_chairs_put_one_question_and_end_one_speech() -> None:
    meeting = busy()
    number = meeting.floor.motions.pending[0].number
    meeting.do(CallNextSpeaker(), by=CHAIRS[0])
    meeting.do(EndSpeech("spain"), by=CHAIRS[1])
    assert meeting.rules(EndSpeech("spain"), by=CHAIRS[0]) == ("speech.none",)
    meeting.do(OpenVote("motion", str(number)), by=CHAIRS[1])
    assert meeting.rules(OpenVote("motion", str(number)), by=CHAIRS[0]) == ("vote.open_now",)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_p12_two_chairs_on_one_stale_page_never_break_the_floor(data: st.DataObject) -> None:
    """Both fill their forms on the same page; the second is decided on what the first left."""
    floor, at = busy().floor, 2_000_000
    for _ in range(data.draw(st.integers(1, 8))):
        page = floor
        for by in CHAIRS:
            command = data.draw(plausible(data.draw(st.sampled_from(SHARED)), page, by))
            decision = decide(floor, by, at, command)
            if isinstance(decision, InOrder):
                floor = enter(floor, floor.number + 1, at, decision.events)
            else:
                assert isinstance(decision, Refused) and all(r.rule for r in decision.refusals)
            held_together(floor)


def held_together(floor: Floor) -> None:
    """One speaker with a clock, nobody lost or doubled on the list."""
    queue = floor.speeches.general.queue
    assert len(set(queue)) == len(queue) and set(queue) <= {*MEMBERS, "aclu"}
    assert ("speech" in floor.clocks) == (floor.speeches.now is not None)
    waiting = [motion.number for motion in floor.motions.pending]
    assert len(set(waiting)) == len(waiting)
