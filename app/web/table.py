"""The table of acts: which path takes which command, and who may send it. Everything else follows from it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.amendments import ProposeAmendment, WithdrawAmendment
from app.procedure.approval import ApprovePaper, ReturnPaper
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.caucuses import EndCaucus
from app.procedure.clocks import AdjustClock, PauseClock, ReopenRoom, StartClock, TimeUp
from app.procedure.motions import RaiseMotion, RuleMotionOut, WithdrawMotion
from app.procedure.papers import StartPaper, SubmitPaper, WithdrawPaper
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.seats import AddSeat, ChangeRights, CloseSeat, OpenCommittee
from app.procedure.sharing import SharePaper
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
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
from app.procedure.undo import UndoAct
from app.procedure.votes import CastBallot, CorrectBallot, NoAnswer
from app.procedure.voting import GrantMotion, OpenVote

Role = Literal["organizer", "chair", "assistant", "delegate", "observer", "projector", "lobby"]
CHAIR: frozenset[Role] = frozenset({"chair"})
DAIS: frozenset[Role] = frozenset({"chair", "assistant"})
TABLE: frozenset[Role] = DAIS | {"delegate"}
ROSTER: frozenset[Role] = frozenset({"organizer", "chair"})
LARGEST_ACT = 16 * 1024
LARGEST_TEXT = 256 * 1024
"""Body limits in bytes: of a press, and of a press that carries a document."""


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
    ActRow("/roll-calls", StartRollCall, DAIS),
    ActRow("/roll-call/statuses", SetStatus, TABLE),
    ActRow("/roll-call/all-present", MarkAllPresent, DAIS),
    ActRow("/roll-call/closure", CloseRollCall, DAIS),
    ActRow("/debates", OpenDebate, CHAIR),
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
    ActRow("/caucus/closure", EndCaucus, DAIS),
    ActRow("/motions", RaiseMotion, TABLE),
    ActRow("/motions/{motion}/withdrawal", WithdrawMotion, TABLE),
    ActRow("/motions/{motion}/ruling", RuleMotionOut, CHAIR),
    ActRow("/motions/{motion}/decision", GrantMotion, CHAIR),
    ActRow("/papers", StartPaper, TABLE),
    ActRow("/papers/{paper}/readers", SharePaper, TABLE),
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
    ActRow("/votes", OpenVote, DAIS),
    ActRow("/votes/{vote}/ballots", CastBallot, TABLE),
    ActRow("/votes/{vote}/silences", NoAnswer, DAIS),
    ActRow("/votes/{vote}/corrections", CorrectBallot, DAIS),
    ActRow("/votes/{vote}/count", EnterCount, DAIS),
    ActRow("/votes/{vote}/closure", CloseVote, DAIS),
    ActRow("/votes/{vote}/result", AnnounceResult, CHAIR),
    ActRow("/votes/{vote}/annulment", VoidVote, CHAIR),
    ActRow("/acts/{number}/undoing", UndoAct, DAIS),
)
INSIDE: frozenset[type] = frozenset({OpenCommittee, TimeUp, ReopenRoom})
"""Commands that no request can give: the founding, and the room's own."""
ROW_OF: dict[str, ActRow] = {row.command.__name__: row for row in ACT_ROWS}


def act_path(committee: int, command: str, **values: object) -> str:
    """The URL that takes `command` (its class name) in a committee; `values` fill the names in the path."""
    return f"/committees/{committee}" + ROW_OF[command].path.format(**values)
