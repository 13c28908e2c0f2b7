"""What may be told to whom: the one place that decides which events of the record a viewer may read."""

from __future__ import annotations

from typing import Any

from app.procedure.approval import PaperReturned
from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.papers import PaperStarted, PaperSubmitted, PaperWithdrawn
from app.procedure.placards import HandsCounted
from app.procedure.questions import Vote
from app.procedure.results import VoteClosed
from app.procedure.sharing import PaperShared
from app.procedure.sponsorship import PaperNamed
from app.procedure.votes import BallotCast, BallotCorrected, NoAnswerNoted

OF_A_VOTE = (BallotCast, BallotCorrected, HandsCounted, NoAnswerNoted, VoteClosed)
OF_A_PAPER = (PaperStarted, PaperNamed, PaperShared, PaperSubmitted, PaperReturned, PaperWithdrawn)


def may_be_told(event: Any, floor: Floor, dais: bool, seat: str = "") -> bool:
    """Whether an event may be told now: to the dais, to delegation `seat`, or ("" and not `dais`) to all.

    Votes stay hidden until their result is announced; a called-off vote stays hidden for good. Working
    papers are for the delegations that they are shared with, and the dais.
    """
    if isinstance(event, OF_A_VOTE):
        return event.vote in {vote.number for vote in floor.votes.past} or _spoken(event, floor)
    if isinstance(event, OF_A_PAPER):
        return dais or may_read_paper(floor.papers.get(event.paper), seat)
    return True


def _spoken(event: Any, floor: Floor) -> bool:
    """Answers of a roll call are given aloud: the room has heard them."""
    now: Vote | None = floor.votes.now
    heard = isinstance(event, (BallotCast, BallotCorrected, NoAnswerNoted))
    return heard and now is not None and now.number == event.vote and now.mode == "roll_call"


def may_read_paper(paper: Paper | None, seat: str = "") -> bool:
    """Whether a paper is for delegation `seat` (besides the dais): public from its approval on."""
    if paper is None:
        return False
    return paper.is_public or seat in paper.readers
