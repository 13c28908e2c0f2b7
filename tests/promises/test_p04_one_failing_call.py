"""P-04: any single failing call to the database leaves the old state or the new one, never a mix."""

from __future__ import annotations

import asyncio

import pytest

from app.minutes import replay, verify
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.rooms import NotRecorded, Recorded
from tests.rooms.failing import faults
from tests.rooms.sitting import sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio


async def test_p04_whichever_call_fails_the_batch_is_recorded_whole_or_not_at_all(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        failed = 0
        for number in range(1, 12):
            seats = ("ghana", "peru") if number % 2 else ("spain", "mexico")
            before = committee.room.floor
            with faults(committee.store) as fault:
                fault.fail_at = number
                presses = (committee.room.act(seat, f"fault-{number}", JoinSpeakersList()) for seat in seats)
                answers = await asyncio.gather(*presses, return_exceptions=True)
            floor, rows = committee.room.floor, await committee.store.since(committee.room.committee_id)
            assert verify(rows) is None
            assert replay(rows) == floor, "what is shown is what is on the record"
            kept = {isinstance(answer, Recorded) for answer in answers}
            assert kept == {floor.number == before.number + 2}, "both, or neither"
            if kept == {False}:
                failed += 1
                assert floor is before
                assert all(isinstance(answer, NotRecorded) for answer in answers)
                again = (committee.room.act(seat, f"fault-{number}", JoinSpeakersList()) for seat in seats)
                assert {type(answer) for answer in await asyncio.gather(*again)} == {Recorded}
            for _ in seats:
                speaker = committee.room.floor.speeches.now
                await committee.do(CallNextSpeaker(after=speaker.seat if speaker else ""))
            if fault.calls < number:
                break
        assert failed >= 3, "begin or lock, insert and commit were each seen to fail"
        assert fault.calls < number, "every call of the transaction had its turn"
