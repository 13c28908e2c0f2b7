"""New codes from the command line: through the server that runs on the data directory, or directly."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from typing import Any

from rich.console import Console
from rich.markup import escape

from app.access import Access, Post
from app.invitations import Invited, invite_all
from app.keeping.data_directory import DataDirectoryInUse
from app.serving import OPERATOR, tell_codes
from app.settings import Settings
from app.store import Store, open_store


def print_new_codes(settings: Settings) -> None:
    """Rotate every code of every committee and print the new ones. Raises DataDirectoryInUse, OSError."""
    out = Console()
    try:
        store = open_store(settings.database_url, settings.data)
    except DataDirectoryInUse:
        for committee in _from_running(settings):
            out.print(f"\n[bold]{escape(committee['name'])}[/bold]")
            tell_codes(out, tuple(_invited(one) for one in committee["codes"]))
        return
    asyncio.run(_directly(store, settings, out))


async def _directly(store: Store, settings: Settings, out: Console) -> None:
    try:
        listed = await invite_all(store, Access(store, settings))
        if not listed:
            out.print("There is no committee yet: start Placard once.")
        for _, name, invited in listed:
            out.print(f"\n[bold]{escape(name)}[/bold]")
            tell_codes(out, invited)
    finally:
        await store.close()


def _from_running(settings: Settings) -> list[dict[str, Any]]:
    """Ask the running server; it left its port and a secret in the data directory for its owner."""
    try:
        known = json.loads((settings.data / OPERATOR).read_text("utf-8"))
    except (OSError, ValueError):
        raise DataDirectoryInUse(
            "Another program holds the data directory and is not a Placard that serves: stop it first."
        ) from None
    request = urllib.request.Request(  # noqa: S310 - our own server on this computer
        f"{known['base']}/operator/codes",
        data=b"{}",
        headers={"Authorization": f"Bearer {known['secret']}", "Origin": known["origin"]},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        told: dict[str, Any] = json.load(answer)
    return list(told["committees"])


def _invited(one: dict[str, Any]) -> Invited:
    return Invited(Post(0, one["role"], None, one["seat"]), one["name"], one["code"])
