"""Informal consultations as every screen shows them: the paragraphs of the draft, each with its state."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.paragraphs import Standing, paragraphs, standing_of_paragraphs, words_of
from app.screens.directory import Directory
from app.screens.kept import kept
from app.screens.shown import Who, told, who
from resolutions.document import Document, numbering


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Words that a delegation does not agree to; "" is the whole paragraph."""

    who: Who
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `name` as delegates call it (PP1, OP2), its words, and how it stands."""

    uid: str
    name: str
    words: str
    state: str
    brackets: tuple[Bracketed, ...]
    in_hand: bool


@dataclass(frozen=True, slots=True)
class Consulting:
    """The draft under consultations; `agreed` of its paragraphs are agreed."""

    paper: str
    name: str
    paragraphs: tuple[Paragraph, ...]
    agreed: int

    @property
    def in_hand(self) -> Paragraph | None:
        """The paragraph that is taken now."""
        return next((one for one in self.paragraphs if one.in_hand), None)


@kept
def consulting(floor: Floor, directory: Directory) -> Consulting | None:
    """What the committee consults on; None where it does not."""
    key = floor.consultations.paper
    found = floor.papers.get(key) if key else None
    if found is None or found.text is None:
        return None
    text, names = found.text, _names(found.text)
    rows = tuple(
        _paragraph(floor, directory, text, one, names[one.clause])
        for one in standing_of_paragraphs(floor, key)
    )
    agreed = sum(1 for one in rows if one.state == "agreed")
    return Consulting(key, told(floor, directory).paper(key), rows, agreed)


def _paragraph(floor: Floor, directory: Directory, text: Document, one: Standing, name: str) -> Paragraph:
    clause = next(clause for clause in text.clauses if clause.uid == one.clause)
    brackets = tuple(Bracketed(who(directory, said.seat), said.words) for said in one.brackets)
    in_hand = one.clause == floor.consultations.clause
    return Paragraph(one.clause, name, words_of(text, clause), one.state, brackets, in_hand)


def _names(text: Document) -> dict[str, str]:
    """The names of paragraphs by uid: those of the preamble by their place, the others by their number."""
    numbers, names, preamble = numbering(text), {}, 0
    for clause in paragraphs(text):
        if clause.kind == "preambular":
            preamble += 1
            names[clause.uid] = f"PP{preamble}"
        else:
            names[clause.uid] = f"OP{numbers.get(clause.uid, '').rstrip('.')}"
    return names
