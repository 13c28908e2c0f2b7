"""Paragraphs of a resolution that is read: which lines begin a clause, which go on, and on which level."""

from dataclasses import replace

from resolutions.document import MOST_CLAUSES, Part
from resolutions.findings import Finding
from resolutions.phrases import Language, part_opened
from resolutions.reading.blocks import (
    NUMBERS,
    Read,
    counts_operatives,
    is_annex_heading,
    is_part_heading,
    is_section_number,
    marks_of_blocks,
    next_marked,
)
from resolutions.reading.body import Body, page_of
from resolutions.reading.heading import Head
from resolutions.reading.labels import labelled
from resolutions.reading.lines import CAPITALS, Line
from resolutions.reading.organ import is_organ_line
from resolutions.reading.outline import goes_on_with, has_list_of, is_stray_bullet, place, stands_below
from resolutions.unlisted import split_unlisted

_MARKS = (",", ";", ":", ".")


def read_clauses(
    lines: tuple[Line, ...], head: Head, language: Language = "en"
) -> tuple[list[Read], list[Finding]]:
    """Read the clauses of a body in reading order, with what was noticed; stop beyond MOST_CLAUSES.

    ``head`` takes in what of the head stands between the clauses or behind them: names, the organ's line.
    """
    body = _Reader(head, language, counts_operatives(lines, language), page_of(lines))
    for line, mark, marked in zip(lines, marks_of_blocks(lines), next_marked(lines), strict=True):
        if body.ends_before(line):
            break
        body.marked_next = marked
        body.take(line, mark)
        if len(body.clauses) > MOST_CLAUSES:
            break
    return body.clauses, body.all_findings()


class _Reader(Body):
    """Decides what each line is; each is handed in once, in order."""

    def ends_before(self, line: Line) -> bool:
        """Whether an annex begins here."""
        if self.part == "preambular" or not self.gap or not is_annex_heading(line.words):
            return False
        self.notice("annex", line)
        return True

    def take(self, line: Line, block_mark: str) -> None:
        if line.is_blank:
            self.gap = True
            return
        self.meet(line)
        if not self._is_of_the_head(line) and not self.records_adoption(line):
            self._read(line, block_mark)
        self.gap = False

    def _read(self, line: Line, block_mark: str) -> None:
        if line.wrap in NUMBERS:
            self._numbered(line)
        elif line.wrap == "1.1":
            self._decimal(line, block_mark)
        elif line.wrap is not None and self.clauses and not self._is_stray_bullet(line):
            self._lettered(line, block_mark)
        else:
            self._plain(line, block_mark)

    def _is_of_the_head(self, line: Line) -> bool:
        """Whether a line between or behind the clauses says what else stands in the head."""
        label = labelled(line.words)[0] if line.wrap is None else ""
        complete = self.is_complete()
        if label in ("sponsors", "signatories") and complete:
            self.head.take(line)
            self.naming = True
            return True
        if self.naming and self.head.goes_on(line):
            self.head.take(line)
            return True
        self.naming = False
        if not complete or line.wrap is not None:
            return False
        if self.part == "preambular" and self._names_organ(line.words):
            if not self.head.said.organ_line:
                self.head.said = replace(self.head.said, organ_line=line.words)
            return True
        return is_part_heading(line.words)

    def _names_organ(self, words: str) -> bool:
        return is_organ_line(words) and part_opened(words, self.language) is None

    def _numbered(self, line: Line) -> None:
        opened = part_opened(line.words, self.language)
        if self._is_below(line, opened):
            self._lettered(line, "")
            return
        bare = self.paragraph is not None and self.paragraph.line.wrap is None
        if self.part == "preambular" and opened == "preambular" and not (bare and line.value == 1):
            self.findings.append(Finding("L09", "error", line.number))
            self.begin("preambular", line)
            return
        if self.part == "preambular":
            self.paragraphs = 0
        self.numbered = True
        self.begin("operative", line)
        if line.value != self.paragraphs:
            self.notice("L11", line, number=line.marker)

    def _is_below(self, line: Line, opened: Part | None) -> bool:
        if self.paragraph is None or (self.part == "preambular" and opened is not None):
            return False
        announced = self.announces()
        if self.part == "preambular" and not announced and not self.outline.levels:
            return False
        return stands_below(self.outline, line, self.paragraph.line, announced, opened is not None)

    def _decimal(self, line: Line, block_mark: str) -> None:
        """1.1 below paragraph 1; anywhere else it is a mere figure at the start of a line."""
        first = int(line.marker.partition(".")[0])
        if not self.numbered or first != self.paragraphs:
            self._plain(replace(line, words=line.whole_words, wrap=None), block_mark)
            return
        self._lettered(replace(line, listed=line.listed or ("1.1", line.depth - 1)), block_mark)

    def _lettered(self, line: Line, block_mark: str) -> None:
        if self._is_lettered_paragraph(line):
            self._numbered_otherwise(line)
            return
        placed = place(self.outline, line, self.announces())
        if placed is None:
            self._unplaced(line, block_mark)
            return
        self.outline = placed.outline
        self.add(Read(self.part, placed.level, line, [line.words]))
        if not placed.expected:
            self.notice("L16", line, number=line.marker)
        if placed.too_deep:
            self.notice("too_deep", line)

    def _is_lettered_paragraph(self, line: Line) -> bool:
        """Whether a marked line is a paragraph that its author counted with letters or roman figures."""
        if self.announces() or not line.words[:1].isupper() or line.listed:
            return False
        if self._is_counted_on(line):
            return True
        if self.outline.depth > 1 and (line.wrap not in CAPITALS or has_list_of(self.outline, line)):
            return False
        opened = part_opened(line.words, self.language)
        return opened is not None and self.ends() and (opened == self.part or self.part == "preambular")

    def _is_counted_on(self, line: Line) -> bool:
        """Whether II. follows the paragraph I. though a list with capitals stands between them."""
        above = self.paragraph.line if self.paragraph else line
        follows = above.wrap == line.wrap and line.roman is not None and line.roman == (above.roman or 0) + 1
        return follows and self.ends() and part_opened(line.words, self.language) == self.part

    def _numbered_otherwise(self, line: Line) -> None:
        part = part_opened(line.words, self.language) or self.part
        self.paragraphs = 0 if part != self.part else self.paragraphs
        self.notice("L09" if part == "preambular" else "L11", line, number=line.marker)
        self.begin(part, line)

    def _unplaced(self, line: Line, block_mark: str) -> None:
        """A capital or a figure that no list leads to is a part of the words."""
        self._plain(replace(line, words=line.whole_words, wrap=None), block_mark)

    def _plain(self, line: Line, block_mark: str) -> None:
        if self._heads_section(line, block_mark):
            return
        upper = line.words[:1].isupper()
        opened = part_opened(line.words, self.language)
        begins = opened is not None and self.is_complete() and (upper or self._opens_small(opened))
        begins = begins or (upper and (self._opens_otherwise(line) or self.opens_unclosed(opened)))
        if not self.clauses or begins:
            still = self.part == "preambular" and block_mark == "," and self.numbers_ahead
            self._unmarked(line, self.part if still else opened or self.part)
        elif not upper and self._is_behind_subclauses(line):
            self.put_behind(line)
        elif self.gap and upper and self.part == "preambular" and self.ends():
            self.begin("preambular", line)
        elif upper and (self.last_words().endswith(";") or (self.gap and self.last_words().endswith("."))):
            self._apart(line, block_mark)
        else:
            self.writing.append(line.whole_words)

    def _heads_section(self, line: Line, block_mark: str) -> bool:
        """Whether a line is the number of a section, or its title below that; both are left out."""
        above = self.left_out[-1][1] if self.left_out and self.writing is self.left_out[-1][1] else []
        unmarked = block_mark not in _MARKS and part_opened(line.words, self.language) is None
        if len(above) == 1 and is_section_number(above[0]) and unmarked:
            self.writing.append(line.words)
            return True
        if self.clauses and self.gap and self.ends() and is_section_number(line.words):
            self.leave_out(line)
            return True
        return False

    def _apart(self, line: Line, block_mark: str) -> None:
        """A paragraph that stands apart in the operative part, neither numbered nor opened by a phrase."""
        if not self.last_words().endswith(".") and block_mark in (";", "."):
            self._unmarked(line, "operative")
        else:
            self.leave_out(line)

    def _opens_otherwise(self, line: Line) -> bool:
        """Whether a preambular paragraph begins with a participle that is in no list."""
        if self.part != "preambular" or not self.ends() or not self.broke_early:
            return False
        return bool(split_unlisted(line.words, "preambular", self.language)[0])

    def _opens_small(self, opened: Part) -> bool:
        return self.gap and opened == self.part == "preambular" and self.outline.depth == 1

    def _is_behind_subclauses(self, line: Line) -> bool:
        """Whether words go on with the paragraph, not with its last sub-clause, which is complete."""
        last = self.clauses[-1]
        if last.level == 1 or self.writing is not last.pieces:
            return last.level > 1 and self.ends()
        outside = line.indent < last.line.indent or (self.broke_early and line.indent <= last.line.indent)
        if not self.ends():
            ahead = self.marked_next
            inside = ahead is not None and goes_on_with(self.outline, ahead)  # the list itself goes on
            return outside and self.last_words().endswith(",") and not inside and not self.closed_before(last)
        return self.part == "operative" or self.gap or outside or self.broke_early

    def _unmarked(self, line: Line, opened: Part) -> None:
        if opened == "preambular" and self.part == "operative":
            opened = "operative"
        if opened == "operative":
            self.paragraphs = 0 if self.part == "preambular" else self.paragraphs
            self.notice("L11u", line)
        self.begin(opened, line)

    def _is_stray_bullet(self, line: Line) -> bool:
        above = self.paragraph.line if self.paragraph else line
        opened = part_opened(line.words, self.language) is not None
        if self.part == "preambular" and not opened:
            opened = bool(split_unlisted(line.words, "preambular", self.language)[0])
        below = line.indent > above.indent and self.last_words().endswith((";", "."))
        return is_stray_bullet(self.outline, line, above, self.announces() or below, opened)
