"""The majorities of a house in today's numbers: how many yes carry what, of how many, on what condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.procedure.appeals import appeal_majority
from app.procedure.catalogue import Majority
from app.procedure.majorities import todays_rule
from app.procedure.quorum import electorate
from app.procedure.roster import Matter
from resolutions.voting import MajorityRule, needed

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Condition = Literal["nobody_abstains", "everybody_votes", "always"]
Question = Literal["motion", "ruling", "amendment", "paper"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One majority today: "15 if nobody abstains".

    `needed` yes carry a question `about` this, if it is put now to `voters`; `condition` says when the number
    holds. Of votes cast it is known only once abstentions are (rules reference, section 9a); where nobody may
    abstain it still depends on who votes; a share of those present or of all members holds always.
    """

    about: Question
    kind: Majority
    needed: int
    voters: int
    condition: Condition
    rule: MajorityRule


def numbers(floor: Floor) -> tuple[Figure, ...]:
    """Today's figure for each majority in use: of motions, appeals, amendments and drafts, each once."""
    return tuple(dict.fromkeys(_all(floor)))


def _all(floor: Floor) -> Iterator[Figure]:
    book = floor.rulebook
    for motion in book.motions:
        majority = book.majority(motion)
        if majority is not None:
            yield figure(floor, "motion", majority)
    if book.appeals.majority != "not_appealable":
        yield figure(floor, "ruling", appeal_majority(floor))
    yield figure(floor, "amendment", book.amendments.majority)
    yield figure(floor, "paper", book.votes.resolution)


def figure(floor: Floor, about: Question, kind: Majority) -> Figure:
    """What carries a question of this sort by this majority, if it is put now."""
    matters: dict[Question, Matter] = {"amendment": "amendment", "paper": "draft"}
    on: Matter = matters.get(about, "procedure")
    keeps = about == "ruling" and floor.rulebook.appeals.question == "uphold"
    rule, voters = todays_rule(floor, kind, on, keeps), len(electorate(floor, on))
    condition: Condition = "always"
    if rule.counted_from == "votes_cast":
        may_abstain = on != "procedure" or floor.rulebook.votes.procedural_abstain
        condition = "nobody_abstains" if may_abstain else "everybody_votes"
    return Figure(about, kind, needed(rule, voters, voters), voters, condition, rule)
