"""P-52: what any release has recorded replays in this one, to the same floor and the same head."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.minutes import Minute, replay
from app.transcripts.plain import plain
from app.verify import verify
from tests.golden.record import PLAYED, RELEASE, files, floor_of


def differences(old: Any, new: Any, place: str = "floor") -> list[str]:
    """Where the floor of now is not what it was; what a later release has added to it does not count."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [
            found
            for key in old
            for found in (
                differences(old[key], new[key], f"{place}.{key}")
                if key in new
                else [f"{place}.{key} is gone"]
            )
        ]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        return [found for at, (a, b) in pairs for found in differences(a, b, f"{place}[{at}]")]
    return [] if old == new else [f"{place} was {old}, is {new}"]


@pytest.mark.parametrize("record", list(files()), ids=lambda path: f"{path.parent.name} {path.name}")
def test_p52_a_record_of_an_earlier_release_replays_to_its_floor(record: Path) -> None:
    verdict = verify(record.read_bytes())
    rows = [Minute(**act) for act in json.loads(record.read_bytes())["acts"]]
    floor = replay(rows)
    assert (floor.number, floor.head) == (verdict.acts, verdict.head)
    known = json.loads(floor_of(record).read_text("utf-8"))
    assert differences(known, json.loads(json.dumps(plain(floor)))) == []


def test_p52_every_release_has_its_records() -> None:
    of_now = {path.name.partition(".")[0] for path in files() if path.parent.name == RELEASE}
    assert of_now == set(PLAYED)
