"""P-05: a retried command happens once, also when the answer of COMMIT was lost."""

from __future__ import annotations

import asyncio

import pytest

from app.procedure.speakers_lists import JoinSpeakersList
from app.rooms import Recorded
from tests.procedure.meeting import MEMBERS
from tests.rooms.failing import faults
from tests.rooms.sitting import sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio


async def test_p05_a_batch_whose_commit_was_not_answered_is_answered_from_the_record(
    place: Place,
) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        shown: list[int] = []
        committee.room.watch(lambda past: shown.append(past.floor.number))
        with faults(committee.store) as fault:
            fault.after_commit = True
            presses = (committee.room.act(seat, "tap", JoinSpeakersList()) for seat in MEMBERS[:3])
            answers = await asyncio.gather(*presses)
        assert [answer.number for answer in answers] == [6, 7, 8]
        assert shown == [8], "and the room was shown what is on the record"
        again = [await committee.room.act(seat, "tap", JoinSpeakersList()) for seat in MEMBERS[:3]]
        assert again == answers
        assert len(await committee.store.since(committee.room.committee_id, 5)) == 3
        assert await committee.is_true_to_its_record()


async def test_p05_a_press_whose_answer_never_arrived_is_sent_again_and_counts_once(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        pressed = asyncio.ensure_future(committee.room.act("ghana", "tap", JoinSpeakersList()))
        await asyncio.sleep(0)
        pressed.cancel()
        answer = await committee.room.act("ghana", "tap", JoinSpeakersList())
        assert isinstance(answer, Recorded)
        assert committee.room.floor.speeches.general.queue == ("ghana",)
        assert len(await committee.store.since(committee.room.committee_id, 5)) == 1
