"""Voting procedure in tests: a draft that is voted on, divided into parts, step by step."""

from __future__ import annotations

from typing import Any

from app.procedure.agenda import EndVoting
from app.procedure.amendments import WithdrawAmendment
from app.procedure.consensus import AdoptWithoutVote, AskConsensus
from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion
from app.procedure.hearings import EntertainMotion
from app.procedure.motions import RaiseMotion
from app.procedure.results import AnnounceResult
from app.procedure.rulebook import Rulebook
from app.procedure.steps import Step
from app.procedure.turns import WaiveSpeakers
from app.procedure.voting import OpenVote
from tests.procedure.changes import LONG_TEXT
from tests.procedure.meeting import Meeting, in_debate


def voting_on_it(rulebook: Rulebook | None = None, **founding: Any) -> Meeting:
    """WP-1 with its three operative clauses is voted on."""
    meeting = in_debate(rulebook=rulebook, **founding)
    meeting.introduced(text=LONG_TEXT)
    meeting.carry("close_debate", "peru")
    return meeting


def divided(rulebook: Rulebook | None = None, clauses: tuple[str, ...] = ("o2",)) -> Meeting:
    """Spain asked for a division, and nobody objected."""
    meeting = voting_on_it(rulebook)
    number = meeting.motion("division", "spain", paper="WP-1", clauses=clauses)
    meeting.do(GrantMotion(number, True))
    return meeting


def command_of(step: Step) -> Any:
    """What the dais does to take a step of voting procedure; a draft is adopted if the chair has asked."""
    match step.kind:
        case "amendment" | "part" | "paper":
            return OpenVote(step.kind, step.subject)
        case "restate":
            return WithdrawAmendment(step.subject)
        case "explanation":
            return AnnounceResult(0)
        case "consensus":
            return AskConsensus(step.subject)
        case "objections":
            return AdoptWithoutVote(step.subject)
        case "enter":
            return RaiseMotion("enter_voting", "peru")
        case "done":
            return EndVoting()


def put_part(meeting: Meeting, key: str, yes: int, no: int) -> bool:
    """The part is put; returns whether it passed."""
    meeting.put("part", key)
    return meeting.hands(yes, no)


def objected(meeting: Meeting, number: int) -> None:
    """Somebody objects; nobody wants to speak."""
    meeting.do(ObjectToMotion(number), by="canada")
    meeting.do(EntertainMotion(number))
    meeting.do(WaiveSpeakers("motion", number))
