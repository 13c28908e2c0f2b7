"""One table of every screen in every state: the cockpit, the wall, the phone, the record, help, refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from starlette.requests import Request

from app.web import drill_pages, help_pages
from app.web.answers import NOTHING_HERE, as_page
from app.web.join import WITHDRAWN
from app.web.pages import NOT_SIGNED_IN, NOT_YOURS
from tests.browser.room import board_page
from tests.screens import (
    cockpit_scenes,
    note_pages,
    paper_pages,
    phone_pages,
    reading_pages,
    record_pages,
    scenes,
    statistics_pages,
)
from tests.screens.cockpit_pages import cockpit

SIZES = ((360, 640), (1366, 768), (1920, 1080))
"""A phone, a laptop, a projector: width and height in pixels."""
NARROW = (320, 640)
"""The narrowest that everything must still fit: the oldest phone, and a laptop at 400 percent."""
OPENED = {
    "chair-motions": (
        ("panel", "#motions", ".more"),
        ("new", "#motions", "#new-motion"),
        ("questions", "#motions", "#guide-questions"),
        ("taps", "#speakers", "#taps"),
        ("meeting", "", "#meeting-more"),
        ("keys", "", "press ?"),
        ("palette", "", "press Control+k"),
        ("theme", "", "dialog#theme"),
    ),
    "chair-debate": (("yield", "", "#yield"), ("point", "", "#new-point"), ("offline", "", "offline")),
    "chair-ruled": (("appeal", "", "#appeal"),),
    "chair-late_notes": (("never", "", "#never-came"),),
    "chair-warned": (("meeting", "", "#meeting-more"),),
    "chair-nobody_objects": (("panel", "#motions", ".more"),),
    "chair-amended": (("panel", "#papers", ""), ("forms", "#papers", ".more")),
    "chair-submitted": (("panel", "#papers", ""), ("forms", "#papers", ".more")),
    "chair-voting_procedure": (("panel", "#votes", ""),),
    "chair-roll_vote": (("forms", "#votes", ".more"),),
    "chair-counted": (("forms", "", "#recount"),),
    "chair-election-again": (("panel", "#votes", ""), ("form", "#votes", "#new-election")),
    "wall-speaking": (("offline", "", "offline"),),
    "phone-queue": (("offline", "", "offline"),),
    "phone-devices": (("offline", "", "offline"),),
    "phone-debate": (("move", "", "#move, #move-moderated_caucus"), ("out", "", ".leave-seat")),
    "phone-point": (("raise", "", "#raise, #point-order"),),
    "phone-ruled": (("appeal", "", "#appeal"),),
    "phone-speaking": (("yield", "", "#yield"),),
    "phone-writing": (
        ("clause", "", "#clause-o1, #add-operative"),
        ("share", "", "#share, #unshare, #withdraw"),
    ),
    "phone-draft": (("amend", "", "#amend, #amend-o2"),),
    "phone-called": (("rights", "", ".fold"),),
    "record-rulebook": (("says", "", "#says-speeches"),),
    "phone-own": (("speech", "", "#speech-note"),),
    "notes-threads": (("open", "", "#new-note, #to-delegations, .thread"),),
    "notes-dais": (("open", "", ".thread, .thread .more"),),
    "read-library-dais": (("adding", "", "#add-item"),),
    "read-item": (("chosen", "", ".para"),),
    "read-item-dais": (("removing", "", "#remove"),),
}
"""Screen -> what else it shows: a name, where its address ends,
and what then happens: folds or a dialog are opened, a key is pressed, the network goes away."""


@dataclass(frozen=True)
class Screen:
    """One screen in one state.

    `drawn` makes the whole page, `place` ends its address ("#papers"), and `then` is what happens once it is
    there (see `OPENED`).
    """

    kind: str
    state: str
    drawn: Callable[[], str]
    place: str = ""
    then: str = ""

    @property
    def name(self) -> str:
        """Its name in a list of files: "chair-debate"."""
        return f"{self.kind}-{self.state}"


def screens() -> dict[str, Screen]:
    """Every screen by name."""
    phone = {**phone_pages.pages(), **paper_pages.beside_a_paper()}
    found = [*_chair(), *_wall(), *_of("phone", phone), *_of("record", _record())]
    found += [*_of("read", reading_pages.pages()), *_of("notes", note_pages.pages())]
    found += [*_of("help", _help()), *_of("refused", _refused())]
    return {one.name: one for screen in found for one in (screen, *_opened(screen))}


def _opened(screen: Screen) -> Iterator[Screen]:
    for name, place, then in OPENED.get(screen.name, ()):
        yield replace(screen, state=f"{screen.state}-{name}", place=place, then=then)


def _chair() -> list[Screen]:
    return [Screen("chair", state, partial(_cockpit, state)) for state in cockpit_scenes.SCENES]


def _cockpit(state: str) -> str:
    return cockpit(cockpit_scenes.scene(state))


def _wall() -> list[Screen]:
    return [Screen("wall", state, partial(_board, state)) for state in scenes.SCENES]


def _board(state: str) -> str:
    return board_page(scenes.SCENES[state]().floor)


def _of(kind: str, pages: Mapping[str, str]) -> list[Screen]:
    return [Screen(kind, state, partial(str, shown)) for state, shown in pages.items()]


def _record() -> dict[str, str]:
    return {**record_pages.pages(), **statistics_pages.pages()}


def _help() -> dict[str, str]:
    return {
        "contents": help_pages.all_pages("en"),
        "drills": drill_pages.drills_page("en"),
        **{name: help_pages.one_page(name, "en") for name in help_pages.names()},
    }


def _refused() -> dict[str, str]:
    told = {401: NOT_SIGNED_IN, 403: NOT_YOURS, 404: NOTHING_HERE, 410: WITHDRAWN}
    return {str(status): _answer(status, sentence) for status, sentence in told.items()}


def _answer(status: int, sentence: str) -> str:
    asked = Request({"type": "http", "path": "/", "headers": [], "server": ("room.test", 80)})
    return bytes(as_page(asked, status, [sentence]).body).decode()
