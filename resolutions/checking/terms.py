"""Terms: what a committee asks of its papers, and the small parts that its checks share."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from resolutions.document import Clause, Document, Part, arranged, text_hash
from resolutions.findings import Finding
from resolutions.fixes import Paper
from resolutions.operations import Modify
from resolutions.phrases import Language, Phrases, phrases
from resolutions.prose import Message, address

Look = Callable[["Examined"], Iterable[Finding]]
Rules = tuple[tuple[str, Look], ...]
"""Rule ids, each with the function that looks: a rule that is switched off is never computed."""

OFF_BY_DEFAULT = frozenset({"L21", "L28", "L30"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a committee asks of its papers; what is left empty is not asked.

    Attributes:
        language: of the opening phrases.
        organ: the line that opens a text, without its comma, such as "The Council".
        is_security_council: reserved phrases are in order, a title is not.
        reserved: what a reserved phrase is elsewhere: nothing, a warning or an error.
        sponsors_least, sponsors_most, signatories_least: numbers already computed by the rulebook.
        observers: names of those who do not vote; whether they may sponsor or sign.
        symbol_pattern: a regular expression of the rulebook that a whole symbol matches.
        symbols_taken: symbols of the committee's other documents.
        preamble_amendable: whether an amendment may change the preamble.
        off: rules that are not looked at, by their ids.
    """

    language: Language = "en"
    organ: str = ""
    is_security_council: bool = False
    reserved: Literal["off", "warn", "error"] = "warn"
    sponsors_least: int = 0
    sponsors_most: int | None = None
    signatories_least: int = 0
    observers: frozenset[str] = frozenset()
    observers_may_sponsor: bool = False
    observers_may_sign: bool = False
    symbol_pattern: str = ""
    symbols_taken: frozenset[str] = frozenset()
    preamble_amendable: bool = False
    off: frozenset[str] = OFF_BY_DEFAULT


@dataclass(frozen=True)
class Examined:
    """A paper under examination, with the terms it is held against and an uid for a clause to be added."""

    paper: Paper
    terms: Terms
    new_uid: str = "closing"

    @property
    def document(self) -> Document:
        """The text of the paper."""
        return self.paper.document

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases of the committee's language."""
        return phrases(self.terms.language)

    def where(self, uid: str) -> Message:
        """Name a clause: "operative paragraph 2 (a)"."""
        return address(self.document, uid)

    @cached_property
    def places(self) -> Mapping[str, tuple[Part, int]]:
        """The part and the level of each clause, by its uid."""
        places: dict[str, tuple[Part, int]] = {}
        for clause in arranged(self.document).clauses:
            part, above = places.get(clause.parent or "", ("operative", 0))
            if clause.kind != "sub":
                part = clause.kind
            places[clause.uid] = (part, above + 1)
        return places

    @cached_property
    def below(self) -> Mapping[str | None, tuple[Clause, ...]]:
        """The clauses directly under each clause, in order; under None the paragraphs."""
        below: dict[str | None, tuple[Clause, ...]] = {}
        for clause in arranged(self.document).clauses:
            below[clause.parent] = (*below.get(clause.parent, ()), clause)
        return below

    def under(self, clause: Clause) -> tuple[Clause, ...]:
        """Give the clauses directly under a clause, in order."""
        return self.below.get(clause.uid, ())


def words(clause: Clause) -> str:
    """Give the opening and the text of a clause as one line."""
    return " ".join(filter(None, (clause.opening, clause.text)))


def reworded(
    clause: Clause, opening: str | None = None, text: str | None = None, text_after: str | None = None
) -> Modify:
    """Give the change of a clause's words; None keeps what is there."""
    return Modify(
        clause.uid,
        text_hash(clause),
        clause.opening if opening is None else opening,
        clause.text if text is None else text,
        clause.text_after if text_after is None else text_after,
    )
