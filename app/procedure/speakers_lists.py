"""Speakers' lists: the general one, and the list of a caucus that has its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    impossible,
    is_dais,
    on_behalf,
    stale,
)
from app.procedure.list_state import emptied
from app.procedure.queues import (
    SpeakersList,
    list_in_use,
    may_run_list,
    may_use_list,
    speakers_of,
    takes_floor,
    the_list,
    with_list,
    without,
)
from app.procedure.speaking_time import speech_range

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OpenSpeakersList:
    """Take names on the list in use, for speeches of `seconds` (0: as now)."""

    seconds: int = 0


@dataclass(frozen=True, slots=True)
class SpeakersListOpened:
    """The list takes names."""

    list: str
    seconds: int


@dataclass(frozen=True, slots=True)
class CloseSpeakersList:
    """Take no more names on the list in use."""


@dataclass(frozen=True, slots=True)
class SpeakersListClosed:
    """The list takes no more names; those on it keep their place."""

    list: str


@dataclass(frozen=True, slots=True)
class JoinSpeakersList:
    """Ask for the floor: the own seat, or the dais for a delegation."""

    seat: str = ""


@dataclass(frozen=True, slots=True)
class SpeakersListJoined:
    """A delegation is on the list."""

    list: str
    seat: str


@dataclass(frozen=True, slots=True)
class LeaveSpeakersList:
    """Give up the place on the list."""

    seat: str = ""


@dataclass(frozen=True, slots=True)
class SpeakersListLeft:
    """A delegation is off the list."""

    list: str
    seat: str


@dataclass(frozen=True, slots=True)
class MoveInSpeakersList:
    """Put a delegation at `place` (from 1) of the list as it stood with `order`."""

    seat: str
    place: int
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeakersListOrdered:
    """The list in its new order."""

    list: str
    order: tuple[str, ...]


def may_join(floor: Floor, by: str) -> Refusals:
    """Present delegations ask for the floor while the list is open, once each (gsl_max_entries)."""
    yield from anyone(floor, by)
    yield from may_use_list(floor, by)
    using = list_in_use(floor)
    if using and not using[1].open:
        yield against("list.closed")
    if using and not is_dais(floor, by):
        yield from _on_list(floor, by, *using)


def _on_list(floor: Floor, seat: str, name: str, speakers: SpeakersList) -> Refusals:
    """What stands against this delegation being put on this list (gsl_max_entries_per_country)."""
    yield from takes_floor(floor, seat)
    most = floor.rulebook.speeches.entries_per_delegation if name == "general" else 1
    if most and speakers.queue.count(seat) >= most:
        yield stale("list.once", seat=seat, place=speakers.queue.index(seat) + 1)
    elif speakers.most is not None and len(speakers.queue) >= speakers.most:
        yield against("list.full", most=speakers.most)


def settle_join(floor: Floor, by: str, at: int, command: JoinSpeakersList) -> Outcome:
    """The dais's entry is checked as the delegation's own would be."""
    yield from acts_for(floor, by, command.seat)
    using, seat = the_list(floor), on_behalf(floor, by, command.seat)
    if is_dais(floor, by):
        yield from _on_list(floor, seat, *using)
    yield SpeakersListJoined(using[0], seat)


def may_leave(floor: Floor, by: str) -> Refusals:
    """Whoever is on the list may leave it."""
    yield from anyone(floor, by)
    yield from may_use_list(floor, by)
    using = list_in_use(floor)
    if using and not is_dais(floor, by) and by not in using[1].queue:
        yield stale("list.not_on", seat=by)


def settle_leave(floor: Floor, by: str, at: int, command: LeaveSpeakersList) -> Outcome:
    """Off the list in use."""
    yield from acts_for(floor, by, command.seat)
    using, seat = the_list(floor), on_behalf(floor, by, command.seat)
    if seat not in using[1].queue:
        yield stale("list.not_on", "seat", seat=seat)
    yield SpeakersListLeft(using[0], seat)
    if floor.speeches.now is None:
        yield from emptied(floor, (seat,))


def settle_move(floor: Floor, by: str, at: int, command: MoveInSpeakersList) -> Outcome:
    """Reordering does not commute: it must be of the list as it is."""
    name, speakers = the_list(floor)
    if command.order != speakers.queue:
        yield stale("list.changed")
    if command.seat not in speakers.queue:
        yield stale("list.not_on", "seat", seat=command.seat)
    if not 1 <= command.place <= max(1, len(speakers.queue)):
        yield impossible("list.place_range", "place", last=len(speakers.queue))
        return
    rest = list(speakers.queue)
    if command.seat in rest:
        rest.remove(command.seat)
    rest.insert(command.place - 1, command.seat)
    yield SpeakersListOrdered(name, tuple(rest))


def settle_open_list(floor: Floor, by: str, at: int, command: OpenSpeakersList) -> Outcome:
    """Open to names."""
    name, speakers = the_list(floor)
    if command.seconds:
        yield from speech_range(floor, command.seconds)
    if speakers.open and command.seconds in (0, speakers.seconds):
        yield stale("list.open_already")
    yield SpeakersListOpened(name, command.seconds or speakers.seconds)


def settle_close_list(floor: Floor, by: str, at: int, command: CloseSpeakersList) -> Outcome:
    """Closed to names."""
    using = the_list(floor)
    if not using[1].open:
        yield stale("list.closed_already")
    yield SpeakersListClosed(using[0])


def apply_list_opened(floor: Floor, event: SpeakersListOpened, at: int) -> Floor:
    """Names are taken."""
    return with_list(floor, event.list, open=True, seconds=event.seconds)


def apply_list_closed(floor: Floor, event: SpeakersListClosed, at: int) -> Floor:
    """No more names."""
    return with_list(floor, event.list, open=False)


def apply_joined(floor: Floor, event: SpeakersListJoined, at: int) -> Floor:
    """At the end of the list, before a proposer that chose to speak last."""
    queue, caucus = list(speakers_of(floor, event.list).queue), floor.caucus
    proposer_last = event.list == "caucus" and caucus is not None and caucus.slot == "last"
    if proposer_last and caucus is not None and queue[-1:] == [caucus.proposer]:
        return with_list(floor, event.list, queue=(*queue[:-1], event.seat, caucus.proposer))
    return with_list(floor, event.list, queue=(*queue, event.seat))


def apply_left(floor: Floor, event: SpeakersListLeft, at: int) -> Floor:
    """Off the list."""
    return without(floor, event.list, event.seat)


def apply_ordered(floor: Floor, event: SpeakersListOrdered, at: int) -> Floor:
    """In the chair's order."""
    return with_list(floor, event.list, queue=event.order)


ACTS = {
    OpenSpeakersList: Act(may_run_list, settle_open_list),
    CloseSpeakersList: Act(may_run_list, settle_close_list),
    JoinSpeakersList: Act(may_join, settle_join),
    LeaveSpeakersList: Act(may_leave, settle_leave),
    MoveInSpeakersList: Act(may_run_list, settle_move),
}
APPLY = {
    SpeakersListOpened: apply_list_opened,
    SpeakersListClosed: apply_list_closed,
    SpeakersListJoined: apply_joined,
    SpeakersListLeft: apply_left,
    SpeakersListOrdered: apply_ordered,
}
