"""A newer guide for a committee that runs: what it says otherwise, and what that changes; pure.

Profiles change at once, changes of the roster are acts, and a delegation that has acted is never removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from app.preparing.delegations import with_fitting_keys
from app.procedure.floor import Floor
from app.procedure.undo import Entry
from delegations.names import sort_key
from delegations.profiles import Profile, profiles_from
from delegations.roster import Delegation, roster_from
from delegations.study_guides.guide import StudyGuide

NOT_ITS_DOING = ("seats", "attendance", "late_arrivals")
"""Modules of events that name a delegation without its doing; whether it was here the floor knows."""


@dataclass(frozen=True, slots=True)
class PositionChange:
    """A delegation whose position the newer guide words otherwise; a text is "" where there is none."""

    key: str
    name: str
    iso2: str
    kind: Literal["new", "changed", "gone"]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """A delegation that the guide had and the newer one has not; who has acted stays."""

    key: str
    name: str
    iso2: str
    acted: bool


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a newer guide changes: positions, delegations that come, and those that it no longer names."""

    positions: tuple[PositionChange, ...]
    added: tuple[Delegation, ...]
    leaving: tuple[Leaving, ...]
    profiles: Mapping[str, Profile]


def renewal(
    before: StudyGuide | None,
    after: StudyGuide,
    present: Sequence[Delegation],
    closed: Sequence[Delegation],
    taken: Collection[str],
    profiles: Mapping[str, Profile],
    acted: Collection[str],
) -> Renewal:
    """Compare a newer guide with what a committee goes by.

    `present` are its delegations in roll-call order, `closed` those that left the roster, `taken` all keys
    that are in use, `profiles` what delegations read now, `acted` the keys of those that have acted.
    """
    named = roster_from(after)
    fresh = (one for one in named if not _among(one, (*present, *closed)))
    added = tuple(placed(one, present) for one in with_fitting_keys(fresh, taken))
    had = roster_from(before) if before else ()
    leaving = tuple(
        Leaving(one.key, one.short_name, one.iso2 or "", one.key in acted)
        for one in present
        if _among(one, had) and not _among(one, named)
    )
    given = profiles_from(after, (*present, *added))
    return Renewal(tuple(_positions(present, profiles, given)), added, leaving, given)


def acted(floor: Floor, entries: Iterable[Entry]) -> frozenset[str]:
    """The seats that were here, acted, or are named in an act of somebody else, the roster's own left out."""
    found = set(floor.attendance.ever)
    for entry in entries:
        found.add(entry.by)
        for event in entry.events:
            if type(event).__module__.rpartition(".")[2] not in NOT_ITS_DOING:
                found.update(_words(asdict(event)))
    return frozenset(found & set(floor.seats))


def _words(value: Any) -> Iterator[str]:
    """Every text in plain data: keys of seats are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in (*value.keys(), *value.values()):
            yield from _words(part)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _words(part)


def _positions(
    present: Sequence[Delegation], before: Mapping[str, Profile], after: Mapping[str, Profile]
) -> Iterator[PositionChange]:
    for one in present:
        was, now = (_text(profiles.get(one.key)) for profiles in (before, after))
        if " ".join(was.split()) != " ".join(now.split()):
            kind: Literal["new", "changed", "gone"] = "new" if not was else "changed" if now else "gone"
            yield PositionChange(one.key, one.short_name, one.iso2 or "", kind, was, now)


def _text(profile: Profile | None) -> str:
    """Everything that is said of a delegation's position, what is only inferred with it."""
    parts = (*profile.positions, *profile.doubtful) if profile else ()
    return "\n\n".join(part.text for part in parts if part.text)


def _among(one: Delegation, others: Iterable[Delegation]) -> bool:
    return any(_same(one, other) for other in others)


def _same(one: Delegation, other: Delegation) -> bool:
    if one.iso2 or other.iso2:
        return one.iso2 == other.iso2
    return one.name == other.name or one.short_name == other.short_name


def placed(one: Delegation, present: Sequence[Delegation]) -> Delegation:
    """With the place in the roll call behind the last that comes before it in the alphabet."""
    before = [other.order for other in present if sort_key(other.short_name) <= sort_key(one.short_name)]
    return replace(one, order=before[-1] if before else 0)
