"""The vote on the floor, where the chair takes it: placards, devices, the roll, and the counted result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, assert_never

from app.procedure.action import explanations_left
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.second_looks import count_again, sponsors_against
from app.screens.directory import Directory
from app.screens.shown import Who, told, tongue, who
from app.screens.view import View
from app.words import result_sentence, threshold_of
from app.words.language import capital

KEYS = {"yes": "1", "no": "2", "abstain": "3", "pass": "4"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The question: the number of its vote, its words, and what carries it.

    `keeps`: a ruling is upheld by this vote unless so many are against it.
    """

    number: int
    title: str
    threshold: str
    majority: str
    required: int
    electorate: int
    may_abstain: bool
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One button of a roll call: a choice, its key, and why it is closed to this delegation."""

    choice: str
    key: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class PlacardsView:
    """Placards are up: the chair counts."""

    template: ClassVar[str] = "cockpit/placards.html"
    coalesced: ClassVar[bool] = False
    committee: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class DevicesView:
    """Devices vote: how many are in and who is not; never how anybody voted."""

    template: ClassVar[str] = "cockpit/devices.html"
    coalesced: ClassVar[bool] = True
    committee: int
    asked: Asked
    received: int
    missing: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class RollView:
    """A roll-call vote: who is called, in which round, and what it may answer."""

    template: ClassVar[str] = "cockpit/roll.html"
    coalesced: ClassVar[bool] = False
    committee: int
    asked: Asked
    called: Who | None
    round: int
    answered: int
    answers: tuple[Answer, ...]
    with_rights: bool
    must_vote: bool


@dataclass(frozen=True, slots=True)
class CountedView:
    """The vote is counted and the room does not know the result yet.

    `explain` are those who voted with rights and have not explained their vote on `subject`; `after` is who
    is speaking. `against_own` are sponsors that voted No on their draft, `may_turn` says that the placards
    which are missing from the count could turn it: either is told before the result is announced.
    """

    template: ClassVar[str] = "cockpit/counted.html"
    coalesced: ClassVar[bool] = False
    committee: int
    asked: Asked
    sentence: str
    yes: int
    no: int
    abstain: int
    by_placards: bool
    subject: str
    explain: tuple[Who, ...]
    after: str
    against_own: tuple[Who, ...]
    may_turn: bool


def voting(floor: Floor, directory: Directory, vote: Vote) -> View:
    """The vote in the mode it is taken in."""
    asked = ask(floor, directory, vote)
    if vote.tally is not None:
        return _counted(floor, directory, vote, asked)
    match vote.mode:
        case "placards":
            return PlacardsView(directory.committee, asked)
        case "devices":
            missing = tuple(who(directory, key) for key in vote.order if key not in vote.ballots)
            return DevicesView(directory.committee, asked, len(vote.ballots), missing)
        case "roll_call":
            return _roll(floor, directory, vote, asked)
        case _:
            assert_never(vote.mode)


def ask(floor: Floor, directory: Directory, vote: Vote) -> Asked:
    """The question as the dais reads it out."""
    return Asked(
        vote.number,
        capital(told(floor, directory).question(vote)),
        threshold_of(vote, tongue(directory)),
        vote.rule.kind,
        vote.rule.required_yes or 0,
        len(vote.order),
        not vote.procedural or vote.ballot_rules.procedural_abstain,
        vote.rule.keeps,
    )


def _roll(floor: Floor, directory: Directory, vote: Vote, asked: Asked) -> RollView:
    called = vote.next()
    given = len(vote.ballots) + len(vote.silent)
    if called is None:
        return RollView(directory.committee, asked, None, 0, given, (), False, False)
    seat, round_ = called
    open_to = vote.choices(seat)
    rules = vote.ballot_rules
    shown = ("yes", "no", "abstain", "pass") if asked.may_abstain else ("yes", "no", "pass")
    kept = (one for one in shown if one in open_to or one == "abstain" or (one == "pass" and rules.passing))
    answers = tuple(
        Answer(one, KEYS[one], "" if one in open_to else _why(vote, seat, round_, one)) for one in kept
    )
    rights = rules.with_rights and not vote.procedural
    return RollView(
        directory.committee,
        asked,
        who(directory, seat),
        round_,
        given,
        answers,
        rights,
        seat in vote.must_vote,
    )


def _why(vote: Vote, seat: str, round_: int, choice: str) -> str:
    """The code of why a choice is closed to who is called; the template has the words."""
    if round_ == 2:
        return "second_round"
    return "must_vote" if choice == "abstain" and seat in vote.must_vote else "rules"


def _counted(floor: Floor, directory: Directory, vote: Vote, asked: Asked) -> CountedView:
    tally = vote.tally
    assert tally is not None
    names = directory.short_names
    sentence = result_sentence(tally, vote.rule, "", names, vote.procedural, tongue(directory))
    speaking = floor.speeches.now
    return CountedView(
        directory.committee,
        asked,
        sentence,
        tally.yes,
        tally.no,
        tally.abstain,
        vote.mode == "placards",
        vote.subject,
        tuple(who(directory, key) for key in explanations_left(floor)),
        speaking.seat if speaking else "",
        tuple(who(directory, key) for key in sponsors_against(floor)),
        count_again(floor),
    )
