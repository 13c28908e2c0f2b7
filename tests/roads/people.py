"""The people of a road, each in a browser of their own: a chair, delegates on phones, the projector."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.roads.process import Placard

LINKED = re.compile("^(live|slow)$")
LAPTOP, PHONE, WALL = (1366, 768), (360, 640), (1920, 1080)


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
        expect(self.page.locator(".link-state").first).to_have_attribute("data-state", LINKED, timeout=60_000)

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
