"""A committee in a random meeting that amends amendments, and tries to amend those too."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.procedure.amendments import ProposeAmendment
from app.procedure.documents import Amendment
from app.procedure.floor import Floor
from app.procedure.wording import ground
from resolutions.document import digest
from tests.procedure.fields import quiet, somebody_here
from tests.procedure.timed_committee import TimedCommittee


def parents(floor: Floor) -> tuple[Amendment, ...]:
    """What an amendment could be said to amend: the few that wait, of any degree."""
    drafts = floor.papers.before_the_committee()
    waiting = [one for paper in drafts for one in floor.papers.pending_amendments(paper.key)]
    return tuple(waiting) if len(waiting) < 6 else ()


class AmendingCommittee(TimedCommittee):
    """Offers amendments to amendments, of every degree."""

    @precondition(lambda self: quiet(self.meeting.floor) and bool(parents(self.meeting.floor)))
    @rule(data=st.data(), insist=st.sampled_from(["", "The sponsors asked for it"]))
    def amend_an_amendment(self, data: st.DataObject, insist: str) -> None:
        floor = self.meeting.floor
        above = data.draw(st.sampled_from(parents(floor)))
        paper = floor.papers.get(above.paper)
        text = ground(floor, paper, above.key) if paper else None
        clauses = [one.uid for one in text.clauses if one.kind == "operative"] if text else [""]
        clause = data.draw(st.sampled_from(clauses or [""]))
        words, base = f"States to report by act {floor.number}", digest(text) if text else ""
        given = ProposeAmendment(above.paper, "modify", base, clause, "Urges", words, "", above.key)
        stood = self.give(given, somebody_here(floor), insist=insist)
        assert not (stood and above.parent)
