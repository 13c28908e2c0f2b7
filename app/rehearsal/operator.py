"""Asks a running server for a committee to rehearse in, as the owner of its data directory."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any


class NotRehearsed(Exception):
    """The rehearsal could not be held; the message is one sentence."""


def ask_for_a_committee(url: str, data: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """A committee as it is `wanted`, with the codes of everybody. Raises NotRehearsed."""
    try:
        known = json.loads((data / "operator.json").read_text("utf-8"))
    except (OSError, ValueError):
        raise NotRehearsed(
            "No server runs on this data directory: start Placard first, with the same PLACARD_DATA."
        ) from None
    request = urllib.request.Request(  # noqa: S310 - the server that the person named
        f"{url.rstrip('/')}/operator/rehearsals",
        data=json.dumps(wanted).encode(),
        headers={"Authorization": f"Bearer {known['secret']}", "Origin": url.rstrip("/")},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            told: dict[str, Any] = json.load(answer)
    except (urllib.error.URLError, ValueError) as error:
        raise NotRehearsed(f"The server at {url} did not open a rehearsal: {error}.") from error
    return told
