"""Private scoring for the dais: the card beside the speaker, the table of all, and the table as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.screens.scorebook import USUAL, Criterion, Scorebook
from app.screens.shown import Who, tongue, who
from app.words import clock_time
from app.words.language import N_, Language
from app.words.measures import duration_ms
from delegations.tables import csv_of

SHOWN_REMARKS, CARDS = 3, 2
_DELEGATION, _TOTAL = N_("Delegation"), N_("Total")
_SPEECHES, _SECONDS, _REMARKS = N_("Speeches"), N_("Seconds"), N_("Remarks")


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One criterion of the rubric with the points that a delegation has; `version` is what a press is on."""

    key: str
    name: str
    most: int
    points: int | None
    version: int


@dataclass(frozen=True, slots=True, repr=False)
class RemarkShown:
    """A remark with the chair who made it and the time of day."""

    key: int
    by: str
    text: str
    at: str


@dataclass(frozen=True, slots=True, repr=False)
class ScoreCard:
    """What is scored of one delegation, beside how often and how long it spoke (in words).

    `whole`: on a page of its own, with every remark, drawn again after each press.
    """

    template: ClassVar[str] = "scoring/card.html"
    coalesced: ClassVar[bool] = False

    committee: int
    who: Who
    lines: tuple[Line, ...]
    total: int | None
    speeches: int
    spoke: str
    remarks: tuple[RemarkShown, ...]
    more: int
    whole: bool


@dataclass(frozen=True, slots=True, repr=False)
class SpeakerCards:
    """The cards beside the speaker: its own, and that of who spoke before, so that nobody is cut off."""

    template: ClassVar[str] = "scoring/speakers.html"
    coalesced: ClassVar[bool] = False

    committee: int
    cards: tuple[ScoreCard, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One delegation in the table; points in the order of the rubric."""

    who: Who
    points: tuple[int | None, ...]
    total: int | None
    speeches: int
    spoke: str
    remarks: int


@dataclass(frozen=True, slots=True, repr=False)
class ScoreTable:
    """Every delegation in roll-call order, never ranked; `heads` are the names of the criteria."""

    template: ClassVar[str] = "scoring/table.html"
    coalesced: ClassVar[bool] = False

    committee: int
    heads: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]


def draw_speakers(floor: Floor, directory: Directory, book: Scorebook) -> SpeakerCards:
    """The cards of who speaks now and of those who spoke last: `CARDS` in all."""
    now, seats = floor.speeches.now, {one.key for one in delegations(floor)}
    spoke = [*([now.seat] if now else []), *(one.seat for one in reversed(floor.speeches.heard))]
    last = [key for key in dict.fromkeys(spoke) if key in seats][:CARDS]
    cards = tuple(score_card(floor, directory, book, key) for key in last)
    return SpeakerCards(directory.committee, cards)


def score_card(
    floor: Floor, directory: Directory, book: Scorebook, seat: str, whole: bool = False
) -> ScoreCard:
    """The card of one delegation, with its newest remarks or with the `whole` of them."""
    speak = tongue(directory)
    count, ms = speeches_of(floor, seat)
    remarks = book.remarks.get(seat, ())
    shown = remarks if whole else remarks[-SHOWN_REMARKS:]
    return ScoreCard(
        directory.committee,
        who(directory, seat),
        tuple(_line(book, seat, one, speak) for one in book.rubric),
        book.total(seat),
        count,
        duration_ms(ms, speak) if count else "",
        tuple(
            RemarkShown(
                one.key, signed(floor, one.by, speak), one.text, clock_time(one.at, directory.time_zone)
            )
            for one in reversed(shown)
        ),
        len(remarks) - len(shown),
        whole,
    )


def draw_table(floor: Floor, directory: Directory, book: Scorebook) -> ScoreTable:
    """All delegations."""
    speak = tongue(directory)
    heads = tuple((criterion_name(one, speak), one.most) for one in book.rubric)
    rows = tuple(_row(floor, directory, book, one.key) for one in delegations(floor))
    return ScoreTable(directory.committee, heads, rows)


def scores_csv(floor: Floor, directory: Directory, book: Scorebook) -> str:
    """The table for a spreadsheet, with every remark; no cell is run as a formula."""
    speak = tongue(directory)
    heads = [criterion_name(one, speak) for one in book.rubric]
    ends = [speak(_TOTAL), speak(_SPEECHES), speak(_SECONDS), speak(_REMARKS)]
    rows = [[speak(_DELEGATION), *heads, *ends]]
    for seat in delegations(floor):
        count, ms = speeches_of(floor, seat.key)
        points = [book.points(seat.key, one.key) for one in book.rubric]
        remarks = " | ".join(one.text for one in book.remarks.get(seat.key, ()))
        numbers = [_cell(one) for one in (*points, book.total(seat.key), count, ms // 1000)]
        rows.append([who(directory, seat.key).name, *numbers, remarks])
    return csv_of(rows)


def speeches_of(floor: Floor, seat: str) -> tuple[int, int]:
    """How many speeches a delegation has held, and for how many milliseconds in all."""
    held = [one.ms for one in floor.speeches.heard if one.seat == seat]
    return len(held), sum(held)


def signed(floor: Floor, by: str, speak: Language) -> str:
    """Which of the dais noted something: its chairs are told apart by their places, never by names."""
    seat = floor.seats.get(by)
    message = N_("Assistant {number}") if seat and seat.kind == "assistant" else N_("Chair {number}")
    return speak.say(message, number=by.rpartition("-")[2])


def criterion_name(criterion: Criterion, speak: Language) -> str:
    """What a criterion is called: the usual ones in the reader's language, others as the dais wrote them."""
    return speak(criterion.name) if criterion in USUAL else criterion.name


def _line(book: Scorebook, seat: str, one: Criterion, speak: Language) -> Line:
    score = book.scores.get((seat, one.key))
    points, version = (score.points, score.version) if score else (None, 0)
    return Line(one.key, criterion_name(one, speak), one.most, points, version)


def _row(floor: Floor, directory: Directory, book: Scorebook, seat: str) -> Row:
    count, ms = speeches_of(floor, seat)
    return Row(
        who(directory, seat),
        tuple(book.points(seat, one.key) for one in book.rubric),
        book.total(seat),
        count,
        duration_ms(ms, tongue(directory)) if count else "",
        len(book.remarks.get(seat, ())),
    )


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)


Draw = Callable[[Floor, Directory, Scorebook], SpeakerCards | ScoreTable]
CARD: Mapping[str, Draw] = {"scoring": draw_speakers}
"""What channel `dais` has of the scores, beside the speaker."""
TABLE: Mapping[str, Draw] = {"table": draw_table}
"""The regions of channel `dais-scores`."""
