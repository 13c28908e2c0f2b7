"""When papers are written and handed in: always, during sessions, or in unmoderated caucuses alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import Refusals, against
from app.procedure.sponsorship import may_write

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def may_draft(floor: Floor, by: str) -> Refusals:
    """Who may write, in the hours of the house (drafting_hours) [DUM]."""
    yield from may_write(floor, by)
    match floor.rulebook.papers.drafting_hours:
        case "always":
            return
        case "during_sessions":
            if floor.meeting.state != "sitting":
                yield against("paper.drafting_sessions")
        case "unmoderated_only":
            if floor.caucus is None or floor.caucus.kind != "unmoderated":
                yield against("paper.drafting_caucus")
