"""The voting procedure step by step: what is put next, and what stands against putting something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Refusals, against
from app.procedure.action import drafts, explanations_left, tied
from app.procedure.amendment_order import amendments_in_order
from app.procedure.documents import Paper
from app.procedure.parts import waiting_parts
from app.procedure.questions import About
from app.procedure.resolution_debate import draft_at_its_vote

if TYPE_CHECKING:
    from app.procedure.floor import Floor

StepKind = Literal[
    "enter",
    "amendment",
    "explanation",
    "restate",
    "part",
    "consensus",
    "objections",
    "paper",
    "waits",
    "done",
]


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next in voting procedure.

    `enter`: the procedure is still to be entered; `amendment`, `part` and `paper`: `subject`, its key, is put
    to the vote; `restate`: the amendment `subject` contradicts the text and is restated, withdrawn or
    declared moot; `explanation`: the seat `subject` voted with rights and explains its vote before the result
    is announced; `consensus`: the chair asks whether the draft can be adopted without a vote; `objections`:
    it has asked, and adopts the draft or notes an objection; `waits`: the vote on the draft `subject` was
    tied and is taken once more at a later meeting; `done`: nothing is left, and voting ends.
    """

    kind: StepKind
    subject: str = ""


def next_step(floor: Floor) -> Step | None:
    """What is put next (rules reference, section 6); None while the topic is not being voted on.

    Draft by draft, or the one in hand when its timed debate has come to its end: the amendments to it, the
    parts it was divided into, then the draft itself.
    """
    if floor.meeting.debate != "closed":
        paper = draft_at_its_vote(floor)
        return _of_draft(floor, paper) if paper is not None else None
    if not floor.action.on:
        return Step("enter")
    if seat := explains_next(floor):
        return Step("explanation", seat)
    for paper in drafts(floor):
        return _of_draft(floor, paper)
    for paper in tied(floor):
        return Step("waits", paper.key)
    return Step("done")


def explains_next(floor: Floor) -> str:
    """Who voted with rights and is heard before the result is announced; "" for nobody."""
    if not floor.action.on or floor.rulebook.action.explanations != "with_rights_only":
        return ""
    return next(iter(explanations_left(floor)), "")


def _of_draft(floor: Floor, paper: Paper) -> Step:
    for amendment in amendments_in_order(floor, paper):
        return Step("restate" if amendment.standing == "conflict" else "amendment", amendment.key)
    for part in waiting_parts(floor, paper):
        return Step("part", part.key)
    if floor.action.asked is not None and floor.action.asked.paper == paper.key:
        return Step("objections", paper.key)
    if floor.rulebook.action.consensus_first and paper.key not in floor.action.objected:
        return Step("consensus", paper.key)
    return Step("paper", paper.key)


def in_turn(floor: Floor, step: Step | None, about: About, subject: str) -> Refusals:
    """What stands against putting this to the vote now: the voting procedure has `step` first."""
    if (
        step is None
        or step.kind in ("waits", "done")
        or (about, subject) == (_ABOUT.get(step.kind), step.subject)
    ):
        return
    if step.kind == "enter":
        yield against("voting.not_entered")
    elif about == "paper" and _ABOUT.get(step.kind) == "amendment" and _paper_of(floor, step) == subject:
        yield against("amendment.first", amendment=step.subject)
    else:
        yield against("voting.turn", "subject", question=_called(floor, step))


_ABOUT: dict[StepKind, About] = {
    "amendment": "amendment",
    "restate": "amendment",
    "part": "part",
    "consensus": "paper",
    "objections": "paper",
    "paper": "paper",
}


def _paper_of(floor: Floor, step: Step) -> str:
    found = floor.papers.amendment(step.subject)
    return found.paper if found else ""


def _called(floor: Floor, step: Step) -> str:
    """What the committee calls the subject of a step: the symbol of a draft, the key of an amendment."""
    paper = floor.papers.get(step.subject)
    return paper.name if paper is not None else step.subject
