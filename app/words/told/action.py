"""Minutes of the voting procedure: its beginning, the order of drafts, what was divided or set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_
from app.words.measures import listed

if TYPE_CHECKING:
    from app.procedure.action import DraftsReordered, RollCallGranted
    from app.procedure.consensus import ConsensusAsked, ConsensusRefused
    from app.procedure.decisions import HouseDivided
    from app.procedure.explanations import ExplanationHeard
    from app.procedure.parts import PartDecided, QuestionDivided


def reordered(event: DraftsReordered, context: Context) -> str:
    """The drafts in their new order."""
    drafts = listed([context.paper(key) for key in event.order], context.gettext)
    return context.say(N_("The drafts are voted on in this order: {drafts}."), drafts=drafts)


def roll_call(event: RollCallGranted, context: Context) -> str:
    """On what."""
    paper = context.floor.papers.get(event.subject)
    subject = context.paper(event.subject) if paper else context.amendment(event.subject)
    return context.say(N_("The vote on {subject} is taken by roll call."), subject=subject)


def asked(event: ConsensusAsked, context: Context) -> str:
    """About which draft."""
    return context.say(
        N_("The chair asked whether anybody objects to adopting {paper} without a vote."),
        paper=context.paper(event.asked.paper),
    )


def refused(event: ConsensusRefused, context: Context) -> str:
    """By whom."""
    return context.say(
        N_("{seat} objected to adopting {paper} without a vote."),
        seat=context.seat(event.seat),
        paper=context.paper(event.paper),
    )


def divided(event: QuestionDivided, context: Context) -> str:
    """Into which parts."""
    parts = [part.key for part in event.parts]
    if not parts:
        return context.say(N_("{paper} was not divided further."), paper=context.paper(event.paper))
    return context.say(
        N_("{paper} was divided; voted on apart: {parts}."),
        paper=context.paper(event.paper),
        parts=listed(parts, context.gettext),
    )


def part_decided(event: PartDecided, context: Context) -> str:
    """Kept, removed, or made an annex."""
    message = N_("{part} was kept.") if event.kept else N_("{part} was rejected.")
    if event.annex:
        message = N_("{part} was adopted as an annex.")
    return context.say(message, part=context.part(event.part))


def explanation(event: ExplanationHeard, context: Context) -> str:
    """By whom."""
    return context.say(N_("{seat} explained its vote."), seat=context.seat(event.seat))


def house_divided(event: HouseDivided, context: Context) -> str:
    """On what."""
    subject = context.paper(event.subject) if event.about == "paper" else context.amendment(event.subject)
    message = N_("The house was divided: {subject} is voted on again, and nobody may abstain.")
    return context.say(message, subject=subject)


def same(message: str) -> Teller:
    """Tells an event that is always told in the same words."""
    return lambda event, context: context.say(message)


TELLERS: dict[str, Teller] = {
    "VotingEntered": same(N_("Voting procedure began.")),
    "DraftsReordered": reordered,
    "RollCallGranted": roll_call,
    "ConsensusAsked": asked,
    "ConsensusRefused": refused,
    "QuestionDivided": divided,
    "PartDecided": part_decided,
    "HouseDivided": house_divided,
    "ExplanationHeard": explanation,
}
