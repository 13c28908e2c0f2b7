"""All that one client of a served committee is ever given, kept to be searched for what it must not have."""

from __future__ import annotations

import json
from base64 import b64decode

import httpx2 as httpx
import pypdfium2
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.web.policy import POLICY
from tests.served import Served

CHANNELS = (
    *("public", "projector", "projector:2", "dais", "papers"),
    *("seat:argentina", "seat:bolivia", "seat:chile", "seat:cuba"),
    *("notes:argentina", "notes:bolivia", "notes:chile", "dais-notes"),
)
PAGES = tuple(row.path for row in POLICY if row.method == "GET" and "static" not in row.path)


class Everything:
    """All bytes that one client is given: pages, polls, errors, and the frames of every socket."""

    def __init__(self, served: Served, client: httpx.Client) -> None:
        self.served, self.client = served, client
        self.heard: list[str] = []
        self.uids: tuple[str, ...] = ()

    def read(self, minutes: bool = True) -> str:
        """Every page and channel (by polling); with `minutes` these too, and what the sockets have said."""
        votes = self.served.room().floor.votes
        numbers = [vote.number for vote in (*votes.past, votes.now) if vote]
        names = {"paper": "WP-1", "key": "argentina", "name": "chairs", "text": "chapter-1"}
        names |= {"amendment": "A1", "vote": str(max(numbers, default=1)), "picture": "spoken", "person": "1"}
        names |= {
            "committee": str(self.served.committee),
            "test": self.served.phone_test,
            "preparation": str(self.served.preparation),
        }
        pages = [path.format(**names, form=form) for path in PAGES for form in _forms(path)]
        pages += [f"{self.served.here}/minutes?kind=paper", f"{self.served.here}/papers/WP-2"]
        pages += [f"{self.served.here}/live?have={json.dumps({name: {}})}" for name in CHANNELS]
        in_time = ("minutes", "statistics", "status", "metrics")  # how long things took, and how many
        found = [self._page(page) for page in pages if minutes or not any(one in page for one in in_time)]
        found.append(self._page(f"{self.served.here}/papers/WP-1", "application/json"))
        edit = {"version": 9, "edit": "title"}
        refused = self.client.post(f"{self.served.here}/papers/WP-1/text", json=edit)
        return "\n".join([*found, refused.text, *(self.heard if minutes else ())])

    def _page(self, page: str, accept: str = "text/html") -> str:
        answer = self.client.get(page, headers={"Accept": accept}, follow_redirects=True)
        assert answer.status_code < 500, (page, answer.text)
        return f"{page} {answer.headers} {_words(answer)}"

    async def listen(self, channel: str) -> None:
        """Keep everything that a socket for this channel says, until the server ends."""
        url = f"ws{self.served.base.removeprefix('http')}{self.served.here}/live"
        cookies = "; ".join(f"{name}={value}" for name, value in self.client.cookies.items())
        headers = {"Cookie": cookies, "Origin": self.served.base}
        try:
            async with connect(url, additional_headers=headers) as socket:
                await socket.send(json.dumps({"have": {channel: {}}}))
                async for frame in socket:
                    self.heard.append(str(frame))
        except (InvalidStatus, ConnectionClosed) as ended:
            self.heard.append(str(ended))

    async def type_along(self) -> None:
        """Ask the paper's typing address for every clause, and keep what comes until it ends."""
        url = f"ws{self.served.base.removeprefix('http')}{self.served.here}/papers/WP-1/typing"
        cookies = "; ".join(f"{name}={value}" for name, value in self.client.cookies.items())
        have = {uid: {"seed": "", "seen": ""} for uid in self.uids}
        try:
            async with connect(
                url, additional_headers={"Cookie": cookies, "Origin": self.served.base}
            ) as socket:
                await socket.send(json.dumps({"have": have}))
                async for frame in socket:
                    told = json.loads(str(frame))
                    self.heard.append(
                        f"{frame!s} {b64decode(told.get('update', '')).decode(errors='replace')}"
                    )
        except (InvalidStatus, ConnectionClosed) as ended:
            self.heard.append(str(ended))


def _forms(path: str) -> tuple[str, ...]:
    """The form in which a file says the most in the fewest bytes: a text as words, all else as a table."""
    return ("txt" if "/text." in path else "csv",) if "{form}" in path else ("",)


def _words(answer: httpx.Response) -> str:
    """What stands in it; of a PDF the words of its pages, as its fonts have other names each time."""
    if answer.headers.get("content-type") != "application/pdf":
        return answer.text
    with pypdfium2.PdfDocument(answer.content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
