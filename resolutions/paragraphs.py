"""Paragraphs of a pasted resolution: which lines begin a clause, which go on, and on which level."""

from dataclasses import dataclass, replace

from resolutions.document import MOST_CLAUSES, Part
from resolutions.findings import Finding
from resolutions.line_forms import Line
from resolutions.outline import Outline, place
from resolutions.phrases import part_opened

# A line that ends so may be the end of its clause; elsewhere it is only broken there.
_COMPLETE: dict[Part, tuple[str, ...]] = {
    "preambular": (",", ";", ":", "."),
    "operative": (";", ":", "."),
}


@dataclass(frozen=True, slots=True)
class Read:
    """One clause as found: part, level (from one), words, first line, and words behind its sub-clauses."""

    part: Part
    level: int
    words: str
    line: int
    indent: int
    after: str = ""


def read_clauses(lines: tuple[Line, ...]) -> tuple[list[Read], list[Finding]]:
    """Read the clauses of a body in reading order, with what was noticed; stop beyond MOST_CLAUSES."""
    body = _Body()
    for line in lines:
        body.take(line)
        if len(body.clauses) > MOST_CLAUSES:
            break
    return body.clauses, body.findings


class _Body:
    """The clauses read so far; each line is handed in once, in order."""

    def __init__(self) -> None:
        self.clauses: list[Read] = []
        self.findings: list[Finding] = []
        self.part: Part = "preambular"
        self.outline = Outline()
        self.paragraphs = 0
        self.gap = True
        self.in_after: int | None = None  # the clause whose words behind the sub-clauses are being read

    def take(self, line: Line) -> None:
        if line.is_blank:
            self.gap = True
            return
        if line.wrap == "number":
            self._numbered(line)
        elif line.wrap is not None and self.clauses and not self._is_stray_bullet(line):
            self._lettered(line)
        else:
            self._plain(line)
        self.gap = False

    def _numbered(self, line: Line) -> None:
        if self.part == "preambular" and part_opened(line.words) == "preambular":
            self.findings.append(Finding("L09", "error", line.number))
            self._begin("preambular", line)
            return
        if self.part == "preambular":
            self.paragraphs = 0
        self._begin("operative", line)
        if int(line.marker) != self.paragraphs:
            self._notice("unknown_number", line)

    def _lettered(self, line: Line) -> None:
        placed = place(self.outline, line, self._last_words().endswith(":"))
        self.outline = placed.outline
        self._add(Read(self.part, placed.level, line.words, line.number, line.indent))
        if not placed.expected:
            self._notice("unknown_number", line)
        if placed.too_deep:
            self._notice("too_deep", line)

    def _plain(self, line: Line) -> None:
        upper = line.words[:1].isupper()
        opened = part_opened(line.words) if upper else None
        complete = self.gap or self._last_words().endswith(_COMPLETE[self.part])
        if not self.clauses or (opened is not None and complete):
            self._unmarked(line, opened or self.part)
        elif complete and not upper and self._is_behind_subclauses(line):
            self._behind_subclauses(line)
        elif self.gap and upper and self.part == "preambular":
            self._begin("preambular", line)
        elif self.gap and self._last_words().endswith("."):
            self._notice("unread", line)
        else:
            self._go_on(line)

    def _is_behind_subclauses(self, line: Line) -> bool:
        last = self.clauses[-1]
        return last.level > 1 and (self.part == "operative" or line.indent < last.indent)

    def _unmarked(self, line: Line, opened: Part) -> None:
        if opened == "preambular" and self.part == "operative":
            opened = "operative"
        if opened == "operative":
            self.paragraphs = 0 if self.part == "preambular" else self.paragraphs
            self._notice("unnumbered", line)
        self._begin(opened, line)

    def _begin(self, part: Part, line: Line) -> None:
        self.part = part
        self.paragraphs += 1
        self.outline = Outline()
        self._add(Read(part, 1, line.words, line.number, line.indent))

    def _add(self, found: Read) -> None:
        self.clauses.append(found)
        self.in_after = None

    def _behind_subclauses(self, line: Line) -> None:
        """Words behind a list belong to the nearest clause above it that is indented as they are."""
        last = self.clauses[-1]
        level, at = last.level, len(self.clauses) - 1
        while level > 1:
            at -= 1
            if self.clauses[at].level < level:
                level = self.clauses[at].level
                if self.clauses[at].indent <= line.indent:
                    break
        self.clauses[at] = replace(self.clauses[at], after=_joined(self.clauses[at].after, line.words))
        self.outline = Outline(self.outline.levels[: level - 1])
        self.in_after = at

    def _go_on(self, line: Line) -> None:
        at = len(self.clauses) - 1 if self.in_after is None else self.in_after
        found = self.clauses[at]
        if self.in_after is None:
            self.clauses[at] = replace(found, words=_joined(found.words, line.words))
        else:
            self.clauses[at] = replace(found, after=_joined(found.after, line.words))

    def _last_words(self) -> str:
        if not self.clauses:
            return ""
        return self.clauses[-1].words if self.in_after is None else self.clauses[self.in_after].after

    def _is_stray_bullet(self, line: Line) -> bool:
        listed = any(level.wrap == "bullet" for level in self.outline.levels)
        return line.wrap == "bullet" and not listed and not self._last_words().endswith(":")

    def _notice(self, rule: str, line: Line) -> None:
        self.findings.append(Finding(rule, "warn", line.number, values={"number": line.marker}))


def _joined(words: str, more: str) -> str:
    return f"{words} {more}".strip()
