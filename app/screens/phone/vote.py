"""The vote as everybody may see it: the question, what carries it, how many have voted, and the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.screens.directory import Directory
from app.screens.shown import Who, told, tongue, who
from app.words import motion_detail, motion_title, result_sentence, threshold_of
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class Putting:
    """The question on the floor; never how anybody voted. `received` counts votes, -1 where none are sent."""

    number: int
    question: str
    about: str
    threshold: str
    mode: str
    open: bool
    received: int
    of: int
    called: Who | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last result that was announced, with its figures."""

    number: int
    question: str
    sentence: str
    passed: bool
    figures: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Voting:
    """The vote on the floor, and the result before it."""

    template: ClassVar[str] = "phone/vote.html"
    coalesced: ClassVar[bool] = True

    committee: int
    now: Putting | None
    last: Outcome | None


def voting(floor: Floor, directory: Directory) -> Voting:
    """What everybody may know of the vote on the floor."""
    now, past = floor.votes.now, floor.votes.past
    last = _outcome(floor, directory, past[-1]) if past and now is None else None
    return Voting(directory.committee, _putting(floor, directory, now) if now else None, last)


def question_of(floor: Floor, directory: Directory, vote: Vote) -> str:
    """What a vote is about, as a title."""
    context = told(floor, directory)
    motion = context.motion(int(vote.subject)) if vote.about == "motion" else None
    if motion is not None:
        return motion_title(motion.kind, motion.terms, context.names, context.gettext)
    return capital(context.question(vote))


def about_of(floor: Floor, directory: Directory, vote: Vote) -> str:
    """What the title of a motion leaves out; the title of a draft."""
    context = told(floor, directory)
    if vote.about == "motion":
        motion = context.motion(int(vote.subject))
        return motion_detail(motion.kind, motion.terms, context.names, context.gettext) if motion else ""
    paper = floor.papers.get(vote.subject) if vote.about == "paper" else None
    return paper.text.title if paper and paper.text else ""


def _putting(floor: Floor, directory: Directory, vote: Vote) -> Putting:
    called = vote.next() if vote.mode == "roll_call" and vote.is_open else None
    return Putting(
        vote.number,
        question_of(floor, directory, vote),
        about_of(floor, directory, vote),
        threshold_of(vote, tongue(directory)),
        vote.mode,
        vote.is_open,
        -1 if vote.mode == "placards" else len(vote.ballots) + len(vote.silent),
        len(vote.order),
        who(directory, called[0]) if called else None,
    )


def _outcome(floor: Floor, directory: Directory, vote: Vote) -> Outcome:
    tally, names = vote.counted(), directory.short_names
    figures = [("yes", tally.yes), ("no", tally.no)]
    if tally.abstain or not vote.procedural:
        figures.append(("abstain", tally.abstain))
    return Outcome(
        vote.number,
        question_of(floor, directory, vote),
        result_sentence(tally, vote.rule, "", names, vote.procedural, tongue(directory)),
        tally.passed,
        tuple(figures),
    )
