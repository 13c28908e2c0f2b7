"""Which majority carries a question today: the kind that the house asks for, with its numbers and vetoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.catalogue import Majority
from app.procedure.quorum import electorate, entitled, member_base, members_here
from app.procedure.roster import Matter
from resolutions.voting import MajorityRule

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def todays_rule(floor: Floor, kind: Majority, on: Matter, keeps: bool = False) -> MajorityRule:
    """The majority that a question of this matter needs if it is put now.

    `keeps` asks whether something stands (an appeal put as "shall the ruling be upheld?").
    """
    required = None if keeps else required_yes(floor, on)
    return MajorityRule(kind, required, vetoes(floor, on), entitled(floor, on), keeps)


def required_yes(floor: Floor, on: Matter) -> int | None:
    """The absolute number of yes that the house asks for: nine in the Security Council [BRI].

    For a council of another size the house may say a share of the members instead (three fifths).
    """
    rules = floor.rulebook.votes
    number = rules.procedural_required_yes if on == "procedure" else rules.required_yes
    share = rules.required_yes_share
    if share is None or (on == "procedure" and number is None):
        return number
    whole = member_base(floor, "registered") if share.of == "members" else len(members_here(floor))
    return share.count(whole)


def vetoes(floor: Floor, on: Matter) -> frozenset[str]:
    """Whose no defeats it: permanent members that vote, on substance only, where the house knows a veto."""
    if on == "procedure" or not floor.rulebook.votes.veto:
        return frozenset()
    return frozenset(key for key in electorate(floor, on) if floor.seats[key].veto)
