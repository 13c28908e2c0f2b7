"""The check beside a text that is written: findings as sentences, and which one press puts right."""

from __future__ import annotations

from dataclasses import dataclass

from app.words import Language
from app.words.said_of_texts import finding_sentence
from resolutions.document import Document
from resolutions.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Noticed:
    """One finding: its place in the list (from 0), its rule, its clause ("" for the whole text)."""

    place: int
    rule: str
    severity: Severity
    clause: str
    says: str
    fixable: bool


def noticed(found: tuple[Finding, ...], document: Document, tongue: Language) -> tuple[Noticed, ...]:
    """The findings of a text in its order, as `tongue` says them; nothing of a text without clauses."""
    if not document.clauses:
        return ()
    return tuple(
        Noticed(place, one.rule, one.severity, one.uid or "", finding_sentence(one, tongue), bool(one.fix))
        for place, one in enumerate(found)
    )
