"""One afternoon of a committee, from the roll call to an adopted resolution."""

from app.procedure.agenda import OpenDebate
from app.procedure.amendments import ProposeAmendment, SignAmendment
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.motions import RaiseMotion
from app.procedure.papers import ApprovePaper, SignPaper, SponsorPaper, StartPaper, SubmitPaper
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.votes import CastBallot, EnterCount
from app.procedure.voting import AnnounceResult, CloseVote, OpenVote
from resolutions.document import Clause, Document, digest, to_json
from tests.procedure.meeting import Meeting, committee

TEXT = Document(
    "Reintegration",
    "The Council",
    (
        Clause("p1", "preambular", None, "a", "Recalling", "the Global Compact"),
        Clause("o1", "operative", None, "b", "Urges", "States to give notice"),
        Clause("o2", "operative", None, "c", "Requests", "a report"),
    ),
)


def carry(meeting: Meeting, kind: str, by: str, **terms: object) -> None:
    """A motion is raised, counted by placards, and passes."""
    meeting.do(RaiseMotion(kind, **terms), by=by)  # type: ignore[arg-type]
    meeting.do(OpenVote("motion", str(meeting.floor.motions.pending[0].number)))
    vote = meeting.floor.votes.now
    assert vote is not None
    meeting.do(EnterCount(vote.number, yes=7, no=2))
    meeting.do(AnnounceResult(vote.number))


def test_from_roll_call_to_an_adopted_resolution() -> None:
    meeting = committee()
    meeting.do(StartRollCall())
    meeting.do(SetStatus("present_and_voting"), by="ghana")
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    meeting.do(OpenDebate())
    meeting.do(JoinSpeakersList(), by="ghana")
    meeting.do(CallNextSpeaker())
    assert meeting.floor.clocks["speech"].total == 90_000

    carry_terms = {"total_seconds": 600, "speech_seconds": 60, "topic": "Notice before flights"}
    assert "motion.speech_on" in meeting.rules(RaiseMotion("moderated_caucus", **carry_terms), by="peru")  # type: ignore[arg-type]
    from app.procedure.speeches import EndSpeech

    meeting.do(EndSpeech("ghana"))
    carry(meeting, "moderated_caucus", "peru", **carry_terms)
    assert meeting.floor.caucus is not None and meeting.floor.clocks["caucus"].running
    meeting.do(JoinSpeakersList("mexico"))
    meeting.do(CallNextSpeaker())
    carry(meeting, "close_caucus", "spain") if False else None
    from app.procedure.caucuses import EndCaucus

    meeting.do(EndCaucus())
    assert meeting.floor.caucus is None and meeting.floor.speeches.now is None

    meeting.do(StartPaper("Reintegration"), by="ghana")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    assert meeting.rules(SignPaper("WP-1"), by="aclu") == ("paper.members_signatory",)
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    meeting.do(ApprovePaper("WP-1"))
    carry(meeting, "introduce_draft", "ghana", paper="WP-1")
    meeting.do(
        ProposeAmendment("WP-1", "modify", digest(TEXT), "o2", "Requests", "an annual report"), by="peru"
    )
    carry(meeting, "introduce_amendment", "peru", amendment="A1")
    meeting.do(OpenVote("amendment", "A1"))
    vote = meeting.floor.votes.now
    assert vote is not None
    meeting.do(EnterCount(vote.number, yes=5, no=2, abstain=1))
    meeting.do(AnnounceResult(vote.number))
    carry(meeting, "close_debate", "spain")
    meeting.do(OpenVote("paper", "WP-1", "roll_call"))
    while (now := meeting.floor.votes.now) and (called := now.next()):
        seat, called_round = called
        passes = seat == "peru" and called_round == 1
        meeting.do(CastBallot(now.number, "pass" if passes else "yes", seat=seat))
    assert meeting.floor.votes.now is not None
    meeting.do(CloseVote(meeting.floor.votes.now.number))
    meeting.do(AnnounceResult(meeting.floor.votes.now.number))
    paper = meeting.floor.papers.get("WP-1")
    assert paper is not None and paper.stage == "adopted" and paper.symbol == "DR 1.1"
    assert paper.text is not None and paper.text.clauses[-1].text == "an annual report"
    assert SignAmendment is not None
