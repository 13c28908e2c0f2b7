"""Motions on paper: the kind by its name, who moved it, what it asks for, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from app.catching_up.reading import count_of, folded, seat_of, seconds_of, text_of
from app.catching_up.sheet import MORE_OF_IT, Entering, Line, NotRead
from app.catching_up.votes import by_placards
from app.procedure.floor import Floor
from app.procedure.granting import GrantMotion
from app.procedure.handling import SecondMotion
from app.procedure.hearing import Hearing
from app.procedure.hearings import question_heard
from app.procedure.motions import RaiseMotion, WithdrawMotion
from app.procedure.rulebook import MotionRule
from app.procedure.turns import WaiveSpeakers
from app.words.language import N_, Language
from app.words.motions import motion_kind_name
from app.words.names import names_on

SECONDED = N_("seconded")
ENDINGS = {"granted": N_("granted"), "denied": N_("denied"), "withdrawn": N_("withdrawn")}
Ending = str | tuple[int, int, int]
"""A key of `ENDINGS`, or the count: yes, no, abstentions."""
NUMBERS = ("topic_number", "count")
TEXTS = ("topic", "until", "to", "name", "rule", "mode")


def motion(line: Line, floor: Floor, names: Mapping[str, str], say: Language) -> Entering:
    """It is moved, seconded where that stands on the sheet, and ends as the sheet says."""
    if len(line.items) < 2:
        raise NotRead(N_("After “motion:” stand its kind and who moved it, such as: close debate; Ghana."))
    rule = _kind(line.items[0], floor, names, say)
    seat = seat_of(floor, names, line.items[1])
    second, ending, rest = _told(line.items[2:], floor, names, say)
    number = floor.number + 1
    floor = yield RaiseMotion(rule.kind, seat, **_terms(rest, rule, floor))
    if second:
        floor = yield SecondMotion(number, second)
    if ending is not None and floor.motions.find(number) is not None:
        yield from ended(number, ending, floor)


def ended(number: int, ending: Ending, floor: Floor) -> Entering:
    """How a motion that waits came to its end: by a word, or by the hands that were counted."""
    if ending == "withdrawn":
        yield WithdrawMotion(number)
    elif isinstance(ending, str):
        yield GrantMotion(number, ending == "granted")
    else:
        heard = question_heard(floor, "motion", number)
        if heard and not heard[1].enough(heard[0] or Hearing()):
            yield WaiveSpeakers("motion", number)
        yield from by_placards("motion", str(number), ending)


def _kind(told: str, floor: Floor, names: Mapping[str, str], say: Language) -> MotionRule:
    """A kind of motion of this house, by its name, its code, or a beginning that only it has."""
    named = names_on(floor, names)
    kinds: dict[str, MotionRule] = {}
    for rule in floor.rulebook.motions:
        for said in (rule.kind, rule.kind.replace("_", " "), motion_kind_name(rule.kind, named, say)):
            kinds[folded(said)] = rule
    wanted = folded(told)
    if wanted in kinds:
        return kinds[wanted]
    found = {rule.kind: rule for said, rule in kinds.items() if wanted and said.startswith(wanted)}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        several = ", ".join(motion_kind_name(kind, named, say) for kind in found)
        raise NotRead(MORE_OF_IT, name=told, several=several)
    near = get_close_matches(wanted, kinds, 1)
    if near:
        raise NotRead(N_("The house has no motion “{name}”; did you mean “{near}”?"), name=told, near=near[0])
    raise NotRead(N_("The house has no motion “{name}”."), name=told or "…")


def _told(
    items: tuple[str, ...], floor: Floor, names: Mapping[str, str], say: Language
) -> tuple[str, Ending | None, list[str]]:
    """Who seconded it, how it ended (None: it waits), and what else stands on the line."""
    second, rest = "", []
    ending: Ending | None = None
    endings = {folded(said): code for code, word in ENDINGS.items() for said in (word, say(word))}
    seconded = {folded(SECONDED), folded(say(SECONDED))}
    for item in items:
        first, _, others = item.partition(" ")
        if folded(item) in endings:
            ending = endings[folded(item)]
        elif (counted := count_of(item)) is not None:
            ending = counted
        elif folded(first) in seconded and others:
            second = seat_of(floor, names, others)
        else:
            rest.append(item)
    return second, ending, rest


def _terms(items: list[str], rule: MotionRule, floor: Floor) -> dict[str, Any]:
    """What the motion asks for, each item to the first parameter of its sort that is left. Raises NotRead."""
    left = [*rule.parameters, *rule.optional]
    terms: dict[str, Any] = {}
    for item in items:
        name, value = _term(item, left, floor)
        left.remove(name)
        terms[name] = value
    return terms


def _term(item: str, left: list[Any], floor: Floor) -> tuple[Any, Any]:
    seconds = seconds_of(item)
    for name in left:
        if name.endswith("_seconds") and seconds is not None:
            return name, seconds
        if name in NUMBERS and item.isdecimal():
            return name, int(item)
        if name in ("paper", "amendment"):
            about, key = text_of(floor, item)
            if about == name:
                return name, key
        if name in TEXTS and seconds is None:
            return name, item
    raise NotRead(N_("The motion does not ask for “{item}”."), item=item[:60])
