"""P-20 on real sockets: a heartbeat with the version of each channel comes by itself."""

from __future__ import annotations

import asyncio
import json

import pytest
from websockets.asyncio.client import connect

from tests.live.house import WAYS, House
from tests.live.room import have_all

pytestmark = pytest.mark.anyio


@WAYS
async def test_p20_a_heartbeat_comes_by_itself(house: House, way: str) -> None:
    async with connect(house.url()) as socket:
        await socket.send(have_all("public"))
        frame = json.loads(await socket.recv())
        async with asyncio.timeout(2):
            beat = json.loads(await socket.recv())
        assert beat["beat"] == {"public": frame["is"]}
