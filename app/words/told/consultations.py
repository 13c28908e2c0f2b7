"""Minutes of informal consultations: paragraphs taken, agreed, put in brackets, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain

if TYPE_CHECKING:
    from app.procedure.brackets import ParagraphBracketed, ParagraphReopened


def of_paper(message: str) -> Teller:
    """Tells what began or ended on a draft."""
    return lambda event, context: context.say(message, paper=context.paper(event.paper))


def of_paragraph(message: str) -> Teller:
    """Tells what was noted of a paragraph."""
    return lambda event, context: context.say(message, paragraph=context.paragraph(event.paper, event.clause))


def bracketed(event: ParagraphBracketed, context: Context) -> str:
    """By whom, and which words."""
    paragraph, seat = context.paragraph(event.paper, event.clause), context.seat(event.seat)
    if not plain(event.words):
        return context.say(N_("{seat} put {paragraph} in brackets."), seat=seat, paragraph=paragraph)
    message = N_("{seat} put “{words}” in {paragraph} in brackets.")
    return context.say(message, seat=seat, paragraph=paragraph, words=plain(event.words))


def reopened(event: ParagraphReopened, context: Context) -> str:
    """As a whole, or without the brackets of one delegation."""
    paragraph = context.paragraph(event.paper, event.clause)
    if not event.seat:
        return context.say(N_("{paragraph} was opened again."), paragraph=paragraph)
    message = N_("{seat} took its brackets out of {paragraph}.")
    return context.say(message, seat=context.seat(event.seat), paragraph=paragraph)


TELLERS: dict[str, Teller] = {
    "ConsultationsOpened": of_paper(N_("Informal consultations on {paper} began.")),
    "ParagraphTaken": of_paragraph(N_("{paragraph} was taken in hand.")),
    "ParagraphAgreed": of_paragraph(N_("{paragraph} was agreed ad referendum.")),
    "ParagraphBracketed": bracketed,
    "ParagraphReopened": reopened,
    "ConsultationsClosed": of_paper(N_("Informal consultations on {paper} ended.")),
}
