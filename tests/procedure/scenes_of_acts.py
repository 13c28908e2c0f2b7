"""Committees in which an act of delegations or of the dais is in order, one for each kind of business."""

from __future__ import annotations

from typing import Any

from app.procedure.appeals import AppealRuling
from app.procedure.attendance import StartRollCall
from app.procedure.consensus import AskConsensus
from app.procedure.consultations import TakeParagraph
from app.procedure.debate_speakers import JoinDebate
from app.procedure.election_opening import OpenElection
from app.procedure.explanations import HearExplanation
from app.procedure.friendly import OfferFriendly
from app.procedure.hearings import EntertainMotion
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.placards import EnterCount
from app.procedure.points import RaisePoint
from app.procedure.raised_placards import RaisePlacard
from app.procedure.ruling_points import RulePoint
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speeches import CallSpeaker
from app.procedure.sponsorship import SponsorPaper
from app.procedure.votes import CastBallot
from resolutions.document import to_json
from tests.procedure.changes import introduced, offered, on_a_draft
from tests.procedure.debates import in_hand
from tests.procedure.houses import house
from tests.procedure.meeting import TEXT, Meeting, before_the_vote, in_debate, roll_call
from tests.procedure.test_consultations import consulting

CAUCUS: dict[str, Any] = {"topic": "Returns", "total_seconds": 600, "speech_seconds": 60}


def calling_the_roll() -> Meeting:
    meeting = in_debate()
    meeting.do(StartRollCall())
    return meeting


def listed() -> Meeting:
    """Ghana and Peru wait on the list, Mexico speaks."""
    meeting = in_debate(rulebook=house(warnings={"used": True}))
    for seat in ("ghana", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallSpeaker("mexico"))
    return meeting


def recognising() -> Meeting:
    """Placards of Ghana and Peru are up in a caucus whose list is closed."""
    meeting = in_debate()
    meeting.carry("moderated_caucus", "spain", **CAUCUS)
    meeting.do(CallSpeaker("mexico"))
    meeting.do(CloseSpeakersList())
    for seat in ("ghana", "peru"):
        meeting.do(RaisePlacard(), by=seat)
    return meeting


def moved() -> Meeting:
    """Act 5 is France's motion to adjourn debate, where seconds and objections are taken."""
    meeting = in_debate(rulebook=house(handling={"seconds": "second_or_objection_ladder"}))
    meeting.motion("adjourn_debate", "france")
    return meeting


def entertained() -> Meeting:
    meeting = in_debate()
    meeting.do(EntertainMotion(meeting.motion("adjourn_debate", "france")))
    meeting.do(CallSpeaker("mexico"), insist="It has a question")
    return meeting


def ruled() -> Meeting:
    """A point of France's was ruled on."""
    meeting = in_debate()
    meeting.do(RaisePoint("order"), by="france")
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "Not so", False))
    return meeting


def appealed() -> Meeting:
    meeting = ruled()
    meeting.do(AppealRuling(meeting.floor.number), by="france")
    return meeting


def pointed() -> Meeting:
    meeting = in_debate()
    meeting.do(RaisePoint("order"), by="france")
    return meeting


def consulted() -> Meeting:
    meeting = consulting()
    meeting.do(TakeParagraph("o1"))
    return meeting


def debated() -> Meeting:
    """Ghana waits in favour of its draft, Peru against it, Mexico speaks off the list."""
    meeting = in_hand(mode="open")
    meeting.do(JoinDebate("against"), by="peru")
    return meeting


def written() -> Meeting:
    """Ghana writes, Peru reads; Mexico's paper is submitted."""
    meeting = in_debate()
    meeting.do(StartPaper("Reintegration"), by="ghana")
    meeting.share("WP-1", "peru", "spain")
    return meeting


def submitted() -> Meeting:
    meeting = written()
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    return meeting


def overtaken() -> Meeting:
    """A1 was adopted and A2 waits; the second draft of two contradicts nothing yet."""
    meeting = on_a_draft(house(action={"several_drafts": "non_contradictory_only"}))
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o3", "to meet again")
    introduced(meeting, "strike", "o1")
    meeting.put("amendment", "A1")
    meeting.hands(8, 0)
    return meeting


def friendly() -> Meeting:
    meeting = on_a_draft()
    meeting.do(OfferFriendly(offered(meeting, "strike", "o3")), by="spain")
    return meeting


def explaining() -> Meeting:
    """The draft was voted on; Mexico explains its vote."""
    meeting = before_the_vote(house(action={"explanations": "any_voter_before_or_after"}))
    meeting.put("paper", "WP-1")
    meeting.hands(8, 0)
    meeting.do(HearExplanation("WP-1", "mexico"))
    return meeting


def counted() -> Meeting:
    meeting = before_the_vote()
    number = meeting.put("paper", "WP-1").number
    meeting.do(EnterCount(number, 8, 0))
    return meeting


def answering() -> Meeting:
    meeting = roll_call()
    meeting.do(CastBallot(meeting.vote.number, "yes", seat="canada"))
    return meeting


def electing() -> Meeting:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana")))
    return meeting


def number(meeting: Meeting) -> int:
    return meeting.floor.motions.pending[0].number


def consenting() -> Meeting:
    """The chair asks whether anybody objects to the draft."""
    meeting = before_the_vote()
    meeting.do(AskConsensus("WP-1"))
    return meeting
