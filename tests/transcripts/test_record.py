"""A record as a transcript: it plays back to the floor that it was recorded from, rulebook included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.procedure.clocks import TimeUp
from app.procedure.floor import Floor
from app.procedure.parameters import with_parameters
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import compose, load
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.undo import Entry
from app.transcripts import play, transcript
from app.transcripts.plain import plain
from app.transcripts.record import NothingRecorded
from tests.afternoon import Afternoon
from tests.procedure.meeting import Meeting, in_debate, roll_call
from tests.served import Served

PAIR = {"peru": "Peru", "france": "France"}


def entries(meeting: Meeting) -> list[Entry]:
    """The acts of a meeting as its record has them."""
    return [
        Entry(n, at, by, command, insist, events, "") for n, at, by, command, insist, events in meeting.said
    ]


def floor_again(lines: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The floor at the end of a transcript; every one of its lines must be accepted."""
    told = list(play([json.dumps(line).encode() for line in lines]))
    assert [one for one in told[:-1] if not one["accepted"]] == []
    floor: dict[str, Any] = told[-1]["floor"]
    return floor


def without_head(floor: Floor) -> dict[str, Any]:
    """The floor as plain data; the code of its chain belongs to the record, not to the rules."""
    made: dict[str, Any] = plain(replace(floor, head=""))
    return made


HOUSES = [
    load("harvard"),
    compose("nmun", ("security_council",)),
    with_parameters(load("harvard"), {"gsl_default_seconds": 60, "precedence_of": "GEO"}),
    replace(load("harvard"), id="own", title="Our house", notes=("as we like it",)),
]


@pytest.mark.parametrize("house", HOUSES, ids=["harvard", "composed", "parameters", "own"])
def test_a_meeting_plays_back_to_the_same_floor_in_every_kind_of_house(house: Rulebook) -> None:
    meeting = in_debate(rulebook=house)
    meeting.do(JoinSpeakersList(), by="france")
    meeting.do(CallNextSpeaker())
    lines = list(transcript(entries(meeting), PAIR))
    assert floor_again(lines) == without_head(meeting.floor)
    assert isinstance(lines[0]["rulebook"], str) == (house.id != "own")


def test_alarms_are_played_where_they_were_recorded() -> None:
    """A clock that runs out late in the record keeps its number and its time."""
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="france")
    meeting.do(CallNextSpeaker())
    meeting.do(JoinSpeakersList(), by="peru", after=120)
    meeting.do(TimeUp("speech", meeting.floor.clocks["speech"].generation), by="room")
    assert floor_again(transcript(entries(meeting), {})) == without_head(meeting.floor)


def test_a_roll_call_vote_plays_back() -> None:
    meeting = roll_call()
    meeting.call_roll({"ghana": "no", "peru": "abstain", "spain": ("pass", "yes")})
    meeting.announce()
    assert floor_again(transcript(entries(meeting), {})) == without_head(meeting.floor)


def test_nothing_is_not_a_transcript() -> None:
    with pytest.raises(NothingRecorded):
        list(transcript([], {}))


def test_a_recorded_afternoon_is_exported_and_plays_back(tmp_path: Path) -> None:
    """Undone acts, corrected ballots, insistence and a second session among it."""
    with Served(tmp_path) as served:
        Afternoon(served).play()
        floor = served.room().floor
    environment = {**os.environ, "PLACARD_DATA": str(tmp_path), "PLACARD_DATABASE_URL": ""}
    command = [sys.executable, "-m", "app", "meeting", "export"]
    told = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True)
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert lines[0]["rulebook"] == "harvard"
    assert {"delegation", "name", "standing", "order"} <= set(lines[0]["roster"][0])
    assert len(lines) == floor.number
    assert floor_again(lines) == without_head(floor)
    unknown = subprocess.run([*command, "99"], env=environment, capture_output=True, timeout=60, check=False)
    assert (unknown.returncode, unknown.stderr) == (2, b"There is no record of committee 99.\n")
