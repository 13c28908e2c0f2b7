"""P-41 on the command line: a file that is no guide, or a setting that does not fit, is one sentence."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import run as command_line
from app.operations.logs import OWN


@pytest.fixture(autouse=True)
def logging_stays_as_it_was() -> Iterator[None]:
    """To serve sets up the log of the whole process, which goes on with other tests."""
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    levels = {logger: logger.level for logger in (root, OWN)}
    yield
    root.handlers[:] = before
    for logger, level in levels.items():
        logger.setLevel(level)


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["serve", "--guide", "no-such-guide.txt"], {}),
        (["serve", "--guide", "."], {}),
        (["serve", "--guide", "empty.txt"], {}),
        (["serve", "--guide", "noise.pdf"], {}),
        (["serve", "--guide", "bomb.zip"], {}),
        (["serve", "--guide", "[bold]guide.txt"], {}),
        (["serve", "--port", "99999"], {}),
        (["serve"], {"PLACARD_PORT": "eighty"}),
        (["serve"], {"PLACARD_DATABASE_URL": "mysql://nowhere"}),
        (["serve"], {"PLACARD_DATA": "/proc/placard"}),
        (["codes"], {"PLACARD_DEVICES_PER_SEAT": "0"}),
        (["rehearse"], {}),
        (["guide", "no-such-guide.txt"], {}),
        (["guide", "."], {}),
        (["guide", "empty.txt"], {}),
        (["guide", "noise.pdf"], {}),
        (["guide", "bomb.zip", "--json"], {}),
    ],
    ids=lambda value: " ".join(value),
)
def test_p41_what_a_person_can_put_right_is_one_sentence_and_exit_code_2(
    tmp_path: Path,
    arguments: list[str],
    variables: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    (tmp_path / "bomb.zip").write_bytes(b"PK\x03\x04" + b"\0" * 4_000)
    (tmp_path / "[bold]guide.txt").write_bytes(b"Nobody sits here.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["placard", *arguments])
    for name, value in {"PLACARD_DATA": str(tmp_path / "data"), "COLUMNS": "200", **variables}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        command_line()
    told = capsys.readouterr()
    assert ended.value.code == 2, told
    said = told.err.strip()
    assert len(said.splitlines()) == 1 and said.endswith("."), said
    assert "Traceback" not in said and "Errno" not in said
