"""Which test comes to which of the changed places, and how long it takes: probes in the code tell."""

from __future__ import annotations

import ast
import builtins
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from types import CodeType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.changes import TOP, Mutant, probed


@dataclass(frozen=True)
class Run:
    """One green test: the seconds of computing that it took, and the names of the changes it came to."""

    test: str
    seconds: float
    came_to: frozenset[str]


class Probes:
    """Stand before each place that is changed, from when its file is imported."""

    def __init__(self, mutants: Sequence[Mutant]) -> None:
        self.seen: set[str] = set()
        self._files: dict[str, list[Mutant]] = {}
        for one in mutants:
            self._files.setdefault(one.file, []).append(one)

    def place(self) -> None:
        """Before anything of the product is imported."""
        setattr(builtins, "__seen__", self.seen.add)  # noqa: B010 - no builtin has that name
        import_otherwise(lambda file: probed(self._files[file], file) if file in self._files else None)


def import_otherwise(tree_of: Callable[[str], ast.Module | None]) -> None:
    """From now on a file (its path from the top) is imported as this tree, where there is one for it."""
    import_code = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        tree = tree_of(loader.path.removeprefix(f"{TOP}/"))
        if tree is None:
            return import_code(loader, name)
        return compile(tree, loader.path, "exec", dont_inherit=True)

    setattr(SourceFileLoader, "get_code", get_code)  # noqa: B010 - its type is that of a class above it


def all_seen(items: Sequence[pytest.Item], probes: Probes) -> str:
    """Run every test once and return as JSON what each came to; those that fail are left out.

    They run in any order, so that none leans on another. What is cached only the first of them comes to.
    """
    order = random.Random(1).sample(list(items), len(items))
    seen = []
    for item, after in zip(order, [*order[1:], None], strict=True):
        probes.seen.clear()
        began = time.process_time()
        if not ran_red(item, after):
            seen.append((item.nodeid, time.process_time() - began, sorted(probes.seen)))
    return json.dumps(seen)


def as_runs(told: str) -> list[Run]:
    """What `all_seen` returned."""
    return [Run(test, seconds, frozenset(came_to)) for test, seconds, came_to in json.loads(told)]


def ran_red(item: pytest.Item, after: pytest.Item | None) -> bool:
    """Run one test, with `after` to come next, and say whether it failed."""
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=after))
