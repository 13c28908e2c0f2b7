"""Where the full faces are that documents are set in: the web's subsets lack letters."""

from __future__ import annotations

from pathlib import Path

FACES = Path(__file__).resolve().parents[2] / "static" / "vendor" / "source-serif-4-faces"
