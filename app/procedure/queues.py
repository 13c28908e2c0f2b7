"""The speakers' lists as they are: who waits on which, and which one is in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Refusal, Refusals, against, dais, impossible, sits
from app.procedure.copies import replace
from app.procedure.presence import present
from app.procedure.resolution_debate import off_the_debate

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """One list: whether names are taken, who waits in order, and the seconds of each speech.

    `most` is how many more may speak where the committee limited debate; `used` says that somebody has
    spoken from it.
    """

    open: bool = False
    queue: tuple[str, ...] = ()
    seconds: int = 90
    most: int | None = None
    used: bool = False


def list_in_use(floor: Floor) -> tuple[str, SpeakersList] | None:
    """The list that names go to now: the caucus's own while one with speeches runs, else the general."""
    if floor.caucus is not None:
        speakers = floor.caucus.speakers
        return ("caucus", speakers) if speakers is not None else None
    return ("general", floor.speeches.general) if floor.rulebook.speeches.general_list else None


def the_list(floor: Floor) -> tuple[str, SpeakersList]:
    """The list in use; `may_use_list` holds that there is one."""
    using = list_in_use(floor)
    assert using is not None
    return using


def no_list(floor: Floor) -> Refusal:
    """Why there is no list: the caucus has none, or the house debates without one [GAVT] [MTRT]."""
    return impossible("list.none_in_caucus") if floor.caucus else impossible("list.none_here")


def with_list(floor: Floor, name: str, **changes: object) -> Floor:
    """The floor with fields of one list changed."""
    if name == "caucus":
        assert floor.caucus is not None and floor.caucus.speakers is not None
        speakers = replace(floor.caucus.speakers, **changes)
        return replace(floor, caucus=replace(floor.caucus, speakers=speakers))
    general = replace(floor.speeches.general, **changes)
    return replace(floor, speeches=replace(floor.speeches, general=general))


def off_all_lists(floor: Floor, seat: str) -> Floor:
    """The floor with a delegation that left taken off every list, its placard down."""
    for name in ("general", "caucus"):
        if seat in speakers_of(floor, name).queue:
            floor = without(floor, name, seat)
    raised = tuple(key for key in floor.speeches.raised if key != seat)
    return off_the_debate(replace(floor, speeches=replace(floor.speeches, raised=raised)), seat)


def without(floor: Floor, name: str, seat: str) -> Floor:
    """The floor with a delegation taken off one list."""
    queue = speakers_of(floor, name).queue
    return with_list(floor, name, queue=tuple(key for key in queue if key != seat))


def called_up(floor: Floor, name: str, seat: str) -> Floor:
    """The floor with a delegation called from a list: off its first place, one speech fewer is left."""
    if name not in ("general", "caucus"):
        return floor
    speakers = speakers_of(floor, name)
    queue = list(speakers.queue)
    if seat in queue:
        queue.remove(seat)
    most = None if speakers.most is None else max(0, speakers.most - 1)
    return with_list(floor, name, queue=tuple(queue), most=most, used=True)


def speakers_of(floor: Floor, name: str) -> SpeakersList:
    """One list."""
    if name == "caucus" and floor.caucus and floor.caucus.speakers:
        return floor.caucus.speakers
    return floor.speeches.general


def takes_floor(floor: Floor, seat: str, field: str = "") -> Refusals:
    """What stands against a delegation being heard: it is not here, or a warning took the floor from it."""
    if not floor.attendance.here(seat):
        yield from present(floor, seat, field)
    elif floor.warnings.silences(seat):
        yield against("seat.no_floor", field, seat=seat)


def may_use_list(floor: Floor, by: str) -> Refusals:
    """A list exists only in open debate, and in a caucus that has one."""
    yield from sits(floor)
    if floor.caucus is None and floor.meeting.debate == "closed":
        yield impossible("list.debate_closed")
    elif floor.caucus is None and floor.meeting.debate != "open":
        yield impossible("list.no_debate")
    elif list_in_use(floor) is None:
        yield no_list(floor)


def may_run_list(floor: Floor, by: str) -> Refusals:
    """The dais runs the list."""
    yield from dais(floor, by)
    yield from may_use_list(floor, by)
