"""The speakers' lists as they are: who waits on which, and which one is in use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Refusals, dais, impossible, sits

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """One list: whether names are taken, who waits in order, and the seconds of each speech."""

    open: bool = False
    queue: tuple[str, ...] = ()
    seconds: int = 90


def list_in_use(floor: Floor) -> tuple[str, SpeakersList] | None:
    """The list that names go to now: the caucus's own while one with speeches runs, else the general."""
    if floor.caucus is not None:
        speakers = floor.caucus.speakers
        return ("caucus", speakers) if speakers is not None else None
    return "general", floor.speeches.general


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


def off_all_lists(floor: Floor, seat: str) -> Floor:
    """The floor with a delegation that left taken off every list."""
    for name in ("general", "caucus"):
        if seat in queue_of(floor, name):
            floor = without(floor, name, seat)
    return floor


def without(floor: Floor, name: str, seat: str) -> Floor:
    """The floor with a delegation taken off one list."""
    return with_list(floor, name, queue=tuple(key for key in queue_of(floor, name) if key != seat))


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
