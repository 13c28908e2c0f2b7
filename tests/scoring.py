"""A dais that scores, as tests press it over HTTP."""

from __future__ import annotations

import secrets
from typing import Any

import httpx2 as httpx

from app.screens.scorebook import Scorebook
from tests.served import Served

PAGE = {"Accept": "text/html"}


class Scoring:
    """A committee whose first delegation has spoken once, and a dais that scores."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.one, self.other = served.members()[:2]
        self.clients = {
            "dais-1": ("chair", "dais-1"),
            "dais-2": ("chair", "dais-2"),
            "assistant": ("assistant", ""),
        }

    @property
    def book(self) -> Scorebook:
        """Everything scored so far."""
        return self.served.house.beside.scorebooks[self.served.committee]

    def post(self, by: str, path: str, **fields: Any) -> httpx.Response:
        """One of the dais presses something."""
        body = {"command_id": secrets.token_hex(16), **fields}
        return self.served.client(*self.clients[by]).post(f"{self.served.here}/{path}", json=body)

    def give(
        self, by: str, points: str, version: int, seat: str = "", criterion: str = "speaking"
    ) -> httpx.Response:
        """Points for a delegation."""
        fields = {"seat": seat or self.one, "criterion": criterion, "points": points, "version": str(version)}
        return self.post(by, "scores", **fields)

    def erase(self) -> None:
        """Nothing is scored."""
        assert self.post("dais-1", "scores/erasure", sure="yes").status_code == 200


def debate(served: Served) -> None:
    """The first delegation has spoken and speaks again."""
    served.do("chair", "/roll-calls", "dais-1")
    served.do("chair", "/roll-call/all-present", "dais-1")
    served.do("chair", "/roll-call/closure", "dais-1")
    served.do("chair", "/debates", "dais-1")
    first = served.members()[0]
    served.do("chair", "/speeches", "dais-1", seat=first, after="")
    served.do("chair", "/speeches/end", "dais-1", seat=first)
    served.do("chair", "/speeches", "dais-1", seat=first, after="")
