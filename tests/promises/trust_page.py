"""Makes the trust pages at /help of the promises and the tests: `python -m tests.promises.trust_page`.

English is `promises.toml`; each `promises.<tag>.toml` beside it says the same in another language. The pages
are committed, so that an installed Placard has them without tests; a test holds that they are up to date.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

HELP = Path(str(resources.files("app") / "help"))
HERE = Path(__file__).parent
ENGLISH = "en"
NUMBERED = re.compile(r"test_p(\d\d)_")
"""How a test, or all tests of a file, say of which promise they are."""


@dataclass(frozen=True)
class Promise:
    """A promise: its number, its words, why it is not kept without a test, what it does not cover."""

    number: int
    words: str
    without: str
    but: str


def tags() -> tuple[str, ...]:
    """The languages in which the promises are there, English first."""
    others = sorted(path.name.split(".")[1] for path in HELP.glob("promises.*.toml"))
    return (ENGLISH, *others)


def place(tag: str) -> Path:
    """Where the page of a language stands."""
    return HELP / tag / "trust.md"


def parts(tag: str = ENGLISH) -> Mapping[str, tuple[Promise, ...]]:
    """The promises by part."""
    found: list[dict[str, Any]] = _list(tag)["part"]
    return {
        part["name"]: tuple(
            Promise(int(key), row["promise"], row.get("without", ""), row.get("but", ""))
            for key, row in part.items()
            if key != "name"
        )
        for part in found
    }


def _list(tag: str) -> dict[str, Any]:
    name = "promises.toml" if tag == ENGLISH else f"promises.{tag}.toml"
    return tomllib.loads((HELP / name).read_text("utf-8"))


@cache
def of_each() -> dict[int, dict[str, int]]:
    """The number of a promise -> the files with tests of it, and how many."""
    found: dict[int, dict[str, int]] = {}
    for path in sorted(HERE.glob("test_*.py")):
        for name in _functions(path):
            if number := NUMBERED.match(name) or NUMBERED.match(path.name):
                files = found.setdefault(int(number[1]), {})
                files[path.stem] = files.get(path.stem, 0) + 1
    return found


def page(tag: str = ENGLISH) -> str:
    """The whole page in a language, as Markdown."""
    there, words = of_each(), _list(ENGLISH)["words"][tag]
    every = [promise for some in parts(tag).values() for promise in some]
    kept = sum(promise.number in there for promise in every)
    head = f"# {words['title']}\n\n{words['head'].strip().format(kept=kept, all=len(every))}\n"
    columns = f"| {words['number']} | {words['promise']} | {words['kept']} |\n|---|---|---|"
    tables = [
        "\n".join([f"\n## {name}\n", columns, *(_row(one, there.get(one.number, {}), words) for one in some)])
        for name, some in parts(tag).items()
    ]
    return "\n".join([head, *tables]) + "\n"


def _row(promise: Promise, files: Mapping[str, int], words: Mapping[str, str]) -> str:
    told = ", ".join(f"`{name}` ({count})" for name, count in files.items())
    but = f" {promise.but}" if promise.but else ""
    kept = f"{words['yes']} {told}.{but}" if files else f"**{words['no']}** {promise.without}"
    return f"| {promise.number} | {promise.words} | {kept} |"


def _functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.name


if __name__ == "__main__":
    for one in tags():
        place(one).write_text(page(one), "utf-8")
