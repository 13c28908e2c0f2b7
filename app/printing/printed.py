"""From a committee to its sheets: which placards, badges and cards there are, in the committee's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.invitations import Invited
from app.printing.names import placard_name
from app.printing.sheets import Badge, InviteCard, Placard
from app.procedure.floor import Floor
from app.procedure.roster import DAIS_KINDS, delegations
from app.screens.directory import Directory
from app.words import language
from app.words.printed import ALL_COMMITTEES, HOW_TO, KINDS, ROLES

Names = Mapping[str, Sequence[str]]
"""Seat key -> the names of the people who were assigned to it."""


def placards_of(floor: Floor, directory: Directory) -> Iterator[Placard]:
    """One for each delegation, in the order of the roll call."""
    speak = language(directory.language)
    for seat in delegations(floor):
        entry = directory.entry(seat.key)
        kind = speak(KINDS[seat.kind])
        foot = f"{directory.name} · {kind}" if kind else directory.name
        yield Placard(placard_name(entry.name, entry.short_name), entry.iso2 or "", foot)


def badges_of(event: str, floor: Floor, directory: Directory, people: Names) -> Iterator[Badge]:
    """One for each person who was assigned, one with a line to write on where nobody was; the dais first."""
    speak = language(directory.language)
    for seat in sorted(floor.seats.values(), key=lambda one: (one.order, one.key)):
        if seat.kind in DAIS_KINDS and not seat.closed:
            role = speak(ROLES[seat.kind])
            yield from (
                Badge(event, directory.name, role, "", one, "") for one in people.get(seat.key) or ("",)
            )
    for seat in delegations(floor):
        entry, role = directory.entry(seat.key), speak(KINDS[seat.kind] or ROLES["delegate"])
        name = placard_name(entry.name, entry.short_name)
        for person in people.get(seat.key) or ("",):
            yield Badge(event, directory.name, name, entry.iso2 or "", person, role)


def cards_of(
    invited: Iterable[Invited], directories: Mapping[int, Directory], base: str
) -> tuple[InviteCard, ...]:
    """The cards of these codes: organizer, dais and screens on sheets of their own, apart from delegations.

    `base` is the address under which phones reach this server.
    """
    first = next(iter(directories), 0)
    return tuple(_card(one, directories.get(one.post.committee_id or first), base) for one in invited)


def _card(one: Invited, known: Directory | None, base: str) -> InviteCard:
    known = known or Directory(0, "")
    speak = language(known.language)
    entry = known.entries.get(one.post.seat_key)
    name = placard_name(entry.name, entry.short_name) if entry else speak(ROLES[one.post.role])
    kind = "delegate" if one.post.role == "delegate" else "dais"
    committee = known.name if one.post.committee_id else speak(ALL_COMMITTEES)
    return InviteCard(
        sheet=f"{known.committee} {kind}",
        committee=committee,
        name=name,
        iso2=(entry.iso2 or "") if entry else "",
        code=one.code,
        address=base,
        how_to=tuple(speak(sentence) for sentence in HOW_TO),
    )
