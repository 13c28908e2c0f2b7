"""What the browser tests share: the stage for the parts of pages, and the demo room, live."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_page import open_live
from tests.browser.live_stage import LiveStage
from tests.browser.stage import Stage


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """The server for the parts of the pages."""
    server = Stage()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def live() -> Iterator[LiveStage]:
    """The demo room, live."""
    stage = LiveStage()
    yield stage
    stage.end()


@pytest.fixture
def page(chromium: Browser, live: LiveStage) -> Iterator[Page]:
    """A delegate's page of the demo room, in a context of its own."""
    live.change(speaking="Brazil", deadline=None, queue=(), received=0, vote="")
    context = chromium.new_context()
    yield open_live(context.new_page(), live)
    context.close()
