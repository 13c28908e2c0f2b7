"""Roles as the table of acts and the policy name them, and how much a press may carry."""

from __future__ import annotations

from app.access import Role

CHAIR: frozenset[Role] = frozenset({"chair"})
DAIS: frozenset[Role] = frozenset({"chair", "assistant"})
DELEGATE: frozenset[Role] = frozenset({"delegate"})
TABLE: frozenset[Role] = DAIS | DELEGATE
ROSTER: frozenset[Role] = frozenset({"organizer", "chair"})
LARGEST_ACT = 16 * 1024
LARGEST_TEXT = 256 * 1024
"""Body limits in bytes: of a press, and of a press that carries a document."""
