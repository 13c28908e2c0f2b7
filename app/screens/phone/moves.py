"""What can be moved now: each kind of motion that is on offer with the fields that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.phases import on_offer
from app.procedure.rulebook import MotionRule
from app.procedure.terms import Terms, check_effect
from app.screens.directory import Directory
from app.words import motion_kind_name, names_on, short_duration, topic_name
from app.words.names import MAJORITIES, code_name

TOTALS = (60, 120, 180, 300, 480, 600, 720, 900, 1200, 1800, 2700, 3600)
SPEECHES = (15, 20, 30, 45, 60, 90, 120, 180, 240, 300)
"""The times that a form offers, in seconds; the rulebook's limits cut them."""
USUAL = {"total_seconds": 600, "speech_seconds": 60}
WITH_SPEECHES_OF_A_CAUCUS = ("open_moderated_caucus", "open_round_robin")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a motion's form: `name` is the command's; without `options` it is written."""

    name: str
    optional: bool
    options: tuple[Option, ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A kind of motion on offer; `closed` names the parameter for which there is nothing to choose."""

    kind: str
    name: str
    majority: str
    fields: tuple[Asked, ...]
    closed: str = ""


def moves(floor: Floor, directory: Directory) -> tuple[Move, ...]:
    """The kinds of motion in order now, most disruptive first."""
    return tuple(_move(floor, directory, rule) for rule in on_offer(floor))


def _move(floor: Floor, directory: Directory, rule: MotionRule) -> Move:
    asked = tuple(_asked(floor, directory, rule))
    choosing = [one for one in asked if one.name not in ("topic", "until")]
    closed = next((one.name for one in choosing if not one.options and not one.optional), "")
    return Move(rule.kind, motion_kind_name(rule.kind), code_name(MAJORITIES, rule.majority), asked, closed)


def _asked(floor: Floor, directory: Directory, rule: MotionRule) -> Iterator[Asked]:
    for name in (*rule.parameters, *rule.optional):
        optional = name in rule.optional
        options = _options(floor, directory, rule, name)
        if optional and options:
            options = (Option("0", ""), *options)
        yield Asked(name, optional, options, _chosen(name, options, optional))


def _chosen(name: str, options: tuple[Option, ...], optional: bool) -> str:
    usual = str(USUAL.get(name, ""))
    if usual in {option.value for option in options} and not optional:
        return usual
    return options[0].value if options else ""


def _options(floor: Floor, directory: Directory, rule: MotionRule, name: str) -> tuple[Option, ...]:
    match name:
        case "total_seconds":
            return _times(t for t in TOTALS if _total_fits(floor, rule, t))
        case "speech_seconds":
            return _times(s for s in SPEECHES if _speech_fits(floor, rule, s))
        case "paper":
            drafts = (p for p in floor.papers.papers if p.stage == "approved")
            return tuple(Option(p.key, f"{p.name}, {p.title}") for p in drafts)
        case "amendment":
            waiting = (a for a in floor.papers.amendments if a.stage == "proposed")
            return tuple(Option(a.key, f"{a.key}, {directory.entry(a.seat).short_name}") for a in waiting)
        case "topic_number":
            names = names_on(floor, directory.short_names)
            return tuple(Option(str(n), topic_name(n, names)) for n in floor.meeting.tabled)
        case _:
            return ()


def _times(seconds: Iterator[int]) -> tuple[Option, ...]:
    return tuple(Option(str(one), short_duration(one)) for one in seconds)


def _total_fits(floor: Floor, rule: MotionRule, seconds: int) -> bool:
    """Within the limits; an extension is held against the caucus that it extends."""
    if rule.effect == "extend_caucus":
        return not list(check_effect(floor, rule, Terms(total_seconds=seconds)))
    return seconds <= floor.rulebook.caucuses.longest_total_seconds


def _speech_fits(floor: Floor, rule: MotionRule, seconds: int) -> bool:
    rules = floor.rulebook
    if rule.effect in WITH_SPEECHES_OF_A_CAUCUS:
        return seconds <= rules.caucuses.longest_speech_seconds
    return rules.speeches.shortest_seconds <= seconds <= rules.speeches.longest_seconds
