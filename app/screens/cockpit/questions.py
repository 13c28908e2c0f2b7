"""The drafts and amendments that can be put to the vote, in the order of voting."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.catalogue import Majority
from app.procedure.floor import Floor
from app.procedure.questions import About, Mode
from app.procedure.quorum import electorate
from app.procedure.voting import OpenVote
from app.screens.cockpit.common import Option, closed, names, told, tongue, who
from app.screens.directory import Directory
from app.words import threshold_sentence
from app.words.language import capital
from resolutions.voting import MajorityRule


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be put: what it is about, its subject's key, and how it is usually voted on."""

    about: About
    subject: str
    title: str
    detail: str
    threshold: str
    usual: Mode
    why_not: str


def questions(floor: Floor, directory: Directory) -> tuple[Question, ...]:
    """For each draft before the committee its introduced amendments, then the draft itself."""
    found: list[Question] = []
    for paper in floor.papers.before_the_committee(floor.meeting.topic):
        waiting = [one for one in floor.papers.pending_amendments(paper.key) if one.stage == "introduced"]
        found += [_question(floor, directory, "amendment", one.key, "") for one in waiting]
        found.append(_question(floor, directory, "paper", paper.key, paper.title))
    return tuple(found)


def starts(floor: Floor, directory: Directory) -> tuple[Option, ...]:
    """From whom a roll call on substance may start, when a lot was drawn."""
    voters = electorate(floor, procedural=False)
    return tuple(Option(key, who(directory, key).name) for key in voters)


def _question(floor: Floor, directory: Directory, about: About, subject: str, detail: str) -> Question:
    context, rules = told(floor, directory), floor.rulebook.votes
    majority: Majority = rules.amendment if about == "amendment" else rules.resolution
    title = (
        context.amendment(subject) if about == "amendment" else names(floor, directory)[f"paper:{subject}"]
    )
    voters = len(electorate(floor, procedural=False))
    threshold = (
        threshold_sentence(MajorityRule(majority), voters, gettext=tongue(directory)) if voters else ""
    )
    usual: Mode = "placards" if about == "amendment" else "roll_call"
    why = closed(floor, directory, OpenVote)
    return Question(about, subject, capital(title), detail, threshold, usual, why)
