"""The rules at hand: every motion of the house, what it needs, and the majorities in today's numbers."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.figures import figure
from app.procedure.floor import Floor
from app.procedure.parameters import differences
from app.procedure.phases import phases
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rulebook_checks import plain
from app.procedure.settings import BY_WORD
from app.screens.directory import Directory
from app.screens.shown import told, tongue
from app.words import motion_kind_name
from app.words.context import Context
from app.words.language import N_, capital
from app.words.names import MAJORITIES, PARAMETERS, PHASES, code_name
from app.words.settings import setting_label, value_words
from app.words.votes import figure_sentence, majorities_today

QUESTIONS = ("motion", "ruling", "amendment", "paper")


@dataclass(frozen=True, slots=True)
class MotionAtHand:
    """A kind of motion: when it is in order, what its mover names, and what carries it today."""

    kind: str
    name: str
    in_order: bool
    phases: tuple[str, ...]
    names: tuple[str, ...]
    majority: str
    today: str
    speakers_for: int
    speakers_against: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A setting that a house has otherwise than another, in words."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RulesAtHand:
    """The page: the house, its motions in the order of precedence, its majorities today, its notes.

    Without anybody there that could vote no number is named.
    """

    title: str
    evidence: str
    motions: tuple[MotionAtHand, ...]
    majorities: tuple[str, ...]
    notes: tuple[str, ...]


def rules_at_hand(floor: Floor, directory: Directory) -> RulesAtHand:
    """The rules that the committee goes by now, for everybody in it."""
    context, book = told(floor, directory), floor.rulebook
    rules = sorted(book.motions, key=lambda rule: (book.place(rule.kind), rule.kind))
    today = majorities_today(floor, context.gettext)
    motions = tuple(_motion(rule, context) for rule in rules)
    notes = (*(_by_word(book, name, context) for name in BY_WORD), *book.notes)
    return RulesAtHand(book.title, book.evidence, motions, today, notes)


def _by_word(book: Rulebook, name: str, context: Context) -> str:
    """A setting that the chair keeps by its word, with what it is in this house."""
    group, _, field = name.partition(".")
    value = value_words(name, plain(book)[group][field], context.names, context.gettext)
    label = capital(setting_label(name, context.names, context.gettext))
    return context.gettext.say(N_("{setting}: {value}."), setting=label, value=value)


def otherwise(before: Rulebook, after: Rulebook, directory: Directory) -> tuple[Otherwise, ...]:
    """What is otherwise in `after` than in `before`, in the reader's words."""
    speak = tongue(directory)
    return tuple(
        Otherwise(
            name,
            capital(setting_label(name, {}, speak)),
            value_words(name, old, {}, speak),
            value_words(name, new, {}, speak),
        )
        for name, old, new in differences(before, after)
    )


def _motion(rule: MotionRule, context: Context) -> MotionAtHand:
    floor, speak = context.floor, context.gettext
    majority = floor.rulebook.majority(rule)
    today = figure(floor, "motion", majority) if majority is not None else None
    return MotionAtHand(
        rule.kind,
        motion_kind_name(rule.kind, context.names, speak),
        bool(phases(floor).intersection(rule.phases)),
        tuple(code_name(PHASES, phase, speak) for phase in rule.phases),
        tuple(code_name(PARAMETERS, one, speak) for one in rule.parameters),
        code_name(MAJORITIES, floor.rulebook.carried(rule), speak),
        figure_sentence(today, speak) if today is not None and today.voters else "",
        rule.speakers_for,
        rule.speakers_against,
    )
