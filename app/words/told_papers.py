"""Minutes of papers and amendments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain
from app.words.measures import listed

if TYPE_CHECKING:
    from app.procedure.adoption import AmendmentDecided
    from app.procedure.amendments import AmendmentIntroduced, AmendmentProposed, AmendmentWithdrawn
    from app.procedure.approval import PaperApproved, PaperReturned
    from app.procedure.papers import (
        PaperDecided,
        PaperStarted,
        PaperSubmitted,
    )
    from app.procedure.sharing import PaperShared
    from app.procedure.sponsorship import AmendmentSigned, PaperNamed

_NAMED = {
    "sponsor": N_("{seat} became a sponsor of {paper}."),
    "signatory": N_("{seat} signed {paper}."),
    "none": N_("{seat} took its name off {paper}."),
}
_STANDINGS = {
    "clean": N_("{amendment} stands unchanged"),
    "renumbered": N_("{amendment} stands with new numbers"),
    "mergeable": N_("{amendment} waits for its text to be settled"),
    "conflict": N_("{amendment} contradicts the new text"),
    "moot": N_("{amendment} is not put to the vote any more"),
}


def started(event: PaperStarted, context: Context) -> str:
    """Its title and first sponsor."""
    return context.say(
        N_("{seat} began the working paper {paper}, “{title}”."),
        seat=context.seat(event.seat),
        paper=event.paper,
        title=plain(event.title),
    )


def named(event: PaperNamed, context: Context) -> str:
    """Sponsor, signatory, or neither."""
    return context.say(_NAMED[event.role], seat=context.seat(event.seat), paper=context.paper(event.paper))


def shared(event: PaperShared, context: Context) -> str:
    """One more reader of a working paper."""
    told = {"paper": context.paper(event.paper), "seat": context.seat(event.reader)}
    return context.say(N_("{paper} was shared with {seat}."), **told)


def of_paper(message: str) -> Teller:
    """Tells an event that needs no more than the paper's name."""

    def tell(event: PaperSubmitted, context: Context) -> str:
        return context.say(message, paper=context.paper(event.paper))

    return tell


def returned(event: PaperReturned, context: Context) -> str:
    """With the reason."""
    return context.say(
        N_("The chair returned {paper} to its sponsors: {reason}."),
        paper=context.paper(event.paper),
        reason=context.reason(event.reason),
    )


def approved(event: PaperApproved, context: Context) -> str:
    """With its number."""
    return context.say(
        N_("The chair approved {paper} as draft resolution {symbol}."),
        paper=event.paper,
        symbol=plain(event.symbol),
    )


def paper_decided(event: PaperDecided, context: Context) -> str:
    """Adopted or not."""
    message = (
        N_("The committee adopted {paper}.") if event.adopted else N_("The committee did not adopt {paper}.")
    )
    return context.say(message, paper=context.paper(event.paper))


def proposed(event: AmendmentProposed, context: Context) -> str:
    """Who, and to which draft."""
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
    """Adopted or not, and how the others stand after it."""
    amendment = context.amendment(event.amendment)
    if not event.adopted:
        return context.say(N_("The committee did not adopt {amendment}."), amendment=amendment)
    if not event.others:
        return context.say(N_("The committee adopted {amendment}."), amendment=amendment)
    others = [context.say(_STANDINGS[other.standing], amendment=other.amendment) for other in event.others]
    return context.say(
        N_("The committee adopted {amendment}; {others}."),
        amendment=amendment,
        others=listed(others, context.gettext),
    )


TELLERS: dict[str, Teller] = {
    "PaperStarted": started,
    "PaperNamed": named,
    "PaperShared": shared,
    "PaperSubmitted": of_paper(N_("{paper} was submitted to the dais.")),
    "PaperReturned": returned,
    "PaperApproved": approved,
    "PaperIntroduced": of_paper(N_("{paper} was introduced to the committee.")),
    "PaperWithdrawn": of_paper(N_("{paper} was withdrawn.")),
    "PaperDecided": paper_decided,
    "AmendmentProposed": proposed,
    "AmendmentSigned": signed,
    "AmendmentIntroduced": introduced,
    "AmendmentWithdrawn": amendment_withdrawn,
    "AmendmentDecided": amendment_decided,
}
