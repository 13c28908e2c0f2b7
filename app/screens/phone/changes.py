"""The amendments to a draft: in generated words, as a redline, with their names and what may be done."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.procedure.act import is_dais
from app.procedure.documents import Amendment, Paper
from app.procedure.floor import Floor
from app.procedure.sponsorship import enough_names
from app.screens.directory import Directory
from app.screens.phone.texts import NOTHING, redline_markup
from app.words import name_of
from resolutions.amendments import DoesNotApply, apply, operations_from_json, prose
from resolutions.document import Document

PENDING = ("proposed", "introduced")


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment. `redline` is empty where it no longer fits the text; `names` are (have, needed)."""

    key: str
    by: str
    stage: str
    standing: str
    prose: tuple[str, ...]
    redline: Markup
    signatories: tuple[str, ...]
    names: tuple[int, int]
    may_sign: bool
    may_withdraw: bool
    on_the_floor: bool


def changes(floor: Floor, directory: Directory, paper: Paper, seat_key: str) -> tuple[Change, ...]:
    """The amendments to a paper, those that wait first."""
    found = [one for one in floor.papers.amendments if one.paper == paper.key]
    found.sort(key=lambda one: one.stage not in PENDING)
    return tuple(_change(floor, directory, paper, one, seat_key) for one in found)


def _change(floor: Floor, directory: Directory, paper: Paper, one: Amendment, seat_key: str) -> Change:
    dais, seated, pending = is_dais(floor, seat_key), seat_key in floor.seats, one.stage in PENDING
    names = directory.short_names
    said, shown = _shown(paper.text, one) if paper.text else ((), NOTHING)
    return Change(
        key=one.key,
        by=name_of(one.seat, names),
        stage=one.stage,
        standing=one.standing,
        prose=said,
        redline=shown,
        signatories=tuple(name_of(key, names) for key in one.signatories),
        names=enough_names(floor, one),
        may_sign=pending and (dais or (seated and seat_key not in (one.seat, *one.signatories))),
        may_withdraw=pending and (dais or seat_key == one.seat),
        on_the_floor=floor.votes.about("amendment", one.key),
    )


def _shown(text: Document, one: Amendment) -> tuple[tuple[str, ...], Markup]:
    """Its prose and its redline on the text as it is; an adopted one is in the text already."""
    operations = operations_from_json(list(one.operations))
    said = prose(text, operations)
    if one.stage not in PENDING:
        return said, NOTHING
    try:
        return said, redline_markup(text, apply(text, operations))
    except DoesNotApply:
        return said, NOTHING
