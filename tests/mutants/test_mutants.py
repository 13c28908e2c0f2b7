"""The sample of wrong lines: its options are ones that pytest takes, and its changes are changes."""

from __future__ import annotations

import ast
import subprocess
import sys

from tests.mutants.__main__ import OPTIONS, every, interval
from tests.mutants.changes import TOP, changed, mutants

FILE = "app/procedure/quorum_challenges.py"


def test_pytest_takes_the_options_that_it_is_run_with() -> None:
    """It once ended at once, when options for workers were added to the project's own."""
    asked = [sys.executable, "-m", "pytest", *OPTIONS, "--collect-only", "tests/procedure/test_quorum.py"]
    told = subprocess.run(asked, cwd=TOP, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_each_change_makes_the_file_another_one_and_one_that_compiles() -> None:
    before = ast.dump(ast.parse((TOP / FILE).read_text("utf-8")))
    found = mutants(FILE)
    trees = [changed(one) for one in found]
    assert found and all(ast.dump(tree) != before for tree in trees)
    assert len({ast.dump(tree) for tree in trees}) == len(found), "no two are the same"
    for tree in trees:
        compile(tree, FILE, "exec")


def test_names_are_unique_and_a_share_lies_in_its_interval() -> None:
    names = [one.name for one in every()]
    assert len(names) == len(set(names))
    low, high = interval(120, 130)
    assert 0.85 < low < 120 / 130 < high < 0.97
