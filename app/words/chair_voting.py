"""What the chair says in voting procedure, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.steps import Step, explains_next, next_step
from app.words.chair_sentences import step_sentence
from app.words.context import Context
from app.words.votes import figures
from resolutions.voting import needed

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.questions import Vote


def step_line(context: Context) -> str:
    """The next question, or what is asked before it is put."""
    step = next_step(context.floor)
    if step is None or step.kind == "done":
        return step_sentence(context, "voting_done")
    match step.kind:
        case "enter":
            return step_sentence(context, "voting_entered")
        case "explanation":
            return step_sentence(context, "explanation", delegation=context.seat(step.subject))
        case "restate":
            amendment = context.amendment(step.subject)
            return step_sentence(context, "amendment_restated", amendment=amendment)
        case "waits":
            return step_sentence(context, "voting_waits", paper=context.paper(step.subject))
        case "consensus":
            return step_sentence(context, "consensus_asked", paper=context.paper(step.subject))
        case "objections":
            return step_sentence(context, "consensus_objections", paper=context.paper(step.subject))
        case "amendment" | "part" | "paper":
            return step_sentence(context, "voting_next", question=_question(context, step))


def explanation_waits(floor: Floor) -> bool:
    """Whether a delegation is heard before the result of the vote is announced."""
    return bool(explains_next(floor))


def yes_needed(vote: Vote) -> int:
    """How many yes carry the vote if everybody votes yes or no."""
    voters = len(vote.order)
    return needed(vote.rule, voters, voters)


def counted(vote: Vote) -> dict[str, str | int]:
    """A counted vote as the sentences name it."""
    tally = vote.tally
    assert tally is not None
    return {
        "figures": figures(tally, vote.procedural),
        "yes": tally.yes,
        "no": tally.no,
        "abstentions": tally.abstain,
        "votes_needed": tally.needed,
    }


def _question(context: Context, step: Step) -> str:
    if step.kind == "amendment":
        return context.amendment(step.subject)
    return context.part(step.subject) if step.kind == "part" else context.paper(step.subject)
