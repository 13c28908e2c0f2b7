"""A room whose record cannot be trusted stops, and says why; a disk that is full is another matter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlmodel import Session

from app.minutes import chain_code, columns, write
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.rooms import NotRecorded, Recorded, Room, Rooms, RoomStopped
from tests.rooms.failing import faults
from tests.rooms.sitting import Sitting, sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio


async def forge(committee: Sitting, number: int, event: str) -> None:
    """Somebody changes a row of the minutes with other means."""

    def change(session: Session) -> None:
        values = {"committee": committee.room.committee_id, "number": number, "events": event}
        session.execute(
            text("UPDATE minute SET events = :events WHERE committee_id = :committee AND number = :number"),
            values,
        )

    await committee.store.write(change)


async def append(committee: Sitting, events: str) -> None:
    """Another process, of a newer release, records an act with this event."""
    rows = await committee.store.since(committee.room.committee_id)
    row = write(
        rows[-1], committee.room.committee_id, rows[-1].at, "dais-2", "newer", '{"command":"Sing"}', ()
    )
    told = (*columns(row)[:-1], events)
    newer = replace(row, events=events, chain=chain_code(rows[-1].chain, told))

    class Theirs:
        minutes, choices = (newer,), ()

    await committee.store.record(committee.room.committee_id, rows[-1].number, lambda news: Theirs())


async def test_a_changed_record_is_not_opened(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await committee.room.close()
        await forge(committee, 3, "[]")
        rooms = Rooms(committee.store)
        for _ in "ab":
            with pytest.raises(RoomStopped) as why:
                await rooms.room(committee.room.committee_id)
        assert str(why.value) == (
            f"The record of committee {committee.room.committee_id} was changed at act 3:"
            " restore a copy of it."
        )
        await rooms.close()


async def test_an_event_of_a_newer_release_stops_the_room_and_no_other(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await append(committee, '[{"event":"ChoirSang","seat":"ghana"}]')
        before = committee.room.floor
        for command in (JoinSpeakersList(), SetSpeakingTime(60)):
            with pytest.raises(RoomStopped, match=r"holds (Sing|ChoirSang), which this release of Placard"):
                await committee.do(command, by="ghana")
        assert committee.room.floor is before
        with pytest.raises(RoomStopped, match="does not know"):
            await Room(committee.room.committee_id, committee.store).open()


async def test_while_the_disk_is_full_nothing_is_recorded_and_afterwards_it_goes_on(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        before = committee.room.floor
        with faults(committee.store) as fault:
            for _ in range(3):
                fault.fail_at = fault.calls + 3
                with pytest.raises(NotRecorded):
                    await committee.room.act("ghana", "tap", JoinSpeakersList())
                assert committee.room.floor is before, "people go on reading what is true"
        assert isinstance(await committee.room.act("ghana", "tap", JoinSpeakersList()), Recorded)
        assert await committee.is_true_to_its_record()


async def test_a_database_that_does_not_answer_is_asked_again_with_the_next_press(
    place: Place,
) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        with faults(committee.store) as fault:
            fault.always = True
            with pytest.raises(NotRecorded):
                await committee.room.act("ghana", "tap", JoinSpeakersList())
        assert isinstance(await committee.room.act("ghana", "tap", JoinSpeakersList()), Recorded)
        assert await committee.is_true_to_its_record()
