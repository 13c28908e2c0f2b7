"""The panel of votes: the roll with its letters, corrections, calling off, what can be put, what was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.second_looks import sponsors_against
from app.screens.cockpit.election import ElectionsView, elections
from app.screens.cockpit.questions import Question, questions, starts
from app.screens.cockpit.voting import Asked, ask
from app.screens.directory import Directory
from app.screens.shown import Option, Who, told, tongue, who
from app.words import result_sentence
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class Called:
    """One name of the roll: its answer ("" before it was called), "now" or "wait", with rights or not."""

    who: Who
    choice: str
    state: str
    with_rights: bool


@dataclass(frozen=True, slots=True)
class OpenVoteView:
    """The vote on the floor, but for what the chair presses: that stands under Now."""

    asked: Asked
    mode: str
    counted: bool
    grid: tuple[Called, ...]
    again: tuple[Who, ...]
    explain: tuple[Who, ...]
    must_vote: tuple[Who, ...]
    against_own: tuple[Who, ...]
    correctable: tuple[Option, ...]
    changeable: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A vote that was announced."""

    number: int
    title: str
    sentence: str
    passed: bool


@dataclass(frozen=True, slots=True)
class VotesView:
    """The panel. `adopted` are drafts that a further one may not contradict, where the house asks for it."""

    template: ClassVar[str] = "cockpit/votes.html"
    coalesced: ClassVar[bool] = False
    committee: int
    now: OpenVoteView | None
    questions: tuple[Question, ...]
    starts: tuple[Option, ...]
    adopted: tuple[Option, ...]
    past: tuple[Past, ...]
    elections: ElectionsView


def draw_votes(floor: Floor, directory: Directory) -> VotesView:
    """The vote that is taken, those that can be, those that were (the latest first)."""
    now = floor.votes.now
    past = tuple(_past(floor, directory, vote) for vote in reversed(floor.votes.past))
    can_be = questions(floor, directory) if now is None else ()
    lots = starts(floor, directory) if can_be else ()
    opened, adopted = _open(floor, directory, now) if now else None, _adopted(floor)
    return VotesView(
        directory.committee,
        opened,
        can_be,
        lots,
        adopted if can_be else (),
        past,
        elections(floor, directory),
    )


def _adopted(floor: Floor) -> tuple[Option, ...]:
    """The adopted drafts of the topic, where a further one may not contradict them [PAC]."""
    if floor.rulebook.action.several_drafts != "non_contradictory_only":
        return ()
    found = (
        one for one in floor.papers.papers if one.stage == "adopted" and one.topic == floor.meeting.topic
    )
    return tuple(Option(one.key, f"{one.name} {one.title}") for one in found)


def _open(floor: Floor, directory: Directory, vote: Vote) -> OpenVoteView:
    by_roll = vote.mode == "roll_call"
    ballots = vote.ballots
    asked = ask(floor, directory, vote)

    def named(keys: tuple[str, ...]) -> tuple[Who, ...]:
        return tuple(who(directory, key) for key in keys)

    answered = tuple(key for key in vote.order if key in ballots or key in vote.silent)
    passed = tuple(key for key in vote.order if key in ballots and ballots[key].choice == "pass")
    rights = tuple(key for key in vote.order if key in ballots and ballots[key].with_rights)
    latest = (
        *reversed([key for key in answered if key in ballots]),
        *(key for key in answered if key in vote.silent),
    )
    return OpenVoteView(
        asked,
        vote.mode,
        not vote.is_open,
        _grid(directory, vote) if by_roll else (),
        named(passed) if by_roll and vote.is_open else (),
        named(rights) if by_roll else (),
        named(tuple(key for key in vote.order if key in vote.must_vote)) if by_roll else (),
        named(sponsors_against(floor)) if by_roll else (),
        tuple(Option(key, who(directory, key).name) for key in latest) if by_roll else (),
        by_roll and floor.rulebook.votes.change_until != "never",
        ("yes", "no", "abstain") if asked.may_abstain else ("yes", "no"),
    )


def _grid(directory: Directory, vote: Vote) -> tuple[Called, ...]:
    """The roll in calling order; answers of a roll call are given aloud."""
    called = vote.next() if vote.is_open else None
    rows = []
    for key in vote.order:
        given = vote.ballots.get(key)
        choice = given.choice if given else "none" if key in vote.silent else ""
        state = "now" if called and called[0] == key else "" if choice else "wait"
        rows.append(Called(who(directory, key), choice, state, bool(given and given.with_rights)))
    return tuple(rows)


def _past(floor: Floor, directory: Directory, vote: Vote) -> Past:
    tally, speak = vote.counted(), tongue(directory)
    sentence = result_sentence(tally, vote.rule, "", directory.short_names, vote.procedural, speak)
    return Past(vote.number, capital(told(floor, directory).question(vote)), sentence, tally.passed)
