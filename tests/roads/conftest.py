"""A running Placard for each road, on a small committee of five."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ARGUMENTS, CHROMIUM
from tests.roads.process import Placard

GUIDES = Path(__file__).parents[1] / "delegations" / "guides"
FIVE = GUIDES / "running_headers.txt"


@pytest.fixture
def lan_chromium(chromium: Browser) -> Iterator[Browser]:
    """A Chromium for which `committee.test` is this computer: a name that is not the loopback's."""
    rules = "--host-resolver-rules=MAP committee.test 127.0.0.1"
    browser = chromium.browser_type.launch(executable_path=str(CHROMIUM), args=[*ARGUMENTS, rules])
    yield browser
    browser.close()


@pytest.fixture
def open_placard(tmp_path: Path) -> Iterator[Callable[..., Placard]]:
    """Starts Placards on fresh data, and stops them in the end."""
    running: list[Placard] = []

    def opened(guide: Path | None = FIVE, host_name: str = "127.0.0.1") -> Placard:
        folder = tmp_path / str(len(running))
        folder.mkdir()
        running.append(Placard(folder / "data", guide, host_name))
        return running[-1].start()

    yield opened
    for placard in running:
        placard.stop()
