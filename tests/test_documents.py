"""The documents beside the code are true of it: the files they name are there, each folder is on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.settings import Settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "DECISIONS.md", "CHANGELOG.md")
CODE = ("app", "delegations", "resolutions", "static", "tests")
HELP = ROOT / "app" / "help"


def files_named(text: str) -> Iterator[str]:
    """Yields every file or folder of the tree that a text names in code's type."""
    for said in re.findall(r"`([\w.-]+/[\w./-]*)`", text):
        if said.partition("/")[0] in CODE:
            yield said


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_named_is_there(document: str) -> None:
    named = list(files_named((ROOT / document).read_text("utf-8")))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_code_names_no_page_that_is_not_in_the_tree() -> None:
    known = {path.name for path in (*ROOT.glob("*.md"), *(ROOT / "app").rglob("*.md"))}
    faults = [
        f"{path.relative_to(ROOT)}: {name}"
        for folder in ("app", "delegations", "resolutions")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in re.findall(r"\b[\w-]+\.md\b", path.read_text("utf-8"))
        if name not in known
    ]
    assert faults == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_to_a_file(document: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / document).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_folder_of_the_application_is_on_the_map() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "app").glob("*/__init__.py")}
    folders |= {"app/templates", "app/help", "app/locale"}
    assert [one for one in sorted(folders) if f"`{one}/`" not in readme] == []


def test_every_setting_stands_in_the_table_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    names = [f"PLACARD_{name.upper()}" for name in Settings.model_fields]
    assert [name for name in names if f"`{name}`" not in readme] == []


def test_every_link_of_a_help_page_leads_to_one() -> None:
    pages = {path.stem for path in (HELP / "en").glob("*.md")} | {"drills"}
    links = {
        (str(path.relative_to(HELP)), link)
        for path in HELP.rglob("*.md")
        for link in re.findall(r"\]\(/help/([^)#]+)", path.read_text("utf-8"))
    }
    assert links
    assert [one for one in sorted(links) if one[1] not in pages] == []


def test_every_decision_has_a_heading_and_its_day() -> None:
    text = (ROOT / "DECISIONS.md").read_text("utf-8")
    entries = re.findall(r"^### (.+)\n\n(.*)", text, re.MULTILINE)
    assert len({title for title, _ in entries}) == len(entries) > 100
    assert [title for title, first in entries if not re.match(r"\*20\d\d-\d\d-\d\d\.\* ", first)] == []
