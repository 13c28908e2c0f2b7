"""Undo: an act that takes an earlier act back, by folding the floor again without it.

There are no inverse events. The last floors are kept; the acts since the one that is taken back are decided
once more on the floor without it. Only when each of them gives the same events again is the undo in order:
otherwise something rests on that act, and the refusal names what. The act stays in the minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from app.procedure.act import Refusal, Refusals, dais, impossible, is_dais, stale
from app.procedure.copies import replace
from app.procedure.elections import LASTING
from app.procedure.floor import Floor, InOrder, Refused
from app.procedure.floor import decide as decide_on_floor
from app.procedure.floor import enter as enter_on_floor
from app.procedure.questions import Vote

KEPT = 32
"""How many acts a single undo reaches back over."""
MOST_KEPT = 1100
"""How many floors are kept at least, for taking back a whole sheet; they share what did not change."""
SLACK = 256
"""How many more there may be: to cut off the oldest at each act would cost more than the act."""
NEVER = frozenset({"CommitteeOpened", "ActUndone", "TimeRanOut", *LASTING})
"""Events whose act is never taken back: nothing would be left, or the room would do it again at once."""


@dataclass(frozen=True, slots=True)
class UndoAct:
    """Take back the act with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class UndoSheet:
    """Take back, as a whole, what was entered from one sheet of paper; `number` is the first of its acts."""

    number: int


@dataclass(frozen=True, slots=True)
class ActUndone:
    """The act with this number counts no more; it stays in the minutes, struck through."""

    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as it stands in the minutes: number, room time (ms), seat, command, the dais's reason for
    insisting ("" for none), events, and the chain code after it.

    `sheet` is the first act that was entered afterwards from the same sheet of paper, 0 for an act that was
    entered as it happened.
    """

    number: int
    at: int
    by: str
    command: Any
    insist: str
    events: tuple[Any, ...]
    chain: str
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """An act and the floor before it."""

    entry: Entry
    before: Floor


@dataclass(frozen=True, slots=True)
class History:
    """The floor now, and the last acts with the floors before them."""

    floor: Floor = Floor()
    kept: tuple[Kept, ...] = ()

    def entered(self, entry: Entry) -> History:
        """The history after one more act that was in order; what it undoes is folded away."""
        floor, kept = self.floor, self.kept
        if taken_back := _undone_by(entry):
            floor, kept = _without(self, taken_back)
        kept = kept if len(kept) < MOST_KEPT + SLACK else kept[-MOST_KEPT + 1 :]
        return History(_step(floor, entry, floor.undone), (*kept, Kept(entry, floor)))


def history(entries: Iterable[Entry]) -> History:
    """The history of a whole record: all acts but the undone, folded in order."""
    floor, kept = Floor(), []
    for entry, after in floors(entries):
        kept.append(Kept(entry, floor))
        del kept[:-MOST_KEPT]
        floor = after
    return History(floor, tuple(kept))


def floors(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Floor]]:
    """Each act of a whole record with the floor after it, as if what was undone had never happened."""
    entries = tuple(entries)
    undone = tuple(number for entry in entries for number in _undone_by(entry))
    floor = Floor()
    for entry in entries:
        floor = _step(floor, entry, undone)
        yield entry, floor


def decide(past: History, by: str, at: int, command: Any, insist: str = "") -> InOrder | Refused:
    """Decide a command of seat `by` at room time `at` (ms), undo included.

    `insist` is the dais's reason for going against the rulebook. Undo is in order or it is impossible.
    """
    if not isinstance(command, UndoAct | UndoSheet):
        return decide_on_floor(past.floor, by, at, command, insist)
    refusals = tuple(dais(past.floor, by))
    if refusals:
        return Refused(refusals)
    if isinstance(command, UndoSheet):
        return _sheet_undone(past, command.number)
    refusal = _refused(past, command.number)
    return Refused((refusal,)) if refusal else InOrder((ActUndone(command.number),))


def _refused(past: History, number: int) -> Refusal | None:
    """What stands against taking back act `number`."""
    if not 0 < number <= past.floor.number:
        return impossible("undo.unknown", "number", number=number)
    if number in past.floor.undone:
        return stale("undo.already", "number", number=number)
    kept = next((kept for kept in past.kept[-KEPT:] if kept.entry.number == number), None)
    if kept is None:
        return impossible("undo.too_old", "number", number=number, kept=KEPT)
    return _refused_for_what_it_is(past.floor, kept.entry) or _resting_on(past, (number,))


def moved_on(floor: Floor, base: int) -> Refusals:
    """What stands against entering a sheet that was looked through after act `base`: something came after."""
    if floor.number != base:
        yield stale("sheet.moved_on")


def of_sheet(past: History, number: int) -> tuple[int, ...]:
    """The acts of the sheet that begins with act `number` that still count, in their order."""
    entries = (kept.entry for kept in past.kept if kept.entry.sheet == number)
    return tuple(entry.number for entry in entries if entry.number not in past.floor.undone)


def _sheet_undone(past: History, number: int) -> InOrder | Refused:
    """The votes of a sheet go with all that they decided: it is entered again as a whole, or stands.

    A single closed vote is never taken back; but what was copied wrongly never happened as it is recorded.
    """
    if not 0 < number <= past.floor.number:
        return Refused((impossible("undo.unknown", "number", number=number),))
    if past.floor.number - MOST_KEPT >= number or past.kept[0].entry.number > number:
        return Refused((impossible("undo.too_old", "number", number=number, kept=MOST_KEPT),))
    numbers = of_sheet(past, number)
    if not numbers:
        return Refused((stale("undo.no_sheet", "number", number=number),))
    if refusal := _resting_on(past, numbers):
        return Refused((refusal,))
    return InOrder(tuple(ActUndone(one) for one in numbers))


def last_of_dais(past: History) -> Entry | None:
    """The last act of the dais that can be taken back as things stand, if there is one.

    Acts of delegations are passed over: a chair who takes back a slip must not hit what somebody else did a
    moment later (promise P-13).
    """
    own = (kept.entry for kept in reversed(past.kept[-KEPT:]) if is_dais(past.floor, kept.entry.by))
    return next((entry for entry in own if _refused(past, entry.number) is None), None)


def _refused_for_what_it_is(floor: Floor, entry: Entry) -> Refusal | None:
    """What stands against taking this act back, whatever came after it."""
    if _kinds(entry) & NEVER:
        return impossible("undo.never", "number", number=entry.number)
    if any(_in_closed_vote(floor, event) for event in entry.events):
        return impossible("undo.vote_closed", "number", number=entry.number)
    return None


def _in_closed_vote(floor: Floor, event: Any) -> bool:
    """Whether an event belongs to a vote that is counted, announced or called off (promise P-13)."""
    vote, now = getattr(event, "vote", None), floor.votes.now
    number = vote.number if isinstance(vote, Vote) else vote
    return number is not None and (now is None or now.number != number or not now.is_open)


def _resting_on(past: History, numbers: tuple[int, ...]) -> Refusal | None:
    """The first later act that would not be what it was without the acts `numbers`."""
    number = numbers[0]
    floor = next(kept.before for kept in past.kept if kept.entry.number == number)
    undone = (*past.floor.undone, *numbers)
    for kept in past.kept:
        entry = kept.entry
        if entry.number > number and entry.number not in undone and not _undone_by(entry):
            again = decide_on_floor(floor, entry.by, entry.at, entry.command, entry.insist)
            if not isinstance(again, InOrder) or again.events != entry.events:
                return impossible("undo.too_late", "number", number=entry.number, by=entry.by)
        if entry.number >= number:
            floor = _step(floor, entry, undone)
    return None


def _without(past: History, numbers: tuple[int, ...]) -> tuple[Floor, tuple[Kept, ...]]:
    """The floor, and the kept floors, folded again without the acts `numbers`, which are in their order."""
    number, undone = numbers[0], (*past.floor.undone, *numbers)
    kept = [earlier for earlier in past.kept if earlier.entry.number < number]
    again = [later for later in past.kept if later.entry.number >= number]
    floor = again[0].before
    for later in again:
        kept.append(Kept(later.entry, floor))
        floor = _step(floor, later.entry, undone)
    return floor, tuple(kept)


def _step(floor: Floor, entry: Entry, undone: tuple[int, ...]) -> Floor:
    """The floor after an act: with its events, or only its number, time and code where it is undone.

    Numbers and times go on over an undone act, because clocks take their generation from them.
    """
    taken_back = _undone_by(entry)
    events = () if entry.number in undone or taken_back else entry.events
    floor = enter_on_floor(floor, entry.number, entry.at, events, entry.chain)
    return replace(floor, undone=(*floor.undone, *taken_back)) if taken_back else floor


def _undone_by(entry: Entry) -> tuple[int, ...]:
    """The numbers of the acts that this act takes back."""
    return tuple(event.number for event in entry.events if isinstance(event, ActUndone))


def _kinds(entry: Entry) -> set[str]:
    """The class names of the act's events."""
    return {type(event).__name__ for event in entry.events}
