"""The rehearsal: robots play a whole meeting over HTTP and websockets against a running server."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import run as command_line
from app.live.channels import region_digest, version
from app.procedure.floor import Floor, enter
from app.rehearsal import NotRehearsed, Report, rehearse, road
from app.rehearsal.cast import Cast
from app.rehearsal.ledger import Ledger
from app.rehearsal.out_of_order import Wrong
from app.rehearsal.pace import BadPace, Pace, read_pace
from app.rehearsal.road import Scene
from app.rehearsal.robot import Refused
from app.rehearsal.window import Window
from app.rooms import Room
from tests.served import OPERATOR_SECRET, Served


@pytest.fixture
def owned(served: Served) -> Path:
    """The data directory, with what a serving Placard leaves there for its owner."""
    known = {"base": served.base, "origin": served.base, "secret": OPERATOR_SECRET}
    (served.settings.data / "operator.json").write_text(json.dumps(known), "utf-8")
    return served.settings.data


@pytest.mark.timeout(600)
def test_robots_play_a_whole_meeting_to_an_adopted_resolution(
    served: Served, owned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = served.head()
    report = rehearse(served.base, 4, owned, seed=3)
    told = capsys.readouterr().out
    assert report.held, report.faults
    assert "with 4 robot delegations, 1 of them without a device; pace max, seed 3" in told
    assert "Adopted" in told and "each equals a fresh one" in told and "Everything held." in told
    assert served.head() == before, "the committee of the day is left alone"
    served.joined(served.code("organizer")).close()

    assert 18 <= report.share <= 22, "one act in five is out of order"
    assert {"role.not_allowed", "motion.precedence"} <= set(dict(report.refused))
    assert {"sockets cut", "pages opened again"} <= set(dict(report.mishaps))
    assert report.frames > 50 and report.bytes > 10_000

    room = served.ask(served.house.room(report.committee))
    assert [paper.stage for paper in room.floor.papers.papers] == ["adopted", "returned"]
    assert_what_was_played(room)
    assert replayed(room) == room.floor


def assert_what_was_played(room: Room) -> None:
    """All that the rehearsal promises is in the record, and it is as long as the report says."""
    commands = {type(kept.entry.command).__name__ for kept in room.history.kept}
    assert {"AnswerNote", "AppealRuling", "YieldFloor", "ReturnPaper", "EnterCount"} <= commands
    assert {"ConsentToAmendment", "PauseClock", "TakeSlot", "LeaveSpeakersList"} <= commands
    assert [one.stage for one in room.floor.papers.amendments] == ["adopted", "adopted", "failed"]
    modes = [vote.mode for vote in room.floor.votes.past]
    assert {"placards", "devices", "roll_call"} == set(modes)


def replayed(room: Room) -> Floor:
    """The floor as the fold of the minutes."""
    floor = Floor()
    for kept in room.history.kept:
        floor = kept.before if floor.number == 0 else floor
        entry = kept.entry
        floor = enter(floor, entry.number, entry.at, entry.events, entry.chain)
    return floor


@pytest.mark.parametrize("seats", [3, 194])
def test_too_few_or_too_many_robots_are_refused(served: Served, owned: Path, seats: int) -> None:
    with pytest.raises(NotRehearsed, match="Between 4 and 193 robot delegations"):
        rehearse(served.base, seats, owned)


def test_only_the_owner_of_the_data_directory_rehearses(served: Served, owned: Path, tmp_path: Path) -> None:
    with pytest.raises(NotRehearsed, match="No server runs on this data directory"):
        rehearse(served.base, 8, tmp_path)
    (tmp_path / "operator.json").write_text(json.dumps({"secret": "guessed"}), "utf-8")
    with pytest.raises(NotRehearsed, match="403"):
        rehearse(served.base, 8, tmp_path)


def test_a_rehearsal_that_nobody_could_hold_is_refused(served: Served) -> None:
    for body in ('{"members": 194}', '{"members": -1}', '{"members": "all"}', "[", '"x"'):
        answer = served.client("nobody").post(
            "/operator/rehearsals", content=body, headers={"Authorization": f"Bearer {OPERATOR_SECRET}"}
        )
        assert answer.status_code == 422, body
        assert answer.json()["refused"][0]["sentence"].endswith(".")


def test_a_pace_is_how_many_times_as_fast_as_people() -> None:
    assert [read_pace(text).times for text in ("max", "1x", "5x", "2.5x")] == [0, 1, 5, 2.5]
    for text in ("", "fast", "5", "0x", "-1x", "1000x"):
        with pytest.raises(BadPace, match="is no pace"):
            read_pace(text)
    assert [Pace(times).length(80, of=4) for times in (0, 1, 5, 100)] == [80, 80, 16, 4]


async def begins_the_roll_call(cast: Cast) -> None:
    await cast.try_wrong(Wrong("the chair begins the roll call", cast.chair, "/roll-calls", {}))


@pytest.mark.parametrize(
    ("scenes", "code", "told"),
    [((), 0, "Everything held."), ((begins_the_roll_call,), 1, "begins the roll call: accepted")],
)
def test_the_exit_code_says_whether_all_held(
    served: Served,
    owned: Path,
    scenes: tuple[Scene, ...],
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(road, "SCENES", scenes)
    monkeypatch.setenv("PLACARD_DATA", str(owned))
    monkeypatch.setattr(sys, "argv", ["placard", "rehearse", "--seats", "4", "--url", served.base])
    with pytest.raises(SystemExit) as ended:
        command_line()
    assert ended.value.code == code
    assert told in capsys.readouterr().out


def test_an_act_out_of_order_must_be_refused_by_a_sentence() -> None:
    ledger = Ledger()
    ledger.note_refusal("a delegate rules", Refused("Only the chair rules.", 403, ("role.not_allowed",)))
    assert not ledger.faults and ledger.refused == {"role.not_allowed": 1}
    ledger.note_refusal("a delegate rules", Refused("It broke.", 500))
    ledger.note_refusal("a delegate rules", Refused("", 422))
    ledger.note_accepted_wrongly("a delegate rules")
    assert len(ledger.faults) == 3


def test_a_window_takes_frames_that_fit_and_says_what_it_has_where_one_does_not() -> None:
    first, second = region_digest("now", "a"), region_digest("now", "b")
    whole = {"channel": "public", "was": None, "regions": {"now": "a"}, "digests": {"now": first}}
    change = {"channel": "public", "regions": {"now": "b"}, "digests": {"now": second}}
    window = Window()
    assert window._apply(whole)
    assert not window._apply({**change, "was": version([second])}), "a frame before it was lost"
    assert window.screen == {"public": {"now": "a"}}
    assert window._apply({**change, "was": version([first])})
    assert window.screen == {"public": {"now": "b"}} and window.frames == 2


@pytest.mark.long
def test_the_same_seed_plays_the_same_meeting(served: Served, owned: Path) -> None:
    first, again, other = (rehearse(served.base, 9, owned, seed=seed) for seed in (4, 4, 5))
    assert first.held and again.held and other.held
    assert (first.accepted, first.refused, first.mishaps) == (again.accepted, again.refused, again.mishaps)
    assert said(served, first) == said(served, again) != said(served, other)


def said(served: Served, report: Report) -> list[str]:
    """What was done in a rehearsal, sorted, as acts of one moment have no order; without the names that the
    server gives to clauses by lot, and the digests of texts with these names."""
    room = served.ask(served.house.room(report.committee))
    acts = (f"{kept.entry.by} {kept.entry.command}" for kept in room.history.kept[1:])
    return sorted(re.sub(r"\b[0-9a-f]{12,}\b", "#", act) for act in acts)


@pytest.mark.long
def test_thirty_four_robots_play_the_road_within_the_limits_of_a_real_server(tmp_path: Path) -> None:
    limits: dict[str, Any] = {"seat_presses": 10, "dais_presses": 100, "burst": 20, "sockets_per_sign_in": 5}
    with Served(tmp_path, **limits, devices_per_seat=3) as real:
        known = {"secret": OPERATOR_SECRET}
        (tmp_path / "operator.json").write_text(json.dumps(known), "utf-8")
        report = rehearse(real.base, 34, tmp_path)
        assert report.held, report.faults
        assert dict(report.mishaps)["left while a vote was open"] == 2
