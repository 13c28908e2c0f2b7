"""Passing notes: whether it is switched on, who is muted, when it is closed, and who reads what is passed.

The notes themselves are no acts: their words never come into events. None is passed while votes are taken
[HAM].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    anyone,
    dais,
    impossible,
    not_over,
    stale,
)
from app.procedure.phases import phase
from app.procedure.rules.meeting import NoteReaders

if TYPE_CHECKING:
    from app.procedure.floor import Floor

OF_SUBSTANCE = ("paper", "amendment", "part")
"""What a vote is about while which no notes are passed; a show of placards on procedure is too short."""


@dataclass(frozen=True, slots=True)
class NotePassing:
    """Whether the dais switched notes on or off (None: as the house begins), and which seats are muted."""

    switched: bool | None = None
    muted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SwitchNotes:
    """Let notes be passed, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class NotesSwitched:
    """Notes may be passed from now on, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class MuteNotes:
    """Take the passing of notes from one delegation, or give it back."""

    seat: str
    muted: bool


@dataclass(frozen=True, slots=True)
class NotesMuted:
    """A delegation passes no notes from now on, or may again."""

    seat: str
    muted: bool


def notes_on(floor: Floor) -> bool:
    """Whether notes are switched on: by the dais, else as the house begins."""
    switched = floor.note_passing.switched
    return floor.rulebook.note_passing.from_start if switched is None else switched


def notes_readers(floor: Floor) -> NoteReaders:
    """Who reads a note that is written now, beside those it is for.

    With delegates under 18, and where notes are held for approval, the dais reads every one.
    """
    rules = floor.rulebook.note_passing
    return "dais_always" if rules.under_18 or rules.held else rules.readers


def may_pass_notes(floor: Floor, by: str) -> Refusals:
    """What stands against seat `by` writing a note now, whomever it is for."""
    yield from anyone(floor, by)
    yield from not_over(floor)
    if not notes_on(floor):
        yield impossible("note.off")
    elif _voting(floor) and not floor.rulebook.action.notes:
        yield impossible("note.voting")
    if by in floor.note_passing.muted:
        yield impossible("note.muted")


def _voting(floor: Floor) -> bool:
    now = floor.votes.now
    on_substance = now is not None and now.about in OF_SUBSTANCE
    return phase(floor) == "voting" or on_substance or floor.elections.now is not None


def may_rule_notes(floor: Floor, by: str) -> Refusals:
    """The dais, until the committee is over."""
    yield from dais(floor, by)
    yield from not_over(floor)


def settle_switch(floor: Floor, by: str, at: int, command: SwitchNotes) -> Outcome:
    """Only where it changes something."""
    if command.on == notes_on(floor):
        yield stale("note.on_already") if command.on else stale("note.off_already")
    yield NotesSwitched(command.on)


def settle_mute(floor: Floor, by: str, at: int, command: MuteNotes) -> Outcome:
    """One delegation; what it has written stays."""
    yield from acts_for(floor, by, command.seat)
    muted = command.seat in floor.note_passing.muted
    if command.muted and muted:
        yield stale("note.muted_already", seat=command.seat)
    elif not command.muted and not muted:
        yield stale("note.not_muted", seat=command.seat)
    yield NotesMuted(command.seat, command.muted)


def apply_switched(floor: Floor, event: NotesSwitched, at: int) -> Floor:
    """From now on."""
    return replace(floor, note_passing=replace(floor.note_passing, switched=event.on))


def apply_muted(floor: Floor, event: NotesMuted, at: int) -> Floor:
    """In the order in which they were muted."""
    others = tuple(seat for seat in floor.note_passing.muted if seat != event.seat)
    muted = (*others, event.seat) if event.muted else others
    return replace(floor, note_passing=replace(floor.note_passing, muted=muted))


ACTS = {
    SwitchNotes: Act(may_rule_notes, settle_switch),
    MuteNotes: Act(may_rule_notes, settle_mute),
}
APPLY = {
    NotesSwitched: apply_switched,
    NotesMuted: apply_muted,
}
