"""The amendments to a draft: in generated words, as a redline, with their names and what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from app.procedure.act import is_dais
from app.procedure.documents import PENDING, Amendment, Paper
from app.procedure.floor import Floor, InOrder, decide
from app.procedure.friendly import OfferFriendly
from app.procedure.sponsorship import enough_names
from app.procedure.wording import ground, operations_of
from app.screens.directory import Directory
from app.screens.phone.texts import NOTHING, redline_markup, sides_markup
from app.screens.shown import told
from app.words import Language
from app.words.said_of_texts import amendment_sentences, finding_sentence
from resolutions.amendments import DoesNotApply, apply
from resolutions.checking import Terms, check_amendment
from resolutions.document import Document


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment. `redline` is empty where it no longer fits the text; `names` are (have, needed).

    `waits` counts the sponsors that have not answered whether they accept it as friendly.
    """

    key: str
    by: str
    stage: str
    standing: str
    prose: tuple[str, ...]
    redline: Markup
    sides: Markup
    """The same side by side: as it is at the left, as it would be at the right."""
    noticed: tuple[str, ...]
    """What the check says of the amendment itself."""
    signatories: tuple[str, ...]
    names: tuple[int, int]
    may_sign: bool
    may_withdraw: bool
    on_the_floor: bool
    may_offer: bool
    may_answer: bool
    waits: int
    may_restate: bool


def changes(floor: Floor, directory: Directory, paper: Paper, seat_key: str) -> tuple[Change, ...]:
    """The amendments to a paper, those that wait first."""
    found = [one for one in floor.papers.amendments if one.paper == paper.key]
    found.sort(key=lambda one: one.stage not in PENDING)
    return tuple(_change(floor, directory, paper, one, seat_key) for one in found)


def _change(floor: Floor, directory: Directory, paper: Paper, one: Amendment, seat_key: str) -> Change:
    dais, seated, pending = is_dais(floor, seat_key), seat_key in floor.seats, one.stage in PENDING
    context, own = told(floor, directory), dais or seat_key == one.seat
    offered = pending and one.friendly == "offered"
    left = [key for key in paper.sponsors if key not in one.consents] if offered else []
    text = ground(floor, paper, one.parent) or paper.text
    said = amendment_sentences(text, operations_of(one), context.gettext) if text else ()
    shown, sides = _shown(text, one) if text and pending else (NOTHING, NOTHING)
    return Change(
        key=one.key,
        by=context.seat(one.seat),
        stage=one.stage,
        standing=one.standing,
        prose=said,
        redline=shown,
        sides=sides,
        noticed=_noticed(floor, text, one, context.gettext) if text and pending else (),
        signatories=tuple(context.seat(key) for key in one.signatories),
        names=enough_names(floor, one),
        may_sign=pending and (dais or (seated and seat_key not in (one.seat, *one.signatories))),
        may_withdraw=pending and own,
        on_the_floor=floor.votes.about("amendment", one.key),
        may_offer=pending and own and _in_order(floor, seat_key, OfferFriendly(one.key)),
        may_answer=seat_key in left,
        waits=len(left),
        may_restate=pending and own and one.standing in ("conflict", "mergeable"),
    )


def _in_order(floor: Floor, seat: str, command: Any) -> bool:
    return isinstance(decide(floor, seat, floor.at, command), InOrder)


def _shown(text: Document, one: Amendment) -> tuple[Markup, Markup]:
    """Its redline on the text as it is, in one column and in two; nothing where it does not fit any more."""
    try:
        changed = apply(text, operations_of(one))
    except DoesNotApply:
        return NOTHING, NOTHING
    return redline_markup(text, changed), sides_markup(text, changed)


def _noticed(floor: Floor, text: Document, one: Amendment, speak: Language) -> tuple[str, ...]:
    terms = Terms(preamble_amendable=floor.rulebook.amendments.preamble)
    return tuple(finding_sentence(found, speak) for found in check_amendment(text, operations_of(one), terms))
