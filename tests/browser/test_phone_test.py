"""Test with a phone: a code, a page that tries everything, an organizer's page that follows; real links."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bad_link import BadLink, bad_link
from tests.browser.room import picture, violations
from tests.served import Served

pytestmark = pytest.mark.browser
HANG_MS = 30_000
"""Guards against a hang; every wait is for what happens."""
PHONE = {"viewport": {"width": 360, "height": 640}, "bypass_csp": True}


@pytest.fixture
def organizer(chromium: Browser, served: Served) -> Iterator[Page]:
    """The organizer's page, with a code of its own."""
    served.house.phone_tests.__init__()  # type: ignore[misc]
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("organizer"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organizer")
    page.get_by_role("link", name="Test with my phone").first.click()
    expect(page.locator("#rows")).to_contain_text("No phone yet")
    yield page
    context.close()


def came(chromium: Browser, organizer: Page, origin: str) -> Page:
    """A phone scans the code, over the link at `origin`; its page has opened."""
    address = organizer.locator("#test-address").inner_text()
    phone = chromium.new_context(**PHONE).new_page()  # type: ignore[arg-type]
    phone.goto(re.sub(r"^http://[^/]+", origin, address))
    return phone


def said(phone: Page) -> str:
    """What the phone says in the end."""
    expect(phone.locator("[data-verdict=wait]")).to_be_hidden(timeout=HANG_MS)
    return phone.locator("#verdict").inner_text()


def tried(page: Page) -> list[str | None]:
    """The states of the steps on a page, in their order."""
    return [one.get_attribute("data-state") for one in page.locator(".checks li").all()]


def test_a_phone_for_which_all_works(chromium: Browser, served: Served, organizer: Page) -> None:
    phone = came(chromium, organizer, served.base)
    assert said(phone) == "All works. The organizer sees it, too."
    assert tried(phone) == ["done"] * 5
    expect(organizer.get_by_role("heading", name="A phone was here: all works")).to_be_visible(
        timeout=HANG_MS
    )
    assert tried(organizer) == ["done"] * 5
    for page, name in ((phone, "phone-test-works"), (organizer, "phone-test-organizer")):
        assert violations(page) == []
        picture(page, name)
    phone.context.close()


def without_upgrade(asked: bytes) -> bytes:
    """As a proxy that passes on neither Upgrade nor Connection."""
    return re.sub(rb"(?mi)^(?:upgrade|connection):[^\r\n]*\r\n", b"", asked)


def portal(asked: bytes) -> bytes:
    """As a Wi-Fi that answers with a page of its own."""
    return re.sub(rb"GET /phone-test/[^/ ]+/pulse\S*", b"GET /help", asked)


def test_a_proxy_that_refuses_upgrades_is_named_and_no_disaster(
    chromium: Browser, served: Served, organizer: Page
) -> None:
    with bad_link(served.port) as link:
        link.on_asked = without_upgrade
        phone = came(chromium, organizer, f"http://127.0.0.1:{link.here}")
        assert said(phone) == "It works, with what is said above."
        expect(phone.locator("#step-line")).to_contain_text("A proxy or firewall between refuses websockets.")
        picture(phone, "phone-test-refused")
        phone.context.close()
    row = organizer.locator("#rows")
    expect(row).to_contain_text("A phone was here: it works, with one thing to know", timeout=HANG_MS)
    expect(row).to_contain_text("The live line: refused by a proxy or firewall")
    assert tried(organizer) == ["done", "done", "done", "look", "done"]


def test_a_page_that_answers_in_place_of_placard_is_told_apart(
    chromium: Browser, served: Served, organizer: Page
) -> None:
    with bad_link(served.port) as link:
        link.on_asked = portal
        phone = came(chromium, organizer, f"http://127.0.0.1:{link.here}")
        assert said(phone).startswith("It does not work yet.")
        expect(phone.locator("#step-answers")).to_contain_text("this Wi-Fi has a sign-in page of its own")
        assert tried(phone) == ["done", "stop", "wait", "wait", "wait"]
        phone.context.close()
    expect(organizer.locator("#rows")).to_contain_text("A phone is here", timeout=HANG_MS)
    assert tried(organizer)[:2] == ["done", "wait"], "it opened the page; nothing more arrived"


@pytest.mark.long
def test_a_phone_that_leaves_the_network_is_told_and_the_organizer_sees_how_far_it_came(
    chromium: Browser, served: Served, organizer: Page
) -> None:
    def leaves(asked: bytes) -> bytes:
        link.refuses = link.refuses or b"/pulse" in asked
        return b"" if link.refuses else asked

    with bad_link(served.port) as link:
        link.on_asked = leaves
        phone = came(chromium, organizer, f"http://127.0.0.1:{link.here}")
        link_reset(link, phone)
        assert said(phone).startswith("It does not work yet.")
        expect(phone.locator("#step-answers")).to_contain_text("turn mobile data off")
        phone.context.close()
    expect(organizer.locator("#rows h2")).to_have_text(
        "A phone was here, and got no further than this", timeout=HANG_MS
    )


def link_reset(link: BadLink, phone: Page) -> None:
    """The network is gone as soon as the phone asks for something."""
    phone.wait_for_function("document.querySelector('[data-phone-test]') !== null")
    link.reset()


@pytest.mark.long
def test_a_wrong_clock_and_a_slow_link_are_told(chromium: Browser, served: Served, organizer: Page) -> None:
    with bad_link(served.port) as link:
        address = organizer.locator("#test-address").inner_text()
        context = chromium.new_context(**PHONE)  # type: ignore[arg-type]
        context.add_init_script("{ const now = Date.now; Date.now = () => now() + 3_600_000 * 3; }")
        phone = context.new_page()
        link.latency = 1.0
        phone.goto(re.sub(r"^http://[^/]+", f"http://127.0.0.1:{link.here}", address))
        assert said(phone) == "It works, with what is said above."
        expect(phone.locator("#step-clock")).to_contain_text("It is 3 hours off.")
        expect(phone.locator("#step-answers")).to_contain_text("the Wi-Fi is full or far away")
        context.close()
    expect(organizer.locator("#rows")).to_contain_text("The clock: is wrong", timeout=HANG_MS)
    expect(organizer.locator("#rows")).to_contain_text("the Wi-Fi is full or far away")


def test_a_code_that_is_over_says_so_and_nothing_strange_is_noted(served: Served) -> None:
    nobody = served.nobody()
    assert nobody.get("/phone-test/unknown", headers={"Accept": "text/html"}).status_code == 404
    assert nobody.get("/phone-test/unknown/pulse").status_code == 404
    test = served.house.phone_tests.open("somebody", 1_000)
    assert not served.house.phone_tests.runs(test, 1_000 + 3 * 3_600_000)
    running = served.client("organizer").get("/organizer/phone-test", headers={"Accept": "text/html"}).text
    code = re.search(r"/phone-test/([\w-]{12})<", running)
    assert code is not None
    key = re.search(r'data-phone="(\w+)"', nobody.get(f"/phone-test/{code[1]}").text)
    assert key is not None
    strange = {"phone": key[1], "answers": "<b>", "press": "ok", "round": "-5", "clock": "9" * 40}
    assert nobody.get(f"/phone-test/{code[1]}/pulse", params=strange).status_code == 200
    phone = served.house.phone_tests.phone(code[1], key[1])
    assert phone is not None
    assert (phone.answers, phone.press, phone.round_ms, phone.clock_s) == ("", "ok", 0, None)
    assert served.client("delegate", "ghana").get("/organizer/phone-test").status_code == 403
    nobody.close()
