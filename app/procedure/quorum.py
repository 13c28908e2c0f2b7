"""The numbers that follow from who is here: members, quorums, electorates, the base of a share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from app.procedure.roster import Seat, delegations, votes_on_procedure, votes_on_substance

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def members(floor: Floor) -> tuple[Seat, ...]:
    """The voting members: who counts for quorum, signatures and thresholds."""
    return tuple(seat for seat in delegations(floor) if votes_on_substance(floor, seat.key))


def member_base(floor: Floor, base: Literal["registered", "ever_attended"]) -> int:
    """How many members a quorum is a share of (rules.md A: quorum_open_base).

    With `ever_attended`, members that the dais marked as never having come are left out.
    """
    counted = members(floor)
    if base == "registered":
        return len(counted)
    status = floor.attendance.statuses
    return sum(status.get(seat.key) != "never_came" for seat in counted)


def members_here(floor: Floor) -> tuple[str, ...]:
    """The members that are present, in roll-call order."""
    return tuple(seat.key for seat in members(floor) if floor.attendance.here(seat.key))


def electorate(floor: Floor, procedural: bool) -> tuple[str, ...]:
    """Who votes if a question is put now: present, with the right to, in roll-call order."""
    has_vote = votes_on_procedure if procedural else votes_on_substance
    return tuple(
        seat.key
        for seat in delegations(floor)
        if floor.attendance.here(seat.key) and has_vote(floor, seat.key)
    )


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


def share_base(floor: Floor, of: Literal["members", "present"]) -> int:
    """The number of members that a share (signatures) is taken of."""
    if of == "present":
        return len(members_here(floor))
    return member_base(floor, floor.rulebook.quorum.vote_base)
