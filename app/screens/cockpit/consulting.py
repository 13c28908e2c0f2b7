"""Informal consultations for the chair: paragraph by paragraph, what is agreed and what is in brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.consultations import AgreeParagraph, CloseConsultations
from app.procedure.floor import Floor
from app.screens.cockpit.common import refused
from app.screens.consulted import Consulting
from app.screens.directory import Directory


@dataclass(frozen=True, slots=True)
class ConsultingView:
    """The draft and its paragraphs; `why_not_agree` closes the agreement to the one in hand."""

    template: ClassVar[str] = "cockpit/consulting.html"
    coalesced: ClassVar[bool] = False
    committee: int
    on: Consulting
    all_agreed: bool
    why_not_agree: str
    why_not_close: str


def consultations(floor: Floor, directory: Directory, on: Consulting) -> ConsultingView:
    """What the facilitator presses."""
    agree, close = AgreeParagraph(floor.consultations.clause), CloseConsultations(False)
    return ConsultingView(
        directory.committee,
        on,
        on.agreed == len(on.paragraphs),
        refused(floor, directory, agree) if on.in_hand is not None else "",
        refused(floor, directory, close),
    )
