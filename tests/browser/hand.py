"""One hand on a keyboard: presses keys, goes on by Tab from a landmark, and keeps the table of its steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=15_000)
MOST_TABS = 12
"""Presses of Tab from a landmark to whatever a step needs."""
NO_MOUSE = """for (const kind of ['mousedown', 'pointerdown', 'touchstart'])
  addEventListener(kind, (event) => { if (event.isTrusted) throw new Error('the mouse was used'); }, true);"""
LAND = """(mark) => { mark.setAttribute('tabindex', mark.getAttribute('tabindex') ?? '-1'); mark.focus(); }"""


@dataclass
class Hand:
    """The keyboard of one page; `steps` are what was done, with how many keys, `faults` those of scripts."""

    page: Page
    steps: list[tuple[str, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.add_init_script(NO_MOUSE)

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        self.steps.append((" ".join(keys), len(keys)))

    def act(self, *keys: str) -> None:
        """Press keys of which the last one acts, and wait for its answer: a press in flight is one press."""
        for key in keys[:-1]:
            self.page.keyboard.press(key)
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            self.page.keyboard.press(keys[-1])
        answered.value.finished()
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        self.steps.append((" ".join(keys), len(keys)))

    def type(self, words: str) -> None:
        """Type words where the caret is."""
        self.page.keyboard.type(words)
        self.steps.append((f"types {words}", len(words)))

    def reach(self, wanted: Locator, landmark: str = "#main", back: bool = False) -> int:
        """Go with Tab from a landmark (or the focus, "") to `wanted`; returns how many presses it took."""
        wanted.wait_for(state="visible")
        if landmark:
            self.page.locator(landmark).first.evaluate(LAND)
        for tabs in range(MOST_TABS + 1):
            if wanted.evaluate("one => one === document.activeElement"):
                self.steps.append((f"Tab to {wanted.inner_text().strip()[:40]}", tabs))
                return tabs
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"more than {MOST_TABS} presses of Tab lead to {wanted}")

    def do(self, wanted: Locator, landmark: str = "#main", key: str = "Enter") -> None:
        """Reach a control that acts, and press it."""
        self.reach(wanted, landmark)
        self.act(key)

    def table(self) -> str:
        """The steps as a table: what, and with how many keys."""
        return "\n".join(f"{keys:4}  {what}" for what, keys in self.steps)
