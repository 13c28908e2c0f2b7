"""Layout: the one numbered tree, with closing marks in place, from which every form of a document is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from resolutions.document import Clause, Document, Part, arranged, children, level, numbering, part_of
from resolutions.wording import without_closing_mark


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One clause as it is printed: its number and depth, its words without mark, and the marks that follow.

    ``mark`` closes the text (a colon before sub-clauses), ``after_mark`` the words behind the sub-clauses.
    """

    uid: str
    part: Part
    level: int
    number: str
    opening: str
    text: str
    mark: str
    text_after: str
    after_mark: str
    children: tuple["LaidOut", ...]

    def words(self) -> str:
        """Give the opening, the text and the mark as one line."""
        return closed(" ".join(filter(None, (self.opening, self.text))), self.mark)

    def words_after(self) -> str:
        """Give the line behind the sub-clauses with its mark; empty when there is none."""
        return closed(self.text_after, self.after_mark) if self.text_after else ""


def laid_out(document: Document) -> tuple[LaidOut, ...]:
    """Give the paragraphs of a document in reading order, each holding its sub-clauses.

    Marks follow UN practice (rules.md section 9): commas in the preamble, semicolons between operative
    paragraphs and one full stop at the end; a colon before sub-clauses, the last of which takes the mark of
    the clause it stands under.
    """
    document = arranged(document)
    rows = children(document, None)
    numbers = numbering(document)
    return tuple(
        _laid_out(document, numbers, row, "." if row is rows[-1] and row.kind == "operative" else "")
        for row in rows
    )


def organ_line(document: Document) -> str:
    """Give the line that opens the text: a comma follows the organ only when a preamble does [UNED]."""
    organ = without_closing_mark(document.organ)
    has_preamble = any(c.kind == "preambular" for c in document.clauses)
    return organ + "," if organ and has_preamble else organ


def closed(words: str, mark: str) -> str:
    """Put a mark behind words; a full stop that stands there already (an abbreviation's) is not doubled."""
    return words if mark == "." and words.endswith(".") else words + mark


def _laid_out(document: Document, numbers: Mapping[str, str], clause: Clause, closing: str) -> LaidOut:
    part = part_of(document, clause.uid)
    between = "," if part == "preambular" else ";"
    closing = closing or between
    below = children(document, clause.uid)
    last_mark = between if clause.text_after else closing
    return LaidOut(
        uid=clause.uid,
        part=part,
        level=level(document, clause.uid),
        number=numbers[clause.uid],
        opening=without_closing_mark(clause.opening) if not clause.text else clause.opening,
        text=without_closing_mark(clause.text),
        mark=":" if below else ("" if clause.text_after else closing),
        text_after=without_closing_mark(clause.text_after),
        after_mark=closing,
        children=tuple(
            _laid_out(document, numbers, c, last_mark if c is below[-1] else between) for c in below
        ),
    )
