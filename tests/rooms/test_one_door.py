"""One door: what happens when people press at once, twice, late, or while the disk fails."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from app.procedure.floor import RuleOverruled
from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker
from app.rooms import CommandIdReused, NotInOrder, Recorded, Room
from app.store import RecordWentOn
from tests.procedure.meeting import MEMBERS
from tests.rooms.sitting import CHAIR, COCHAIR, Sitting, sitting
from tests.store.places import Place, found

pytestmark = pytest.mark.anyio


async def test_what_waits_is_one_batch_and_one_transaction(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        shown: list[int] = []
        committee.room.watch(lambda past: shown.append(past.floor.number))
        presses = [committee.do(JoinSpeakersList(), by=seat) for seat in MEMBERS]
        answers = await asyncio.gather(*presses)
        assert [answer.number for answer in answers] == list(range(6, 6 + len(MEMBERS)))
        assert committee.room.floor.speeches.general.queue == MEMBERS
        assert shown[-1] == 5 + len(MEMBERS)
        assert len(shown) <= 2, "eight presses were shown at most twice, not eight times"
        assert await committee.is_true_to_its_record()


async def test_two_chairs_call_the_next_speaker_at_once(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await committee.do(JoinSpeakersList(), by="ghana")
        await committee.do(JoinSpeakersList(), by="peru")
        both = await asyncio.gather(
            committee.do(CallNextSpeaker(after=""), by=CHAIR),
            committee.do(CallNextSpeaker(after=""), by=COCHAIR),
            return_exceptions=True,
        )
        first, second = both
        assert isinstance(first, Recorded)
        assert isinstance(second, NotInOrder)
        assert [refusal.rule for refusal in second.refusals] == ["speech.other"]
        assert dict(second.refusals[0].values) == {"seat": "ghana"}
        assert committee.room.floor.speeches.general.queue == ("peru",)


async def test_a_refusal_leaves_no_trace(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        before = committee.room.floor
        with pytest.raises(NotInOrder):
            await committee.do(CallNextSpeaker(after=""), by="ghana")
        assert committee.room.floor is before
        assert len(await committee.store.since(committee.room.committee_id)) == before.number


async def test_the_dais_insists_and_the_reason_is_on_the_record(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        with pytest.raises(NotInOrder):
            await committee.do(SetSpeakingTime(5))
        answer = await committee.do(SetSpeakingTime(5), insist="five seconds each, it is late")
        assert answer.events[0] == RuleOverruled("speech.seconds", "five seconds each, it is late")
        last = (await committee.store.since(committee.room.committee_id))[-1]
        assert '"insist":"five seconds each, it is late"' in last.command
        assert await committee.is_true_to_its_record()


async def test_a_command_sent_again_gives_the_same_answer_even_after_a_restart(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        first = await committee.room.act("ghana", "tap", JoinSpeakersList())
        assert await committee.room.act("ghana", "tap", JoinSpeakersList()) == first
        committee = await committee.reopened()
        assert await committee.room.act("ghana", "tap", JoinSpeakersList()) == first
        assert committee.room.floor.speeches.general.queue == ("ghana",)
        await committee.room.close()


async def test_another_command_under_the_same_id_is_refused(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await committee.room.act("ghana", "tap", JoinSpeakersList())
        with pytest.raises(CommandIdReused):
            await committee.room.act("ghana", "tap", LeaveSpeakersList())
        with pytest.raises(CommandIdReused):
            await committee.room.act("ghana", "tap", JoinSpeakersList(), insist="now")
        other_seat = await committee.room.act("peru", "tap", JoinSpeakersList())
        assert other_seat.number == committee.room.floor.number, "another seat's ids are its own"


async def test_the_same_id_twice_in_one_batch_is_one_act(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        twice = await asyncio.gather(*(committee.room.act("ghana", "tap", JoinSpeakersList()) for _ in "ab"))
        assert twice[0] == twice[1]
        assert committee.room.floor.number == 6


@dataclass(frozen=True)
class Unheard:
    """A command that no rule knows."""


async def test_what_is_right_at_one_act_only_is_not_written_after_another(place: Place) -> None:
    async with sitting(place) as committee:
        number, written = committee.room.floor.number, list[str]()
        write_at = committee.store.write_at
        await write_at(committee.room.committee_id, number, lambda _: written.append("in time"))
        await committee.open_debate()
        with pytest.raises(RecordWentOn):
            await write_at(committee.room.committee_id, number, lambda _: written.append("late"))
        assert written == ["in time"]


async def test_a_fault_in_the_rules_fails_one_command_and_no_other(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        fault, fine = await asyncio.gather(
            committee.do(Unheard()), committee.do(JoinSpeakersList(), by="peru"), return_exceptions=True
        )
        assert isinstance(fault, KeyError)
        assert isinstance(fine, Recorded)
        assert await committee.is_true_to_its_record()


async def test_a_closing_room_answers_what_waits(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        presses = [asyncio.ensure_future(committee.do(JoinSpeakersList(), by=seat)) for seat in MEMBERS]
        await asyncio.sleep(0)
        await committee.room.close()
        assert [press.result().number for press in presses] == list(range(6, 6 + len(MEMBERS)))


async def test_two_rooms_take_turns_at_the_one_writer(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as council:
        room = await Room(await found(council.store), council.store).open()
        assembly = Sitting(council.store, room)
        await council.open_debate()
        await assembly.open_debate()
        order: list[Sitting] = []

        async def press(committee: Sitting, times: int) -> None:
            for time in range(times):
                await committee.do(LeaveSpeakersList() if time % 2 else JoinSpeakersList(), by="ghana")
                order.append(committee)

        await asyncio.gather(press(council, 40), press(assembly, 10))
        assert order.index(assembly) < 5
        last = max(place for place, committee in enumerate(order) if committee is assembly)
        assert last < 30, "the quiet committee did not wait until the busy one had finished"
        assert await assembly.is_true_to_its_record()
        await room.close()
