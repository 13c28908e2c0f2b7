"""Every sentence that Python makes for people is marked for translation: an unmarked one is found here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app

ROOT = Path(app.__file__).parent.parent
MARKS = {"N_", "NN_", "_"}
SENTENCE = re.compile(r"[“\"A-Z{].* .*[.?!]$", re.DOTALL)
TO_NOBODY = {"log", "logging"}
"""Whose calls write a line of the log, which is in English for whoever runs the server."""
IN_ENGLISH = {
    # what is here speaks to the person at the server's terminal, to another program, or to whoever mends us
    "app/__main__.py": "the command line",
    "app/addresses.py": "the command line: serve",
    "app/keeping/backup_files.py": "the command line: backup, restore",
    "app/keeping/backups.py": "the command line: backup, restore, move",
    "app/batches.py": "a record that was changed outside of Placard, told where it was started",
    "app/ballot_box.py": "errors that the edge answers in words of its own",
    "app/bench/": "the command line: bench",
    "app/commands/data.py": "the command line",
    "app/keeping/data_directory.py": "the command line: a second server on one data directory",
    "app/drills/situations/__init__.py": "the command line: rehearse --drill",
    "app/keeping/erasures.py": "the command line: restore",
    "app/live/__init__.py": "errors of ours",
    "app/commands/machine.py": "the command line",
    "app/migrations/": "the command line: a database of another release",
    "app/minutes.py": "a record of another release, told where Placard was started",
    "app/operations/": "the command line: check",
    "app/live/pipes.py": "why a websocket ends, for the page's script",
    "app/access/posts.py": "an error of ours",
    "app/procedure/parameters.py": "faults of a rulebook's file, by its own names",
    "app/procedure/rulebook_files.py": "faults of a rulebook's file, by its own names",
    "app/procedure/rulebook_layers.py": "faults of a rulebook's file, by its own names",
    "app/rehearsal/": "the command line: rehearse",
    "app/commands/resolutions.py": "the command line: resolution",
    "app/commands/erase.py": "the command line: erase",
    "app/room.py": "errors that the edge answers in words of its own",
    "app/rooms.py": "errors that the edge answers in words of its own",
    "app/serving.py": "the command line: serve",
    "app/commands/codes.py": "the command line: codes",
    "app/shared_text/desk.py": "why a websocket ends, for the page's script",
    "app/live/sockets.py": "why a websocket ends, for the page's script",
    "app/store/__init__.py": "the command line: the address of a database",
    "app/store/postgres.py": "the log: a record that went back",
    "app/store/postgres_copies.py": "the command line: move, restore",
    "app/store/sqlite.py": "SQL",
    "app/access/throttles.py": "why a websocket ends, for the page's script",
    "app/transcripts/": "the command line: meeting",
    "app/verify.py": "the command line: verify",
    "app/web/operations.py": "what the numbers are, for Prometheus",
    "app/web/typing.py": "why a websocket ends, for the page's script",
    "app/live/wire.py": "the log",
    "app/live/wire_requests.py": "HTTP below the pages",
    "app/words/": "how parts that are words already are joined",
    "delegations/study_guides/command.py": "the command line: guide",
    "resolutions/": "errors of ours and of files; what people read of them stands in tables that are marked",
}
MARKED_TABLES = ("resolutions/conflicts.py", "resolutions/findings.py", "resolutions/prose.py")


def unmarked(source: str) -> Iterator[tuple[int, str]]:
    """Yields line and text of each literal that reads like a sentence, is not marked and is no docstring."""
    tree = ast.parse(source)
    inside = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr) or (text := _text(node)) is None:
            continue
        within = inside.get(node)
        if isinstance(within, ast.Expr | ast.JoinedStr):
            continue
        called = _called(within) if isinstance(within, ast.Call) else ""
        if called not in MARKS and called.partition(".")[0] not in TO_NOBODY and SENTENCE.match(text.strip()):
            yield node.lineno, text


def _text(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in parts)
    return None


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func)


def spoken() -> Iterator[Path]:
    """Yields each file whose sentences people read."""
    for package in ("app", "delegations", "resolutions"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if name in MARKED_TABLES or not name.startswith(tuple(IN_ENGLISH)):
                yield path


@pytest.mark.parametrize(
    "source",
    [
        'raise NotAdded("Choose a file or paste a text.")',
        'TOO_LONG = f"At most {MOST} characters fit. Shorten it."',
        'return as_page(request, 404, ["There is nobody of this number."])',
        'row = Row(1, "error", "“France” has no seat there.")',
    ],
)
def test_the_next_sentence_that_is_not_marked_is_found(source: str) -> None:
    assert len(list(unmarked(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'raise NotAdded(N_("Choose a file or paste a text."))',
        'def front():\n    """The first page."""',
        'log.exception("The desk was not closed.")',
        'key = "list.closed"',
    ],
)
def test_what_is_marked_or_for_nobody_is_let_through(source: str) -> None:
    assert list(unmarked(source)) == []


def test_every_sentence_for_people_is_marked() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in spoken()
        for line, text in unmarked(path.read_text("utf-8"))
    ]
    assert found == [], "mark it with N_, give its values by Said, or say in IN_ENGLISH who reads it"


def test_no_row_of_the_table_has_outlived_its_file() -> None:
    for name in IN_ENGLISH:
        assert (ROOT / name).exists(), name
