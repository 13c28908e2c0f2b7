"""A committee that is run from its forms alone: each act is what its own asks fill in."""

from __future__ import annotations

from typing import Any

from app.procedure import nouns
from app.procedure.asks import asks, filled
from app.procedure.floor import ACTS
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, committee

HOUSE = house(
    handling={"seconds": "second_or_objection_ladder"},
    points={"available": ("order", "personal_privilege", "inquiry", "information")},
    attendance={"late_arrival": "note_to_dais"},
)


class Forms:
    """Gives commands by name, filled from what their forms ask."""

    def __init__(self) -> None:
        self.meeting: Meeting = committee(HOUSE)
        self.given: set[str] = {"OpenCommittee"}

    def gives(self, name: str, by: str = CHAIR, **chosen: Any) -> None:
        """One press: the form is filled with `chosen` and, for the rest, with what it offers first."""
        command = next(one for one in ACTS if one.__name__ == name)
        floor = self.meeting.floor
        assert {ask.field for ask in asks(floor, by, command)} >= set(chosen), f"{name} asks for less"
        act = filled(floor, by, command, **chosen)
        assert act is not None, f"{name} has nothing to fill in"
        self.meeting.do(act, by)
        self.given.add(name)

    def give(self, *names: str, by: str = CHAIR) -> None:
        """Several presses one after the other, each as its form offers."""
        for name in names:
            self.gives(name, by)


def morning() -> Forms:
    """A roll call, a list with its speeches, points, clocks, a break."""
    forms = Forms()
    forms.give("StartRollCall")
    forms.gives("SetStatus", by="ghana", status="present_and_voting")
    forms.gives("SetStatus", status="absent", seat="spain")
    forms.give("MarkAllPresent", "CloseRollCall", "OpenDebate")
    forms.gives("AskStatus", by="spain", status="present")
    forms.gives("AnswerNote", seat="spain")
    forms.gives("JoinSpeakersList", by="peru")
    forms.gives("JoinSpeakersList", seat="mexico")
    forms.gives("JoinSpeakersList", by="france")
    forms.gives("MoveInSpeakersList", seat="france", place=1)
    forms.give("LeaveSpeakersList", by="peru")
    forms.give("CallNextSpeaker", "PauseClock", "StartClock", "AdjustClock", "CloseSpeakersList")
    forms.give("OpenSpeakersList", "SetSpeakingTime")
    forms.gives("TakePoints", by="france")
    forms.gives("RaisePoint", by="ghana", kind="information")
    forms.give("RulePoint", "EndSpeech")
    forms.gives("CallSpeaker", seat="canada")
    forms.gives("RaisePoint", by="ghana", kind="order")
    forms.gives("WithdrawPoint", by="ghana")
    forms.give("SuspendMeeting", "ResumeMeeting")
    return forms


def sitting() -> Forms:
    """Debate is open."""
    forms = Forms()
    forms.give("StartRollCall", "MarkAllPresent", "CloseRollCall", "OpenDebate")
    return forms


def decided(forms: Forms) -> None:
    """Placards are counted, and the result is announced."""
    forms.give("EnterCount", "AnnounceResult")


def afternoon() -> Forms:
    """Motions, from their second and objections to speakers and votes; a ruling and its appeal; a caucus."""
    forms = sitting()
    forms.gives("RaiseMotion", by="peru", kind="adjourn_debate")
    forms.give("SecondMotion", by="ghana")
    forms.give("ObjectToMotion", by="mexico")
    forms.give("EntertainMotion")
    forms.gives("SpeakOnMotion", by="ghana", side="against")
    forms.give("CallOnQuestion", "WaiveSpeakers", "OpenVote", "VoidVote", "RuleMotionOut")
    forms.give("AppealRuling", by="peru")
    forms.gives("SpeakOnAppeal", by="mexico", side="against")
    forms.give("CallOnQuestion", "WaiveSpeakers", "OpenVote")
    decided(forms)
    forms.gives("RaiseMotion", by="peru", kind="unmoderated_caucus")
    forms.give("WithdrawMotion", by="peru")
    forms.gives("RaiseMotion", by="peru", kind="moderated_caucus")
    forms.give("SecondMotion", by="ghana")
    forms.gives("GrantMotion", granted=True)
    forms.give("EndCaucus")
    return forms


def test_a_meeting_goes_from_its_roll_call_to_the_next_session() -> None:
    assert morning().meeting.floor.meeting.session == 2


def test_motions_go_from_their_second_to_their_effect() -> None:
    meeting = afternoon().meeting
    assert [done.ending for done in meeting.floor.motions.decided] == ["ruled_out", "withdrawn", "passed"]
    assert meeting.floor.rulings.made and meeting.replayed() == meeting.floor


def test_every_act_of_motions_points_and_appeals_was_given_from_its_form() -> None:
    of = ("motions", "handling", "hearings", "turns", "points", "information", "ruling_points", "appeals")
    found = [noun for noun in nouns.NOUNS if noun.__name__.rpartition(".")[2] in of]
    assert len(found) == len(of)
    wanted = {command.__name__ for noun in found for command in noun.ACTS}
    assert wanted - morning().given - afternoon().given == set()
