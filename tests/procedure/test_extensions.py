"""Extensions: of the caucus that just ended, no longer than it was, and put before any new one."""

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.caucuses import EndCaucus
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import Rulebook
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting
from tests.procedure.test_caucuses import HARVARD, in_caucus


def extend(seconds: int) -> RaiseMotion:
    return RaiseMotion("extend_caucus", total_seconds=seconds)


def ended(book: Rulebook = HARVARD) -> Meeting:
    meeting = in_caucus(book)
    meeting.do(EndCaucus(), after=600)
    return meeting


def test_t19_ten_minutes_are_not_extended_by_twelve() -> None:
    (refusal,) = ended().refused(extend(720), by="peru")
    assert (refusal.rule, dict(refusal.values)) == ("caucus.extension", {"most": 600})


def test_t19_houses_differ_on_the_longest_extension() -> None:
    assert ended(house(caucuses={"extension_limit": "lt_original"})).rules(extend(600), by="peru") == (
        "caucus.extension",
    )
    assert ended(house(caucuses={"extension_limit": "half_original"})).rules(extend(360), by="peru") == (
        "caucus.extension",
    )
    ended(house(caucuses={"extension_limit": "unlimited"})).do(extend(720), by="peru")


def test_an_extension_goes_on_with_topic_and_speech_length_and_is_granted_once() -> None:
    meeting = ended()
    meeting.carry("extend_caucus", "peru", total_seconds=300)
    assert meeting.floor.caucus is not None and meeting.floor.caucus.topic == "Notice before flights"
    assert meeting.floor.clocks["caucus"].left(meeting.at) == 300_000
    assert meeting.floor.clocks["caucus"].generation == meeting.floor.number
    assert meeting.rules(extend(60), by="peru") == ("caucus.extensions_max",)


def test_an_extension_adds_to_what_is_left_of_a_running_caucus() -> None:
    meeting = in_caucus()
    meeting.carry("extend_caucus", "peru", total_seconds=120)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == 600_000 - 4_000 + 120_000


def test_t22_the_extension_is_put_before_a_longer_new_caucus() -> None:
    meeting = ended()
    meeting.motion("unmoderated_caucus", "spain", total_seconds=1200)
    meeting.motion("moderated_caucus", "ghana", total_seconds=1200, speech_seconds=60, topic="Appeals")
    meeting.motion("extend_caucus", "peru", total_seconds=60)
    kinds = [motion.kind for motion in meeting.floor.motions.pending]
    assert kinds == ["extend_caucus", "unmoderated_caucus", "moderated_caucus"]


def test_a_caucus_that_did_not_just_end_is_not_extended() -> None:
    """Once a delegation spoke on the general list, the committee has gone on."""
    meeting = ended()
    number = meeting.motion("extend_caucus", "peru", total_seconds=60)
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("canada"))
    assert "motion.phase" in meeting.rules(extend(120), by="peru")
    assert meeting.rules(extend(120), by="peru")[-1] == "caucus.none_to_extend"
    with pytest.raises(AssertionError, match=r"caucus\.none_to_extend"):
        meeting.put("motion", number)


def test_a_new_caucus_is_the_one_that_is_extended() -> None:
    meeting = ended()
    meeting.carry("moderated_caucus", "ghana", total_seconds=120, speech_seconds=60, topic="Appeals")
    assert meeting.rules(extend(300), by="peru") == ("caucus.extension",)
    meeting.carry("extend_caucus", "peru", total_seconds=60)
    assert meeting.floor.caucus is not None and meeting.floor.caucus.topic == "Appeals"


def test_an_extension_is_forgotten_overnight_and_with_the_topic() -> None:
    meeting = ended()
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    assert meeting.floor.last_caucus is None
    other = ended()
    other.carry("adjourn_debate", "peru")
    other.do(OpenDebate(2))
    assert other.rules(extend(60), by="peru")[-1] == "caucus.none_to_extend"
