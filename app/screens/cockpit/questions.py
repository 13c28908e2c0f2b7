"""The drafts and amendments that can be put to the vote, in the order of voting."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.action import drafts
from app.procedure.amendment_order import amendments_in_order
from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.majorities import todays_rule
from app.procedure.parts import waiting_parts
from app.procedure.questions import About, Mode
from app.procedure.quorum import electorate
from app.procedure.roster import Matter
from app.procedure.substance import Substance, majority_for
from app.procedure.voting import OpenVote
from app.screens.cockpit.common import closed, names
from app.screens.directory import Directory
from app.screens.shown import Option, told, tongue, who
from app.words import threshold_sentence
from app.words.language import capital


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
    """For each draft in its turn its introduced amendments, its parts, then the draft itself.

    In a timed debate only what is in hand: the draft, or the amendment that is on top of it.
    """
    found: list[Question] = []
    debate = floor.resolution_debate
    if debate is not None and debate.amendments:
        paper = floor.papers.get(debate.draft.subject)
        now = debate.now.subject
        return (_question(floor, directory, "amendment", paper, now, ""),) if paper is not None else ()
    for paper in drafts(floor):
        if debate is not None and paper.key != debate.draft.subject:
            continue
        amendments = amendments_in_order(floor, paper)
        found += [_question(floor, directory, "amendment", paper, one.key, "") for one in amendments]
        parts = waiting_parts(floor, paper)
        found += [_question(floor, directory, "part", paper, one.key, "") for one in parts]
        found.append(_question(floor, directory, "paper", paper, paper.key, paper.title))
    return tuple(found)


def starts(floor: Floor, directory: Directory) -> tuple[Option, ...]:
    """From whom a roll call on substance may start, when a lot was drawn."""
    voters = electorate(floor, "draft")
    return tuple(Option(key, who(directory, key).name) for key in voters)


def _question(
    floor: Floor, directory: Directory, about: Substance, paper: Paper, subject: str, detail: str
) -> Question:
    context, majority = told(floor, directory), majority_for(floor, about, paper)
    match about:
        case "amendment":
            title = context.amendment(subject)
        case "part":
            title = context.part(subject)
        case "paper":
            title = names(floor, directory)[f"paper:{subject}"]
    matter: Matter = "amendment" if about == "amendment" else "draft"
    voters, carries = len(electorate(floor, matter)), todays_rule(floor, majority, matter)
    threshold = threshold_sentence(carries, voters, gettext=tongue(directory)) if voters else ""
    usual: Mode = "placards" if about == "amendment" else "roll_call"
    why = closed(floor, directory, OpenVote)
    return Question(about, subject, capital(title), detail, threshold, usual, why)
