"""Appeals: the committee says whether a ruling of the chair stands."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.appeals import AppealRuling, SpeakOnAppeal
from app.procedure.motions import RaiseMotion
from app.procedure.points import RaisePoint
from app.procedure.replies import AskReply, DenyReply
from app.procedure.rulebook import Rulebook
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.ruling_points import RulePoint
from app.procedure.speeches import CallSpeaker, EndSpeech
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, in_debate, many

AT_ONCE: dict[str, Any] = {"speakers_for": 0, "speakers_against": 0}


def ruled(book: Rulebook, granted: bool = False, **founding: Any) -> tuple[Meeting, int]:
    """Peru raised a point of order, and the chair has ruled on it."""
    meeting = in_debate(rulebook=book, **founding)
    seat = "peru" if "peru" in meeting.floor.seats else "member-01"
    meeting.do(RaisePoint("order", "The list was closed too early"), by=seat)
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "It was announced", granted))
    return meeting, meeting.floor.number


def thirty(majority: str, question: str, yes: int, no: int) -> bool:
    """Whether the ruling stands after such a vote of thirty."""
    book = house(appeals={"majority": majority, "question": question, **AT_ONCE})
    meeting, number = ruled(book, members=many(30), others=())
    meeting.do(AppealRuling(number), by="member-02")
    meeting.put("ruling", number)
    meeting.hands(yes, no, insist="" if yes + no == 30 else "Nobody else votes")
    ruling = meeting.floor.rulings.find(number)
    assert ruling is not None and meeting.floor.rulings.appeal is None
    return ruling.stands


@pytest.mark.parametrize(
    "majority", ["majority_to_overrule", "two_thirds_to_overrule", "unanimous_to_overrule"]
)
@pytest.mark.parametrize("question", ["uphold", "overrule"])
def test_t30_fifteen_to_fifteen_leaves_the_ruling_standing(majority: str, question: str) -> None:
    assert thirty(majority, question, 15, 15)
    assert thirty(majority, question, 0, 0)


@pytest.mark.parametrize(
    ("majority", "least"),
    [("majority_to_overrule", 16), ("two_thirds_to_overrule", 20), ("unanimous_to_overrule", 30)],
)
def test_t31_so_many_of_thirty_overrule_and_one_fewer_does_not(majority: str, least: int) -> None:
    """Twenty of thirty are two thirds, and more than a majority; unanimity needs all; both questions."""
    assert not thirty(majority, "overrule", least, 30 - least)
    assert not thirty(majority, "uphold", 30 - least, least)
    assert thirty(majority, "overrule", least - 1, 30 - least + 1)
    assert thirty(majority, "uphold", 30 - least + 1, least - 1)


@pytest.mark.parametrize("name", ["harvard", "nmun", "un4mun", "una_usa"])
def test_t30_in_the_houses_that_ship(name: str) -> None:
    rules = house(name).appeals
    if rules.majority != "not_appealable":
        assert thirty(rules.majority, rules.question, 15, 15)


def test_t31_in_the_houses_that_ship() -> None:
    """Twenty want to overrule, ten uphold: two thirds at Harvard, a majority at NMUN."""
    for name in ("harvard", "nmun"):
        rules = house(name).appeals
        votes = (10, 20) if rules.question == "uphold" else (20, 10)
        assert not thirty(rules.majority, rules.question, *votes)


def test_a_point_that_the_committee_finds_well_taken() -> None:
    meeting, number = ruled(house(appeals=AT_ONCE), granted=False)
    meeting.do(AppealRuling(number), by="peru")
    meeting.put("ruling", number)
    assert not meeting.hands(0, 9)
    ruling = meeting.floor.rulings.find(number)
    assert ruling is not None and (ruling.stands, ruling.granted) == (False, True)


def test_a_motion_that_was_ruled_out_is_before_the_committee_again() -> None:
    for no, pending in ((6, 1), (5, 0)):  # six of nine are two thirds, five are not
        meeting = in_debate(rulebook=house(appeals=AT_ONCE))
        motion = meeting.motion("suspend_meeting", "peru")
        meeting.do(RuleMotionOut(motion, dilatory=True))
        number = meeting.floor.number
        meeting.do(AppealRuling(number), by="peru")
        meeting.put("ruling", number)
        meeting.hands(9 - no, no)
        assert len(meeting.floor.motions.pending) == pending
        assert len(meeting.floor.motions.decided) == 1 - pending
        if pending:
            meeting.do(OpenVote("motion", str(motion)))


def test_to_insist_is_a_ruling_and_may_be_appealed() -> None:
    meeting = in_debate(rulebook=house(appeals=AT_ONCE))
    meeting.do(RaiseMotion("unmoderated_caucus", "peru", total_seconds=1500), insist="It was asked for")
    ruling = meeting.floor.rulings.made[-1]
    assert (ruling.about, ruling.subject, ruling.words) == (
        "overrule",
        "caucus.max_total",
        "It was asked for",
    )
    meeting.do(AppealRuling(ruling.number), by="ghana")
    meeting.put("ruling", ruling.number)
    meeting.hands(0, 9)
    assert not meeting.floor.rulings.made[-1].stands


def test_rules_that_one_act_sets_aside_are_one_ruling() -> None:
    meeting = in_debate()
    meeting.do(
        RaiseMotion("moderated_caucus", "peru", total_seconds=1530, speech_seconds=70, topic="Returns"),
        insist="Once",
    )
    (ruling,) = meeting.floor.rulings.made
    assert ruling.subject == "caucus.max_total caucus.max_speech caucus.uneven"


def test_a_ruling_that_needed_insisting_is_one_ruling() -> None:
    meeting = in_debate(rulebook=house(appeals=AT_ONCE))
    meeting.do(RaisePoint("inquiry"), by="ghana")
    meeting.do(RaisePoint("order"), by="peru")
    inquiry = meeting.floor.points.pending[-1].number
    meeting.do(RulePoint(inquiry, "Two more speakers"), insist="It is answered in a word")
    (ruling,) = meeting.floor.rulings.made
    assert (ruling.about, ruling.appealable, meeting.floor.rulings.fresh) == ("point", False, 0)


def test_the_appellant_and_the_chair_are_heard_first() -> None:
    meeting, number = ruled(house(appeals={"speakers_for": 1, "speakers_against": 1}))
    meeting.do(AppealRuling(number), by="ghana")
    assert meeting.rules(OpenVote("ruling", str(number))) == ("question.speakers_first",)
    assert meeting.rules(SpeakOnAppeal(number, "for"), by="ghana") == ("question.asked",)
    meeting.do(CallOnQuestion("ruling", number))
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "ghana"
    meeting.do(CallOnQuestion("ruling", number, "ghana"))
    assert meeting.floor.speeches.now.seat == CHAIR
    meeting.do(EndSpeech(CHAIR))
    meeting.do(OpenVote("ruling", str(number)))


def test_the_chair_waives_the_speeches_on_an_appeal() -> None:
    meeting, number = ruled(house(appeals={"speakers_for": 1, "speakers_against": 1}))
    meeting.do(AppealRuling(number), by="ghana")
    meeting.do(WaiveSpeakers("ruling", number))
    meeting.do(OpenVote("ruling", str(number)))


def test_an_appeal_is_put_before_anything_else() -> None:
    meeting, number = ruled(house(appeals=AT_ONCE))
    meeting.do(AppealRuling(number), by="ghana")
    assert meeting.rules(AppealRuling(number), by="spain") == ("appeal.open",)
    motion = meeting.motion("suspend_meeting", "peru")
    assert meeting.rules(OpenVote("motion", str(motion))) == ("appeal.first",)


def test_a_ruling_is_appealed_at_once_or_not_at_all() -> None:
    meeting, number = ruled(house())
    meeting.motion("suspend_meeting", "peru")
    assert meeting.rules(AppealRuling(number), by="ghana") == ("appeal.late",)
    meeting.do(AppealRuling(number, seat="ghana"), insist="The note lay under the others")


@pytest.mark.parametrize("appealable", [True, False])
def test_a_right_of_reply_is_appealed_only_where_the_house_lets_it(appealable: bool) -> None:
    meeting = in_debate(rulebook=house(appeals=AT_ONCE, replies={"appealable": appealable}))
    meeting.do(CallSpeaker("spain"))
    meeting.do(AskReply("It called us liars"), by="peru")
    meeting.do(EndSpeech("spain"))
    meeting.do(DenyReply("peru"))
    number = meeting.floor.number
    if appealable:
        meeting.do(AppealRuling(number), by="peru")
        meeting.put("ruling", number)
        meeting.hands(0, 9)
        ruling = meeting.floor.rulings.find(number)
        assert ruling is not None and ruling.granted and not ruling.stands
    else:
        assert meeting.rules(AppealRuling(number), by="peru") == ("appeal.late", "appeal.final")


def test_where_the_chair_is_final_there_is_no_appeal() -> None:
    meeting, number = ruled(house(appeals={"majority": "not_appealable"}))
    assert meeting.rules(AppealRuling(number), by="peru") == ("appeal.none",)


def test_where_appeals_are_written_words_are_needed() -> None:
    meeting, number = ruled(house(appeals={"written": True}))
    assert meeting.rules(AppealRuling(number), by="peru") == ("appeal.written",)
    meeting.do(AppealRuling(number, "The list was not announced as closed"), by="peru")


@pytest.mark.parametrize("votes", [True, False])
def test_observers_appeal_and_vote_on_it_where_they_vote_on_procedure(votes: bool) -> None:
    meeting, number = ruled(house(appeals=AT_ONCE, rights={"ngo_procedural_vote": votes}))
    if not votes:
        assert meeting.rules(AppealRuling(number), by="aclu") == ("appeal.voters",)
        meeting.do(AppealRuling(number), by="peru")
    else:
        meeting.do(AppealRuling(number), by="aclu")
    assert ("aclu" in meeting.put("ruling", number).order) is votes
