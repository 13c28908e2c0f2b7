"""Tries changes inside one run of pytest: what is collected once is run again and again in forked processes.

A child makes one change in memory, by giving the function other code, and runs the tests that come to its
lines, the likely file first and then the quick ones, until one fails. No file is changed.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import IO

import pytest
from hypothesis import Phase, settings

from tests.mutants.changes import TOP, Mutant, changed
from tests.mutants.child import in_a_child
from tests.mutants.seen import Probes, Run, all_seen, as_runs, ran_red

CPU_S, TIMES = 10, 4
"""Seconds of computing that the tests may take with a change, and how often what they take without it."""
EARLY, UNSEEN, SURVIVED, NO_END = "runs while collecting", "no test comes there", "survived", "does not end"

PRODUCT = ("app", "resolutions", "delegations")

Function = tuple[str, int, str]
"""The file, the first line and the qualified name of a function."""


class Trying:
    """The plugin of the run: sees which test comes where, tries each change, tells `out` of each."""

    def __init__(self, mutants: Sequence[Mutant], out: IO[str]) -> None:
        self._mutants, self._out = mutants, out
        self._probes = Probes(mutants)

    def pytest_configure(self) -> None:
        """Examples are the same each time, and what fails is not made smaller."""
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=phases)
        settings.load_profile("mutants")
        self._probes.place()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of running each test once."""
        early = frozenset(self._probes.seen)
        runs = as_runs(in_a_child(lambda: all_seen(session.items, self._probes)).told)
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        for one in self._mutants:
            became = EARLY if one.name in early else _tried(one, runs, items, functions)
            print(json.dumps([one.name, became]), file=self._out, flush=True)
        return True


def in_order(mutant: Mutant, runs: Sequence[Run]) -> list[Run]:
    """The tests that come to the change: those of the file named after its file, then the quick ones."""
    stem = Path(mutant.file).stem
    coming = [run for run in runs if mutant.name in run.came_to]
    return sorted(coming, key=lambda run: (stem not in run.test.partition("::")[0], run.seconds))


def _tried(
    mutant: Mutant,
    runs: Sequence[Run],
    items: Mapping[str, pytest.Item],
    functions: Mapping[Function, list[FunctionType]],
) -> str:
    """The test that failed, or why none did."""
    coming = in_order(mutant, runs)
    if not coming:
        return UNSEEN
    limit = CPU_S + int(TIMES * sum(run.seconds for run in coming))

    def work() -> str:
        for code in _changed_codes(mutant):
            place = (str(TOP / mutant.file), code.co_firstlineno, code.co_qualname)
            for function in functions.get(place, ()):
                if function.__code__.co_freevars == code.co_freevars:
                    function.__code__ = code
        return _first_red([items[run.test] for run in coming])

    ended = in_a_child(work, limit)
    return ended.told if ended.by_itself else NO_END


def _first_red(items: Sequence[pytest.Item]) -> str:
    for item, after in zip(items, [*items[1:], None], strict=True):
        if ran_red(item, after):
            return item.nodeid
    return SURVIVED


def _functions() -> dict[Function, list[FunctionType]]:
    """Every function of the product that there is."""
    found: dict[Function, list[FunctionType]] = {}
    folders = tuple(f"{TOP}/{one}/" for one in PRODUCT)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(folders):
            code = one.__code__
            found.setdefault((code.co_filename, code.co_firstlineno, code.co_qualname), []).append(one)
    return found


def _changed_codes(mutant: Mutant) -> list[CodeType]:
    """What the function becomes, and those within it: some of them were made when their file was imported.

    Two that stand in one line with one name cannot be told apart, and stay as they are.
    """
    whole = compile(changed(mutant), str(TOP / mutant.file), "exec", dont_inherit=True)
    (code,) = (
        one
        for one in _codes(whole)
        if one.co_qualname == mutant.function and one.co_firstlineno == mutant.body.start
    )
    places = [(one.co_firstlineno, one.co_qualname) for one in (code, *_codes(code))]
    return [one for one in (code, *_codes(code)) if places.count((one.co_firstlineno, one.co_qualname)) == 1]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)
