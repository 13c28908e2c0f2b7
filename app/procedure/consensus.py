"""Adoption without a vote: the chair asks whether anybody objects; one objection brings the ordinary vote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    chair_between_votes,
    forbidden,
    impossible,
    on_behalf,
    sits,
    stale,
)
from app.procedure.action import Asked
from app.procedure.decisions import paper_decided
from app.procedure.quorum import electorate
from app.procedure.steps import next_step
from app.procedure.substance import may_put, paper_put
from resolutions.document import digest

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion
    from app.procedure.terms import Terms


@dataclass(frozen=True, slots=True)
class AskConsensus:
    """Ask whether a draft can be adopted without a vote."""

    paper: str


@dataclass(frozen=True, slots=True)
class ConsensusAsked:
    """The chair asks whether anybody objects to adopting the draft without a vote."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class Object:
    """Object to adopting a draft without a vote."""

    paper: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class ConsensusRefused:
    """A delegation objects: the ordinary vote follows, and the draft has not failed [HAM]."""

    paper: str
    seat: str


@dataclass(frozen=True, slots=True)
class AdoptWithoutVote:
    """Adopt the draft, as nobody objects."""

    paper: str


def settle_ask(floor: Floor, by: str, at: int, command: AskConsensus) -> Outcome:
    """When the draft would be put to the vote, and once."""
    yield from _can_be_asked(floor, command.paper)
    yield ConsensusAsked(Asked(command.paper, "consensus"))


def _can_be_asked(floor: Floor, paper: str) -> Refusals:
    yield from may_put(floor, next_step(floor), "paper", paper)
    if paper in floor.action.objected:
        yield against("consensus.refused", "paper")
    if floor.action.asked is not None:
        yield stale("consensus.asked_already")


def check_acclamation(floor: Floor, terms: Terms) -> Refusals:
    """What stands against asking for acclamation: the draft is not the next question, or one has objected."""
    yield from _can_be_asked(floor, terms.paper)


def ask_acclamation(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The chair asks whether anybody objects."""
    yield ConsensusAsked(Asked(motion.terms.paper, "acclamation"))


def may_object(floor: Floor, by: str) -> Refusals:
    """While the chair asks."""
    yield from anyone(floor, by)
    yield from sits(floor)
    if floor.action.asked is None:
        yield stale("consensus.not_asked")


def settle_object(floor: Floor, by: str, at: int, command: Object) -> Outcome:
    """By one that votes on substance and is here; one is enough (T45)."""
    yield from acts_for(floor, by, command.seat)
    yield from _is_asked(floor, command.paper)
    seat = on_behalf(floor, by, command.seat)
    if seat not in electorate(floor, "draft"):
        yield forbidden("vote.not_yours", seat=seat)
    yield ConsensusRefused(command.paper, seat)


def _is_asked(floor: Floor, paper: str) -> Refusals:
    asked = floor.action.asked
    if asked is None or asked.paper != paper:
        yield stale("consensus.not_asked", "paper")


def settle_adopt(floor: Floor, by: str, at: int, command: AdoptWithoutVote) -> Outcome:
    """The draft is adopted as it stands; there is no tally."""
    asked, paper = floor.action.asked, paper_put(floor, "paper", command.paper)
    yield from _is_asked(floor, command.paper)
    if asked is None or paper is None or paper.text is None:
        yield impossible("paper.not_introduced", "paper")
        return
    yield from may_put(floor, next_step(floor), "paper", command.paper)
    yield from paper_decided(floor, paper.key, True, digest(paper.text), asked.way)


def apply_asked(floor: Floor, event: ConsensusAsked, at: int) -> Floor:
    """The question is in the room."""
    return replace(floor, action=replace(floor.action, asked=event.asked))


def apply_refused(floor: Floor, event: ConsensusRefused, at: int) -> Floor:
    """The vote follows."""
    action = floor.action.answered(event.paper)
    return replace(floor, action=replace(action, objected=(*action.objected, event.paper)))


ACTS = {
    AskConsensus: Act(chair_between_votes, settle_ask),
    Object: Act(may_object, settle_object),
    AdoptWithoutVote: Act(chair_between_votes, settle_adopt),
}
APPLY = {
    ConsensusAsked: apply_asked,
    ConsensusRefused: apply_refused,
}
