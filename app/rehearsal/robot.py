"""A robot at a seat: signs in by its code, acts by HTTP, and watches by websocket. An example of a client."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx2 as httpx

from app.rehearsal.window import Window

TOO_MANY = 429
PATIENCE = 60
"""Seconds that a robot waits for an answer, and how often it presses again while it is asked to wait."""


class Refused(Exception):
    """The server said no; the message is what it said, `status` and `rules` how and by which rules."""

    def __init__(self, sentence: str, status: int = 0, rules: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.status, self.rules = status, rules


@dataclass(eq=False)
class Robot(Window):
    """One sign-in. `seat` is its seat key ("" for none), `screen` what its socket has shown it so far.

    `waited` counts how often the server asked it to press more slowly.
    """

    base: str
    code: str
    seat: str = ""
    committee: int = 0
    waited: int = 0
    _http: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        self._http = httpx.AsyncClient(
            base_url=self.base,
            headers={"Origin": self.base, "Accept": "application/json"},
            timeout=PATIENCE,
        )

    async def join(self) -> None:
        """Claim the code. Raises Refused."""
        told = await self._post("/join", {"code": self.code})
        self.committee, self.seat = told["committee"] or 0, told["seat"]

    async def act(self, path: str, insist: str = "", lossy: bool = False, **fields_: Any) -> dict[str, Any]:
        """Give a command: POST its fields to `path` under the committee; the same press is sent again when
        no answer comes, which `lossy` makes happen. Returns {recorded, at, sentence}. Raises Refused."""
        press = {"command_id": secrets.token_hex(16), **({"insist": insist} if insist else {})}
        given = {**fields_, **press}
        if lossy:
            first = await self._pressed(path, given)
        told = await self._pressed(path, given)
        if lossy and first["recorded"] != told["recorded"]:
            raise Refused(f"One press at {path} was recorded twice: {first['recorded']}, {told['recorded']}.")
        return told

    async def act_on_text(self, paper: str, change: dict[str, Any]) -> dict[str, Any]:
        """One edit of a working paper's text: {version, edit, kind, opening, text, ...}. Raises Refused."""
        return await self._post(f"/committees/{self.committee}/papers/{paper}/text", change)

    async def get(self, path: str) -> Any:
        """The JSON behind a page of the committee."""
        answer = await self._http.get(f"/committees/{self.committee}{path}")
        if answer.status_code != 200:
            raise Refused(f"{answer.status_code} for {path}", answer.status_code)
        return answer.json()

    async def watch(self, *channels: str) -> None:
        """Open the live socket and keep `screen` as the frames say."""
        url = f"ws{self.base.removeprefix('http')}/committees/{self.committee}/live"
        cookies = "; ".join(f"{name}={value}" for name, value in self._http.cookies.items())
        await self.open(url, {"Cookie": cookies, "Origin": self.base}, channels)

    async def reload(self) -> None:
        """Open its page as if for the first time: what was on the screen is forgotten. Raises Refused."""
        channels = tuple(self.screen)
        await self.close()
        page = await self._http.get(f"/committees/{self.committee}/", headers={"Accept": "text/html"})
        if page.status_code not in (200, 303):
            raise Refused(f"{page.status_code} for the page of the committee", page.status_code)
        self.forget()
        await self.watch(*channels)

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
        await self.close()
        await self._http.aclose()

    async def _pressed(self, path: str, given: dict[str, Any]) -> dict[str, Any]:
        """One press until it is answered: again where no answer came, later where the server asks to wait."""
        lost = 0
        for _ in range(PATIENCE):
            try:
                return await self._post(f"/committees/{self.committee}{path}", given)
            except httpx.TransportError:
                lost += 1
                if lost == 3:
                    raise
            except Refused as no:
                if no.status != TOO_MANY:
                    raise
                self.waited += 1
            await asyncio.sleep(0.5)
        raise Refused(f"The server asked to wait {PATIENCE} times at {path}.", TOO_MANY)

    async def _post(self, path: str, fields_: dict[str, Any]) -> dict[str, Any]:
        answer = await self._http.post(path, json=fields_)
        told: dict[str, Any] = answer.json()
        if "refused" in told:
            sentences = " ".join(one["sentence"] for one in told["refused"])
            raise Refused(sentences, answer.status_code, tuple(one["rule"] for one in told["refused"]))
        return told
