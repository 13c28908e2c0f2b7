"""What passed motions do to the agenda: its order, opening debate, tabling, postponing, resuming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import Outcome
from app.procedure.agenda import DebateAdjourned, DebateOpened, DebateResumed
from app.procedure.agenda_order import AgendaSet, next_topic, other_order, topics_in, whole_order
from app.procedure.caucuses import closing_caucus
from app.procedure.precedence import MotionsFell
from app.procedure.setting_aside import AmendmentSetAside, PaperSetAside

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion


def set_agenda(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The topics are taken in the order that was moved."""
    yield AgendaSet(whole_order(floor, topics_in(motion.terms.order)))


def agenda_refused(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Failure of A = B taken [MUP2]; what else was moved on the agenda is settled by it."""
    order = other_order(floor, topics_in(motion.terms.order)[0])
    if order:
        others = tuple(m.number for m in floor.motions.pending if _on_agenda(floor, m) and m != motion)
        if others:
            yield MotionsFell(others)
        yield AgendaSet(order)


def _on_agenda(floor: Floor, motion: Motion) -> bool:
    rule = floor.rulebook.motion(motion.kind)
    return rule is not None and rule.effect == "set_agenda"


def open_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Formal business begins [JAM] [NHJ], on the topic that was named or comes next."""
    yield from closing_caucus(floor, at)
    yield DebateOpened(motion.terms.topic_number or next_topic(floor))


def adjourn_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The topic is tabled without a vote on its drafts.

    Where a draft or an amendment is named, no action is taken on that alone.
    """
    if motion.terms.amendment:
        yield AmendmentSetAside(motion.terms.amendment)
        return
    if motion.terms.paper:
        yield PaperSetAside(motion.terms.paper, "no_action")
        return
    yield from closing_caucus(floor, at)
    yield DebateAdjourned(floor.meeting.topic)


def resume_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A tabled topic comes back; the one in hand, if any, is tabled in its place."""
    yield from closing_caucus(floor, at)
    if floor.meeting.debate != "none":
        yield DebateAdjourned(floor.meeting.topic)
    yield DebateResumed(motion.terms.topic_number)


AGENDA = (set_agenda, open_debate, adjourn_debate, resume_debate)
REFUSED = {"set_agenda": agenda_refused}
"""What follows where a motion with this effect fails."""
