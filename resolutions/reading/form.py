"""Form: where the source of a resolution departs from its form, which the layout has put right."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from resolutions.document import Clause
from resolutions.findings import Finding
from resolutions.phrases import Language
from resolutions.reading.blocks import Read
from resolutions.reading.heading import Heading
from resolutions.wording import LIST_GOES_ON, without_closing_mark

_FORMS = {2: ("(a)",), 3: ("(a)",), 4: ("a.",)}
_HALF_BRACKETED = ("es", "fr")  # the United Nations write a) and i) in Spanish and French
_OF_ANOTHER_LEVEL = {2: "i", 3: "a"}


def departures(
    clauses: Sequence[Read], made: Sequence[Clause], heading: Heading, language: Language = "en"
) -> Iterator[Finding]:
    """Find what rules L06, L08, L13 to L16, L18 and L20 of the rules reference have to say of the source.

    ``made`` are the clauses of the document, one for each that was read.
    """
    yield from _organ(clauses, heading)
    for at, (found, clause) in enumerate(zip(clauses, made, strict=True)):
        following = clauses[at + 1] if at + 1 < len(clauses) else None
        yield from _marks(found, following, clause.uid)
    yield from _last(clauses, made)
    yield from _markers(clauses, language)
    yield from _slant(clauses, made)


def _organ(clauses: Sequence[Read], heading: Heading) -> Iterator[Finding]:
    preamble = any(found.part == "preambular" for found in clauses)
    if heading.organ and heading.organ_line.endswith(",") != preamble:
        yield Finding("L06" if preamble else "L06n", "error", values={"organ": heading.organ})


def _marks(found: Read, following: Read | None, uid: str) -> Iterator[Finding]:
    """The mark behind one clause: what it must be follows from the clause that comes next."""
    if following and following.level > found.level:
        if not found.words.endswith(":"):
            yield Finding("L15", "error", found.line.number, uid)
        return
    if following is None:
        return
    wanted = "," if found.part == "preambular" else ";"
    ended = found.words.endswith(wanted) or bool(LIST_GOES_ON.search(found.words[-16:]))
    closes = following.level == 1
    if not ended and not (closes and found.level > 1 and found.words.endswith((",", ";"))):
        rule = "L08" if found.part == "preambular" else "L13"
        yield Finding(rule if found.level == 1 else "L18", "error", found.line.number, uid)


def _last(clauses: Sequence[Read], made: Sequence[Clause]) -> Iterator[Finding]:
    """One full stop, at the very end."""
    operative = [at for at, found in enumerate(clauses) if found.part == "operative"]
    if not operative:
        return
    for at in operative[:-1]:
        words = clauses[at].words
        if words.endswith(".") and without_closing_mark(words) != words:
            yield Finding("L14", "error", clauses[at].line.number, made[at].uid)
    paragraph = next(found for found in reversed(clauses) if found.level == 1)
    if not (paragraph.after or clauses[-1].words).endswith("."):
        yield Finding("L14n", "error", clauses[-1].line.number, made[-1].uid)


def _markers(clauses: Sequence[Read], language: Language) -> Iterator[Finding]:
    """The forms of the numbers of sub-clauses, said once; a list of letters holds those of roman figures."""
    for above, found in pairwise(clauses):
        wrap = found.line.wrap
        if found.level == 1 or found.line.listed is not None:
            continue
        first = found.level > above.level
        right = _FORMS[found.level] + (("a)",) if language in _HALF_BRACKETED else ())
        turned = first and found.line.marker == _OF_ANOTHER_LEVEL.get(found.level)
        if turned or wrap not in right:
            yield Finding("L16f", "error", found.line.number)
            return


def _slant(clauses: Sequence[Read], made: Sequence[Clause]) -> Iterator[Finding]:
    """Opening phrases that the source does not set off, said once."""
    told = [
        (found, clause)
        for found, clause in zip(clauses, made, strict=True)
        if clause.opening and found.line.slanted is not None
    ]
    short = [f for f, clause in told if (f.line.slanted or 0) < len(clause.opening)]
    upright = short if 2 * len(short) > len(told) else [f for f in short if not f.line.slanted]
    if upright:
        yield Finding("L20", "warn", upright[0].line.number)
