"""The debate on one resolution at a time, as it is on the floor: THIMUN and its affiliates [GAVT] [ISC].

Each question has a clock of its own: the draft, an amendment to it, an amendment to that. The one on top is
debated and the clocks below it wait. A clock runs while somebody has the floor on its question (K), so that
no time of debate goes by while a vote is taken or the chair reads a text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import LONGEST_KEY, Refusals, against, stale
from app.procedure.countdown import with_clock
from app.procedure.documents import Amendment, Paper
from app.procedure.hearing import Hearing

if TYPE_CHECKING:
    from app.procedure.floor import Floor

DebateMode = Literal["open", "closed"]
DebateStage = Literal["for", "against", "open", "vote"]
DEBATE_CLOCKS = ("debate", "amendment", "second_degree")
"""The clocks of the draft, of an amendment, and of an amendment to that."""


@dataclass(frozen=True, slots=True)
class Debated:
    """A question under debate: `subject` is its draft or amendment.

    `stage` is its time for, its time against, open debate, or that it waits for its vote; `hearing` holds who
    asks for the floor on either side, and who had it.
    """

    subject: str
    stage: DebateStage
    hearing: Hearing = Hearing()


@dataclass(frozen=True, slots=True)
class ResolutionDebate:
    """The draft in hand; `amendments` are those taken up on top of it, the last one is debated now."""

    mode: DebateMode
    draft: Debated
    amendments: tuple[Debated, ...] = ()

    @property
    def now(self) -> Debated:
        """The question that is debated now."""
        return self.amendments[-1] if self.amendments else self.draft

    @property
    def clock(self) -> str:
        """The name of its clock."""
        return DEBATE_CLOCKS[len(self.amendments)]

    def with_now(self, changed: Debated) -> ResolutionDebate:
        """With the question that is debated now changed."""
        if not self.amendments:
            return replace(self, draft=changed)
        return replace(self, amendments=(*self.amendments[:-1], changed))


def in_hand(floor: Floor) -> Refusals:
    """What stands against acts of such a debate: there is none, or its question waits for the vote."""
    debate = floor.resolution_debate
    if debate is None:
        yield stale("timed.none")
    elif debate.now.stage == "vote":
        yield stale("timed.to_the_vote", question=_called(floor, debate.now.subject))


def ready_for_vote(floor: Floor, subject: str) -> Refusals:
    """What stands against a draft or an amendment being put: its debate has not come to its end.

    What was put once and is put again to a divided house needs none.
    """
    if subject in floor.action.divided:
        return
    debate = floor.resolution_debate
    if debate is None or debate.now.subject != subject:
        yield against("timed.not_in_hand", "subject", question=_called(floor, subject))
    elif debate.now.stage != "vote":
        yield against("timed.still_debated", "subject", question=_called(floor, subject))


def first_to_be_put(floor: Floor, amendment: str) -> tuple[Amendment, ...]:
    """The introduced amendments to an amendment: each comes to its vote before it [STF] [GAVT]."""
    return tuple(one for one in floor.papers.second_degree(amendment) if one.stage == "introduced")


def draft_at_its_vote(floor: Floor) -> Paper | None:
    """The draft in hand whose debate has come to its end."""
    debate = floor.resolution_debate
    over = debate is not None and not debate.amendments and debate.draft.stage == "vote"
    return floor.papers.get(debate.draft.subject) if debate is not None and over else None


def votes_one_by_one(floor: Floor) -> bool:
    """Whether votes are taken while debate on the topic is open: what is in hand has come to its vote, or the
    draft that was in hand is decided."""
    debate = floor.resolution_debate
    used = floor.rulebook.timed_debate.used and floor.meeting.debate == "open"
    return used and (debate is None or debate.now.stage == "vote")


def takes_amendments(floor: Floor, paper: str) -> Refusals:
    """What stands against amendments to a draft now (amendments_in).

    In closed debate they are taken in time against, in open debate at any time (K).
    """
    rules, debate = floor.rulebook, floor.resolution_debate
    if not rules.timed_debate.used or rules.amendments.taken_in != "time_against":
        return
    if debate is None or debate.draft.subject != paper or debate.draft.stage not in ("against", "open"):
        yield against("amendment.time_against")


def first_speaker(floor: Floor, debated: Debated) -> str:
    """Who speaks first: the main submitter, or the mover of an amendment; "" if not here, or once spoken."""
    hearing = debated.hearing
    amendment, paper = floor.papers.amendment(debated.subject), floor.papers.get(debated.subject)
    first = amendment.seat if amendment is not None else next(iter(paper.sponsors if paper else ()), "")
    spoken = hearing.called_for or hearing.called_against
    return first if floor.attendance.here(first) and not spoken else ""


def opposed(floor: Floor, amendment: str) -> bool:
    """Whether somebody spoke, or asks to speak, against an amendment that is debated."""
    debate = floor.resolution_debate
    found = [one for one in debate.amendments if one.subject == amendment] if debate else []
    return any(one.hearing.waiting_against or one.hearing.called_against for one in found)


def clock_waits(floor: Floor, name: str) -> bool:
    """Whether a clock may not run now: of a question on which nobody has the floor."""
    debate, now = floor.resolution_debate, floor.speeches.now
    if name not in DEBATE_CLOCKS:
        return False
    return debate is None or name != debate.clock or now is None or now.list != "debate"


def clock_runs(floor: Floor, at: int, running: bool) -> Floor:
    """The floor with the clock of the question that is debated running from `at`, or held."""
    debate = floor.resolution_debate
    clock = floor.clocks.get(debate.clock) if debate else None
    if debate is None or clock is None or clock.running == running:
        return floor
    return with_clock(floor, debate.clock, clock.started(at) if running else clock.paused(at))


def off_the_debate(floor: Floor, seat: str) -> Floor:
    """The floor with a delegation that left waiting on no side of any question."""
    debate = floor.resolution_debate
    if debate is None:
        return floor

    def without(one: Debated) -> Debated:
        return replace(one, hearing=one.hearing.only(lambda key: key != seat))

    amendments = tuple(without(one) for one in debate.amendments)
    left = replace(debate, draft=without(debate.draft), amendments=amendments)
    return replace(floor, resolution_debate=left)


def only_what_is_there(floor: Floor) -> Floor:
    """The floor without debate on a text that was decided, withdrawn or set aside; clocks go with it."""
    debate = floor.resolution_debate
    if debate is None:
        return floor
    paper = floor.papers.get(debate.draft.subject)
    there = paper is not None and paper.stage == "introduced" and floor.meeting.debate == "open"
    kept = _pending(floor, debate.amendments) if there else ()
    depth = 1 + len(kept) if there else 0
    for name in DEBATE_CLOCKS[depth:]:
        floor = with_clock(floor, name, None) if name in floor.clocks else floor
    left = replace(debate, amendments=kept) if there else None
    return floor if left == debate else replace(floor, resolution_debate=left)


def _pending(floor: Floor, amendments: tuple[Debated, ...]) -> tuple[Debated, ...]:
    """The amendments under debate up to the first that is decided: what is on top of it goes with it."""
    for depth, one in enumerate(amendments):
        if floor.papers.pending(one.subject) is None:
            return amendments[:depth]
    return amendments


def _called(floor: Floor, subject: str) -> str:
    """What the committee calls it: the symbol of a draft, the key of an amendment."""
    paper = floor.papers.get(subject)
    return paper.name if paper is not None else subject[:LONGEST_KEY]
