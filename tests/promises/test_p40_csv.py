"""P-40 in tables: no cell of a CSV that Placard writes is run by a spreadsheet, whatever was typed in it."""

from __future__ import annotations

import ast
import csv
import re
import time
from io import StringIO
from pathlib import Path

import httpx2 as httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.tables import csv_of, read_table
from tests.served import Served

TOP = Path(__file__).resolve().parents[2]
BEGINS = "=+-@\t\r\n\0＝＋－＠"
RUNS = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What a spreadsheet may take for a formula: such a sign, after whatever blanks."""
HOSTILE = (
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\0=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\ufeff=1",
    "＝1＋1",
    '=HYPERLINK("https://evil.example")',
    "Ghana;=1+1",
    "Ghana\t=1+1",
    "Ghana\n=1+1",
    "Ghana|@SUM(A1)",
    "Ghana, =1",
    '"Ghana",=1',
    '";=1',
)
words = st.text(st.sampled_from([*BEGINS, *"a1 ;,|\"'", "\u00a0"]), max_size=12)


def cells(text: str) -> list[str]:
    """Every cell that a spreadsheet of any country may see: each has its own mark between them."""
    assert "\0" not in text
    found = []
    for mark in ",;\t|":
        for row in csv.reader(StringIO(text, newline=""), delimiter=mark):
            found += row
        if mark != ",":  # where it is no mark, quotes are read as they come
            found += [cell for line in re.split(r"[\r\n]+", text) for cell in line.split(mark)]
    return [cell.strip('"') for cell in found]


@pytest.mark.parametrize("cell", HOSTILE)
def test_p40_a_cell_that_would_run_is_text(cell: str) -> None:
    text = csv_of([("name", "note"), (cell, "x"), ("Ghana", cell)])
    assert [one for one in cells(text) if RUNS.match(one)] == [], text


@given(st.lists(st.tuples(words, words), max_size=4))
def test_p40_no_cell_runs_whatever_stands_in_it(rows: list[tuple[str, str]]) -> None:
    text = csv_of([("name", "note"), *rows])
    assert [one for one in cells(text) if RUNS.match(one)] == [], text


@pytest.mark.parametrize("name", ["=Ghana", "Ghana; -west", "O'Neill", "'Quoted'", "Côte d’Ivoire", "-"])
def test_p40_what_was_written_so_is_read_back_as_it_was(name: str) -> None:
    text = csv_of([("name", "note"), (name, "x")])
    table = read_table(text, {"name": "name", "note": "note"}, ("name",), ("name", "note"))
    assert table.rows == ((2, (name, "x")),)


def test_p40_a_table_made_of_blanks_and_marks_is_read_at_once() -> None:
    began = time.monotonic()
    for sign in ("\n", "\t", " ", "'", "\t'", ";", "\ufeff"):
        cell = sign * (400_000 // len(sign))
        csv_of([(cell, cell)])
        read_table(f'"{cell}",x', {"name": "name"}, ("name",), ("name", "note"))
    assert time.monotonic() - began < 60


def test_p40_every_csv_of_the_product_is_written_in_one_place() -> None:
    """A second way to write one would have to be as careful."""
    found = set()
    for folder in ("app", "delegations", "resolutions"):
        for path in (TOP / folder).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
            found |= {path.name for call in calls if call in ("csv.writer", "csv.DictWriter")}
    assert found == {"tables.py"}


def test_p40_the_exported_roster_runs_nothing(served: Served) -> None:
    organizer, here = served.client("organizer"), f"/organizer/preparations/{served.preparation}"
    table = "name,short name\n" + "\n".join(
        f'"Land {n}","{cell}"' for n, cell in enumerate(("x=1", "a;=1+1"))
    )
    read = organizer.post(f"{here}/delegations/pasted", files={"none": ("", b"")}, data={"table": table})
    assert read.status_code == 200, read.text
    taken(organizer, here, read.text)
    answer = organizer.get(f"{here}/delegations.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    assert "Land 1" in answer.text
    assert [one for one in cells(answer.text) if RUNS.match(one)] == []


def taken(organizer: httpx.Client, here: str, page: str) -> None:
    """Press what the page of the table offers: take these rows."""
    form = page[page.index(f'action="{here}/delegations/taken"') :].partition("</form>")[0]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    unescaped = {name: value.replace("&#34;", '"').replace("&#39;", "'") for name, value in fields.items()}
    text = re.search(r"<textarea[^>]*name=\"table\"[^>]*>(.*?)</textarea>", form, re.DOTALL)
    if text:
        unescaped["table"] = text[1].replace("&#34;", '"')
    assert organizer.post(f"{here}/delegations/taken", data=unescaped).status_code in (200, 303)
