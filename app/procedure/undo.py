"""Undo: an act that takes an earlier act back, by folding the floor again without it.

There are no inverse events. The last floors are kept; the acts since the one that is taken back are decided
once more on the floor without it. Only when each of them gives the same events again is the undo in order:
otherwise something rests on that act, and the refusal names what. The act stays in the minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from app.procedure.act import Refusal, dais, impossible, stale
from app.procedure.floor import Floor, InOrder, Refused
from app.procedure.floor import decide as decide_on_floor
from app.procedure.floor import enter as enter_on_floor
from app.procedure.questions import Vote

KEPT = 32
"""How many floors are kept: an undo reaches back over this many acts."""
NEVER = frozenset({"CommitteeOpened", "ActUndone", "TimeRanOut"})
"""Events whose act is never taken back: nothing would be left, or the room would do it again at once."""


@dataclass(frozen=True, slots=True)
class UndoAct:
    """Take back the act with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class ActUndone:
    """The act with this number counts no more; it stays in the minutes, struck through."""

    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as it stands in the minutes: number, room time (ms), seat, command, the dais's reason for
    insisting ("" for none), events, and the chain code after it."""

    number: int
    at: int
    by: str
    command: Any
    insist: str
    events: tuple[Any, ...]
    chain: str


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
        for number in _undone_by(entry):
            floor, kept = _without(self, number)
        return History(_step(floor, entry, floor.undone), (*kept, Kept(entry, floor))[-KEPT:])

    @property
    def last(self) -> Entry | None:
        """The last act that can be undone as far as its age goes, if there is one."""
        open_acts = (k.entry for k in reversed(self.kept) if k.entry.number not in self.floor.undone)
        return next((entry for entry in open_acts if not _kinds(entry) & NEVER), None)


def history(entries: Iterable[Entry]) -> History:
    """The history of a whole record: all acts but the undone, folded in order."""
    entries = tuple(entries)
    undone = tuple(number for entry in entries for number in _undone_by(entry))
    floor, kept = Floor(), []
    for entry in entries:
        kept.append(Kept(entry, floor))
        del kept[:-KEPT]
        floor = _step(floor, entry, undone)
    return History(floor, tuple(kept))


def decide(past: History, by: str, at: int, command: Any, insist: str = "") -> InOrder | Refused:
    """Decide a command of seat `by` at room time `at` (ms), undo included.

    `insist` is the dais's reason for going against the rulebook. Undo is in order or it is impossible.
    """
    if not isinstance(command, UndoAct):
        return decide_on_floor(past.floor, by, at, command, insist)
    refusals = tuple(dais(past.floor, by))
    if refusals:
        return Refused(refusals)
    after = undo(past, command.number)
    return Refused((after,)) if isinstance(after, Refusal) else InOrder((ActUndone(command.number),))


def undo(past: History, number: int) -> Floor | Refusal:
    """The floor as it would stand without act `number`, or why that is not in order."""
    if not 0 < number <= past.floor.number:
        return impossible("undo.unknown", "number", number=number)
    if number in past.floor.undone:
        return stale("undo.already", "number", number=number)
    kept = next((kept for kept in past.kept if kept.entry.number == number), None)
    if kept is None:
        return impossible("undo.too_old", "number", number=number, kept=KEPT)
    refusal = _refused_for_what_it_is(past.floor, kept.entry) or _resting_on(past, number)
    return refusal or _without(past, number)[0]


def _refused_for_what_it_is(floor: Floor, entry: Entry) -> Refusal | None:
    """What stands against taking this act back, whatever came after it."""
    if _kinds(entry) & NEVER:
        return impossible("undo.never", "number", number=entry.number)
    if any(_in_closed_vote(floor, event) for event in entry.events):
        return impossible("undo.vote_closed", "number", number=entry.number)
    return None


def _in_closed_vote(floor: Floor, event: Any) -> bool:
    """Whether an event belongs to a vote that is counted, announced or called off (trust.md P-13)."""
    vote, now = getattr(event, "vote", None), floor.votes.now
    number = vote.number if isinstance(vote, Vote) else vote
    return number is not None and (now is None or now.number != number or not now.is_open)


def _resting_on(past: History, number: int) -> Refusal | None:
    """The first later act that would not be what it was without act `number`."""
    floor = next(kept.before for kept in past.kept if kept.entry.number == number)
    undone = (*past.floor.undone, number)
    for kept in past.kept:
        entry = kept.entry
        if entry.number > number and entry.number not in undone and not _undone_by(entry):
            again = decide_on_floor(floor, entry.by, entry.at, entry.command, entry.insist)
            if not isinstance(again, InOrder) or again.events != entry.events:
                return impossible("undo.too_late", "number", number=entry.number, by=entry.by)
        if entry.number >= number:
            floor = _step(floor, entry, undone)
    return None


def _without(past: History, number: int) -> tuple[Floor, tuple[Kept, ...]]:
    """The floor, and the kept floors, folded again without act `number`."""
    undone = (*past.floor.undone, number)
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
