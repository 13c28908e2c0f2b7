"""What `./placard check` looks at in this computer: Python, packages, SQLite, the data folder, the clock."""

from __future__ import annotations

import platform
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from app.operations.checked import Checked, State
from app.operations.facts import MEGABYTE, SLOW_DISK, WallClock, disk, sqlite, writes_a_second

OLDEST, NEWEST = (3, 11), (3, 13)
TOP = Path(__file__).resolve().parents[2]
CONSTRAINTS = TOP / "constraints.txt"
EARLIEST = 2025
"""No clock that is right shows a year before this one."""


def python() -> Checked:
    """Whether it is one that Placard is tested with."""
    version, here = platform.python_version(), sys.version_info[:2]
    if OLDEST <= here <= NEWEST:
        return Checked("python", "fine", f"Python {version}.", {"version": version})
    wanted = f"{OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}"
    state: State = "look" if here > NEWEST else "broken"
    return Checked(
        "python", state, f"Python {version}; Placard is tested with {wanted}.", {"version": version}
    )


def packages(constraints: Iterable[str] | None = None) -> Checked:
    """Each package that Placard names is there, in the version that it was tested with.

    `constraints` are lines of `constraints.txt`, which is read without them.
    """
    if constraints is None:
        constraints = CONSTRAINTS.read_text("utf-8").splitlines() if CONSTRAINTS.exists() else ()
    pinned = dict(line.split("==") for line in constraints if line.count("==") == 1 and line[0] != "#")
    missing, other = [], []
    for name in sorted(required()):
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
            continue
        if pinned.get(name, version) != version:
            other.append(f"{name} {version} for {pinned[name]}")
    values = {"missing": missing, "other": other}
    if missing:
        sentence = f"Missing: {', '.join(missing)}. Delete .venv and start ./placard again."
        return Checked("packages", "broken", sentence, values)
    if other:
        return Checked("packages", "look", f"Not tested with: {', '.join(other)}.", values)
    return Checked("packages", "fine", "All packages are there, as tested.", values)


def required() -> set[str]:
    """The packages that the program itself needs, by their names in `pyproject.toml`."""
    told = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    return {one.split(";")[0].split("[")[0].strip() for one in told["project"]["dependencies"]}


def linked_sqlite() -> Checked:
    """The SQLite that is linked into this Python."""
    found = sqlite()
    values = {"version": found.version, "wal_fault": found.has_wal_fault}
    if not found.has_wal_fault:
        return Checked("sqlite", "fine", f"SQLite {found.version}.", values)
    sentence = (
        f"SQLite {found.version} can damage its log where two connections write at once."
        " Placard has only one: let no other program write to its database."
        " 3.51.3, 3.50.7 and 3.44.6 are mended."
    )
    return Checked("sqlite", "look", sentence, values)


def data_folder(data: Path) -> Iterator[Checked]:
    """Whether it can be written to, what is free on its disk, and how fast that is."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        rate = writes_a_second(data)
    except OSError as error:
        yield Checked("data", "broken", f"{data} cannot be written to: {error.strerror}.")
        return
    yield Checked("data", "fine", f"{data.absolute()} can be written to.", {"folder": str(data.absolute())})
    found = disk(data)
    values = {"free": found.free, "total": found.total}
    free = f"{found.free // MEGABYTE:,} MB are free on its disk"
    words = {"fine": ".", "look": ": make room before the meeting.", "broken": ": too little to go on."}
    state: State = "broken" if found.state == "broken" else "look" if found.state == "look" else "fine"
    yield Checked("disk", state, free + words[state], values)
    slow = rate < SLOW_DISK
    after = ": a vote by devices will be felt to be slow." if slow else "."
    sentence = f"The disk makes {rate} single writes a second durable{after}"
    yield Checked("writes", "look" if slow else "fine", sentence, {"a_second": rate})


def wall_clock(clock: WallClock) -> Checked:
    """Whether it shows a time that can be."""
    now = clock.now()
    told = f"{now:%Y-%m-%d %H:%M} UTC"
    if now.year < EARLIEST:
        return Checked(
            "clock", "broken", f"It shows {told}, which cannot be: set it.", {"now": now.isoformat()}
        )
    return Checked("clock", "fine", f"It shows {told}.", {"now": now.isoformat()})
