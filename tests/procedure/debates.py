"""Timed debates in tests: a committee at the point where it takes a resolution in hand."""

from __future__ import annotations

from typing import Any

from app.procedure.amendments import ProposeAmendment
from app.procedure.debate_speakers import CallDebater, JoinDebate
from app.procedure.debate_stages import EndDebateStage
from app.procedure.granting import GrantMotion
from app.procedure.handling import SecondMotion
from app.procedure.hearing import Side
from app.procedure.resolution_debate import ResolutionDebate
from app.procedure.rulebook import Rulebook
from app.procedure.rules.measures import Share
from app.procedure.speeches import EndSpeech
from app.procedure.sponsorship import SignAmendment
from app.procedure.taking_up import TakeUpDraft
from app.procedure.wording import ground
from resolutions.document import digest
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

TEXTS = {"first": "notice of ninety days", "second": "notice of sixty days"}


def thimun(**timed: Any) -> Rulebook:
    """THIMUN, where one name is enough for an amendment."""
    return house("thimun", amendments={"signatories_min": Share(0, 1)}, timed_debate=timed)


def with_a_draft(book: Rulebook | None = None, drafts: int = 1) -> Meeting:
    """Drafts of Ghana's (and Peru's, ...) are before the committee, none is in hand."""
    meeting = in_debate(rulebook=book or thimun())
    for sponsor in ("ghana", "peru", "spain")[:drafts]:
        signatories = [seat for seat in ("canada", "mexico", "france") if seat != sponsor]
        grant(meeting, "introduce_draft", sponsor, paper=meeting.approved((sponsor, *signatories)))
    return meeting


def in_hand(book: Rulebook | None = None, mode: Any = "") -> Meeting:
    """The first draft is in hand."""
    meeting = with_a_draft(book)
    meeting.do(TakeUpDraft("WP-1", mode))
    return meeting


def grant(meeting: Meeting, kind: str, by: str, **terms: Any) -> None:
    """A motion is moved, seconded, and granted by the chair."""
    number = meeting.motion(kind, by, **terms)
    meeting.do(SecondMotion(number), by="honduras" if by != "honduras" else "mexico")
    meeting.do(GrantMotion(number, True))


def debate(meeting: Meeting) -> ResolutionDebate:
    """The debate that is on."""
    assert meeting.floor.resolution_debate is not None
    return meeting.floor.resolution_debate


def speech(meeting: Meeting, side: Side, seat: str, seconds: int = 60) -> None:
    """A delegation asks, is called, and speaks for so long."""
    if seat not in debate(meeting).now.hearing.waiting(side):
        meeting.do(JoinDebate(side), by=seat)
    meeting.do(CallDebater(side, seat))
    meeting.do(EndSpeech(seat), after=seconds)


def end_stage(meeting: Meeting) -> None:
    """The chair goes on to the next stage."""
    now = debate(meeting).now
    meeting.do(EndDebateStage(now.subject, now.stage))


def amendment(meeting: Meeting, by: str, words: str, parent: str = "") -> ProposeAmendment:
    """A change to the first operative clause of the draft in hand, or of it as amended by `parent`."""
    paper = meeting.paper(debate(meeting).draft.subject)
    text = ground(meeting.floor, paper, parent)
    assert text is not None
    return ProposeAmendment(paper.key, "modify", digest(text), "o1", "Urges", words, amendment=parent)


def left(meeting: Meeting, clock: str) -> int:
    """Seconds left on a clock."""
    return meeting.floor.clocks[clock].left(meeting.at) // 1000


def sign(meeting: Meeting, key: str, *seats: str) -> None:
    """Delegations put their names to an amendment."""
    for seat in seats:
        meeting.do(SignAmendment(key), by=seat)
