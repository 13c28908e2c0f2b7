"""Consultations step by step: what is out of order, whose brackets stand, and when they are over."""

from __future__ import annotations

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import SetStatus
from app.procedure.brackets import BracketParagraph, ReopenParagraph
from app.procedure.consultations import AgreeParagraph, CloseConsultations, OpenConsultations, TakeParagraph
from app.procedure.papers import WithdrawPaper
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.sittings import OpenMeeting
from app.procedure.speeches import CallSpeaker
from app.procedure.warnings import WarnDelegation
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, committee, in_debate
from tests.procedure.test_consultations import agree, consulting, states, with_a_draft


def in_hand(clause: str = "o1") -> Meeting:
    meeting = consulting()
    meeting.do(TakeParagraph(clause))
    return meeting


def placed(meeting: Meeting, clause: str = "o1") -> dict[str, str]:
    """Whose brackets are around which words of a paragraph."""
    found = {one.clause: one.brackets for one in standing_of_paragraphs(meeting.floor, "WP-1")}
    return {bracket.seat: bracket.words for bracket in found[clause]}


def test_consultations_are_opened_once_on_a_draft_of_the_topic_in_debate() -> None:
    blank = committee(house("un4mun"))
    blank.do(OpenMeeting())
    assert blank.rules(OpenConsultations("WP-1"))[0] == "consultations.no_debate"
    meeting = with_a_draft()
    assert meeting.rules(OpenConsultations("WP-9")) == ("paper.not_introduced",)
    meeting.do(CallSpeaker("spain"))
    meeting.do(OpenConsultations("WP-1"))
    assert meeting.floor.speeches.now is None, "whoever spoke has finished"
    assert meeting.floor.consultations.clause == ""
    assert meeting.rules(OpenConsultations("WP-1")) == ("consultations.on",)


def test_not_while_a_caucus_has_the_floor_nor_where_the_house_has_none() -> None:
    meeting = in_debate(rulebook=house(timed_debate={"consultations": True}))
    meeting.introduced()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    assert meeting.rules(OpenConsultations("WP-1")) == ("consultations.other_business",)
    without = with_a_draft(house("un4mun", timed_debate={"consultations": False}))
    assert without.rules(OpenConsultations("WP-1")) == ("consultations.not_used",)
    without.do(OpenConsultations("WP-1"), insist="Nobody is against it")


def test_a_paragraph_is_taken_of_the_text_and_agreed_once_while_it_is_in_hand() -> None:
    meeting = consulting()
    assert meeting.rules(TakeParagraph("o9")) == ("paragraph.none",)
    assert meeting.rules(AgreeParagraph("o1")) == ("paragraph.other",)
    meeting.do(TakeParagraph("o1"))
    assert meeting.rules(TakeParagraph("o1")) == ("paragraph.in_hand",)
    assert meeting.rules(AgreeParagraph("o2")) == ("paragraph.other",)
    meeting.do(AgreeParagraph("o1"))
    assert meeting.rules(AgreeParagraph("o1")) == ("paragraph.agreed",)
    assert states(meeting) == {"p1": "open", "o1": "agreed", "o2": "open"}


def test_who_is_silenced_or_away_places_no_brackets_even_through_the_dais() -> None:
    meeting = in_hand()
    meeting.do(SetStatus("absent", "peru"))
    assert meeting.rules(BracketParagraph("o1", seat="peru")) == ("seat.absent",)
    assert "seat.absent" in meeting.rules(BracketParagraph("o1"), by="peru")
    meeting.do(BracketParagraph("o1", "notice", "spain"))
    assert placed(meeting) == {"spain": "notice"}


def test_a_warning_that_takes_the_floor_takes_brackets_too() -> None:
    book = house("un4mun", warnings={"used": True, "limit": 1, "consequence": "no_floor_this_session"})
    meeting = consulting(book)
    meeting.do(TakeParagraph("o1"))
    meeting.do(WarnDelegation("peru", "Disturbing"))
    assert meeting.rules(BracketParagraph("o1"), by="peru") == ("seat.no_floor",)
    assert meeting.rules(BracketParagraph("o1", seat="peru")) == ("seat.no_floor",)


def test_the_same_brackets_are_placed_once_and_others_take_their_place() -> None:
    meeting = in_hand()
    meeting.do(BracketParagraph("o1", " notice "), by="spain")
    assert meeting.rules(BracketParagraph("o1", "notice"), by="spain") == ("paragraph.bracketed_already",)
    meeting.do(BracketParagraph("o1", "notice"), by="peru")
    meeting.do(BracketParagraph("o1", "give notice"), by="spain")
    assert placed(meeting) == {"peru": "notice", "spain": "give notice"}
    assert meeting.rules(BracketParagraph("o1", "x" * 201), by="spain")[0] == "text.too_long"
    assert meeting.rules(BracketParagraph("o1", "give", "peru"), by="spain") == ("seat.not_yours",)


def test_only_what_was_noted_is_opened_again() -> None:
    meeting = in_hand()
    assert meeting.rules(ReopenParagraph("o9")) == ("paragraph.none",)
    assert meeting.rules(ReopenParagraph("o1")) == ("paragraph.open_already",)
    assert meeting.rules(ReopenParagraph("o1"), by="spain") == ("paragraph.no_brackets",)
    meeting.do(AgreeParagraph("o1"))
    assert meeting.rules(ReopenParagraph("o1"), by="spain") == ("paragraph.no_brackets",)
    meeting.do(ReopenParagraph("o1"), by="assistant-1")
    assert states(meeting)["o1"] == "open"
    for seat in ("spain", "peru"):
        meeting.do(BracketParagraph("o1", "notice"), by=seat)
    meeting.do(ReopenParagraph("o1"), by="spain")
    assert placed(meeting) == {"peru": "notice"}
    meeting.do(ReopenParagraph("o1"))
    assert placed(meeting) == {}


def test_a_text_that_waits_is_taken_up_where_it_was_left_and_nobody_speaks_meanwhile() -> None:
    meeting = in_hand()
    meeting.do(BracketParagraph("o1", "notice"), by="spain")
    meeting.do(CloseConsultations(to_action=False))
    assert meeting.floor.consultations.paper == "" and meeting.floor.consultations.clause == ""
    assert meeting.floor.meeting.debate == "open"
    assert meeting.rules(TakeParagraph("o1")) == ("consultations.none",)
    meeting.do(OpenConsultations("WP-1"))
    assert placed(meeting) == {"spain": "notice"}


def test_what_is_unsettled_goes_to_action_only_on_the_chairs_insistence() -> None:
    meeting = consulting()
    agree(meeting, "p1", "o1")
    (refusal,) = meeting.refused(CloseConsultations())
    assert (refusal.rule, dict(refusal.values)) == ("consultations.unsettled", {"count": 1})
    assert meeting.rules(CloseConsultations(), by="assistant-1") == ("chair.only",)
    meeting.do(CloseConsultations(), insist="The hour is late")
    assert meeting.floor.meeting.debate == "closed"


def test_consultations_end_with_the_draft_and_with_the_debate() -> None:
    meeting = in_hand()
    meeting.do(WithdrawPaper("WP-1"), by="ghana")
    assert (meeting.floor.consultations.paper, meeting.floor.consultations.clause) == ("", "")
    closed = in_hand()
    closed.put("motion", closed.motion("adjourn_debate", "peru"))
    closed.hands(8, 0)
    assert closed.floor.meeting.debate == "none"
    assert (closed.floor.consultations.paper, closed.floor.consultations.clause) == ("", "")
    closed.do(OpenDebate(2))
    assert closed.rules(AgreeParagraph("o1")) == ("consultations.none",)
    assert closed.replayed() == closed.floor
