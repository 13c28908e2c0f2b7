"""P-44: who guesses codes waits; meanwhile a whole school behind the same address joins without a refusal."""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import time
from collections.abc import Iterator
from typing import Any

import pytest

from app.access import UnknownCode
from app.access.codes import ALPHABET, LENGTH, new_code
from tests.access.desk import MINUTE, Desk
from tests.raw import head
from tests.served import Served

SCHOOL = 300
USUAL: dict[str, Any] = {"wrong_codes_per_minute": 20, "devices_per_seat": 3, "seat_presses": 10, "burst": 20}
A_DAY_S = 86_400
FASTEST = 1_000
"""Codes a second that a guesser may try, though none is answered any more."""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A committee with the limits of a real one."""
    with Served(tmp_path_factory.mktemp("data"), **USUAL) as served:
        yield served


def test_p44_a_code_is_too_long_to_be_hit_in_a_day_even_by_who_never_waits() -> None:
    codes = {new_code() for _ in range(4_000)}
    assert len(codes) == 4_000
    for place in range(LENGTH):
        signs = [code.replace("-", "")[place] for code in codes]
        assert set(signs) == set(ALPHABET)
        assert max(signs.count(sign) for sign in ALPHABET) < 2 * len(signs) / len(ALPHABET), "each as often"
    valid = 2_000  # of a conference with thirty committees
    assert FASTEST * A_DAY_S * valid / len(ALPHABET) ** LENGTH < 1e-3
    assert math.log2(len(ALPHABET) ** LENGTH) == 60


def test_p44_a_school_of_three_hundred_joins_in_a_minute_while_somebody_there_guesses(school: Served) -> None:
    """All from one address, each in a browser of their own: three at each seat, the others in the lobby."""
    seats = [school.code("delegate", seat) for seat in school.members()] * 3
    codes = (seats + [school.lobby_code] * SCHOOL)[:SCHOOL]

    async def everybody() -> tuple[list[int], list[tuple[int, str]], float]:
        done = asyncio.Event()

        async def guesser() -> list[tuple[int, str]]:
            answers = []
            while not done.is_set():
                answers.append(await knock(school, new_code()))
            return answers

        guessing = asyncio.create_task(guesser())
        await asyncio.sleep(0.2)
        began = time.monotonic()
        joined = await asyncio.gather(*(knock(school, code) for code in codes))
        took = time.monotonic() - began
        done.set()
        return [status for status, _ in joined], await guessing, took

    joined, guessed, took = asyncio.run(everybody())
    assert joined == [200] * SCHOOL
    assert took < 60
    statuses = [status for status, _ in guessed]
    assert statuses[:20] == [404] * 20 and statuses[-1] == 429, "whoever guesses is told to wait"
    assert "retry-after: " in guessed[-1][1] and "Wait" in guessed[-1][1]


async def knock(served: Served, code: str) -> tuple[int, str]:
    """A browser that nobody knows yet sends a code; the status and all that is answered."""
    body = json.dumps({"code": code})
    near, away = await asyncio.open_connection("127.0.0.1", served.port)
    lines = ("Accept: application/json", "Content-Type: application/json", f"Content-Length: {len(body)}")
    away.write(head(served, "POST", "/join", *lines, "Connection: close") + body.encode())
    told = (await near.read()).decode()
    away.close()
    return int(told.split(" ", 2)[1]), told


def test_p44_guessing_at_a_code_never_locks_the_code(school: Served) -> None:
    right = school.code("observer")
    with contextlib.closing(school.nobody()) as guesser, contextlib.closing(school.nobody()) as owner:
        for sign in ALPHABET * 4:
            if sign != right[-1]:
                guesser.post("/join", json={"code": right[:-1] + sign})
        assert owner.post("/join", json={"code": right}).status_code == 200, "from the guesser's address"


@pytest.mark.long
def test_p44_a_wrong_and_a_dead_code_take_as_long_as_each_other(school: Served) -> None:
    """Nothing about codes is learnt from the clock: neither is answered twice as fast as the other."""
    dead = school.code("projector")
    school.client("organizer").post(
        f"/organizer{school.here}/codes", data={"role": "projector"}, headers={"Accept": "text/html"}
    )
    took: dict[str, list[float]] = {"wrong": [], "dead": []}
    with contextlib.closing(school.nobody()) as client:
        for _ in range(30):
            for what, code in (("wrong", new_code()), ("dead", dead)):
                began = time.perf_counter()
                assert client.post("/join", json={"code": code}).status_code in (404, 410, 429)
                took[what].append(time.perf_counter() - began)
    middle = {what: sorted(times)[15] for what, times in took.items()}
    assert 1 / 3 < middle["wrong"] / middle["dead"] < 3


@pytest.mark.anyio
async def test_p44_forty_pupils_behind_one_address_join_while_somebody_there_guesses(desk: Desk) -> None:
    code = await desk.code("lobby")
    waits = []
    for pupil in range(40):
        await desk.access.claim(code, address="203.0.113.7")
        with pytest.raises(UnknownCode) as refused:
            await desk.access.claim(new_code(), address="203.0.113.7")
        waits.append(refused.value.wait)
        desk.at += 250 if pupil % 2 else 0
    assert waits[0] == 0
    assert waits[-1] > 0, "whoever guesses is told to wait"
    with pytest.raises(UnknownCode) as elsewhere:
        await desk.access.claim(new_code(), address="203.0.113.8")
    assert elsewhere.value.wait == 0, "another address is not locked out"
    desk.at += MINUTE
    with pytest.raises(UnknownCode) as later:
        await desk.access.claim(new_code(), address="203.0.113.7")
    assert later.value.wait == 0
