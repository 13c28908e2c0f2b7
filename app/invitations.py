"""Codes for everybody who may come in: organizer, dais, delegations and screens."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.access import Access, CodeWithdrawn, Post, Role, UnknownCode
from app.access.posts import open_code, post_of
from app.directories import card_address, qr_path
from app.procedure.roster import DAIS_KINDS
from app.store import Store
from app.tables import CommitteeRow, DelegationRow, SeatRow


@dataclass(frozen=True, slots=True)
class Invited:
    """A code and whom it lets in; `name` is a delegation's name, or empty for a role without a seat."""

    post: Post
    name: str
    code: str


async def committees(store: Store) -> tuple[tuple[int, str], ...]:
    """The committees of this house: id and name, in the order they were founded."""
    query = select(CommitteeRow.id, CommitteeRow.name).order_by(col(CommitteeRow.id))
    found = await store.read(lambda rows: rows.exec(query).all())
    return tuple((key, name) for key, name in found if key is not None)


async def invite(
    store: Store,
    access: Access,
    committee: int,
    organizer: bool = True,
    seats: Collection[str] | None = None,
) -> tuple[Invited, ...]:
    """New codes for everybody of a committee; the former ones are dead at once, sign-ins stay.

    The organizer's code is the whole conference's: without `organizer` it stays as it was. With `seats` only
    these get codes. Raises KeyError where there is no such committee.
    """
    posts = await store.read(lambda rows: _posts(rows, committee))
    listed = [(post, name) for post, name in posts if organizer or post.role != "organizer"]
    if seats is not None:
        listed = [(post, name) for post, name in listed if post.seat_key in seats]
    codes = await access.give_out([post for post, _ in listed])
    return tuple(Invited(post, name, codes[post]) for post, name in listed)


async def invite_one(
    store: Store, access: Access, committee: int, role: str, seat: str = ""
) -> tuple[Invited, ...]:
    """A new code for one place of a committee; every other stays good. Raises LookupError."""
    post, name = await _place(store, committee, role, seat)
    return (Invited(post, name, (await access.give_out([post]))[post]),)


async def post_at(store: Store, committee: int, role: str, seat: str = "") -> Post:
    """What people are at one place of a committee. Raises LookupError."""
    return (await _place(store, committee, role, seat))[0]


async def _place(store: Store, committee: int, role: str, seat: str) -> tuple[Post, str]:
    posts = await store.read(lambda rows: _posts(rows, committee))
    wanted = [one for one in posts if (one[0].role, one[0].seat_key) == (role, seat) and one[0].committee_id]
    if not wanted:
        raise LookupError(seat or role)
    return wanted[0]


async def posts_of(store: Store, access: Access, codes: Sequence[str]) -> dict[str, Post]:
    """The posts of those of these codes that let somebody in now."""
    now = access.now()

    def work(rows: Session) -> dict[str, Post]:
        found = {}
        for code in codes:
            with suppress(UnknownCode, CodeWithdrawn):
                found[code] = post_of(open_code(rows, code, now))
        return found

    return await store.read(work)


def qr_cards(invited: Sequence[Invited], base: str) -> dict[str, tuple[str, int]]:
    """For each code the QR code of its address as SVG path data, and its size in modules."""
    return {one.code: qr_path(card_address(base, one.code)) for one in invited}


async def invite_all(store: Store, access: Access) -> tuple[tuple[int, str, tuple[Invited, ...]], ...]:
    """New codes for everybody of every committee: id, name and codes of each.

    The organizer's code is the whole conference's and stands with the first committee alone: made again for
    the next one, the one before would be dead when it is read.
    """
    made: list[tuple[int, str, tuple[Invited, ...]]] = []
    for key, name in await committees(store):
        made.append((key, name, await invite(store, access, key, organizer=not made)))
    return tuple(made)


async def public_code(store: Store, access: Access, committee: int) -> str:
    """A new code for the lobby, to be shown on the wall; it opens nothing but the lobby."""
    conference = await store.read(lambda rows: _conference(rows, committee))
    post = Post(conference, "lobby", committee)
    return (await access.give_out([post]))[post]


def _conference(rows: Session, committee: int) -> int:
    row = rows.get(CommitteeRow, committee)
    if row is None:
        raise KeyError(committee)
    return row.conference_id


def _posts(rows: Session, committee: int) -> Sequence[tuple[Post, str]]:
    """The posts in the order in which they are printed: organizer, dais, screens, delegations by name."""
    conference = _conference(rows, committee)
    query = (
        select(SeatRow, DelegationRow)
        .where(SeatRow.committee_id == committee)
        .join(DelegationRow, col(DelegationRow.id) == col(SeatRow.delegation_id), isouter=True)
    )
    seats = rows.exec(query).all()
    dais = sorted((s for s, _ in seats if s.kind in DAIS_KINDS), key=lambda s: (s.kind != "chair", s.key))
    named = sorted(((s, d) for s, d in seats if d is not None), key=lambda pair: pair[1].short_name)
    return [
        (Post(conference, "organizer"), ""),
        *((_dais_post(conference, committee, seat), "") for seat in dais),
        (Post(conference, "projector", committee), ""),
        (Post(conference, "observer", committee), ""),
        *((Post(conference, "delegate", committee, s.key), d.short_name) for s, d in named),
    ]


def _dais_post(conference: int, committee: int, seat: SeatRow) -> Post:
    role: Role = "chair" if seat.kind == "chair" else "assistant"
    return Post(conference, role, committee, seat.key)
