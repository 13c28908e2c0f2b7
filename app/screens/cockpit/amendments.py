"""Amendments as the dais handles them: what they change, who stands behind them, what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.amendment_order import amendments_in_order
from app.procedure.amendments import WithdrawAmendment
from app.procedure.documents import PENDING, Amendment, Paper
from app.procedure.floor import Floor
from app.procedure.friendly import OfferFriendly
from app.procedure.restating import PassUnopposed
from app.procedure.sponsorship import enough_names
from app.procedure.wording import ground, operations_of
from app.screens.cockpit.common import refused
from app.screens.directory import Directory
from app.screens.shown import Option, Who, told, who
from app.words.language import capital
from app.words.said_of_texts import standing_sentence
from resolutions.amendments import DoesNotApply, apply
from resolutions.document import MalformedDocument, digest
from resolutions.rendering.html import redline_html


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """An amendment: its redline (markup made by the renderer), and how many names it has of those needed.

    `friendly` is how far its offer to the sponsors is, `waits` those who have not answered it; `adopted` are
    the adopted ones that may have rejected it by implication; `first` is the order in which it comes first.
    `why` is what made it stand as it does, "" where nothing did. `base` is the digest of the text on which it
    may be written again, "" where it need not be.
    """

    key: str
    stage: str
    mover: Who
    signatories: tuple[Who, ...]
    have: int
    needed: int
    redline: str
    standing: str
    why: str
    pending: bool
    why_not_withdraw: str
    friendly: str
    may_offer: bool
    waits: tuple[Who, ...]
    adopted: tuple[Option, ...]
    unopposed: bool
    first: tuple[str, ...]
    base: str


def amendment_row(floor: Floor, directory: Directory, paper: Paper, one: Amendment) -> AmendmentRow:
    """One amendment to a paper."""
    have, needed = enough_names(floor, one)
    pending = one.stage in PENDING
    offered = pending and one.friendly == "offered"
    unopposed = floor.rulebook.amendments.unopposed_passes and one.stage == "introduced"
    return AmendmentRow(
        key=one.key,
        stage=one.stage,
        mover=who(directory, one.seat),
        signatories=tuple(who(directory, key) for key in one.signatories),
        have=have,
        needed=needed,
        redline=_redline(floor, paper, one),
        standing=one.standing,
        why=standing_sentence(one.reason, told(floor, directory).gettext) if pending else "",
        pending=pending,
        why_not_withdraw=refused(floor, directory, WithdrawAmendment(one.key)) if pending else "",
        friendly=one.friendly,
        may_offer=_may_offer(floor, directory, one) if pending else False,
        waits=tuple(who(directory, s) for s in paper.sponsors if s not in one.consents) if offered else (),
        adopted=_adopted(floor, directory, paper) if pending else (),
        unopposed=unopposed and not refused(floor, directory, PassUnopposed(one.key)),
        first=_first(floor, paper, one),
        base=_base(floor, paper, one) if pending else "",
    )


def _base(floor: Floor, paper: Paper, one: Amendment) -> str:
    text = ground(floor, paper, one.parent) if one.standing in ("conflict", "mergeable") else None
    return digest(text) if text is not None else ""


def _may_offer(floor: Floor, directory: Directory, one: Amendment) -> bool:
    """Whether the house knows friendly amendments, and nothing impossible stands against offering it."""
    knows = floor.rulebook.amendments.friendly != "not_used" and one.friendly == "no"
    return knows and not refused(floor, directory, OfferFriendly(one.key))


def _adopted(floor: Floor, directory: Directory, paper: Paper) -> tuple[Option, ...]:
    context = told(floor, directory)
    found = (one for one in floor.papers.amendments if one.paper == paper.key and one.stage == "adopted")
    return tuple(Option(one.key, capital(context.amendment(one.key))) for one in found)


def _first(floor: Floor, paper: Paper, one: Amendment) -> tuple[str, ...]:
    """The order of voting with this amendment first; empty where it is first, or not to be ordered."""
    order = [other.key for other in amendments_in_order(floor, paper) if not other.parent]
    if one.key not in order or order[0] == one.key:
        return ()
    return (one.key, *(key for key in order if key != one.key))


def _redline(floor: Floor, paper: Paper, one: Amendment) -> str:
    """What the amendment changes in the text as it is now; "" where it does not apply any more."""
    text = ground(floor, paper, one.parent)
    if text is None or one.stage not in PENDING:
        return ""
    try:
        changed = apply(text, operations_of(one))
    except (DoesNotApply, MalformedDocument):
        return ""
    return redline_html(text, changed, only_changed=True)
