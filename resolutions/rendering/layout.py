"""Layout: the one numbered tree, with closing marks in place, from which every form of a document is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resolutions.document import Clause, Document, Part, arranged, children, level, numbering, part_of
from resolutions.wording import LIST_GOES_ON, without_closing_mark


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the text: committee, symbol, who brings it, and a note such as the version.

    ``organ_between`` sets the line of the organ between the preamble and the operative part [PACR], in place
    of above both.
    """

    committee: str = ""
    symbol: str = ""
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    note: str = ""
    organ_between: bool = False


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One clause as it is printed: its number and depth, its words without mark, and the marks that follow.

    ``mark`` closes the text (a colon before sub-clauses), ``after_mark`` the words behind the sub-clauses;
    each is empty where the words have theirs already.
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
        return _line(self.opening, self.text) + self.mark

    def words_after(self) -> str:
        """Give the line behind the sub-clauses with its mark; empty when there is none."""
        return self.text_after + self.after_mark if self.text_after else ""


def laid_out(document: Document, language: str = "en") -> tuple[LaidOut, ...]:
    """Give the paragraphs of a document in reading order, each holding its sub-clauses.

    Marks follow UN practice (rules reference, section 9): commas in the preamble, semicolons between
    operative paragraphs and one full stop at the end; a colon before sub-clauses, the last of which takes the
    mark of the clause it stands under. ``language`` is that of the text: in French a space that does not
    break stands before colon and semicolon.
    """
    document = arranged(document)
    rows = children(document, None)
    numbers = numbering(document)
    last = rows[-1] if rows and rows[-1].kind == "operative" else None
    return tuple(_laid_out(document, numbers, row, "." if row is last else "", language) for row in rows)


def organ_line(document: Document, between: bool = False) -> str:
    """Give the line of the organ: a comma follows it only when a preamble does [UNED]."""
    organ = without_closing_mark(document.organ)
    preamble_follows = not between and any(c.kind == "preambular" for c in document.clauses)
    return organ + "," if organ and preamble_follows else organ


def with_organ(
    document: Document, heading: Heading | None = None, language: str = "en"
) -> tuple[LaidOut | str, ...]:
    """Give the paragraphs in reading order, with the line of the organ, where there is one, in its place.

    ``language`` is that of the text, for the space before its marks.
    """
    rows = laid_out(document, language)
    between = heading is not None and heading.organ_between
    organ = organ_line(document, between)
    place = sum(row.part == "preambular" for row in rows) if between else 0
    return (*rows[:place], *([organ] if organ else []), *rows[place:])


def masthead(heading: Heading, words: Mapping[str, str]) -> tuple[str, str]:
    """Give what stands at the left and at the right above a text; a bare number says what it counts."""
    symbol = heading.symbol
    if symbol and not any(map(str.isalpha, symbol)):
        symbol = f"{words['draft']} {symbol}"
    return heading.committee, symbol


def listed_names(names: Sequence[str]) -> str:
    """Give names as one line; semicolons part them where a comma stands in one."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _set(mark: str, language: str) -> str:
    return f"\u00a0{mark}" if language == "fr" and mark in (":", ";") else mark


def _line(opening: str, text: str) -> str:
    return " ".join(filter(None, (opening, text)))


def _still_wanted(words: str, mark: str) -> str:
    """The mark, unless the words have it: the full stop of an abbreviation, or "; and" before the next."""
    goes_on = mark in (",", ";") and LIST_GOES_ON.search(words[-16:])
    return "" if goes_on or (mark == "." and words.endswith(".")) else mark


def _laid_out(
    document: Document, numbers: Mapping[str, str], clause: Clause, closing: str, language: str
) -> LaidOut:
    part = part_of(document, clause.uid)
    between = "," if part == "preambular" else ";"
    closing = closing or between
    below = children(document, clause.uid)
    last_mark = between if clause.text_after else closing
    opening = without_closing_mark(clause.opening) if not clause.text else clause.opening
    text, after = without_closing_mark(clause.text), without_closing_mark(clause.text_after)
    mark = ":" if below else "" if clause.text_after else closing
    return LaidOut(
        uid=clause.uid,
        part=part,
        level=level(document, clause.uid),
        number=numbers[clause.uid],
        opening=opening,
        text=text,
        mark=_set(_still_wanted(_line(opening, text), mark), language),
        text_after=after,
        after_mark=_set(_still_wanted(after, closing), language),
        children=tuple(
            _laid_out(document, numbers, c, last_mark if c is below[-1] else between, language) for c in below
        ),
    )


def flat(row: LaidOut) -> tuple[LaidOut, ...]:
    """Give a row and all rows below it, in reading order."""
    return (row, *(below for child in row.children for below in flat(child)))
