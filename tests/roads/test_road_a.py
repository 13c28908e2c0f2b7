"""Road (a): from a guide to an adopted resolution, in browsers alone, with a `kill -9` in the middle."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.roads.chair import Chair
from tests.roads.people import LINKED, Delegate, Wall
from tests.roads.process import Placard
from tests.roads.record import replay_equals_floor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def test_road_a(chromium: Browser, open_placard: Callable[..., Placard]) -> None:
    placard = open_placard()
    chair = Chair(chromium, placard)
    spain, uganda, morocco = (Delegate(chromium, placard, key) for key in ("spain", "uganda", "morocco"))
    wall = Wall(chromium, placard)
    wall.picture("a-1-wall-join")

    # roll call: three answer on their phones, the dais enters the other two
    chair.press("Start the roll call")
    for delegate in (spain, uganda, morocco):
        delegate.press("I’m present")
        delegate.sees("You have answered: present")
    wall.picture("a-2-wall-roll-call")
    chair.press("All others present")
    chair.press("Close the roll call")
    chair.opens_debate()
    chair.picture("a-3-chair-debate")

    # a motion from a phone, voted on the devices
    spain.moves(
        "moderated_caucus", total_seconds="600", speech_seconds="60", topic="Water for the first harvest"
    )
    chair.sees("Water for the first harvest")
    wall.sees("Water for the first harvest")
    wall.picture("a-4-wall-motions")
    chair.puts_the_motion_by_devices()
    for delegate in (spain, uganda, morocco):
        delegate.votes("yes")
    spain.picture("a-5-phone-voted")
    chair.sees("3 of 5")
    wall.sees_nothing_of("Adopted")
    chair.press("Close the vote")
    chair.press("Announce the result")
    wall.sees("Moderated caucus")

    # the caucus: two ask for the floor from their phones, the first speaks
    uganda.press("Ask to speak")
    chair.sees("Uganda")
    morocco.press("Ask to speak")
    morocco.sees("You speak")
    chair.press("Give the floor")
    uganda.sees("You have the floor")
    wall.sees("of 1:00")
    wall.picture("a-6-wall-speaker")
    uganda.picture("a-7-phone-floor")
    chair.picture("a-8-chair-caucus")
    # a minute more, so that even a slow computer is back before the speech is over
    clock = chair.page.locator("[data-clock=speech]").first
    granted = clock.get_attribute("data-deadline")
    chair.page.locator("#speech-more").click()
    expect(clock).not_to_have_attribute("data-deadline", granted or "")
    deadline = clock.get_attribute("data-deadline")
    caucus_deadline = chair.page.locator("[data-clock=caucus]").first.get_attribute("data-deadline")
    assert deadline and caucus_deadline

    # the server is killed; everybody comes back by themselves, to the same clocks and lists
    killed = int(time.time() * 1000)
    placard.kill()
    expect(morocco.page.locator(".link-state").first).not_to_have_attribute("data-state", LINKED)
    placard.start()
    for comes_back in (chair, spain, uganda, morocco):
        comes_back.live()
    for name, ends in (("speech", deadline), ("caucus", caucus_deadline)):
        _is_right(chair.page.locator(f"[data-clock={name}]").first, int(ends), killed)
    shown = {
        person: person.page.locator("[data-clock=speech] output, output[data-clock=speech]").first
        for person in (chair, wall)
    }
    seconds = [_seconds(output.inner_text()) for output in shown.values()]
    assert abs(seconds[0] - seconds[1]) <= 1
    morocco.sees("You speak next")
    chair.press("Next")
    wall.sees("Morocco")
    morocco.sees("You have the floor")
    chair.press("Thank")
    chair.page.locator("#end-caucus").click()
    wall.sees("The floor is open")

    # a paper
    spain.page.goto(f"{placard.base}/committees/1/papers")
    spain.page.locator("form[action$='/papers'] [name=title]").fill("Water and seed for returning families")
    spain.page.locator("form[action$='/papers'] button[type=submit]").click()
    chair.sees("Water and seed for returning families")
    spain.page.goto(f"{placard.base}/committees/1/papers/WP-1")
    _clause(spain, "preambular", "Recalling", "the commitments made on water for all")
    _clause(spain, "operative", "Urges", "Members to share seed before the first rains")
    _clause(spain, "operative", "Requests", "a report on wells within one year")
    spain.picture("a-9-phone-paper")
    chair.tab("papers")
    chair.page.goto(f"{placard.base}/committees/1/papers/WP-1")
    chair.page.locator("#f-sponsor select[name=seat]").select_option("uganda")
    chair.page.locator("#sponsor").click()
    chair.sees("Uganda")
    spain.page.reload()
    spain.press("Submit")
    spain.sees("WP-1")
    chair.page.goto(f"{placard.base}/committees/1/chair")
    chair.live()
    chair.tab("papers")
    chair.press("Approve")
    chair.sees("DR 1.1")
    chair.moves_for("introduce_draft", "Spain", paper="WP-1")
    chair.puts_the_motion(yes=4, no=1)
    chair.sees("before the committee")  # the ladder on the wall names the draft before that
    wall.sees("DR 1.1")
    wall.picture("a-10-wall-document")

    # an amendment from a phone, introduced, adopted
    morocco.page.goto(f"{placard.base}/committees/1/papers/WP-1")
    morocco.page.locator("#amend > summary").click()
    clause = morocco.page.locator("[id^=amend-]").last
    clause.locator("summary").first.click()
    clause.locator("form[id^=modify-] [name=text]").fill("a report on wells and on seed within one year")
    clause.get_by_role("button", name="Move this change").click()
    morocco.sees("A1")
    morocco.picture("a-11-phone-amendment")
    chair.moves_for("introduce_amendment", "Morocco", amendment="A1")
    chair.puts_the_motion(yes=4, no=0)
    chair.tab("votes")
    chair.page.locator("form[id^=put-amendment] [name=mode]").select_option("placards")
    chair.page.locator("form[id^=put-amendment] button[type=submit]").click()
    chair.counts(yes=3, no=2)
    chair.picture("a-12-chair-papers")

    # closure, and the roll-call vote in two rounds
    chair.moves_for("close_debate", "Uganda")
    chair.puts_the_motion(yes=4, no=1)
    chair.press("Vote by roll call")
    wall.picture("a-13-wall-roll-call-vote")
    chair.calls_the_vote(lambda name, called: "pass" if name == "Spain" and called == 1 else "yes")
    chair.picture("a-14-chair-counted")
    wall.sees_nothing_of("Adopted")
    chair.press("Announce the result")
    wall.sees("Adopted")
    wall.picture("a-15-wall-result")
    spain.page.goto(f"{placard.base}/committees/1/resolutions/WP-1")
    spain.sees("on wells and on seed")
    spain.picture("a-16-resolution")
    spain.page.goto(f"{placard.base}/committees/1/minutes")
    spain.sees("DR 1.1")
    spain.picture("a-17-minutes")
    for person in (chair, spain, uganda, morocco, wall):
        assert person.faults == [], json.dumps(person.faults)
    placard.stop()
    assert replay_equals_floor(placard.data)


def _clause(delegate: Delegate, kind: str, opening: str, text: str) -> None:
    page = delegate.page
    fold = page.locator(f"#add-{kind}")
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    form = page.locator(f"#form-add-{kind}")
    form.locator("[name=opening]").fill(opening)
    form.locator("[name=text]").fill(text)
    form.locator("button[type=submit]").click()
    delegate.sees(text)


def _is_right(clock: Locator, deadline: int, killed: int) -> None:
    """The clock goes on to its deadline, or is held as it was where the stop took over half a minute."""
    if ends := clock.get_attribute("data-deadline"):
        assert int(ends) == deadline
    else:
        held = int(clock.get_attribute("data-remaining") or 0)
        assert abs(held - (deadline - killed)) < 5_000


def _seconds(shown: str) -> int:
    found = re.search(r"(\d+):(\d\d)", shown)
    assert found, shown
    return int(found[1]) * 60 + int(found[2])
