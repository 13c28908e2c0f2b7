"""What the chair says in a timed debate and in consultations: who is called, which paragraph is taken."""

from __future__ import annotations

from app.procedure.action import drafts
from app.procedure.debate_speakers import side_called
from app.procedure.hearing import Side
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.resolution_debate import ResolutionDebate, first_speaker, first_to_be_put
from app.words.chair_debate import speaks
from app.words.chair_sentences import step_sentence
from app.words.context import Context


def timed_line(context: Context) -> str:
    """The draft that is taken up next, or what follows in the debate on the one in hand."""
    floor = context.floor
    if floor.resolution_debate is not None:
        return _in_hand(context, floor.resolution_debate)
    waiting = drafts(floor)
    if not waiting:
        return step_sentence(context, "draft_asked")
    return step_sentence(context, "draft_taken_up", paper=waiting[0].name)


def _in_hand(context: Context, debate: ResolutionDebate) -> str:
    """The next speaker on what is debated, its end, or its vote."""
    question, clock = context.text(debate.now.subject), context.floor.clocks.get(debate.clock)
    if debate.now.stage == "vote":
        amending = next(iter(first_to_be_put(context.floor, debate.now.subject)), None)
        if amending is not None:
            return step_sentence(context, "draft_taken_up", paper=context.text(amending.key))
        return step_sentence(context, "debate_over", question=question)
    if clock is not None and clock.rang:
        return step_sentence(context, "debate_time_over", question=question)
    if first := first_speaker(context.floor, debate.now):
        return _called(context, "for", first, question)
    side = side_called(debate.now)
    if waiting := debate.now.hearing.waiting(side):
        return _called(context, side, waiting[0], question)
    return step_sentence(context, f"debate_who_{debate.now.stage}", question=question)


def _called(context: Context, side: Side, seat: str, question: str) -> str:
    who = speaks(context, context.seat(seat), context.floor.rulebook.timed_debate.speech_seconds)
    return step_sentence(context, f"debate_next_{side}", question=question, **who)


def paragraph_line(context: Context) -> str:
    """The paragraph in hand, the next that is not agreed, or that all are."""
    paper, clause = context.floor.consultations.paper, context.floor.consultations.clause
    left = [one for one in standing_of_paragraphs(context.floor, paper) if one.state != "agreed"]
    if not left:
        return step_sentence(context, "paragraphs_agreed", paper=context.paper(paper))
    now = next((one for one in left if one.clause == clause), None)
    paragraph = context.paragraph(paper, (now or left[0]).clause)
    if now is None:
        return step_sentence(context, "paragraph_taken", paragraph=paragraph)
    if now.brackets:
        seats = context.seats(tuple(one.seat for one in now.brackets))
        return step_sentence(context, "paragraph_brackets", paragraph=paragraph, delegations=seats)
    return step_sentence(context, "paragraph_objections", paragraph=paragraph)
