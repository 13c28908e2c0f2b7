"""The forms of motions: what each kind asks for, with what the rules let stand there now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from app.procedure.asks import Ask, asks_around, filled
from app.procedure.candidates import candidates
from app.procedure.catalogue import Parameter
from app.procedure.floor import Floor
from app.procedure.motions import RaiseMotion
from app.procedure.phases import on_offer
from app.procedure.roster import delegations
from app.procedure.rulebook import MotionRule
from app.procedure.suspended_rules import suspended
from app.screens.directory import Directory
from app.screens.kept import kept
from app.screens.shown import Option, presiding, told
from app.words import listed, motion_kind_name, rule_name, short_duration, topic_name
from app.words.context import Context
from app.words.language import N_
from app.words.motions import MODES
from app.words.names import MAJORITIES, code_name
from app.words.rule_names import RULE_NAMES
from resolutions.document import numbering

WRITTEN: tuple[Parameter, ...] = ("topic", "until", "name", "to")
"""Parameters that are words of the mover's own."""
LEFT_OUT = (0, "", ())


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a motion's form: `name` is the command's; what is `written` has no options.

    `optional`: it may be left out now, so that nothing to choose there does not close the motion.
    """

    name: str
    optional: bool
    written: bool
    options: tuple[Option, ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A kind of motion; `closed` names the parameter for which there is nothing to choose."""

    kind: str
    name: str
    majority: str
    in_order: bool
    fields: tuple[Asked, ...]
    closed: str = ""


@kept
def moves(floor: Floor, directory: Directory) -> tuple[Move, ...]:
    """Every kind of motion of the house: those in order now first, most disruptive first."""
    offered = tuple(on_offer(floor))
    others = (rule for rule in floor.rulebook.motions if rule not in offered)
    return (
        *(_move(floor, directory, rule, True) for rule in offered),
        *(_move(floor, directory, rule, False) for rule in others),
    )


def in_order(floor: Floor, directory: Directory, seat: str) -> tuple[Move, ...]:
    """The kinds that are in order now, without papers that delegation `seat` may not read."""
    hidden = {paper.key for paper in floor.papers.papers if not paper.may_be_read_by(seat)}
    found = (move for move in moves(floor, directory) if move.in_order)
    return tuple(_without(move, hidden) for move in found) if hidden else tuple(found)


def _without(move: Move, hidden: Collection[str]) -> Move:
    """A form that offers none of the hidden papers."""
    if not any(one.name == "paper" for one in move.fields):
        return move
    fields = tuple(_open(one, hidden) if one.name == "paper" else one for one in move.fields)
    return replace(move, fields=fields, closed=_closed(fields))


def _open(asked: Asked, hidden: Collection[str]) -> Asked:
    options = tuple(one for one in asked.options if one.value not in hidden)
    chosen = "" if asked.chosen in hidden else asked.chosen
    return replace(asked, options=options if any(one.value for one in options) else (), chosen=chosen)


def _closed(asked: Iterable[Asked]) -> str:
    """The parameter for which there is nothing to choose."""
    return next((one.name for one in asked if not (one.written or one.options or one.optional)), "")


def _move(floor: Floor, directory: Directory, rule: MotionRule, in_order: bool) -> Move:
    asks = _asks(floor, rule) if in_order else None
    found = {ask.field: ask for ask in asks or ()}
    named = (*rule.parameters, *rule.optional)
    spared = [one for one in rule.optional if not in_order or (asks is not None and _spared(found.get(one)))]
    asked = tuple(_asked(floor, directory, rule, name, found.get(name), name in spared) for name in named)
    context = told(floor, directory)
    return Move(
        rule.kind,
        motion_kind_name(rule.kind, context.names, context.gettext),
        code_name(MAJORITIES, floor.rulebook.carried(rule), context.gettext),
        in_order,
        asked,
        _closed(asked),
    )


def _asks(floor: Floor, rule: MotionRule) -> tuple[Ask, ...] | None:
    """What the form asks of somebody present, or of a sponsor, that can move it; None if nobody can."""
    dais = presiding(floor)
    for seat in _movers(floor):
        chosen = {"kind": rule.kind, "seat": seat}
        given = filled(floor, dais, RaiseMotion, **chosen)
        if given is not None:
            # every rule that is not set aside is offered: to try each would be most of the work of a change
            untried = (Ask("rule", "choice", default=given.rule),) if given.rule else ()
            return (*asks_around(floor, dais, given, {**chosen, "rule": given.rule}), *untried)
    return None


def _movers(floor: Floor) -> Iterable[str]:
    here = [seat.key for seat in delegations(floor) if floor.attendance.here(seat.key)]
    sponsors = [paper.sponsors[0] for paper in floor.papers.papers if paper.sponsors]
    return dict.fromkeys((*here[:1], *(key for key in sponsors if key in here)))


def _spared(ask: Ask | None) -> bool:
    """Whether the rules let the mover leave it out: a form asks nothing where only that stands."""
    return ask is None or any(one in LEFT_OUT for one in ask.options)


def _asked(
    floor: Floor, directory: Directory, rule: MotionRule, name: Parameter, ask: Ask | None, optional: bool
) -> Asked:
    if name in WRITTEN:
        return Asked(name, name in rule.optional, True)
    context = told(floor, directory)
    values = [one for one in _values(floor, rule, name, ask) if one not in LEFT_OUT]
    if name.endswith("_seconds"):
        values.sort()
    options = [Option(_sent(one), _label(context, directory, rule, name, one)) for one in values]
    if name == "rule":
        options.sort(key=lambda one: one.label)
    if optional and options:
        options.insert(0, Option("", context.gettext(N_("as now"))))
    chosen = _sent(ask.default) if ask is not None and ask.default not in LEFT_OUT else ""
    return Asked(name, optional, False, tuple(options), chosen)


def _values(floor: Floor, rule: MotionRule, name: Parameter, ask: Ask | None) -> Iterable[Any]:
    """What the rules let stand; for a kind that is not in order what the chair may insist on."""
    if name == "rule":
        return [one for one in RULE_NAMES if one not in suspended(floor)]
    if ask is not None and ask.options:
        return ask.options
    if ask is not None or rule in on_offer(floor):
        return ()
    return candidates(floor, presiding(floor), RaiseMotion, name, {"kind": rule.kind})


def _sent(value: Any) -> str:
    """As a form sends it: a list as its items with blanks between."""
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    return "" if value is None else str(value)


def _label(context: Context, directory: Directory, rule: MotionRule, name: Parameter, value: Any) -> str:
    """As it is read."""
    floor, speak = context.floor, context.gettext
    match name:
        case "total_seconds" | "speech_seconds":
            return short_duration(value, speak)
        case "paper":
            paper = floor.papers.get(value)
            return f"{context.paper(value)}, {paper.title}" if paper else value
        case "amendment":
            found = floor.papers.amendment(value)
            return f"{value}, {context.seat(found.seat)}" if found else value
        case "topic_number":
            return topic_name(value, context.names, speak)
        case "order":
            return _order(context, rule, value)
        case "clauses":
            return listed([_clause(context, uid) for group in value for uid in group.split("+")], speak)
        case "rule":
            return rule_name(value, speak)
        case "mode":
            return code_name(MODES, value, speak)
        case _:
            return str(value)


def _order(context: Context, rule: MotionRule, keys: tuple[str, ...]) -> str:
    """The topics or the drafts, in this order."""
    if rule.effect == "set_agenda":
        return topic_name(int(keys[0]), context.names, context.gettext)
    return listed([context.paper(key) for key in keys], context.gettext)


def _clause(context: Context, uid: str) -> str:
    """The number of a clause in its draft."""
    texts = (paper.text for paper in context.floor.papers.papers if paper.text is not None)
    found = (numbering(text).get(uid) for text in texts)
    return next((number.rstrip(".") for number in found if number), uid)
