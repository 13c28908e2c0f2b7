"""A committee in a random meeting that consults on its drafts paragraph by paragraph."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.procedure.brackets import BracketParagraph, ReopenParagraph
from app.procedure.consultations import AgreeParagraph, TakeParagraph
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.roster import delegations
from tests.procedure.timed_committee import TimedCommittee


class ConsultingCommittee(TimedCommittee):
    """Takes paragraphs in hand; delegations put them in brackets, and they are agreed in the end or not."""

    @precondition(lambda self: bool(self.meeting.floor.consultations.paper))
    @rule(data=st.data(), bracketed=st.booleans(), lifted=st.booleans())
    def consult(self, data: st.DataObject, bracketed: bool, lifted: bool) -> None:
        floor = self.meeting.floor
        standing = standing_of_paragraphs(floor, floor.consultations.paper)
        if not standing:
            return
        clause = data.draw(st.sampled_from(standing)).clause
        by = data.draw(st.sampled_from(delegations(floor))).key
        self.give(TakeParagraph(clause))
        if bracketed:
            self.give(BracketParagraph(clause), by)
        if lifted:
            self.give(ReopenParagraph(clause), by)
        self.give(AgreeParagraph(clause))
