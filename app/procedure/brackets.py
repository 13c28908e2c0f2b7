"""Brackets in consultations: words that a delegation does not agree to, placed, and taken out again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    acts_for,
    anyone,
    impossible,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
    words,
)
from app.procedure.consultations import consulting, in_hand
from app.procedure.paragraphs import Bracket, Noted, noted_of, with_noted, words_of
from app.procedure.queues import takes_floor
from resolutions.clauses import clause_at

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class BracketParagraph:
    """Put `words` of the paragraph in hand in brackets ("": all of it): the own seat, or the dais for one."""

    clause: str
    words: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphBracketed:
    """A delegation does not agree to these words."""

    paper: str
    clause: str
    seat: str
    words: str


@dataclass(frozen=True, slots=True)
class ReopenParagraph:
    """Take the own brackets out of a paragraph; the dais takes out all, and opens what was agreed."""

    clause: str


@dataclass(frozen=True, slots=True)
class ParagraphReopened:
    """A paragraph is open again; with `seat` only the brackets of that delegation are out."""

    paper: str
    clause: str
    seat: str = ""


def may_bracket(floor: Floor, by: str) -> Refusals:
    """Delegations that are present, while consultations are on."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from consulting(floor)
    if by in floor.seats and not is_dais(floor, by):
        yield from takes_floor(floor, by)


def settle_bracket(floor: Floor, by: str, at: int, command: BracketParagraph) -> Outcome:
    """Words that stand in the paragraph in hand; who places brackets again has others in their place."""
    seat, paper = on_behalf(floor, by, command.seat), floor.consultations.paper
    yield from acts_for(floor, by, command.seat)
    if is_dais(floor, by):
        yield from takes_floor(floor, seat, "seat")
    yield from words(command.words, "words", LONGEST_REASON)
    yield from in_hand(floor, command.clause)
    found = floor.papers.get(paper)
    clause = clause_at(found.text, command.clause) if found is not None and found.text is not None else None
    if found is None or found.text is None or clause is None:
        return
    if command.words.strip() not in words_of(found.text, clause):
        yield impossible("paragraph.other_words", "words")
    placed = Bracket(seat, command.words.strip())
    if placed in noted_of(floor, paper, command.clause).brackets:
        yield stale("paragraph.bracketed_already", "words", seat=seat)
    yield ParagraphBracketed(paper, command.clause, placed.seat, placed.words)


def may_reopen(floor: Floor, by: str) -> Refusals:
    """The dais, and who placed brackets, while consultations are on."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from consulting(floor)


def settle_reopen(floor: Floor, by: str, at: int, command: ReopenParagraph) -> Outcome:
    """Something was noted of it, by this delegation where it is one that asks."""
    paper, own = floor.consultations.paper, "" if is_dais(floor, by) else by
    noted = noted_of(floor, paper, command.clause)
    mine = any(bracket.seat == own for bracket in noted.brackets)
    if not noted.wording:
        yield impossible("paragraph.none", "clause")
    elif own and not mine:
        yield stale("paragraph.no_brackets", "clause", seat=own)
    elif not (noted.agreed or noted.brackets):
        yield stale("paragraph.open_already", "clause")
    yield ParagraphReopened(paper, command.clause, own)


def apply_bracketed(floor: Floor, event: ParagraphBracketed, at: int) -> Floor:
    """It is agreed no longer."""

    def placed(noted: Noted) -> Noted:
        others = tuple(one for one in noted.brackets if one.seat != event.seat)
        return Noted(noted.wording, False, (*others, Bracket(event.seat, event.words)))

    return with_noted(floor, event.paper, event.clause, placed)


def apply_reopened(floor: Floor, event: ParagraphReopened, at: int) -> Floor:
    """Open, if no other delegation keeps brackets in it."""

    def reopened(noted: Noted) -> Noted:
        kept = tuple(one for one in noted.brackets if event.seat not in ("", one.seat))
        return replace(noted, agreed=False, brackets=kept)

    return with_noted(floor, event.paper, event.clause, reopened)


ACTS = {
    BracketParagraph: Act(may_bracket, settle_bracket),
    ReopenParagraph: Act(may_reopen, settle_reopen),
}
APPLY = {
    ParagraphBracketed: apply_bracketed,
    ParagraphReopened: apply_reopened,
}
