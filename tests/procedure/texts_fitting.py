"""Values about texts that mean something on a floor: digests, clauses, groups of clauses, orders."""

from __future__ import annotations

from typing import Any

from app.procedure.amendment_order import amendments_in_order
from app.procedure.floor import Floor
from app.procedure.wording import ground
from resolutions.document import Document, digest


def _texts(floor: Floor) -> list[Document]:
    """The texts that amendments go to: of drafts, and of drafts with a pending amendment."""
    papers = floor.papers.before_the_committee()
    parents = [(paper, "") for paper in papers]
    parents += [(paper, one.key) for paper in papers for one in floor.papers.pending_amendments(paper.key)]
    return [text for paper, parent in parents if (text := ground(floor, paper, parent))]


def base(floor: Floor, by: str) -> list[str]:
    """Digests of them."""
    return [digest(text) for text in _texts(floor)]


def clauses(floor: Floor, by: str) -> list[str]:
    """Their clauses."""
    return [clause.uid for text in _texts(floor) for clause in text.clauses]


def groups(floor: Floor, by: str) -> list[Any]:
    """Divisions: one clause, one part of two clauses, two parts of one."""
    texts = [paper.text for paper in floor.papers.before_the_committee() if paper.text]
    found: list[Any] = []
    for text in texts:
        uids = [clause.uid for clause in text.clauses if clause.kind == "operative"]
        found += [(uids[0],), ("+".join(uids[:2]),), tuple(uids[:2])] if uids else []
    return found


def amendment_order(floor: Floor, by: str) -> list[Any]:
    """Amendments the other way round."""
    papers = floor.papers.before_the_committee()
    orders = [[one.key for one in amendments_in_order(floor, p) if not one.parent] for p in papers]
    return [tuple(reversed(order)) for order in orders if len(order) > 1]
