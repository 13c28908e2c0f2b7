"""Checking: a paper is held against section E of the rules reference; each finding may carry its fix.

Rules that speak of marks, numbers and italics are kept by the layout, so a document cannot break them; where
the source of a read text did, ``resolutions.reading`` says so. Nothing here blocks: the dais decides.
"""

from dataclasses import replace

from resolutions.checking.amendments import check_amendment
from resolutions.checking.head import HEAD
from resolutions.checking.openings import OPENINGS
from resolutions.checking.structure import STRUCTURE
from resolutions.checking.terms import OFF_BY_DEFAULT, Examined, Terms
from resolutions.checking.wording import WORDING
from resolutions.document import LONGEST_OPENING, LONGEST_TEXT, MOST_CLAUSES, arranged
from resolutions.findings import Finding
from resolutions.fixes import Fix, Paper, SetHead, fixed
from resolutions.operations import Add, Modify

__all__ = [
    "OFF_BY_DEFAULT",
    "Finding",
    "Fix",
    "Paper",
    "SetHead",
    "Terms",
    "check",
    "check_amendment",
    "fixed",
]


def check(paper: Paper, terms: Terms | None = None, new_uid: str = "closing") -> tuple[Finding, ...]:
    """Find what a paper has against it, first the head and the whole, then clause by clause.

    Args:
        paper: the document with its head.
        terms: what the committee asks; without them only what holds everywhere is looked at.
        new_uid: the uid of a clause that a fix may add; the caller sees to it that it is free.

    Returns:
        Findings with rule id, clause uid, severity and, where a machine can put it right, the fix: applying
        it with ``fixed`` removes the finding.
    """
    seen = Examined(paper, terms or Terms(), new_uid)
    findings = [
        finding if _fits(finding, paper) else replace(finding, fix=())
        for rules in (HEAD, STRUCTURE, OPENINGS, WORDING)
        for rule, look in rules
        if rule not in seen.terms.off
        for finding in look(seen)
    ]
    order = {clause.uid: place for place, clause in enumerate(arranged(paper.document).clauses)}
    return tuple(sorted(findings, key=lambda finding: order.get(finding.uid or "", -1)))


def _fits(finding: Finding, paper: Paper) -> bool:
    """Whether a fix keeps the limits of a document: spelled out, words may be too long for a clause."""
    full = len(paper.document.clauses) >= MOST_CLAUSES
    for change in finding.fix:
        if isinstance(change, Modify):
            texts = (change.text, change.text_after or "")
            if len(change.opening) > LONGEST_OPENING or max(map(len, texts)) > LONGEST_TEXT:
                return False
        elif isinstance(change, Add) and full:
            return False
    return True
