"""What a form asks: fields with limits, options and defaults, out of floor and rulebook."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.act import state_of
from app.procedure.asks import Ask, asks, filled
from app.procedure.candidates import BY_NAME, FIELDS_OF, default_of, hints
from app.procedure.floor import ACTS, InOrder, decide, permitted
from app.procedure.motions import RaiseMotion, WithdrawMotion
from app.procedure.placards import EnterCount
from app.procedure.points import RaisePoint
from app.procedure.ruling_points import RulePoint
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, before_the_vote, called_to_order, in_debate


def ask(meeting: Meeting, by: str, command: type, field: str, **chosen: Any) -> Ask:
    """One field of a form."""
    return next(one for one in asks(meeting.floor, by, command, **chosen) if one.field == field)


def test_a_delegation_is_asked_for_a_kind_that_is_in_order_and_not_for_its_own_name() -> None:
    form = asks(in_debate().floor, "peru", RaiseMotion)
    assert [one.field for one in form][:1] == ["kind"]
    assert "moderated_caucus" in form[0].options
    assert not {"close_debate", "resume_debate", "extend_caucus"} & set(form[0].options)
    assert "seat" not in [one.field for one in form]


def test_the_dais_is_asked_for_whom_it_acts() -> None:
    meeting = in_debate(absent=["peru"])
    seat = ask(meeting, CHAIR, RaiseMotion, "seat", kind="suspend_meeting")
    assert "peru" not in seat.options and "ghana" in seat.options and "aclu" in seat.options


def test_a_caucus_is_asked_for_with_the_limits_of_the_house_and_times_that_divide() -> None:
    meeting = in_debate()
    total = ask(meeting, "peru", RaiseMotion, "total_seconds", kind="moderated_caucus")
    assert (total.kind, total.most, total.default) == ("number", 1200, 600) and 1800 not in total.options
    speech = ask(meeting, "peru", RaiseMotion, "speech_seconds", kind="moderated_caucus", total_seconds=540)
    assert speech.most == 60 and set(speech.options) == {60, 30, 45}
    topic = ask(meeting, "peru", RaiseMotion, "topic", kind="moderated_caucus")
    assert (topic.kind, topic.default, topic.most) == ("words", None, 200)


def test_a_house_that_lets_speeches_be_short_offers_more() -> None:
    book = house(caucuses={"uneven_time": "allow_short_last_speech"})
    speech = ask(in_debate(rulebook=book), "peru", RaiseMotion, "speech_seconds", kind="moderated_caucus")
    assert 45 in speech.options


def test_an_extension_is_asked_for_up_to_what_the_house_lets_be_added() -> None:
    meeting = in_debate()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    total = ask(meeting, "peru", RaiseMotion, "total_seconds", kind="extend_caucus")
    assert total.most == 600 and max(total.options) == 600


def test_a_draft_to_introduce_is_one_that_was_approved() -> None:
    meeting = in_debate()
    form = asks(meeting.floor, "peru", RaiseMotion, kind="introduce_draft")
    assert (
        form[0].options == () and filled(meeting.floor, "peru", RaiseMotion, kind="introduce_draft") is None
    )
    key = meeting.approved()
    assert ask(meeting, "peru", RaiseMotion, "paper", kind="introduce_draft").options == (key,)


def test_what_a_motion_may_leave_out_begins_empty() -> None:
    until = ask(in_debate(), "peru", RaiseMotion, "until", kind="suspend_meeting")
    assert (until.default, until.least) == ("", 0)


def test_the_answers_of_a_roll_call_are_those_that_the_seat_has() -> None:
    meeting = before_the_vote(present_and_voting=["canada"])
    meeting.put("paper", "WP-1", "roll_call")
    choice = ask(meeting, CHAIR, CastBallot, "choice")
    assert set(choice.options) == {"yes", "no", "pass"}
    meeting.do(filled(meeting.floor, CHAIR, CastBallot, choice="yes"))
    assert set(ask(meeting, CHAIR, CastBallot, "choice").options) == {"yes", "no", "abstain", "pass"}


def test_a_count_is_asked_for_up_to_the_electorate() -> None:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    yes = ask(meeting, CHAIR, EnterCount, "yes")
    assert (yes.least, yes.most) == (0, 9)
    assert ask(meeting, CHAIR, EnterCount, "abstain").options == (0,)


def test_the_question_that_is_put_is_the_one_that_takes_precedence() -> None:
    meeting = in_debate()
    meeting.motion("speaking_time", "peru", speech_seconds=60)
    first = meeting.motion("suspend_meeting", "ghana")
    assert ask(meeting, CHAIR, OpenVote, "subject", about="motion").options == (str(first),)


def test_points_are_asked_for_as_the_house_has_them_and_as_they_are_in_order() -> None:
    meeting = in_debate(rulebook=house(points={"available": ("order", "inquiry")}))
    assert ask(meeting, "peru", RaisePoint, "kind").options == ("order", "inquiry")
    meeting.do(JoinSpeakersList(), by="spain")
    meeting.do(CallNextSpeaker())
    assert ask(meeting, "peru", RaisePoint, "kind").options == ("order",)
    meeting.do(RaisePoint("order"), by="peru")
    ruling = ask(meeting, CHAIR, RulePoint, "ruling")
    assert (ruling.kind, ruling.default, ruling.least) == ("words", None, 1)


def test_a_form_without_fields_asks_nothing() -> None:
    assert asks(in_debate().floor, CHAIR, CloseSpeakersList) == ()


def test_speaking_time_has_the_bounds_of_the_house() -> None:
    book = house(speeches={"shortest_seconds": 30, "longest_seconds": 120})
    seconds = ask(in_debate(rulebook=book), CHAIR, SetSpeakingTime, "seconds")
    assert (seconds.least, seconds.most) == (30, 120)


def test_nothing_to_choose_is_said_by_no_options_and_no_default() -> None:
    meeting = in_debate()
    meeting.motion("suspend_meeting", "ghana")
    (motion,) = asks(meeting.floor, "peru", WithdrawMotion)
    assert (motion.options, motion.default) == ((), None)
    (motion,) = asks(meeting.floor, "ghana", WithdrawMotion)
    assert len(motion.options) == 1


# --- the three states ---


@pytest.mark.parametrize(
    ("by", "command", "stands"),
    [
        ("peru", RaiseMotion, "open"),
        ("aclu", RaiseMotion, "against_rulebook"),
        ("spain", RaiseMotion, "impossible"),
        ("peru", OpenVote, "impossible"),
        (CHAIR, OpenVote, "open"),
        ("peru", CastBallot, "impossible"),
    ],
)
def test_an_act_is_open_against_the_rulebook_or_impossible(by: str, command: type, stands: str) -> None:
    book = house(rights={"observer_may_move": False})
    floor = in_debate(absent=["spain"], rulebook=book).floor
    assert state_of(permitted(floor, by)[command]) == stands


@pytest.mark.parametrize("begin", [called_to_order, in_debate, before_the_vote])
@pytest.mark.parametrize("by", ["peru", CHAIR, "assistant-1", "aclu"])
def test_every_act_that_can_be_filled_is_accepted_and_every_closed_one_is_not(begin: Any, by: str) -> None:
    floor = begin().floor
    for command, refusals in permitted(floor, by).items():
        given = filled(floor, by, command)
        if state_of(refusals) == "open":
            assert given is None or isinstance(decide(floor, by, floor.at, given), InOrder)
        else:
            assert given is None


def test_the_fields_of_every_command_are_known_to_the_forms() -> None:
    """A field that is added gets its candidates; documents come from the editor, the rest from the room."""
    elsewhere = {"OpenCommittee", "TimeUp", "ReopenRoom", "SubmitPaper"}
    missing = [
        f"{command.__name__}.{name}"
        for command in ACTS
        if command.__name__ not in elsewhere
        for name, hint in hints(command).items()
        if name not in BY_NAME
        and name not in FIELDS_OF.get(command.__name__, {})
        and default_of(command, name) is None
        and hint in (int, str)
    ]
    assert missing == []
