"""Road (b): no delegate has a device. Everything is entered by the dais, for the whole sample committee."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.roads.chair import Chair
from tests.roads.people import Wall
from tests.roads.process import Placard
from tests.roads.record import replay_equals_floor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


def test_road_b(chromium: Browser, open_placard: Callable[..., Placard]) -> None:
    placard = open_placard(guide=None)
    chair, wall = Chair(chromium, placard), Wall(chromium, placard)

    # all present in one press, then two are unticked
    chair.press("Start the roll call")
    chair.press("All others present")
    for name in ("Cuba", "Peru"):
        chair.page.get_by_role("button", name=f"{name}: absent").or_(
            chair.page.locator(f"[aria-label*='{name}'][value=absent]")
        ).first.click()
    chair.press("Close the roll call")
    chair.sees("28 of 30")
    chair.opens_debate()

    # the list, a caucus with two speakers
    chair.adds("Ghana")
    chair.adds("Viet")
    chair.press("Give the floor")
    wall.sees("Ghana")
    wall.picture("b-1-wall-speaker")
    chair.press("Thank")
    chair.moves_for(
        "moderated_caucus", "Mexico", total_seconds="10:00", speech_seconds="60", topic="Notice of return"
    )
    chair.puts_the_motion(yes=20, no=11)
    wall.sees("Notice of return")
    chair.adds("Honduras")
    chair.adds("Haiti")
    chair.press("Give the floor")
    chair.sees("recognized Honduras")
    wall.picture("b-2-wall-caucus")
    chair.picture("b-3-chair-caucus")
    placard.kill()
    placard.start()
    chair.live()
    chair.sees("recognized Honduras")
    chair.press("Next")
    chair.sees("recognized Haiti")
    chair.press("Thank")
    chair.page.locator("#end-caucus").click()

    # a paper for Ghana with sponsors and signatures
    others = ("Honduras", "Mexico", "Haiti", "Ecuador")
    chair.writes_a_paper("Reintegration in the first months", "Ghana", others)
    chair.signs("Chile")
    chair.writes_clauses(
        ("preambular", "Recalling", "the Global Compact for Safe, Orderly and Regular Migration"),
        ("operative", "Urges", "States to give notice before removal flights"),
        ("operative", "Requests", "a yearly report on reintegration"),
    )
    chair.tab("papers")
    chair.press("Submit for its sponsors")
    chair.press("Approve")
    chair.moves_for("introduce_draft", "Ghana", paper="WP-1")
    chair.puts_the_motion(yes=25, no=5)
    wall.sees("DR 1.1")
    wall.picture("b-4-wall-document")

    # an amendment for Chile, signed by three more
    chair.tab("papers")
    chair.open("amend-WP-1")
    form = chair.page.locator("#amend-form-WP-1")
    form.locator("[name=seat]").fill("Chile")
    form.locator("[name=clause]").select_option(index=2)
    form.locator("[name=opening]").fill("Requests")
    form.locator("[name=text]").fill("a yearly report on reintegration and on families")
    form.locator("#propose-WP-1").click()
    chair.sees("A1")
    for name in ("Ecuador", "Haiti", "Mexico"):
        chair.page.locator("#sign-A1 [name=seat]").fill(name)
        chair.page.locator("#sign-A1 button[type=submit]").click()
        expect(chair.page.locator("#amendment-A1")).to_contain_text(name)
    chair.moves_for("introduce_amendment", "Chile", amendment="A1")
    chair.puts_the_motion(yes=22, no=8)
    chair.tab("votes")
    chair.page.locator("form[id^=put-amendment] [name=mode]").select_option("placards")
    chair.page.locator("form[id^=put-amendment] button[type=submit]").click()
    wall.sees("families")
    wall.picture("b-5-wall-amendment")
    chair.counts(yes=16, no=12)

    # closure and the roll call of 28, with a pass, noes and abstentions
    chair.moves_for("close_debate", "Spain")
    chair.puts_the_motion(yes=25, no=5)
    chair.press("Vote by roll call")
    choices = {"Argentina": "abstain", "Bolivia": "no", "Canada": "no", "Chile": "yes"}
    chair.calls_the_vote(
        lambda name, called: "pass" if name == "China" and called == 1 else choices.get(name, "yes")
    )
    chair.press("Announce the result")
    wall.sees("Adopted")
    wall.picture("b-6-wall-result")
    chair.picture("b-7-chair-result")
    chair.page.goto(f"{placard.base}/committees/1/resolutions/WP-1")
    chair.sees("and on families")
    chair.picture("b-8-resolution")
    chair.page.goto(f"{placard.base}/committees/1/minutes")
    chair.sees("entered by the dais")
    assert chair.faults == [] and wall.faults == []
    placard.stop()
    assert replay_equals_floor(placard.data)
