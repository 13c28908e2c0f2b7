"""What the views of every screen are made of: a delegation as it is shown, a clock, words of the floor."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.act import Refusal
from app.procedure.countdown import Clock
from app.procedure.floor import Floor
from app.procedure.roster import chairs
from app.screens.directory import Directory
from app.words import Language, language, name_of, names_on, refusal_sentence
from app.words.context import Context
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class Who:
    """A delegation as it is shown: `iso2` is "" where there is no flag."""

    key: str
    name: str
    iso2: str
    code: str


@dataclass(frozen=True, slots=True)
class Countdown:
    """A clock for the macros of parts/clocks.html, in room milliseconds and never the present time:
    `deadline` while it runs, `remaining` while it is held."""

    total: int
    deadline: int | None
    remaining: int | None


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field: the value that is sent and the words that are read."""

    value: str
    label: str


def who(directory: Directory, key: str) -> Who:
    """The delegation of a seat; the dais and guests have a name and nothing else."""
    if key not in directory.entries:
        name = capital(name_of(key, {}, tongue(directory)))
        return Who(key, name, "", name[:3].upper())
    entry = directory.entry(key)
    return Who(entry.key, entry.short_name, entry.iso2 or "", entry.code)


def countdown(clock: Clock | None) -> Countdown | None:
    """A clock of the floor; None where there is none."""
    if clock is None:
        return None
    return Countdown(clock.total, clock.deadline, None if clock.running else clock.remaining)


def tongue(directory: Directory) -> Language:
    """The language in which sentences are made: the reader's, the committee's where all look together."""
    return language(directory.reader or directory.language)


def told(floor: Floor, directory: Directory) -> Context:
    """What sentences about a floor are made from, in that language."""
    return Context(floor, names_on(floor, directory.short_names), tongue(directory))


def against(floor: Floor, directory: Directory, refusal: Refusal | None) -> str:
    """What stands against a command, in the reader's words; "" for nothing."""
    if refusal is None:
        return ""
    context = told(floor, directory)
    return refusal_sentence(refusal, context.names, context.gettext)


def presiding(floor: Floor) -> str:
    """The seat by whose rights the dais's buttons are opened and closed: the first chair, "" without one."""
    return next(iter(chairs(floor)), "")
