"""What `./placard check` looks at around the program: database, port, what phones reach, backup, tests."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url

from app import migrations
from app.addresses import EVERYWHERE, addresses, free_port
from app.operations.backups import last_backup
from app.operations.checked import Checked
from app.settings import Settings

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
POSTGRES = "postgresql://127.0.0.1:5432"


def database(settings: Settings) -> Checked:
    """Whether the tables, if there are any, are those of this release."""
    try:
        if settings.database_url and not settings.database_url.startswith("sqlite"):
            url = make_url(settings.database_url).set(drivername="postgresql+psycopg")
            return _revision(url, connect_timeout=5)
        file = settings.data / "placard.db"
        if not file.exists():
            return Checked("database", "fine", "There is none yet; the first start makes it.")
        return _revision(make_url(f"sqlite:///file:{file.absolute()}?mode=ro&uri=true"))
    except Exception as error:  # whatever a driver has against it
        why = type(error).__name__
        return Checked("database", "broken", f"The database does not answer ({why}).", {"fault": why})


def _revision(url: Any, **options: Any) -> Checked:
    engine = create_engine(url, connect_args=options)
    try:
        with engine.connect() as connection:
            found, newest = migrations.revision_of(connection), migrations.newest()
            if found == newest or ((found or "").isdecimal() and int(found or 0) < int(newest or 0)):
                later = "" if found == newest else "; the next start brings its tables to this release"
                return Checked("database", "fine", f"It answers{later}.", {"revision": found})
            sentence = "Another release of Placard has changed this database: start that one."
            return Checked("database", "broken", sentence, {"revision": found})
    finally:
        engine.dispose()


def port(settings: Settings) -> Checked:
    """Whether a server could listen there, or one of this data folder does."""
    values = {"port": settings.port}
    try:
        free = free_port(settings.host, settings.port)
    except OSError as error:
        return Checked("port", "broken", str(error), values)
    if free == settings.port:
        return Checked("port", "fine", f"Port {free} on {settings.host} is free.", values)
    if _serves_here(settings.data, settings.port):
        return Checked("port", "fine", f"Placard serves on port {settings.port} now.", values)
    sentence = f"Port {settings.port} is taken by another program; Placard would use {free}."
    return Checked("port", "look", sentence, values | {"next": free})


def _serves_here(data: Path, port: int) -> bool:
    """Whether it is a Placard of this data folder that listens there."""
    try:
        known = json.loads((data / "operator.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return str(known.get("base", "")).endswith(f":{port}")


def phones(settings: Settings) -> Checked:
    """What a phone in the room opens."""
    if settings.public_url:
        return Checked(
            "phones", "fine", f"They open {settings.public_url}.", {"addresses": [settings.public_url]}
        )
    found = addresses(settings.port, settings.host)
    values = {"addresses": list(found)}
    if found:
        sentence = f"They open {' or '.join(found)}, where no firewall is between."
        return Checked("phones", "fine", sentence, values)
    alone = settings.host not in EVERYWHERE
    why = "Placard would listen on this computer alone" if alone else "This computer is on no network"
    return Checked("phones", "look", f"{why}: no phone can reach it.", values)


def backup(data: Path) -> Checked:
    """When the newest one was made."""
    made = last_backup(data).made
    if made is None:
        return Checked("backup", "look", "None was made yet: ./placard backup makes one.", {"made": None})
    told = f"The newest is of {made:%Y-%m-%d %H:%M} UTC."
    return Checked("backup", "fine", told, {"made": made.isoformat()})


def for_tests() -> Iterator[Checked]:
    """Only `./placard test` needs these."""
    browser = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    browser = os.environ.get("PLACARD_TEST_CHROMIUM", browser)
    there = bool(browser) and Path(str(browser)).exists()
    sentence = f"At {browser}, for the tests." if there else "None: the tests in a browser would be skipped."
    yield Checked("chromium", "fine" if there else "look", sentence, {"path": browser if there else None})
    url = make_url(os.environ.get("PLACARD_TEST_POSTGRES", POSTGRES))
    with closing(socket.socket()) as probe:
        probe.settimeout(1)
        answers = probe.connect_ex((url.host or "127.0.0.1", url.port or 5432)) == 0
    sentence = (
        "It answers, for the tests." if answers else "None: the tests of the second store would be skipped."
    )
    yield Checked("postgresql", "fine" if answers else "look", sentence, {"answers": answers})
