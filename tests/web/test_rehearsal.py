"""The rehearsal: robots play a whole meeting over HTTP and websockets against a running server."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.procedure.floor import Floor, enter
from app.rehearsal import NotRehearsed, rehearse
from tests.served import OPERATOR_SECRET, Served


@pytest.fixture
def owned(served: Served) -> Path:
    """The data directory, with what a serving Placard leaves there for its owner."""
    known = {"base": served.base, "origin": served.base, "secret": OPERATOR_SECRET}
    (served.settings.data / "operator.json").write_text(json.dumps(known), "utf-8")
    return served.settings.data


def test_eight_robots_play_the_road_to_an_adopted_resolution(
    served: Served, owned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = served.head()
    rehearse(served.base, 8, owned)
    told = capsys.readouterr().out
    found = re.search(r"committee (\d+) with 8 robot delegates", told)
    assert found, told
    assert "adopted" in told and "equals a fresh one" in told
    assert served.head() == before, "the committee of the day is left alone"
    served.joined(served.code("organizer")).close()

    room = served.ask(served.house.room(int(found[1])))
    assert [paper.stage for paper in room.floor.papers.papers] == ["adopted"]
    replayed = Floor()
    for kept in room.history.kept:
        replayed = kept.before if replayed.number == 0 else replayed
        entry = kept.entry
        replayed = enter(replayed, entry.number, entry.at, entry.events, entry.chain)
    assert replayed == room.floor


@pytest.mark.parametrize("seats", [3, 31])
def test_too_few_or_too_many_robots_are_refused(served: Served, owned: Path, seats: int) -> None:
    with pytest.raises(NotRehearsed, match="Between 4 and 30 robot delegates"):
        rehearse(served.base, seats, owned)


def test_only_the_owner_of_the_data_directory_rehearses(served: Served, owned: Path, tmp_path: Path) -> None:
    with pytest.raises(NotRehearsed, match="No server runs on this data directory"):
        rehearse(served.base, 8, tmp_path)
    (tmp_path / "operator.json").write_text(json.dumps({"secret": "guessed"}), "utf-8")
    with pytest.raises(NotRehearsed, match="403"):
        rehearse(served.base, 8, tmp_path)


@pytest.mark.long
def test_thirty_robots_play_the_road(served: Served, owned: Path) -> None:
    rehearse(served.base, 30, owned)
