"""Every case of the reference comes out as the reference says, and its mirror the other way."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cases.outcome import Outcome, differences

HERE = Path(__file__).parent
TABLE: dict[str, dict[str, Any]] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))

# The case numbers of the reference; they are not continuous.
# fmt: off
CASES = (
    2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19, 22, 23, 25, 26, 27, 28, 29, 30, 31, 32, 35, 39,
    41, 42, 43, 45, 46, 47, 48, 50, 51, 53, 55, 56, 58, 60, 61, 63, 64, 66, 68, 69, 70, 71, 72, 73, 74, 75,
)
# fmt: on


def rows() -> Iterator[Any]:
    """The table, its known disagreements marked."""
    for name, row in TABLE.items():
        known = [pytest.mark.xfail(strict=True, reason=row["disagrees"])] if "disagrees" in row else []
        yield pytest.param(name, row, id=name, marks=known)


@pytest.mark.parametrize(("name", "row"), list(rows()))
def test_the_case_comes_out(name: str, row: dict[str, Any]) -> None:
    outcome = Outcome.of((HERE / f"{name}.jsonl").read_bytes())
    assert list(differences(outcome, row)) == [], row["outcome"]


@pytest.mark.parametrize("number", CASES)
def test_every_case_has_a_transcript_and_a_mirror(number: int) -> None:
    names = [name for name in TABLE if name.startswith(f"t{number:02}_")]
    assert [name for name in names if not name.endswith(".mirror")]
    assert [name for name in names if name.endswith(".mirror")]


def test_files_and_table_name_the_same_transcripts() -> None:
    assert {path.stem for path in HERE.glob("*.jsonl")} == set(TABLE)
    assert all(re.fullmatch(r"t\d\d_\w+\.\w+(\.mirror)?", name) for name in TABLE)


def test_a_mirror_wants_another_outcome_of_another_transcript() -> None:
    for name in (name for name in TABLE if not name.endswith(".mirror")):
        mirror = f"{name}.mirror"
        assert TABLE[name]["outcome"] != TABLE[mirror]["outcome"]
        assert (HERE / f"{name}.jsonl").read_bytes() != (HERE / f"{mirror}.jsonl").read_bytes()
