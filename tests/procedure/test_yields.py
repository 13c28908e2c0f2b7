"""Yields: to the chair, a delegate, questions or comments; chains, what is left, and what follows."""

from itertools import pairwise

import pytest

from app.procedure.attendance import SetStatus
from app.procedure.clocks import TimeUp
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.question_time import CallQuestioner
from app.procedure.raised_placards import LowerPlacard, RaisePlacard
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.turns import CallOnQuestion
from app.procedure.yields import CallComment, YieldFloor
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

ALL_YIELDS = {"to": ("chair", "delegate", "questions", "comments")}


def speaking(*waiting: str, **yields: object) -> Meeting:
    """Peru speaks for 90 seconds, these wait behind it."""
    meeting = in_debate(rulebook=house(yields={**ALL_YIELDS, **yields}))
    for seat in ("peru", *waiting):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    return meeting


def speech(meeting: Meeting) -> tuple[str, str, int]:
    """Who has the floor, as what, and for how many seconds."""
    now = meeting.floor.speeches.now
    assert now is not None
    return now.seat, now.kind, now.ms // 1000


def raised(meeting: Meeting) -> tuple[str, ...]:
    return meeting.floor.speeches.raised


def test_a_speaker_yields_to_the_chair_and_the_time_is_gone() -> None:
    meeting = speaking("spain")
    assert meeting.rules(YieldFloor("chair"), by="spain") == ("yield.not_speaker",)
    meeting.do(YieldFloor("chair"), by="peru", after=30)
    assert meeting.floor.speeches.now is None
    assert meeting.floor.speeches.heard[-1].ms == 30_000


def test_a_delegate_speaks_for_what_is_left_and_keeps_its_place_on_the_list() -> None:
    meeting = speaking("spain")
    meeting.do(YieldFloor("delegate", "spain"), by="peru", after=30)
    assert speech(meeting) == ("spain", "yielded", 60)
    assert meeting.floor.clocks["speech"].left(meeting.at) == 60_000
    assert meeting.floor.speeches.general.queue == ("spain",)
    assert [(one.seat, one.ms) for one in meeting.floor.speeches.heard] == [("peru", 30_000)]


def test_the_dais_enters_a_yield_for_the_speaker() -> None:
    meeting = speaking()
    meeting.do(YieldFloor("delegate", "spain"), by="assistant-1")
    assert speech(meeting)[0] == "spain"


@pytest.mark.parametrize(("chain", "times"), [("no_second_yield", 1), ("two_successive", 2)])
def test_houses_differ_on_yielding_on(chain: str, times: int) -> None:
    meeting = speaking(chain=chain)
    speakers = ["peru", "spain", "ghana", "canada"]
    for giver, receiver in list(pairwise(speakers))[:times]:
        meeting.do(YieldFloor("delegate", receiver), by=giver)
    (refusal,) = meeting.refused(YieldFloor("chair"), by=speakers[times])
    assert (refusal.rule, dict(refusal.values)) == ("yield.chain", {"most": times})
    meeting.do(YieldFloor("chair"), insist="It was agreed")


def test_nobody_yields_to_itself_to_the_absent_or_to_the_dais() -> None:
    meeting = speaking()
    meeting.do(SetStatus("absent", "spain"))
    for seat, rule in (("peru", "yield.to_itself"), ("spain", "seat.absent"), ("dais-2", "seat.name_one")):
        assert meeting.rules(YieldFloor("delegate", seat), by="peru") == (rule,)
    assert meeting.rules(YieldFloor("delegate"), by="peru") == ("seat.name_one",)


def test_time_that_has_run_out_is_not_yielded() -> None:
    meeting = speaking()
    meeting.do(TimeUp("speech", meeting.floor.clocks["speech"].generation), by="room", after=90)
    assert meeting.rules(YieldFloor("delegate", "spain"), by="peru") == ("yield.no_time",)


def test_a_house_has_the_yields_that_it_names() -> None:
    meeting = speaking(to=("chair", "delegate"))
    assert meeting.rules(YieldFloor("questions"), by="peru") == ("yield.not_used",)
    meeting.do(YieldFloor("questions"), insist="Just this once")


@pytest.mark.parametrize("allowed", [False, True])
def test_t55_yields_in_a_caucus_only_where_the_house_has_them(allowed: bool) -> None:
    meeting = speaking(in_caucus=allowed)
    meeting.do(EndSpeech("peru"))
    meeting.carry("moderated_caucus", "peru", total_seconds=600, speech_seconds=60, topic="Notice")
    meeting.do(JoinSpeakersList("ghana"))
    meeting.do(CallNextSpeaker())
    if not allowed:
        assert meeting.rules(YieldFloor("delegate", "spain"), by="ghana") == ("yield.in_caucus",)
        return
    left = meeting.floor.clocks["caucus"].left(meeting.at)
    meeting.do(YieldFloor("delegate", "spain"), by="ghana", after=45)
    assert speech(meeting) == ("spain", "yielded", 15)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == left - 45_000  # nothing lapses in a yield


def test_there_are_no_yields_on_procedure() -> None:
    meeting = in_debate()
    number = meeting.motion("adjourn_debate", "peru")
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for"), by="ghana")
    meeting.do(CallOnQuestion("motion", number))
    assert meeting.rules(YieldFloor("chair"), by="ghana", insist="Please") == ("yield.not_here",)


# --- questions --------------------------------------------------------------------------------------------


def test_questions_and_answers_together_fit_the_time_that_is_left() -> None:
    meeting = speaking()
    meeting.do(YieldFloor("questions"), by="peru", after=30)
    assert speech(meeting)[:2] == ("peru", "questions")
    assert meeting.floor.clocks["speech"].left(meeting.at + 10**6) == 60_000  # the clock waits for the first
    meeting.do(RaisePlacard(), by="spain")
    meeting.do(RaisePlacard(), by="ghana")
    assert raised(meeting) == ("spain", "ghana")
    meeting.do(CallQuestioner("spain"), after=20)
    assert raised(meeting) == ("ghana",) and meeting.floor.speeches.asking == "spain"
    meeting.do(CallQuestioner("ghana"), after=59)
    assert meeting.floor.clocks["speech"].left(meeting.at) == 1_000
    meeting.at += 1_000
    assert meeting.rules(CallQuestioner("canada")) == ("question_time.time_up",)
    meeting.do(CallQuestioner("canada"), insist="A short one")


def test_who_answers_does_not_ask_and_a_follow_up_is_for_who_asked() -> None:
    meeting = speaking()
    assert meeting.rules(CallQuestioner("spain")) == ("question_time.none",)
    assert meeting.rules(RaisePlacard(), by="spain") == ("placard.nothing",)
    meeting.do(YieldFloor("questions"), by="peru")
    assert meeting.rules(CallQuestioner("peru")) == ("question_time.own",)
    assert meeting.rules(CallQuestioner("spain", follow_up=True)) == ("question_time.not_follow_up",)
    meeting.do(CallQuestioner("spain"))
    meeting.do(CallQuestioner("spain", follow_up=True))
    assert meeting.rules(YieldFloor("chair"), by="peru") == ("yield.not_here",)


def test_a_placard_goes_up_once_and_comes_down_with_the_questions() -> None:
    meeting = speaking()
    meeting.do(YieldFloor("questions"), by="peru")
    meeting.do(RaisePlacard("spain"))
    assert meeting.rules(RaisePlacard(), by="spain") == ("placard.raised",)
    assert meeting.rules(LowerPlacard(), by="ghana") == ("placard.down",)
    meeting.do(LowerPlacard(), by="spain")
    meeting.do(RaisePlacard(), by="ghana")
    meeting.do(SetStatus("absent", "ghana"))
    assert raised(meeting) == ()
    meeting.do(RaisePlacard(), by="canada")
    meeting.do(EndSpeech("peru"))
    assert raised(meeting) == ()


# --- comments ---------------------------------------------------------------------------------------------


def test_two_comments_follow_a_yield_to_comments() -> None:
    meeting = speaking("spain", comment_seconds=30)
    meeting.do(YieldFloor("comments"), by="peru")
    assert meeting.rules(CallComment("peru")) == ("comment.own",)
    meeting.do(RaisePlacard(), by="ghana")
    for seat in ("ghana", "canada"):
        meeting.do(CallComment(seat))
        assert speech(meeting) == (seat, "comment", 30)
        assert meeting.rules(YieldFloor("chair"), by=seat) == ("yield.not_here",)
        meeting.do(EndSpeech(seat))
    assert meeting.rules(CallComment("mexico")) == ("comment.none",)
    meeting.do(CallNextSpeaker())
    assert meeting.floor.speeches.comments is None


@pytest.mark.parametrize("follow", [False, True])
def test_comments_follow_where_nothing_was_yielded_and_the_house_has_them(follow: bool) -> None:
    meeting = speaking(comments_if_none=follow, comments_max=1)
    meeting.do(EndSpeech("peru"))
    if not follow:
        assert meeting.rules(CallComment("spain")) == ("comment.none",)
        return
    meeting.do(CallComment("spain"))
    meeting.do(EndSpeech("spain"))  # a comment is not commented on
    assert meeting.rules(CallComment("ghana")) == ("comment.none",)


def test_t51_the_vote_waits_for_the_comments_on_the_last_speech() -> None:
    book = house(
        yields={**ALL_YIELDS, "comments_if_none": True, "comments_max": 1},
        speeches={"exhausted": "auto_voting"},
    )
    meeting = in_debate(rulebook=book)
    meeting.introduced()
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("peru"))
    assert meeting.floor.meeting.debate == "open"
    meeting.do(CallComment("spain"))
    names = [type(event).__name__ for event in meeting.do(EndSpeech("spain"))]
    assert names == ["SpeechEnded", "DebateClosed"]


def test_t51_a_yield_to_the_chair_ends_the_list_too() -> None:
    meeting = in_debate(rulebook=house(speeches={"exhausted": "auto_voting"}))
    meeting.introduced()
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    names = [type(event).__name__ for event in meeting.do(YieldFloor("chair"), by="peru")]
    assert names == ["FloorYielded", "SpeechEnded", "DebateClosed"]
