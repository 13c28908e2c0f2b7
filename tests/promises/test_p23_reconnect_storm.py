"""P-23: when the link of a whole hall comes back, everybody has the room again soon."""

from __future__ import annotations

import resource
import time
from statistics import quantiles

import pytest

from app.bench.crowd import Crowd, Door
from app.bench.posts import Caller, faults, press
from app.bench.processes import python

BACK_WITHIN_S, ANSWERED_WITHIN_S = 15, 1.0
pytestmark = [pytest.mark.long]


def hall() -> int:
    """A thousand browsers where this process may open as many files, else three hundred."""
    return 1000 if resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= 4096 else 300


def test_p23_a_hall_is_back_within_fifteen_seconds_and_commands_are_answered_meanwhile() -> None:
    people = hall()
    with python("serving", seats=34, onlookers=people) as server:
        (told,) = server.told["committees"]
        path = f"/committees/{told['id']}"
        doors = [Door(f"{path}/live", cookie, ("public",)) for cookie in told["observers"]]
        Crowd(server.port, doors).close()  # the link of the whole hall is cut
        chair = Caller(server.port, told["chair"])
        took: list[float] = []
        back: list[Crowd] = []
        began = time.monotonic()
        for start in range(0, people, 25):
            back.append(Crowd(server.port, doors[start : start + 25]))
            took.append(_pressed(chair, back[0], f"{path}/speakers-list/time", 60 + start % 2 * 30))
        passed = time.monotonic() - began
        answers = chair.answers
        states = {one.versions["public"] for crowd in back[-1:] for one in crowd.browsers}
        for crowd in back:
            crowd.close()
        assert faults(answers) == 0
        assert passed < BACK_WITHIN_S, f"{people} browsers took {passed:.1f} s"
        assert quantiles(took, n=20)[18] < ANSWERED_WITHIN_S
        assert len(states) == 1, "all were shown the same room"


def _pressed(chair: Caller, crowd: Crowd, path: str, seconds: int) -> float:
    """Seconds until the chair's press was answered."""
    if not chair.answers:
        crowd.wires.add(chair)
    chair.send(press(path, seconds=seconds))
    crowd.wires.until(lambda: not chair.waits, "the answer to the chair")
    return chair.answers[-1].seconds
