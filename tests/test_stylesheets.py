"""Every class that our stylesheets draw is one that a page, a picture or a script puts on something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
SHEETS = [*sorted((TOP / "static").glob("*.css")), *sorted((TOP / "resolutions").rglob("*.css"))]
MADE_OF_PARTS = r"""([\w-]+-)(?:\{\{|\{|\$\{|["'`]\s*[~+])"""
"""The beginning of a name that goes on with a value: `level-{{ row.level }}`, `'pic-' ~ picture`."""


def sources() -> str:
    """All that can put a class on an element."""
    paths = [
        *(TOP / "static").glob("*.js"),
        *(path for folder in ("app", "resolutions") for path in (TOP / folder).rglob("*.py")),
        *(TOP / "app" / "templates").rglob("*.html"),
        *(TOP / "tests" / "browser" / "composed").glob("*.html"),  # pages that show every part
    ]
    return "\n".join(path.read_text("utf-8") for path in paths)


def classes(sheet: str) -> set[str]:
    """The classes in the selectors of a stylesheet, nested ones too; comments and values are no selectors."""
    bare = re.sub(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", " ", sheet, flags=re.DOTALL)
    return {
        name for rule in re.findall(r"[^{};]*\{", bare) for name in re.findall(r"\.([a-zA-Z][\w-]*)", rule)
    }


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.name))
def test_every_class_is_on_something(path: Path) -> None:
    source = sources()
    words, beginnings = set(re.findall(r"[\w-]+", source)), tuple(set(re.findall(MADE_OF_PARTS, source)))
    drawn = classes(path.read_text("utf-8"))
    assert drawn
    assert sorted(name for name in drawn if name not in words and not name.startswith(beginnings)) == []


def test_a_class_of_nobody_is_noticed() -> None:
    assert classes(".pane { gap: .5rem; & .nobodys-own { color: red; } } /* .gone */") == {
        "pane",
        "nobodys-own",
    }
    assert "nobodys-own" not in set(re.findall(r"[\w-]+", sources()))
