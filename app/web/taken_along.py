"""A set-up as the file that a browser keeps."""

from __future__ import annotations

import asyncio

from starlette.responses import Response

from app.preparing.set_ups import SetUp, written
from app.web.downloads import download
from delegations.names import slug


async def as_file(set_up: SetUp) -> Response:
    """The file, named for its committee."""
    name = "".join(letter for letter in slug(set_up.name) if letter.isascii())[:60].strip("-")
    data = await asyncio.to_thread(written, set_up)
    return download(data, "application/json", f"placard-{name or 'committee'}.json")
