"""The people of a road, each in a browser of their own: a chair, delegates on phones, the projector."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.roads.process import Placard

LINKED = re.compile("^(live|slow)$")
LAPTOP, PHONE, WALL = (1366, 768), (360, 640), (1920, 1080)
expect.set_options(timeout=15_000)


class Person:
    """Somebody with a browser who has joined by a code."""

    size = PHONE

    def __init__(self, browser: Browser, placard: Placard, role: str, seat: str = "") -> None:
        width, height = self.size
        self.context: BrowserContext = browser.new_context(viewport={"width": width, "height": height})
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.placard = placard
        self.page.goto(f"{placard.base}/#{placard.code(role, seat)}")
        self.page.get_by_role("button", name="I’m here").click()
        self.page.wait_for_url("**/committees/**")
        self.live()

    def live(self) -> None:
        """Wait until the page says that it is live (on a busy machine: live, and slow)."""
        expect(self.page.locator(".link-state").first).to_have_attribute("data-state", LINKED)

    def button(self, name: str) -> Locator:
        """The button whose words begin with `name` and that may be pressed."""
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).and_(
            self.page.locator(":not([aria-disabled=true])")
        )

    def press(self, name: str) -> None:
        """Press the first such button."""
        self.button(name).first.click()

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Wait until the page shows this."""
        expect(self.page.locator("body")).to_contain_text(text)

    def sees_nothing_of(self, text: str) -> None:
        """The page does not show this."""
        expect(self.page.locator("body")).not_to_contain_text(text)

    def picture(self, name: str) -> None:
        """Keep a screenshot where the pictures of tests are kept."""
        folder = self.placard.pictures
        if folder is not None:
            self.page.screenshot(path=str(folder / f"{name}.png"))

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()


class Chair(Person):
    """The chair at a laptop, with the cockpit."""

    size = LAPTOP

    def __init__(self, browser: Browser, placard: Placard, seat: str = "dais-1") -> None:
        super().__init__(browser, placard, "chair", seat)

    def open(self, details: str) -> None:
        """Open a folded part of the cockpit."""
        fold = self.page.locator(f"details#{details}")
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()

    def tab(self, name: str) -> None:
        """Turn to one of the panels."""
        self.page.locator(f"#tab-{name}").click()

    def calls_the_roll(self, present: Callable[[str], str]) -> None:
        """Walk the roll: `present` gives each delegation's answer by its name."""
        self.press("Start the roll call")
        self.answers_the_roll(present)

    def answers_the_roll(self, present: Callable[[str], str]) -> None:
        """Enter the answers of a roll call that is running, and close it."""
        form, called = self.page.locator("#answer-roll"), self.page.get_by_text("Everybody has been called")
        while True:
            expect(form.or_(called).first).to_be_visible()
            if called.count():
                break
            name = self.page.locator("#now-name").inner_text()
            form.locator(f"button[value={present(name)}]").click()
            expect(self.page.locator("#now-name")).not_to_have_text(name)
        self.press("Close the roll call")

    def opens_debate(self, topic: int = 1) -> None:
        """Open debate on a topic."""
        button = self.button("Open debate")
        if button.count() == 0 or not button.first.is_visible():
            self.open("meeting-more")
        button.first.click()

    def moves_for(self, kind: str, name: str, **terms: str) -> None:
        """Enter a motion for a delegation that raised its placard."""
        self.tab("motions")
        self.open("new-motion")
        form = self.page.locator("#motion-form")
        form.locator("select[name=kind]").select_option(kind)
        form.locator("input[name=seat]").fill(name)
        for field, value in terms.items():
            put = form.locator(f"[name={field}]")
            if put.evaluate("one => one.tagName") == "SELECT":
                put.select_option(value)
            else:
                put.fill(value)
        form.locator("#raise-motion").click()

    def adds(self, name: str) -> None:
        """Put a delegation on the speakers' list."""
        self.tab("speakers")
        self.page.locator("#add").fill(name)
        self.page.locator("#add").press("Enter")
        expect(self.page.locator("#speakers")).to_contain_text(name)

    def puts_the_motion(self, yes: int, no: int) -> None:
        """Put the top motion by placards, enter the count and announce it."""
        self.tab("motions")
        self.press("Vote")
        self.counts(yes, no)

    def puts_the_motion_by_devices(self) -> None:
        """Put the top motion to the delegations' devices."""
        self.tab("motions")
        tools = self.page.locator("#motions li.rungtools").first
        tools.locator("details > summary").first.click()
        tools.locator("[name=mode]").select_option("devices")
        tools.locator("button[id^=open-]").click()

    def counts(self, yes: int, no: int, announce: bool = True) -> None:
        """Enter the placards of the open vote."""
        self.page.locator("#count-yes").fill(str(yes))
        self.page.locator("#count-no").fill(str(no))
        self.press("Declare")
        if announce:
            self.press("Announce the result")

    def writes_a_paper(self, title: str, sponsor: str, others: tuple[str, ...], paper: str = "WP-1") -> None:
        """Start a paper for a delegation, write its clauses, and enter the other sponsors."""
        self.tab("papers")
        self.open("new-paper")
        form = self.page.locator("#paper-form")
        form.locator("[name=title]").fill(title)
        form.locator("[name=seat]").fill(sponsor)
        form.locator("#start-paper").click()
        self.sees(title)
        self.open(f"names-{paper}")
        for name in others:
            self.page.locator(f"#sponsorpaper-{paper} [name=seat]").fill(name)
            self.page.locator(f"#sponsorpaper-{paper} button[type=submit]").click()
            expect(self.page.locator(f"#paper-{paper}")).to_contain_text(name)

    def writes_clauses(self, *clauses: tuple[str, str, str], paper: str = "WP-1") -> None:
        """Write clauses (kind, opening, text) of a paper on its own page, then return to the cockpit."""
        self.page.goto(f"{self.placard.base}/committees/1/papers/{paper}")
        for kind, opening, text in clauses:
            fold = self.page.locator(f"#add-{kind}")
            if fold.get_attribute("open") is None:
                fold.locator("summary").first.click()
            form = self.page.locator(f"#form-add-{kind}")
            form.locator("[name=opening]").fill(opening)
            form.locator("[name=text]").fill(text)
            form.locator("button[type=submit]").click()
            self.sees(text)
        self.back()

    def back(self) -> None:
        """Return to the cockpit."""
        self.page.goto(f"{self.placard.base}/committees/1/chair")
        self.live()

    def insists(self, reason: str) -> None:
        """Insist on what the rulebook is against, with a reason."""
        field = self.page.locator("input[id^=insist-]").first
        field.fill(reason)
        self.press("Insist")

    def calls_the_vote(self, answer: Callable[[str, int], str]) -> None:
        """Walk a roll-call vote; `answer` gives the choice by name and round."""
        form, rounds = self.page.locator("#answer-vote"), {}
        while True:
            expect(self.page.locator("#answer-vote, #close-vote").first).to_be_visible()
            if self.page.locator("#close-vote").count():
                break
            name = self.page.locator("#now-name").inner_text()
            label = self.page.locator(".now-pane .label").first.inner_text()
            rounds[name] = rounds.get(name, 0) + 1
            form.locator(f"button[value={answer(name, rounds[name])}]").click()
            expect(self.page.locator(".now-pane .label").first).not_to_have_text(label)
        self.press("Close the vote")


class Delegate(Person):
    """A delegate on a phone."""

    def __init__(self, browser: Browser, placard: Placard, seat: str) -> None:
        super().__init__(browser, placard, "delegate", seat)

    def moves(self, kind: str, **terms: str) -> None:
        """Move something from the phone."""
        self.page.locator("#move > summary").click()
        self.page.locator(f"#move-{kind} > summary").click()
        form = self.page.locator(f"#raise-{kind}")
        for field, value in terms.items():
            put = form.locator(f"[name={field}]")
            if put.evaluate("one => one.tagName") == "SELECT":
                put.select_option(value)
            else:
                put.fill(value)
        form.get_by_role("button", name="Move it").click()

    def votes(self, choice: str) -> None:
        """Vote on the sheet that covers the page, once it is armed."""
        button = self.page.locator(f"#ballot-form-{self.open_vote()} button[value={choice}]").first
        self.page.wait_for_timeout(700)
        button.click()
        self.sees("recorded")

    def open_vote(self) -> str:
        """The number of the vote whose sheet is open."""
        sheet = self.page.locator("[id^=ballot-form-]").first
        expect(sheet).to_be_visible()
        return (sheet.get_attribute("id") or "").removeprefix("ballot-form-")


class Wall(Person):
    """The projector."""

    size = WALL

    def __init__(self, browser: Browser, placard: Placard) -> None:
        super().__init__(browser, placard, "projector")

    def live(self) -> None:
        """The wall says nothing while it is live."""
        self.page.wait_for_load_state("load")
