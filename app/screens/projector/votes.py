"""The board in a vote: the question, the roll call, and, once it is announced, the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.sharing import shows_names
from app.screens.directory import Directory
from app.screens.projector.drawn import hemicycle
from app.screens.projector.fresh import motion_of
from app.screens.projector.parts import Cell, Grid, grid
from app.screens.shown import Who, told, who
from app.words import motion_title, result_sentence, threshold_of
from app.words.context import Context
from app.words.language import capital
from resolutions.voting import Tally


@dataclass(frozen=True, slots=True)
class Question:
    """A question is put, by placards or by devices; of what has come in only the number is shown."""

    template: ClassVar[str] = "projector/question.html"
    coalesced: ClassVar[bool] = True
    text: str
    by: str
    title: str
    threshold: str
    mode: str
    received: int
    electorate: int
    counted: bool


@dataclass(frozen=True, slots=True)
class RollCallVote:
    """Who is called, who comes next, and the answers as they were spoken."""

    template: ClassVar[str] = "projector/roll_call_vote.html"
    coalesced: ClassVar[bool] = False
    subject: str
    called: Who | None
    second_round: bool
    then: tuple[str, ...]
    grid: Grid
    answered: int
    threshold: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """How many gave one answer."""

    choice: str
    number: int


@dataclass(frozen=True, slots=True)
class Result:
    """An announced result: picture, verdict, figures, and the sentence that explains them."""

    template: ClassVar[str] = "projector/result.html"
    coalesced: ClassVar[bool] = False
    subject: str
    mode: str
    procedural: bool
    passed: bool
    figures: tuple[Figure, ...]
    sentence: str
    picture: Markup


def question(floor: Floor, directory: Directory, vote: Vote) -> Question:
    """The words of the motion, or the draft's name and title with its sponsors."""
    context, motion = told(floor, directory), motion_of(floor, vote)
    paper = floor.papers.get(vote.subject) if vote.about == "paper" else None
    sponsors = paper.sponsors if paper and shows_names(floor, paper) else ()
    by = motion.movers if motion else sponsors
    return Question(
        capital(context.question(vote)),
        context.seats(by) if by else "",
        paper.title if paper else "",
        threshold_of(vote, context.gettext),
        vote.mode,
        len(vote.ballots),
        len(vote.order),
        vote.tally is not None,
    )


def roll_call_vote(floor: Floor, directory: Directory, vote: Vote) -> RollCallVote:
    """The calling order with the letters; a seat that passed waits for its second call."""
    context, called = told(floor, directory), vote.next()
    now = called[0] if called else ""
    return RollCallVote(
        capital(context.question(vote)),
        who(directory, now) if now else None,
        called is not None and called[1] > 1,
        tuple(directory.entry(key).short_name for key in _next_called(vote, now)),
        grid(tuple(_cell(vote, directory, key, now) for key in vote.order)),
        len(vote.ballots) + len(vote.silent),
        threshold_of(vote, context.gettext),
        vote.tally is not None,
    )


def result(floor: Floor, directory: Directory, vote: Vote) -> Result:
    """What was announced; raises AssertionError for a vote that is not counted."""
    context = told(floor, directory)
    assert vote.tally is not None
    return Result(
        subject_of(context, vote),
        vote.mode,
        vote.procedural,
        vote.tally.passed,
        figures_of(vote.tally, vote.procedural),
        result_sentence(vote.tally, vote.rule, "", context.names, vote.procedural, context.gettext),
        hemicycle(vote, directory, "board-hemi", context.gettext),
    )


def subject_of(context: Context, vote: Vote) -> str:
    """What a vote was about, as a title: "DR 1.1, Reintegration", "Moderated caucus, 10 min of 60 s"."""
    motion = motion_of(context.floor, vote)
    if motion is not None:
        return motion_title(motion.kind, motion.terms, context.names, context.gettext)
    paper = context.floor.papers.get(vote.subject) if vote.about == "paper" else None
    title = f", {paper.title}" if paper and paper.title else ""
    return capital(context.question(vote)) + title


def figures_of(tally: Tally, procedural: bool) -> tuple[Figure, ...]:
    """Yes and no always; abstentions and silence where there were any, or where they are in order."""
    figures = [Figure("yes", tally.yes), Figure("no", tally.no)]
    if tally.abstain or not procedural:
        figures.append(Figure("abstain", tally.abstain))
    if tally.not_voting:
        figures.append(Figure("none", tally.not_voting))
    return tuple(figures)


def _next_called(vote: Vote, now: str) -> tuple[str, ...]:
    """The two who come after the one that is called."""
    done = {*vote.ballots, *vote.silent, now}
    first = [key for key in vote.order if key not in done]
    passed = [key for key in vote.order if _passed(vote, key) and key != now]
    return tuple((first + passed)[:2]) if now else ()


def _cell(vote: Vote, directory: Directory, key: str, now: str) -> Cell:
    ballot = vote.ballots.get(key)
    choice = ballot.choice if ballot else "absent" if key in vote.silent else ""
    state = "now" if key == now else "" if choice else "wait"
    return Cell(f"vote-{key}", directory.entry(key).short_name, choice, state)


def _passed(vote: Vote, key: str) -> bool:
    ballot = vote.ballots.get(key)
    return ballot is not None and ballot.choice == "pass" and key not in vote.silent
