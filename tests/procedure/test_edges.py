"""Edges of times, places and counts: the last that fits, the first that does not, and what is left then."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.attendance import CloseRollCall, SetStatus, StartRollCall
from app.procedure.list_state import list_state
from app.procedure.motions import RaiseMotion
from app.procedure.proposer_slots import TakeSlot
from app.procedure.question_time import CallQuestioner
from app.procedure.queues import speakers_of
from app.procedure.quorum import electorate, entitled, member_base, most_sponsors, quorum_now, share_base
from app.procedure.raised_placards import RaisePlacard
from app.procedure.rules.measures import Share
from app.procedure.speakers_lists import JoinSpeakersList, MoveInSpeakersList, OpenSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech, last_speaker
from app.procedure.status_changes import answers
from app.procedure.yields import CallComment, YieldFloor
from tests.procedure.houses import house
from tests.procedure.meeting import called_to_order, in_debate

CAUCUS: dict[str, Any] = {"topic": "Returns", "total_seconds": 600, "speech_seconds": 60}
MINUTE = 60_000


# --- speeches and lists ---


@pytest.mark.parametrize(
    ("seconds", "rules"),
    [(1, ("speech.seconds",)), (86_400, ("speech.seconds",)), (86_401, ("seconds.positive",))],
)
def test_a_speech_lasts_a_second_to_a_day_on_insistence(seconds: int, rules: tuple[str, ...]) -> None:
    meeting = in_debate(rulebook=house(speeches={"shortest_seconds": 30, "longest_seconds": 120}))
    assert meeting.rules(SetSpeakingTime(seconds)) == rules
    for fits in (30, 120):
        meeting.do(SetSpeakingTime(fits))
    assert "speech.seconds" in meeting.rules(SetSpeakingTime(29))
    assert "speech.seconds" in meeting.rules(OpenSpeakersList(121))
    assert meeting.rules(RaiseMotion("speaking_time", speech_seconds=121), by="peru") == ("speech.seconds",)


def test_the_chair_is_warned_at_two_names_and_told_when_none_is_left() -> None:
    meeting = in_debate()
    told = [list_state(meeting.floor)]
    for seat in ("ghana", "mexico", "peru", "spain"):
        meeting.do(JoinSpeakersList(), by=seat)
    speaker = ""
    for _ in range(4):
        meeting.do(CallNextSpeaker(speaker))
        assert meeting.floor.speeches.now is not None
        speaker = meeting.floor.speeches.now.seat
        told.append(list_state(meeting.floor))
    meeting.do(EndSpeech("spain"))
    told.append(list_state(meeting.floor))
    assert told == ["running", "running", "last_two", "last_two", "last_two", "exhausted"]
    assert list_state(called_to_order().floor) == "none"


def test_a_delegation_is_put_at_the_first_and_the_last_place() -> None:
    meeting = in_debate()
    for seat in ("ghana", "mexico", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)

    def queue() -> tuple[str, ...]:
        return meeting.floor.speeches.general.queue

    meeting.do(MoveInSpeakersList("ghana", 3, queue()))
    assert queue() == ("mexico", "peru", "ghana")
    meeting.do(MoveInSpeakersList("ghana", 1, queue()))
    assert queue() == ("ghana", "mexico", "peru")
    for place in (0, 4):
        (refusal,) = meeting.refused(MoveInSpeakersList("ghana", place, queue()))
        assert (refusal.rule, dict(refusal.values)) == ("list.place_range", {"last": 3})


def test_the_list_is_opened_for_another_length_or_as_it_was() -> None:
    meeting = in_debate()
    assert meeting.rules(OpenSpeakersList(90)) == meeting.rules(OpenSpeakersList()) == ("list.open_already",)
    meeting.do(OpenSpeakersList(60))
    assert meeting.floor.speeches.general.seconds == 60
    meeting.do(CallSpeaker("peru"))
    assert meeting.floor.clocks["speech"].total == MINUTE


def test_a_proposer_is_first_or_last_on_the_list_of_its_caucus() -> None:
    for slot, expected in (("first", ("peru", "ghana")), ("last", ("ghana", "mexico", "peru"))):
        meeting = in_debate()
        meeting.carry("moderated_caucus", "peru", **CAUCUS)
        meeting.do(JoinSpeakersList(), by="ghana")
        meeting.do(TakeSlot(slot), by="peru")  # type: ignore[arg-type]
        if slot == "last":
            meeting.do(JoinSpeakersList(), by="mexico")
        assert speakers_of(meeting.floor, "caucus").queue == expected
        assert speakers_of(meeting.floor, "general").queue == ()
        assert meeting.rules(TakeSlot("waived"), by="peru") == ("slot.not_asked",)


def test_who_spoke_last_is_of_a_list_and_not_of_a_question() -> None:
    meeting = in_debate()
    assert last_speaker(meeting.floor) == ""
    for seat in ("ghana", "peru"):
        meeting.do(CallSpeaker(seat))
        meeting.do(EndSpeech(seat))
    assert last_speaker(meeting.floor) == "peru"


def test_a_comment_is_called_as_often_as_the_house_says() -> None:
    book = house(yields={"to": ("chair", "comments"), "comments_max": 2, "comment_seconds": 30})
    meeting = in_debate(rulebook=book)
    meeting.do(CallSpeaker("peru"))
    meeting.do(YieldFloor("comments"), by="peru")
    assert meeting.floor.speeches.comments and meeting.floor.speeches.comments.left == 2
    assert meeting.rules(CallComment("peru")) == ("comment.own",)
    meeting.do(RaisePlacard(), by="ghana")
    for seat, after in (("ghana", ""), ("mexico", "ghana")):
        meeting.do(CallComment(seat, after))
        assert meeting.floor.clocks["speech"].total == 30_000
    assert meeting.floor.speeches.comments and meeting.floor.speeches.comments.left == 0
    assert meeting.rules(CallComment("spain", "mexico")) == ("comment.none",)
    meeting.do(EndSpeech("mexico"))
    assert meeting.rules(RaisePlacard(), by="spain") == ("placard.nothing",)


def test_questions_are_put_until_the_time_has_run_out() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(YieldFloor("questions"), by="peru")
    assert meeting.rules(CallQuestioner("peru")) == ("question_time.own",)
    meeting.do(CallQuestioner("ghana"))
    assert meeting.rules(CallQuestioner("spain", True)) == ("question_time.not_follow_up",)
    meeting.do(CallQuestioner("ghana", True))
    left = meeting.floor.clocks["speech"].left(meeting.at)
    meeting.at += left
    assert meeting.rules(CallQuestioner("spain")) == ("question_time.time_up",)


# --- counts ---


def test_the_most_sponsors_are_the_smaller_of_a_number_and_a_share_but_never_below_the_least() -> None:
    def most(**papers: Any) -> int | None:
        return most_sponsors(in_debate(absent=["spain"], rulebook=house(papers=papers)).floor)

    share = Share(1, 4, "floor")
    assert most(sponsors_max=0, sponsors_max_share=None) is None
    assert most(sponsors_max=5, sponsors_max_share=None) == 5
    assert most(sponsors_max=0, sponsors_max_share=share) == 2
    assert most(sponsors_max=1, sponsors_max_share=share) == 1
    assert most(sponsors_max=0, sponsors_max_share=Share(1, 8, "floor"), sponsors_min=3) == 3
    assert most(sponsors_max=0, sponsors_max_share=Share(1, 99, "floor"), sponsors_min=0) == 1
    assert most(sponsors_max=0, sponsors_max_share=Share(1, 2, "floor", of="present"), sponsors_min=0) == 3


def test_shares_are_of_members_or_of_those_present_and_quorums_of_their_base() -> None:
    floor = in_debate(absent=["spain", "peru"]).floor
    assert (share_base(floor, "members"), share_base(floor, "present")) == (8, 6)
    bases = ("registered", "ever_attended", "currently_seated")
    assert [member_base(floor, base) for base in bases] == [8, 8, 6]  # type: ignore[arg-type]
    assert (len(electorate(floor, "procedure")), entitled(floor, "procedure")) == (7, 9)
    assert (len(electorate(floor, "draft")), entitled(floor, "draft")) == (6, 8)
    assert quorum_now(floor) == 2, "to debate a quarter of eight"


def test_an_ngo_answers_present_where_the_house_says_so() -> None:
    for only, expected in (
        (True, ("present", "absent")),
        (False, ("present", "present_and_voting", "absent")),
    ):
        floor = called_to_order(rulebook=house(attendance={"observers_present_only": only})).floor
        assert set(answers(floor, "aclu")) == set(expected)
        assert set(answers(floor, "peru")) == {"present", "present_and_voting", "absent"}


def test_a_roll_that_is_called_again_asks_everybody_again() -> None:
    meeting = in_debate(present_and_voting=["ghana"])
    meeting.do(StartRollCall())
    assert meeting.floor.attendance.calling and not meeting.floor.attendance.statuses
    meeting.do(SetStatus("present"), by="ghana")
    meeting.do(CloseRollCall())
    here = [seat for seat in meeting.floor.seats if meeting.floor.attendance.here(seat)]
    assert here == ["ghana"]
