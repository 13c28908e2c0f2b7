"""What stands against motions for time off the general list, by the effect they have."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.procedure.act import Refusals, impossible
from app.procedure.caucuses import caucus_time, even_time, extension_time, speeches_time
from app.procedure.speeches import last_speaker

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.terms import Terms


def _check_moderated(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds)
    yield from speeches_time(floor, terms.total_seconds, terms.speech_seconds)


def _check_unmoderated(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds)


def _check_extension(floor: Floor, terms: Terms) -> Refusals:
    caucus = floor.caucus or floor.last_caucus
    if caucus is None or not caucus.total_ms:
        yield impossible("caucus.none_to_extend")
        return
    yield from caucus_time(floor, terms.total_seconds)
    yield from extension_time(floor, caucus, terms.total_seconds)
    if caucus.speakers is not None:
        yield from even_time(floor, terms.total_seconds, caucus.speakers.seconds)


def _check_panel(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds)
    drafts = floor.papers.before_the_committee(floor.meeting.topic)
    chosen = [paper for paper in drafts if terms.paper in ("", paper.key)]
    if not chosen:
        yield impossible("paper.not_introduced", "paper")
    elif not chosen[-1].sponsors:
        yield impossible("panel.no_authors", "paper")


def _check_questions(floor: Floor, terms: Terms) -> Refusals:
    if not floor.attendance.here(last_speaker(floor)):
        yield impossible("question_time.no_speaker")


CHECKS: dict[str, Callable[[Floor, Terms], Refusals]] = {
    "open_moderated_caucus": _check_moderated,
    "open_unmoderated_caucus": _check_unmoderated,
    "open_consultation": _check_unmoderated,
    "open_panel": _check_panel,
    "open_questions": _check_questions,
    "extend_caucus": _check_extension,
}
NEEDS: dict[str, tuple[str, ...]] = {
    "open_moderated_caucus": ("open",),
    "open_round_robin": ("open",),
    "open_panel": ("open",),
    "open_questions": ("open",),
    "hear_guest": ("open", "none"),
    "extend_caucus": ("open", "none"),
}
"""Effects that mean nothing unless debate on a topic is in these states."""
