"""Everybody reads their own language on a device of their own; the wall and print are in the committee's."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from websockets.sync.client import connect

from app.tables import CommitteeRow
from tests.access.sockets import COOKIE, join
from tests.afternoon import Afternoon
from tests.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CLOSED = {
    "en": "The speakers' list is closed. Ask the dais to open it.",
    "es": "La lista de oradores está cerrada. Pida a la mesa que la abra.",
}
FLOOR = {"en": "has recognized", "es": "tiene la palabra"}


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    Afternoon(served).opens()
    return served


@contextlib.contextmanager
def phone(chromium: Browser, served: Served, seat: str, locale: str) -> Iterator[Page]:
    """A delegation's phone that is set to a language."""
    context = chromium.new_context(locale=locale, extra_http_headers={"Origin": served.base})
    page = context.new_page()
    page.goto(f"{served.base}/?again")
    page.fill("#code", served.code("delegate", seat))
    page.click("form#join button[type=submit]")
    page.wait_for_selector("html[data-link=live]")
    yield page
    context.close()


def test_one_act_is_told_to_each_phone_in_its_own_language(chromium: Browser, debating: Served) -> None:
    mexico, canada = debating.members()[:2]
    with (
        phone(chromium, debating, mexico, "es-MX") as spanish,
        phone(chromium, debating, canada, "en-CA") as english,
    ):
        debating.do("chair", "/speakers-list/closure")
        for page, tag in ((spanish, "es"), (english, "en")):
            page.wait_for_function("words => document.body.innerText.includes(words)", arg=CLOSED[tag])
            assert page.get_attribute("html", "lang") == tag
            other = CLOSED["en" if tag == "es" else "es"]
            assert other not in page.inner_text("body")
        debating.do("chair", "/speakers-list/opening")
        for page, tag in ((spanish, "es"), (english, "en")):
            page.wait_for_function("words => !document.body.innerText.includes(words)", arg=CLOSED[tag])


def test_a_language_is_chosen_on_the_device_and_stays(chromium: Browser, debating: Served) -> None:
    seat = debating.members()[2]
    with phone(chromium, debating, seat, "en-GB") as page:
        debating.do("chair", "/speakers-list/closure")
        page.wait_for_function("words => document.body.innerText.includes(words)", arg=CLOSED["en"])
        page.click("details#language summary")
        page.click("details#language button[value=es]")
        page.wait_for_selector("html[lang=es][data-link=live]")
        assert CLOSED["es"] in page.inner_text("body")
        debating.do("chair", "/speakers-list/opening")
        page.wait_for_function("words => !document.body.innerText.includes(words)", arg=CLOSED["es"])
        assert page.get_attribute("details#language button[value=es]", "aria-pressed") == "true"


def test_a_language_that_there_is_not_changes_nothing(served: Served) -> None:
    with contextlib.closing(served.nobody()) as client:
        answer = client.post("/language", json={"language": "tlh"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "language" not in client.cookies
        assert (
            client.post("/language", json={"language": "es"}).headers["set-cookie"].startswith("language=es;")
        )


@pytest.mark.parametrize(("committee", "reader"), [("en", "es"), ("es", "en")])
def test_the_wall_is_in_the_committee_s_language_whoever_opens_it(
    debating: Served, committee: str, reader: str
) -> None:
    debating.ask(works_in(debating, committee))
    seat = debating.members()[3]
    debating.do("chair", "/speeches", seat=seat, after="")
    with contextlib.closing(debating.nobody()) as client:
        client.headers["accept-language"] = reader
        token = join(debating, client, "chair")
        page = client.get(f"{debating.here}/projector", headers={"accept": "text/html"}).text
        assert f'<html lang="{committee}"' in page
        shown = regions(debating, token, reader, "projector", "dais")
    debating.do("chair", "/speeches/end", seat=seat)
    assert shown["projector"]["board"] in page
    assert FLOOR[committee] in shown["dais"]["line"], "what the chair says is for the room"
    assert FLOOR[reader] not in shown["dais"]["line"] and f'lang="{committee}"' in shown["dais"]["line"]


def regions(served: Served, token: str, reader: str, *channels: str) -> dict[str, dict[str, str]]:
    """What an open socket of somebody who reads a language is shown of these channels."""
    headers = {"Cookie": f"{COOKIE}={token}", "Origin": served.base, "Accept-Language": reader}
    url = f"ws{served.base.removeprefix('http')}{served.here}/live"
    found: dict[str, dict[str, str]] = {}
    with connect(url, additional_headers=headers) as socket:
        socket.send(json.dumps({"have": {channel: {} for channel in channels}}))
        while found.keys() != set(channels):
            frame: dict[str, Any] = json.loads(socket.recv(timeout=10))
            if "channel" in frame:
                found[frame["channel"]] = frame["regions"]
    return found


async def works_in(served: Served, language: str) -> None:
    """The committee's language is changed in the rows."""

    def rows(session: Any) -> None:
        session.get_one(CommitteeRow, served.committee).language = language

    await served.house.store.write(rows)
    await served.house.beside.read_names(served.committee)
