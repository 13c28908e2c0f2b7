"""The chair of a road at a laptop, with the cockpit: what a chair does, one method each."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.roads.people import LAPTOP, Person
from tests.roads.process import Placard


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
        """Put the top motion by placards, on which nobody asks to speak, enter the count and announce it."""
        self.tab("motions")
        nobody = self.page.locator("#motions [id^=waive-]").first
        vote = self.page.locator("#motions [id^=vote-]").first
        expect(nobody.or_(vote)).to_be_visible()
        if nobody.is_visible():
            nobody.click()
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

    def signs(self, name: str, paper: str = "WP-1") -> None:
        """Enter a signatory of a paper."""
        form = self.page.locator(f"#signpaper-{paper}")
        form.locator("[name=seat]").fill(name)
        form.locator("button[type=submit]").click()

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
        form, rounds = self.page.locator("#answer-vote"), dict[str, int]()
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
