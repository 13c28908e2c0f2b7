"""The check beside the text of a paper: what is against its form, and the changes that put it right."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from resolutions.checking import OFF_BY_DEFAULT, Fix, Paper, Terms, check, fixed
from resolutions.document import Document
from resolutions.findings import Finding
from resolutions.operations import Add
from resolutions.phrases import language_of

CLOSING = "closing"
OF_THE_HEAD = frozenset({"L01", "L02", "L03", "L04", "L34", "L35"})
"""What the page says elsewhere or sets itself: names are counted beside the text, the symbol comes later."""


@lru_cache(maxsize=256)
def findings_of(document: Document) -> tuple[Finding, ...]:
    """What is found in the text of a paper while it is written; not fast, so it is kept for each text.

    The order is that of the text, and the same for the same text: a press may name a finding by its place. A
    clause that a fix adds is called CLOSING.
    """
    language = language_of(f"{clause.opening} {clause.text}" for clause in document.clauses)
    council = "security council" in document.organ.casefold()
    off = OFF_BY_DEFAULT | OF_THE_HEAD
    terms = Terms(language=language, is_security_council=council, off=off)
    return check(Paper(document), terms, CLOSING)


def put_right(document: Document, place: str, rule: str, new_uid: str) -> Document | None:
    """The text with the finding at `place` (from 0, in figures) put right; None where it is not there.

    `rule` is what the reader saw there, so that a place that shifted is never taken for another.
    """
    found = findings_of(document)
    at = int(place) if place.isdecimal() and len(place) < 5 else len(found)
    if at >= len(found) or found[at].rule != rule or not found[at].fix:
        return None
    return fixed(Paper(document), tuple(_called(one, new_uid) for one in found[at].fix)).document


def _called(change: Fix, new_uid: str) -> Fix:
    """A change that calls the clause it adds `new_uid`."""
    return replace(change, uid=new_uid) if isinstance(change, Add) and change.uid == CLOSING else change
