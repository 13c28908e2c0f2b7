"""What may be told to whom: the one place that decides which events of the record a viewer may read."""

from __future__ import annotations

from typing import Any

from app.procedure.approval import PaperReturned
from app.procedure.documents import Paper
from app.procedure.falling import PaperFell
from app.procedure.floor import Floor
from app.procedure.mergers import PapersMerged
from app.procedure.papers import PaperStarted, PaperSubmitted, PaperWithdrawn
from app.procedure.placards import HandsCounted
from app.procedure.questions import Vote
from app.procedure.results import VoteClosed
from app.procedure.sharing import PaperShared, PaperUnshared, may_see_names
from app.procedure.sponsorship import PaperNamed
from app.procedure.votes import BallotCast, BallotCorrected, NoAnswerNoted
from resolutions.lifecycle import WRITABLE

FOLLOWED = (*WRITABLE, "submitted")
"""The stages in which those whom a paper is shared with follow it: until the dais has taken it."""
OF_A_VOTE = (BallotCast, BallotCorrected, HandsCounted, NoAnswerNoted, VoteClosed)
WITH_NAMES = (PaperStarted, PaperNamed, PaperShared, PaperUnshared, PapersMerged)
"""What tells of a paper who began it, stands on it, or reads it."""
OF_A_PAPER = (
    *(PaperStarted, PaperNamed, PaperShared, PaperUnshared, PaperSubmitted, PaperReturned),
    *(PaperWithdrawn, PaperFell, PapersMerged),
)


def may_be_told(event: Any, floor: Floor, dais: bool, seat: str = "") -> bool:
    """Whether an event may be told now: to the dais, to delegation `seat`, or ("" and not `dais`) to all.

    Votes stay hidden until their result is announced; a called-off vote stays hidden for good. Working
    papers are for the delegations that they are shared with, and the dais; that a draft fell is for all.
    """
    if isinstance(event, OF_A_VOTE):
        return event.vote in {vote.number for vote in floor.votes.past} or _spoken(event, floor)
    if isinstance(event, PaperFell) and event.symbol:
        return True
    if isinstance(event, OF_A_PAPER):
        return dais or _is_told(event, floor, seat)
    return True


def _is_told(event: Any, floor: Floor, seat: str) -> bool:
    """Whether an event of a paper is for delegation `seat`; names are not where its house hides them."""
    paper = floor.papers.get(event.paper)
    if paper is None or not may_read_paper(paper, seat):
        return False
    return not isinstance(event, WITH_NAMES) or may_see_names(floor, paper, seat)


def code_told(floor: Floor, code: str) -> str:
    """The code of the record's head as it may be shown now: none while a vote is open.

    Whoever knows all other acts could try every ballot against it.
    """
    return "" if floor.votes.now else code


def _spoken(event: Any, floor: Floor) -> bool:
    """Answers of a roll call are given aloud: the room has heard them."""
    now: Vote | None = floor.votes.now
    heard = isinstance(event, (BallotCast, BallotCorrected, NoAnswerNoted))
    return heard and now is not None and now.number == event.vote and now.mode == "roll_call"


def may_read_paper(paper: Paper | None, seat: str = "") -> bool:
    """Whether a paper is for delegation `seat` (besides the dais): public from its approval on."""
    if paper is None:
        return False
    return paper.may_be_read_by(seat)
