"""What a sign-in may do with a paper as the floor stands now: read it, see it being written, write in it."""

from __future__ import annotations

from app.access import Holder
from app.procedure.act import Refusal, forbidden, impossible, stale
from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.screens.disclosure import FOLLOWED, may_read_paper
from resolutions.lifecycle import WRITABLE


def may_read(paper: Paper | None, holder: Holder) -> bool:
    """Whether somebody may read a paper: the dais every one, others what is public or shared with them."""
    return paper is not None and (holder.is_dais or may_read_paper(paper, holder.seat_key))


def may_sit(paper: Paper | None, holder: Holder) -> bool:
    """Whether somebody may follow a paper until the dais decides: the dais, delegations that may read it."""
    if paper is None or paper.stage not in FOLLOWED:
        return False
    return (holder.is_dais or holder.role == "delegate") and may_read(paper, holder)


def why_not_write(floor: Floor, key: str, holder: Holder) -> Refusal | None:
    """What stands against it: sponsors write, whom they let, and the dais, until the paper is submitted."""
    paper, seat = floor.papers.get(key), floor.seats.get(holder.seat_key)
    if paper is None:
        return impossible("paper.unknown", paper=key)
    if not holder.is_dais and holder.seat_key not in paper.writers:
        return forbidden("paper.sponsors_only")
    if seat is None or seat.closed:
        return impossible("paper.unknown", paper=key)
    return None if paper.stage in WRITABLE else stale("paper.not_writable", paper=paper.name)
