"""Paragraphs in informal consultations as they are: open, agreed ad referendum, or in brackets [UN4] (K).

A paragraph is a clause with all that is below it. What was noted of it holds for its words: where an
amendment rewrites them it is open again, where they stay it keeps its standing, whatever its number is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from resolutions.clauses import children, descendants
from resolutions.document import Clause, Document, text_hash

if TYPE_CHECKING:
    from app.procedure.floor import Floor

ParagraphState = Literal["open", "agreed", "bracketed"]


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that a delegation does not agree to; "" is the whole paragraph."""

    seat: str
    words: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted of a paragraph with the words that `wording` stands for."""

    wording: str
    agreed: bool = False
    brackets: tuple[Bracket, ...] = ()


@dataclass(frozen=True, slots=True)
class Consultations:
    """The draft under consultations ("" for none), its paragraph in hand, and what was noted so far.

    `noted` has for each draft what was noted of its paragraphs by uid; it stays when consultations end.
    """

    paper: str = ""
    clause: str = ""
    noted: Mapping[str, Mapping[str, Noted]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paragraph stands: the uid of its clause, its state, and who placed which brackets."""

    clause: str
    state: ParagraphState
    brackets: tuple[Bracket, ...] = ()


def standing_of_paragraphs(floor: Floor, paper: str) -> tuple[Standing, ...]:
    """How every paragraph of a draft stands, in the order of its text; () where it has none."""
    found = floor.papers.get(paper)
    text = found.text if found is not None else None
    return tuple(standing(floor, paper, clause) for clause in paragraphs(text)) if text is not None else ()


def paragraphs(text: Document) -> tuple[Clause, ...]:
    """The clauses that are taken one by one: the preamble's, then the operative ones."""
    return (*children(text, None, "preambular"), *children(text, None, "operative"))


def standing(floor: Floor, paper: str, clause: Clause) -> Standing:
    """How one paragraph stands with the words that it has now."""
    noted = noted_of(floor, paper, clause.uid)
    if noted.agreed:
        return Standing(clause.uid, "agreed", noted.brackets)
    return Standing(clause.uid, "bracketed" if noted.brackets else "open", noted.brackets)


def noted_of(floor: Floor, paper: str, uid: str) -> Noted:
    """What was noted of a paragraph, if it still has the words that it was noted of."""
    wording = wording_of(floor, paper, uid)
    found = floor.consultations.noted.get(paper, {}).get(uid)
    return found if found is not None and found.wording == wording else Noted(wording)


def wording_of(floor: Floor, paper: str, uid: str) -> str:
    """What stands for the words of a paragraph and of all below it; "" where it is gone."""
    found = floor.papers.get(paper)
    if found is None or found.text is None:
        return ""
    own = [clause for clause in found.text.clauses if clause.uid == uid]
    return "".join(text_hash(clause) for clause in (*own, *descendants(found.text, uid)))


def words_of(text: Document, clause: Clause) -> str:
    """The words of a paragraph with all below it, one clause a line."""
    every = (clause, *descendants(text, clause.uid))
    return "\n".join(" ".join(filter(None, (one.opening, one.text, one.text_after))) for one in every)


def with_noted(floor: Floor, paper: str, uid: str, change: Callable[[Noted], Noted]) -> Floor:
    """The floor with what is noted of one paragraph changed."""
    of_paper = {**floor.consultations.noted.get(paper, {}), uid: change(noted_of(floor, paper, uid))}
    noted = {**floor.consultations.noted, paper: of_paper}
    return replace(floor, consultations=replace(floor.consultations, noted=noted))


def only_while_debated(floor: Floor) -> Floor:
    """The floor without consultations on a draft that was decided or set aside, or whose debate is closed."""
    consultations = floor.consultations
    if not consultations.paper:
        return floor
    paper = floor.papers.get(consultations.paper)
    if paper is not None and paper.stage == "introduced" and floor.meeting.debate == "open":
        return floor
    return replace(floor, consultations=replace(consultations, paper="", clause=""))
