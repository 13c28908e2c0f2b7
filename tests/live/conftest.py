"""A served demo room, for each test a new one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.live import Gallery
from tests.live.house import House
from tests.live.room import Clock, DemoScreens, Floor, app_for, served


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def house(request: pytest.FixtureRequest) -> AsyncIterator[House]:
    """A fast one, unless the test says `way`: on the plain way the server is uvicorn as it comes."""
    way = request.node.callspec.params.get("way", "fast") if hasattr(request.node, "callspec") else "fast"
    gallery = Gallery[Floor](DemoScreens(), "build-1", Clock(), heartbeat=0.4)
    options: dict[str, Any] = {} if way == "fast" else {"ws": "websockets-sansio"}
    async with served(app_for(gallery), **options) as address:
        yield House(address, gallery)
