"""Minutes of amendments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain
from app.words.measures import listed

if TYPE_CHECKING:
    from app.procedure.adoption import AmendmentDecided
    from app.procedure.amendment_order import AmendmentsOrdered
    from app.procedure.amendments import AmendmentIntroduced, AmendmentProposed, AmendmentWithdrawn
    from app.procedure.friendly import FriendlyAnswered, FriendlyOffered, FriendlyOfferEnded
    from app.procedure.restating import AmendmentMoot, AmendmentRestated
    from app.procedure.setting_aside import AmendmentSetAside
    from app.procedure.sponsorship import AmendmentSigned

_ADOPTED = {
    "vote": N_("The committee adopted {amendment}"),
    "consent": N_("With the consent of all sponsors, {amendment} was taken into the text"),
    "unopposed": N_("Nobody spoke against {amendment}, and it was adopted without a vote"),
}
_STANDINGS = {
    "clean": N_("{amendment} stands unchanged"),
    "renumbered": N_("{amendment} stands with new numbers"),
    "mergeable": N_("{amendment} waits for its text to be settled"),
    "conflict": N_("{amendment} contradicts the new text"),
    "moot": N_("{amendment} is not put to the vote any more"),
}


def proposed(event: AmendmentProposed, context: Context) -> str:
    """Who, and to which draft or amendment."""
    if event.parent:
        return context.say(
            N_("{seat} proposed amendment {amendment} to {parent}."),
            seat=context.seat(event.seat),
            amendment=event.amendment,
            parent=context.amendment(event.parent),
        )
    return context.say(
        N_("{seat} proposed amendment {amendment} to {paper}."),
        seat=context.seat(event.seat),
        amendment=event.amendment,
        paper=context.paper(event.paper),
    )


def signed(event: AmendmentSigned, context: Context) -> str:
    """One more name."""
    return context.say(
        N_("{seat} signed {amendment}."),
        seat=context.seat(event.seat),
        amendment=context.amendment(event.amendment),
    )


def introduced(event: AmendmentIntroduced, context: Context) -> str:
    """Before the committee."""
    return context.say(
        N_("{amendment} was introduced to the committee."), amendment=context.amendment(event.amendment)
    )


def amendment_withdrawn(event: AmendmentWithdrawn, context: Context) -> str:
    """By its mover."""
    found = context.floor.papers.amendment(event.amendment)
    amendment = context.amendment(event.amendment)
    if found is None:
        return context.say(N_("{amendment} was withdrawn."), amendment=amendment)
    return context.say(N_("{seat} withdrew {amendment}."), seat=context.seat(found.seat), amendment=amendment)


def amendment_decided(event: AmendmentDecided, context: Context) -> str:
    """Adopted or not, how, and how the others stand after it."""
    amendment = context.amendment(event.amendment)
    if not event.adopted:
        return context.say(N_("The committee did not adopt {amendment}."), amendment=amendment)
    adopted = context.say(_ADOPTED[event.way], amendment=amendment)
    if not event.others:
        return context.say(N_("{adopted}."), adopted=adopted)
    others = [context.say(_STANDINGS[other.standing], amendment=other.amendment) for other in event.others]
    return context.say(N_("{adopted}; {others}."), adopted=adopted, others=listed(others, context.gettext))


def offered(event: FriendlyOffered, context: Context) -> str:
    """To the sponsors."""
    amendment = context.amendment(event.amendment)
    return context.say(N_("{amendment} was offered to the sponsors as friendly."), amendment=amendment)


def answered(event: FriendlyAnswered, context: Context) -> str:
    """Accepted or not."""
    message = N_("{seat} accepted {amendment}.") if event.accept else N_("{seat} did not accept {amendment}.")
    return context.say(message, seat=context.seat(event.seat), amendment=context.amendment(event.amendment))


def offer_ended(event: FriendlyOfferEnded, context: Context) -> str:
    """Not friendly."""
    amendment = context.amendment(event.amendment)
    return context.say(N_("The dais waited no longer for the sponsors on {amendment}."), amendment=amendment)


def restated(event: AmendmentRestated, context: Context) -> str:
    """On the new text."""
    return context.say(
        N_("{amendment} was restated on the new text."), amendment=context.amendment(event.amendment)
    )


def moot(event: AmendmentMoot, context: Context) -> str:
    """With the amendment that implies it and the reason."""
    return context.say(
        N_("The chair declared {amendment} moot, as {adopted} was adopted: {reason}."),
        amendment=context.amendment(event.amendment),
        adopted=plain(event.adopted),
        reason=context.reason(event.reason),
    )


def set_aside(event: AmendmentSetAside, context: Context) -> str:
    """By a no-action motion."""
    return context.say(
        N_("The committee decided not to vote on {amendment}."), amendment=context.amendment(event.amendment)
    )


def ordered(event: AmendmentsOrdered, context: Context) -> str:
    """With the reason."""
    return context.say(
        N_("The amendments to {paper} are voted on in the order {order}: {reason}."),
        paper=context.paper(event.paper),
        order=listed([plain(key) for key in event.order], context.gettext),
        reason=context.reason(event.reason),
    )


TELLERS: dict[str, Teller] = {
    "AmendmentProposed": proposed,
    "AmendmentSigned": signed,
    "AmendmentIntroduced": introduced,
    "AmendmentWithdrawn": amendment_withdrawn,
    "AmendmentDecided": amendment_decided,
    "AmendmentRestated": restated,
    "AmendmentMoot": moot,
    "AmendmentSetAside": set_aside,
    "AmendmentsOrdered": ordered,
    "FriendlyOffered": offered,
    "FriendlyAnswered": answered,
    "FriendlyOfferEnded": offer_ended,
}
