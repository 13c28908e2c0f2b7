"""The process that the roads are played on leaves nothing behind, also where its start fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roads import process
from tests.roads.process import Placard


def test_a_server_that_does_not_answer_in_time_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "PATIENCE", 0.0)
    placard = Placard(tmp_path / "data")
    with pytest.raises(AssertionError, match="did not answer within 0 s"):
        placard.start()
    assert not placard.is_running
