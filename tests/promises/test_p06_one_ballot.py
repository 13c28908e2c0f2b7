"""P-06: a double-clicked vote counts once, two devices of one seat count once, one choice stands."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Literal

import pytest

from app.minutes import replay
from app.procedure.motions import RaiseMotion
from app.procedure.results import CloseVote
from app.procedure.rulebook_files import load
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from app.rooms import NotInOrder, Recorded
from resolutions.voting import Choice
from tests.rooms.sitting import Sitting, sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio
PAIRS = 100


async def vote_by_devices(committee: Sitting, change: Literal["never", "result_announced"]) -> int:
    book = load("harvard")
    await committee.open_debate(replace(book, votes=replace(book.votes, change_until=change)))
    await committee.do(RaiseMotion("unmoderated_caucus", total_seconds=300, topic="Water"), by="ghana")
    motion = committee.room.floor.motions.pending[0].number
    await committee.do(OpenVote("motion", str(motion), mode="devices"))
    now = committee.room.floor.votes.now
    assert now is not None
    return now.number


async def test_p06_two_devices_of_one_seat_at_once_and_the_first_choice_stands(place: Place) -> None:
    async with sitting(place) as committee:
        vote = await vote_by_devices(committee, "never")
        yes, no = await asyncio.gather(
            committee.room.act("ghana", "phone", CastBallot(vote, "yes")),
            committee.room.act("ghana", "tablet", CastBallot(vote, "no")),
            return_exceptions=True,
        )
        assert isinstance(yes, Recorded)
        assert isinstance(no, NotInOrder)
        assert no.refusals[0].rule == "vote.once"
        assert committee.room.floor.votes.now.ballots["ghana"].choice == "yes"  # type: ignore[union-attr]


async def test_p06_two_hundred_presses_leave_one_ballot_and_the_last_choice_counts(place: Place) -> None:
    async with sitting(place) as committee:
        vote = await vote_by_devices(committee, "result_announced")
        for pair in range(PAIRS):
            choices: tuple[Choice, ...] = ("yes", "no") if pair % 2 else ("no", "yes")
            presses = (
                committee.room.act("ghana", f"{pair}-{choice}", CastBallot(vote, choice))
                for choice in choices
            )
            await asyncio.gather(*presses, return_exceptions=True)
            twice = (committee.room.act("peru", f"{pair // 2}", CastBallot(vote, "yes")) for _ in "ab")
            await asyncio.gather(*twice, return_exceptions=True)
        floor = committee.room.floor
        assert floor.votes.now is not None
        assert set(floor.votes.now.ballots) == {"ghana", "peru"}
        rows = await committee.store.since(committee.room.committee_id)
        last = [row for row in rows if '"BallotCast"' in row.events and row.by == "ghana"][-1]
        assert f'"choice":"{floor.votes.now.ballots["ghana"].choice}"' in last.events
        assert sum(row.by == "peru" for row in rows) == 1
        assert replay(rows) == floor
        await committee.do(CloseVote(vote))
        tally = committee.room.floor.votes.now.tally  # type: ignore[union-attr]
        assert tally is not None
        assert tally.yes + tally.no == 2
