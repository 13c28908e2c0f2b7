"""Tests the tests of the promises: one line of the product is made wrong, and the promise's test must fail.

`python -m tests.promises.sabotage` tries the whole table (`sabotage.toml`), with numbers only those promises,
with `--whole` the whole file of each test (but for browsers and big counts), to see what else turns red.
They are tried on a copy of the tree in a folder of its own; the tree itself is never changed. That the test
is green without the wrong line the whole suite sees to.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_suffix(".toml")
COPIED = ("app", "delegations", "resolutions", "static", "tests", "pyproject.toml", "constraints.txt")
RED = re.compile(r"^FAILED (?:tests/promises/)?(\S+?)(?:\[.*)?(?: - .*)?$", re.MULTILINE)
WITHIN_S = 600
"""Seconds that one may take: a guard against a hang."""


@dataclass(frozen=True)
class Sabotage:
    """One line of a file that becomes another, and the test (`file::name`) that must find it."""

    promise: int
    file: str
    line: str
    becomes: str
    test: str


@dataclass(frozen=True)
class Found:
    """Which tests failed with the wrong line, and the end of what was said."""

    red: tuple[str, ...]
    told: str

    def is_by(self, test: str) -> bool:
        """Whether this test found it."""
        return test in self.red


def table() -> tuple[Sabotage, ...]:
    """Every row."""
    return tuple(Sabotage(**row) for row in tomllib.loads(TABLE.read_text("utf-8"))["sabotage"])


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the tree in a folder of its own, with what Python has compiled of it."""
    with TemporaryDirectory() as folder:
        top = Path(folder)
        for name in COPIED:
            source = TOP / name
            copy = shutil.copytree if source.is_dir() else shutil.copy2
            copy(source, top / name)
        yield top


@contextmanager
def spoiling(top: Path, one: Sabotage) -> Iterator[None]:
    """The line is wrong in the copy meanwhile. Raises ValueError where it stands there not once."""
    file = top / one.file
    file.write_text(spoilt(one, file.read_text("utf-8")), "utf-8")
    try:
        yield
    finally:
        shutil.copy2(TOP / one.file, file)


def spoilt(one: Sabotage, text: str) -> str:
    """The text with the line made wrong. Raises ValueError where it stands there not once."""
    if text.count(one.line) != 1:
        raise ValueError(f"{one.file} has this line {text.count(one.line)} times: {one.line}")
    return text.replace(one.line, one.becomes)


def tried(top: Path, one: Sabotage, whole: bool = False) -> Found:
    """Run the promise's test with the line spoilt in a copy until it fails; `whole` runs its whole file."""
    ran = one.test.partition("::")[0] if whole else one.test
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-n0", "-rf", "-p", "no:cacheprovider"]
    command += ["--tb=line", f"tests/promises/{ran}"]
    command += ["-m", "not long and not browser"] if whole else ["--long"]
    with spoiling(top, one):
        done = subprocess.run(
            [*command, *([] if whole else ["-x"])],
            cwd=top,
            capture_output=True,
            text=True,
            timeout=WITHIN_S,
            check=False,
        )
    red = tuple(dict.fromkeys(RED.findall(done.stdout)))
    return Found(red, done.stdout[-2000:] + done.stderr[-2000:])


def main(wanted: frozenset[int], whole: bool) -> int:
    """Try the rows; print what found each; returns how many were not found by their test."""
    rows = [one for one in table() if not wanted or one.promise in wanted]
    with copied() as top:
        missed = sum(not _told(one, tried(top, one, whole)) for one in rows)
    print(f"{len(rows) - missed} of {len(rows)} were found by their tests.")
    return missed


def _told(one: Sabotage, found: Found) -> bool:
    """Print what became of a row; returns whether its test found it."""
    is_found = found.is_by(one.test)
    others = [name.partition("::")[2] for name in found.red if name != one.test]
    print(f"P-{one.promise:02d} {'found' if is_found else 'NOT FOUND'}: {one.file}", *others, flush=True)
    if not is_found:
        print(found.told, flush=True)
    return is_found


if __name__ == "__main__":
    given = sys.argv[1:]
    numbers = frozenset(int(one) for one in given if one.isdecimal())
    raise SystemExit(1 if main(numbers, "--whole" in given) else 0)
