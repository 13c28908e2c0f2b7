"""What every act holds of the seat that it names, of the speaker it follows, and of the words it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.procedure.amendment_order import OrderAmendments
from app.procedure.appeals import AppealRuling, SpeakOnAppeal
from app.procedure.approval import ReturnPaper
from app.procedure.attendance import SetStatus
from app.procedure.brackets import BracketParagraph
from app.procedure.consensus import Object
from app.procedure.debate_speakers import CallDebater, JoinDebate, LeaveDebate
from app.procedure.election_announcing import VoidElection
from app.procedure.explanations import HearExplanation
from app.procedure.friendly import ConsentToAmendment
from app.procedure.handling import ObjectToMotion, SecondMotion
from app.procedure.hearings import SpeakOnMotion
from app.procedure.motions import RaiseMotion
from app.procedure.note_passing import MuteNotes
from app.procedure.papers import StartPaper
from app.procedure.points import RaisePoint
from app.procedure.raised_placards import LowerPlacard, RaisePlacard
from app.procedure.remarks import AddRemark
from app.procedure.replies import AskReply
from app.procedure.restating import DeclareMoot
from app.procedure.results import VoidVote
from app.procedure.rulebook_changes import ChangeRulebook
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.ruling_points import RulePoint
from app.procedure.setting_aside import DeclareContradiction
from app.procedure.sittings import SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList
from app.procedure.speeches import CallNextSpeaker, CallSpeaker
from app.procedure.sponsorship import LeavePaper, SignAmendment, SignPaper, SponsorPaper
from app.procedure.straw_polls import TakeStrawPoll
from app.procedure.turns import CallOnQuestion
from app.procedure.votes import CorrectBallot
from app.procedure.warnings import WarnDelegation
from tests.procedure.meeting import Meeting, in_debate
from tests.procedure.scenes_of_acts import (
    answering,
    appealed,
    calling_the_roll,
    consenting,
    consulted,
    counted,
    debated,
    electing,
    entertained,
    explaining,
    friendly,
    listed,
    moved,
    number,
    overtaken,
    pointed,
    recognising,
    ruled,
    submitted,
    written,
)

Scene = Callable[[], Meeting]


BY_A_SEAT: dict[str, tuple[Scene, Callable[[Meeting], Any]]] = {
    "SetStatus": (calling_the_roll, lambda m: SetStatus("present", "peru")),
    "JoinSpeakersList": (in_debate, lambda m: JoinSpeakersList("peru")),
    "LeaveSpeakersList": (listed, lambda m: LeaveSpeakersList("peru")),
    "RaisePlacard": (recognising, lambda m: RaisePlacard("canada")),
    "LowerPlacard": (recognising, lambda m: LowerPlacard("peru")),
    "JoinDebate": (debated, lambda m: JoinDebate("against", "canada")),
    "LeaveDebate": (debated, lambda m: LeaveDebate("peru")),
    "BracketParagraph": (consulted, lambda m: BracketParagraph("o1", "notice", "peru")),
    "AskReply": (listed, lambda m: AskReply("An insult", "peru")),
    "RaiseMotion": (in_debate, lambda m: RaiseMotion("suspend_meeting", "peru")),
    "SecondMotion": (moved, lambda m: SecondMotion(number(m), "peru")),
    "ObjectToMotion": (moved, lambda m: ObjectToMotion(number(m), "peru")),
    "SpeakOnMotion": (entertained, lambda m: SpeakOnMotion(number(m), "for", "peru")),
    "RaisePoint": (in_debate, lambda m: RaisePoint("order", seat="peru")),
    "AppealRuling": (ruled, lambda m: AppealRuling(m.floor.rulings.made[0].number, "", "peru")),
    "SpeakOnAppeal": (appealed, lambda m: SpeakOnAppeal(m.floor.rulings.made[0].number, "for", "peru")),
    "StartPaper": (in_debate, lambda m: StartPaper("Protection", "peru")),
    "SponsorPaper": (written, lambda m: SponsorPaper("WP-1", "peru")),
    "SignPaper": (written, lambda m: SignPaper("WP-1", "peru")),
    "LeavePaper": (submitted, lambda m: LeavePaper("WP-1", "peru")),
    "SignAmendment": (friendly, lambda m: SignAmendment("A1", "peru")),
    "Object": (consenting, lambda m: Object("WP-1", "peru")),
    "ConsentToAmendment": (friendly, lambda m: ConsentToAmendment("A1", True, "peru")),
}
"""Acts of delegations that the dais may enter for Peru or Canada."""
BY_THE_DAIS: dict[str, tuple[Scene, Callable[[Meeting], Any]]] = {
    "MuteNotes": (in_debate, lambda m: MuteNotes("peru", True)),
    "WarnDelegation": (listed, lambda m: WarnDelegation("peru", "Disturbing")),
    "CallSpeaker": (in_debate, lambda m: CallSpeaker("peru")),
    "CallDebater": (debated, lambda m: CallDebater("for", "ghana")),
    "HearExplanation": (explaining, lambda m: HearExplanation("WP-1", "peru", "mexico")),
}
FOLLOWS: dict[str, tuple[Scene, Callable[[Meeting], Any]]] = {
    "CallNextSpeaker": (listed, lambda m: CallNextSpeaker("mexico")),
    "CallSpeaker": (listed, lambda m: CallSpeaker("canada", "mexico")),
    "CallOnQuestion": (entertained, lambda m: CallOnQuestion("motion", number(m), "mexico")),
    "HearExplanation": (explaining, lambda m: HearExplanation("WP-1", "spain", "mexico")),
}
"""Acts that call somebody after Mexico, who speaks."""
GIVEN: dict[str, tuple[Scene, Callable[[Meeting], Any], str, int, bool]] = {
    "OrderAmendments": (overtaken, lambda m: OrderAmendments("WP-1", ("A3", "A2"), "x"), "reason", 200, True),
    "DeclareMoot": (overtaken, lambda m: DeclareMoot("A2", "A1", "x"), "reason", 200, True),
    "DeclareContradiction": (
        overtaken,
        lambda m: DeclareContradiction("WP-1", "WP-1", "x"),
        "reason",
        200,
        True,
    ),
    "ReturnPaper": (submitted, lambda m: ReturnPaper("WP-1", "x"), "reason", 0, True),
    "BracketParagraph": (consulted, lambda m: BracketParagraph("o1", "x"), "words", 200, False),
    "AppealRuling": (ruled, lambda m: AppealRuling(m.floor.number, "x"), "words", 200, False),
    "VoidElection": (electing, lambda m: VoidElection(m.floor.number, "x"), "reason", 200, True),
    "VoidVote": (counted, lambda m: VoidVote(m.vote.number, "x"), "reason", 200, True),
    "CorrectBallot": (
        answering,
        lambda m: CorrectBallot(m.vote.number, "canada", "no", "x"),
        "reason",
        200,
        True,
    ),
    "StartPaper": (in_debate, lambda m: StartPaper("x", "peru"), "title", 0, False),
    "RaisePoint": (in_debate, lambda m: RaisePoint("order", "x", seat="peru"), "words", 200, False),
    "AddRemark": (in_debate, lambda m: AddRemark("x"), "remark", 500, True),
    "AskReply": (listed, lambda m: AskReply("x", "peru"), "grounds", 200, False),
    "ChangeRulebook": (in_debate, lambda m: ChangeRulebook("x", {"quorum_open": "1/2"}), "reason", 200, True),
    "RuleMotionOut": (moved, lambda m: RuleMotionOut(number(m), "x"), "reason", 200, True),
    "RuleMotionOut dilatory": (moved, lambda m: RuleMotionOut(number(m), "x", True), "reason", 200, False),
    "RulePoint": (
        pointed,
        lambda m: RulePoint(m.floor.points.pending[0].number, "x"),
        "ruling",
        200,
        True,
    ),
    "SuspendMeeting": (in_debate, lambda m: SuspendMeeting("x"), "until", 200, False),
    "TakeStrawPoll": (in_debate, lambda m: TakeStrawPoll("x"), "question", 200, False),
    "WarnDelegation": (listed, lambda m: WarnDelegation("peru", "x"), "reason", 200, True),
    "RaiseMotion": (
        in_debate,
        lambda m: RaiseMotion("suspend_meeting", "peru", until="x"),
        "until",
        200,
        False,
    ),
}
"""Acts with words: the field, how long it may be (0: another length), and whether it has to say something."""


@pytest.mark.parametrize("name", BY_A_SEAT)
def test_a_delegation_acts_for_itself_and_the_dais_for_a_delegation(name: str) -> None:
    scene, made = BY_A_SEAT[name]
    meeting = scene()
    command = made(meeting)
    other = "ghana" if command.seat != "ghana" else "peru"
    assert "seat.not_yours" in meeting.rules(replace(command, seat=other), by=command.seat)
    for nobody in ("dais-2", "atlantis"):
        assert "seat.name_one" in meeting.rules(replace(command, seat=nobody))
    meeting.do(command, insist="So ruled")
    own = scene()
    own.do(replace(command, seat=""), by=command.seat)


@pytest.mark.parametrize("name", BY_THE_DAIS)
def test_the_dais_names_a_delegation(name: str) -> None:
    scene, made = BY_THE_DAIS[name]
    meeting = scene()
    command = made(meeting)
    for nobody in ("dais-2", "atlantis"):
        assert "seat.name_one" in meeting.rules(replace(command, seat=nobody))
    meeting.do(command, insist="So ruled")


@pytest.mark.parametrize("name", FOLLOWS)
def test_who_is_called_follows_the_speaker_that_the_page_shows(name: str) -> None:
    scene, made = FOLLOWS[name]
    meeting = scene()
    for other in ("", "spain"):
        assert "speech.other" in meeting.rules(replace(made(meeting), after=other))


@pytest.mark.parametrize("name", GIVEN)
def test_words_are_bounded_and_can_be_printed_and_a_reason_says_something(name: str) -> None:
    scene, made, field, most, needed = GIVEN[name]
    meeting = scene()
    command = made(meeting)
    assert "text.too_long" in meeting.rules(replace(command, **{field: "x" * ((most or 9000) + 1)}))
    assert "text.not_plain" in meeting.rules(replace(command, **{field: "\x07"}))
    if needed:
        assert "reason.needed" in meeting.rules(replace(command, **{field: "  "}))


def test_words_of_just_the_longest_length_are_taken() -> None:
    meeting = in_debate()
    meeting.do(AddRemark("x" * 500))
    meeting.do(SuspendMeeting("x" * 200))
    assert meeting.floor.meeting.until == "x" * 200
