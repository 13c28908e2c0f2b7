"""The paper copy: the dais alone gets it, and its tab keeps it when the server is gone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.served import Served

pytestmark = pytest.mark.browser
KEPT = "document.getElementById('paper-copy').href.startsWith('blob:')"
READ = "async () => (await (await fetch(document.getElementById('paper-copy').href)).text()).slice(0, 5)"


def test_the_chairs_tab_keeps_a_copy(chromium: Browser, served: Served) -> None:
    for role in ("chair", "assistant"):
        answer = served.client(role).get(f"{served.here}/paper-copy.pdf")
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF-")
    for role in ("delegate", "observer", "projector", "organizer"):
        assert served.client(role).get(f"{served.here}/paper-copy.pdf").status_code == 403
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("chair"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/chair")
    page.wait_for_function(KEPT)
    assert "as of" in (page.locator("#paper-copy").get_attribute("title") or "")
    page.set_viewport_size({"width": 1366, "height": 768})
    assert "as of" in page.locator("#paper-copy").inner_text()
    context.set_offline(True)
    assert page.evaluate(READ) == "%PDF-"
    context.close()
