"""Walks through all pages of a committee in Chromium, as every role, and notes what should not happen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from app.web.policy import POLICY
from tests.served import Served

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
    papers = [paper.key for paper in floor.papers.papers] or ["WP-1"]
    votes = [str(vote.number) for vote in floor.votes.past][-3:] or ["1"]
    names = {"paper": papers, "vote": votes, "key": served.members()[:3], "name": ["chairs"]}
    found: dict[str, list[str]] = {role: [] for role in ROLES}
    no_pages = re.compile("static|json|/healthz|/live")
    for row in POLICY:
        if row.method != "GET" or no_pages.search(row.path):
            continue
        wanted = next((values for name, values in names.items() if f"{{{name}}}" in row.path), [""])
        for value in wanted:
            path = row.path.format(committee=served.committee, **dict.fromkeys(names, value))
            for role in ROLES:
                if (None if role == "nobody" else role) in row.who:
                    found[role].append(path)
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
        page.on("dialog", lambda dialog: (noticed.dialogs.append(dialog.message), dialog.dismiss())[1])
        page.on("pageerror", lambda error: noticed.faults.append(f"{page.url}: {error}"))
        page.on("request", lambda request: _heard(served, noticed, request.url))
        page.on("websocket", lambda socket: _heard(served, noticed, socket.url))
        page.on("console", lambda said: _said(noticed, said.text))

    context.on("page", note)
    yield context
    for page in context.pages:
        noticed.violations += page.evaluate("window.violations ?? []")
    context.close()


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
