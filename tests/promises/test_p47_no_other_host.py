"""P-47: no page asks any other host for anything: Placard works where there is no Internet."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser

from app.main import create_app
from app.screens.environment import STATIC
from app.settings import Settings
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.walk import ROLES, Noticed, open_page, paths, signed_in

REPORTS = ("tracing", "metrics", "logs")
OTHER = re.compile(r"""(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}|url\(\s*["']?https?:""", re.IGNORECASE)
LOADS = re.compile(r"\b(?:fetch|import|src|href|url|WebSocket|EventSource)\b[^;\n]{0,40}?(https?:|wss?:)//")


@pytest.fixture(scope="module")
def adopted(served: Served) -> Served:
    """A committee that has been through everything."""
    Afternoon(served).play()
    return served


@pytest.mark.browser
@pytest.mark.parametrize("role", ROLES)
def test_p47_every_page_of_every_role_asks_this_server_alone(
    adopted: Served, chromium: Browser, role: str
) -> None:
    noticed = Noticed()
    with signed_in(chromium, adopted, role, noticed) as context:
        page = context.new_page()
        for path in paths(adopted)[role]:
            assert open_page(page, adopted, path) == 200, path
            assert page.evaluate("document.fonts.ready.then(() => true)")
    assert noticed.requests > 10, "the listener hears"
    assert noticed.bad() == {}


@pytest.mark.browser
def test_p47_a_request_to_another_host_would_be_heard(adopted: Served, chromium: Browser) -> None:
    noticed = Noticed()
    with signed_in(chromium, adopted, "observer", noticed) as context:
        page = context.new_page()
        open_page(page, adopted, f"{adopted.here}/floor")
        page.evaluate("fetch('https://stranger.example/').catch(() => null)")
        page.evaluate("Object.assign(new Image(), {src: 'https://stranger.example/x.png'}) && null")
        page.wait_for_timeout(100)
    assert noticed.violations, "the policy of the page refuses it, and that is heard too"


def test_p47_no_stylesheet_and_no_script_of_ours_names_another_host() -> None:
    faults = []
    for path in sorted(STATIC.rglob("*")):
        if path.suffix == ".css" or (path.suffix == ".js" and "vendor" not in path.parts):
            text = path.read_text("utf-8")
            pattern = OTHER if path.suffix == ".css" else LOADS
            faults += [f"{path.relative_to(STATIC)}: {found.group()}" for found in pattern.finditer(text)]
    assert faults == []


def test_p47_the_framework_reports_to_nobody_whoever_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "https://stranger.example")
    assert dict(FastAPI()._telemetry)["auto_configure"], "as it would be by itself"
    told = dict(create_app(Settings())._telemetry)
    assert not any(told[what] for what in ("auto_configure", *REPORTS))
