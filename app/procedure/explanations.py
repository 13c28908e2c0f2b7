"""Explanations of vote: why a delegation votes as it does, in a short speech; never by the sponsors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    dais,
    impossible,
    sits,
    stale,
)
from app.procedure.action import explanations_left
from app.procedure.presence import present
from app.procedure.questions import Vote
from app.procedure.quorum import electorate
from app.procedure.resolution_debate import votes_one_by_one
from app.procedure.roster import delegations_here
from app.procedure.speeches import SpeechBegan, end_of_speech, same_speaker
from app.procedure.steps import Step, next_step

if TYPE_CHECKING:
    from app.procedure.floor import Floor

EXPLANATION = "explanation"
"""What a speech of this sort is called among speeches."""
MOST_BY_PLACARDS = 3


@dataclass(frozen=True, slots=True)
class HearExplanation:
    """Give the floor to a delegation to explain its vote on `subject`, a draft, an amendment or a part.

    `after` is who is speaking now ("" for nobody).
    """

    subject: str
    seat: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class ExplanationHeard:
    """A delegation explains its vote on this draft, amendment or part."""

    subject: str
    seat: str


def may_hear(floor: Floor, by: str) -> Refusals:
    """Between votes, and between the count and the announcement; nobody speaks into a vote (GA 88/128)."""
    yield from dais(floor, by)
    yield from between_votes(floor)


def between_votes(floor: Floor) -> Refusals:
    """What stands against any explanation of vote now."""
    yield from sits(floor)
    if floor.meeting.debate != "closed" and not votes_one_by_one(floor):
        yield stale("explanation.nothing")
    if floor.votes.now is not None and floor.votes.now.is_open:
        yield impossible("vote.open_now")
    if floor.elections.now is not None:
        yield impossible("election.open_now")


def explained_now(floor: Floor) -> tuple[str, ...]:
    """The questions on which votes are explained now: the one that was voted on last, the next draft."""
    if any(between_votes(floor)):
        return ()
    last = floor.votes.now or (floor.votes.past[-1] if floor.votes.past else None)
    step = next_step(floor)
    found = dict.fromkeys((last.subject if last else "", step.subject if step else ""))
    return tuple(key for key in found if floor.papers.about(key) and _explained_now(floor, key, step))


def explainable(floor: Floor) -> tuple[str, ...]:
    """Those of them on which some delegation that is here may explain its vote."""
    here = delegations_here(floor)
    return tuple(
        key for key in explained_now(floor) if any(not any(_not_its(floor, key, seat)) for seat in here)
    )


def explains(floor: Floor, seat: str) -> str:
    """The first of these on which the house lets a delegation explain its vote; "" for none."""
    if not floor.attendance.here(seat):
        return ""
    return next((key for key in explained_now(floor) if not any(_not_its(floor, key, seat))), "")


def settle_hear(floor: Floor, by: str, at: int, command: HearExplanation) -> Outcome:
    """Who may explain, and when, is the house's (explanation_of_vote)."""
    yield from same_speaker(floor, command.after)
    seat = floor.seats.get(command.seat)
    if seat is None or seat.is_dais or seat.closed:
        yield impossible("seat.name_one", "seat")
        return
    yield from present(floor, seat.key, "seat")
    if floor.papers.about(command.subject) is None or not _explained_now(
        floor, command.subject, next_step(floor)
    ):
        yield impossible("explanation.nothing", "subject")
        return
    yield from _not_its(floor, command.subject, seat.key)
    yield from end_of_speech(floor, at)
    yield ExplanationHeard(command.subject, seat.key)
    yield SpeechBegan(seat.key, EXPLANATION, floor.rulebook.action.explanation_seconds * 1000)


def _explained_now(floor: Floor, subject: str, step: Step | None) -> bool:
    """Whether this was voted on last, or is the draft that is put next, in this `step`."""
    next_draft = step is not None and step.kind in ("consensus", "objections", "paper") and step.subject
    return _vote_on(floor, subject) is not None or (floor.votes.now is None and next_draft == subject)


def _vote_on(floor: Floor, subject: str) -> Vote | None:
    """The vote that was taken last, if it was on this."""
    last = floor.votes.now or (floor.votes.past[-1] if floor.votes.past else None)
    on_it = last is not None and not last.procedural and last.subject == subject
    return last if on_it else None


def _not_its(floor: Floor, subject: str, seat: str) -> Refusals:
    """What stands against a delegation that is here explaining its vote on this."""
    paper = floor.papers.about(subject)
    if (subject, seat) in floor.action.explained:
        yield against("explanation.given", "seat", seat=seat)
    if paper is not None and seat in paper.sponsors:
        yield against("explanation.sponsor", "seat", seat=seat)
    yield from _entitled(floor, subject, seat)


def _entitled(floor: Floor, subject: str, seat: str) -> Refusals:
    """What stands against this delegation explaining this vote now."""
    match floor.rulebook.action.explanations:
        case "with_rights_only":
            if seat not in explanations_left(floor):
                yield against("explanation.with_rights", "seat", seat=seat)
        case "three_speakers":
            yield from _three(floor, subject, seat)
        case "any_voter_before_or_after":
            vote = _vote_on(floor, subject)
            voters = vote.order if vote is not None else electorate(floor, "draft")
            if seat not in voters:
                yield against("explanation.voters", "seat", seat=seat)


def _three(floor: Floor, subject: str, seat: str) -> Refusals:
    """After the vote one speaker for, one against and one who abstained [CAIS]; by placards, three."""
    vote = _vote_on(floor, subject)
    if vote is None or seat not in vote.order:
        yield against("explanation.voters", "seat", seat=seat)
        return
    heard = [who for about, who in floor.action.explained if about == subject]
    ballots = vote.ballots
    said = ballots[seat].choice if seat in ballots else ""
    same_side = any(who in ballots and ballots[who].choice == said for who in heard)
    if len(heard) >= MOST_BY_PLACARDS or (said and same_side):
        yield against("explanation.three", "seat", seat=seat)


def not_all_heard(floor: Floor) -> Refusals:
    """What stands against announcing the result: delegations that voted with rights are heard first."""
    left = explanations_left(floor) if floor.rulebook.action.explanations == "with_rights_only" else ()
    if left:
        yield against("explanation.first", seat=left[0])


def end_of_explanation(floor: Floor, at: int) -> Outcome:
    """The event that ends the explanation on the floor, if one is given."""
    if floor.speeches.now is not None and floor.speeches.now.list == EXPLANATION:
        yield from end_of_speech(floor, at)


def apply_heard(floor: Floor, event: ExplanationHeard, at: int) -> Floor:
    """Once each."""
    explained = (*floor.action.explained, (event.subject, event.seat))
    return replace(floor, action=replace(floor.action, explained=explained))


ACTS = {HearExplanation: Act(may_hear, settle_hear)}
APPLY = {ExplanationHeard: apply_heard}
