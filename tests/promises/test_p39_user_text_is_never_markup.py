"""P-39: what people type is never markup: hostile text through every field, then every page in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from app.web.openapi import openapi_paths
from tests.promises.vandal import Vandal, hostile_guide
from tests.served import Served
from tests.web.payloads import BECAME_MARKUP, MARK, PAYLOADS
from tests.web.test_bad_input import type_of
from tests.web.walk import ROLES, Noticed, open_page, paths, signed_in


@pytest.fixture(scope="module")
def vandal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vandal]:
    """A committee founded from a hostile guide, after an afternoon of payloads."""
    guide = hostile_guide(tmp_path_factory.mktemp("guide"))
    with Served(tmp_path_factory.mktemp("data"), guide=guide) as served:
        found = Vandal(served)
        found.vandalise()
        yield found


def markup(page: Page) -> list[str]:
    """What of the page is markup that somebody typed."""
    return [str(one) for one in page.evaluate(BECAME_MARKUP)]


FILLED = {
    *("topic", "reason", "insist", "title", "opening", "text", "document", "question", "grounds", "words"),
    *("ruling", "until", "remark", "office"),
}
"""Fields of acts in which people write what they like, and that are filled above."""
KEYS = {
    *("key", "seat", "seats", "order", "after", "paper", "amendment", "subject", "clause", "clauses", "kind"),
    *("to", "rule", "reader", "base", "adopted", "other", "first", "rulebook", "parameters", "name"),
    *("candidates", "votes", "lot", "times"),
    "command_id",
}
"""Fields that name something that is there; what is not there is refused (`test_bad_input.py`)."""


def test_p39_every_field_of_every_act_is_a_key_or_was_filled(vandal: Vandal) -> None:
    found = set()
    for entry in openapi_paths().values():
        fields = entry["post"]["requestBody"]["content"]["application/json"]["schema"]["properties"]
        for name, schema in fields.items():
            if "enum" not in schema and type_of(schema) not in ("integer", "boolean"):
                found.add(name)
    assert found - KEYS - FILLED == set(), "a new field: fill it above, or say that it is a key"
    assert {"points", "ruling", "warnings", "replies", "straw-polls", "suspensions"} <= vandal.said, (
        "these were in order"
    )


def test_p39_the_payloads_are_many_and_marked() -> None:
    assert len(set(PAYLOADS)) >= 50
    assert [payload for payload in PAYLOADS if MARK not in payload] == []


@pytest.mark.browser
@pytest.mark.parametrize("role", [role for role in ROLES if role != "assistant"])
def test_p39_no_page_takes_a_payload_for_markup(vandal: Vandal, chromium: Browser, role: str) -> None:
    noticed, carried = Noticed(), 0
    with signed_in(chromium, vandal.served, role, noticed) as context:
        page = context.new_page()
        for path in paths(vandal.served)[role]:
            status = open_page(page, vandal.served, path)
            assert status == 200 or (status == 404 and "/papers/" in path), path
            assert markup(page) == [], path
            assert page.evaluate("window.violations") == [], path
            carried += MARK in page.inner_text("body")
    assert noticed.bad() == {}
    assert carried >= {"nobody": 0, "projector": 1, "lobby": 0}.get(role, 5), "payloads really were shown"


@pytest.mark.browser
def test_p39_nor_does_a_page_that_is_open_while_they_are_typed(vandal: Vandal, chromium: Browser) -> None:
    noticed, served = Noticed(), vandal.served
    with (
        signed_in(chromium, served, "chair", noticed) as chair,
        signed_in(chromium, served, "delegate", noticed) as delegate,
        signed_in(chromium, served, "projector", noticed) as screen,
    ):
        views = [(chair, "chair"), (delegate, "seat"), (screen, "projector")]
        pages = [context.new_page() for context, _ in views]
        for page, (_, name) in zip(pages, views, strict=True):
            open_page(page, served, f"{served.here}/{name}")
        vote = vandal.put("motion", str(served.room().floor.motions.pending[0].number), "placards")
        vandal.chair(f"/votes/{vote}/count", yes=6, no=0)
        vandal.chair(f"/votes/{vote}/result")
        for payload in PAYLOADS[::5]:
            terms = {"total_seconds": 600, "speech_seconds": 60, "topic": payload}
            vandal.chair("/motions", seat=vandal.seats[4], kind="moderated_caucus", insist="x", **terms)
            for page in pages:
                page.wait_for_timeout(40)
                assert markup(page) == [], payload
    assert noticed.bad() == {}


@pytest.mark.browser
def test_p39_the_test_would_see_markup(vandal: Vandal, chromium: Browser) -> None:
    """The eyes of this test, held to a page that does it wrong."""
    page = chromium.new_page()
    page.set_content(f"<main>{PAYLOADS[37]}{PAYLOADS[32]}{PAYLOADS[7]}<b title='xss7'>fine</b></main>")
    found = markup(page)
    page.close()
    assert len(found) >= 2, found
