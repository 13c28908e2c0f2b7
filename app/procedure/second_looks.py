"""What the chair is told about a vote that stands: valid, and worth a look before the result is announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resolutions.voting import could_change

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def sponsors_against(floor: Floor) -> tuple[str, ...]:
    """The sponsors that have voted no on their own draft, in calling order (T35): valid, often a slip.

    Nothing of a vote by devices before it is counted: whoever reads this would know a ballot too early.
    """
    now = floor.votes.now
    paper = floor.papers.get(now.subject) if now and now.about == "paper" else None
    if now is None or paper is None or (now.mode == "devices" and now.is_open):
        return ()
    no = (key for key in now.order if key in now.ballots and now.ballots[key].choice == "no")
    return tuple(key for key in no if key in paper.sponsors)


def count_again(floor: Floor) -> bool:
    """Whether those whose placards are missing from a count could turn its result (T16)."""
    now = floor.votes.now
    if now is None or now.hands is None or now.tally is None:
        return False
    return could_change(now.rule, now.tally)
