"""What every test shares: Chromium; and under REQUIRE_BROWSER or REQUIRE_SERVICES no skip for want of one."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.served import Served

settings.register_profile("placard", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("placard")
CHROMIUM = Path(os.environ.get("PLACARD_TEST_CHROMIUM", "/usr/bin/chromium"))
LIGHT = CHROMIUM.with_name("chromium-headless-shell")
"""The same browser without windows, used where it is found: it takes a fraction of the processor's time."""
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
pytest_plugins = ["tests.again_alone", "tests.both_ends"]
REQUIRED_BY = {"browser": "REQUIRE_BROWSER", "postgres": "REQUIRE_SERVICES"}


THINNED = {
    "browser/test_every_screen.py": 7,
    "browser/test_projector.py": 17,
    "browser/test_cockpit.py": 7,
    "browser/test_keys.py": 3,
    "browser/test_style_page.py": 7,
    "browser/test_phone.py": 4,
    "browser/test_record.py": 5,
    "promises/test_p38_requests_from_elsewhere.py": 3,
    "promises/test_p42_payloads.py": 3,
    "promises/test_p47_no_other_host.py": 2,
}
"""Matrices (scenes, sizes, themes; routes, payloads): the fast run takes each n-th case, the long run all."""


LONG_HANG = 3600
"""Seconds after which a big count hangs; how long it may take is the machine's affair."""

LONGEST_FIRST = ("roads", "browser", "promises", "web")
"""Folders whose files take longest, those with browsers first (`tests.both_ends` says why)."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--long`: without it, or marks of one's own, the big counts stay out."""
    parser.addoption("--long", action="store_true", help="run the big counts too")


def pytest_configure(config: pytest.Config) -> None:
    """Leaves the big counts out of an ordinary run."""
    if not config.getoption("--long") and not config.getoption("-m"):
        config.option.markexpr = "not long"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts long files first, leaves most of the big matrices to the long run, and gives it time."""
    items.sort(key=_turn)
    seen: dict[str, int] = {}
    for item in items:
        file = f"{item.path.parent.name}/{item.path.name}"
        every = THINNED.get(file, 1)
        if every > 1 and "[" in item.name:
            seen[file] = seen.get(file, -1) + 1
            if seen[file] % every:
                item.add_marker(pytest.mark.long)
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(LONG_HANG), append=False)


def _turn(item: pytest.Item) -> int:
    folder = item.path.parent.name
    return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turns a skip into a failure where the run promised that what the test needs is there."""
    report = yield
    for marker, variable in REQUIRED_BY.items():
        required = os.environ.get(variable) == "1" and item.get_closest_marker(marker)
        if required and report.skipped and not hasattr(report, "wasxfail"):
            report.outcome = "failed"
            report.longrepr = f"{variable}=1, yet the test was skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without windows where there is one, or a plain sentence why there is none.

    It is closed after each module: while the driver runs, no test of this thread can run a loop of its own.
    """
    program = next((one for one in (LIGHT, CHROMIUM) if one.exists()), None)
    if program is None:
        reason = f"there is no Chromium at {CHROMIUM}; PLACARD_TEST_CHROMIUM may name another"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(f"REQUIRE_BROWSER=1, and {reason}")
        pytest.skip(reason)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000)  # a hang guard: what is expected may wait for a busy machine

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A running Placard with the sample committee, before its first roll call; shared by a module's tests."""
    from tests.served import Served

    with Served(tmp_path_factory.mktemp("data")) as running:
        yield running
