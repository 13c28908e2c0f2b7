"""The head of the cockpit: phase and counts, the line for the chair to say, the tabs and their counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.procedure.quorum import members, members_here, quorum_to_open, quorum_to_vote
from app.screens.cockpit.common import names
from app.screens.cockpit.timed import debaters
from app.screens.directory import Directory, read_in
from app.screens.shown import tongue
from app.words import chairs_line
from resolutions.voting import MajorityRule, needed


@dataclass(frozen=True, slots=True)
class HeadView:
    """Where the committee is, and the numbers that follow from who is here.

    `phase` is a code that the template puts into words; `simple` and `two_thirds` hold if nobody abstains.
    """

    template: ClassVar[str] = "cockpit/head.html"
    coalesced: ClassVar[bool] = False
    phase: str
    session: int
    here: int
    members: int
    simple: int
    two_thirds: int
    quorum: int
    has_quorum: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """The sentence that the chair says now, and its language.

    `unrecorded` says that acts cannot be recorded just now, which stands above everything else.
    """

    template: ClassVar[str] = "cockpit/line.html"
    coalesced: ClassVar[bool] = False
    sentence: str
    language: str
    unrecorded: bool = False


@dataclass(frozen=True, slots=True)
class TabsView:
    """The panels, and how much waits in each; `lit` is the one where business is now."""

    template: ClassVar[str] = "cockpit/tabs.html"
    coalesced: ClassVar[bool] = False
    speakers: int
    motions: int
    papers: int
    vote: bool


def phase(floor: Floor) -> str:
    """The code of what is going on, for the chip in the head."""
    if floor.meeting.state in ("suspended", "adjourned"):
        return floor.meeting.state
    if floor.attendance.calling:
        return "roll_call"
    if floor.meeting.state == "not_open":
        return "not_open"
    if floor.meeting.debate == "open" and floor.caucus is not None:
        return floor.caucus.kind
    return {"none": "agenda", "open": "debate", "closed": "voting"}[floor.meeting.debate]


def quorum_to_come(floor: Floor) -> int:
    """The quorum that matters now: to open debate before it, to vote on substance after."""
    return quorum_to_open(floor) if floor.meeting.debate == "none" else quorum_to_vote(floor)


def majorities(floor: Floor) -> tuple[int, int]:
    """How many Yes carry a question by simple majority and by two thirds, if nobody abstains."""
    here = len(members_here(floor))
    simple, two_thirds = MajorityRule("simple_cast"), MajorityRule("two_thirds_cast")
    return needed(simple, here, here), needed(two_thirds, here, here)


def draw_head(floor: Floor, directory: Directory) -> HeadView:
    """Phase chip and counts."""
    here, quorum = len(members_here(floor)), quorum_to_come(floor)
    simple, two_thirds = majorities(floor)
    return HeadView(
        phase(floor),
        floor.meeting.session,
        here,
        len(members(floor)),
        simple,
        two_thirds,
        quorum,
        here >= quorum,
    )


def draw_line(floor: Floor, directory: Directory) -> LineView:
    """The chair's line, in the language of the room that it is said to."""
    spoken = read_in(directory, "")
    said = chairs_line(floor, names(floor, spoken), tongue(spoken))
    return LineView(said, directory.language, directory.unrecorded)


def draw_tabs(floor: Floor, directory: Directory) -> TabsView:
    """Counts: names on the list, motions that wait, papers that wait for the dais, a vote on the floor."""
    using = list_in_use(floor)
    submitted = sum(paper.stage == "submitted" for paper in floor.papers.papers)
    sides = debaters(floor, directory)
    waiting = len(using[1].queue) if using else 0
    if sides is not None:
        waiting = sum(len(one.waiting) for one in sides.sides)
    return TabsView(
        waiting, len(floor.motions.pending), submitted, bool(floor.votes.now or floor.elections.now)
    )
