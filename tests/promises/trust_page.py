"""Makes the trust page at /help of the list of promises and the tests: `python -m tests.promises.trust_page`.

The page is committed, so that an installed Placard has it without tests; a test holds that it is up to date.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

HELP = Path(str(resources.files("app") / "help"))
PAGE = HELP / "trust.md"
HERE = Path(__file__).parent
HEAD = """# What Placard promises

A promise is kept where a test of its number tries to break it and cannot. What has no such test is not kept,
whatever the program may do, and says why. {kept} of {all} are kept. The tests stand in `tests/promises`; in
brackets is how many there are. `./placard test` runs them, `./placard test --long` the big counts too.
"""
NUMBERED = re.compile(r"test_p(\d\d)_")
"""How a test, or all tests of a file, say of which promise they are."""
COLUMNS = "| | Promise | Kept |\n|---|---|---|"


@dataclass(frozen=True)
class Promise:
    """A promise: its number, its words, why it is not kept without a test, what it does not cover."""

    number: int
    words: str
    without: str
    but: str


def parts() -> Mapping[str, tuple[Promise, ...]]:
    """The promises by part."""
    found: list[dict[str, Any]] = tomllib.loads((HELP / "promises.toml").read_text("utf-8"))["part"]
    return {
        part["name"]: tuple(
            Promise(int(key), row["promise"], row.get("without", ""), row.get("but", ""))
            for key, row in part.items()
            if key != "name"
        )
        for part in found
    }


def of_each() -> dict[int, dict[str, int]]:
    """The number of a promise -> the files with tests of it, and how many."""
    found: dict[int, dict[str, int]] = {}
    for path in sorted(HERE.glob("test_*.py")):
        for name in _functions(path):
            if number := NUMBERED.match(name) or NUMBERED.match(path.name):
                files = found.setdefault(int(number[1]), {})
                files[path.stem] = files.get(path.stem, 0) + 1
    return found


def page() -> str:
    """The whole page, as Markdown."""
    there = of_each()
    every = [promise for some in parts().values() for promise in some]
    kept = sum(promise.number in there for promise in every)
    tables = [
        _table(name, [_row(one, there.get(one.number, {})) for one in some]) for name, some in parts().items()
    ]
    return "\n".join([HEAD.format(kept=kept, all=len(every)), *tables]) + "\n"


def _table(name: str, rows: list[str]) -> str:
    return "\n".join([f"\n## {name}\n", COLUMNS, *rows])


def _row(promise: Promise, files: Mapping[str, int]) -> str:
    told = ", ".join(f"`{name}` ({count})" for name, count in files.items())
    kept = f"yes: {told}.{' ' if promise.but else ''}{promise.but}" if files else f"**no:** {promise.without}"
    return f"| {promise.number} | {promise.words} | {kept} |"


def _functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.name


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
