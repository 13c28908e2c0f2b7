"""The house keeps its plan: who may import whom, what stays pure, how long a file is, what is never written.

The tables below are the plan, changed row by row; a row may wait for its module."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("app", "delegations", "resolutions")
EVERYTHING = ("*",)

CORE = ("app.procedure", "resolutions", "delegations")
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    # module or package: what it may import beside the standard library; the longest name that fits counts
    "resolutions": ("resolutions",),
    "resolutions.reading": ("resolutions", "docx", "lxml"),
    "resolutions.redline": ("resolutions", "rapidfuzz"),
    "resolutions.rendering": ("resolutions", "docx", "lxml", "typst"),
    "delegations": ("delegations",),
    "delegations.countries": ("delegations", "rapidfuzz"),
    "delegations.study_guides.reading": ("delegations", "docx", "lxml", "pypdfium2"),
    "app.procedure": CORE,
    "app.procedure.rulebook_checks": (*CORE, "pydantic"),
    "app.procedure.rules": (*CORE, "pydantic"),
    "app.catching_up": (*CORE, "app.catching_up", "app.words"),
    "app.screens": (*CORE, "app.screens", "app.statistics", "app.words", "jinja2", "markupsafe"),
    "app.statistics": (*CORE, "app.statistics"),
    "app.words": (*CORE, "app.statistics", "app.words"),
    "app": EVERYTHING,
}
MAY_IMPORT_THE_PAGES = ("app.main", "app.web")  # everyone else in app does without app.web

IMPURE = (
    *("time", "random", "os", "asyncio", "socket", "sqlite3", "open"),
    *("secrets", "subprocess", "threading", "multiprocessing", "tempfile", "pathlib.Path", "urllib.request"),
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
)
NOT_PURE: dict[str, tuple[str, ...]] = {
    # starts the reader of strange files as a process with limits of time and memory
    "delegations.study_guides.limits": ("os", "subprocess", "pathlib.Path", "tempfile"),
    # these open the file that a person names: a guide, a rulebook of the house's own
    "delegations.study_guides.command": ("pathlib.Path",),
    "app.procedure.rulebook_files": ("pathlib.Path",),
}

LONGEST = 250
LONG_TABLES: tuple[str, ...] = ()  # files that are one table of data, by path
BANNED_ENDINGS = ("Manager", "Service", "Helper", "Session")
BANNED_MODULES = ("utils", "util", "helpers", "misc")
UNESCAPED: dict[str, str] = {  # path: why text may pass there without escaping
    "app/screens/drawn.py": "the one gate for what our own renderers drew; they escape every foreign word",
}
AROUND_ESCAPING = {
    ".html": r"\|\s*safe\b|\{%-?\s*autoescape\s+false",
    ".py": r"\bMarkup\(",
    ".js": r"\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b",
}


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, its dotted name and its syntax tree."""

    path: str
    name: str
    tree: ast.Module

    @classmethod
    def of(cls, path: str, source: str) -> "Module":
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        return cls(path, name, ast.parse(source, path))


def strangers(module: Module) -> Iterator[str]:
    """Yields each import that the table does not grant the module."""
    row = max((row for row in MAY_IMPORT if within(module.name, row)), key=len)
    for line, name in imports(module):
        own = name.split(".")[0] in sys.stdlib_module_names
        granted = MAY_IMPORT[row] == EVERYTHING or any(within(name, grant) for grant in MAY_IMPORT[row])
        if not own and not granted:
            yield f"{module.path}:{line} imports {name}"


def pages(module: Module) -> Iterator[str]:
    """Yields each import of the pages from where nothing may know them."""
    if not any(within(module.name, row) for row in MAY_IMPORT_THE_PAGES):
        for line, name in imports(module):
            if within(name, "app.web"):
                yield f"{module.path}:{line} imports {name}; only app.main may"


def impurities(module: Module) -> Iterator[str]:
    """Yields what a module of the pure core uses of the world outside: clock, lots, files, network."""
    if not any(within(module.name, package) for package in (*CORE, "app.statistics")):
        return
    banned = set(IMPURE) - set(NOT_PURE.get(module.name, ()))
    if module.name in NOT_PURE:
        banned.discard("open")
    used = [(call.lineno, name) for name, call in calls(module)]
    for line, name in (*imports(module), *used):
        if any(
            within(name, thing) or (thing.startswith("pathlib") and name == "pathlib") for thing in banned
        ):
            yield f"{module.path}:{line} uses {name}"


def names_that_say_nothing(module: Module) -> Iterator[str]:
    """Yields classes and modules with a name that the house does not use."""
    if module.name.split(".")[-1] in BANNED_MODULES:
        yield f"{module.path}: say what the module is about"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith(BANNED_ENDINGS):
            yield f"{module.path}:{node.lineno} class {node.name}"


def made_up_sql(module: Module) -> Iterator[str]:
    """Yields SQL put together from values: `text(...)` and raw SQL take a fixed string and parameters."""
    for name, call in calls(module):
        takes_sql = re.fullmatch(
            r"(sqlalchemy|sqlmodel)\.(.*\.)?text|.*\.(exec_driver_sql|executescript)", name
        )
        parts = [part for argument in call.args[:1] for part in ast.walk(argument)]
        if takes_sql and any(isinstance(part, ast.JoinedStr | ast.BinOp | ast.Call) for part in parts):
            yield f"{module.path}:{call.lineno} makes up SQL from values"


RULES = (strangers, pages, impurities, names_that_say_nothing, made_up_sql)


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yields (line, dotted name) of everything imported, relative imports resolved."""
    package = module.name if module.path.endswith("__init__.py") else module.name.rpartition(".")[0]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            start = ".".join([*parents, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """Yields every call with its dotted name, in which what was imported is written out in full."""
    full = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            start = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            full.update({alias.asname or alias.name: start + alias.name for alias in node.names})
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            first, _, rest = dotted(node.func).partition(".")
            yield f"{full.get(first, first)}.{rest}".strip("."), node


def dotted(node: ast.expr) -> str:
    """Returns `a.b.c` for an attribute chain; a part that is not a name becomes `?`."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


@cache
def house() -> tuple[Module, ...]:
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return tuple(Module.of(str(path.relative_to(ROOT)), path.read_text("utf-8")) for path in paths)


def own_files(*endings: str) -> Iterator[Path]:
    for folder in (*PACKAGES, "static", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and "vendor" not in path.parts:
                yield path


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))
def test_the_house_keeps_the_rule(rule: Callable[[Module], Iterator[str]]) -> None:
    assert [fault for module in house() for fault in rule(module)] == []


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    files = [*own_files(".py", ".js"), ROOT / "placard"]
    sizes = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in files}
    too_long = [path for path, size in sizes.items() if size > LONGEST and path not in LONG_TABLES]
    assert not too_long, "\n".join(f"{path}: {sizes[path]} lines, {LONGEST} at most" for path in too_long)


def test_no_text_gets_around_escaping() -> None:
    faults = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in own_files(*AROUND_ESCAPING)
        if not path.is_relative_to(ROOT / "tests") and str(path.relative_to(ROOT)) not in UNESCAPED
        for found in re.finditer(AROUND_ESCAPING[path.suffix], path.read_text("utf-8"))
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        (strangers, "resolutions/voting.py", "import fastapi"),
        (strangers, "resolutions/voting.py", "from app.procedure import floor"),
        (strangers, "delegations/countries.py", "from sqlmodel import Field"),
        (strangers, "app/procedure/votes.py", "from app import rooms"),
        (strangers, "app/procedure/votes.py", "from ..rooms import Room"),
        (strangers, "app/procedure/votes.py", "import pydantic"),
        (strangers, "app/screens/floor.py", "def late():\n    import fastapi.responses"),
        (pages, "app/rooms.py", "from app.web import acts"),
        (pages, "app/rooms.py", "from . import web"),
        (impurities, "app/procedure/clocks.py", "import time"),
        (impurities, "app/procedure/clocks.py", "from datetime import datetime\nat = datetime.now()"),
        (impurities, "resolutions/voting.py", "import datetime as calendar, random"),
        (impurities, "delegations/roster.py", "import datetime\nday = datetime.date.today()"),
        (impurities, "delegations/roster.py", "import pathlib"),
        (impurities, "delegations/roster.py", "lines = open('roster.csv')"),
        (names_that_say_nothing, "app/rooms.py", "class RoomManager: pass"),
        (names_that_say_nothing, "app/utils.py", ""),
        (impurities, "delegations/roster.py", "from datetime import datetime as dt\ndt.now()"),
        (made_up_sql, "app/store.py", "from sqlmodel import text\ntext(f'select {what}')"),
        (made_up_sql, "app/store.py", "import sqlalchemy as sa\nsa.text('select {}'.format(what))"),
        (made_up_sql, "app/store.py", "connection.exec_driver_sql('select ' + what)"),
    ],
)
def test_a_breach_is_noticed(rule: Callable[[Module], Iterator[str]], path: str, source: str) -> None:
    assert list(rule(Module.of(path, source)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("app/procedure/rulebook_checks.py", "import tomllib, pydantic\nfrom delegations import roster"),
        ("app/main.py", "from app.web import acts\nimport fastapi, time"),
        ("resolutions/rendering/word.py", "from docx import Document\nfrom ..document import Paper"),
        ("delegations/study_guides/limits.py", "import os, subprocess\nfrom pathlib import Path"),
        ("app/procedure/clocks.py", "from datetime import datetime\nat = datetime.fromtimestamp(0)"),
        ("app/store.py", "from sqlmodel import text\ntext('select 1')\npage.text(f'{seat} speaks')"),
    ],
)
def test_what_the_plan_grants_is_let_through(path: str, source: str) -> None:
    assert [fault for rule in RULES for fault in rule(Module.of(path, source))] == []
