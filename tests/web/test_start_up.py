"""A start pays for no format of documents: their libraries are loaded when the first document comes."""

from __future__ import annotations

import subprocess
import sys

DOCUMENTS = ("typst", "docx", "pypdfium2")


def test_the_app_starts_without_the_libraries_of_documents() -> None:
    loaded = (
        f"import sys, app.main, app.serving; print([name for name in {DOCUMENTS} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
