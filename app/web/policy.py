"""The policy: who may open which page, and how much each route takes. What is not here is denied."""

from __future__ import annotations

import re
from functools import lru_cache

from app.access import Role
from app.web.policy_organizers import OF_ORGANIZERS
from app.web.policy_rows import (
    EVERYONE,
    HERE,
    LARGEST_GUIDE,
    LARGEST_PAPER,
    LIBRARIANS,
    ORGANIZERS,
    PHONE_TEST,
    SEATED,
    SIGNED_IN,
    PolicyRow,
)
from app.web.roles import CHAIR, DAIS, LARGEST_TEXT, ROSTER, TABLE
from app.web.shapes import Shapes
from app.web.table import ACT_ROWS

PAGES: tuple[PolicyRow, ...] = (
    PolicyRow("GET", "/static/{build}/{path}", EVERYONE),
    PolicyRow("GET", "/openapi.json", EVERYONE),
    PolicyRow("GET", "/", EVERYONE),
    PolicyRow("POST", "/join", EVERYONE),
    PolicyRow("POST", "/sign-out", EVERYONE),
    PolicyRow("POST", "/language", EVERYONE),
    *OF_ORGANIZERS,
    PolicyRow("POST", "/operator/codes", frozenset()),
    PolicyRow("POST", "/operator/rehearsals", frozenset()),
    *(
        PolicyRow("GET", path, EVERYONE)
        for path in ("/help", "/help/drills", "/help/{name}", "/healthz", "/readyz")
    ),
    *(PolicyRow("GET", f"{PHONE_TEST}{page}", EVERYONE) for page in ("", "/pulse")),
    PolicyRow("POST", f"{PHONE_TEST}/press", EVERYONE),
    PolicyRow("WEBSOCKET", f"{PHONE_TEST}/socket", EVERYONE),
    PolicyRow("GET", "/metrics", ORGANIZERS),  # and whoever sits at this computer
    PolicyRow("GET", f"{HERE}/", SIGNED_IN),
    PolicyRow("GET", f"{HERE}/chair", DAIS),
    PolicyRow("GET", f"{HERE}/seat", frozenset({"delegate"})),
    PolicyRow("GET", f"{HERE}/floor", SEATED),
    PolicyRow("GET", f"{HERE}/projector", SEATED | {"projector"}),
    PolicyRow("POST", f"{HERE}/walls/{{wall}}", DAIS),
    *(PolicyRow("POST", f"{HERE}/full-seats/{{seat}}/{step}", DAIS) for step in ("removal", "sign-outs")),
    PolicyRow("GET", f"{HERE}/lobby", SIGNED_IN),
    PolicyRow("GET", f"{HERE}/profiles/{{key}}", SEATED),
    PolicyRow("POST", f"{HERE}/profiles/{{key}}/positions", LIBRARIANS, LARGEST_TEXT),
    PolicyRow("POST", f"{HERE}/notes", frozenset({"delegate"}), LARGEST_TEXT),
    PolicyRow("GET", f"{HERE}/notes", TABLE),
    *(
        PolicyRow("POST", f"{HERE}/notes/threads{path}", TABLE)
        for path in ("", "/{thread}", "/{thread}/reading")
    ),
    PolicyRow("POST", f"{HERE}/notes/{{note}}/report", frozenset({"delegate"})),
    *(
        PolicyRow("POST", f"{HERE}/notes/{{note}}/{step}", DAIS)
        for step in ("settlement", "passing", "return")
    ),
    *(PolicyRow("GET", f"{HERE}/{page}", DAIS) for page in ("scores", "scores.csv")),
    *(
        PolicyRow("POST", f"{HERE}/{path}", DAIS)
        for path in ("scores", "scores/remarks", "scores/remarks/{remark}/removal")
    ),
    PolicyRow("GET", f"{HERE}/rubric", ROSTER),
    PolicyRow("POST", f"{HERE}/rubric", ROSTER),
    PolicyRow("POST", f"{HERE}/scores/erasure", CHAIR),
    PolicyRow("POST", f"{HERE}/elections/{{election}}/ballots", frozenset({"delegate"})),
    PolicyRow("GET", f"{HERE}/standing", SEATED),
    PolicyRow("GET", f"{HERE}/library", SEATED),
    PolicyRow("POST", f"{HERE}/library", LIBRARIANS, LARGEST_GUIDE),
    PolicyRow("GET", f"{HERE}/library/{{text}}", SEATED),
    *(
        PolicyRow("POST", f"{HERE}/library/{{item}}/{step}", LIBRARIANS)
        for step in ("sending", "taking-down", "removal")
    ),
    PolicyRow("POST", f"{HERE}/library/{{item}}/reading", frozenset({"delegate"})),
    PolicyRow("POST", f"{HERE}/library/{{text}}/quotes", frozenset({"chair", "assistant", "delegate"})),
    PolicyRow("POST", f"{HERE}/questions/{{question}}/touches", frozenset({"chair", "assistant"})),
    *(
        PolicyRow("GET", f"{HERE}/papers{path}", SEATED)
        for path in ("", "/map", "/{paper}", "/{paper}/map.{form}")
    ),
    *(PolicyRow("GET", f"{HERE}/papers/{{paper}}/{path}", TABLE) for path in ("versions", "pasted")),
    PolicyRow("POST", f"{HERE}/papers/{{paper}}/pasted", TABLE, LARGEST_PAPER),
    PolicyRow("POST", f"{HERE}/papers/{{paper}}/pasted/taken", TABLE, 2 * LARGEST_TEXT),
    *(
        PolicyRow("POST", f"{HERE}/papers/{{paper}}/{path}", TABLE, LARGEST_TEXT)
        for path in ("text", "versions/{version}", "comments", "comments/{comment}", "codes", "clauses")
    ),
    PolicyRow("POST", f"{HERE}/papers/entrance", frozenset({"delegate"})),
    PolicyRow("GET", f"{HERE}/rules", SEATED),
    PolicyRow("GET", f"{HERE}/moves", ROSTER),
    PolicyRow("POST", f"{HERE}/moves", ROSTER),
    PolicyRow("GET", f"{HERE}/rulebook", ROSTER),
    PolicyRow("POST", f"{HERE}/rulebook/settings", ROSTER, LARGEST_TEXT),
    PolicyRow("GET", f"{HERE}/timetable", ROSTER),
    PolicyRow("POST", f"{HERE}/timetable/day", ROSTER),
    PolicyRow("GET", f"{HERE}/minutes", SEATED),
    PolicyRow("GET", f"{HERE}/minutes.{{form}}", SEATED),
    PolicyRow("GET", f"{HERE}/record.json", DAIS),
    *(
        PolicyRow("GET", f"{HERE}/statistics{path}", DAIS)
        for path in ("", "/pictures/{picture}.{form}", "/delegations.pdf")
    ),
    *(PolicyRow("GET", f"{HERE}/statistics/mine{path}", frozenset({"delegate"})) for path in ("", ".{form}")),
    PolicyRow("GET", f"{HERE}/votes/{{vote}}", SEATED),
    PolicyRow("GET", f"{HERE}/votes/{{vote}}/result.{{form}}", SEATED),
    PolicyRow("GET", f"{HERE}/resolutions/{{paper}}", SEATED),
    PolicyRow("GET", f"{HERE}/paper-copy.pdf", DAIS),
    PolicyRow("GET", f"{HERE}/resolutions/{{paper}}/text.{{form}}", SEATED),
    PolicyRow("GET", f"{HERE}/amendments/{{amendment}}/text.xml", SEATED),
    PolicyRow("GET", f"{HERE}/catching-up", CHAIR),
    PolicyRow("POST", f"{HERE}/catching-up", CHAIR, LARGEST_PAPER),
    PolicyRow("GET", f"{HERE}/catching-up/papers", CHAIR),
    PolicyRow("POST", f"{HERE}/catching-up/papers", CHAIR, LARGEST_PAPER),
    PolicyRow("GET", f"{HERE}/floor.json", SEATED),
    PolicyRow("GET", f"{HERE}/live", SEATED | {"projector"}),
    PolicyRow("WEBSOCKET", f"{HERE}/live", SEATED | {"projector"}),
    PolicyRow("WEBSOCKET", f"{HERE}/papers/{{paper}}/typing", TABLE),
)
POLICY: tuple[PolicyRow, ...] = (
    *PAGES,
    *(PolicyRow("POST", HERE + row.path, frozenset(row.who), row.limit) for row in ACT_ROWS),
)


@lru_cache(maxsize=256)
def row_of(method: str, path: str) -> PolicyRow | None:
    """The row for a request's path, or None: then nobody may. To HEAD is to GET without the text.

    Each request asks for its row more than once, and a whole committee votes at one path.
    """
    method = "GET" if method == "HEAD" else method
    alike = _BY_SHAPE.of(method, path)
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
_BY_SHAPE = Shapes((pair[1].method, pair[1].path, pair) for pair in _PATTERNS)
"""Every request asks, and only a few rows can fit its path."""
