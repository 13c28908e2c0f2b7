"""The commands that look after the data, as people type them."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from app.__main__ import run


def placard(data: Path, *words: str, url: str = "") -> tuple[int, str]:
    """Runs `placard WORDS` on a data directory; returns the exit code and all that it said.

    In this process: command line, errors and exit codes are the real ones, without ten starts of Python.
    """
    told = io.StringIO()
    environment = {"PLACARD_DATA": str(data), "PLACARD_DATABASE_URL": url, "NO_COLOR": "1"}
    with (
        patch.dict(os.environ, environment),
        patch.object(sys, "argv", ["placard", *words]),
        redirect_stdout(told),
        redirect_stderr(told),
    ):
        try:
            run()
        except SystemExit as ended:
            return int(ended.code or 0), told.getvalue()
    return 0, told.getvalue()
