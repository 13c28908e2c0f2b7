"""The registration desk of a conference: one committee, its codes, and a clock that the test turns."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlmodel import Session

from app.access import Access, Post, SignIn
from app.store import Store
from app.tables import CommitteeRow, SeatRow

MINUTE = 60_000


@dataclass
class Desk:
    """One conference with one committee; `at` is now, in milliseconds."""

    store: Store
    committee: int
    conference: int
    at: int = 1_800_000_000_000
    access: Access = field(init=False)

    def post(self, role: str, seat: str = "", committee: int = 0) -> Post:
        return Post(self.conference, role, committee or self.committee, seat)  # type: ignore[arg-type]

    async def code(self, role: str, seat: str = "", committee: int = 0) -> str:
        post = self.post(role, seat, committee)
        return (await self.access.give_out([post]))[post]

    async def another_committee(self, *seats: str) -> int:
        """A further committee of the same conference, with these seats."""

        def rows(session: Session) -> int:
            made = CommitteeRow(
                conference_id=self.conference, name="Second", topic=["Air"], rulebook="harvard", created=1
            )
            session.add(made)
            session.flush()
            assert made.id is not None
            session.add_all(SeatRow(committee_id=made.id, key=key, kind="member") for key in seats)
            return made.id

        return await self.store.write(rows)

    async def delegate(self, seat: str = "ghana", code: str = "") -> SignIn:
        return await self.access.claim(code or await self.code("delegate", seat))
