"""Caucuses: lengths that fit, extensions of the one that just ended, and the way back to the list."""

from typing import Any

import pytest

from app.procedure.attendance import SetStatus
from app.procedure.caucuses import EndCaucus
from app.procedure.clocks import TimeUp
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

HARVARD = load("harvard")
TEN = {"total_seconds": 600, "speech_seconds": 60, "topic": "Notice before flights"}


def moved(total: int, speech: int, book: Rulebook = HARVARD) -> tuple[str, ...]:
    """The rules against a moderated caucus of these lengths."""
    terms = RaiseMotion("moderated_caucus", total_seconds=total, speech_seconds=speech, topic="Notice")
    return in_debate(rulebook=book).rules(terms, by="peru")


def in_caucus(book: Rulebook = HARVARD, **terms: Any) -> Meeting:
    meeting = in_debate(rulebook=book)
    meeting.do(JoinSpeakersList(), by="canada")
    meeting.carry("moderated_caucus", "peru", **{**TEN, **terms})
    return meeting


def test_t17_speeches_must_fill_the_caucus_and_the_nearest_fits_are_offered() -> None:
    command = RaiseMotion("moderated_caucus", total_seconds=600, speech_seconds=45, topic="Notice")
    (refusal,) = in_debate().refused(command, by="peru")
    assert (refusal.rule, refusal.ground) == ("caucus.uneven", "against_rulebook")
    assert dict(refusal.values) == {"speakers": 13, "rest": 15, "below": 585, "above": 630}


def test_t18_nine_minutes_hold_twelve_speeches_of_45_seconds() -> None:
    in_caucus(total_seconds=540, speech_seconds=45)


def test_t17_a_house_that_rounds_down_takes_the_rest_off() -> None:
    meeting = in_caucus(
        house(caucuses={"uneven_time": "round_down_total"}), total_seconds=600, speech_seconds=45
    )
    assert meeting.floor.clocks["caucus"].total == 585_000


def test_t17_a_house_with_a_short_last_speech_gives_what_is_left() -> None:
    book = house(caucuses={"uneven_time": "allow_short_last_speech"})
    meeting = in_caucus(book, total_seconds=100, speech_seconds=45)
    for seat in ("spain", "ghana"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker(), after=0)
    meeting.do(CallNextSpeaker(after="spain"), after=85)
    assert meeting.floor.clocks["speech"].total < 45_000
    assert meeting.floor.clocks["speech"].deadline == meeting.floor.clocks["caucus"].deadline


@pytest.mark.parametrize(
    ("total", "speech", "rules"),
    [
        (1200, 60, None),
        (1201, 60, ("caucus.max_total", "caucus.uneven")),
        (1260, 60, ("caucus.max_total",)),
        (610, 61, ("caucus.max_speech",)),
        (30, 60, ("caucus.speech_longer",)),
        (0, 60, ("motion.needs",)),
        (600, 0, ("motion.needs",)),
        (-600, 60, ("seconds.positive",)),
        (600, -60, ("seconds.positive",)),
        (24 * 3600 + 1, 60, ("seconds.positive",)),
        (10**30, 60, ("seconds.positive",)),
    ],
)
def test_the_limits_of_a_moderated_caucus(total: int, speech: int, rules: tuple[str, ...] | None) -> None:
    if rules is None:
        in_caucus(total_seconds=total, speech_seconds=speech)
    else:
        assert moved(total, speech) == rules


def test_t73_the_chair_insists_on_25_minutes_and_the_record_says_so() -> None:
    meeting = in_debate()
    long = RaiseMotion("unmoderated_caucus", "peru", total_seconds=1500)
    assert meeting.rules(
        RaiseMotion("unmoderated_caucus", total_seconds=1500), by="peru", insist="Please"
    ) == ("caucus.max_total",)
    assert meeting.rules(long, by="assistant-1", insist="Please") == ("caucus.max_total",)
    overruled, _ = meeting.do(long, insist="The drafts are nearly done")
    assert (overruled.rule, overruled.reason) == ("caucus.max_total", "The drafts are nearly done")
    meeting.put("motion", meeting.floor.number)
    assert meeting.hands(9, 0) and meeting.floor.clocks["caucus"].total == 1_500_000


def test_a_caucus_has_its_own_list_and_the_general_one_waits() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList(), by="mexico")
    assert meeting.floor.caucus is not None and meeting.floor.caucus.speakers is not None
    assert meeting.floor.caucus.speakers.queue == ("mexico",)
    assert meeting.floor.speeches.general.queue == ("canada",)


def test_t63_nobody_asks_to_speak_and_the_chair_ends_it() -> None:
    meeting = in_caucus()
    assert meeting.rules(EndCaucus(), by="peru") == ("dais.only",)
    meeting.do(EndCaucus(), after=240)
    assert meeting.floor.caucus is None and meeting.floor.clocks == {}
    assert meeting.floor.speeches.general.queue == ("canada",)
    assert meeting.rules(EndCaucus()) == ("caucus.none",)


def test_a_speech_ends_with_its_caucus() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList(), by="mexico")
    meeting.do(CallNextSpeaker())
    meeting.do(EndCaucus(), after=20)
    assert meeting.floor.speeches.now is None
    assert (meeting.floor.speeches.heard[-1].list, meeting.floor.speeches.heard[-1].ms) == ("caucus", 20_000)


def test_nobody_is_called_after_the_time_unless_the_chair_insists() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList(), by="mexico")
    meeting.do(TimeUp("caucus", meeting.floor.clocks["caucus"].generation), by="room", after=600)
    assert meeting.rules(CallNextSpeaker()) == ("caucus.time_up",)
    meeting.do(CallNextSpeaker(), insist="One last speaker")


def test_an_unmoderated_caucus_has_no_list() -> None:
    meeting = in_debate()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    for command, by in (
        (JoinSpeakersList(), "peru"),
        (CallNextSpeaker(), "dais-1"),
        (CloseSpeakersList(), "dais-1"),
    ):
        assert "list.none_in_caucus" in meeting.rules(command, by=by)


def test_a_round_robin_hears_everybody_who_is_here_once() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.carry("round_robin", "spain", speech_seconds=30, topic="Opening words")
    heard: list[str] = []
    while (caucus := meeting.floor.caucus) and caucus.speakers and caucus.speakers.queue:
        meeting.do(CallNextSpeaker(after=heard[-1] if heard else ""))
        assert meeting.floor.speeches.now is not None
        heard.append(meeting.floor.speeches.now.seat)
    assert heard == ["canada", "france", "ghana", "honduras", "mexico", "spain", "viet-nam", "aclu"]
    extension = RaiseMotion("extend_caucus", total_seconds=60)
    assert meeting.rules(extension, by="spain")[-1] == "caucus.none_to_extend"


def test_a_caucus_is_held_through_a_suspension_and_not_closed_in_it() -> None:
    meeting = in_caucus()
    meeting.do(SuspendMeeting(), after=100)
    assert meeting.rules(EndCaucus()) == ("meeting.suspended",)
    assert meeting.floor.clocks["caucus"].left(meeting.at + 10**7) == 500_000
    meeting.do(ResumeMeeting())
    assert meeting.floor.caucus is not None and not meeting.floor.clocks["caucus"].running


def test_a_caucus_is_not_closed_while_its_extension_is_put() -> None:
    meeting = in_caucus()
    meeting.put("motion", meeting.motion("extend_caucus", "peru", total_seconds=60))
    assert meeting.rules(EndCaucus()) == ("vote.open_now",)


def test_who_leaves_is_off_the_caucus_list_too() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList(), by="mexico")
    meeting.do(SetStatus("absent", "mexico"))
    assert meeting.floor.caucus is not None and meeting.floor.caucus.speakers is not None
    assert meeting.floor.caucus.speakers.queue == ()


def test_a_caucus_with_speeches_needs_an_open_debate_whatever_the_chair_says() -> None:
    meeting = in_debate()
    meeting.introduced()
    meeting.carry("close_debate", "peru")
    refused = meeting.rules(RaiseMotion("moderated_caucus", "peru", **TEN), insist="Why not")  # type: ignore[arg-type]
    assert "motion.needs_debate" in refused
