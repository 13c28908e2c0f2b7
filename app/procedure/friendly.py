"""Friendly amendments: offered to the sponsors, and taken in without a vote if every one of them accepts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    dais,
    forbidden,
    impossible,
    not_over,
    on_behalf,
    stale,
)
from app.procedure.adoption import decided
from app.procedure.amendments import movers_only
from app.procedure.documents import Amendment, Paper, with_amendment
from app.procedure.sponsorship import may_write, text_is_put

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OfferFriendly:
    """Offer an amendment to the sponsors of the draft as a friendly one; its mover does, or the dais."""

    amendment: str


@dataclass(frozen=True, slots=True)
class FriendlyOffered:
    """The sponsors are asked whether they accept the amendment; its mover, if one of them, has."""

    amendment: str
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentToAmendment:
    """A sponsor accepts a friendly amendment, or refuses it; the dais enters what was said in the room."""

    amendment: str
    accept: bool = True
    seat: str = ""


@dataclass(frozen=True, slots=True)
class FriendlyAnswered:
    """A sponsor accepted the amendment or refused it: one refusal makes it unfriendly."""

    amendment: str
    seat: str
    accept: bool


@dataclass(frozen=True, slots=True)
class EndFriendlyOffer:
    """Wait no longer for the sponsors: the amendment is unfriendly and needs its names and its vote."""

    amendment: str


@dataclass(frozen=True, slots=True)
class FriendlyOfferEnded:
    """The sponsors did not all accept in time."""

    amendment: str


def settle_offer(floor: Floor, by: str, at: int, command: OfferFriendly) -> Outcome:
    """Where the house knows friendly amendments, to a draft with sponsors (T69)."""
    amendment = floor.papers.pending(command.amendment)
    paper = floor.papers.get(amendment.paper) if amendment else None
    if amendment is None or paper is None:
        yield stale("amendment.gone", "amendment")
        return
    yield from movers_only(floor, by, amendment)
    if floor.rulebook.amendments.friendly == "not_used":
        yield against("friendly.not_used")
    if not paper.sponsors:
        yield impossible("friendly.no_sponsors", paper=paper.name)
    if amendment.parent:
        yield impossible("friendly.to_drafts_only")
    if amendment.friendly != "no":
        yield stale("friendly.offered_already", amendment=amendment.key)
    yield from _text_open(floor, amendment, paper)
    accepted = tuple(seat for seat in paper.sponsors if seat == amendment.seat)
    yield FriendlyOffered(amendment.key, accepted)
    if paper.sponsors and set(paper.sponsors) == set(accepted) and amendment.standing != "conflict":
        yield decided(floor, amendment, True, "consent")


def _text_open(floor: Floor, amendment: Amendment, paper: Paper) -> Refusals:
    """Nothing is taken into a text that is being voted on, nor what contradicts it by now."""
    if text_is_put(floor, paper.key):
        yield impossible("vote.open_now")
    if amendment.standing == "conflict":
        yield impossible("amendment.conflict", "amendment", amendment=amendment.key)
    if not floor.rulebook.amendments.friendly_after_amended and _amended_by_a_vote(floor, paper):
        yield against("friendly.after_amended", paper=paper.name)


def _amended_by_a_vote(floor: Floor, paper: Paper) -> bool:
    """Whether the committee, not the sponsors alone, has changed the text [UAA]."""
    adopted = (one for one in floor.papers.amendments if one.paper == paper.key and one.stage == "adopted")
    return any(one.friendly != "accepted" and not one.parent for one in adopted)


def settle_consent(floor: Floor, by: str, at: int, command: ConsentToAmendment) -> Outcome:
    """By a sponsor of the draft while its answer is waited for; with the last one the text changes."""
    yield from acts_for(floor, by, command.seat)
    seat, amendment = on_behalf(floor, by, command.seat), _offered(floor, command.amendment)
    paper = floor.papers.get(amendment.paper) if amendment else None
    if amendment is None or paper is None:
        yield stale("friendly.not_offered", "amendment")
        return
    if seat not in paper.sponsors:
        yield forbidden("paper.sponsors_only")
    left = set(paper.sponsors) - {*amendment.consents, seat}
    if command.accept and left and seat in amendment.consents:
        yield stale("friendly.accepted_already", seat=seat)
    yield from _text_open(floor, amendment, paper)
    yield FriendlyAnswered(amendment.key, seat, command.accept)
    if command.accept and not left and amendment.standing != "conflict":
        yield decided(floor, amendment, True, "consent")


def _offered(floor: Floor, key: str) -> Amendment | None:
    """The amendment, if its offer waits for answers."""
    found = floor.papers.pending(key)
    return found if found is not None and found.friendly == "offered" else None


def may_end(floor: Floor, by: str) -> Refusals:
    """The dais runs the room; it need not wait for ever."""
    yield from dais(floor, by)
    yield from not_over(floor)


def settle_end(floor: Floor, by: str, at: int, command: EndFriendlyOffer) -> Outcome:
    """Only what waits can be ended."""
    if _offered(floor, command.amendment) is None:
        yield stale("friendly.not_offered", "amendment")
    yield FriendlyOfferEnded(command.amendment)


def apply_offered(floor: Floor, event: FriendlyOffered, at: int) -> Floor:
    """The sponsors are asked."""
    return with_amendment(floor, event.amendment, friendly="offered", consents=event.accepted)


def apply_answered(floor: Floor, event: FriendlyAnswered, at: int) -> Floor:
    """One consent more; or none is needed any more."""
    amendment = floor.papers.amendment(event.amendment)
    assert amendment is not None
    if not event.accept:
        return with_amendment(floor, event.amendment, friendly="refused", consents=())
    consents = tuple(dict.fromkeys((*amendment.consents, event.seat)))
    return with_amendment(floor, event.amendment, consents=consents)


def apply_ended(floor: Floor, event: FriendlyOfferEnded, at: int) -> Floor:
    """Unfriendly from now on."""
    return with_amendment(floor, event.amendment, friendly="refused", consents=())


ACTS = {
    OfferFriendly: Act(may_write, settle_offer),
    ConsentToAmendment: Act(may_write, settle_consent),
    EndFriendlyOffer: Act(may_end, settle_end),
}
APPLY = {
    FriendlyOffered: apply_offered,
    FriendlyAnswered: apply_answered,
    FriendlyOfferEnded: apply_ended,
}
