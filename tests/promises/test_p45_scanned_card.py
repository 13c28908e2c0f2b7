"""P-45 in the browser: the token of a scanned card leaves the address at once, for the server alone."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request

from app.access.codes import read_code
from tests.served import Served


@pytest.mark.browser
def test_p45_a_scanned_card_tells_its_token_to_the_server_alone_and_once(
    served: Served, chromium: Browser
) -> None:
    code = read_code(served.code("delegate", served.members()[0]))
    told: list[str] = []

    def note(request: Request) -> None:
        kept = {name: value for name, value in request.headers.items() if name != "cookie"}
        if code in f"{request.url} {kept} {request.post_data or ''}":
            told.append(
                f"{request.method} {urlsplit(request.url).path} {code in request.url or code in str(kept)}"
            )

    context = chromium.new_context(extra_http_headers={"Origin": served.base})
    page = context.new_page()
    page.on("request", note)
    page.goto(f"{served.base}/#{code}")
    page.wait_for_function("() => document.getElementById('code').value !== ''")
    assert page.evaluate("location.href") == f"{served.base}/", "it is not left where it is copied or shown"
    page.click("button[type=submit]")
    page.wait_for_url(f"**{served.here}/seat")
    assert told == ["POST /join False"], "in the body of one request, in no address and no header"
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, document.referrer])"
    assert code not in page.evaluate(kept)
    page.go_back()
    page.wait_for_load_state()
    assert code not in page.url and code not in page.content()
    context.close()
