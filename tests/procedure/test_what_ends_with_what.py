"""When one thing begins another ends, times add up, and what is told beside a refusal is true."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.agenda_order import topics_in
from app.procedure.caucuses import Caucus, EndCaucus
from app.procedure.election_opening import OpenElection
from app.procedure.explanations import HearExplanation
from app.procedure.friendly import ConsentToAmendment, OfferFriendly
from app.procedure.motions import RaiseMotion
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.parameters import with_parameters
from app.procedure.placards import EnterCount
from app.procedure.rulebook_files import UnknownRulebook
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallSpeaker
from app.procedure.sponsorship import LeavePaper
from app.procedure.yields import YieldFloor
from tests.procedure.changes import offered, on_a_draft
from tests.procedure.debates import in_hand, speech
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, before_the_vote, called_to_order, in_debate

CAUCUS: dict[str, Any] = {"topic": "Returns", "total_seconds": 600, "speech_seconds": 60}


def spoken(meeting: Meeting) -> list[str]:
    """The kinds of the events of the last act."""
    return [type(event).__name__ for event in meeting.said[-1][5]]


def caucus(meeting: Meeting) -> Caucus:
    assert meeting.floor.caucus is not None
    return meeting.floor.caucus


def values(meeting: Meeting, command: Any, by: str = CHAIR) -> dict[str, Any]:
    """What is told with the first refusal."""
    return dict(meeting.refused(command, by)[0].values)


# --- what ends with what ---


def test_a_tabled_topic_ends_its_caucus_and_leaves_no_topic_in_hand() -> None:
    meeting = in_debate()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    meeting.do(RaiseMotion("adjourn_debate", "peru"), insist="The room is ready")
    meeting.put("motion", meeting.floor.number)
    meeting.hands(9, 0)
    assert spoken(meeting)[-2:] == ["CaucusEnded", "DebateAdjourned"]
    assert (meeting.floor.meeting.topic, meeting.floor.meeting.debate) == (0, "none")
    assert meeting.floor.caucus is None and not meeting.floor.clocks


@pytest.mark.parametrize("kind", ["competence", "adjourn_debate"])
def test_a_topic_that_is_put_off_ends_its_caucus(kind: str) -> None:
    meeting = in_debate()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    meeting.do(RaiseMotion(kind, "peru"), insist="The room is ready")
    meeting.put("motion", meeting.floor.number)
    meeting.hands(9, 0)
    assert spoken(meeting)[-2:] == ["CaucusEnded", "DebateAdjourned"]


def test_an_explanation_ends_with_the_voting() -> None:
    meeting = before_the_vote(house(action={"explanations": "any_voter_before_or_after"}))
    meeting.put("paper", "WP-1")
    meeting.hands(8, 0)
    meeting.do(HearExplanation("WP-1", "spain"))
    meeting.do(EndVoting())
    assert spoken(meeting) == ["SpeechEnded", "VotingEnded"]
    assert meeting.floor.meeting.topic == 0 and meeting.floor.speeches.now is None


def test_an_explanation_ends_where_a_secret_ballot_opens_and_none_begins_in_it() -> None:
    """Nobody speaks into a vote (GA 88/128), be it by placards or in secret."""
    meeting = before_the_vote(house(action={"explanations": "any_voter_before_or_after"}))
    meeting.do(HearExplanation("WP-1", "spain"))
    meeting.do(OpenElection("Rapporteur", ("france", "ghana")))
    assert spoken(meeting) == ["SpeechEnded", "ElectionOpened"]
    assert meeting.rules(HearExplanation("WP-1", "mexico"))[0] == "election.open_now"
    assert meeting.floor.speeches.now is None and meeting.replayed() == meeting.floor


def test_whoever_speaks_has_finished_when_opening_speeches_begin() -> None:
    meeting = called_to_order(rulebook=house(speeches={"opening_seconds": 60}))
    assert "SpeechEnded" not in [type(event).__name__ for event in meeting.do(BeginOpeningSpeeches())]
    talking = in_debate(rulebook=house(speeches={"opening_seconds": 60}))
    talking.do(CallSpeaker("peru"))
    talking.do(BeginOpeningSpeeches())
    assert spoken(talking) == ["SpeechEnded", "CaucusOpened"]


def test_a_draft_that_falls_comes_back_as_one_that_was_never_amended() -> None:
    meeting = on_a_draft()
    meeting.do(OfferFriendly(offered(meeting, "strike", "o3")), by="spain")
    for sponsor in ("ghana", "peru"):
        meeting.do(ConsentToAmendment("A1"), by=sponsor)
    symbol = meeting.paper("WP-1").symbol
    assert meeting.paper("WP-1").amended == 1 and symbol
    meeting.do(LeavePaper("WP-1"), by="peru")
    fallen = meeting.paper("WP-1")
    told = (fallen.stage, fallen.symbol, fallen.topic, fallen.amended)
    assert told == ("working_paper", "", 0, 0)
    assert fallen.fallen == (symbol,)


# --- times ---


def test_an_extension_adds_to_what_is_left_of_a_caucus_and_begins_anew_after_it() -> None:
    meeting = in_debate(rulebook=house(caucuses={"extensions_max": 3}))
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    meeting.at += 100_000
    meeting.carry("extend_caucus", "peru", total_seconds=300)
    assert (caucus(meeting).extensions, caucus(meeting).extended_ms) == (1, 300_000)
    clock = meeting.floor.clocks["caucus"]
    assert clock.total == 900_000 and 780_000 < clock.left(meeting.at) <= 800_000
    meeting.do(EndCaucus())
    meeting.carry("extend_caucus", "peru", total_seconds=120)
    clock = meeting.floor.clocks["caucus"]
    assert (clock.left(meeting.at), clock.total) == (120_000, 1_020_000)
    assert caucus(meeting).extensions == 2 and clock.generation == meeting.floor.number


def test_an_extension_after_time_ran_over_counts_from_nothing() -> None:
    meeting = in_debate()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=60)
    meeting.at += 600_000
    meeting.carry("extend_caucus", "peru", total_seconds=60)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == 60_000


def test_a_stage_without_time_has_no_clock_and_is_debated_all_the_same() -> None:
    meeting = in_hand(house("thimun", timed_debate={"open_seconds": 0}), mode="open")
    assert not meeting.floor.clocks
    speech(meeting, "for", "ghana")
    assert set(meeting.floor.clocks) == set()


def test_the_last_second_of_a_speech_may_be_yielded_and_none_after_it() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    late = meeting.floor.clocks["speech"].total
    meeting.at += late - 1000
    meeting.do(YieldFloor("delegate", "spain"), by="peru", after=0)
    assert meeting.floor.clocks["speech"].total == 1000
    over = in_debate()
    over.do(CallSpeaker("peru"))
    over.at += late
    assert over.rules(YieldFloor("chair"), by="peru") == ("yield.no_time",)


# --- what is told beside a refusal ---


def test_who_waits_already_is_told_its_place() -> None:
    meeting = in_debate()
    for seat in ("ghana", "mexico", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    assert values(meeting, JoinSpeakersList(), "ghana") == {"seat": "ghana", "place": 1}
    assert values(meeting, JoinSpeakersList("peru")) == {"seat": "peru", "place": 3}


def test_how_many_owe_a_vote_is_told() -> None:
    """T16: of eight, three are present and voting; five may abstain or be silent, not six."""
    meeting = before_the_vote(present_and_voting=["canada", "france", "ghana"])
    number = meeting.put("paper", "WP-1").number
    (refusal,) = meeting.refused(EnterCount(number, 1, 1, 2))
    assert (refusal.rule, dict(refusal.values)) == ("vote.must_vote_missing", {"missing": 1})
    meeting.do(EnterCount(number, 2, 1, 2))
    meeting.do(EnterCount(number, 2, 1, 5))
    assert meeting.rules(EnterCount(number, 2, 0, 6)) == ("vote.must_vote_missing",)


def test_a_parameter_that_is_misspelt_is_answered_with_one_name() -> None:
    with pytest.raises(UnknownRulebook) as error:
        with_parameters(house(), {"quorum_opn": "1/2"})
    assert str(error.value) == "There is no parameter quorum_opn; did you mean quorum_open?"


def test_topics_are_named_by_their_numbers_and_nothing_else_is_one() -> None:
    assert topics_in(("2", "1")) == (2, 1)
    assert topics_in(("x", "", "1000", "٣", "-1", "007", "999")) == (0, 0, 0, 0, 0, 7, 999)


def test_t17_what_would_fit_is_told_to_the_second() -> None:
    """Ten minutes of 45 seconds hold 13 speeches and leave 15 seconds; 9:45 and 10:30 would fit."""
    meeting = in_debate()
    command = RaiseMotion("moderated_caucus", topic="Returns", total_seconds=600, speech_seconds=45)
    fits = {"speakers": 13, "rest": 15, "below": 585, "above": 630}
    assert values(meeting, command, "peru") == fits
    for seconds in (585, 630):
        meeting.do(
            RaiseMotion("moderated_caucus", topic="A", total_seconds=seconds, speech_seconds=45), by="peru"
        )


@pytest.mark.parametrize(
    ("limit", "most"),
    [("le_original", 600), ("lt_original", 599), ("half_original", 300), ("unlimited", 1200)],
)
def test_an_extension_lasts_at_most_what_the_house_says(limit: str, most: int) -> None:
    meeting = in_debate(rulebook=house(caucuses={"extension_limit": limit}))
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    if limit != "unlimited":
        longer = RaiseMotion("extend_caucus", total_seconds=most + 1)
        assert values(meeting, longer, "peru") == {"most": most}
    meeting.do(RaiseMotion("extend_caucus", total_seconds=most), by="peru")


@pytest.mark.parametrize(
    ("policy", "total", "extended"), [("round_down_total", 585, 90), ("round_up_total", 630, 135)]
)
def test_a_rounded_caucus_and_its_extension_hold_whole_speeches(
    policy: str, total: int, extended: int
) -> None:
    meeting = in_debate(rulebook=house(caucuses={"uneven_time": policy}))
    meeting.carry("moderated_caucus", "peru", topic="Returns", total_seconds=600, speech_seconds=45)
    assert caucus(meeting).total_ms == 1000 * total
    meeting.carry("extend_caucus", "peru", total_seconds=100)
    assert caucus(meeting).extended_ms == 1000 * extended
    meeting.do(EndCaucus())
    assert meeting.rules(RaiseMotion("extend_caucus", total_seconds=45), by="peru") == (
        "caucus.extensions_max",
    )
