"""What the rules cost with a long record behind them: `python -m tests.procedure.cost`.

193 delegations and 5,000 minutes of list, caucuses, motions and votes; then each command is decided and
applied many times on that floor and on a young one, and the whole record is replayed.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter
from typing import Any

from app.procedure.caucuses import EndCaucus
from app.procedure.floor import Floor, InOrder, decide, enter, permitted
from app.procedure.late_arrivals import AskStatus
from app.procedure.motions import RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult
from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.voting import OpenVote
from app.procedure.yields import YieldFloor
from tests.procedure.meeting import CHAIR, Meeting, in_debate, many

DELEGATIONS, MINUTES, REPEATS = 193, 5_000, 200


def long_meeting(minutes: int = MINUTES) -> Meeting:
    """A debate of 193 delegations whose record has so many minutes."""
    keys = many(DELEGATIONS)
    meeting = in_debate(members=keys, others=())
    turn = 0
    while meeting.floor.number < minutes:
        _round(meeting, keys, turn)
        turn += 1
    return meeting


def _round(meeting: Meeting, keys: tuple[str, ...], turn: int) -> None:
    """Ten delegations speak, and every fourth time a motion for a caucus is put and passes."""
    seats = [keys[(turn * 10 + place) % len(keys)] for place in range(10)]
    for seat in seats:
        meeting.do(JoinSpeakersList(), by=seat)
    for seat in seats:
        meeting.do(CallNextSpeaker())
        meeting.do(EndSpeech(seat), after=60)
    if turn % 4 == 0:
        meeting.carry("unmoderated_caucus", seats[0], total_seconds=600)
        meeting.do(EndCaucus())


def commands(meeting: Meeting) -> Iterator[tuple[str, Any, str, Floor]]:
    """Yields a command of each sort with its seat and the floor that it is given on."""
    seat = meeting.floor.seats["member-01"].key
    yield "join the list", JoinSpeakersList(), seat, meeting.floor
    yield "ask for a status by a note", AskStatus("present_and_voting"), seat, meeting.floor
    yield "move a caucus", RaiseMotion("unmoderated_caucus", total_seconds=600), seat, meeting.floor
    meeting.do(JoinSpeakersList(), by=seat)
    yield "leave the list", LeaveSpeakersList(), seat, meeting.floor
    yield "call the next speaker", CallNextSpeaker(), CHAIR, meeting.floor
    meeting.do(CallNextSpeaker())
    yield "yield to a delegate", YieldFloor("delegate", "member-02"), seat, meeting.floor
    yield "thank the speaker", EndSpeech(seat), CHAIR, meeting.floor
    meeting.do(EndSpeech(seat))
    number = meeting.motion("unmoderated_caucus", seat, total_seconds=600)
    yield "put a motion to the vote", OpenVote("motion", str(number)), CHAIR, meeting.floor
    meeting.do(OpenVote("motion", str(number)))
    yield "enter the count", EnterCount(meeting.vote.number, 190, 3), CHAIR, meeting.floor
    meeting.do(EnterCount(meeting.vote.number, 190, 3))
    yield "announce the result", AnnounceResult(meeting.vote.number), CHAIR, meeting.floor


def cost(floor: Floor, by: str, command: Any) -> int:
    """Microseconds to decide a command and apply its events, the median of many times."""
    return round(median(_once(floor, by, command) for _ in range(REPEATS)) * 1e6)


def _once(floor: Floor, by: str, command: Any) -> float:
    began = perf_counter()
    decision = decide(floor, by, floor.at + 1000, command)
    assert isinstance(decision, InOrder), (command, decision)
    enter(floor, floor.number + 1, floor.at + 1000, decision.events)
    return perf_counter() - began


def replay(meeting: Meeting) -> float:
    """Seconds to fold the whole record again."""
    began = perf_counter()
    floor = Floor()
    for number, at, _, _, _, events in meeting.said:
        floor = enter(floor, number, at, events)
    assert floor == meeting.floor
    return perf_counter() - began


def main() -> None:
    """Prints the table."""
    young, old = long_meeting(100), long_meeting()
    seconds = replay(old)
    print(f"replay of {len(old.said)} acts: {seconds:.2f} s, {seconds / len(old.said) * 1e6:.0f} µs an act")
    print(f"{'microseconds, decide + apply':30} {'100 acts':>9} {'5,000':>9}")
    for first, second in zip(commands(young), commands(old), strict=True):
        print(
            f"{first[0]:30} {cost(first[3], first[2], first[1]):9} {cost(second[3], second[2], second[1]):9}"
        )
    began = perf_counter()
    for _ in range(20):
        permitted(old.floor, "member-01")
    print(f"{'what may a delegation do now':30} {'':9} {(perf_counter() - began) / 20 * 1e6:9.0f}")


if __name__ == "__main__":
    main()
