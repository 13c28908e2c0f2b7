"""Division of the question: parts of a draft voted on apart from the rest, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, impossible
from app.procedure.adoption import Reclassified, reclass, reclassified, rewritten
from app.procedure.before_the_committee import is_before
from app.procedure.decisions import paper_decided
from app.procedure.documents import Paper, Part, PartStage
from app.procedure.sponsorship import text_is_put
from resolutions.amendments import Strike, apply, distance
from resolutions.document import Clause, Document, children, clause_at, descendants, digest, part_of

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion
    from app.procedure.terms import Terms

JOIN = "+"
"""What stands between the clauses of one group in the terms of a motion."""


@dataclass(frozen=True, slots=True)
class QuestionDivided:
    """These parts of a draft are voted on apart from the rest, in this order."""

    paper: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PartDecided:
    """The committee voted on a part. `struck` are the clauses (uids) that leave the text now, by a revision.

    `annex` are the clauses that become an annex; `digest` is of the new text, "" where it stays as it was;
    `others` puts every pending amendment into its class, as an adoption does.
    """

    part: str
    kept: bool
    struck: tuple[str, ...] = ()
    annex: tuple[Clause, ...] = ()
    digest: str = ""
    others: tuple[Reclassified, ...] = ()


def waiting_parts(floor: Floor, paper: Paper) -> tuple[Part, ...]:
    """The parts of a draft that are still to be put: those of which the text holds a clause."""
    text = paper.text
    if text is None:
        return ()
    waiting = (part for part in floor.papers.of(paper.key) if part.stage == "waiting")
    return tuple(part for part in waiting if _left(text, part.clauses))


def _left(text: Document, clauses: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the clauses that are still in the text."""
    return tuple(uid for uid in clauses if clause_at(text, uid) is not None)


def check_division(floor: Floor, terms: Terms) -> Refusals:
    """Groups of clauses of a draft before the committee, none of them twice; the preamble by switch [DUM]."""
    paper = floor.papers.get(terms.paper)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield from is_before(paper, "paper")
        return
    if text_is_put(floor, paper.key):
        yield impossible("vote.open_now")
    named = [uid for group in terms.clauses for uid in group.split(JOIN)]
    taken = {uid for part in waiting_parts(floor, paper) for uid in part.clauses}
    if any(clause_at(paper.text, uid) is None for uid in named):
        yield impossible("division.no_clause", "clauses")
        return
    below = {clause.uid for uid in {*named, *taken} for clause in descendants(paper.text, uid)}
    if len(set(named)) < len(named) or taken & set(named) or below & set(named):
        yield impossible("division.twice", "clauses")
    in_preamble = any(part_of(paper.text, uid) == "preambular" for uid in named)
    if in_preamble and not floor.rulebook.division.preamble:
        yield against("division.preamble", "clauses")
    whole = {clause.uid for clause in children(paper.text, None, "operative")}
    if floor.rulebook.division.effect == "removed_part_voted_as_annex" and whole <= set(named):
        yield against("division.whole", "clauses")


def divide(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The parts that were moved are voted on apart from the rest, in the order of the house [DUM] [NMJL]."""
    paper = floor.papers.get(motion.terms.paper)
    if paper is not None and paper.text is not None:
        groups = [tuple(group.split(JOIN)) for group in motion.terms.clauses]
        if floor.rulebook.division.order == "most_radical_first":
            text = paper.text
            groups.sort(key=lambda group: distance(text, tuple(map(Strike, group))))
        yield _divided(floor, paper, groups)


def divide_clause_by_clause(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Every operative clause is voted on in its place, then the whole [PAC]."""
    paper = floor.papers.get(motion.terms.paper)
    if paper is not None and paper.text is not None:
        taken = {uid for part in waiting_parts(floor, paper) for uid in part.clauses}
        operative = children(paper.text, None, "operative")
        yield _divided(floor, paper, [(clause.uid,) for clause in operative if clause.uid not in taken])


def _divided(floor: Floor, paper: Paper, groups: list[tuple[str, ...]]) -> QuestionDivided:
    first = len(floor.papers.parts) + 1
    parts = (Part(f"P{first + place}", paper.key, group) for place, group in enumerate(groups))
    return QuestionDivided(paper.key, tuple(parts))


def part_decided(floor: Floor, part: Part, passed: bool) -> Outcome:
    """What the vote on a part means in this house (division_effect); without operative clauses all falls."""
    paper = floor.papers.get(part.paper)
    assert paper is not None and paper.text is not None
    struck = _struck(floor, paper, part, passed)
    if not struck:
        yield PartDecided(part.key, passed)
        return
    operations = tuple(map(Strike, struck))
    text = apply(paper.text, operations)
    annexes = passed and floor.rulebook.division.effect == "removed_part_voted_as_annex"
    annex = _with_all_below(paper.text, struck) if annexes else ()
    others = tuple(reclassified(floor, paper, operations))
    yield PartDecided(part.key, passed, struck, annex, digest(text), others)
    if not children(text, None, "operative"):
        yield from paper_decided(floor, paper.key, False, digest(text), "parts")


def _struck(floor: Floor, paper: Paper, part: Part, passed: bool) -> tuple[str, ...]:
    """The clauses that leave the text with this decision.

    A part that falls is struck at once; where rejected parts are dropped, all of them together after the
    last part was put (GA 89/129); what becomes an annex, or does not, leaves the text either way [NMJL].
    """
    assert paper.text is not None
    match floor.rulebook.division.effect:
        case "removed_part_voted_as_annex":
            return _left(paper.text, part.clauses)
        case "clause_stays_or_falls":
            return () if passed else _left(paper.text, part.clauses)
        case "part_dropped_if_rejected":
            if any(one.key != part.key for one in waiting_parts(floor, paper)):
                return ()
            rejected = [one for one in floor.papers.of(paper.key) if one.stage == "removed"]
            rejected += [] if passed else [part]
            return _left(paper.text, tuple(uid for one in rejected for uid in one.clauses))


def _with_all_below(text: Document, clauses: tuple[str, ...]) -> tuple[Clause, ...]:
    """The clauses with everything under them, in reading order."""
    found = {uid for one in clauses for uid in (one, *(clause.uid for clause in descendants(text, one)))}
    return tuple(clause for clause in text.clauses if clause.uid in found)


def apply_divided(floor: Floor, event: QuestionDivided, at: int) -> Floor:
    """The parts wait for their votes."""
    return replace(floor, papers=replace(floor.papers, parts=(*floor.papers.parts, *event.parts)))


def apply_part_decided(floor: Floor, event: PartDecided, at: int) -> Floor:
    """The part is dealt with, and the text changes where something leaves it."""
    part = floor.papers.part(event.part)
    assert part is not None
    stage: PartStage = "annexed" if event.annex else "kept" if event.kept else "removed"
    done = replace(part, stage=stage, annex=event.annex)
    floor = replace(floor, papers=floor.papers.with_part(done))
    if event.struck:
        floor = rewritten(floor, part.paper, tuple(map(Strike, event.struck)))
        floor = reclass(floor, event.others, event.digest)
    return floor


ACTS: dict[type, Act] = {}
APPLY = {
    QuestionDivided: apply_divided,
    PartDecided: apply_part_decided,
}
