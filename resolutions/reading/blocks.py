"""Blocks: clauses as they are found in lines, where a block of lines ends, and headings of a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from resolutions.document import Part
from resolutions.findings import Finding
from resolutions.phrases import Language, part_opened
from resolutions.reading.lines import Line, Wrap

NUMBERS: tuple[Wrap, ...] = ("number", "1)", "(1)")
_LONGEST_QUOTED = 80

_ANNEX = re.compile(
    r"(?:annex|appendix|anexo|annexe)(?: (?:\d{1,2}|[A-Z]|[IVX]{1,4}))?\s*[.:]?", re.IGNORECASE
)
_SECTION = re.compile(r"(?:(?:section|part|sección|parte|partie)\s+)?(?:[IVX]{1,5}|[A-H])\.?", re.IGNORECASE)
_PART_HEADINGS = re.compile(
    r"(?:the )?(?:preamble|(?:pre-?|per)ambul(?:ar|atory)|operative|operational|action)"
    r"(?: (?:clauses?|paragraphs?|phrases?|part|section))?\s*:?"
    r"|cláusulas? (?:preambulatorias?|operativas?|resolutivas?)\s*:?|preámbulo|partie opérative"
    r"|(?:therefore,? )?(?:does )?hereby(?: \w+)?[,:]?|therefore[,:]"
    r"|therefore,? [^.;:]{0,100}\bhereby\s*[,:]?"
    r"|(?:now,? )?therefore,? be it (?:hereby )?resolved\b.{0,80}"
    r"|clauses? (?:préambulaires?|préambulatoires?|opératives?|opératoires?)\s*:?|préambule",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Read:
    """One clause as found: part, level (from one), first line, and the pieces of its words with their marks.

    ``behind`` are the pieces of the words that come after its sub-clauses.
    """

    part: Part
    level: int
    line: Line
    pieces: list[str]
    behind: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Give the words with the mark that closes them."""
        return " ".join(filter(None, self.pieces))

    @property
    def after(self) -> str:
        """Give the words behind the sub-clauses with the mark that closes them."""
        return " ".join(filter(None, self.behind))


def left_out(line: Line, words: str) -> Finding:
    """Give the finding that words belong to no clause: how they begin, and how many they are."""
    values = {"words": words[:_LONGEST_QUOTED], "count": len(words.split())}
    return Finding("unread", "warn", line.number, values=values)


def marks_of_blocks(lines: tuple[Line, ...]) -> list[str]:
    """Give for each line the last character of its block: the lines up to an empty or a marked one."""
    marks = [""] * len(lines)
    following = ""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        marks[at] = following or line.words[-1:]
        following = marks[at] if not line.is_blank and line.wrap is None else ""
    return marks


def next_marked(lines: tuple[Line, ...]) -> list[Line | None]:
    """Give for each line the first one behind it that has a marker."""
    following: list[Line | None] = [None] * len(lines)
    for at in range(len(lines) - 2, -1, -1):
        behind = lines[at + 1]
        following[at] = behind if behind.wrap is not None else following[at + 1]
    return following


def clause_above(clauses: Sequence[Read], line: Line) -> Read:
    """Give the clause above the last list that is indented no deeper than a line behind that list."""
    above = clauses[-1]
    for found in reversed(clauses):
        if found.level < above.level:
            above = found
            if above.level == 1 or above.line.indent <= line.indent:
                break
    return above


def is_annex_heading(words: str) -> bool:
    """Say whether a line begins an annex, which is no part of the clauses."""
    return bool(_ANNEX.fullmatch(words))


def is_section_number(words: str) -> bool:
    """Say whether a line only counts a section of a long text: "I", "Part B"."""
    return words[:1].isupper() and bool(_SECTION.fullmatch(words)) and words[-2:].upper() == words[-2:]


def is_part_heading(words: str) -> bool:
    """Say whether a line only announces a part: "Operative clauses", "PREAMBLE", "hereby:"."""
    return bool(_PART_HEADINGS.fullmatch(words))


def counts_operatives(lines: tuple[Line, ...], language: Language) -> bool:
    """Say whether the operative paragraphs are numbered, so that one without a number is still preambular."""
    firsts = (line for line in lines if line.wrap in NUMBERS and line.value == 1)
    return any(part_opened(line.words, language) == "operative" for line in firsts)
