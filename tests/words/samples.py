"""One event of every class, as a committee would record it, to be told in the minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.procedure.caucuses import Caucus
from app.procedure.floor import EVENTS
from app.procedure.questions import Vote
from app.procedure.queues import SpeakersList
from app.procedure.roster import Seat
from app.procedure.rulebook import load
from app.procedure.terms import Terms
from app.procedure.undo import ActUndone
from resolutions.document import Clause, Document
from resolutions.voting import Ballot, BallotRules, MajorityRule, count_hands

RULE = MajorityRule("simple_cast")
TALLY = count_hands(RULE, 8, 5, 2, 1)
TEXT = Document("Reintegration", "The Council", (Clause("o1", "operative", None, "a", "Urges", "notice"),))
SEATS = (Seat("ghana", "member", 1), Seat("dais-1", "chair", 0))
VOTE = Vote(9, "paper", "WP-1", "roll_call", False, RULE, ("ghana",), frozenset(), BallotRules(), "", 0)


def samples(words: str = "Notice before flights", count: int = 90) -> dict[str, Any]:
    """An event of each class by name; `words` is what was typed, `count` stands for times and numbers."""
    return {type(event).__name__: event for event in _samples(words, count)}


def _samples(words: str, n: int) -> Iterator[Any]:
    def made(name: str, *fields: Any) -> Any:
        return EVENTS[name](*fields)

    caucus = Caucus("moderated", words, "ghana", n * 1000, SpeakersList(True, (), n))
    yield made("CommitteeOpened", load("harvard"), ("Reintegration",), SEATS)
    yield made("SeatAdded", Seat("viet-nam", "observer", n))
    yield made("SeatClosed", "viet-nam")
    yield made("RightsChanged", "aclu", "ngo", False, True, None)
    yield made("RollCallStarted")
    yield made("StatusSet", "ghana", "present_and_voting")
    yield made("AllMarkedPresent", ("ghana", "peru", "viet-nam"))
    yield made("RollCallClosed", ("peru",))
    yield made("DebateOpened", n)
    yield made("DebateClosed")
    yield made("DebateAdjourned", 1)
    yield made("DebateResumed", 1)
    yield made("VotingEnded")
    yield made("MeetingSuspended", words)
    yield made("MeetingResumed", n, True)
    yield made("MeetingAdjourned")
    yield made("ClockPaused", "speech")
    yield made("ClockStarted", "caucus")
    yield made("ClockAdjusted", "speech", -n * 1000)
    yield made("TimeRanOut", "caucus")
    yield made("ClocksResumed", n)
    yield made("ClocksHeld", 0, n * 1000)
    yield made("SpeakersListOpened", "general", n)
    yield made("SpeakersListClosed", "caucus")
    yield made("SpeakersListJoined", "general", "viet-nam")
    yield made("SpeakersListLeft", "general", "viet-nam")
    yield made("SpeakersListOrdered", "general", ("ghana", "peru"))
    yield made("SpeakingTimeSet", n)
    yield made("SpeechBegan", "ghana", "general", n * 1000)
    yield made("SpeechEnded", "ghana", n * 1000)
    yield made("CaucusOpened", caucus)
    yield made("CaucusExtended", n * 1000)
    yield made("CaucusEnded")
    yield made("MotionRaised", "moderated_caucus", "ghana", Terms(n * 10, n, words))
    yield made("MotionJoined", n, "peru")
    yield made("MotionWithdrawn", n)
    yield made("MotionRuledOut", n, words)
    yield made("MotionDecided", n, True)
    yield made("MotionsFell", (n, n + 1))
    yield made("PaperStarted", "WP-1", words, "ghana")
    yield made("PaperNamed", "WP-1", "peru", "signatory")
    yield made("PaperShared", "WP-1", "peru")
    yield made("PaperSubmitted", "WP-1", TEXT)
    yield made("PaperReturned", "WP-1", words)
    yield made("PaperApproved", "WP-1", "DR 1.1", 1)
    yield made("PaperIntroduced", "WP-1")
    yield made("PaperWithdrawn", "WP-1")
    yield made("PaperDecided", "WP-1", False, "")
    yield made("AmendmentProposed", "A1", "WP-1", "peru", (), "")
    yield made("AmendmentSigned", "A1", "spain")
    yield made("AmendmentIntroduced", "A1")
    yield made("AmendmentWithdrawn", "A1")
    yield made("AmendmentDecided", "A1", True)
    yield made("VoteOpened", VOTE)
    yield made("BallotCast", 9, Ballot("viet-nam", "abstain"))
    yield made("NoAnswerNoted", 9, "ghana")
    yield made("BallotCorrected", 9, Ballot("ghana", "no"), words)
    yield made("HandsCounted", 9, (5, 2, 1), TALLY)
    yield made("VoteClosed", 9, TALLY)
    yield made("ResultAnnounced", 9, True)
    yield made("VoteVoided", 9, words)
    yield made("RuleOverruled", "caucus.max_total", words)
    yield ActUndone(n)
