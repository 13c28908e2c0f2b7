"""A meeting as rows of the minutes, and as the file that a committee takes away."""

from __future__ import annotations

from dataclasses import replace

from app.keeping.exported_record import exported
from app.minutes import Minute, chain_code, columns, command_json, write
from app.procedure.floor import Floor
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.votes import CastBallot, CorrectBallot
from resolutions.voting import Choice
from tests.procedure.meeting import Meeting, in_debate

NAMES = {"peru": "Peru", "viet-nam": "Viet Nam"}


def rows_of(meeting: Meeting, committee: int = 1) -> list[Minute]:
    """Every act of the meeting, chained."""
    rows: list[Minute] = []
    for number, at, by, command, insist, events in meeting.said:
        before = rows[-1] if rows else Floor()
        told = command_json(command, insist)
        rows.append(write(before, committee, at, by, f"press-{number}", told, events))
    return rows


def file_of(rows: list[Minute]) -> bytes:
    """The exported record."""
    return exported(1, "Council", NAMES, rows)


def voted() -> Meeting:
    """Votes by devices, by placards, and a roll call in which an answer is corrected after the count."""
    meeting = in_debate()
    vote = meeting.put("motion", meeting.motion("suspend_meeting", "ghana"), "devices")
    choices: tuple[Choice, ...] = ("no", "no", "yes", "no", "yes")
    for seat, choice in zip(vote.order, choices, strict=False):
        meeting.do(CastBallot(vote.number, choice), by=seat)
    meeting.announce()
    meeting.introduced()
    meeting.put("motion", meeting.motion("close_debate", "peru"))
    meeting.hands(7, 1)
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({"ghana": "no", "peru": "abstain", "spain": ("pass", "yes")})
    number = meeting.vote.number
    meeting.do(CloseVote(number))
    meeting.do(CorrectBallot(number, "canada", "no", "It was heard wrongly"))
    meeting.do(AnnounceResult(number))
    return meeting


def rewritten(rows: list[Minute], number: int, old: str, new: str) -> bytes:
    """The file of somebody who changes one act's events and then makes every code anew."""
    made: list[Minute] = []
    for row in rows:
        assert row.number != number or old in row.events, row.events
        events = row.events.replace(old, new) if row.number == number else row.events
        told = replace(row, events=events)
        chain = chain_code(made[-1].chain if made else "", columns(told))
        made.append(replace(told, chain=chain))
    return file_of(made)
