"""Road (c): a bad day on the room's own network: a tie, failures, corrections, insistence, a night."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.roads.chair import Chair
from tests.roads.people import Delegate, Wall
from tests.roads.process import Placard
from tests.roads.record import replay_equals_floor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


def test_road_c(lan_chromium: Browser, open_placard: Callable[..., Placard]) -> None:
    placard = open_placard(host_name="committee.test")
    chair, wall = Chair(lan_chromium, placard), Wall(lan_chromium, placard)
    spain = Delegate(lan_chromium, placard, "spain")
    assert not chair.page.evaluate("isSecureContext"), "this road is on plain http, as a room's network is"

    chair.calls_the_roll(lambda name: "present_and_voting" if name == "Morocco" else "present")
    chair.opens_debate()

    # a count that a missing placard could turn is taken again, the majority against fails
    chair.moves_for("unmoderated_caucus", "Uganda", total_seconds="10:00")
    chair.tab("motions")
    chair.press("Vote")
    chair.counts(yes=2, no=2, announce=False)
    chair.counts(yes=2, no=3)
    chair.tab("votes")
    chair.sees("2-3")
    chair.moves_for("unmoderated_caucus", "Uganda", total_seconds="8:00")
    chair.puts_the_motion(yes=1, no=4)
    wall.sees("Failed, 1-4")
    wall.picture("c-1-wall-failed")

    # a caucus longer than the rulebook lets: refused, then insisted on
    chair.moves_for("unmoderated_caucus", "Uruguay", total_seconds="25:00")
    chair.sees("20 minutes")
    chair.picture("c-2-chair-refused")
    chair.insists("Two groups must merge their papers")
    chair.puts_the_motion(yes=4, no=1)
    wall.sees("Unmoderated caucus")
    wall.picture("c-3-wall-unmoderated")
    chair.page.locator("#end-caucus").click()

    # the device's motion is refused in words when it cannot be taken
    spain.moves(
        "moderated_caucus", total_seconds="600", speech_seconds="45", topic="Schools that flood each year"
    )
    spain.sees("45")
    spain.picture("c-4-phone-refused")

    # a paper is withdrawn by its sponsors; another goes on
    chair.tab("papers")
    chair.open("new-paper")
    chair.page.locator("#paper-form [name=title]").fill("A paper that nobody wanted")
    chair.page.locator("#paper-form [name=seat]").fill("Morocco")
    chair.page.locator("#start-paper").click()
    chair.press("Withdraw")
    expect(chair.page.locator("#paper-WP-1")).to_contain_text("withdrawn")
    chair.writes_a_paper("Schools and water", "Spain", ("Uganda",), paper="WP-2")
    chair.writes_clauses(
        ("operative", "Urges", "Members to build schools above the flood line"), paper="WP-2"
    )
    chair.tab("papers")
    chair.press("Submit for its sponsors")
    chair.press("Approve")
    chair.moves_for("introduce_draft", "Spain", paper="WP-2")
    chair.puts_the_motion(yes=4, no=1)
    wall.sees("DR 1.1")

    # suspended for the night, with the next day's time; the server is stopped and started
    chair.open("meeting-more")
    chair.page.locator("#suspend-until").fill("tomorrow at 9:30")
    chair.press("Suspend the meeting")
    wall.sees("tomorrow at 9:30")
    wall.picture("c-5-wall-suspended")
    placard.stop()
    placard.start()

    # another laptop, a second roll call; Bangladesh did not come back
    chair.leave()
    laptop = Chair(lan_chromium, placard, "dais-2")
    laptop.press("Begin the next session")
    laptop.picture("c-6-second-roll-call")
    laptop.answers_the_roll(lambda name: "absent" if name == "Bangladesh" else "present")
    laptop.sees("4 of 5")
    laptop.moves_for("close_debate", "Uganda")
    laptop.puts_the_motion(yes=3, no=1)

    # the roll call: one answer is heard wrongly and corrected before the announcement
    laptop.press("Vote by roll call")
    laptop.calls_the_vote(lambda name, called: "no" if name in ("Morocco", "Uruguay") else "yes")
    laptop.tab("votes")
    laptop.open("correct")
    form = laptop.page.locator("#correct-form")
    form.locator("[name=seat]").select_option(label="Uruguay")
    form.locator("[name=choice]").select_option("abstain")
    form.locator("[name=reason]").fill("The delegate said abstain")
    form.locator("button[type=submit]").click()
    laptop.sees("2-1-1")
    laptop.press("Announce the result")
    wall.sees("Adopted")
    wall.picture("c-7-wall-result")

    laptop.page.goto(f"{placard.base}/committees/1/minutes")
    laptop.sees("corrected")
    laptop.sees("Two groups must merge their papers")
    laptop.picture("c-8-minutes")
    expect(spain.page.locator(".link-state").first).to_be_visible()
    assert laptop.faults == [] and wall.faults == [] and spain.faults == []
    placard.stop()
    assert replay_equals_floor(placard.data)
