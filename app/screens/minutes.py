"""The minutes as lines: each act in sentences, as far as its reader may be told, or the public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.procedure.act import GUEST
from app.procedure.floor import Floor
from app.procedure.motions import MotionRaised
from app.procedure.results import ResultAnnounced
from app.procedure.undo import Entry
from app.screens.directory import Directory
from app.screens.disclosure import may_be_told
from app.screens.record import ActLine
from app.screens.shown import tongue
from app.words import act_sentences
from app.words.language import N_, capital

KINDS = {
    **dict.fromkeys(("votes", "voting", "placards", "results"), "vote"),
    **dict.fromkeys(
        ("papers", "approval", "sponsorship", "sharing", "falling", "amendments", "adoption"), "paper"
    ),
    **dict.fromkeys(("speeches", "calling", "speakers_lists", "turns", "yields", "replies"), "speech"),
    **dict.fromkeys(("motions", "handling", "precedence", "ruling_motions"), "motion"),
    "attendance": "attendance",
    "remarks": "remark",
}
"""The module that an event's class stands in -> the kind of act that the minutes are sorted by."""
ICONS = {
    "vote": "vote",
    "paper": "file-text",
    "attendance": "users",
    "speech": "mic",
    "motion": "gavel",
    "debate": "message-square",
    "remark": "pencil",
}
A_GUEST = N_("a guest")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the minutes: the dais, a delegation (`seat`), or, with neither, everybody."""

    dais: bool = False
    seat: str = ""


PUBLIC = Reader()


def act_line(entry: Entry, floor: Floor, directory: Directory, reader: Reader) -> ActLine | None:
    """One act in sentences; None where nothing of it may be told."""
    told = [event for event in entry.events if may_be_told(event, floor, reader.dais, reader.seat)]
    if not told:
        return None
    sentences = act_sentences(entry.by, told, floor, directory.short_names, tongue(directory))
    kind, undone = kind_of(told), entry.number in floor.undone
    icon, decided = ICONS[kind], decides(told)
    return ActLine(entry.number, entry.at, entry.by, sentences, undone, icon, kind, decided, entry.sheet)


def public_lines(
    entries: Iterable[Entry], floor: Floor, directory: Directory, with_names: bool = False
) -> tuple[ActLine, ...]:
    """What everybody may be told; without names of people, unless `with_names`: guests are "a guest"."""
    entries = tuple(entries)
    lines = (act_line(entry, floor, directory, PUBLIC) for entry in entries)
    guests = {} if with_names else dict.fromkeys(guests_in(entries), tongue(directory)(A_GUEST))
    return tuple(_without(line, guests) for line in lines if line is not None)


def guests_in(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The names of guests, the only people on a record: of those who spoke, and whom a motion invited."""
    found: dict[str, None] = {}
    for event in (event for entry in entries for event in entry.events):
        seat = getattr(event, "seat", "")
        if isinstance(seat, str) and seat.startswith(GUEST):
            found[seat.removeprefix(GUEST)] = None
        if isinstance(event, MotionRaised) and event.terms.name:
            found[event.terms.name] = None
    return tuple(sorted((name for name in found if name), key=len, reverse=True))


def _without(line: ActLine, guests: Mapping[str, str]) -> ActLine:
    said = line.sentences
    for name, instead in guests.items():
        for old, new in ((name, instead), (capital(name), capital(instead))):
            said = tuple(sentence.replace(old, new) for sentence in said)
    return line if said == line.sentences else line.saying(said)


def decides(events: list[Any]) -> bool:
    """Whether one of these events announces a result."""
    return any(isinstance(event, ResultAnnounced) for event in events)


def kind_of(events: list[Any]) -> str:
    """The noun that the act is about: the module of its first event."""
    noun = type(events[0]).__module__.rpartition(".")[2]
    return KINDS.get(noun, "debate")
