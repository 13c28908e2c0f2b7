"""The voting procedure as it is on the floor: entered, its doors, the drafts in their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Refusals, against
from app.procedure.documents import Paper

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft of which the chair asks whether anybody objects to adopting it without a vote."""

    paper: str
    way: Literal["acclamation", "consensus"]


@dataclass(frozen=True, slots=True)
class Action:
    """The voting procedure of the topic in hand.

    `on` says that it was entered, `inside` who was in the room then; `order` are the keys of drafts that a
    motion put in another order than that of submission; `asked` is the draft that may be adopted without a
    vote, `objected` those to which a delegation objected. `roll_calls` are drafts and amendments that are
    voted on by roll call, `divided` those on which nobody may abstain; `explained` are the explanations of
    vote that were given, as (subject, seat).
    """

    on: bool = False
    inside: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    asked: Asked | None = None
    objected: tuple[str, ...] = ()
    roll_calls: tuple[str, ...] = ()
    divided: tuple[str, ...] = ()
    explained: tuple[tuple[str, str], ...] = ()

    def answered(self, paper: str) -> Action:
        """With nothing asked about this draft any more."""
        return replace(self, asked=None) if self.asked and self.asked.paper == paper else self


@dataclass(frozen=True, slots=True)
class VotingEntered:
    """Voting procedure begins, as a step of its own after the closure of debate."""


@dataclass(frozen=True, slots=True)
class RollCallGranted:
    """The vote on this draft or amendment is taken by roll call."""

    subject: str


@dataclass(frozen=True, slots=True)
class DraftsReordered:
    """These drafts are voted on in this order."""

    order: tuple[str, ...]


def drafts(floor: Floor) -> tuple[Paper, ...]:
    """The drafts of the topic in hand that wait for their vote, in the order in which they are put.

    That is the order of submission [OX18], or the one that a motion gave them [DUM]. A draft whose vote was
    tied in this session waits for a later one (GA 95).
    """
    moved, later = floor.action.order, tied(floor)
    waiting = [one for one in floor.papers.before_the_committee(floor.meeting.topic) if one not in later]
    return tuple(
        sorted(
            waiting,
            key=lambda one: (moved.index(one.key) if one.key in moved else len(moved), one.submitted),
        )
    )


def tied(floor: Floor) -> tuple[Paper, ...]:
    """The drafts of the topic in hand whose vote was tied in this session: each is put once more (GA 95)."""
    here = floor.papers.before_the_committee(floor.meeting.topic)
    return tuple(paper for paper in here if paper.tied == floor.meeting.session)


def explanations_left(floor: Floor) -> tuple[str, ...]:
    """Who voted with rights on the question that was counted, and has not explained its vote yet [DUM]."""
    now = floor.votes.now
    paper = floor.papers.about(now.subject) if now is not None else None
    if now is None or now.tally is None or paper is None:
        return ()
    asked = (seat for seat in now.order if seat in now.ballots and now.ballots[seat].with_rights)
    given = {seat for subject, seat in floor.action.explained if subject == now.subject}
    left = (seat for seat in asked if floor.attendance.here(seat) and seat not in given)
    return tuple(seat for seat in left if seat not in paper.sponsors)


def shut_out(floor: Floor, seat: str) -> Refusals:
    """What stands against a delegation coming in while votes are taken [HAM] [OX18].

    Who was inside when voting procedure began always gets back in; a roll call lets everybody answer.
    """
    rules = floor.rulebook.action
    shut = floor.action.on and rules.doors_closed and not rules.late_entry
    if shut and not floor.attendance.calling and seat not in floor.action.inside:
        yield against("doors.closed", "seat", seat=seat)


def entered(floor: Floor) -> Floor:
    """The floor in voting procedure, with the doors closed behind those who are here."""
    here = frozenset(key for key in floor.seats if floor.attendance.here(key))
    return replace(floor, action=replace(floor.action, on=True, inside=here))


def admitted(floor: Floor) -> Floor:
    """The floor with those who are here now inside the doors, after a roll was called during voting."""
    return entered(floor) if floor.action.on else floor


def apply_entered(floor: Floor, event: VotingEntered, at: int) -> Floor:
    """The doors close."""
    return entered(floor)


def apply_roll_call(floor: Floor, event: RollCallGranted, at: int) -> Floor:
    """By names."""
    roll_calls = (*floor.action.roll_calls, event.subject)
    return replace(floor, action=replace(floor.action, roll_calls=roll_calls))


def apply_reordered(floor: Floor, event: DraftsReordered, at: int) -> Floor:
    """In this order."""
    return replace(floor, action=replace(floor.action, order=event.order))


ACTS: dict[type, Act] = {}
APPLY = {
    VotingEntered: apply_entered,
    RollCallGranted: apply_roll_call,
    DraftsReordered: apply_reordered,
}
