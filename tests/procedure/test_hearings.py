"""Speakers for and against a motion: named, called in turn, waived; the vote waits for them."""

from __future__ import annotations

from app.procedure.attendance import SetStatus
from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.motions import WithdrawMotion
from app.procedure.rulebook import Rulebook
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import EndSpeech
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate
from tests.procedure.test_handling import with_row


def adjourning(book: Rulebook | None = None) -> tuple[Meeting, int]:
    """Peru has moved to adjourn debate: two speak for it and two against."""
    meeting = in_debate(rulebook=book or house())
    return meeting, meeting.motion("adjourn_debate", "peru")


def test_speakers_are_called_for_and_against_in_turn_and_then_the_question_is_put() -> None:
    meeting, number = adjourning()
    assert meeting.rules(OpenVote("motion", str(number))) == ("question.speakers_first",)
    meeting.do(EntertainMotion(number))
    for seat in ("peru", "ghana"):
        meeting.do(SpeakOnMotion(number, "for"), by=seat)
    for seat in ("spain", "mexico"):
        meeting.do(SpeakOnMotion(number, "against"), by=seat)
    heard = []
    after = ""
    for _ in range(4):
        meeting.do(CallOnQuestion("motion", number, after))
        assert meeting.floor.speeches.now is not None
        assert (meeting.floor.speeches.now.list, meeting.floor.speeches.now.ms) == ("question", 30_000)
        after = meeting.floor.speeches.now.seat
        heard.append(after)
        assert meeting.rules(OpenVote("motion", str(number))) == ("question.speakers_first",)
    assert heard == ["peru", "spain", "ghana", "mexico"]
    meeting.do(EndSpeech("mexico"))
    meeting.do(OpenVote("motion", str(number)))


def test_the_general_list_keeps_its_names_while_others_speak_on_a_motion() -> None:
    meeting, number = adjourning()
    meeting.do(JoinSpeakersList(), by="ghana")
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for"), by="ghana")
    meeting.do(CallOnQuestion("motion", number))
    assert meeting.floor.speeches.general.queue == ("ghana",)


def test_nobody_asks_and_the_chair_goes_to_the_vote() -> None:
    meeting, number = adjourning()
    meeting.do(EntertainMotion(number))
    assert meeting.rules(CallOnQuestion("motion", number)) == ("question.nobody",)
    assert meeting.rules(WaiveSpeakers("motion", number), by="assistant-1") == ("chair.only",)
    meeting.do(WaiveSpeakers("motion", number))
    assert meeting.rules(WaiveSpeakers("motion", number)) == ("question.heard_already",)
    meeting.do(OpenVote("motion", str(number)))


def test_waiving_ends_the_speech_on_the_question_and_no_other() -> None:
    meeting, number = adjourning()
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for"), by="ghana")
    meeting.do(CallOnQuestion("motion", number))
    meeting.do(WaiveSpeakers("motion", number), after=12)
    assert meeting.floor.speeches.now is None
    assert meeting.floor.speeches.heard[-1].ms == 12_000


def test_each_delegation_asks_once_and_each_side_has_its_number() -> None:
    meeting, number = adjourning(with_row(house(), "adjourn_debate", speakers_for=1))
    assert meeting.rules(SpeakOnMotion(number, "for"), by="peru") == ("question.none",)
    meeting.do(EntertainMotion(number))
    assert meeting.rules(EntertainMotion(number)) == ("question.entertained",)
    meeting.do(SpeakOnMotion(number, "for"), by="peru")
    assert meeting.rules(SpeakOnMotion(number, "against"), by="peru") == ("question.asked",)
    meeting.do(CallOnQuestion("motion", number))
    assert meeting.rules(SpeakOnMotion(number, "for"), by="ghana") == ("question.side_full",)
    meeting.do(SpeakOnMotion(number, "for", "ghana"), insist="It is the other sponsor")
    assert meeting.rules(CallOnQuestion("motion", number, "peru")) == ("question.side_full",)
    meeting.do(SpeakOnMotion(number, "against"), by="spain")
    meeting.do(CallOnQuestion("motion", number, "peru"))
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "spain"


def test_the_mover_speaks_first_beside_the_others_where_the_house_says_so() -> None:
    meeting, number = adjourning(
        with_row(house(), "adjourn_debate", speakers_for=1, speakers_against=1, mover_speaks=True)
    )
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for"), by="ghana")
    meeting.do(SpeakOnMotion(number, "against"), by="spain")
    called: list[str] = []
    for _ in range(3):
        meeting.do(CallOnQuestion("motion", number, called[-1] if called else ""))
        assert meeting.floor.speeches.now is not None
        called.append(meeting.floor.speeches.now.seat)
    assert called == ["peru", "spain", "ghana"]


def test_a_row_has_its_own_length_of_speech_and_else_the_house_has() -> None:
    for book, ms in (
        (with_row(house(), "adjourn_debate", speech_seconds=60), 60_000),
        (house(handling={"speech_seconds": 45}), 45_000),
    ):
        meeting, number = adjourning(book)
        meeting.do(EntertainMotion(number))
        meeting.do(SpeakOnMotion(number, "against"), by="ghana")
        meeting.do(CallOnQuestion("motion", number))
        assert meeting.floor.speeches.now and meeting.floor.speeches.now.ms == ms


def test_who_leaves_before_it_is_called_is_passed_over() -> None:
    meeting, number = adjourning()
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for"), by="ghana")
    meeting.do(SetStatus("absent", "ghana"))
    assert meeting.rules(CallOnQuestion("motion", number)) == ("question.nobody",)


def test_a_motion_without_speakers_is_put_as_it_is() -> None:
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    assert meeting.rules(EntertainMotion(number)) == ("question.no_speakers",)
    meeting.do(OpenVote("motion", str(number)))


def test_the_motion_that_takes_precedence_is_taken_up_first() -> None:
    meeting, number = adjourning()
    meeting.motion("suspend_meeting", "ghana")
    assert meeting.rules(EntertainMotion(number)) == ("motion.precedence",)
    meeting.do(EntertainMotion(number), insist="It was announced")


def test_speakers_on_what_only_an_objection_brings_to_the_vote() -> None:
    """T42, as DUMUNC divides the question: nobody objects, and it is granted without a vote."""
    book = with_row(house(), "adjourn_debate", only_if_objected=True)
    meeting, number = adjourning(book)
    assert meeting.rules(EntertainMotion(number)) == ("question.no_speakers",)
    meeting.do(GrantMotion(number, True))
    meeting, number = adjourning(book)
    meeting.do(ObjectToMotion(number), by="ghana")
    assert meeting.rules(OpenVote("motion", str(number))) == ("question.speakers_first",)
    meeting.do(EntertainMotion(number))


def test_a_motion_that_was_taken_back_is_heard_no_more() -> None:
    meeting, number = adjourning()
    meeting.do(EntertainMotion(number))
    meeting.do(SpeakOnMotion(number, "for"), by="ghana")
    meeting.do(WithdrawMotion(number), by="peru")
    assert meeting.rules(CallOnQuestion("motion", number))[0] == "question.none"
    assert meeting.rules(WaiveSpeakers("motion", number)) == ("question.none",)
