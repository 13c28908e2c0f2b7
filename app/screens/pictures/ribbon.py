"""The session ribbon: phases against time, the votes as pins below, a long break cut short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from app.procedure.questions import Vote
from app.screens.directory import Directory
from app.screens.pictures.picture import LETTER, NOTHING, Picture, line, step, svg, words
from app.screens.projector.votes import subject_of
from app.statistics.phases import Phase
from app.words import clock_time, duration_ms, figures
from app.words.context import Context
from app.words.language import N_
from app.words.statistics import phase_name, ribbon_sentence

WIDTH, LEFT, BREAK = 1080, 8, 40
MINUTE = 60_000
BLOCKS = {"suspended": "tintf bord"}
LONG_BREAK = 20 * MINUTE
STEPS = tuple(MINUTE * many for many in (1, 2, 5, 10, 15, 30, 60, 120, 240))
PIN = 26
"""The room of a pin (px): what a finger needs, too."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Time as places: `stretches` are (from, until, x, px per ms) of each phase, in order."""

    stretches: tuple[tuple[int, int, float, float], ...]

    def x(self, at: int) -> float:
        """The place of a room time (ms)."""
        for began, ended, x, scale in self.stretches:
            if at < ended:
                return x + max(0, at - began) * scale
        began, ended, x, scale = self.stretches[-1]
        return x + (ended - began) * scale


def ribbon_picture(
    phases: tuple[Phase, ...], votes: tuple[Vote, ...], context: Context, directory: Directory, here: str
) -> Picture:
    """The phases and announced votes of a meeting; `here` begins the links of the pins, "" for none."""
    speak, zone = context.gettext, directory.time_zone
    title = speak(N_("The meeting in time"))
    head = (speak(N_("What")), speak(N_("From")), speak(N_("To")), speak(N_("Minutes or result")))
    if not phases:
        return Picture("ribbon", title, speak(N_("The meeting has not begun.")), NOTHING, head, ())
    held = sum(one.ms for one in phases if one.stage.kind != "suspended")
    passed = sum(bool(vote.tally and vote.tally.passed) for vote in votes)
    between = clock_time(phases[0].began, zone), clock_time(phases[-1].ended, zone)
    sentence = ribbon_sentence(*between, duration_ms(held, speak), passed, len(votes) - passed, speak)
    axis = _axis(phases)
    rows = _pin_rows(votes, axis)
    foot = 62 + PIN * (max(rows, default=0) + 1)
    body = (
        *_blocks(phases, axis, context),
        *_pins(votes, rows, axis, context, here),
        *_times(phases, axis, zone, foot),
    )
    note = speak(N_("Pins are votes: round for passed, square for failed. Long breaks are cut short."))
    markup = svg("ribbon", WIDTH, foot + 22, (title, sentence), body, links=bool(here))
    return Picture("ribbon", title, sentence, markup, head, _table(phases, votes, context, zone), note)


def _axis(phases: tuple[Phase, ...]) -> Axis:
    """Each phase as wide as it was long; a long break has a fixed width."""
    cut = [_is_cut(one) for one in phases]
    total = sum(one.ms for one, short in zip(phases, cut, strict=True) if not short)
    scale = (WIDTH - 2 * LEFT - BREAK * sum(cut)) / max(1, total)
    x, found = float(LEFT), []
    for one, short in zip(phases, cut, strict=True):
        per = BREAK / one.ms if short else scale
        found.append((one.began, one.ended, x, per))
        x += one.ms * per
    return Axis(tuple(found))


def _blocks(phases: tuple[Phase, ...], axis: Axis, context: Context) -> Iterator[str]:
    for place, (one, (_, _, x, scale)) in enumerate(zip(phases, axis.stretches, strict=True)):
        width, said = one.ms * scale - 2, phase_name(one.stage, context.names, context.gettext)
        last, voting = place == len(phases) - 1, one.stage.kind == "voting"
        css = "ink" if last else "edgef" if voting else BLOCKS.get(one.stage.kind, "sunkf")
        topic = f", {one.stage.topic}" if one.stage.topic else ""
        title = f"<title>{escape(said + topic)}, {duration_ms(one.ms, context.gettext)}</title>"
        yield f'<rect class="{css}" x="{x:.1f}" y="4" width="{max(1, width):.1f}" height="30">{title}</rect>'
        if len(said) * LETTER + 12 < width:
            yield words(x + 8, 24, said, "onink" if last or voting else "t2")


def _pin_rows(votes: tuple[Vote, ...], axis: Axis) -> list[int]:
    """The row of each pin: the first in which it does not stand on another."""
    ends: list[float] = []
    found = []
    for vote in votes:
        x = axis.x(vote.opened)
        row = next((row for row, end in enumerate(ends) if x - end >= PIN), len(ends))
        ends[row : row + 1] = [x]
        found.append(row)
    return found


def _pins(votes: tuple[Vote, ...], rows: list[int], axis: Axis, context: Context, here: str) -> Iterator[str]:
    for vote, row in zip(votes, rows, strict=True):
        x, y = axis.x(vote.opened), 52 + PIN * row
        yield line(f"M{x:.1f} 34V{y - 8}")
    for vote, row in zip(votes, rows, strict=True):
        yield _pin(vote, axis.x(vote.opened), 52 + PIN * row, context, here)


def _pin(vote: Vote, x: float, y: float, context: Context, here: str) -> str:
    """Round for passed, square for failed; as large as a finger needs, and a link into the record."""
    passed = vote.tally is not None and vote.tally.passed
    shape = (
        f'<circle class="fill-yes" cx="{x:.1f}" cy="{y}" r="8"/>'
        if passed
        else f'<rect class="fill-no" x="{x - 7:.1f}" y="{y - 7}" width="14" height="14"/>'
    )
    said = escape(f"{subject_of(context, vote)}: {_outcome(vote, context)}")
    room = f'<rect fill="none" pointer-events="all" x="{x - 12:.1f}" y="{y - 12}" width="24" height="24"/>'
    label = f"<title>{said}</title>{shape}{room}"
    return (
        f'<a href="{here}/votes/{vote.number}" aria-label="{said}">{label}</a>' if here else f"<g>{label}</g>"
    )


def _outcome(vote: Vote, context: Context) -> str:
    assert vote.tally is not None
    said = context.gettext(N_("passed") if vote.tally.passed else N_("failed"))
    return f"{said}, {figures(vote.tally, vote.procedural)}"


def _times(phases: tuple[Phase, ...], axis: Axis, zone: str, foot: int) -> Iterator[str]:
    """The axis with times of day; where the clock jumps over a break both its ends are told."""
    yield line(f"M{LEFT} {foot}H{WIDTH - LEFT}", "axis")
    held = sum(one.ms for one in phases if not _is_cut(one))
    each = round(step(held, STEPS, 12))
    first, last = phases[0].began, phases[-1].ended
    places = [first, *(one.ended for one in phases if _is_cut(one))]
    stops = [*(one.began for one in phases if _is_cut(one)), last]
    shown = float("-inf")
    for begin, stop in zip(places, stops, strict=True):
        for at in (begin, *range(-(-begin // each) * each, stop + 1, each)):
            x = axis.x(at)
            if x - shown >= 46 and x < WIDTH - 20:
                yield line(f"M{x:.1f} {foot}v4", "axis")
                yield words(x, foot + 18, clock_time(at, zone), "t3")
                shown = x


def _is_cut(phase: Phase) -> bool:
    return phase.stage.kind == "suspended" and phase.ms > LONG_BREAK


def _table(
    phases: tuple[Phase, ...], votes: tuple[Vote, ...], context: Context, zone: str
) -> tuple[tuple[str, ...], ...]:
    """Phases and votes in the order in which they began."""
    found = [
        (
            one.began,
            phase_name(one.stage, context.names, context.gettext),
            clock_time(one.ended, zone),
            f"{one.ms / MINUTE:.1f}",
        )
        for one in phases
    ]
    found += [(vote.opened, subject_of(context, vote), "", _outcome(vote, context)) for vote in votes]
    return tuple((what, clock_time(at, zone), end, told) for at, what, end, told in sorted(found))
