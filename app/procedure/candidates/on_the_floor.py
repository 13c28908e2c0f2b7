"""What could stand in the fields of acts on the floor: yields, replies, the agenda, straw polls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.procedure.candidates.motions import SAMPLE, none_or_one
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.roster import delegations_here

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Candidates = Callable[["Floor", str, Mapping[str, Any]], Iterable[Any]]


def _receivers(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[str]:
    """Who may be given the rest of a speech; nobody but with a yield to a delegate."""
    return delegations_here(floor) if filled.get("to") == "delegate" else ("",)


def _orders(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[int, ...]]:
    return ((topic,) for topic in range(1, len(floor.topics) + 1))


def _asked(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[str]:
    return (reply.seat for reply in floor.replies.asked)


def _paragraphs(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[str]:
    """The paragraph in hand first, then all of the text."""
    every = (one.clause for one in standing_of_paragraphs(floor, floor.consultations.paper))
    return (floor.consultations.clause, *every)


def _debated(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[str]:
    return (floor.resolution_debate.now.subject,) if floor.resolution_debate else ()


FLOOR_FIELDS: dict[str, dict[str, Candidates]] = {
    "EndDebateStage": {"subject": _debated},
    "TakeParagraph": {"clause": _paragraphs},
    "AgreeParagraph": {"clause": _paragraphs},
    "BracketParagraph": {"clause": _paragraphs},
    "ReopenParagraph": {"clause": _paragraphs},
    "YieldFloor": {"seat": _receivers},
    "SetAgenda": {"order": _orders},
    "AskReply": {"grounds": lambda floor, by, filled: (SAMPLE,)},
    "GrantReply": {
        "seat": _asked,
        "seconds": lambda floor, by, filled: (floor.rulebook.replies.seconds,),
    },
    "DenyReply": {"seat": _asked},
    "TakeStrawPoll": {"question": lambda floor, by, filled: (SAMPLE,)},
    "AddRemark": {"remark": lambda floor, by, filled: (SAMPLE,)},
    "CountStrawPoll": {"yes": none_or_one, "no": none_or_one, "abstain": none_or_one},
}
