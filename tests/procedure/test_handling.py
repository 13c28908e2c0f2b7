"""Seconds, objections, and what passes because nobody objects."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion, SecondMotion
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import Rulebook
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

SECONDING = house(handling={"seconds": "one_other_member"})
LADDER = house(handling={"seconds": "second_or_objection_ladder"})
UNMOD: dict[str, Any] = {"total_seconds": 600}


def with_row(book: Rulebook, kind: str, **changes: Any) -> Rulebook:
    """The house with one row of its motions changed."""
    rows = tuple(replace(row, **changes) if row.kind == kind else row for row in book.motions)
    return replace(book, motions=rows)


def moved(book: Rulebook, kind: str = "unmoderated_caucus", **terms: Any) -> tuple[Meeting, int]:
    """Peru has moved."""
    meeting = in_debate(rulebook=book)
    return meeting, meeting.motion(kind, "peru", **(terms or UNMOD))


def ending(meeting: Meeting) -> str:
    return meeting.floor.motions.decided[-1].ending


def test_a_house_without_seconds_puts_the_motion_as_it_is() -> None:
    meeting, number = moved(house())
    assert meeting.rules(SecondMotion(number), by="ghana") == ("motion.no_seconds",)
    assert meeting.rules(ObjectToMotion(number), by="ghana") == ("motion.no_objections",)
    meeting.put("motion", number)


def test_where_a_second_is_needed_there_is_no_vote_without_one() -> None:
    meeting, number = moved(SECONDING)
    assert meeting.rules(OpenVote("motion", str(number))) == ("motion.second_missing",)
    meeting.do(SecondMotion(number), by="ghana")
    assert meeting.rules(SecondMotion(number), by="spain") == ("motion.seconded",)
    meeting.put("motion", number)
    assert meeting.hands(8, 1)


def test_the_mover_does_not_second_and_an_absent_delegation_does_not() -> None:
    meeting = in_debate(absent=["spain"], rulebook=SECONDING)
    number = meeting.motion("unmoderated_caucus", "peru", **UNMOD)
    assert meeting.rules(SecondMotion(number), by="peru") == ("motion.second_own",)
    assert meeting.rules(SecondMotion(number, "peru")) == ("motion.second_own",)
    assert meeting.rules(SecondMotion(number), by="spain") == ("seat.absent",)
    assert meeting.rules(SecondMotion(number, "spain"), insist="It sent a note") == ("seat.absent",)
    assert meeting.rules(SecondMotion(number, "ghana"), by="france") == ("seat.not_yours",)
    meeting.do(SecondMotion(number, "ghana"))
    assert meeting.floor.motions.pending[0].second == "ghana"


def test_who_moves_the_same_has_seconded_it() -> None:
    meeting, number = moved(SECONDING)
    meeting.do(RaiseMotion("unmoderated_caucus", **UNMOD), by="ghana")
    meeting.put("motion", number)


def test_a_motion_that_nobody_seconds_fails_by_the_chairs_word() -> None:
    meeting, number = moved(SECONDING)
    assert meeting.rules(GrantMotion(number, True)) == ("motion.vote_decides", "motion.second_missing")
    meeting.do(GrantMotion(number, False))
    assert ending(meeting) == "failed" and meeting.floor.caucus is None


def test_a_seconded_motion_is_not_failed_by_the_chairs_word() -> None:
    meeting, number = moved(SECONDING)
    meeting.do(SecondMotion(number), by="ghana")
    assert meeting.rules(GrantMotion(number, False)) == ("motion.vote_decides",)


def test_the_chair_may_put_it_without_a_second_and_that_is_on_the_record() -> None:
    meeting, number = moved(SECONDING)
    overruled, *_ = meeting.do(OpenVote("motion", str(number)), insist="The room asked for it")
    assert overruled.rule == "motion.second_missing"


def test_the_row_of_a_motion_has_its_own_need_of_a_second() -> None:
    own = with_row(SECONDING, "unmoderated_caucus", seconds="none")
    meeting, number = moved(own)
    assert meeting.rules(SecondMotion(number), by="ghana") == ("motion.no_seconds",)
    meeting.put("motion", number)
    other = with_row(house(), "unmoderated_caucus", seconds="one_other_member")
    meeting, number = moved(other)
    assert meeting.rules(OpenVote("motion", str(number))) == ("motion.second_missing",)


def test_ladder_no_second_fails() -> None:
    meeting, number = moved(LADDER)
    assert meeting.rules(GrantMotion(number, True)) == ("motion.second_missing",)
    meeting.do(GrantMotion(number, False))
    assert ending(meeting) == "failed"


def test_ladder_a_second_and_no_objection_passes_without_a_vote() -> None:
    meeting, number = moved(LADDER)
    meeting.do(SecondMotion(number), by="ghana")
    assert meeting.rules(OpenVote("motion", str(number))) == ("motion.no_objection",)
    meeting.do(GrantMotion(number, True))
    assert ending(meeting) == "passed" and meeting.floor.caucus is not None
    assert meeting.floor.votes.past == ()


def test_ladder_one_objection_brings_the_vote() -> None:
    meeting, number = moved(LADDER)
    meeting.do(SecondMotion(number), by="ghana")
    meeting.do(ObjectToMotion(number), by="spain")
    assert meeting.rules(ObjectToMotion(number), by="spain") == ("motion.objected",)
    assert meeting.rules(GrantMotion(number, True)) == ("motion.vote_decides",)
    meeting.put("motion", number)
    assert not meeting.hands(4, 5)
    assert ending(meeting) == "failed" and meeting.floor.caucus is None


def test_an_objection_is_for_those_who_would_vote() -> None:
    book = replace(LADDER, rights=replace(LADDER.rights, ngo_procedural_vote=False))
    meeting, number = moved(book)
    meeting.do(SecondMotion(number), by="aclu")
    assert meeting.rules(ObjectToMotion(number), by="aclu") == ("motion.objector_votes",)
    assert meeting.rules(ObjectToMotion(number, "aclu")) == ("motion.objector_votes",)
    meeting, number = moved(LADDER)
    meeting.do(ObjectToMotion(number), by="aclu")


def test_what_only_an_objection_brings_to_the_vote_needs_no_second() -> None:
    book = with_row(house(), "unmoderated_caucus", only_if_objected=True)
    meeting, number = moved(book)
    meeting.do(GrantMotion(number, True))
    assert ending(meeting) == "passed"
    meeting, number = moved(book)
    meeting.do(ObjectToMotion(number), by="ghana")
    assert meeting.rules(GrantMotion(number, True)) == ("motion.vote_decides",)


def test_a_mover_whose_motion_failed_moves_again_where_the_house_lets_it() -> None:
    meeting, number = moved(house())
    meeting.put("motion", number)
    assert not meeting.hands(4, 5)
    assert meeting.motion("unmoderated_caucus", "peru", **UNMOD)


def test_a_mover_does_not_move_again_what_failed_in_this_session() -> None:
    meeting, number = moved(house(handling={"mover_may_move_again": False}))
    meeting.put("motion", number)
    assert not meeting.hands(4, 5)
    again = RaiseMotion("unmoderated_caucus", **UNMOD)
    assert meeting.rules(again, by="peru") == ("motion.again",)
    meeting.do(again, by="ghana")
    meeting.do(RaiseMotion("unmoderated_caucus", total_seconds=540), by="peru")
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    decided = meeting.floor.motions.decided[0]
    assert (decided.ending, decided.session, meeting.floor.meeting.session) == ("failed", 1, 2)


@pytest.mark.parametrize("reason", ["", "It only delays"])
def test_the_chair_rules_a_motion_dilatory_with_or_without_more_words(reason: str) -> None:
    meeting, number = moved(house())
    (event,) = meeting.do(RuleMotionOut(number, reason, dilatory=True))
    assert event.dilatory and ending(meeting) == "ruled_out"
    meeting, number = moved(house())
    assert meeting.rules(RuleMotionOut(number, "")) == ("reason.needed",)
    assert meeting.rules(RuleMotionOut(number, "x" * 201, dilatory=True)) == ("text.too_long",)


def test_t53_where_closure_is_in_order_on_the_list_it_still_needs_a_draft() -> None:
    book = with_row(house(), "close_debate", phases=("list", "resolution"))
    meeting = in_debate(rulebook=book)
    assert meeting.rules(RaiseMotion("close_debate"), by="peru") == ("debate.no_draft",)
    meeting.do(RaiseMotion("close_debate", "peru"), insist="They will have none")
    meeting = in_debate(rulebook=book)
    meeting.introduced()
    meeting.carry("close_debate", "peru")
