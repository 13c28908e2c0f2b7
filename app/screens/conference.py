"""A committee in one row of the overview: where it is, who speaks, who is here, what is adopted."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.procedure.quorum import members, members_here, quorum_to_vote
from app.screens.directory import Directory
from app.screens.shown import Who, told, who
from app.words import phase_now


@dataclass(frozen=True, slots=True)
class CommitteeNow:
    """What an organizer sees of one committee at a glance.

    `phase` is one sentence; `waiting` counts the names on the list in use; `called` says whether the roll was
    called; `quorum` whether enough are here to vote; `adopted` are key, name and title of adopted papers.
    """

    committee: int
    name: str
    has_met: bool
    phase: str
    speaker: Who | None
    waiting: int
    here: int
    members: int
    called: bool
    quorum: bool
    claimed: int
    vote_open: bool
    adopted: tuple[tuple[str, str, str], ...]


def committee_now(floor: Floor, directory: Directory) -> CommitteeNow:
    """The row of one committee."""
    context = told(floor, directory)
    now, using = floor.speeches.now, list_in_use(floor)
    here, called = len(members_here(floor)), bool(floor.attendance.statuses)
    adopted = (paper for paper in floor.papers.papers if paper.stage == "adopted")
    return CommitteeNow(
        committee=directory.committee,
        name=directory.name,
        has_met=called or floor.attendance.calling or floor.meeting.state != "not_open",
        phase=phase_now(floor, directory.short_names, context.gettext),
        speaker=who(directory, now.seat) if now else None,
        waiting=len(using[1].queue) if using else 0,
        here=here,
        members=len(members(floor)),
        called=called,
        quorum=called and here >= quorum_to_vote(floor),
        claimed=directory.claimed,
        vote_open=floor.votes.now is not None and floor.votes.now.is_open,
        adopted=tuple((paper.key, context.paper(paper.key), paper.title) for paper in adopted),
    )
