"""The policy: who may open which page, and how much each route takes. What is not here is denied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.access import ROLES, Role
from app.web.table import ACT_ROWS, LARGEST_ACT, LARGEST_TEXT

EVERYONE: frozenset[Role | None] = frozenset({*ROLES, None})
SIGNED_IN: frozenset[Role | None] = frozenset(ROLES)
SEATED: frozenset[Role | None] = frozenset({"organizer", "chair", "assistant", "delegate", "observer"})
HERE = "/committees/{committee}"


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One route: method, path, who may (None: nobody signed in), and the largest body in bytes."""

    method: str
    path: str
    who: frozenset[Role | None]
    limit: int = LARGEST_ACT


PAGES: tuple[PolicyRow, ...] = (
    PolicyRow("GET", "/static/{build}/{path}", EVERYONE),
    PolicyRow("GET", "/openapi.json", EVERYONE),
    PolicyRow("GET", "/", EVERYONE),
    PolicyRow("POST", "/join", EVERYONE),
    PolicyRow("POST", "/sign-out", EVERYONE),
    PolicyRow("GET", "/organizer", frozenset({"organizer"})),
    PolicyRow("POST", "/organizer/committees/{committee}/codes", frozenset({"organizer"})),
    PolicyRow("POST", "/operator/codes", frozenset()),
    PolicyRow("POST", "/operator/rehearsals", frozenset()),
    PolicyRow("GET", "/help", EVERYONE),
    PolicyRow("GET", "/help/{name}", EVERYONE),
    PolicyRow("GET", "/healthz", EVERYONE),
    PolicyRow("GET", f"{HERE}/", SIGNED_IN),
    PolicyRow("GET", f"{HERE}/chair", frozenset({"chair", "assistant"})),
    PolicyRow("GET", f"{HERE}/seat", frozenset({"delegate"})),
    PolicyRow("GET", f"{HERE}/floor", SEATED),
    PolicyRow("GET", f"{HERE}/projector", SEATED | {"projector"}),
    PolicyRow("GET", f"{HERE}/lobby", SIGNED_IN),
    PolicyRow("GET", f"{HERE}/profiles/{{key}}", SEATED),
    PolicyRow("GET", f"{HERE}/papers", SEATED),
    PolicyRow("GET", f"{HERE}/papers/{{paper}}", SEATED),
    PolicyRow(
        "POST", f"{HERE}/papers/{{paper}}/text", frozenset({"chair", "assistant", "delegate"}), LARGEST_TEXT
    ),
    PolicyRow("GET", f"{HERE}/minutes", SEATED),
    PolicyRow("GET", f"{HERE}/votes/{{vote}}", SEATED),
    PolicyRow("GET", f"{HERE}/resolutions/{{paper}}", SEATED),
    PolicyRow("GET", f"{HERE}/floor.json", SEATED),
    PolicyRow("GET", f"{HERE}/live", SEATED | {"projector"}),
    PolicyRow("WEBSOCKET", f"{HERE}/live", SEATED | {"projector"}),
)
POLICY: tuple[PolicyRow, ...] = (
    *PAGES,
    *(PolicyRow("POST", HERE + row.path, frozenset(row.who), row.limit) for row in ACT_ROWS),
)


def row_of(method: str, path: str) -> PolicyRow | None:
    """The row for a request's path, or None: then nobody may. To HEAD is to GET without the text."""
    method = "GET" if method == "HEAD" else method
    alike = _BY_SHAPE.get((method, path.count("/")), ())
    return next((row for pattern, row in (*alike, *_OF_ANY_DEPTH) if _fits(pattern, row, method, path)), None)


def may_open(method: str, path: str, role: Role | None) -> bool:
    """Whether a role (None: nobody signed in) may use the route of this path."""
    row = row_of(method, path)
    return row is not None and role in row.who


def limit_of(method: str, path: str) -> int | None:
    """The largest body in bytes; None where there is no row (also none for the path with its last slash)."""
    row = row_of(method, path) or row_of(method, f"{path}/")
    return row.limit if row else None


def _pattern(path: str) -> re.Pattern[str]:
    """The path with each name in braces standing for one segment, and `{path}` for all that follows."""
    literal = re.escape(path).replace(r"\{", "{").replace(r"\}", "}")
    return re.compile(re.sub(r"\{[a-z_]+\}", "[^/]+", literal.replace("{path}", ".+")))


def _fits(pattern: re.Pattern[str], row: PolicyRow, method: str, path: str) -> bool:
    return row.method == method and pattern.fullmatch(path) is not None


_Patterns = tuple[tuple[re.Pattern[str], PolicyRow], ...]
_PATTERNS: _Patterns = tuple((_pattern(row.path), row) for row in POLICY)
_OF_ANY_DEPTH: _Patterns = tuple(pair for pair in _PATTERNS if "{path}" in pair[1].path)
_BY_SHAPE: dict[tuple[str, int], _Patterns] = {
    shape: tuple(pair for pair in _PATTERNS if (pair[1].method, pair[1].path.count("/")) == shape)
    for shape in {(row.method, row.path.count("/")) for row in POLICY}
}
"""The rows by method and number of segments: every request asks, and only these can fit."""
