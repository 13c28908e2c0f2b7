"""Elections as they are shown: who stands, how many ballots are in, and what is known of the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.procedure.elections import Announced, Election
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.shown import Who, told, who
from app.words.elections import announced_sentence, threshold

State = Literal["open", "counting", "counted", "void", "announced"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who stands, in which place on the ballot (from 0).

    `votes` is -1 where they are not to be known; `result` is "", "elected" or "again".
    """

    who: Who
    place: int
    votes: int = -1
    result: str = ""


@dataclass(frozen=True, slots=True)
class ElectionShown:
    """An election: never who voted how, and before the announcement for the dais alone how many votes.

    `received` of `voters` ballots are recorded. `sentence` is the result in words.
    """

    number: int
    office: str
    ballot: int
    way: str
    state: State
    places: int
    threshold: str
    candidates: tuple[Candidate, ...]
    received: int
    voters: int
    blank: int = 0
    invalid: int = 0
    sentence: str = ""


def going_on(floor: Floor, directory: Directory, election: Election, dais: bool = False) -> ElectionShown:
    """The election on the floor; its figures for the `dais` only."""
    return _shown(floor, directory, election, _state(election), election.count is not None and dais)


def over(floor: Floor, directory: Directory, done: Announced) -> ElectionShown:
    """An election whose result was announced: the most votes first."""
    results = {**dict.fromkeys(done.again, "again"), **dict.fromkeys(done.elected, "elected")}
    sentence = announced_sentence(told(floor, directory), done)
    return _shown(floor, directory, done.election, "announced", True, results, sentence)


def _state(election: Election) -> State:
    if election.stored is not None:
        return "void"
    if election.count is not None:
        return "counted"
    return "counting" if election.closed else "open"


def _shown(
    floor: Floor,
    directory: Directory,
    election: Election,
    state: State,
    known: bool,
    results: dict[str, str] | None = None,
    sentence: str = "",
) -> ElectionShown:
    count = election.count if known else None
    votes = count.votes if count else (-1,) * len(election.candidates)
    standing = [
        Candidate(who(directory, key), place, number, (results or {}).get(key, ""))
        for place, (key, number) in enumerate(zip(election.candidates, votes, strict=True))
    ]
    return ElectionShown(
        election.number,
        election.office,
        election.ballot,
        election.way,
        state,
        election.places,
        threshold(told(floor, directory), election),
        tuple(sorted(standing, key=lambda one: -one.votes)),
        count.ballots if count else len(election.received),
        len(election.order),
        count.blank if count else 0,
        count.invalid if count else 0,
        sentence,
    )
