"""No screen falls back to English: every sentence is made in a language that somebody was asked for."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import app.screens
import app.words
import app.words.names
from app.words.context import Context

SCREENS = Path(app.screens.__path__[0])
SPEAKING = {
    name: tuple(inspect.signature(one).parameters)
    for module in (app.words, app.words.names)
    for name, one in vars(module).items()
    if inspect.isfunction(one) and "gettext" in inspect.signature(one).parameters
}
"""The functions that make words, with the names of their parameters."""


def silent_calls(path: Path) -> Iterator[str]:
    """Calls of a file that leave the language to its default."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
            place = SPEAKING[node.func.id].index("gettext")
            if len(node.args) <= place and "gettext" not in {one.arg for one in node.keywords}:
                yield f"{path.relative_to(SCREENS)}:{node.lineno} {node.func.id}"


def test_every_sentence_of_a_screen_is_made_in_a_language() -> None:
    assert len(SPEAKING) > 15
    assert "gettext" in Context.__slots__
    assert [call for path in sorted(SCREENS.rglob("*.py")) for call in silent_calls(path)] == []


def test_no_screen_asks_for_english() -> None:
    said = [path for path in SCREENS.rglob("*.py") if "words import ENGLISH" in path.read_text()]
    assert said == []
