"""A room without a server for the delegate's pages: answers what a browser asks, and keeps what it posts."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Route

from app.papers.edits import DraftRefused, edited
from app.procedure.papers import StartPaper
from tests.browser.stage import POLICY, TOP, TYPES
from tests.procedure.meeting import TEXT, Meeting, in_debate
from tests.screens.phone_pages import paper_page


class Room:
    """Answers a page's requests: pages by name, static files, and posts as a test says."""

    def __init__(self, shown: dict[str, str]) -> None:
        self.shown = dict(shown)
        self.posted: list[tuple[str, dict[str, str]]] = []
        self.answers: list[tuple[int, dict[str, Any]]] = []

    def answer(self, route: Route) -> None:
        """One request."""
        path = urlsplit(route.request.url).path.lstrip("/")
        if route.request.method == "POST":
            self._post(route, path)
        elif path.startswith("static/"):
            file = TOP / "static" / path.split("/", 2)[2]
            route.fulfill(body=file.read_bytes(), content_type=TYPES.get(file.suffix, "text/plain"))
        elif path.endswith("/paper-copy.pdf"):
            route.fulfill(body=b"%PDF-1.7", content_type="application/pdf")
        elif path in self.shown:
            policy = {"Content-Security-Policy": POLICY}
            route.fulfill(body=self.shown[path], content_type="text/html; charset=utf-8", headers=policy)
        else:
            route.fulfill(status=404, body="")

    def _post(self, route: Route, path: str) -> None:
        form = parse_qs(route.request.post_data or "", keep_blank_values=True)
        self.posted.append((path, {name: values[-1] for name, values in form.items()}))
        status, body = self.answers.pop(0) if self.answers else self.posts(path, self.posted[-1][1])
        route.fulfill(status=status, body=json.dumps(body), content_type="application/json")

    def posts(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What a post is answered where the test has given no answer."""
        return 200, {"recorded": 1, "at": 0, "sentence": ""}


class Desk(Room):
    """A room with one working paper: its text changes as the forms say."""

    def __init__(self) -> None:
        super().__init__({})
        self.text, self.version = TEXT, 3
        self.meeting: Meeting = in_debate()
        self.meeting.do(StartPaper("Reintegration"), by="ghana")
        self._draw()

    def posts(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """One edit, by the function of the product."""
        if int(form["version"]) != self.version:
            return 409, {"refused": [{"sentence": "Somebody else changed this text since.", "field": ""}]}
        try:
            self.text = edited(self.text, form, f"new-{self.version}")
        except DraftRefused as no:
            return 422, {"refused": [{"sentence": no.refusal.rule, "field": no.refusal.field}]}
        self.version += 1
        self._draw()
        return 200, {"saved": self.version}

    def _draw(self) -> None:
        shown = paper_page(self.meeting, "WP-1", "ghana", self.text, self.version, writes=True)
        self.shown = {"committees/7/papers/WP-1": shown}
