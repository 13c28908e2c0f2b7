"""The names on papers and amendments: sponsors who back a text, signatories who want it debated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    forbidden,
    impossible,
    is_dais,
    not_over,
    on_behalf,
    stale,
)
from app.procedure.documents import Amendment, Paper, with_amendment, with_paper
from app.procedure.falling import falls_without
from app.procedure.quorum import most_sponsors, share_base
from app.procedure.roster import votes_on_substance

if TYPE_CHECKING:
    from app.procedure.floor import Floor


DECIDED = ("adopted", "failed", "withdrawn", "merged")
"""Stages after which the names on a paper are history."""


@dataclass(frozen=True, slots=True)
class SponsorPaper:
    """Become a sponsor: back the text."""

    paper: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class SignPaper:
    """Become a signatory: want it debated, without endorsing it."""

    paper: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class LeavePaper:
    """Take the name off a paper, as sponsor or as signatory."""

    paper: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PaperNamed:
    """A delegation's name on a paper from now on: sponsor, signatory, or neither."""

    paper: str
    seat: str
    role: Literal["sponsor", "signatory", "none"]


def may_write(floor: Floor, by: str) -> Refusals:
    """Papers are written between sittings too, until the committee ends (drafting_hours: always)."""
    yield from anyone(floor, by)
    yield from not_over(floor)


def text_is_put(floor: Floor, paper: str) -> bool:
    """Whether the vote on the floor, or the chair's question, is about this paper or a change of it."""
    asked, papers = floor.action.asked, floor.papers
    if floor.votes.about("paper", paper) or (asked is not None and asked.paper == paper):
        return True
    return any(floor.votes.about("amendment", one.key) for one in papers.pending_amendments(paper)) or any(
        floor.votes.about("part", one.key) for one in papers.of(paper)
    )


def unamended(floor: Floor, key: str) -> Refusals:
    """What stands against taking back a draft that the committee has amended (GA 80/122)."""
    paper = floor.papers.get(key)
    if paper is not None and paper.amended and not floor.rulebook.papers.withdraw_after_amended:
        yield against("paper.amended", "paper", paper=paper.name)


def may_back(floor: Floor, seat: str, role: Literal["sponsor", "signatory"]) -> Refusals:
    """Observers and NGOs sponsor or sign only where the rulebook lets them (L03, T58)."""
    rights = floor.rulebook.rights
    let = rights.observer_may_sponsor if role == "sponsor" else rights.observer_may_sign
    if not votes_on_substance(floor, seat) and not let:
        yield against(f"paper.members_{role}", seat=seat)


def settle_sponsor(floor: Floor, by: str, at: int, command: SponsorPaper) -> Outcome:
    """Up to the rulebook's maximum, until the paper is introduced."""
    most = most_sponsors(floor)
    paper = floor.papers.get(command.paper)
    if paper and most is not None and len(paper.sponsors) >= most:
        yield against("paper.sponsors_max", most=most)
    yield from _name(floor, by, command, "sponsor")


def settle_sign(floor: Floor, by: str, at: int, command: SignPaper) -> Outcome:
    """Signing is not support [DUM]."""
    yield from _name(floor, by, command, "signatory")


def _name(
    floor: Floor, by: str, command: SponsorPaper | SignPaper, role: Literal["sponsor", "signatory"]
) -> Outcome:
    yield from acts_for(floor, by, command.seat)
    seat, paper = on_behalf(floor, by, command.seat), floor.papers.get(command.paper)
    if paper is None:
        yield impossible("paper.unknown", "paper")
        return
    if paper.stage == "introduced":
        yield against("paper.too_late_to_name", paper=paper.name)
    elif paper.stage in DECIDED:
        yield impossible("paper.decided", paper=paper.name)
    if text_is_put(floor, paper.key):
        yield impossible("vote.open_now")
    if not is_dais(floor, by):
        yield from may_name_itself(paper, seat)
    if seat in floor.seats:
        yield from may_back(floor, seat, role)
    if seat in (paper.sponsors if role == "sponsor" else paper.signatories):
        yield stale("paper.named_already", seat=seat)
    yield PaperNamed(command.paper, seat, role)
    if role == "signatory":
        yield from falls_without(floor, paper, seat)


def may_name_itself(paper: Paper, seat: str) -> Refusals:
    """A delegation puts its own name on a paper that it was shown."""
    if not paper.may_be_read_by(seat):
        yield forbidden("paper.not_shared")


def settle_leave(floor: Floor, by: str, at: int, command: LeavePaper) -> Outcome:
    """Until the vote on it has begun; a draft that is left with too few sponsors falls [DUM]."""
    yield from acts_for(floor, by, command.seat)
    seat, paper = on_behalf(floor, by, command.seat), floor.papers.get(command.paper)
    if paper is None:
        yield impossible("paper.unknown", "paper")
        return
    if seat not in (*paper.sponsors, *paper.signatories):
        yield stale("paper.not_named", seat=seat)
    if paper.stage in DECIDED:
        yield impossible("paper.decided", paper=paper.name)
    if text_is_put(floor, paper.key):
        yield impossible("vote.open_now")
    yield PaperNamed(command.paper, seat, "none")
    yield from falls_without(floor, paper, seat)


def signatures(floor: Floor, paper: Paper) -> tuple[int, int]:
    """How many names count as signatures, and how many are needed (signatories_min)."""
    rules = floor.rulebook.papers
    names = set(paper.signatories)
    if rules.sponsors_count_as_signatories:
        names |= set(paper.sponsors)
    needed = rules.signatories_min.count(share_base(floor, rules.signatories_min.of))
    return len(names), needed


def apply_named(floor: Floor, event: PaperNamed, at: int) -> Floor:
    """A delegation is sponsor or signatory, never both, never twice (L02)."""
    paper = floor.papers.get(event.paper)
    assert paper is not None
    sponsors = tuple(key for key in paper.sponsors if key != event.seat)
    signatories = tuple(key for key in paper.signatories if key != event.seat)
    if event.role == "sponsor":
        sponsors = (*sponsors, event.seat)
    elif event.role == "signatory":
        signatories = (*signatories, event.seat)
    return with_paper(floor, event.paper, sponsors=sponsors, signatories=signatories)


@dataclass(frozen=True, slots=True)
class SignAmendment:
    """Want an amendment debated, without endorsing it."""

    amendment: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentSigned:
    """A delegation signed an amendment."""

    amendment: str
    seat: str


def settle_sign_amendment(floor: Floor, by: str, at: int, command: SignAmendment) -> Outcome:
    """While it is not decided, once each."""
    yield from acts_for(floor, by, command.seat)
    seat, amendment = on_behalf(floor, by, command.seat), floor.papers.pending(command.amendment)
    if amendment is None:
        yield stale("amendment.gone", "amendment")
        return
    if seat in (amendment.seat, *amendment.signatories):
        yield stale("amendment.signed_already", seat=seat)
    if seat in floor.seats:
        yield from may_back(floor, seat, "signatory")
    yield AmendmentSigned(amendment.key, seat)


def enough_names(floor: Floor, amendment: Amendment) -> tuple[int, int]:
    """How many names an amendment has (its mover counts) and how many it needs."""
    share = floor.rulebook.amendments.signatories_min
    return len({amendment.seat, *amendment.signatories}), share.count(share_base(floor, share.of))


def names_missing(floor: Floor, amendment: Amendment) -> Refusals:
    """An unfriendly amendment needs its own signatories before it is introduced."""
    have, needed = enough_names(floor, amendment)
    if have < needed:
        yield against("amendment.signatories_min", "amendment", have=have, needed=needed)


def apply_amendment_signed(floor: Floor, event: AmendmentSigned, at: int) -> Floor:
    """One more name."""
    amendment = floor.papers.amendment(event.amendment)
    assert amendment is not None
    return with_amendment(floor, event.amendment, signatories=(*amendment.signatories, event.seat))


ACTS = {
    SponsorPaper: Act(may_write, settle_sponsor),
    SignPaper: Act(may_write, settle_sign),
    SignAmendment: Act(may_write, settle_sign_amendment),
    LeavePaper: Act(may_write, settle_leave),
}
APPLY = {
    PaperNamed: apply_named,
    AmendmentSigned: apply_amendment_signed,
}
