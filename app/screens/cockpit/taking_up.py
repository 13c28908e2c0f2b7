"""The drafts that the committee can turn to when nobody speaks: for a timed debate, or for consultations."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.action import drafts
from app.procedure.consultations import OpenConsultations
from app.procedure.floor import Floor
from app.procedure.reopening import ReopenDraft, just_failed
from app.procedure.taking_up import TakeUpDraft
from app.screens.cockpit.common import closed, names
from app.screens.directory import Directory
from app.screens.shown import Option


@dataclass(frozen=True, slots=True)
class TakingUp:
    """Drafts to take up and to consult on, each in its order; `failed` may be reopened ("" for none)."""

    debated: tuple[Option, ...]
    consulted: tuple[Option, ...]
    failed: str
    failed_name: str
    mode: str
    why_not_debate: str
    why_not_consult: str
    why_not_reopen: str


def taking_up(floor: Floor, directory: Directory) -> TakingUp | None:
    """In a house that has either, while nothing is in hand; else None."""
    rules = floor.rulebook.timed_debate
    if floor.meeting.debate != "open" or floor.caucus is not None or floor.resolution_debate is not None:
        return None
    called = names(floor, directory)
    waiting = tuple(Option(one.key, called[f"paper:{one.key}"]) for one in drafts(floor))
    failed = just_failed(floor) if rules.used else ""
    found = TakingUp(
        waiting if rules.used else (),
        waiting if rules.consultations else (),
        failed,
        called[f"paper:{failed}"] if failed else "",
        rules.mode,
        closed(floor, directory, TakeUpDraft),
        closed(floor, directory, OpenConsultations),
        closed(floor, directory, ReopenDraft),
    )
    return found if found.debated or found.consulted or failed else None
