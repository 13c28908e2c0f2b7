"""P-05 at the edge: the answer is lost on its way back, the robot presses again, and the act counts once."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from app.procedure.speakers_lists import SpeakersListJoined
from app.rehearsal.robot import Robot
from tests.afternoon import Afternoon
from tests.bad_link import BadLink
from tests.served import Served


@contextlib.asynccontextmanager
async def robot_on_a_lossy_link(served: Served, seat: str) -> AsyncIterator[tuple[Robot, BadLink]]:
    """A robot at `seat` whose every byte passes the link; its pages are known as the link's address."""
    link = await BadLink(served.port).open()
    robot = Robot(f"http://127.0.0.1:{link.here}", served.code("delegate", seat))
    await robot.join()
    try:
        yield robot, link
    finally:
        await robot.leave()
        await link.close()


def test_p05_an_act_whose_answer_was_lost_is_pressed_again_and_counts_once(served: Served) -> None:
    afternoon = Afternoon(served)
    afternoon.opens()
    before = served.head()[0]

    async def press() -> tuple[dict[str, object], int]:
        async with robot_on_a_lossy_link(served, afternoon.seats[0]) as (robot, link):
            link.lose = 2
            return await robot.act("/speakers"), link.lost

    told, lost = served.ask(press())
    assert lost == 2, "two answers were really lost"
    assert told["recorded"] == before + 1
    assert served.head()[0] == before + 1
    room = served.room()
    assert room.floor.speeches.general.queue == (afternoon.seats[0],)
    joined = [event for kept in room.history.kept for event in kept.entry.events]
    assert sum(isinstance(event, SpeakersListJoined) for event in joined) == 1


def test_p05_two_presses_of_the_same_seat_are_two_acts(served: Served) -> None:
    """What makes one of two is the press, not the words: the test above could pass by accident."""
    seat = served.members()[1]
    before = served.head()[0]
    served.do("delegate", "/papers", seat, title="The first")
    served.do("delegate", "/papers", seat, title="The first")
    assert served.head()[0] == before + 2
