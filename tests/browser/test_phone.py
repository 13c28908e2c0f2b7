"""The delegate's pages in Chromium: everyone can use them, and they do what their forms say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.phone_room import Desk, Room
from tests.browser.stage import AXE, AXE_FINDS, RULES
from tests.screens.paper_pages import beside_a_paper
from tests.screens.phone_pages import pages

HOST = "http://placard.test"
"""A name that is never looked up: every request is answered here."""
PAGES = {**pages(), **beside_a_paper()}
WIDE = ("writing", "versions", "pasted", "map", "draft", "draft-dais", "papers-dais", "codes", "overview")
"""The pages that have another layout on a desk."""


@pytest.fixture
def visits(chromium: Browser) -> Iterator[Any]:
    """Opens pages of a room; `faults` are what the policy refused and what failed in scripts."""
    contexts = []

    def visit(room: Room, path: str, width: int = 360, height: int = 640, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.faults = faults  # type: ignore[attr-defined]
        page.route("**/*", room.answer)
        for address in ("**/live", "**/typing"):
            page.route_web_socket(address, lambda socket: None)
        page.goto(f"{HOST}/{path}")
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("size", "names"), [((1366, 768), WIDE), ((320, 640), tuple(PAGES))])
def test_everyone_can_use_every_page(visits: Any, size: tuple[int, int], names: tuple[str, ...]) -> None:
    page = visits(Room(PAGES), "join", *size, bypass_csp=True)
    page.add_init_script(path=str(AXE))
    for name in names:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{HOST}/{name}")
        page.wait_for_timeout(600 if "data-sheet" in PAGES[name] else 50)
        # the whole page in view: what the tab bar covers at one moment is scrolled to at another
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": size[0], "height": height})
        found = page.evaluate(AXE_FINDS, RULES)
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == [], name


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_other_themes_are_as_legible(visits: Any, theme: str) -> None:
    page = visits(Room(PAGES), "join", bypass_csp=True)
    page.add_init_script(path=str(AXE))
    for name in ("queue", "devices", "draft"):
        page.goto(f"{HOST}/{name}")
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        page.wait_for_timeout(650)
        found = page.evaluate(AXE_FINDS, ["wcag2aa", "wcag21aa"])
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == [], name


def test_a_scanned_card_fills_the_box_and_leaves_no_token_behind(visits: Any) -> None:
    room = Room(PAGES)
    page = visits(room, "join#7kqm-2zp4-x9da")
    expect(page.locator("#code")).to_have_value("7KQM 2ZP4 X9DA")
    assert page.evaluate("location.href") == f"{HOST}/join"
    room.answers = [(404, {"refused": [{"sentence": "No seat has this code.", "field": "code"}]})]
    page.get_by_role("button", name="I’m here").click()
    expect(page.get_by_role("alert")).to_have_text("No seat has this code.")
    expect(page.locator("#code")).to_have_value("7KQM 2ZP4 X9DA")
    room.answers = [(200, {"page": "/queue", "seat": "ghana"})]
    page.get_by_role("button", name="I’m here").click()
    page.wait_for_url(f"{HOST}/queue")
    assert room.posted[-1] == ("join", {"code": "7KQM2ZP4X9DA", "name": ""})


def test_a_code_is_typed_in_groups_of_four(visits: Any) -> None:
    page = visits(Room(PAGES), "join")
    page.locator("#code").press_sequentially("7kqm2zp4x9da")
    expect(page.locator("#code")).to_have_value("7KQM 2ZP4 X9DA")
    page.locator("#code").press("Backspace")
    expect(page.locator("#code")).to_have_value("7KQM 2ZP4 X9D")


def test_a_vote_comes_up_and_arms_before_it_takes_an_answer(visits: Any) -> None:
    room = Room(PAGES)
    page = visits(room, "devices")
    expect(page).to_have_title(re.compile(r"^\(!\)"))
    expect(page.locator("[data-arming]")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Yes")).click()
    expect(page.locator("[data-sheet] .ballot [data-said]")).to_contain_text("Recorded")
    path, form = room.posted[-1]
    assert re.fullmatch(r"committees/7/votes/\d+/ballots", path) and form["choice"] == "yes"
    expect(page.locator("[data-open-ballot]")).to_have_count(0)


def test_a_motion_is_moved_with_a_question_of_the_guide_as_its_topic(visits: Any) -> None:
    room = Room(PAGES)
    page = visits(room, "debate")
    page.locator("#move > summary").click()
    page.locator("#move-moderated_caucus > summary").click()
    topics = page.locator("#topics option").evaluate_all("all => all.map((one) => one.value)")
    assert "Who pays for reintegration?" in topics
    form = page.locator("#raise-moderated_caucus")
    form.get_by_label("Topic").fill(topics[1])
    form.get_by_label("Total time").select_option(label="12 min")
    form.get_by_role("button", name="Move it").click()
    expect(form.locator("[data-said]")).to_contain_text("Recorded")
    path, given = room.posted[-1]
    del given["command_id"]
    assert path == "committees/7/motions" and given == {
        "kind": "moderated_caucus",
        "total_seconds": "720",
        "speech_seconds": "60",
        "topic": "Who pays for reintegration?",
    }


def test_without_script_the_forms_post_by_themselves(visits: Any) -> None:
    room = Room(PAGES)
    page = visits(room, "debate", java_script_enabled=False)
    page.get_by_role("button", name="Ask to speak").click()
    assert room.posted[-1][0] == "committees/7/speakers"
    page.goto(f"{HOST}/debate")
    page.locator("#move > summary").click()
    page.locator("#move-close_speakers_list > summary").click()
    page.locator("#raise-close_speakers_list").get_by_role("button").click()
    assert room.posted[-1][1]["kind"] == "close_speakers_list"


def test_a_clause_is_added_moved_and_reworded_and_nothing_half_written_is_lost(visits: Any) -> None:
    room = Desk()
    page = visits(room, "committees/7/papers/WP-1", 1366, 768)
    page.locator("#add-preambular > summary").click()
    page.locator("#new-preambular-text").fill("half a thought")
    page.locator("#add-operative > summary").click()
    page.locator("#new-operative-text").fill("Calls upon donors to set up a fund")
    page.locator("#form-add-operative").get_by_role("button", name="Add an operative clause").click()
    added = page.locator("#clause-new-3 > summary")
    expect(added).to_contain_text("3.")
    expect(added.locator("em")).to_have_text("Calls upon")
    expect(page.locator("#said")).to_contain_text("Saved")
    expect(page.locator("#new-preambular-text")).to_have_value("half a thought")
    expect(page.locator("#new-operative-text")).to_have_value("")
    added.click()
    page.locator("#up-new-3").click()
    expect(added).to_contain_text("2.")
    page.locator("#c-new-3-text").fill("donors to share the cost")
    page.locator("#change-new-3").get_by_role("button", name="Save").click()
    expect(added).to_contain_text("donors to share the cost;")
    assert [form["version"] for _, form in room.posted] == ["3", "4", "5"]
    assert page.faults == []


def test_who_writes_on_an_older_text_is_told_and_keeps_the_words(visits: Any) -> None:
    room = Desk()
    page = visits(room, "committees/7/papers/WP-1", 1366, 768)
    room.posts("", {"version": "3", "edit": "add", "kind": "operative", "text": "Urges others to wait"})
    page.locator("#clause-o2 > summary").click()
    page.locator("#c-o2-text").fill("a yearly report")
    page.locator("#change-o2").get_by_role("button", name="Save").click()
    expect(page.locator("#change-o2 [data-said]")).to_contain_text("Somebody else changed this text since.")
    expect(page.locator("#clause-new-3")).to_be_visible()
    expect(page.locator("#c-o2-text")).to_have_value("a yearly report")
    page.locator("#change-o2").get_by_role("button", name="Save").click()
    expect(page.locator("#clause-o2 > summary")).to_contain_text("a yearly report")


def test_an_amendment_is_a_changed_copy_of_the_clause(visits: Any) -> None:
    room = Room(PAGES)
    page = visits(room, "draft", 1366, 768)
    page.locator("#amend > summary").click()
    page.locator("#amend-o2 > summary").click()
    page.locator("#m-o2-text").fill("a report within one year")
    page.locator("#modify-o2").get_by_role("button", name="Move this change").click()
    expect(page.locator("#said, #modify-o2 [data-said]").first).to_be_attached()
    path, form = room.posted[-1]
    assert path == "committees/7/papers/WP-1/amendments"
    assert (form["action"], form["clause"], form["opening"]) == ("modify", "o2", "Requests")
    assert form["text"] == "a report within one year" and len(form["base"]) == 64
