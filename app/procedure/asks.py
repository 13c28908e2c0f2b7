"""What a form has to ask before a command can be given: its fields, with what the rules let stand in them.

`asks` tries likely values with the rules themselves (`decide`), so that what it offers is in order, and what
the rules refuse is not offered. `filled` gives the command with everything filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_origin

from app.procedure.asks_limits import limits
from app.procedure.candidates import candidates, default_of, hints
from app.procedure.candidates.motions import SAMPLE
from app.procedure.floor import Floor, InOrder, decide

AskKind = Literal["choice", "flag", "number", "words", "list", "document", "given"]
GIVEN = frozenset({"vote", "election", "after", "base", "generation"})
"""Fields that say what the page shows; a form carries them unseen."""
FREE = frozenset(
    {"words", "reason", "ruling", "title", "text", "topic", "until", "to", "name", "opening", "key"}
    | {"grounds", "question", "office"}
)
RANGES = frozenset(
    {"total_seconds", "speech_seconds", "seconds", "yes", "no", "abstain", "here", "place", "count"}
)
MOST_TRIES = 1_500
"""So many fillings are tried before a form is taken to be one that cannot be filled now."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field that a form asks for.

    `options` are the values that the rules let stand, for a choice all of them, for a number usual ones;
    `least` and `most` bound a number (seconds where the field is a time) or the characters of words.
    `default` is what to begin with, None where somebody has to type. A form with an ask that has neither
    options nor a default cannot be filled now.
    """

    field: str
    kind: AskKind
    options: tuple[Any, ...] = ()
    least: int | None = None
    most: int | None = None
    default: Any = None


def asks(floor: Floor, by: str, command: type, **chosen: Any) -> tuple[Ask, ...]:
    """The fields that seat `by` fills to give `command` now; `chosen` are those that are filled already.

    For a motion choose its `kind` first: it decides what else is asked. () for a command without fields.
    """
    return _asked(floor, by, command, chosen, filled(floor, by, command, **chosen))


def asks_around(floor: Floor, by: str, given: Any, chosen: dict[str, Any]) -> tuple[Ask, ...]:
    """The same for a command that `filled` gave with these `chosen` fields: it is not sought again."""
    return _asked(floor, by, type(given), chosen, given)


def _asked(floor: Floor, by: str, command: type, chosen: dict[str, Any], base: Any | None) -> tuple[Ask, ...]:
    names = (field.name for field in fields(command) if field.name not in chosen)
    found = (_ask(floor, by, command, name, chosen, base) for name in names)
    return tuple(ask for ask in found if ask is not None)


def filled(floor: Floor, by: str, command: type, **chosen: Any) -> Any | None:
    """The command with `chosen` and for the rest the first values that the rules let through; None without.

    Words that have to be typed are filled with a sample.
    """
    tries = iter(range(MOST_TRIES))
    return next(_fillings(floor, by, command, chosen, tries), None)


def _fillings(
    floor: Floor, by: str, command: type, chosen: dict[str, Any], tries: Iterator[int]
) -> Iterator[Any]:
    """Yields fillings of the command that are in order, until the tries are used up."""
    names = [field.name for field in fields(command)]

    def walk(place: int, values: dict[str, Any]) -> Iterator[Any]:
        if place == len(names):
            given = command(**values)
            if next(tries, None) is not None and _in_order(floor, by, given):
                yield given
            return
        name = names[place]
        options = (chosen[name],) if name in chosen else candidates(floor, by, command, name, values)
        for value in options:
            yield from walk(place + 1, {**values, name: value})

    yield from walk(0, {})


def _in_order(floor: Floor, by: str, given: Any) -> bool:
    return isinstance(decide(floor, by, floor.at, given), InOrder)


def _ask(
    floor: Floor, by: str, command: type, name: str, chosen: dict[str, Any], base: Any | None
) -> Ask | None:
    """What is asked for one field; None where the form leaves it as it is."""
    values = {field.name: getattr(base, field.name) for field in fields(command)} if base else dict(chosen)
    tried = candidates(floor, by, command, name, values)
    default = getattr(base, name) if base else None
    if tried == (default_of(command, name),):
        return None
    kind = _kind(command, name)
    least, most = limits(floor, command, name, values)
    if kind == "words":
        typed = default == SAMPLE
        return Ask(name, kind, (), least or int(typed), most, None if typed or base is None else default)
    if kind in ("given", "document") or base is None:
        return Ask(name, kind, () if base is None else tried, least, most, default)
    options = tuple(value for value in tried if _stands(floor, by, base, chosen, name, value))
    return Ask(name, kind, options, least, most, default)


def _stands(floor: Floor, by: str, base: Any, chosen: dict[str, Any], name: str, value: Any) -> bool:
    """Whether the rules let a value stand: beside what `base` has in its other fields, or else at all.

    Nearly always the first says it, and spares seeking another filling through every field.
    """
    if _in_order(floor, by, replace(base, **{name: value})):
        return True
    return filled(floor, by, type(base), **{**chosen, name: value}) is not None


def _kind(command: type, name: str) -> AskKind:
    hint = hints(command)[name]
    if name in GIVEN:
        return "given"
    if name in RANGES:
        return "number"
    if name in FREE and hint is str:
        return "words"
    if hint is bool:
        return "flag"
    if get_origin(hint) is dict:
        return "document"
    return "list" if get_origin(hint) is tuple else "choice"
