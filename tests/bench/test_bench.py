"""The bench runs every scenario, with so few of everything that it says nothing about speed."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from app.bench import scenarios
from app.bench.command import bench
from app.bench.measuring import Outcome, Sides, Size, measure
from app.bench.scenarios import SCENARIOS, UnknownScenario, chosen
from tests.web.test_serving import ROOT, environment

TINY = Size(pairs=1, people=20, halls=2, changes=2, presses=2, acts=300)
KEYS = {"id", "metric", "reference", "ratio", "quartiles", "must", "goal", "must_met", "goal_met", "absolute"}
WITHOUT_NODE = [one.id for one in SCENARIOS if one.id not in ("B5", "B8")]
EVERY = pytest.param(WITHOUT_NODE, marks=[pytest.mark.long])


@pytest.mark.parametrize("ids", [["B4b"], EVERY], ids=["one", "all"])
def test_every_scenario_has_its_row_in_the_file(
    ids: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench(chosen(ids), TINY, tmp_path / "bench.json")
    told = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert [row["id"] for row in told["scenarios"]] == ids
    assert told["raised"], "limits that were raised are said"
    shown = capsys.readouterr()
    for row in told["scenarios"]:
        assert row.keys() >= KEYS
        assert row["why"] == "", f"{row['id']} broke off"
        assert row["ratio"] > 0
        assert len(row["quartiles"]) == 2
        assert set(row["guards"].values()) <= {0}, f"{row['id']}: {row['guards']}"
        assert row["absolute"]["ours"] > 0
        assert row["id"] in shown.out
    assert "1 of 1" in shown.err, "progress is told"


def test_where_node_is_missing_the_reference_is_null_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    code = bench(chosen(["B5"]), TINY, tmp_path / "bench.json")
    assert code == 0, "what cannot be compared was not missed"
    for row in json.loads((tmp_path / "bench.json").read_text("utf-8"))["scenarios"]:
        assert (row["ratio"], row["must_met"], row["goal_met"]) == (None, None, None)
        assert row["quartiles"] == [None, None]
        assert row["why"] == "Node and npm are not on this computer."
        assert row["absolute"]["ours"] > 0


def test_pairs_change_which_side_goes_first() -> None:
    order: list[str] = []

    def side(name: str, value: float) -> float:
        order.append(name)
        return value

    outcome = _measured(Sides(lambda: side("ours", 6), lambda: side("reference", 2)), 4)
    assert order == ["ours", "reference", "reference", "ours"] * 2
    assert (outcome.ratio, outcome.quartiles) == (3, (3, 3))
    assert (outcome.met(3), outcome.met(2.9)) == (True, False)


def test_a_fault_on_the_way_is_a_target_missed() -> None:
    sides = Sides(lambda: 1, lambda: 2)
    sides.guard("frames lost", 1)
    assert _measured(sides, 1).met(100) is False


def test_scenarios_are_named_by_number_or_by_letter_too() -> None:
    assert [one.id for one in chosen(["b4", "B2"])] == ["B2", "B4a", "B4b"]
    assert [one.id for one in chosen(["B4a"])] == ["B4a"]
    assert chosen([]) == SCENARIOS
    with pytest.raises(UnknownScenario, match="no scenario B77; there are B1, B1b"):
        chosen(["B77"])


def test_the_command_answers_a_wrong_name_with_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "bench", "B77"],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no scenario B77;")


def _measured(sides: Sides, pairs: int) -> Outcome:
    scenario = replace(scenarios.SCENARIOS[0], stage=lambda size: nullcontext(sides))
    return measure(scenario, Size(pairs=pairs), lambda line: None)
