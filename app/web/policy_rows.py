"""What a row of the policy is, and what its rows are written with: roles, paths, sizes of bodies."""

from __future__ import annotations

from dataclasses import dataclass

from app.access import ROLES, Role
from app.web.roles import LARGEST_ACT

EVERYONE: frozenset[Role | None] = frozenset({*ROLES, None})
SIGNED_IN: frozenset[Role | None] = frozenset(ROLES)
SEATED: frozenset[Role | None] = frozenset({"organizer", "chair", "assistant", "delegate", "observer"})
HERE = "/committees/{committee}"
PREPARATIONS = "/organizer/preparations"
PREPARATION = f"{PREPARATIONS}/{{preparation}}"
CONFERENCE = "/organizer"
PHONE_TEST = "/phone-test/{test}"
ORGANIZED = f"{CONFERENCE}/committees/{{committee}}"
SHEETS = ("placards.pdf", "badges.pdf")
ORGANIZERS: frozenset[Role | None] = frozenset({"organizer"})
LARGEST_PAPER = 5 * 1024 * 1024 + 64 * 1024
"""Bytes of a form with a resolution's file in it."""
LIBRARIANS: frozenset[Role | None] = frozenset({"organizer", "chair", "assistant"})
"""Who adds texts to a committee's library, sends them to every screen, and confirms what was inferred."""
LARGEST_GUIDE = 21 * 1024 * 1024
"""Bytes of a form with a guide in it: 20 MB of file, and what a form puts around it."""
LARGEST_SET_UP = 36 * 1024 * 1024
"""Bytes of a form with a set-up in it, which has the guide's own file in base64."""
LARGEST_ARCHIVE = 160 * 1024 * 1024
"""Bytes of a form with the guides of a conference in it."""
LARGEST_TABLE = 2 * 1024 * 1024
"""Bytes of a form with a table in it: half a megabyte, thrice as much where a form escapes it."""


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One route: method, path, who may (None: nobody signed in), and the largest body in bytes."""

    method: str
    path: str
    who: frozenset[Role | None]
    limit: int = LARGEST_ACT
