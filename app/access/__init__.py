"""Access: who may come in by which code, who a browser is, and what stops being true at once when it ends."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sqlmodel import Session

from app.access import posts, present, sign_ins
from app.access.codes import Guessers, token_hash
from app.access.posts import ROLES, CodeWithdrawn, Post, Role, UnknownCode
from app.access.present import SignedIn
from app.access.remembered import Memory, Remembered
from app.access.sign_ins import Claim, Holder, SeatFull, SignIn
from app.access.witnesses import Witnesses
from app.settings import Settings
from app.store import Store
from app.tables import CommitteeRow
from app.wall_clock import now_ms

__all__ = [
    "ROLES",
    "Access",
    "CodeWithdrawn",
    "Holder",
    "Post",
    "Role",
    "SeatFull",
    "SignIn",
    "UnknownCode",
]

FRESH_MS, FRESH_SHARED_MS = 300_000, 2_000
"""How long a sign-in is believed without looking it up: longer where no other process can end it."""
AT_A_SEAT: tuple[Role, ...] = ("chair", "assistant", "delegate")


class Access:
    """The codes and sign-ins of all conferences in one store. Used on one event loop."""

    def __init__(
        self, store: Store, settings: Settings | None = None, now: Callable[[], int] | None = None
    ) -> None:
        """`now` gives the wall clock in milliseconds."""
        self._store, self._settings = store, settings or Settings()
        self._now = now or now_ms
        self._fresh_ms = FRESH_SHARED_MS if store.shared else FRESH_MS
        self.guessers = Guessers(self._settings.wrong_codes_per_minute, self._now)
        self._remembered = Memory()
        self._heard: dict[str, int] = {}
        self._conferences: dict[int, int] = {}
        self.witnesses = Witnesses()

    async def give_out(self, wanted: Sequence[Post], expires: int | None = None) -> dict[Post, str]:
        """New codes for these posts, to be shown now and never again; their former codes are dead at once.

        `expires` is a wall-clock time (ms), None for no end. Raises LookupError for a seat that is not there.
        """
        now = self._now()
        return await self._store.write(lambda session: posts.give_out(session, wanted, now, expires))

    async def posts(self, conference_id: int) -> tuple[Post, ...]:
        """The posts of a conference that have a code."""
        return await self._store.read(lambda session: posts.posts(session, conference_id))

    async def claim(self, code: str, address: str = "", device: str = "", former: str = "") -> SignIn:
        """Signs a browser in by the `code` that somebody typed, under a token that nobody had before.

        `address` is whom wrong codes are counted against, `device` what people call the browser, `former`
        its present token: that one ends, and the person stays the same, but for its place in the code's
        committee: the newest claim is who it is there. Raises UnknownCode (with the seconds to wait),
        CodeWithdrawn, SeatFull.
        """
        now = self._now()
        try:
            await self._store.read(lambda session: posts.open_code(session, code, now) and None)
        except UnknownCode:
            raise UnknownCode(self.guessers.wrong(address)) from None
        claim = Claim(
            code,
            device,
            former,
            now,
            expires=now + self._settings.sign_in_hours * 3_600_000,
            devices_per_seat=self._settings.devices_per_seat,
            heard=dict(self._heard),
        )
        try:
            sign_in = await self._store.write(lambda session: sign_ins.claim(session, claim))
        except SeatFull as full:
            self.witnesses.full(full.post, False)
            raise
        self._end(sign_in.ended, sign_in.holders)
        if sign_in.gave_way:
            self.witnesses.full(sign_in.gave_way, True)
        return sign_in

    async def who(self, token: str, committee_id: int | None = None) -> Holder | None:
        """As whom the owner of a token stands in a committee; None if as nobody.

        A post in the committee itself counts first, then the organizer of its conference. Without a
        committee, only the organizer of a conference is somebody.
        """
        held = await self.holders(token)
        here = [holder for holder in held if holder.committee_id == committee_id]
        if here or committee_id is None:
            return here[0] if here else None
        above = [holder for holder in held if holder.committee_id is None]
        conference = await self._conference_of(committee_id) if above else None
        return next((holder for holder in above if holder.conference_id == conference), None)

    async def holders(self, token: str) -> tuple[Holder, ...]:
        """All that the owner of a token is, the most first; nothing where the sign-in is not good."""
        hashed, now = token_hash(token), self._now()
        known = self._remembered.believed(hashed, now)
        if known is None:
            known = await self._look_up(hashed, now)
        if known is None or known.expires <= now:
            return ()
        self._heard[hashed] = now
        return known.holders

    async def leave(self, token: str) -> None:
        """Signs a browser out; its token is worth nothing from now on, here and on open sockets."""
        await self.end_devices([token_hash(token)])

    async def end_devices(self, devices: Iterable[str]) -> None:
        """Signs these devices out (`Holder.device`)."""
        named, now = frozenset(devices), self._now()
        await self._store.write(lambda session: sign_ins.end_devices(session, set(named), now))
        self._end(named)

    async def end_post(self, post: Post) -> None:
        """Takes a post from everybody who holds it; whoever is something else besides stays signed in."""
        now = self._now()
        self._end(*await self._store.write(lambda session: sign_ins.end_post(session, post, now)))
        self.witnesses.full(post, None)

    async def close_seat(self, committee_id: int, seat_key: str) -> None:
        """Takes a seat that left the roster from everybody who holds it; its code is dead from now on."""
        now, conference = self._now(), await self._conference_of(committee_id)
        if conference is None:
            return

        def work(session: Session) -> list[sign_ins.PutOut]:
            held = [Post(conference, role, committee_id, seat_key) for role in AT_A_SEAT]
            for post in held:
                posts.withdraw(session, post, now)
            return [sign_ins.end_post(session, post, now) for post in held]

        for devices, still in await self._store.write(work):
            self._end(devices, still)

    async def move(
        self, committee: int, number: int, people: Collection[int], here: str, there: str
    ) -> frozenset[str] | None:
        """Has these people sit at the seat `there` in place of `here`; their sign-ins go on.

        Returns the devices that this concerns, None where somebody does not sit there any more. Raises
        RecordWentOn where the committee's record does not end at act `number`.
        """
        now = self._now()
        moved = await self._store.write_at(
            committee, number, lambda rows: sign_ins.move(rows, committee, people, here, there, now)
        )
        if moved is not None:
            self._remembered.forget(moved)
            self.witnesses.changed()
        return moved

    async def seats_claimed(self) -> Mapping[int, int]:
        """For each committee, how many delegations' seats somebody holds who is signed in."""
        now = self._now()
        return await self._store.read(lambda session: present.seats_claimed(session, now))

    async def claimed(self, committee: int) -> Mapping[tuple[str, str], int]:
        """For each place of a committee, role and seat key, on how many devices somebody is signed in."""
        now = self._now()
        return await self._store.read(lambda session: present.claimed(session, committee, now))

    async def signed_in(self, conferences: Sequence[int]) -> list[SignedIn]:
        """Every sign-in of these conferences that is good now."""
        now, heard = self._now(), dict(self._heard)
        return await self._store.read(lambda session: present.signed_in(session, conferences, now, heard))

    def now(self) -> int:
        """The wall clock in milliseconds, as codes and sign-ins go by it."""
        return self._now()

    def heard_of(self, device: str) -> None:
        """A device showed that it is there (its open socket said something): it is not idle."""
        self._heard[device] = self._now()

    async def _look_up(self, hashed: str, now: int) -> Remembered | None:
        changes = self._remembered.changes
        found = await self._store.read(lambda session: sign_ins.device(session, hashed, now))
        if found is None:
            self._remembered.drop(hashed)
            return None
        known = Remembered(found[0], now + self._fresh_ms, found[1])
        if self._remembered.keep(hashed, known, changes):
            self._heard.clear()  # whoever is there is heard of again within a heartbeat
        return known

    async def _conference_of(self, committee_id: int) -> int | None:
        """A committee never changes its conference."""
        if committee_id not in self._conferences:
            row = await self._store.read(lambda session: session.get(CommitteeRow, committee_id))
            if row is None:
                return None
            self._conferences[committee_id] = row.conference_id
        return self._conferences[committee_id]

    def _end(self, devices: frozenset[str], still: tuple[Holder, ...] = ()) -> None:
        """Forgets what was believed about these devices, and tells those who hold sockets for them."""
        self._remembered.forget(devices)
        for device in devices:
            self._heard.pop(device, None)
        self.witnesses.ended(devices, still)
        self.witnesses.changed()
