"""One afternoon of a committee, from the roll call to an adopted resolution."""

from typing import Any

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.caucuses import EndCaucus
from app.procedure.motions import RaiseMotion
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from resolutions.document import digest
from tests.procedure.meeting import TEXT, Meeting, committee

CAUCUS = RaiseMotion("moderated_caucus", total_seconds=600, speech_seconds=60, topic="Notice before flights")


def test_from_roll_call_to_an_adopted_resolution() -> None:
    meeting = committee()
    the_roll_is_called(meeting)
    ghana_speaks_and_peru_moves_a_caucus(meeting)
    a_draft_is_introduced_and_amended(meeting)
    the_draft_is_adopted_by_roll_call(meeting)
    assert meeting.replayed() == meeting.floor


def the_roll_is_called(meeting: Meeting) -> None:
    meeting.do(StartRollCall())
    meeting.do(SetStatus("present_and_voting"), by="ghana")
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    meeting.do(OpenDebate())


def ghana_speaks_and_peru_moves_a_caucus(meeting: Meeting) -> None:
    meeting.do(JoinSpeakersList(), by="ghana")
    meeting.do(CallNextSpeaker())
    assert meeting.floor.clocks["speech"].total == 90_000
    assert meeting.rules(CAUCUS, by="peru") == ("motion.speech_on",)
    meeting.do(EndSpeech("ghana"))
    meeting.put("motion", meeting.motion("moderated_caucus", "peru", **vars_of(CAUCUS)))
    assert meeting.hands(7, 2)
    assert meeting.floor.caucus is not None and meeting.floor.clocks["caucus"].running
    meeting.do(JoinSpeakersList("mexico"))
    meeting.do(CallNextSpeaker())
    meeting.do(EndCaucus())
    assert meeting.floor.caucus is None and meeting.floor.speeches.now is None


def vars_of(motion: RaiseMotion) -> dict[str, Any]:
    terms = motion.terms
    return {
        "total_seconds": terms.total_seconds,
        "speech_seconds": terms.speech_seconds,
        "topic": terms.topic,
    }


def a_draft_is_introduced_and_amended(meeting: Meeting) -> None:
    key = meeting.introduced(("ghana", "peru"))
    annual = ProposeAmendment(key, "modify", digest(TEXT), "o2", "Requests", "an annual report")
    meeting.do(annual, by="peru")
    meeting.carry("introduce_amendment", "peru", amendment="A1")
    meeting.put("amendment", "A1")
    assert meeting.hands(5, 2, 1)


def the_draft_is_adopted_by_roll_call(meeting: Meeting) -> None:
    meeting.carry("close_debate", "spain")
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({"peru": ("pass", "yes"), "spain": "abstain", "france": "no"})
    assert meeting.announce()
    meeting.do(EndVoting())
    paper = meeting.paper("WP-1")
    assert (paper.stage, paper.symbol) == ("adopted", "DR 1.1")
    assert paper.text is not None and paper.text.clauses[-1].text == "an annual report"
    tally = meeting.floor.votes.past[-1].counted()
    assert (tally.yes, tally.no, tally.abstain, tally.not_voting) == (6, 1, 1, 0)
