"""What the tests of the organizer's road over HTTP share: uploading, looking, sending forms."""

from __future__ import annotations

import re
import time
from html import unescape

import httpx2 as httpx

NEW = "/organizer/preparations"


def page(client: httpx.Client, path: str) -> str:
    """The page as people read it; it must be there."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, (path, answer.status_code)
    return unescape(answer.text)


def version(client: httpx.Client, path: str) -> str:
    """The version that the forms of a page carry."""
    found = re.search(r'name="version" value="(\d+)"', page(client, path))
    assert found is not None
    return found[1]


def begin(client: httpx.Client, name: str, data: bytes) -> str:
    """Upload a guide and wait until it is read; returns the address of the preparation."""
    answer = client.post(NEW, files={"file": (name, data)})
    assert answer.status_code == 303, answer.text
    return until_read(client, answer.headers["location"])


def until_read(client: httpx.Client, reading: str) -> str:
    """Wait until the guide of this page is read or refused; returns the address of the preparation."""
    deadline = time.monotonic() + 60
    while client.get(reading, headers={"Accept": "application/json"}).json()["stage"] not in (
        "done",
        "failed",
    ):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return reading.removesuffix("/reading")


def send(client: httpx.Client, path: str, **fields: str | list[str]) -> httpx.Response:
    """Post a form as a browser does."""
    return client.post(path, data=fields, headers={"Accept": "text/html"})
