"""Changes of vote in a roll call: a delegation thinks again before the result is announced (T68)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import LONGEST_KEY, Act, Outcome, against, impossible, stale
from app.procedure.questions import Vote, may_choose, may_handle, this_vote
from app.procedure.votes import recounted
from resolutions.voting import Ballot, Choice, choices_for

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class ChangeBallot:
    """Enter that a delegation changes the answer it gave in the roll call."""

    vote: int
    seat: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class BallotChanged:
    """A delegation changed its answer."""

    vote: int
    ballot: Ballot


def settle_change(floor: Floor, by: str, at: int, command: ChangeBallot) -> Outcome:
    """Until when is the house's (vote_change_until); a device changes its vote by voting again."""
    yield from this_vote(floor, command.vote)
    now = floor.votes.now
    if now is None or now.number != command.vote:
        return
    if now.mode != "roll_call":
        yield impossible("vote.change_roll_call")
        return
    given = now.ballots.get(command.seat)
    if given is None or given.choice == "pass":
        yield impossible("vote.nothing_to_change", "seat", seat=command.seat[:LONGEST_KEY])
        return
    choices = choices_for(command.seat, now.electorate, given.round, now.procedural, now.ballot_rules)
    yield from may_choose(now, command.seat, command.choice, tuple(one for one in choices if one != "pass"))
    if command.choice == given.choice:
        yield stale("vote.same", seat=command.seat)
    if not _may_still_change(floor, now):
        yield against("vote.change_late")
    rights = given.with_rights and command.choice in now.ballot_rules.rights
    yield BallotChanged(now.number, Ballot(command.seat, command.choice, rights, given.round))


def _may_still_change(floor: Floor, now: Vote) -> bool:
    """Never; while the roll is still called; or until the result is announced."""
    match floor.rulebook.votes.change_until:
        case "never":
            return False
        case "own_next_call":
            return now.is_open and now.next() is not None
        case "result_announced":
            return True


def apply_changed(floor: Floor, event: BallotChanged, at: int) -> Floor:
    """A vote that was counted is counted again."""
    return recounted(floor, event.ballot)


ACTS = {ChangeBallot: Act(may_handle, settle_change)}
APPLY = {BallotChanged: apply_changed}
