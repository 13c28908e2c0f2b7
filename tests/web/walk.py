"""Walks through all pages of a committee in Chromium, as every role, and notes what should not happen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from app.web.policy import POLICY
from tests.served import Served

NO_PAGES = re.compile("static|json|csv|pdf|/healthz|/readyz|/metrics|/live|/text\\.|\\.\\{form\\}")
NOTE_VIOLATIONS = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
ROLES = ("organizer", "chair", "assistant", "delegate", "observer", "projector", "lobby", "nobody")


@dataclass
class Noticed:
    """What happened on the pages: dialogs, requests to other hosts, faults of scripts, refused content."""

    dialogs: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    requests: int = 0
    faults: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def bad(self) -> dict[str, list[str]]:
        """All of it that should not have happened."""
        kinds = {name: getattr(self, name) for name in ("dialogs", "strangers", "faults", "violations")}
        return {name: found for name, found in kinds.items() if found}


def paths(served: Served) -> Mapping[str, tuple[str, ...]]:
    """Every page of the policy, for each role that may see it."""
    floor = served.room().floor
    adopted = [paper.key for paper in floor.papers.papers if paper.stage == "adopted"]
    others = [paper.key for paper in floor.papers.papers if paper.key not in adopted]
    values = {"paper": (adopted + others)[:2], "key": served.members()[:1], "name": ["chairs"]}
    values["text"] = [text.key for text in served.house.directory(served.committee).collection.texts[:2]]
    values["vote"] = [str(vote.number) for vote in floor.votes.past][-2:]
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    for row in POLICY:
        if row.method != "GET" or NO_PAGES.search(row.path):
            continue
        name = next((name for name in values if f"{{{name}}}" in row.path), "")
        wanted = adopted if "/resolutions/" in row.path else values.get(name, [""])
        known = {"committee": served.committee, "preparation": served.preparation, "test": served.phone_test}
        pages = [row.path.format(**known, **{name: value}) for value in wanted]
        for role in ROLES:
            if (None if role == "nobody" else role) in row.who:
                found[role] += pages
    return {role: tuple(pages) for role, pages in found.items()}


@contextmanager
def signed_in(
    chromium: Browser, served: Served, role: str, noticed: Noticed, **options: Any
) -> Iterator[BrowserContext]:
    """A browser context that is signed in as a role, and notes what its pages do."""
    context = chromium.new_context(**options)
    context.add_init_script(NOTE_VIOLATIONS)
    seat = served.members()[0] if role == "delegate" else ""
    if token := served.client(role, seat).cookies.get("placard"):
        context.add_cookies([{"name": "placard", "value": token, "url": served.base}])

    def note(page: Page) -> None:
        page.on("dialog", lambda dialog: _spoken(noticed, dialog))
        page.on("pageerror", lambda error: noticed.faults.append(f"{page.url}: {error}"))
        page.on("request", lambda request: _heard(served, noticed, request.url))
        page.on("websocket", lambda socket: _heard(served, noticed, socket.url))
        page.on("console", lambda said: _said(noticed, said.text))

    context.on("page", note)
    yield context
    for page in context.pages:
        noticed.violations += page.evaluate("window.violations ?? []")
    context.close()


def _spoken(noticed: Noticed, dialog: Dialog) -> None:
    noticed.dialogs.append(dialog.message)
    dialog.dismiss()


def _heard(served: Served, noticed: Noticed, url: str) -> None:
    own = (f"{served.base}/", f"ws{served.base.removeprefix('http')}/", "data:", "blob:", "about:")
    noticed.requests += 1
    if not url.startswith(own):
        noticed.strangers.append(url)


def _said(noticed: Noticed, text: str) -> None:
    if "Content Security Policy" in text or "Refused to" in text:
        noticed.violations.append(text)


def open_page(page: Page, served: Served, path: str) -> int:
    """Open a page and let its scripts begin; returns the status. Violations of the page before are kept."""
    answer = page.goto(served.base + path, wait_until="load")
    assert answer is not None
    page.wait_for_timeout(60)
    return answer.status
