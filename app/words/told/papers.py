"""Minutes of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain

if TYPE_CHECKING:
    from app.procedure.approval import PaperApproved, PaperReturned
    from app.procedure.decisions import PaperDecided
    from app.procedure.falling import PaperFell
    from app.procedure.mergers import PapersMerged
    from app.procedure.papers import (
        PaperStarted,
        PaperSubmitted,
    )
    from app.procedure.setting_aside import PaperSetAside
    from app.procedure.sharing import PaperShared, PaperUnshared
    from app.procedure.sponsorship import PaperNamed

_NAMED = {
    "sponsor": N_("{seat} became a sponsor of {paper}."),
    "signatory": N_("{seat} signed {paper}."),
    "none": N_("{seat} took its name off {paper}."),
}


_ADOPTED = {
    "vote": N_("The committee adopted {paper}."),
    "acclamation": N_("The committee adopted {paper} by acclamation, without a vote."),
    "consensus": N_("The committee adopted {paper} by consensus, without a vote."),
    "parts": N_("The committee adopted {paper} part by part."),
}
_NOT_ADOPTED = {
    "vote": N_("The committee did not adopt {paper}."),
    "acclamation": N_("The committee did not adopt {paper} by acclamation."),
    "consensus": N_("The committee did not adopt {paper} by consensus."),
    "parts": N_("No operative clause of {paper} was left, and so it was not adopted."),
}
_ASIDE = {
    "referred": N_("{paper} was referred to {words}."),
    "postponed": N_("{paper} was postponed until {words}."),
    "not_competent": N_("The committee found that it has no competence for {paper}."),
    "no_action": N_("The committee decided not to vote on {paper}."),
    "contradiction": N_("{paper} contradicts a draft that was adopted and was not put to the vote: {words}."),
    "topic_ended": N_("{paper} was not put to the vote: a draft on its topic was adopted."),
}


def set_aside(event: PaperSetAside, context: Context) -> str:
    """Why, and where to or until when."""
    words = plain(event.words)
    if event.cause == "postponed" and not words:
        return context.say(N_("{paper} was postponed."), paper=context.paper(event.paper))
    told = {"paper": context.paper(event.paper), "words": words or context.reason("")}
    return context.say(_ASIDE[event.cause], **told)


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
    if event.edits:
        return context.say(N_("{seat} may write in {paper}."), **told)
    return context.say(N_("{paper} was shared with {seat}."), **told)


def unshared(event: PaperUnshared, context: Context) -> str:
    """One reader less of a working paper."""
    told = {"paper": context.paper(event.paper), "seat": context.seat(event.reader)}
    return context.say(N_("{paper} is no longer shared with {seat}."), **told)


def of_paper(message: str) -> Teller:
    """Tells an event that needs no more than the paper's name."""

    def tell(event: PaperSubmitted, context: Context) -> str:
        return context.say(message, paper=context.paper(event.paper))

    return tell


def merged(event: PapersMerged, context: Context) -> str:
    """Which goes on, and who stands on it."""
    return context.say(
        N_("{other} was merged into {paper}; its sponsors are {seats}."),
        other=context.paper(event.other),
        paper=context.paper(event.paper),
        seats=context.seats(event.sponsors),
    )


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


def fell(event: PaperFell, context: Context) -> str:
    """Why, and what it is called from now on."""
    told = {"paper": event.paper, "have": str(event.have), "needed": str(event.needed)}
    if not event.symbol:
        return context.say(
            N_("{paper} went back to its writers: it has {have} of the {needed} sponsors that it needs."),
            **told,
        )
    return context.say(
        N_(
            "{symbol} fell: it has {have} of the {needed} sponsors that it needs."
            " It is the working paper {paper} again."
        ),
        symbol=plain(event.symbol),
        **told,
    )


def paper_decided(event: PaperDecided, context: Context) -> str:
    """Adopted or not, and how."""
    table = _ADOPTED if event.adopted else _NOT_ADOPTED
    return context.say(table[event.way], paper=context.paper(event.paper))


TELLERS: dict[str, Teller] = {
    "PaperStarted": started,
    "PaperNamed": named,
    "PaperShared": shared,
    "PaperUnshared": unshared,
    "PapersMerged": merged,
    "PaperSubmitted": of_paper(N_("{paper} was submitted to the dais.")),
    "PaperReturned": returned,
    "PaperApproved": approved,
    "PaperIntroduced": of_paper(N_("{paper} was introduced to the committee.")),
    "PaperWithdrawn": of_paper(N_("{paper} was withdrawn.")),
    "PaperFell": fell,
    "PaperDecided": paper_decided,
    "PaperSetAside": set_aside,
    "PaperShown": of_paper(N_("{paper} was shown to the whole committee.")),
    "PaperReconsidered": of_paper(N_("{paper} is before the committee again.")),
    "ImportanceDeclared": of_paper(N_("{paper} was declared an important question.")),
}
