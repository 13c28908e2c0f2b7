"""The ballot box on both databases: held, recorded in groups, counted once, and nothing left behind."""

from __future__ import annotations

import asyncio
import random

import pytest

from app.ballot_box import BATCH
from app.procedure.election_announcing import AnnounceElection, VoidElection
from app.procedure.secret_ballots import CloseElection, ReceiveSecretBallots
from app.rooms import NotInOrder, NotRecorded, Room
from app.secret_choices import forget, shuffled
from tests.procedure.meeting import MEMBERS
from tests.rooms.ballots import CANDIDATES, Electing, electing, until
from tests.store.places import Place

pytestmark = pytest.mark.anyio


async def test_ballots_wait_for_others_and_are_recorded_with_them(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        receipts = [await election.put(seat, "ghana") for seat in MEMBERS[: BATCH - 1]]
        assert receipts == ["held"] * (BATCH - 1) and election.now.received == ()
        assert await election.rows() == [] and election.held[-1] == frozenset(MEMBERS[: BATCH - 1])
        assert await election.put(MEMBERS[BATCH - 1]) == "counted"
        assert election.now.received == tuple(sorted(MEMBERS[:BATCH])) and election.held[-1] == frozenset()
        assert sorted(row.choice for row in await election.rows()) == ["", *["ghana"] * (BATCH - 1)]
        assert await election.put(MEMBERS[0], "peru") == "in_already"


async def test_the_last_ballots_are_recorded_when_everybody_has_voted_or_at_the_close(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        for seat in MEMBERS:
            await election.put(seat, "peru")
        assert len(election.now.received) == len(MEMBERS), "nobody is waited for"
        await election.close()
        assert election.now.count is not None and election.now.count.votes == (0, 0, len(MEMBERS))
        await election.committee.do(AnnounceElection(election.now.number))
        assert election.committee.room.floor.elections.past[-1].elected == ("peru",)
        await election.emptied()
        assert await election.committee.is_true_to_its_record()


async def test_a_close_takes_what_is_held_and_nothing_after_it(place: Place) -> None:
    async with electing(place) as election:
        await election.open(places=2)
        assert await election.put("canada", "ghana", "peru") == "held"
        assert await election.put("ghana") == "held"
        await election.close()
        assert election.now.received == ("canada", "ghana")
        assert election.now.count is not None
        assert (election.now.count.votes, election.now.count.blank) == ((0, 1, 1), 1)
        with pytest.raises(NotInOrder) as late:
            await election.put("peru", "ghana")
        assert late.value.refusals[0].rule == "election.closed"


async def test_a_crash_loses_a_held_ballot_with_the_mark_that_its_seat_has_voted(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        await election.put("canada", "ghana")
        again = Electing(election.committee)  # the box of the process that comes after
        assert await again.put("canada", "peru") == "held"
        await again.close()
        assert again.now.count is not None and again.now.count.votes == (0, 0, 1)
        await again.box.close()


async def test_a_ballot_that_was_closed_and_not_counted_is_counted_when_the_room_opens(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        committee = election.committee
        rows = shuffled(committee.room.committee_id, election.now.number, [("ghana",), ("peru",)])
        command = ReceiveSecretBallots(election.now.number, ("canada", "peru"))
        await committee.room.act("room", "batch", command, choices=rows)
        await election.box.close()
        election.box.look = lambda floor: None  # type: ignore[method-assign]  # the process dies here
        await committee.do(CloseElection(election.now.number))
        room = await Room(committee.room.committee_id, committee.store).open()
        committee.room, closed = room, committee.room
        later = Electing(committee)
        await until(lambda: later.now.count is not None)
        assert later.now.count is not None and later.now.count.votes == (0, 1, 1)
        await later.box.close()
        await closed.close()


async def test_a_box_that_holds_too_little_is_said_and_never_counted(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        command = ReceiveSecretBallots(election.now.number, ("canada", "peru"))
        await election.committee.room.act("room", "batch", command)  # the rows are missing
        await election.close()
        assert (election.now.count, election.now.stored) == (None, 0)
        await election.committee.do(VoidElection(election.now.number, "The box was empty"))


async def test_calling_an_election_off_empties_the_box(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        for seat in MEMBERS[: BATCH + 1]:
            await election.put(seat, "ghana")
        assert len(await election.rows()) == BATCH and election.held[-1]
        await election.committee.do(VoidElection(election.now.number, "A candidate withdraws"))
        await election.emptied()
        assert election.held[-1] == frozenset()


async def test_a_box_that_is_emptied_late_takes_nothing_of_the_next_election(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        for seat in MEMBERS[:BATCH]:
            await election.put(seat, "ghana")
        first = election.now.number
        await election.committee.do(VoidElection(first, "A candidate withdraws"))
        await election.emptied()
        await election.open()
        for seat in MEMBERS[:BATCH]:
            await election.put(seat, "peru")
        await forget(election.committee.store, election.committee.room.committee_id, first)
        assert len(await election.rows()) == BATCH
        await election.close()
        assert election.now.count is not None and election.now.count.ballots == BATCH
        await election.emptied()


async def test_a_held_ballot_never_gets_into_the_box_of_the_next_election(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        await election.put("canada", "ghana")
        await asyncio.gather(  # both in one batch: the box never sees that there is none between
            election.committee.do(VoidElection(election.now.number, "A candidate withdraws")),
            election.open(),
        )
        assert election.held[-1] == frozenset()
        await election.close()
        assert election.now.received == ()


async def test_what_cannot_be_recorded_stays_held_and_the_close_says_so(place: Place) -> None:
    async with electing(place) as election:
        await election.open()
        await election.put("canada", "ghana")
        act = election.committee.room.act

        async def fails(*given: object, **more: object) -> None:
            raise NotRecorded("the disk is full")

        election.committee.room.act = fails  # type: ignore[assignment]
        with pytest.raises(NotRecorded):
            async with election.box.emptied():
                raise AssertionError("it must not be closed")
        election.committee.room.act = act  # type: ignore[method-assign]
        await election.close()
        assert election.now.received == ("canada",)


@pytest.mark.parametrize("races", [3, pytest.param(100, marks=pytest.mark.long)])
async def test_five_presses_each_while_the_chair_closes(place: Place, races: int) -> None:
    """Counted is stored is acknowledged, whoever comes too late."""
    async with electing(place) as election:
        for race in range(races):
            await election.open()
            storm = Storm(election)
            presses = [storm.press(seat, race) for seat in MEMBERS for _ in range(5)]
            random.Random(race).shuffle(presses)
            await asyncio.gather(*presses, _close_after(election, race % 7 * 0.001))
            count = election.now.count
            assert set(election.now.received) == set(storm.acknowledged)
            assert count is not None and count.ballots == len(storm.acknowledged)
            chosen = [CANDIDATES[len(seat) % 3] for seat in storm.acknowledged]
            assert count.votes == tuple(chosen.count(name) for name in CANDIDATES)
            await election.committee.do(VoidElection(election.now.number, "The next race"))


class Storm:
    """Many presses of the same seats at once, and the one receipt that each seat is given."""

    def __init__(self, election: Electing) -> None:
        self.election, self.number = election, election.now.number
        self.acknowledged: list[str] = []

    async def press(self, seat: str, race: int) -> None:
        """One of the five."""
        await asyncio.sleep(random.Random(race).random() * 0.01)
        try:
            receipt = await self.election.box.put(seat, self.number, (CANDIDATES[len(seat) % 3],))
        except NotInOrder as no:
            assert no.refusals[0].rule == "election.closed"
            return
        if receipt != "in_already":
            assert seat not in self.acknowledged, "one ballot, one receipt"
            self.acknowledged.append(seat)


async def _close_after(election: Electing, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await election.close()
