"""An election at its moments: opened on devices or on paper, counted, to be drawn by lot, announced."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.act import ROOM
from app.procedure.election_announcing import AnnounceElection
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.secret_ballots import (
    CloseElection,
    CountElection,
    EnterElectionCount,
    ReceiveSecretBallots,
)
from tests.procedure.meeting import Meeting


def opened(meeting: Meeting, standing: tuple[str, ...], voted: int = 0, places: int = 1) -> Meeting:
    """These stand for rapporteur, and so many ballots are in."""
    meeting.do(OpenElection("Rapporteur of the committee", standing, places))
    if voted:
        seats = tuple(sorted(_order(meeting)[:voted]))
        meeting.do(ReceiveSecretBallots(_number(meeting), seats), by=ROOM)
    return meeting


def counted(meeting: Meeting, standing: tuple[str, ...], *votes: int) -> Meeting:
    """All ballots are in, closed and counted."""
    opened(meeting, standing, sum(votes))
    return _count(meeting, *votes)


def _count(meeting: Meeting, *votes: int) -> Meeting:
    number = _number(meeting)
    meeting.do(CloseElection(number))
    meeting.do(CountElection(number, sum(votes), votes), by=ROOM)
    return meeting


def announced(meeting: Meeting, standing: tuple[str, ...], *votes: int) -> Meeting:
    """The room knows the result."""
    counted(meeting, standing, *votes)
    meeting.do(AnnounceElection(_number(meeting)))
    return meeting


def equal_twice(meeting: Meeting, standing: tuple[str, ...], each: int) -> Meeting:
    """A second ballot is divided equally: lots are drawn."""
    announced(meeting, standing[:2], each, each)
    meeting.do(OpenNextBallot(meeting.floor.elections.past[-1].election.number))
    seats = tuple(sorted(_order(meeting)[: 2 * each]))
    meeting.do(ReceiveSecretBallots(_number(meeting), seats), by=ROOM)
    return _count(meeting, each, each)


def on_paper(meeting: Meeting, standing: tuple[str, ...], *votes: int) -> Meeting:
    """The tellers have counted, where votes are given; else they wait."""
    meeting.do(OpenElection("Rapporteur of the committee", standing, way="paper"))
    if votes:
        meeting.do(EnterElectionCount(_number(meeting), sum(votes), votes))
    return meeting


def miscounted(meeting: Meeting, standing: tuple[str, ...]) -> Meeting:
    """The box holds another number of ballots than came in."""
    opened(meeting, standing, 9)
    meeting.do(CloseElection(_number(meeting)))
    meeting.do(CountElection(_number(meeting), 8, (8,) + (0,) * (len(standing) - 1)), by=ROOM)
    return meeting


def _number(meeting: Meeting) -> int:
    assert meeting.floor.elections.now is not None
    return meeting.floor.elections.now.number


def _order(meeting: Meeting) -> tuple[str, ...]:
    assert meeting.floor.elections.now is not None
    return meeting.floor.elections.now.order


def scenes(begin: Callable[[], Meeting], standing: tuple[str, ...]) -> Mapping[str, Callable[[], Meeting]]:
    """All of them by name, each played on a fresh meeting; at least four stand."""
    return {
        "election-open": lambda: opened(begin(), standing[:4], 10),
        "election-counting": lambda: _closed(opened(begin(), standing[:4], 10)),
        "election-counted": lambda: counted(begin(), standing[:3], 14, 6, 3),
        "election-lot": lambda: equal_twice(begin(), standing, 11),
        "election-void": lambda: miscounted(begin(), standing[:3]),
        "election-paper": lambda: on_paper(begin(), standing[:4]),
        "election-paper-counted": lambda: on_paper(begin(), standing[:3], 14, 6, 3),
        "election-announced": lambda: announced(begin(), standing[:3], 14, 6, 3),
        "election-again": lambda: announced(begin(), standing[:4], 8, 6, 4, 3),
    }


def _closed(meeting: Meeting) -> Meeting:
    meeting.do(CloseElection(_number(meeting)))
    return meeting
