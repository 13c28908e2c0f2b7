"""Random meetings: what fits the fields of acts in a timed debate, and what holds in one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.procedure.action import drafts
from app.procedure.brackets import BracketParagraph, ReopenParagraph
from app.procedure.consultations import AgreeParagraph, OpenConsultations, TakeParagraph
from app.procedure.debate_speakers import CallDebater
from app.procedure.debate_stages import EndDebateStage
from app.procedure.floor import Floor
from app.procedure.hearing import SIDES
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.reopening import ReopenDraft, just_failed
from app.procedure.resolution_debate import DEBATE_CLOCKS
from app.procedure.roster import delegations
from app.procedure.taking_up import TakeUpDraft

Fitting = Callable[[Floor, str], list[Any]]


def _now(floor: Floor, name: str) -> list[Any]:
    debate = floor.resolution_debate
    return [getattr(debate.now, name)] if debate else []


def _speakers(floor: Floor, by: str) -> list[str]:
    """Most often the next who asked, else any delegation."""
    return ["", "", *(seat.key for seat in delegations(floor))]


def _paragraphs(floor: Floor, by: str) -> list[str]:
    """Most often the paragraph in hand."""
    here = [one.clause for one in standing_of_paragraphs(floor, floor.consultations.paper)]
    return [*[floor.consultations.clause] * 3, *here]


TIMED_SPECIAL: dict[type, dict[str, Fitting]] = {
    **{command: {"clause": _paragraphs} for command in (TakeParagraph, AgreeParagraph, ReopenParagraph)},
    BracketParagraph: {"clause": _paragraphs, "words": lambda floor, by: ["", "States", "a report"]},
    OpenConsultations: {"paper": lambda floor, by: [paper.key for paper in drafts(floor)]},
    TakeUpDraft: {"paper": lambda floor, by: [paper.key for paper in drafts(floor)]},
    EndDebateStage: {
        "subject": lambda floor, by: _now(floor, "subject"),
        "stage": lambda floor, by: _now(floor, "stage"),
    },
    CallDebater: {"seat": _speakers},
    ReopenDraft: {"paper": lambda floor, by: [just_failed(floor)]},
}


def assert_one_question_at_a_time(floor: Floor) -> None:
    """Every question has its clock until its vote; only that on top runs, into a speech on it."""
    debate = floor.resolution_debate
    if debate is None:
        assert not set(DEBATE_CLOCKS) & set(floor.clocks)
        return
    assert floor.meeting.debate == "open"
    levels = (debate.draft, *debate.amendments)
    timed = {name for name, one in zip(DEBATE_CLOCKS, levels, strict=False) if one.stage != "vote"}
    assert timed == set(DEBATE_CLOCKS) & set(floor.clocks)
    running = [name for name in timed if floor.clocks[name].running]
    assert running in ([], [debate.clock])
    assert not running or (floor.speeches.now is not None and floor.speeches.now.list == "debate")
    for one in levels:
        waiting = [seat for side in SIDES for seat in one.hearing.waiting(side)]
        assert len(waiting) == len(set(waiting))
        assert floor.attendance.calling or all(floor.attendance.here(seat) for seat in waiting)


def assert_paragraphs_stand(floor: Floor) -> None:
    """Consultations are on a draft under debate; only what is in brackets has some."""
    if floor.consultations.paper:
        paper = floor.papers.get(floor.consultations.paper)
        assert paper is not None and paper.stage == "introduced" and floor.meeting.debate == "open"
    for paper in floor.papers.papers:
        for one in standing_of_paragraphs(floor, paper.key):
            assert bool(one.brackets) == (one.state == "bracketed")


def assert_clocks_go_on(before: Floor, after: Floor, at: int, adjusted: bool) -> None:
    """No clock of a stage is set anew, and one that waits stands still, unless time is given or held."""
    for name in DEBATE_CLOCKS:
        was, now = before.clocks.get(name), after.clocks.get(name)
        if was is None or now is None or adjusted or _stage(before, name) != _stage(after, name):
            continue
        assert now.total == was.total
        assert now.left(at) == (was.left(at) if was.running else was.remaining)


def _stage(floor: Floor, name: str) -> Any:
    debate, place = floor.resolution_debate, DEBATE_CLOCKS.index(name)
    levels = (debate.draft, *debate.amendments) if debate else ()
    return (levels[place].subject, levels[place].stage) if place < len(levels) else None
