"""`--again-alone`: files with a failure run once more by themselves, and are named if they then pass.

Two workers share two cores with browsers, servers and databases. What fails only beside such neighbours is a
flaw of the test, to be mended, but no flaw of the product. More files than FEW, or a failure that stays, fail
the run.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator

import pytest

FEW = 3
"""Files with failures that are worth another look; where more fail, something is broken."""


class AgainAlone:
    """Collects the files in which a test failed and gives them their second run."""

    def __init__(self) -> None:
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers the file of each failed test, set-up or tear-down."""
        if report.failed:
            self.failed.add(report.nodeid.partition("::")[0])

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None]:
        """Turns the run's failure into success where the few files that failed pass alone."""
        yield
        if session.exitstatus == pytest.ExitCode.TESTS_FAILED and 0 < len(self.failed) <= FEW:
            files = sorted(self.failed)
            print(f"\n\n== once more, with nothing beside them: {', '.join(files)}", flush=True)
            marked = session.config.option.markexpr
            chosen = ["-m", marked] if marked else ["--long"]
            command = [sys.executable, "-m", "pytest", "-q", "-n", "0", *chosen, *files]
            if subprocess.call(command, cwd=session.config.rootpath) == 0:
                print(f"== unsteady: failed beside others and passed alone: {', '.join(files)}", flush=True)
                session.exitstatus = pytest.ExitCode.OK


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option."""
    parser.addoption(
        "--again-alone", action="store_true", help="run the few files that failed once more, alone"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begins to listen, in the process that decides on the run's outcome."""
    if config.getoption("--again-alone") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(AgainAlone())
