"""What could stand in the fields of acts on elections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.procedure.candidates.motions import SAMPLE
from app.procedure.roster import delegations

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Candidates = Callable[["Floor", str, Mapping[str, Any]], Iterable[Any]]


def _number(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[int]:
    return (floor.elections.now.number,) if floor.elections.now else ()


def _last(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[int]:
    return (floor.elections.last.election.number,) if floor.elections.last else ()


def _standing(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    """Two delegations."""
    return (tuple(seat.key for seat in delegations(floor)[:2]),)


def _not_in(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    """One seat after the other, of those whose ballots are not in."""
    now = floor.elections.now
    return ((key,) for key in sorted(set(now.order) - set(now.received))) if now else ()


def _ballots(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[int]:
    """As many as came in; on paper as many as may vote."""
    now = floor.elections.now
    return (len(now.received) if now.way == "devices" else len(now.order),) if now else ()


def _votes(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[int, ...]]:
    """All for the first."""
    now = floor.elections.now
    return ((filled["ballots"], *(0 for _ in now.candidates[1:])),) if now else ()


def _lots(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    """None, and the first of those among whom lots are drawn."""
    yield ()
    now = floor.elections.now
    if now is not None and now.count is not None:
        result = now.decides()
        yield result.lot[: now.places - len(result.elected)]


ELECTION_FIELDS: dict[str, dict[str, Candidates]] = {
    "OpenElection": {
        "office": lambda floor, by, filled: (SAMPLE,),
        "candidates": _standing,
        "places": lambda floor, by, filled: (1,),
    },
    "OpenNextBallot": {"election": _last},
    "ReceiveSecretBallots": {"election": _number, "seats": _not_in},
    "CloseElection": {"election": _number},
    "CountElection": {"election": _number, "ballots": _ballots, "votes": _votes},
    "EnterElectionCount": {"election": _number, "ballots": _ballots, "votes": _votes},
    "AnnounceElection": {"election": _number, "lot": _lots},
    "VoidElection": {"election": _number},
}
