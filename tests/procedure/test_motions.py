"""Motions: when they are in order, what comes first, and what falls."""

from dataclasses import replace
from typing import Any

import pytest

from app.procedure.granting import GrantMotion
from app.procedure.motions import RaiseMotion, WithdrawMotion
from app.procedure.papers import WithdrawPaper
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.voting import OpenVote
from tests.procedure.meeting import CHAIR, Meeting, in_debate

HARVARD = load("harvard")


def kinds(meeting: Meeting) -> list[str]:
    return [motion.kind for motion in meeting.floor.motions.pending]


def endings(meeting: Meeting) -> list[tuple[str, str]]:
    return [(done.motion.kind, done.ending) for done in meeting.floor.motions.decided]


def mod(total: int, speech: int, topic: str = "Appeals") -> dict[str, Any]:
    return {"total_seconds": total, "speech_seconds": speech, "topic": topic}


def granting(kind: str) -> Rulebook:
    """A house that leaves a kind of motion to the chair."""
    rules = tuple(replace(r, majority="chair") if r.kind == kind else r for r in HARVARD.motions)
    return replace(HARVARD, motions=rules)


def test_the_most_disruptive_motion_is_put_first() -> None:
    meeting = in_debate()
    for kind, terms in (
        ("speaking_time", {"speech_seconds": 60}),
        ("moderated_caucus", mod(600, 60)),
        ("suspend_meeting", {}),
        ("unmoderated_caucus", {"total_seconds": 300}),
    ):
        meeting.motion(kind, "peru", **terms)
    assert kinds(meeting) == ["suspend_meeting", "unmoderated_caucus", "moderated_caucus", "speaking_time"]
    last = meeting.floor.motions.pending[-1].number
    assert meeting.rules(OpenVote("motion", str(last))) == ("motion.precedence",)
    assert meeting.rules(OpenVote("motion", str(last)), by="assistant-1", insist="x") == (
        "motion.precedence",
    )


def test_between_equals_the_longest_then_the_most_speakers_then_the_first() -> None:
    meeting = in_debate()
    a = meeting.motion("moderated_caucus", "peru", **mod(300, 60, "a"))
    b = meeting.motion("moderated_caucus", "ghana", **mod(600, 60, "b"))
    c = meeting.motion("moderated_caucus", "spain", **mod(600, 30, "c"))
    d = meeting.motion("moderated_caucus", "mexico", **mod(600, 30, "d"))
    assert [motion.number for motion in meeting.floor.motions.pending] == [c, d, b, a]


def test_t23_the_first_to_pass_takes_effect_and_the_others_fall() -> None:
    meeting = in_debate()
    for total in (300, 600, 900):
        meeting.motion("moderated_caucus", "peru", **mod(total, 60))
    meeting.carry("unmoderated_caucus", "spain", total_seconds=300)
    assert kinds(meeting) == []
    assert endings(meeting) == [("unmoderated_caucus", "passed"), *[("moderated_caucus", "fell")] * 3]
    assert meeting.floor.caucus is not None and meeting.floor.caucus.kind == "unmoderated"


def test_a_motion_that_fails_leaves_the_others_waiting() -> None:
    meeting = in_debate()
    meeting.motion("moderated_caucus", "peru", **mod(300, 60))
    meeting.put("motion", meeting.motion("unmoderated_caucus", "spain", total_seconds=300))
    assert meeting.hands(3, 5) is False
    assert kinds(meeting) == ["moderated_caucus"] and meeting.floor.caucus is None


def test_identical_motions_merge_and_count_once() -> None:
    meeting = in_debate()
    meeting.motion("moderated_caucus", "peru", **mod(300, 60))
    meeting.motion("moderated_caucus", "spain", **mod(300, 60, "  Appeals "))
    (motion,) = meeting.floor.motions.pending
    assert (motion.seat, motion.also) == ("peru", ("spain",))
    same = RaiseMotion("moderated_caucus", **mod(300, 60))
    assert meeting.rules(same, by="spain") == ("motion.same",)


def test_what_a_kind_does_not_take_is_left_out() -> None:
    meeting = in_debate()
    meeting.motion("close_speakers_list", "peru", topic="Anything", total_seconds=60)
    assert meeting.floor.motions.pending[0].terms.topic == ""
    assert meeting.floor.motions.pending[0].terms.total_seconds == 0


@pytest.mark.parametrize(
    ("terms", "rule"),
    [
        ({"topic": "x" * 201}, "text.too_long"),
        ({"paper": "x" * 201}, "text.too_long"),
        ({"until": "x" * 201}, "text.too_long"),
        ({"topic": "\x00"}, "text.not_plain"),
        ({"topic": "\ud800"}, "text.not_plain"),
        ({"total_seconds": -1}, "seconds.positive"),
        ({"speech_seconds": 10**30}, "seconds.positive"),
        ({"topic_number": 10**30}, "topic.unknown"),
    ],
)
def test_the_fields_of_a_motion_are_bounded_even_where_it_does_not_take_them(
    terms: dict[str, Any], rule: str
) -> None:
    assert in_debate().rules(RaiseMotion("close_speakers_list", **terms), by="peru") == (rule,)


def test_a_motion_needs_what_its_kind_asks_for() -> None:
    (refusal,) = in_debate().refused(RaiseMotion("moderated_caucus", **mod(600, 60, " ")), by="peru")
    assert (refusal.rule, refusal.field) == ("motion.needs", "topic")
    assert in_debate().rules(RaiseMotion("recess"), by="peru") == ("motion.unknown",)


def test_motions_are_taken_between_speeches() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="spain")
    meeting.do(CallNextSpeaker())
    assert meeting.rules(RaiseMotion("suspend_meeting"), by="peru") == ("motion.speech_on",)
    meeting.do(RaiseMotion("suspend_meeting", "peru"))


@pytest.mark.parametrize("by", ["room", "organizer", "atlantis"])
def test_nobody_without_a_seat_moves(by: str) -> None:
    assert in_debate().rules(RaiseMotion("suspend_meeting", "peru"), by=by)[0] == "seat.unknown"


def test_the_dais_moves_for_a_delegation_and_never_for_itself() -> None:
    meeting = in_debate(absent=["peru"])
    assert meeting.rules(RaiseMotion("suspend_meeting")) == ("seat.name_one",)
    assert meeting.rules(RaiseMotion("suspend_meeting", "dais-2"))[0] == "seat.name_one"
    assert meeting.rules(RaiseMotion("suspend_meeting", "spain"), by="ghana") == ("seat.not_yours",)
    assert meeting.rules(RaiseMotion("suspend_meeting", "peru"), insist="It asked") == ("seat.absent",)
    assert meeting.rules(RaiseMotion("suspend_meeting"), by="peru") == ("seat.absent",)


def test_observers_move_where_the_house_lets_them() -> None:
    book = replace(HARVARD, rights=replace(HARVARD.rights, observer_may_move=False))
    in_debate().do(RaiseMotion("suspend_meeting"), by="aclu")
    assert in_debate(rulebook=book).rules(RaiseMotion("suspend_meeting"), by="aclu") == (
        "motion.members_only",
    )


def test_no_motion_in_a_suspension_and_what_waits_is_still_there_after_it() -> None:
    meeting = in_debate()
    number = meeting.motion("close_speakers_list", "peru")
    meeting.do(SuspendMeeting())
    for command, by in (
        (RaiseMotion("suspend_meeting"), "peru"),
        (WithdrawMotion(number), "peru"),
        (RuleMotionOut(number, "Dilatory"), CHAIR),
        (OpenVote("motion", str(number)), CHAIR),
        (GrantMotion(number, True), CHAIR),
    ):
        assert meeting.rules(command, by=by, insist="Please") == ("meeting.suspended",)
    meeting.do(ResumeMeeting())
    assert kinds(meeting) == ["close_speakers_list"]


def test_no_motion_while_a_question_is_put() -> None:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert meeting.rules(RaiseMotion("close_speakers_list"), by="spain") == ("vote.open_now",)


def test_the_mover_withdraws_and_nobody_else() -> None:
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    assert meeting.rules(WithdrawMotion(number), by="spain") == ("motion.not_yours",)
    meeting.do(WithdrawMotion(number), by="peru")
    assert meeting.rules(WithdrawMotion(number), by="peru") == ("motion.gone",)
    assert endings(meeting) == [("suspend_meeting", "withdrawn")]


def test_a_motion_that_is_put_is_neither_withdrawn_nor_ruled_out() -> None:
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    meeting.do(OpenVote("motion", str(number)))
    assert meeting.rules(WithdrawMotion(number), by="peru") == ("vote.open_now",)
    assert meeting.rules(RuleMotionOut(number, "Dilatory")) == ("vote.open_now",)


def test_a_motion_has_one_number_however_it_is_written() -> None:
    """A padded number once let a motion be withdrawn while it was put."""
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    for written in (f"0{number}", f" {number}", "٣", "9" * 5000, ""):
        assert meeting.rules(OpenVote("motion", written)) == ("motion.gone",)


def test_the_chair_rules_a_motion_dilatory_with_a_reason() -> None:
    meeting = in_debate()
    number = meeting.motion("adjourn_meeting", "peru")
    assert meeting.rules(RuleMotionOut(number, " ")) == ("reason.needed",)
    assert meeting.rules(RuleMotionOut(number, "x" * 201)) == ("text.too_long",)
    assert meeting.rules(RuleMotionOut(number, "Dilatory"), by="assistant-1") == ("chair.only",)
    meeting.do(RuleMotionOut(number, "Not before the last session"))
    assert endings(meeting) == [("adjourn_meeting", "ruled_out")]


def test_a_motion_whose_object_is_gone_is_not_put() -> None:
    meeting = in_debate()
    key = meeting.approved()
    number = meeting.motion("introduce_draft", "ghana", paper=key)
    meeting.do(WithdrawPaper(key), by="ghana")
    assert meeting.rules(OpenVote("motion", str(number))) == ("paper.not_approved",)
    meeting.do(RuleMotionOut(number, "The paper was withdrawn"))


def test_a_motion_left_to_the_chair_is_granted_in_its_turn() -> None:
    meeting = in_debate(rulebook=granting("close_speakers_list"))
    number = meeting.motion("close_speakers_list", "peru")
    first = meeting.motion("suspend_meeting", "spain")
    assert meeting.rules(GrantMotion(number, True)) == ("motion.precedence",)
    assert meeting.rules(GrantMotion(first, True)) == ("motion.vote_decides",)
    assert meeting.rules(GrantMotion(number, True), by="assistant-1") == ("chair.only",)
    meeting.do(RuleMotionOut(first, "Dilatory"))
    assert meeting.rules(OpenVote("motion", str(number))) == ("motion.chair_decides",)
    meeting.do(GrantMotion(number, True))
    assert not meeting.floor.speeches.general.open
