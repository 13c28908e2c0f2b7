"""Pages of the record as data: the minutes' lines, an announced result, an adopted text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.screens.directory import Directory
from app.screens.projector.drawn import adopted_text, hemicycle
from app.screens.projector.parts import talk
from app.screens.projector.votes import Figure, figures_of, subject_of
from app.words import clock_time, result_sentence
from resolutions.rendering.html import Heading


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of the minutes: its number, room time (ms) and seat, and what it did in sentences.

    `undone` acts are struck through; `icon` and `kind` ("vote", "paper", "attendance", "debate") mark it.
    """

    number: int
    at: int
    by: str
    sentences: tuple[str, ...]
    undone: bool
    icon: str
    kind: str

    def time(self, zone: str) -> str:
        """The time of day in an IANA time zone: "14:12"."""
        return clock_time(self.at, zone)


@dataclass(frozen=True, slots=True)
class BallotLine:
    """One member's vote; `changed` says that the dais corrected what was recorded first."""

    key: str
    name: str
    iso2: str
    choice: str
    round: int
    with_rights: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class ResultPage:
    """An announced vote: the sentence, the table of members, the picture."""

    template: ClassVar[str] = "record/result.html"
    coalesced: ClassVar[bool] = False
    number: int
    subject: str
    mode: str
    procedural: bool
    passed: bool
    opened: str
    sentence: str
    figures: tuple[Figure, ...]
    ballots: tuple[BallotLine, ...]
    picture: Markup


@dataclass(frozen=True, slots=True)
class ResolutionPage:
    """An adopted text in the layout of the United Nations, and the vote that adopted it."""

    template: ClassVar[str] = "record/resolution.html"
    coalesced: ClassVar[bool] = False
    name: str
    title: str
    document: Markup
    vote: int
    vote_line: str
    amended: int


def result_view(floor: Floor, directory: Directory, vote: Vote) -> ResultPage:
    """An announced vote for its page; raises AssertionError for one that is not counted."""
    context = talk(floor, directory)
    assert vote.tally is not None
    return ResultPage(
        vote.number,
        subject_of(context, vote),
        vote.mode,
        vote.procedural,
        vote.tally.passed,
        clock_time(vote.opened, directory.time_zone),
        result_sentence(vote.tally, vote.rule, "", context.names, vote.procedural, context.gettext),
        figures_of(vote.tally, vote.procedural),
        tuple(_ballot_line(vote, directory, key) for key in _alphabetical(floor, vote)),
        hemicycle(vote, directory, f"vote-{vote.number}", context.gettext),
    )


def draft_view(floor: Floor, directory: Directory, paper: Paper) -> ResolutionPage:
    """An adopted paper for its page; raises AssertionError for one without a text."""
    context = talk(floor, directory)
    assert paper.text is not None
    adopted = [v for v in floor.votes.past if v.about == "paper" and v.subject == paper.key and v.tally]
    vote = adopted[-1] if adopted else None
    heading = Heading(
        directory.organ or directory.name,
        paper.name,
        tuple(directory.entry(key).short_name for key in paper.sponsors),
        tuple(directory.entry(key).short_name for key in paper.signatories),
    )
    line = ""
    if vote is not None and vote.tally is not None:
        line = result_sentence(vote.tally, vote.rule, "", context.names, False, context.gettext)
    return ResolutionPage(
        paper.name,
        paper.title,
        adopted_text(paper.text, heading, context.gettext),
        vote.number if vote else 0,
        line,
        paper.amended,
    )


def _ballot_line(vote: Vote, directory: Directory, key: str) -> BallotLine:
    entry, ballot = directory.entry(key), vote.ballots.get(key)
    choice = ballot.choice if ballot else "none"
    return BallotLine(
        key,
        entry.short_name,
        entry.iso2 or "",
        choice,
        ballot.round if ballot else 1,
        ballot.with_rights if ballot else False,
        key in vote.corrected,
    )


def _alphabetical(floor: Floor, vote: Vote) -> list[str]:
    """The electorate in the order of the roster, wherever the roll call began."""
    places = {seat.key: (seat.order, seat.key) for seat in floor.seats.values()}
    return sorted(vote.order, key=lambda key: places[key])
