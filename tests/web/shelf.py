"""What tests of the library do over HTTP: add, press, read pages, channels and rows."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from typing import Any

import httpx2 as httpx

from tests.served import Served

HTML = {"Accept": "text/html"}
LONG = 30.0
"""Seconds after which a test gives up waiting."""


def add(served: Served, role: str = "organizer", **given: Any) -> httpx.Response:
    """Post the form that adds an item."""
    files = {"file": given.pop("file")} if "file" in given else {"none": ("", b"")}
    return served.client(role).post(
        f"{served.here}/library", files=files, data=given, headers=HTML, follow_redirects=False
    )


def press(served: Served, path: str, role: str = "chair", seat: str = "", /, **given: Any) -> httpx.Response:
    """One press on the library."""
    body = {"command_id": secrets.token_hex(8), **given}
    return served.client(role, seat).post(f"{served.here}/library/{path}", json=body)


def kept(served: Served) -> list[str]:
    """The rows of the library and of notes."""
    tables = ("library_item", "read_mark", "own_note", "working_paper")
    return [line for line in served.dump() if any(f'INTO "{table}"' in line for table in tables)]


def page(served: Served, path: str, role: str = "delegate", seat: str = "") -> str:
    """A page of the committee as a role reads it."""
    seat = seat or (served.members()[0] if role == "delegate" else "")
    answer = served.client(role, seat).get(served.here + path, headers=HTML)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.text


def regions(served: Served, channel: str, role: str, seat: str = "") -> dict[str, str]:
    """What a channel shows to a role now."""
    asked = f"{served.here}/live?have={json.dumps({channel: {}})}"
    frames = served.client(role, seat).get(asked).json()
    shown: dict[str, str] = next((frame["regions"] for frame in frames if "regions" in frame), {})
    return shown


def wait_for(holds: Callable[[], bool], what: str) -> None:
    """Wait until something is so: marks of readers are gathered for a moment."""
    end = time.monotonic() + LONG
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)
