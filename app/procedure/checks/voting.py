"""What stands against motions about drafts and their votes, as the floor is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.procedure.act import LONGEST_KEY, Refusals, against, forbidden, impossible, stale
from app.procedure.action import drafts
from app.procedure.amendments import movers_only
from app.procedure.before_the_committee import is_before
from app.procedure.consensus import check_acclamation
from app.procedure.parts import check_division
from app.procedure.sponsorship import text_is_put, unamended
from app.procedure.substance import votable
from resolutions.lifecycle import WRITABLE, Step, allowed

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.terms import Terms


def check_entering(floor: Floor, terms: Terms) -> Refusals:
    """Voting procedure is entered once."""
    if floor.action.on:
        yield stale("voting.entered")


def check_order(floor: Floor, terms: Terms) -> Refusals:
    """Every draft that waits is named, once."""
    waiting = [paper.key for paper in drafts(floor)]
    if len(waiting) < 2 or sorted(terms.order) != sorted(waiting):
        yield impossible("voting.order", "order")
    elif list(terms.order) == waiting:
        yield stale("voting.order_same", "order")


def check_clause_by_clause(floor: Floor, terms: Terms) -> Refusals:
    """A draft before the committee that is not being voted on."""
    yield from _before_the_committee(floor, terms.paper)


def check_roll_call(floor: Floor, terms: Terms) -> Refusals:
    """On a question of substance that is still to be put, once."""
    subject = votable(floor, terms.amendment or terms.paper)
    if not subject:
        yield impossible("vote.nothing_to_call", "paper")
    elif subject in floor.action.roll_calls:
        yield stale("vote.roll_call_granted", "paper")


def check_important(floor: Floor, terms: Terms) -> Refusals:
    """A draft before the committee, once."""
    yield from _before_the_committee(floor, terms.paper)
    paper = floor.papers.get(terms.paper)
    if paper is not None and paper.important:
        yield stale("paper.important_already", "paper", paper=paper.name)


def check_reconsideration(floor: Floor, terms: Terms) -> Refusals:
    """A draft that was adopted or failed."""
    yield from _takes(floor, terms.paper, "reconsider")


def check_divided_house(floor: Floor, terms: Terms) -> Refusals:
    """The vote just announced, if some abstained, in a house that divides (T66).

    A text that an adopted amendment or part has changed is not unwritten: that is for reconsideration.
    """
    if floor.rulebook.action.divide_the_house != "no_abstentions_revote":
        yield against("house.not_divided")
    last = floor.votes.past[-1] if floor.votes.past else None
    if last is None or last.tally is None or last.about not in ("paper", "amendment"):
        yield impossible("house.no_vote")
        return
    if not last.tally.abstain:
        yield impossible("house.nobody_abstained")
    if last.subject in floor.action.divided:
        yield against("house.divided_once")
    if last.about == "paper":
        yield from _takes(floor, last.subject, "reconsider")
        return
    amendment = floor.papers.amendment(last.subject)
    paper = floor.papers.get(amendment.paper) if amendment else None
    if amendment is None or amendment.stage != "failed" or paper is None or paper.stage != "introduced":
        yield impossible("house.text_changed")


def check_withdrawal(floor: Floor, terms: Terms) -> Refusals:
    """An amendment or a paper that is not decided, and not being voted on."""
    if terms.amendment:
        if floor.papers.pending(terms.amendment) is None:
            yield stale("amendment.gone", "amendment")
        return
    yield from _takes(floor, terms.paper, "withdraw")
    yield from unamended(floor, terms.paper)


def check_showing(floor: Floor, terms: Terms) -> Refusals:
    """A working paper that not everybody can read yet."""
    paper = floor.papers.get(terms.paper)
    if paper is None or paper.stage not in (*WRITABLE, "submitted"):
        yield impossible("paper.no_working_paper", "paper")
    elif paper.is_public:
        yield stale("paper.shown_already", "paper", paper=paper.name)


def check_no_action(floor: Floor, terms: Terms) -> Refusals:
    """An amendment or a draft before the committee; without one it is the topic in hand."""
    if not terms.amendment:
        yield from check_aside(floor, terms)
        return
    amendment = floor.papers.pending(terms.amendment)
    if amendment is None:
        yield stale("amendment.gone", "amendment")
    elif amendment.stage != "introduced":
        yield against("amendment.not_introduced", "amendment")
    elif floor.votes.about("amendment", amendment.key):
        yield impossible("vote.open_now")


def check_aside(floor: Floor, terms: Terms) -> Refusals:
    """A draft before the committee; without one it is the topic in hand."""
    if terms.paper:
        yield from _takes(floor, terms.paper, "set_aside")
    elif floor.meeting.debate == "none":
        yield impossible("debate.none")


def _before_the_committee(floor: Floor, key: str) -> Refusals:
    paper = floor.papers.get(key)
    if paper is None or paper.stage != "introduced":
        yield from is_before(paper, "paper")
    elif text_is_put(floor, key):
        yield impossible("vote.open_now")


def _takes(floor: Floor, key: str, step: Step) -> Refusals:
    """What stands against a step in a paper's life."""
    paper = floor.papers.get(key)
    if paper is None:
        yield impossible("paper.unknown", "paper", paper=key[:LONGEST_KEY])
    elif not allowed(paper.stage, step):
        yield impossible("paper.wrong_stage", "paper", paper=paper.name, stage=paper.stage)
    elif text_is_put(floor, key):
        yield impossible("vote.open_now")


def check_mover(floor: Floor, effect: str, seat: str, terms: Terms) -> Refusals:
    """What stands against this delegation moving it: only its sponsors take a text back."""
    if effect != "withdraw":
        return
    amendment, paper = floor.papers.amendment(terms.amendment), floor.papers.get(terms.paper)
    if amendment is not None:
        yield from movers_only(floor, seat, amendment)
    elif paper is not None and seat not in paper.sponsors:
        yield forbidden("paper.sponsors_only")


VOTING_CHECKS: dict[str, Callable[[Floor, Terms], Refusals]] = {
    "enter_voting": check_entering,
    "reorder_drafts": check_order,
    "divide": check_division,
    "divide_clause_by_clause": check_clause_by_clause,
    "take_roll_call": check_roll_call,
    "ask_acclamation": check_acclamation,
    "divide_the_house": check_divided_house,
    "declare_important": check_important,
    "reconsider": check_reconsideration,
    "withdraw": check_withdrawal,
    "introduce_working_paper": check_showing,
    "adjourn_debate": check_no_action,
    "refer": check_aside,
    "postpone": check_aside,
    "find_no_competence": check_aside,
}
VOTING_NEEDS_DEBATE: dict[str, tuple[str, ...]] = {
    "enter_voting": ("open", "closed"),
    "reorder_drafts": ("closed",),
    "ask_acclamation": ("closed",),
}
"""Effects that mean nothing unless debate on a topic is in these states, whatever the chair insists on."""
