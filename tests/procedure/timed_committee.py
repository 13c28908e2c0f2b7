"""A committee in a random meeting that takes drafts in hand one at a time."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.procedure.action import drafts
from app.procedure.amendments import ProposeAmendment
from app.procedure.consultations import OpenConsultations
from app.procedure.debate_speakers import CallDebater, JoinDebate
from app.procedure.debate_stages import EndDebateStage
from app.procedure.floor import Floor
from app.procedure.hearing import SIDES
from app.procedure.roster import delegations
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.procedure.wording import ground
from resolutions.document import digest
from tests.procedure.fields import quiet
from tests.procedure.permissions import PermittedCommittee

CALLED = "The room is with it"


def debates_resolutions(floor: Floor) -> bool:
    """Whether a draft is in hand, or one could be."""
    timed = floor.rulebook.timed_debate.used and floor.meeting.debate == "open"
    return quiet(floor) and timed and bool(drafts(floor))


class TimedCommittee(PermittedCommittee):
    """Takes up a draft, hears both sides, goes on to the next stage, takes up amendments."""

    @precondition(lambda self: debates_resolutions(self.meeting.floor))
    @rule(data=st.data(), turns=st.integers(1, 4), seconds=st.sampled_from([5, 90, 700]))
    def debate_a_resolution(self, data: st.DataObject, turns: int, seconds: int) -> None:
        for _ in range(turns):
            floor = self.meeting.floor
            debate = floor.resolution_debate
            if not debates_resolutions(floor):
                return
            if debate is None:
                self.give(TakeUpDraft(drafts(floor)[0].key), insist=CALLED)
            elif len(floor.papers.amendments) < 6 and data.draw(st.booleans()):
                self.take_up_an_amendment(data)
            else:
                self.hear_somebody(data, seconds)

    def take_in_hand(self) -> None:
        """The first draft, for its own debate or for consultations, where the house has them."""
        for paper in drafts(self.meeting.floor)[:1]:
            if self.meeting.floor.rulebook.timed_debate.used:
                self.give(TakeUpDraft(paper.key), insist=CALLED)
            elif self.meeting.floor.rulebook.timed_debate.consultations:
                self.give(OpenConsultations(paper.key), insist=CALLED)

    def hear_somebody(self, data: st.DataObject, seconds: int) -> None:
        """A delegation asks and is called; then the stage may end."""
        debate = self.meeting.floor.resolution_debate
        assert debate is not None
        speaker = data.draw(st.sampled_from(delegations(self.meeting.floor))).key
        side = data.draw(st.sampled_from(SIDES))
        self.give(JoinDebate(side), speaker)
        self.give(CallDebater(side), insist=CALLED, after=seconds)
        if data.draw(st.booleans()):
            self.give(EndDebateStage(debate.now.subject, debate.now.stage), after=seconds)

    def take_up_an_amendment(self, data: st.DataObject) -> None:
        """To the draft in hand, or to the amendment that is debated."""
        debate = self.meeting.floor.resolution_debate
        assert debate is not None
        if len(debate.amendments) > 1:  # there is no third degree
            return
        paper = self.meeting.floor.papers.get(debate.draft.subject)
        parent = debate.now.subject if debate.amendments else ""
        text = ground(self.meeting.floor, paper, parent) if paper else None
        if paper is None or text is None:
            return
        clause = next((one.uid for one in text.clauses if one.kind == "operative"), "")
        words = f"States to report in act {self.meeting.floor.number}"
        change = ProposeAmendment(paper.key, "modify", digest(text), clause, "Urges", words, amendment=parent)
        mover = data.draw(st.sampled_from(delegations(self.meeting.floor))).key
        if self.give(change, mover):
            key = self.meeting.floor.papers.amendments[-1].key
            self.give(TakeUpAmendment(key), insist=CALLED)
