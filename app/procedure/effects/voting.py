"""What passed motions about drafts and their votes do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import Outcome
from app.procedure.action import DraftsReordered, RollCallGranted, VotingEntered
from app.procedure.agenda import DebateAdjourned, closing
from app.procedure.amendments import AmendmentWithdrawn
from app.procedure.caucuses import closing_caucus
from app.procedure.consensus import ask_acclamation
from app.procedure.decisions import HouseDivided, ImportanceDeclared, PaperReconsidered
from app.procedure.documents import PENDING
from app.procedure.papers import PaperShown, PaperWithdrawn
from app.procedure.parts import divide, divide_clause_by_clause
from app.procedure.setting_aside import Cause, PaperSetAside
from app.procedure.substance import votable

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion


def enter_voting(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Voting begins; debate that is still open is closed with it [JAM] [PAC]."""
    if floor.meeting.debate == "open":
        yield from closing(floor, at)
    yield VotingEntered()


def reorder_drafts(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The drafts are voted on in another order [DUM]."""
    yield DraftsReordered(motion.terms.order)


def take_roll_call(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The vote on a draft or an amendment, or on the next question, is taken by roll call."""
    subject = votable(floor, motion.terms.amendment or motion.terms.paper)
    if subject:
        yield RollCallGranted(subject)


def declare_important(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The draft, its amendments and its parts need two thirds [DUM] [R475]."""
    yield ImportanceDeclared(motion.terms.paper)


def reconsider(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A decided draft is before the committee again (GA 81/123)."""
    yield PaperReconsidered(motion.terms.paper)


def divide_the_house(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The last vote is repeated, and nobody may abstain [TIME] [PORG]."""
    last = floor.votes.past[-1] if floor.votes.past else None
    if last is not None and last.about in ("paper", "amendment"):
        yield HouseDivided("paper" if last.about == "paper" else "amendment", last.subject)


def withdraw(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A draft or an amendment is taken back."""
    amendment = floor.papers.amendment(motion.terms.amendment)
    if amendment is not None and amendment.stage in PENDING:
        yield AmendmentWithdrawn(amendment.key)
    elif floor.papers.get(motion.terms.paper) is not None:
        yield PaperWithdrawn(motion.terms.paper)


def introduce_working_paper(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Everybody may read the paper; it has no number yet."""
    yield PaperShown(motion.terms.paper)


def refer(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A draft, or the topic, goes to another body [SCR6]."""
    yield from _aside(floor, motion, at, "referred", motion.terms.to)


def postpone(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A draft, or the topic, waits for a day, or without one [SCR6] [UAA]."""
    yield from _aside(floor, motion, at, "postponed", motion.terms.until)


def find_no_competence(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The body cannot deal with a draft, or with the topic [MSU]."""
    yield from _aside(floor, motion, at, "not_competent", "")


def _aside(floor: Floor, motion: Motion, at: int, cause: Cause, words: str) -> Outcome:
    if motion.terms.paper:
        yield PaperSetAside(motion.terms.paper, cause, words)
        return
    yield from closing_caucus(floor, at)
    yield DebateAdjourned(floor.meeting.topic, words if cause == "postponed" else "")


VOTING = (
    enter_voting,
    reorder_drafts,
    divide,
    divide_clause_by_clause,
    take_roll_call,
    ask_acclamation,
    divide_the_house,
    declare_important,
    reconsider,
    withdraw,
    introduce_working_paper,
    refer,
    postpone,
    find_no_competence,
)
LEAVES_OTHERS = frozenset(
    effect.__name__
    for effect in VOTING
    if effect not in (enter_voting, reconsider, refer, postpone, find_no_competence)
)
"""Effects that say how the next questions are put: other motions still wait for their turn."""
