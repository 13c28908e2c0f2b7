"""Speakers' lists: the general one, and the list of a caucus that has its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    dais,
    impossible,
    on_behalf,
    sits,
    stale,
)

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """One list: whether names are taken, who waits in order, and the seconds of each speech."""

    open: bool = False
    queue: tuple[str, ...] = ()
    seconds: int = 90


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


@dataclass(frozen=True, slots=True)
class SetSpeakingTime:
    """Set the seconds of speeches on the general list, on the dais's word."""

    seconds: int


@dataclass(frozen=True, slots=True)
class SpeakingTimeSet:
    """Speeches on the general list now last this many seconds."""

    seconds: int


def list_in_use(floor: Floor) -> tuple[str, SpeakersList] | None:
    """The list that names go to now: the caucus's own while one with speeches runs, else the general."""
    if floor.caucus is not None:
        speakers = floor.caucus.speakers
        return ("caucus", speakers) if speakers is not None else None
    return "general", floor.speeches.general


def may_use_list(floor: Floor, by: str) -> Refusals:
    """A list exists only in open debate, and in a caucus that has one."""
    yield from sits(floor)
    if floor.meeting.debate != "open":
        yield impossible("list.no_debate")
    elif list_in_use(floor) is None:
        yield impossible("list.none_in_caucus")


def may_run_list(floor: Floor, by: str) -> Refusals:
    """The dais runs the list."""
    yield from dais(floor, by)
    yield from may_use_list(floor, by)


def may_join(floor: Floor, by: str) -> Refusals:
    """Present delegations ask for the floor while the list is open, once each (gsl_max_entries)."""
    yield from anyone(floor, by)
    yield from may_use_list(floor, by)
    using = list_in_use(floor)
    if using and not using[1].open:
        yield against("list.closed")
    if using and not floor.seats[by].is_dais:
        yield from _on_list(floor, by, using[1])


def _on_list(floor: Floor, seat: str, speakers: SpeakersList) -> Refusals:
    """What stands against this delegation being put on this list."""
    if not floor.attendance.here(seat):
        yield against("seat.absent", seat=seat)
    if seat in speakers.queue:
        yield stale("list.once", seat=seat, place=speakers.queue.index(seat) + 1)


def settle_join(floor: Floor, by: str, at: int, command: JoinSpeakersList) -> Outcome:
    """The dais's entry is checked as the delegation's own would be."""
    yield from acts_for(floor, by, command.seat)
    using, seat = list_in_use(floor), on_behalf(floor, by, command.seat)
    if using is None:
        return
    if floor.seats[by].is_dais:
        yield from _on_list(floor, seat, using[1])
    yield SpeakersListJoined(using[0], seat)


def may_leave(floor: Floor, by: str) -> Refusals:
    """Whoever is on the list may leave it."""
    yield from anyone(floor, by)
    yield from may_use_list(floor, by)
    using = list_in_use(floor)
    if using and not floor.seats[by].is_dais and by not in using[1].queue:
        yield stale("list.not_on", seat=by)


def settle_leave(floor: Floor, by: str, at: int, command: LeaveSpeakersList) -> Outcome:
    """Off the list in use."""
    yield from acts_for(floor, by, command.seat)
    using, seat = list_in_use(floor), on_behalf(floor, by, command.seat)
    if using is None:
        return
    if seat not in using[1].queue:
        yield stale("list.not_on", "seat", seat=seat)
    yield SpeakersListLeft(using[0], seat)


def settle_move(floor: Floor, by: str, at: int, command: MoveInSpeakersList) -> Outcome:
    """Reordering does not commute: it must be of the list as it is."""
    using = list_in_use(floor)
    if using is None:
        return
    name, speakers = using
    if command.order != speakers.queue:
        yield stale("list.changed")
    if command.seat not in speakers.queue:
        yield stale("list.not_on", "seat", seat=command.seat)
    if not 1 <= command.place <= max(1, len(speakers.queue)):
        yield impossible("list.place_range", "place", last=len(speakers.queue))
    rest = [key for key in speakers.queue if key != command.seat]
    rest.insert(command.place - 1, command.seat)
    yield SpeakersListOrdered(name, tuple(rest))


def settle_open_list(floor: Floor, by: str, at: int, command: OpenSpeakersList) -> Outcome:
    """Open to names."""
    using = list_in_use(floor)
    if using is None:
        return
    name, speakers = using
    if command.seconds:
        yield from speech_range(floor, command.seconds)
    if speakers.open and command.seconds in (0, speakers.seconds):
        yield stale("list.open_already")
    yield SpeakersListOpened(name, command.seconds or speakers.seconds)


def settle_close_list(floor: Floor, by: str, at: int, command: CloseSpeakersList) -> Outcome:
    """Closed to names."""
    using = list_in_use(floor)
    if using is None:
        return
    if not using[1].open:
        yield stale("list.closed_already")
    yield SpeakersListClosed(using[0])


def settle_time(floor: Floor, by: str, at: int, command: SetSpeakingTime) -> Outcome:
    """Within the rulebook's limits."""
    yield from speech_range(floor, command.seconds)
    yield SpeakingTimeSet(command.seconds)


def speech_range(floor: Floor, seconds: int, field: str = "seconds") -> Refusals:
    """Speeches on the general list last between the rulebook's shortest and longest."""
    rules = floor.rulebook.speeches
    if seconds <= 0 or seconds > 24 * 3600:
        yield impossible("seconds.positive", field)
    elif not rules.shortest_seconds <= seconds <= rules.longest_seconds:
        yield against("speech.seconds", field, least=rules.shortest_seconds, most=rules.longest_seconds)


def with_list(floor: Floor, name: str, **changes: object) -> Floor:
    """The floor with fields of one list changed."""
    if name == "caucus":
        assert floor.caucus is not None and floor.caucus.speakers is not None
        speakers = replace(floor.caucus.speakers, **changes)  # type: ignore[arg-type]
        return replace(floor, caucus=replace(floor.caucus, speakers=speakers))
    general = replace(floor.speeches.general, **changes)  # type: ignore[arg-type]
    return replace(floor, speeches=replace(floor.speeches, general=general))


def queue_of(floor: Floor, name: str) -> tuple[str, ...]:
    """Who waits on one list."""
    if name == "caucus" and floor.caucus and floor.caucus.speakers:
        return floor.caucus.speakers.queue
    return floor.speeches.general.queue


def apply_list_opened(floor: Floor, event: SpeakersListOpened, at: int) -> Floor:
    """Names are taken."""
    return with_list(floor, event.list, open=True, seconds=event.seconds)


def apply_list_closed(floor: Floor, event: SpeakersListClosed, at: int) -> Floor:
    """No more names."""
    return with_list(floor, event.list, open=False)


def apply_joined(floor: Floor, event: SpeakersListJoined, at: int) -> Floor:
    """At the end of the list."""
    return with_list(floor, event.list, queue=(*queue_of(floor, event.list), event.seat))


def apply_left(floor: Floor, event: SpeakersListLeft, at: int) -> Floor:
    """Off the list."""
    queue = tuple(key for key in queue_of(floor, event.list) if key != event.seat)
    return with_list(floor, event.list, queue=queue)


def apply_ordered(floor: Floor, event: SpeakersListOrdered, at: int) -> Floor:
    """In the chair's order."""
    return with_list(floor, event.list, queue=event.order)


def apply_time_set(floor: Floor, event: SpeakingTimeSet, at: int) -> Floor:
    """For the speeches that begin from now on."""
    return with_list(floor, "general", seconds=event.seconds)


def off_all_lists(floor: Floor, seat: str) -> Floor:
    """The floor with a delegation that left taken off every list."""
    for name in ("general", "caucus"):
        if seat in queue_of(floor, name):
            floor = apply_left(floor, SpeakersListLeft(name, seat), 0)
    return floor


ACTS = {
    OpenSpeakersList: Act(may_run_list, settle_open_list),
    CloseSpeakersList: Act(may_run_list, settle_close_list),
    JoinSpeakersList: Act(may_join, settle_join),
    LeaveSpeakersList: Act(may_leave, settle_leave),
    MoveInSpeakersList: Act(may_run_list, settle_move),
    SetSpeakingTime: Act(may_run_list, settle_time),
}
APPLY = {
    SpeakersListOpened: apply_list_opened,
    SpeakersListClosed: apply_list_closed,
    SpeakersListJoined: apply_joined,
    SpeakersListLeft: apply_left,
    SpeakersListOrdered: apply_ordered,
    SpeakingTimeSet: apply_time_set,
}
