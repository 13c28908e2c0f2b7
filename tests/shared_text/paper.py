"""A working paper for tests of typing: its author, a second sponsor, a reader, and a stranger to it."""

from __future__ import annotations

from typing import Any

import httpx2 as httpx

from tests.served import Served
from tests.shared_text.typist import Typist


class Paper:
    """A working paper of one delegation with one operative clause."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.author, self.sponsor, self.reader, self.stranger = served.members()[:4]
        served.do("delegate", "/papers", self.author, title="Reintegration")
        self.key = f"WP-{len(served.room().floor.papers.papers)}"
        for seat in (self.sponsor, self.reader):
            served.do("delegate", f"/papers/{self.key}/readers", self.author, reader=seat)
        served.do("delegate", f"/papers/{self.key}/sponsors", self.sponsor)
        self.edit(edit="add", kind="operative", opening="Urges", text="states to act")
        self.clause = self.read()["document"]["clauses"][0]["uid"]

    def client(self, seat: str) -> httpx.Client:
        return self.served.client("delegate", seat)

    def edit(self, **given: Any) -> httpx.Response:
        version = self.read()["version"]
        answer = self.client(self.author).post(
            f"{self.served.here}/papers/{self.key}/text", json={"version": version, **given}
        )
        assert answer.status_code == 200, answer.text
        return answer

    def read(self) -> dict[str, Any]:
        found = self.client(self.author).get(f"{self.served.here}/papers/{self.key}")
        assert found.status_code == 200, found.text
        return found.json()  # type: ignore[no-any-return]

    def words(self) -> str:
        return str(self.read()["document"]["clauses"][0]["text"])

    def sit(self, seat: str) -> Typist:
        return Typist(self.served, self.client(seat), self.key)
