"""Putting substance to the vote: what stands against an amendment or a draft being voted on now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from app.procedure.act import Refusals, against, impossible, stale
from app.procedure.before_the_committee import is_before
from app.procedure.catalogue import Majority
from app.procedure.documents import Amendment, Paper
from app.procedure.parts import waiting_parts
from app.procedure.quorum import members_here, quorum_to_vote
from app.procedure.resolution_debate import first_to_be_put, ready_for_vote
from app.procedure.second_votes import later_meeting
from app.procedure.sponsorship import names_missing
from app.procedure.steps import Step, in_turn, next_step

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Substance = Literal["amendment", "part", "paper"]
RAISED: dict[Majority, Majority] = {"simple_cast": "two_thirds_cast", "simple_present": "two_thirds_present"}
"""What an important question needs instead."""


def paper_put(floor: Floor, about: Substance, subject: str) -> Paper | None:
    """The draft that a question on substance is about, if it is before the committee."""
    match about:
        case "amendment":
            amendment = floor.papers.amendment(subject)
            paper = floor.papers.get(amendment.paper) if amendment else None
        case "part":
            part = floor.papers.part(subject)
            paper = floor.papers.get(part.paper) if part else None
        case "paper":
            paper = floor.papers.get(subject)
        case _:
            assert_never(about)
    there = paper is not None and paper.text is not None and paper.stage == "introduced"
    return paper if there else None


def majority_for(floor: Floor, about: Substance, paper: Paper) -> Majority:
    """What carries a question on substance (resolution_majority, amendment_majority).

    An important question needs two thirds, and so do its amendments and parts [R475].
    """
    rules = floor.rulebook
    majority = rules.amendments.majority if about == "amendment" else rules.votes.resolution
    return RAISED.get(majority, majority) if paper.important else majority


def votable(floor: Floor, subject: str) -> str:
    """The amendment or draft with this key, if a vote on it is still to come; with "" the next question."""
    step = next_step(floor) if not subject else None
    key = step.subject if step is not None else subject
    paper = floor.papers.get(key)
    waits = floor.papers.pending(key) is not None
    return key if waits or (paper is not None and paper.stage == "introduced") else ""


def may_put(floor: Floor, step: Step | None, about: Substance, subject: str) -> Refusals:
    """What stands against putting this to the vote now; `step` is what the voting procedure has next."""
    paper = paper_put(floor, about, subject)
    match about:
        case "amendment":
            amendment = floor.papers.pending(subject)
            if paper is None or amendment is None:
                yield stale("amendment.gone", "subject")
                return
            yield from _amendment(floor, amendment)
        case "part":
            part = floor.papers.part(subject)
            if paper is None or part is None or part not in waiting_parts(floor, paper):
                yield stale("part.gone", "subject")
                return
        case "paper":
            if paper is None:
                yield from is_before(floor.papers.get(subject), "subject")
                return
            yield from later_meeting(floor, paper)
        case _:
            assert_never(about)
    yield from _topic_in_hand(floor, paper)
    if floor.meeting.debate != "closed":
        yield from _debate_over(floor, about, subject if about == "amendment" else paper.key)
    yield from in_turn(floor, step, about, subject)
    yield from _quorum(floor)


def _debate_over(floor: Floor, about: Substance, subject: str) -> Refusals:
    """Votes come after debate: on the topic, or on the one draft or amendment that was debated by itself."""
    if floor.rulebook.timed_debate.used:
        yield from ready_for_vote(floor, subject)
    elif about != "amendment":
        yield against("debate.not_closed")


def way_of_voting(
    floor: Floor, step: Step | None, about: Substance, subject: str, roll_call: bool
) -> Refusals:
    """What stands against voting on it in this way: consensus comes first, a roll call is granted."""
    granted = subject in floor.action.roll_calls
    if about == "paper" and step is not None and step.subject == subject:
        if step.kind == "consensus":
            yield against("consensus.first", "subject")
        elif step.kind == "objections":
            yield against("consensus.asked", "subject")
    if granted and not roll_call:
        yield against("vote.roll_call_granted_only", "mode")
    elif roll_call and not granted and floor.rulebook.roll_call.granted == "simple_majority":
        yield against("vote.roll_call_not_granted", "mode")


def _amendment(floor: Floor, amendment: Amendment) -> Refusals:
    """Introduced, settled on the text as it is; in open debate only where each is debated by itself."""
    if amendment.stage == "proposed":
        yield against("amendment.not_introduced", "subject")
        yield from names_missing(floor, amendment)
    if amendment.standing == "conflict":
        yield impossible("amendment.conflict", "subject", amendment=amendment.key)
    elif amendment.standing == "mergeable":  # the chair confirms the joined text by insisting
        yield against("amendment.mergeable", "subject", amendment=amendment.key)
    if floor.meeting.debate != "closed":
        yield from _in_debate(floor, amendment)


def _in_debate(floor: Floor, amendment: Amendment) -> Refusals:
    """Where each is voted after its own debate [BFI]; what amends it comes before it [STF]."""
    if floor.rulebook.amendments.vote_time != "own_debate":
        yield against("amendment.vote_time")
    for first in first_to_be_put(floor, amendment.key):
        yield against("amendment.second_degree_first", amendment=first.key)


def _topic_in_hand(floor: Floor, paper: Paper) -> Refusals:
    """The second topic is taken after the first [UNAF]: its drafts wait with it."""
    if paper.topic != floor.meeting.topic:
        yield against("paper.other_topic", "subject", paper=paper.name, topic=paper.topic)


def _quorum(floor: Floor) -> Refusals:
    """A vote on substance needs its own quorum (quorum_vote, T29)."""
    here, needed = len(members_here(floor)), quorum_to_vote(floor)
    if here < needed:
        yield against("quorum.vote", here=here, needed=needed)
