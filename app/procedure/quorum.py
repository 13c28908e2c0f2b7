"""The numbers that follow from who is here: members, quorums, electorates, the base of a share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, assert_never

from app.procedure.act import Refusals, against
from app.procedure.roster import Matter, Seat, delegations, has_vote, votes_on_substance
from app.procedure.rules.meeting import Base

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class QuorumCounted:
    """After a challenge so many members were found in the room; `needed` make the quorum."""

    here: int
    needed: int


def members(floor: Floor) -> tuple[Seat, ...]:
    """The voting members: who counts for quorum, signatures and thresholds."""
    return tuple(seat for seat in delegations(floor) if votes_on_substance(floor, seat.key))


def member_base(floor: Floor, base: Base) -> int:
    """How many members a quorum is a share of (parameter quorum_open_base).

    With `ever_attended`, members that the dais marked as never having come are left out; with
    `currently_seated`, all that are not in the room.
    """
    status = floor.attendance.statuses
    match base:
        case "registered":
            return len(members(floor))
        case "ever_attended":
            return sum(status.get(seat.key) != "never_came" for seat in members(floor))
        case "currently_seated":
            return len(members_here(floor))
        case _:
            assert_never(base)


def members_here(floor: Floor) -> tuple[str, ...]:
    """The members that are present, in roll-call order."""
    return tuple(seat.key for seat in members(floor) if floor.attendance.here(seat.key))


def electorate(floor: Floor, on: Matter) -> tuple[str, ...]:
    """Who votes if a question is put now: present, with the right to, in roll-call order."""
    return tuple(
        seat.key
        for seat in delegations(floor)
        if floor.attendance.here(seat.key) and has_vote(floor, seat.key, on)
    )


def entitled(floor: Floor, on: Matter) -> int:
    """How many delegations have this vote, here or not: the base of a majority of all members."""
    return sum(has_vote(floor, seat.key, on) for seat in delegations(floor))


def must_vote(floor: Floor, seats: tuple[str, ...]) -> frozenset[str]:
    """Those of `seats` that answered present and voting: they gave up abstention on substance."""
    status = floor.attendance.statuses
    return frozenset(key for key in seats if status.get(key) == "present_and_voting")


def quorum_to_open(floor: Floor) -> int:
    """How many members must be here to open debate (a count)."""
    rules = floor.rulebook.quorum
    return rules.open.count(member_base(floor, rules.open_base))


def quorum_to_vote(floor: Floor) -> int:
    """How many members must be here for a vote on substance (a count)."""
    rules = floor.rulebook.quorum
    return rules.vote.count(member_base(floor, rules.vote_base))


def quorum_now(floor: Floor) -> int:
    """How many members must be here for what the committee is doing: to debate, or to vote on drafts."""
    return quorum_to_vote(floor) if floor.meeting.debate == "closed" else quorum_to_open(floor)


def quorate(floor: Floor) -> Refusals:
    """What stands against debate and votes for want of a quorum.

    It is presumed until a delegation challenges it and the count shows it missing [HN22] [PMUN]; a house
    that does not presume it holds it against its attendance all the time.
    """
    if floor.attendance.doubt == "challenged":
        yield against("quorum.challenged")
    elif floor.attendance.doubt == "missing":
        yield against("quorum.missing", needed=quorum_now(floor))
    elif floor.meeting.debate == "open" and not floor.rulebook.quorum.presumed:
        here, needed = len(members_here(floor)), quorum_to_open(floor)
        if here < needed:
            yield against("quorum.lost", here=here, needed=needed)


def most_sponsors(floor: Floor) -> int | None:
    """The most sponsors of a paper (a count), None without a limit: the smaller of a number and a share.

    Never fewer than a paper must have [RYAN] [JAM].
    """
    rules = floor.rulebook.papers
    share = rules.sponsors_max_share
    caps = [rules.sponsors_max] if rules.sponsors_max else []
    caps += (
        [max(1, rules.sponsors_min, share.count(share_base(floor, share.of)))] if share is not None else []
    )
    return min(caps) if caps else None


def share_base(floor: Floor, of: Literal["members", "present"]) -> int:
    """The number of members that a share (signatures) is taken of."""
    if of == "present":
        return len(members_here(floor))
    return member_base(floor, floor.rulebook.quorum.vote_base)
