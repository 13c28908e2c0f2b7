"""A robot at a seat: signs in by its code, acts by HTTP, and watches by websocket. An example of a client."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx2 as httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed


class Refused(Exception):
    """The server said no; the message is what it said."""


@dataclass(eq=False)
class Robot:
    """One sign-in. `seat` is its seat key ("" for none), `screen` what its socket has shown it so far."""

    base: str
    code: str
    seat: str = ""
    committee: int = 0
    screen: dict[str, dict[str, str]] = field(default_factory=dict)
    frames: int = 0
    _http: httpx.AsyncClient = field(init=False)
    _socket: ClientConnection | None = None
    _watching: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self._http = httpx.AsyncClient(
            base_url=self.base,
            headers={"Origin": self.base, "Accept": "application/json"},
            timeout=30,
        )

    async def join(self) -> None:
        """Claim the code. Raises Refused."""
        told = await self._post("/join", {"code": self.code})
        self.committee, self.seat = told["committee"] or 0, told["seat"]

    async def act(self, path: str, insist: str = "", **fields_: Any) -> dict[str, Any]:
        """Give a command: POST its fields to `path` under the committee; the same press is sent again when
        no answer comes. Returns {recorded, at, sentence}. Raises Refused."""
        press = {"command_id": secrets.token_hex(16), **({"insist": insist} if insist else {})}
        for attempt in range(3):
            try:
                return await self._post(f"/committees/{self.committee}{path}", {**fields_, **press})
            except httpx.TransportError:
                if attempt == 2:
                    raise
                await asyncio.sleep(0.5)
        raise AssertionError

    async def act_on_text(self, paper: str, change: dict[str, Any]) -> dict[str, Any]:
        """One edit of a working paper's text: {version, edit, kind, opening, text, ...}. Raises Refused."""
        return await self._post(f"/committees/{self.committee}/papers/{paper}/text", change)

    async def get(self, path: str) -> Any:
        """The JSON behind a page of the committee."""
        answer = await self._http.get(f"/committees/{self.committee}{path}")
        if answer.status_code != 200:
            raise Refused(f"{answer.status_code} for {path}")
        return answer.json()

    async def watch(self, *channels: str) -> None:
        """Open the live socket and keep `screen` as the frames say."""
        url = f"ws{self.base.removeprefix('http')}/committees/{self.committee}/live"
        cookies = "; ".join(f"{name}={value}" for name, value in self._http.cookies.items())
        self._socket = await connect(url, origin=self.base, additional_headers={"Cookie": cookies})  # type: ignore[arg-type]
        await self._socket.send(json.dumps({"have": {channel: {} for channel in channels}}))
        self._watching = asyncio.create_task(self._keep(self._socket))

    async def _keep(self, socket: ClientConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            async for text in socket:
                frame = json.loads(text)
                if "regions" in frame:
                    self._apply(frame)

    def _apply(self, frame: dict[str, Any]) -> None:
        """A frame replaces the regions it names; without `was` it is the whole channel."""
        self.frames += 1
        shown = self.screen.setdefault(frame["channel"], {})
        if frame["was"] is None:
            shown.clear()
        for name, html in frame["regions"].items():
            if html:
                shown[name] = html
            else:
                shown.pop(name, None)

    async def fresh(self, channel: str) -> dict[str, str]:
        """What a browser that has nothing is shown of a channel: the polling way of the same frames."""
        have = json.dumps({channel: {}})
        frames = await self.get(f"/live?have={have}")
        return {
            name: html
            for frame in frames
            if frame.get("channel") == channel and "regions" in frame
            for name, html in frame["regions"].items()
            if html
        }

    async def leave(self) -> None:
        """Close the socket and the connection."""
        if self._socket is not None:
            await self._socket.close()
        if self._watching is not None:
            await self._watching
        await self._http.aclose()

    async def _post(self, path: str, fields_: dict[str, Any]) -> dict[str, Any]:
        answer = await self._http.post(path, json=fields_)
        told: dict[str, Any] = answer.json()
        if "refused" in told:
            raise Refused(" ".join(one["sentence"] for one in told["refused"]))
        return told
