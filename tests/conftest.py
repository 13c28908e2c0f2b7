"""What every test shares: under REQUIRE_BROWSER or REQUIRE_SERVICES, a skip for want of them is a failure."""

import os
from collections.abc import Generator

import pytest

REQUIRED_BY = {"browser": "REQUIRE_BROWSER", "postgres": "REQUIRE_SERVICES"}


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
