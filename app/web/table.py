"""The table of acts: which path takes which command, and who may send it. Everything else follows from it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from app.access import Role
from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.agenda_order import SetAgenda
from app.procedure.amendment_order import OrderAmendments
from app.procedure.amendments import ProposeAmendment, WithdrawAmendment
from app.procedure.appeals import AppealRuling, SpeakOnAppeal
from app.procedure.approval import ApprovePaper, ReturnPaper
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.brackets import BracketParagraph, ReopenParagraph
from app.procedure.caucuses import EndCaucus
from app.procedure.clocks import AdjustClock, PauseClock, ReopenRoom, StartClock, TimeUp
from app.procedure.consensus import AdoptWithoutVote, AskConsensus, Object
from app.procedure.consultations import AgreeParagraph, CloseConsultations, OpenConsultations, TakeParagraph
from app.procedure.debate_speakers import CallDebater, JoinDebate, LeaveDebate
from app.procedure.debate_stages import EndDebateStage
from app.procedure.election_announcing import AnnounceElection, VoidElection
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.explanations import HearExplanation
from app.procedure.friendly import ConsentToAmendment, EndFriendlyOffer, OfferFriendly
from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion, SecondMotion
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.information import TakePoints
from app.procedure.late_arrivals import AnswerNote, AskStatus, MarkNeverCame
from app.procedure.list_state import CloseDebate
from app.procedure.mergers import MergePapers
from app.procedure.minute_of_silence import EndSilence, KeepSilence
from app.procedure.motions import RaiseMotion, WithdrawMotion
from app.procedure.note_passing import MuteNotes, SwitchNotes
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.papers import StartPaper, SubmitPaper, WithdrawPaper
from app.procedure.placards import EnterCount
from app.procedure.points import RaisePoint, WithdrawPoint
from app.procedure.proposer_slots import TakeSlot
from app.procedure.question_time import CallQuestioner
from app.procedure.quorum_challenges import ChallengeQuorum, RecordQuorum
from app.procedure.raised_placards import LowerPlacard, RaisePlacard
from app.procedure.remarks import AddRemark
from app.procedure.reopening import ReopenDraft
from app.procedure.replies import AskReply, DenyReply, GrantReply
from app.procedure.restating import DeclareMoot, PassUnopposed, RestateAmendment
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.rulebook_changes import ChangeRulebook
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.ruling_points import RulePoint
from app.procedure.seats import AddSeat, ChangeRights, CloseSeat, OpenCommittee
from app.procedure.secret_ballots import (
    CloseElection,
    CountElection,
    EnterElectionCount,
    ReceiveSecretBallots,
)
from app.procedure.setting_aside import DeclareContradiction
from app.procedure.sharing import SharePaper, UnsharePaper
from app.procedure.shortening import ShortenMotion
from app.procedure.sittings import OpenMeeting, ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import (
    CloseSpeakersList,
    JoinSpeakersList,
    LeaveSpeakersList,
    MoveInSpeakersList,
    OpenSpeakersList,
)
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.procedure.sponsorship import LeavePaper, SignAmendment, SignPaper, SponsorPaper
from app.procedure.straw_polls import CountStrawPoll, TakeStrawPoll
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.procedure.timetable import SetTimetable
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.undo import UndoAct, UndoSheet
from app.procedure.vote_changes import ChangeBallot
from app.procedure.votes import CastBallot, CorrectBallot, NoAnswer
from app.procedure.voting import OpenVote
from app.procedure.warnings import WarnDelegation
from app.procedure.yields import CallComment, YieldFloor
from app.web.roles import CHAIR, DAIS, DELEGATE, LARGEST_ACT, LARGEST_TEXT, ROSTER, TABLE


@dataclass(frozen=True, slots=True)
class ActRow:
    """One way in: `POST /committees/{committee}` + `path` gives `command`; `who` are the roles that may try.

    Names in braces are fields of the command. `limit` is the largest body in bytes.
    """

    path: str
    command: type
    who: frozenset[Role]
    limit: int = LARGEST_ACT

    @property
    def path_fields(self) -> tuple[str, ...]:
        """The fields of the command that stand in the path."""
        return tuple(part[1:-1] for part in self.path.split("/") if part.startswith("{"))

    @property
    def body_fields(self) -> tuple[str, ...]:
        """The fields of the command that stand in the body."""
        return tuple(f.name for f in fields(self.command) if f.name not in self.path_fields)


ACT_ROWS: tuple[ActRow, ...] = (
    ActRow("/seats", AddSeat, ROSTER),
    ActRow("/seats/{seat}/closure", CloseSeat, ROSTER),
    ActRow("/seats/{seat}/rights", ChangeRights, ROSTER),
    ActRow("/rulebook", ChangeRulebook, ROSTER),
    ActRow("/timetable", SetTimetable, ROSTER),
    ActRow("/roll-calls", StartRollCall, DAIS),
    ActRow("/roll-call/statuses", SetStatus, TABLE),
    ActRow("/roll-call/all-present", MarkAllPresent, DAIS),
    ActRow("/roll-call/closure", CloseRollCall, DAIS),
    ActRow("/attendance/notes", AskStatus, DELEGATE),
    ActRow("/attendance/notes/{seat}/answer", AnswerNote, DAIS),
    ActRow("/attendance/never-came", MarkNeverCame, DAIS),
    ActRow("/quorum/challenges", ChallengeQuorum, TABLE),
    ActRow("/quorum/counts", RecordQuorum, DAIS),
    ActRow("/meeting/opening", OpenMeeting, CHAIR),
    ActRow("/debates", OpenDebate, CHAIR),
    ActRow("/agenda/order", SetAgenda, CHAIR),
    ActRow("/debate/closure", CloseDebate, CHAIR),
    ActRow("/voting/closure", EndVoting, CHAIR),
    ActRow("/suspensions", SuspendMeeting, CHAIR),
    ActRow("/sessions", ResumeMeeting, DAIS),
    ActRow("/clocks/{clock}/pause", PauseClock, DAIS),
    ActRow("/clocks/{clock}/start", StartClock, DAIS),
    ActRow("/clocks/{clock}/adjustments", AdjustClock, DAIS),
    ActRow("/speakers-list/opening", OpenSpeakersList, DAIS),
    ActRow("/speakers-list/closure", CloseSpeakersList, DAIS),
    ActRow("/speakers-list/time", SetSpeakingTime, DAIS),
    ActRow("/speakers", JoinSpeakersList, TABLE),
    ActRow("/speakers/departures", LeaveSpeakersList, TABLE),
    ActRow("/speakers/order", MoveInSpeakersList, DAIS),
    ActRow("/speeches/next", CallNextSpeaker, DAIS),
    ActRow("/speeches", CallSpeaker, DAIS),
    ActRow("/speeches/end", EndSpeech, DAIS),
    ActRow("/speeches/yield", YieldFloor, TABLE),
    ActRow("/speeches/comments", CallComment, DAIS),
    ActRow("/speeches/questions", CallQuestioner, DAIS),
    ActRow("/speeches/opening", BeginOpeningSpeeches, DAIS),
    ActRow("/placards", RaisePlacard, TABLE),
    ActRow("/placards/lowering", LowerPlacard, TABLE),
    ActRow("/caucus/slot", TakeSlot, TABLE),
    ActRow("/replies", AskReply, TABLE),
    ActRow("/replies/{seat}/grant", GrantReply, CHAIR),
    ActRow("/replies/{seat}/denial", DenyReply, CHAIR),
    ActRow("/warnings", WarnDelegation, CHAIR),
    ActRow("/remarks", AddRemark, DAIS),
    ActRow("/straw-polls", TakeStrawPoll, CHAIR),
    ActRow("/straw-polls/count", CountStrawPoll, DAIS),
    ActRow("/elections", OpenElection, CHAIR),
    ActRow("/elections/{election}/next", OpenNextBallot, CHAIR),
    ActRow("/elections/{election}/closure", CloseElection, DAIS),
    ActRow("/elections/{election}/count", EnterElectionCount, DAIS),
    ActRow("/elections/{election}/announcement", AnnounceElection, CHAIR),
    ActRow("/elections/{election}/voiding", VoidElection, CHAIR),
    ActRow("/silence", KeepSilence, CHAIR),
    ActRow("/silence/end", EndSilence, DAIS),
    ActRow("/notes/switch", SwitchNotes, DAIS),
    ActRow("/notes/mutes", MuteNotes, DAIS),
    ActRow("/caucus/closure", EndCaucus, DAIS),
    ActRow("/debate/drafts", TakeUpDraft, CHAIR),
    ActRow("/debate/amendments", TakeUpAmendment, CHAIR),
    ActRow("/debate/stages/end", EndDebateStage, DAIS),
    ActRow("/debate/speakers", JoinDebate, TABLE),
    ActRow("/debate/speakers/departures", LeaveDebate, TABLE),
    ActRow("/debate/speeches", CallDebater, DAIS),
    ActRow("/papers/{paper}/reopening", ReopenDraft, CHAIR),
    ActRow("/papers/{paper}/consultations", OpenConsultations, CHAIR),
    ActRow("/consultations/paragraph", TakeParagraph, DAIS),
    ActRow("/consultations/paragraphs/{clause}/agreement", AgreeParagraph, DAIS),
    ActRow("/consultations/paragraphs/{clause}/brackets", BracketParagraph, TABLE),
    ActRow("/consultations/paragraphs/{clause}/reopening", ReopenParagraph, TABLE),
    ActRow("/consultations/closure", CloseConsultations, CHAIR),
    ActRow("/motions", RaiseMotion, TABLE),
    ActRow("/motions/{motion}/withdrawal", WithdrawMotion, TABLE),
    ActRow("/motions/{motion}/total", ShortenMotion, DAIS),
    ActRow("/motions/{motion}/ruling", RuleMotionOut, CHAIR),
    ActRow("/motions/{motion}/decision", GrantMotion, CHAIR),
    ActRow("/motions/{motion}/seconds", SecondMotion, TABLE),
    ActRow("/motions/{motion}/objections", ObjectToMotion, TABLE),
    ActRow("/motions/{motion}/hearing", EntertainMotion, DAIS),
    ActRow("/motions/{motion}/speakers", SpeakOnMotion, TABLE),
    ActRow("/questions/speeches", CallOnQuestion, DAIS),
    ActRow("/questions/waiver", WaiveSpeakers, CHAIR),
    ActRow("/points", RaisePoint, TABLE),
    ActRow("/points/{point}/withdrawal", WithdrawPoint, TABLE),
    ActRow("/points/{point}/ruling", RulePoint, CHAIR),
    ActRow("/speeches/points", TakePoints, TABLE),
    ActRow("/rulings/{ruling}/appeals", AppealRuling, TABLE),
    ActRow("/rulings/{ruling}/speakers", SpeakOnAppeal, TABLE),
    ActRow("/papers", StartPaper, TABLE),
    ActRow("/papers/{paper}/readers", SharePaper, TABLE),
    ActRow("/papers/{paper}/unsharing", UnsharePaper, TABLE),
    ActRow("/papers/{paper}/sponsors", SponsorPaper, TABLE),
    ActRow("/papers/{paper}/signatories", SignPaper, TABLE),
    ActRow("/papers/{paper}/departures", LeavePaper, TABLE),
    ActRow("/papers/{paper}/submission", SubmitPaper, TABLE, LARGEST_TEXT),
    ActRow("/papers/{paper}/return", ReturnPaper, CHAIR),
    ActRow("/papers/{paper}/approval", ApprovePaper, CHAIR),
    ActRow("/papers/{paper}/withdrawal", WithdrawPaper, TABLE),
    ActRow("/papers/{paper}/amendments", ProposeAmendment, TABLE, LARGEST_TEXT),
    ActRow("/amendments/{amendment}/signatories", SignAmendment, TABLE),
    ActRow("/amendments/{amendment}/withdrawal", WithdrawAmendment, TABLE),
    ActRow("/amendments/{amendment}/wording", RestateAmendment, TABLE, LARGEST_TEXT),
    ActRow("/amendments/{amendment}/offer", OfferFriendly, TABLE),
    ActRow("/amendments/{amendment}/consents", ConsentToAmendment, TABLE),
    ActRow("/amendments/{amendment}/offer/closure", EndFriendlyOffer, DAIS),
    ActRow("/amendments/{amendment}/mootness", DeclareMoot, CHAIR),
    ActRow("/amendments/{amendment}/adoption", PassUnopposed, CHAIR),
    ActRow("/papers/{paper}/amendments/order", OrderAmendments, DAIS),
    ActRow("/papers/{paper}/merger", MergePapers, TABLE),
    ActRow("/papers/{paper}/consensus", AskConsensus, CHAIR),
    ActRow("/papers/{paper}/objections", Object, TABLE),
    ActRow("/papers/{paper}/adoption", AdoptWithoutVote, CHAIR),
    ActRow("/papers/{paper}/contradiction", DeclareContradiction, CHAIR),
    ActRow("/explanations", HearExplanation, DAIS),
    ActRow("/votes", OpenVote, DAIS),
    ActRow("/votes/{vote}/ballots", CastBallot, TABLE),
    ActRow("/votes/{vote}/silences", NoAnswer, DAIS),
    ActRow("/votes/{vote}/corrections", CorrectBallot, DAIS),
    ActRow("/votes/{vote}/changes", ChangeBallot, DAIS),
    ActRow("/votes/{vote}/count", EnterCount, DAIS),
    ActRow("/votes/{vote}/closure", CloseVote, DAIS),
    ActRow("/votes/{vote}/result", AnnounceResult, CHAIR),
    ActRow("/votes/{vote}/annulment", VoidVote, CHAIR),
    ActRow("/acts/{number}/undoing", UndoAct, DAIS),
    ActRow("/sheets/{number}/undoing", UndoSheet, CHAIR),
)
INSIDE: frozenset[type] = frozenset({OpenCommittee, TimeUp, ReopenRoom, ReceiveSecretBallots, CountElection})
"""Commands that no request can give: the founding, and the room's own."""
ROW_OF: dict[str, ActRow] = {row.command.__name__: row for row in ACT_ROWS}


def act_path(committee: int, command: str, **values: object) -> str:
    """The URL that takes `command` (its class name) in a committee; `values` fill the names in the path."""
    return f"/committees/{committee}" + ROW_OF[command].path.format(**values)
