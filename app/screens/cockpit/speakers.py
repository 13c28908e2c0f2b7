"""The speakers' list in use: adding to it, its order, and the delegations to tap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList, MoveInSpeakersList
from app.procedure.speeches import CallSpeaker
from app.screens.cockpit.common import closed, present
from app.screens.cockpit.timed import DebatersView, debaters
from app.screens.directory import Directory
from app.screens.shown import Who, who


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delegation on the list: its place from 1, its wait after this speech (s), whether it was heard."""

    who: Who
    place: int
    after: int
    heard: bool


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """The list in use in its order, which a press must show that it saw; `list` is "" for none.

    `why` says why nobody can be moved now.
    """

    template: ClassVar[str] = "cockpit/speakers.html"
    coalesced: ClassVar[bool] = False
    committee: int
    list: str
    queue: tuple[Waiting, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A delegation that is here: pressing it puts it on the list, where it may be put."""

    who: Who
    state: str
    """"", "now" for the speaker, "on" for the list."""


@dataclass(frozen=True, slots=True)
class AddingView:
    """What adds to the list and runs it: its state, and who is here in seating order.

    `on_sides`: delegations ask to speak on a side of a timed debate, and no list is missed.
    """

    template: ClassVar[str] = "cockpit/adding.html"
    coalesced: ClassVar[bool] = False
    committee: int
    list: str
    open: bool
    seconds: int
    here: tuple[Tap, ...]
    after: str
    why_not_join: str
    why_not_call: str
    why_not_run: str
    on_sides: bool


def draw_speakers(floor: Floor, directory: Directory) -> SpeakersView | DebatersView:
    """Who waits, in order; on a question of a timed debate on either side."""
    return debaters(floor, directory) or _list(floor, directory)


def _list(floor: Floor, directory: Directory) -> SpeakersView:
    using = list_in_use(floor) if floor.meeting.debate == "open" else None
    why = closed(floor, directory, MoveInSpeakersList)
    if using is None:
        return SpeakersView(directory.committee, "", (), why)
    name, speakers = using
    heard = {one.seat for one in floor.speeches.heard}
    queue = tuple(
        Waiting(who(directory, key), place, (place - 1) * speakers.seconds, key in heard)
        for place, key in enumerate(speakers.queue, 1)
    )
    return SpeakersView(directory.committee, name, queue, why)


def draw_adding(floor: Floor, directory: Directory) -> AddingView:
    """The controls of the list and the delegations to tap."""
    using = list_in_use(floor) if floor.meeting.debate == "open" else None
    queue = using[1].queue if using else ()
    now = floor.speeches.now.seat if floor.speeches.now else ""
    here = tuple(
        Tap(one, "now" if one.key == now else "on" if one.key in queue else "")
        for one in present(floor, directory)
    )
    return AddingView(
        committee=directory.committee,
        list=using[0] if using else "",
        open=using[1].open if using else False,
        seconds=using[1].seconds if using else 0,
        here=here,
        after=now,
        why_not_join=closed(floor, directory, JoinSpeakersList),
        why_not_call=closed(floor, directory, CallSpeaker),
        why_not_run=closed(floor, directory, CloseSpeakersList),
        on_sides=debaters(floor, directory) is not None,
    )
