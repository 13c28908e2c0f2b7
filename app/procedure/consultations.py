"""Informal consultations: a facilitator takes the text paragraph by paragraph before action [UN4] (K).

The facilitator is the dais. Silence is agreement: what nobody puts in brackets is agreed ad referendum. Other
words for a paragraph are amendments, which the sponsors may accept (friendly, an oral revision).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair,
    chair_between_votes,
    dais,
    impossible,
    no_vote_open,
    sits,
    stale,
)
from app.procedure.agenda import closing
from app.procedure.paragraphs import Noted, noted_of, paragraphs, standing_of_paragraphs, with_noted
from app.procedure.speeches import end_of_speech
from resolutions.document import Clause

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OpenConsultations:
    """Begin informal consultations on a draft that is before the committee."""

    paper: str


@dataclass(frozen=True, slots=True)
class ConsultationsOpened:
    """The committee consults on a draft."""

    paper: str


@dataclass(frozen=True, slots=True)
class TakeParagraph:
    """Take a paragraph in hand: the uid of its clause."""

    clause: str


@dataclass(frozen=True, slots=True)
class ParagraphTaken:
    """A paragraph is in hand."""

    paper: str
    clause: str


@dataclass(frozen=True, slots=True)
class AgreeParagraph:
    """Note that nobody speaks against the paragraph in hand: silence is agreement."""

    clause: str


@dataclass(frozen=True, slots=True)
class ParagraphAgreed:
    """A paragraph is agreed ad referendum, as it is worded now."""

    paper: str
    clause: str


@dataclass(frozen=True, slots=True)
class CloseConsultations:
    """End consultations; with `to_action` debate is closed and the action stage begins."""

    to_action: bool = True


@dataclass(frozen=True, slots=True)
class ConsultationsClosed:
    """Consultations on a draft are over."""

    paper: str


def may_open(floor: Floor, by: str) -> Refusals:
    """A chair, in debate, while nothing else has the floor as a whole."""
    yield from chair_between_votes(floor, by)
    if not floor.rulebook.timed_debate.consultations:
        yield against("consultations.not_used")
    if floor.meeting.debate != "open":
        yield impossible("consultations.no_debate")
    elif floor.consultations.paper:
        yield stale("consultations.on")
    elif floor.caucus is not None or floor.resolution_debate is not None:
        yield impossible("consultations.other_business")


def settle_open(floor: Floor, by: str, at: int, command: OpenConsultations) -> Outcome:
    """On a draft of the topic in hand."""
    here = floor.papers.before_the_committee(floor.meeting.topic)
    if command.paper not in [paper.key for paper in here]:
        yield impossible("paper.not_introduced", "paper")
    yield from end_of_speech(floor, at)
    yield ConsultationsOpened(command.paper)


def may_facilitate(floor: Floor, by: str) -> Refusals:
    """The dais, while consultations are on."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from consulting(floor)


def consulting(floor: Floor) -> Refusals:
    """What stands against acts of consultations while there are none."""
    if not floor.consultations.paper:
        yield stale("consultations.none")


def settle_take(floor: Floor, by: str, at: int, command: TakeParagraph) -> Outcome:
    """A whole paragraph of the text as it is."""
    paper = floor.consultations.paper
    if _paragraph(floor, command.clause) is None:
        yield impossible("paragraph.none", "clause")
    if command.clause == floor.consultations.clause:
        yield stale("paragraph.in_hand", "clause")
    yield ParagraphTaken(paper, command.clause)


def _paragraph(floor: Floor, uid: str) -> Clause | None:
    """The paragraph of the text under consultations with this uid."""
    found = floor.papers.get(floor.consultations.paper)
    text = found.text if found is not None else None
    return next((one for one in paragraphs(text) if one.uid == uid), None) if text is not None else None


def in_hand(floor: Floor, clause: str) -> Refusals:
    """What stands against a paragraph being dealt with: another is in hand, or it is gone from the text."""
    if clause != floor.consultations.clause or _paragraph(floor, clause) is None:
        yield stale("paragraph.other", "clause")


def settle_agree(floor: Floor, by: str, at: int, command: AgreeParagraph) -> Outcome:
    """Nobody keeps brackets in it."""
    paper = floor.consultations.paper
    yield from in_hand(floor, command.clause)
    noted = noted_of(floor, paper, command.clause)
    if noted.agreed:
        yield stale("paragraph.agreed", "clause")
    elif noted.brackets:
        yield against("paragraph.bracketed", "clause", seat=noted.brackets[0].seat)
    yield ParagraphAgreed(paper, command.clause)


def may_close(floor: Floor, by: str) -> Refusals:
    """The chair takes the text to action."""
    yield from chair(floor, by)
    yield from may_facilitate(floor, by)


def settle_close(floor: Floor, by: str, at: int, command: CloseConsultations) -> Outcome:
    """A text goes to action once every paragraph is agreed (K); it can also wait, with its brackets."""
    paper = floor.consultations.paper
    left = [one for one in standing_of_paragraphs(floor, paper) if one.state != "agreed"]
    if command.to_action and left:
        yield against("consultations.unsettled", count=len(left))
    yield ConsultationsClosed(paper)
    if command.to_action:
        yield from closing(floor, at)


def apply_opened(floor: Floor, event: ConsultationsOpened, at: int) -> Floor:
    """No paragraph is in hand yet; what was noted before stays."""
    return replace(floor, consultations=replace(floor.consultations, paper=event.paper, clause=""))


def apply_taken(floor: Floor, event: ParagraphTaken, at: int) -> Floor:
    """In hand."""
    return replace(floor, consultations=replace(floor.consultations, clause=event.clause))


def apply_agreed(floor: Floor, event: ParagraphAgreed, at: int) -> Floor:
    """Without brackets."""
    return with_noted(floor, event.paper, event.clause, lambda noted: Noted(noted.wording, True))


def apply_closed(floor: Floor, event: ConsultationsClosed, at: int) -> Floor:
    """What was noted stays."""
    return replace(floor, consultations=replace(floor.consultations, paper="", clause=""))


ACTS = {
    OpenConsultations: Act(may_open, settle_open),
    TakeParagraph: Act(may_facilitate, settle_take),
    AgreeParagraph: Act(may_facilitate, settle_agree),
    CloseConsultations: Act(may_close, settle_close),
}
APPLY = {
    ConsultationsOpened: apply_opened,
    ParagraphTaken: apply_taken,
    ParagraphAgreed: apply_agreed,
    ConsultationsClosed: apply_closed,
}
