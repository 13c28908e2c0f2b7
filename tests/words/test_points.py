"""Points, rulings and appeals as they are told in the minutes, and what the chair says to them."""

from __future__ import annotations

from app.words import chairs_line
from tests.procedure.houses import house
from tests.procedure.meeting import committee
from tests.words.afternoon import Afternoon
from tests.words.reading import NAMES, faults


def debating(**appeals: object) -> Afternoon:
    """A committee in debate, in a house with these rules of appeal."""
    afternoon = Afternoon(committee(house(appeals={"speakers_for": 0, "speakers_against": 0, **appeals})))
    for command in ("StartRollCall", "MarkAllPresent", "CloseRollCall", "OpenDebate"):
        afternoon.does(command)
    return afternoon


def says(afternoon: Afternoon) -> str:
    """The chair's line, which is one for people."""
    line = chairs_line(afternoon.meeting.floor, NAMES)
    assert faults(line, ".?") == [], line
    return line


def test_a_point_and_its_ruling() -> None:
    afternoon = debating()
    raised = afternoon.does("RaisePoint", "order", "the list was closed", by="ghana")
    assert raised == ("Ghana raised a point of order: the list was closed.",)
    assert says(afternoon) == "Ghana, please state your point of order."
    number = afternoon.meeting.floor.points.pending[0].number
    assert afternoon.does("RulePoint", number, "It was announced.", False) == (
        "The chair ruled that the point is not well taken: It was announced.",
    )


def test_a_point_stops_the_clock_and_the_minutes_say_so() -> None:
    afternoon = debating()
    afternoon.does("JoinSpeakersList", by="spain")
    afternoon.does("CallNextSpeaker")
    raised = afternoon.does("RaisePoint", "order", by="ghana")
    assert raised[-1] == "Ghana raised a point of order." and len(raised) == 2
    number = afternoon.meeting.floor.points.pending[0].number
    assert len(afternoon.does("RulePoint", number, "Noted")) == 2


def test_an_appeal_is_put_as_the_house_asks_it() -> None:
    for question, asked in (("uphold", "upholding it"), ("overrule", "overruling it")):
        afternoon = debating(question=question, majority="majority_to_overrule")
        afternoon.does("RaisePoint", "order", by="ghana")
        number = afternoon.meeting.floor.points.pending[0].number
        afternoon.does("RulePoint", number, "Not so", False)
        ruling = afternoon.meeting.floor.number
        assert afternoon.does("AppealRuling", ruling, by="ghana") == (
            "Ghana appealed from the ruling of the chair.",
        )
        assert says(afternoon) == "Ghana has appealed from the ruling. It is put to the vote now."
        opened = afternoon.does("OpenVote", "ruling", str(ruling))
        assert faults(opened[0]) == [] and "the appeal from the ruling of the chair" in opened[0]
        assert asked in says(afternoon)
        yes, no = (4, 5) if question == "uphold" else (5, 4)
        vote = afternoon.meeting.floor.votes.now
        assert vote is not None
        afternoon.does("EnterCount", vote.number, yes, no)
        assert says(afternoon).endswith("the ruling of the chair is overruled.")
        announced = afternoon.does("AnnounceResult", vote.number)
        assert announced[-1] == "The committee overruled the chair."
        assert all(faults(sentence) == [] for sentence in announced)


def test_a_tie_leaves_the_ruling_standing_and_the_chair_says_so() -> None:
    afternoon = debating(question="uphold", majority="two_thirds_to_overrule")
    afternoon.does("RaisePoint", "order", by="ghana")
    afternoon.does("RulePoint", afternoon.meeting.floor.points.pending[0].number, "Not so", False)
    ruling = afternoon.meeting.floor.number
    afternoon.does("AppealRuling", ruling, by="ghana")
    afternoon.does("OpenVote", "ruling", str(ruling))
    vote = afternoon.meeting.floor.votes.now
    assert vote is not None
    afternoon.does("EnterCount", vote.number, 4, 4)
    assert says(afternoon) == "By 4-4, the ruling of the chair stands."
    assert afternoon.does("AnnounceResult", vote.number)[-1] == "The ruling of the chair stands."


def test_a_dilatory_motion_is_called_so() -> None:
    afternoon = debating()
    afternoon.does("RaiseMotion", "suspend_meeting", by="peru")
    motion = afternoon.meeting.floor.motions.pending[0].number
    assert afternoon.does("RuleMotionOut", motion, "It only delays", True) == (
        "The chair ruled the motion “Suspend the meeting” dilatory: It only delays.",
    )
