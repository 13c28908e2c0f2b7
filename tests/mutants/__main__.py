"""How many small changes of the rules the tests find: `nice python -m tests.mutants`.

A sample of the changes in the functions of `app/procedure` and of counting is tried, each alone, against the
tests of the rules, of sheets entered afterwards and of the chair's sentences; `--sample` says how many (150),
`--seed` which (1). Names of changes instead try only these. Left out is the long state machine: what it alone
would find counts as not found; so does a change after which every meeting goes as before. Printed are all
that survived, and the share that was found with its interval of 95 percent (Wilson's).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
from collections.abc import Sequence
from math import sqrt

import pytest

from tests.mutants.changes import TOP, Mutant, changed, mutants
from tests.mutants.child import in_a_child
from tests.mutants.seen import import_otherwise
from tests.mutants.trying import EARLY, SURVIVED, UNSEEN, Trying

COUNTING = ("resolutions/counting.py", "resolutions/majorities.py", "resolutions/rollcall.py")
"""What `resolutions/voting.py` gathers under its name."""
TESTS = (
    *("tests/procedure", "tests/cases", "tests/transcripts", "tests/catching_up", "tests/words/test_says.py"),
    *("tests/resolutions/test_votes.py", "tests/resolutions/test_majorities.py"),
)
LEFT_OUT = "--ignore=tests/procedure/test_state_machine.py"
OPTIONS = (
    *("-q", "-s", "-o", "addopts=", LEFT_OUT),  # what the project adds speaks of workers
    *("-p", "no:cacheprovider", "-p", "no:timeout", "-p", "no:xdist"),
)
EARLY_S = 600
"""Seconds of computing for a change that has to be there before the tests are collected."""


def every() -> list[Mutant]:
    """Each change that may be tried."""
    files = [str(file.relative_to(TOP)) for file in sorted((TOP / "app/procedure").rglob("*.py"))]
    return [one for file in (*files, *COUNTING) for one in mutants(file)]


def tried(chosen: Sequence[Mutant]) -> dict[str, str]:
    """What became of each, by its name."""
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as out:
        in_a_child(lambda: _quietly([*OPTIONS, *TESTS], Trying(chosen, out.file)))
        out.seek(0)
        became = dict(json.loads(line) for line in out)
    for one in chosen:
        if became[one.name] == EARLY:
            found = in_a_child(lambda one=one: _from_the_start(one), EARLY_S)  # type: ignore[misc]
            became[one.name] = SURVIVED if found.told == "0" else "found from the start"
    return became


def _from_the_start(mutant: Mutant) -> str:
    """Run all with a change that is there before anything is imported; returns pytest's exit code."""
    import_otherwise(lambda file: changed(mutant) if file == mutant.file else None)
    return _quietly(["-x", *OPTIONS, *TESTS])


def _quietly(arguments: list[str], *plugins: object) -> str:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return str(int(pytest.main(arguments, plugins=list(plugins))))


def interval(found: int, of: int) -> tuple[float, float]:
    """Wilson's interval of 95 percent for a share."""
    z, share = 1.96, found / of
    middle, wide = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + (z / (2 * of)) ** 2)
    return (middle - wide) / (1 + z * z / of), (middle + wide) / (1 + z * z / of)


def main() -> None:
    """Try what is asked for and print what became of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.mutants")
    asked.add_argument("names", nargs="*", help="names of changes, as printed")
    asked.add_argument("--sample", type=int, default=150)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    known = every()
    drawn = random.Random(given.seed).sample(known, min(given.sample, len(known)))
    chosen = [one for one in known if one.name in given.names] if given.names else drawn
    became = tried(chosen)
    for one in chosen:
        print(f"{became[one.name]:40} {one}")
    found = sum(became[one.name] not in (SURVIVED, UNSEEN) for one in chosen)
    low, high = interval(found, len(chosen))
    print(
        f"{found} of {len(chosen)} were found: {found / len(chosen):.0%} ({low:.0%} to {high:.0%});", end=" "
    )
    print(f"{len(known)} there are.")


if __name__ == "__main__":
    main()
