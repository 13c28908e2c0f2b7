"""Sign-ins in the rows: codes that were given out, who claimed them, which devices are good for what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select, update

from app.access.codes import new_token, token_hash
from app.access.posts import ROLES, Post, Role, of_post, open_code, post_of, role_named
from app.tables import DeviceRow, HoldingRow, PersonRow

IDLE_MS = 60_000
"""A device that was not heard of for this long may be pushed out by a newer one."""
NEWEST_FIRST = (col(HoldingRow.since).desc(), col(HoldingRow.id).desc())


class SeatFull(Exception):
    """As many devices as a seat may have are in use for it right now; `post` is the place."""

    def __init__(self, post: Post) -> None:
        super().__init__(post.seat_key)
        self.post = post


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody signed in, as one of the things they are: `device` names the browser, `person` its owner."""

    device: str
    person: int
    conference_id: int
    committee_id: int | None
    seat_key: str
    role: Role

    @property
    def is_dais(self) -> bool:
        """Whether they sit on the dais: a chair or an assistant."""
        return self.role in ("chair", "assistant")

    @property
    def place(self) -> tuple[int, int | None, str, Role]:
        """Who they are and where, on whatever device."""
        return self.person, self.committee_id, self.seat_key, self.role


@dataclass(frozen=True, slots=True)
class SignIn:
    """A claimed code: the secret `token` for the browser's cookie, until when (ms), and as who.

    `holders` is all that its owner is now. `ended` names the devices whose sign-in ended with it: the
    browser's former one, and one pushed out; `gave_way` is the post where one was.
    """

    token: str
    expires: int
    holder: Holder
    holders: tuple[Holder, ...]
    ended: frozenset[str]
    gave_way: Post | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A code that somebody typed: the browser's name for people, and the token it had before ("" for none).

    `heard` says when devices were last heard of, beyond what the rows say. Times in milliseconds.
    """

    code: str
    device: str
    former: str
    now: int
    expires: int
    devices_per_seat: int
    heard: Mapping[str, int]


def claim(session: Session, claim: Claim) -> SignIn:
    """Signs a browser in by a code, under a new token. Raises UnknownCode, CodeWithdrawn, SeatFull.

    A person is one thing in a committee, by the code that was claimed last: what it was there before ends.
    """
    post = post_of(open_code(session, claim.code, claim.now))
    former = _former(session, claim, post.conference_id)
    ended = {former.token_hash} if former else set()
    pushed_out = _make_room(session, post, claim, ended) if post.seat_key else set()
    ended |= pushed_out
    person = former.person_id if former else _new_person(session, post.conference_id)
    _take_post(session, person, post, claim.now)
    end_devices(session, ended, claim.now)
    token = _new_device(session, person, claim)
    signed_in = device(session, token_hash(token), claim.now)
    assert signed_in is not None
    holder = next(one for one in signed_in[1] if one.committee_id == post.committee_id)
    return SignIn(token, claim.expires, holder, signed_in[1], frozenset(ended), post if pushed_out else None)


def device(session: Session, hashed: str, now: int) -> tuple[int, tuple[Holder, ...]] | None:
    """Until when (ms) a device is signed in, and all that its owner is, the most first; None if it is not."""
    row = session.get(DeviceRow, hashed)
    if row is None or row.revoked is not None or row.expires <= now:
        return None
    person = session.get_one(PersonRow, row.person_id)
    query = select(HoldingRow).where(
        col(HoldingRow.person_id) == row.person_id, col(HoldingRow.until).is_(None)
    )
    holders = [
        Holder(
            hashed, row.person_id, person.conference_id, h.committee_id, h.seat_key or "", role_named(h.role)
        )
        for h in session.exec(query.order_by(*NEWEST_FIRST))
    ]
    return row.expires, tuple(sorted(holders, key=lambda holder: ROLES.index(holder.role)))


def devicesof_post(session: Session, post: Post, now: int) -> list[DeviceRow]:
    """The signed-in devices of everybody who holds this post now."""
    still = (col(HoldingRow.until).is_(None), col(PersonRow.conference_id) == post.conference_id)
    good = (col(DeviceRow.revoked).is_(None), col(DeviceRow.expires) > now)
    query = select(DeviceRow).join(PersonRow, col(PersonRow.id) == col(DeviceRow.person_id))
    query = query.join(HoldingRow, col(HoldingRow.person_id) == col(PersonRow.id))
    return list(session.exec(query.where(*of_post(HoldingRow, post), *still, *good)))


PutOut = tuple[frozenset[str], tuple[Holder, ...]]
"""Devices whose rights have ended, and all that their owners still are."""


def end_post(session: Session, post: Post, now: int) -> PutOut:
    """Nobody holds this post any more; returns the devices that this concerns, and what their owners stay."""
    devices = frozenset(device.token_hash for device in devicesof_post(session, post, now))
    of_conference = select(PersonRow.id).where(col(PersonRow.conference_id) == post.conference_id)
    still = (col(HoldingRow.until).is_(None), col(HoldingRow.person_id).in_(of_conference))
    session.execute(update(HoldingRow).where(*of_post(HoldingRow, post), *still).values(until=now))
    session.expire_all()
    left = [found for one in sorted(devices) if (found := device(session, one, now))]
    return devices, tuple(holder for _, holders in left for holder in holders)


def holdings_at(session: Session, committee: int, people: Collection[int]) -> Sequence[HoldingRow]:
    """What these people hold now as delegates of a committee."""
    held = (col(HoldingRow.committee_id) == committee, col(HoldingRow.role) == "delegate")
    mine = (col(HoldingRow.person_id).in_(people), col(HoldingRow.until).is_(None))
    return session.exec(select(HoldingRow).where(*held, *mine)).all()


def move(
    session: Session, committee: int, people: Collection[int], here: str, there: str, now: int
) -> frozenset[str] | None:
    """These people hold the seat `there`, not `here`; returns their devices, None where one has gone."""
    held = [one for one in holdings_at(session, committee, people) if one.seat_key == here]
    if len(held) != len(people):
        return None
    for one in held:
        one.until = now
        session.add(one)
        session.add(
            HoldingRow(
                person_id=one.person_id, committee_id=committee, seat_key=there, role=one.role, since=now
            )
        )
    good = (col(DeviceRow.revoked).is_(None), col(DeviceRow.expires) > now)
    mine = select(DeviceRow.token_hash).where(col(DeviceRow.person_id).in_(people), *good)
    return frozenset(session.exec(mine).all())


def end_devices(session: Session, hashes: Sequence[str] | set[str], now: int) -> None:
    """These devices are signed in no more."""
    named = (col(DeviceRow.token_hash).in_(hashes), col(DeviceRow.revoked).is_(None))
    session.execute(update(DeviceRow).where(*named).values(revoked=now))


def _former(session: Session, claim: Claim, conference_id: int) -> DeviceRow | None:
    """The browser's present sign-in, if it is good and of the same conference: then it is the same person."""
    row = session.get(DeviceRow, token_hash(claim.former)) if claim.former else None
    if row is None or row.revoked is not None or row.expires <= claim.now:
        return None
    return row if session.get_one(PersonRow, row.person_id).conference_id == conference_id else None


def _make_room(session: Session, post: Post, claim: Claim, ended: set[str]) -> set[str]:
    """The device that gives way at a full seat: the one that was idle for longest. Raises SeatFull."""
    using = [row for row in devicesof_post(session, post, claim.now) if row.token_hash not in ended]
    if len(using) < claim.devices_per_seat:
        return set()
    heard = {row.token_hash: max(row.last_seen, claim.heard.get(row.token_hash, 0)) for row in using}
    oldest = min(heard, key=lambda hashed: heard[hashed])
    if claim.now - heard[oldest] < IDLE_MS:
        raise SeatFull(post)
    return {oldest}


def _new_person(session: Session, conference_id: int) -> int:
    person = PersonRow(conference_id=conference_id)
    session.add(person)
    session.flush()
    assert person.id is not None
    return person.id


def _take_post(session: Session, person: int, post: Post, now: int) -> None:
    """The person holds the post, and nothing else in its committee.

    The public code takes no place from anybody: whoever has one there keeps it.
    """
    still = (col(HoldingRow.person_id) == person, col(HoldingRow.until).is_(None))
    here = col(HoldingRow.committee_id).is_not_distinct_from(post.committee_id)
    held = session.exec(select(HoldingRow).where(here, *still)).all()
    if held and post.role == "lobby":
        return
    same = [one for one in held if (one.role, one.seat_key or "") == (post.role, post.seat_key)]
    for earlier in held:
        if earlier not in same:
            earlier.until = now
    if not same:
        session.add(
            HoldingRow(
                person_id=person,
                committee_id=post.committee_id,
                seat_key=post.seat_key or None,
                role=post.role,
                since=now,
            )
        )


def _new_device(session: Session, person: int, claim: Claim) -> str:
    """Signs the browser in as the person; returns its new token."""
    token = new_token()
    session.add(
        DeviceRow(
            token_hash=token_hash(token),
            person_id=person,
            name=claim.device[:80],
            expires=claim.expires,
            last_seen=claim.now,
        )
    )
    return token
