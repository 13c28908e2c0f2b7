"""Drills on a running server: the page for everybody, and robots that play a situation step by step."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from app.__main__ import run as command_line
from app.drills import ruled, situation, situations
from app.rehearsal import NotRehearsed
from app.rehearsal.drilling import drill
from tests.served import OPERATOR_SECRET, Served


@pytest.fixture
def owned(served: Served) -> Path:
    """The data directory, with what a serving Placard leaves there for its owner."""
    (served.settings.data / "operator.json").write_text(json.dumps({"secret": OPERATOR_SECRET}), "utf-8")
    return served.settings.data


@pytest.mark.parametrize("name", ["cold-room", "ngo-sponsor", "twice-on-the-list"])
def test_robots_play_a_drill_and_the_server_rules_as_the_rules_do(
    served: Served, owned: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = served.head()
    assert drill(served.base, name, owned)
    told = capsys.readouterr().out
    ruling = ruled(situation(name))
    assert ruling.sentence in told and ruling.rule in told
    assert "In a house with" in told
    assert served.head() == before, "a drill has a committee of its own"


@pytest.mark.long
@pytest.mark.parametrize("name", [one.name for one in situations()])
def test_every_drill_is_played(served: Served, owned: Path, name: str) -> None:
    assert drill(served.base, name, owned)


def test_the_command_lists_drills_and_names_one_that_is_not_there(
    served: Served, owned: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLACARD_DATA", str(owned))
    for arguments, code, said in (
        (["--drill", "list"], 0, "uneven-time: Ten minutes of 45-second speeches"),
        (["--drill", "nothing", "--url", served.base], 2, "There is no drill “nothing”."),
        (["--drill", "tie", "--pace", "slow", "--url", served.base], 2, "is no pace"),
    ):
        monkeypatch.setattr(sys, "argv", ["placard", "rehearse", *arguments])
        with pytest.raises(SystemExit) as ended:
            command_line()
        told = capsys.readouterr()
        assert ended.value.code == code, told
        assert said in told.out + told.err


def test_the_server_founds_no_committee_for_a_drill_that_it_does_not_know(
    served: Served, owned: Path
) -> None:
    answer = served.client("nobody").post(
        "/operator/rehearsals",
        json={"drill": "nothing"},
        headers={"Authorization": f"Bearer {OPERATOR_SECRET}"},
    )
    assert answer.status_code == 422
    assert "There is no drill" in answer.json()["refused"][0]["sentence"]
    with pytest.raises(NotRehearsed, match="There is no drill"):
        drill(served.base, "nothing", owned)


def test_everybody_reads_the_page_of_drills(served: Served) -> None:
    answer = served.client("nobody").get("/help/drills", headers={"Accept": "text/html"})
    assert answer.status_code == 200 and "What would you rule?" in answer.text
    assert 'href="/help/drills"' in served.client("nobody").get("/help", headers={"Accept": "text/html"}).text
