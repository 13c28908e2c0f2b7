"""Pages of the record as data: the minutes' lines, an announced result, an adopted text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.screens.directory import Directory
from app.screens.phone.paper import heading_of
from app.screens.pictures import Picture
from app.screens.pictures.seats import result_picture
from app.screens.projector.drawn import adopted_text
from app.screens.projector.votes import Figure, figures_of, subject_of
from app.screens.shown import told
from app.words import clock_time, result_sentence
from resolutions.document import Document


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of the minutes: its number, room time (ms) and seat, and what it did in sentences.

    `undone` acts are struck through; `icon` and `kind` ("vote", "paper", "speech", ...) mark it;
    what `decides` something stands out. `sheet` is the first act that was entered from the same sheet,
    0 where it was entered as it happened.
    """

    number: int
    at: int
    by: str
    sentences: tuple[str, ...]
    undone: bool
    icon: str
    kind: str
    decides: bool = False
    sheet: int = 0

    def time(self, zone: str) -> str:
        """The time of day in an IANA time zone: "14:12"."""
        return clock_time(self.at, zone)

    def saying(self, sentences: tuple[str, ...]) -> ActLine:
        """The same act in other words."""
        return replace(self, sentences=sentences)


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
class Bloc:
    """How the members voted that the guide puts in one group; those of none have "" for a name."""

    name: str
    figures: tuple[Figure, ...]
    ballots: tuple[BallotLine, ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """An announced vote: the sentence, the table of members, the picture.

    `blocs` are the groups of the guide where it has some and the vote has names; who is in several stands in
    each.
    """

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
    blocs: tuple[Bloc, ...]
    picture: Picture


@dataclass(frozen=True, slots=True)
class ResolutionPage:
    """An adopted text in the layout of the United Nations, and the vote that adopted it."""

    template: ClassVar[str] = "record/resolution.html"
    coalesced: ClassVar[bool] = False
    key: str
    name: str
    title: str
    document: Markup
    vote: int
    vote_line: str
    amended: int


def result_view(floor: Floor, directory: Directory, vote: Vote) -> ResultPage:
    """An announced vote for its page; raises AssertionError for one that is not counted."""
    context = told(floor, directory)
    assert vote.tally is not None
    ballots = tuple(_ballot_line(vote, directory, key) for key in _alphabetical(floor, vote))
    return ResultPage(
        vote.number,
        subject_of(context, vote),
        vote.mode,
        vote.procedural,
        vote.tally.passed,
        clock_time(vote.opened, directory.time_zone),
        result_sentence(vote.tally, vote.rule, "", context.names, vote.procedural, context.gettext),
        figures_of(vote.tally, vote.procedural),
        ballots,
        blocs_of(ballots, directory) if vote.hands is None else (),
        result_picture(floor, directory, vote),
    )


def blocs_of(ballots: tuple[BallotLine, ...], directory: Directory) -> tuple[Bloc, ...]:
    """The groups that the guide puts at least two of these members in, and all others at the end."""
    within: dict[str, list[BallotLine]] = {}
    for ballot in ballots:
        profile = directory.profiles.get(ballot.key)
        for name in dict.fromkeys(profile.shared_with if profile else ()):
            within.setdefault(name, []).append(ballot)
    groups = {name: lines for name, lines in within.items() if len(lines) > 1}
    if not groups:
        return ()
    placed = {ballot.key for lines in groups.values() for ballot in lines}
    others = [ballot for ballot in ballots if ballot.key not in placed]
    return tuple(_bloc(name, lines) for name, lines in (*groups.items(), ("", others)) if lines)


def _bloc(name: str, ballots: Sequence[BallotLine]) -> Bloc:
    counts = Counter(ballot.choice for ballot in ballots)
    figures = (
        Figure(choice, counts[choice]) for choice in ("yes", "no", "abstain", "none") if counts[choice]
    )
    return Bloc(name, tuple(figures), tuple(ballots))


def draft_view(floor: Floor, directory: Directory, paper: Paper) -> ResolutionPage:
    """An adopted paper for its page; raises AssertionError for one without a text."""
    context = told(floor, directory)
    adopted = [v for v in floor.votes.past if v.about == "paper" and v.subject == paper.key and v.tally]
    vote = adopted[-1] if adopted else None
    line = ""
    if vote is not None and vote.tally is not None:
        line = result_sentence(vote.tally, vote.rule, "", context.names, False, context.gettext)
    return ResolutionPage(
        paper.key,
        paper.name,
        paper.title,
        adopted_text(text_on_record(floor, paper), heading_of(floor, directory, paper), context.gettext),
        vote.number if vote else 0,
        line,
        paper.amended,
    )


def text_on_record(floor: Floor, paper: Paper) -> Document:
    """The text of a paper as the house shows it; raises AssertionError for one without a text."""
    assert paper.text is not None
    return paper.text if floor.rulebook.papers.title_on_resolution else replace(paper.text, title="")


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
