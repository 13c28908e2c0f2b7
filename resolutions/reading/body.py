"""The body of a resolution while it is read: its clauses so far, and how the line at hand stands to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from resolutions.document import Part
from resolutions.findings import Finding
from resolutions.phrases import Language
from resolutions.reading.blocks import Read, clause_above, left_out
from resolutions.reading.heading import Head
from resolutions.reading.lines import Line
from resolutions.reading.outline import Outline
from resolutions.wording import LIST_GOES_ON

# A line that ends so may be the end of its clause; elsewhere it is only broken there.
_COMPLETE: dict[Part, tuple[str, ...]] = {
    "preambular": (",", ";", ":", "."),
    "operative": (";", ":", "."),
}
_MARKS = (",", ";", ":", ".")
_ADOPTION = re.compile(  # 42nd plenary meeting; [Adopted without a vote.]
    r"\d{1,5}(?:st|nd|rd|th|ª|a|e|er|re|ème) (?:plenary )?"
    r"(?:meeting|sesión(?: plenaria)?|séance(?: plénière)?)"
    r"|\[(?:adopted|aprobad[ao]|adoptée?)\b.*",
    re.IGNORECASE,
)
_RAGGED = 12  # characters by which lines of one page differ


@dataclass(frozen=True, slots=True)
class Page:
    """How the lines of a text are set: whether paragraphs run over several, and how wide those are."""

    wraps: bool
    width: int


def page_of(lines: Sequence[Line]) -> Page:
    """Judge by the lines that only go on with the one before; one wide line alone does not set the width."""
    written = [line for line in lines if not line.is_blank]
    wraps = any(
        line.wrap is None and line.words[:1].islower() and above.words[-1:] not in (*_MARKS, "")
        for above, line in pairwise(written)
    )
    widths = sorted((line.width for line in written), reverse=True)
    usual = next((w for w, third in zip(widths, widths[2:], strict=False) if w - third <= _RAGGED), 0)
    return Page(wraps, usual or max(widths, default=0))


class Body:
    """The clauses read so far, the lists that are open, and the clause whose words may go on."""

    def __init__(self, head: Head, language: Language, numbers_ahead: bool, page: "Page") -> None:
        self.clauses: list[Read] = []
        self.findings: list[Finding] = []
        self.head, self.language = head, language
        self.part: Part = "preambular"
        self.outline = Outline()
        self.paragraphs = 0
        self.numbered = False
        self.numbers_ahead = numbers_ahead
        self.gap = True
        self.paragraph: Read | None = None  # the paragraph that was begun last
        self.writing: list[str] = []  # the pieces that a line which goes on is added to
        self.whole = False  # the line at hand is a paragraph of its own in the source
        self.page, self.last_width = page, 0
        self.broke_early = False  # the line before had room for the first word of this one
        self.marked_next: Line | None = None  # the first line behind the one at hand that has a marker
        self.naming = False  # names stand between or behind the clauses, and may go on
        self.recording = False  # how the text was adopted is told behind its last clause
        self.left_out: list[tuple[Line, list[str]]] = []  # lines that belong to no clause

    def meet(self, line: Line) -> None:
        """Look at a line that is not empty before it is read."""
        self.whole = line.whole
        first = len(line.words.partition(" ")[0])
        self.broke_early = not self.page.wraps or first < self.page.width - self.last_width
        self.last_width = line.width

    def begin(self, part: Part, line: Line) -> None:
        """Begin a paragraph."""
        self.part = part
        self.paragraphs += 1
        self.outline = Outline()
        self.paragraph = Read(part, 1, line, [line.words])
        self.add(self.paragraph)

    def add(self, found: Read) -> None:
        """Add a clause, whose words may go on."""
        self.clauses.append(found)
        self.writing = found.pieces

    def put_behind(self, line: Line) -> None:
        """Put words behind a list to the nearest clause above it that is indented as they are."""
        above = clause_above(self.clauses, line)
        above.behind.append(line.words)
        self.outline = Outline(self.outline.levels[: above.level - 1])
        self.writing = above.behind

    def leave_out(self, line: Line) -> None:
        """Put a line aside; what goes on behind it belongs to no clause either."""
        self.writing = [line.words]
        self.left_out.append((line, self.writing))

    def last_words(self) -> str:
        """Give the last line of the clause whose words may go on."""
        return self.writing[-1] if self.writing else ""

    def announces(self) -> bool:
        """Whether that line ends with a colon: a list follows."""
        return self.last_words().endswith(":")

    def ends(self) -> bool:
        """Whether the clause at hand may end here, by its mark or as a paragraph of its source."""
        last = self.last_words()
        return self.whole or last.endswith(_COMPLETE[self.part]) or bool(LIST_GOES_ON.search(last[-16:]))

    def is_complete(self) -> bool:
        """Whether a new clause may begin here."""
        return self.gap or self.ends()

    def records_adoption(self, line: Line) -> bool:
        """Whether a line behind the last clause tells when and how the text was adopted."""
        if self.recording:
            self.recording = line.wrap is None or line.value != self.paragraphs + 1
        elif self.part == "operative" and self.last_words().endswith("."):
            self.recording = bool(_ADOPTION.fullmatch(line.words))
        return self.recording

    def opens_unclosed(self, opened: Part | None) -> bool:
        """Whether a known phrase begins a paragraph though no mark closes the one above."""
        return opened == self.part and self.broke_early and not self.numbered

    def closed_before(self, item: Read) -> bool:
        """Whether a wrapped text closes the item above in its list otherwise: a comma closes nothing here."""
        above = self.clauses[-2]
        return self.page.wraps and above.level == item.level and above.words.endswith(";")

    def notice(self, rule: str, line: Line, **values: str) -> None:
        """Note a finding about a line."""
        self.findings.append(Finding(rule, "warn", line.number, values=values))

    def all_findings(self) -> list[Finding]:
        """Give what was noticed, with the lines that belong to no clause."""
        unread = []
        for line, pieces in self.left_out:
            unread.append(left_out(line, " ".join(pieces)))
        return [*self.findings, *unread]
