"""Papers on the record: started, sponsored, signed, submitted, approved, introduced, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    chair,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    stale,
)
from app.procedure.attendance import share_base
from app.procedure.seats import votes_on_substance
from resolutions.document import Document, MalformedDocument, from_json
from resolutions.lifecycle import Stage, Step, after, allowed, draft_symbol

if TYPE_CHECKING:
    from app.procedure.floor import Floor

AmendmentStage = Literal["proposed", "introduced", "adopted", "failed", "moot", "withdrawn"]
Standing = Literal["clean", "renumbered", "mergeable", "conflict", "moot"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to a draft: typed operations on the text that had digest `base`.

    `standing` says how it fits the text as it is now, `reason` why; both are set anew at every adoption.
    """

    key: str
    paper: str
    seat: str
    operations: tuple[dict[str, Any], ...]
    base: str
    stage: AmendmentStage = "proposed"
    signatories: tuple[str, ...] = ()
    standing: Standing = "clean"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper from its first day. `text` is empty until it is submitted; `symbol` until it is approved."""

    key: str
    title: str
    stage: Stage = "working_paper"
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    text: Document | None = None
    symbol: str = ""
    topic: int = 0
    returned_because: str = ""
    amended: int = 0

    @property
    def name(self) -> str:
        """What the committee calls it: its symbol once it has one, its key before."""
        return self.symbol or self.key


@dataclass(frozen=True, slots=True)
class Papers:
    """Every paper of the committee in the order they were started, and every amendment."""

    papers: tuple[Paper, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    def get(self, key: str) -> Paper | None:
        """The paper with this key."""
        return next((paper for paper in self.papers if paper.key == key), None)

    def amendment(self, key: str) -> Amendment | None:
        """The amendment with this key."""
        return next((one for one in self.amendments if one.key == key), None)

    def before_the_committee(self) -> tuple[Paper, ...]:
        """The drafts that are introduced and not yet decided, in the order of their introduction."""
        return tuple(paper for paper in self.papers if paper.stage == "introduced")

    def pending_amendments(self, paper: str) -> tuple[Amendment, ...]:
        """The amendments to a paper that are not decided."""
        return tuple(
            one for one in self.amendments if one.paper == paper and one.stage in ("proposed", "introduced")
        )

    def with_paper(self, changed: Paper) -> Papers:
        """With one paper replaced."""
        return replace(self, papers=tuple(changed if p.key == changed.key else p for p in self.papers))

    def with_amendment(self, changed: Amendment) -> Papers:
        """With one amendment replaced."""
        kept = (changed if one.key == changed.key else one for one in self.amendments)
        return replace(self, amendments=tuple(kept))


@dataclass(frozen=True, slots=True)
class StartPaper:
    """Begin a working paper; whoever begins it is its first sponsor."""

    title: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PaperStarted:
    """A working paper exists."""

    paper: str
    title: str
    seat: str


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


@dataclass(frozen=True, slots=True)
class SubmitPaper:
    """Hand a paper to the dais with its text (the document's JSON) as it stands."""

    paper: str
    document: dict[str, Any]
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PaperSubmitted:
    """The dais has the paper; this is its text."""

    paper: str
    text: Document


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """Give a submitted paper back with a reason."""

    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaperReturned:
    """The paper went back to its sponsors."""

    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class ApprovePaper:
    """Approve a submitted paper: it becomes a draft resolution with a number."""

    paper: str


@dataclass(frozen=True, slots=True)
class PaperApproved:
    """The paper is a draft resolution with this symbol."""

    paper: str
    symbol: str
    topic: int


@dataclass(frozen=True, slots=True)
class PaperIntroduced:
    """The draft is before the committee."""

    paper: str


@dataclass(frozen=True, slots=True)
class WithdrawPaper:
    """Take a paper back, for good, before it is put to the vote."""

    paper: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PaperWithdrawn:
    """The sponsors took the paper back."""

    paper: str


@dataclass(frozen=True, slots=True)
class PaperDecided:
    """The committee adopted the draft or did not; `digest` is of the text that was voted."""

    paper: str
    adopted: bool
    digest: str


def settle_start(floor: Floor, by: str, at: int, command: StartPaper) -> Outcome:
    """A paper needs a title and a sponsor that may sponsor."""
    yield from acts_for(floor, by, command.seat)
    seat, title = on_behalf(floor, by, command.seat), command.title.strip()
    if not title:
        yield impossible("paper.needs_title", "title")
    if len(title) > 200:
        yield impossible("text.too_long", "title", limit=200)
    if seat in floor.seats:
        yield from may_back(floor, seat, "sponsor")
    yield PaperStarted(f"WP-{len(floor.papers.papers) + 1}", title, seat)


def may_back(floor: Floor, seat: str, role: Literal["sponsor", "signatory"]) -> Refusals:
    """Observers and NGOs sponsor or sign only where the rulebook lets them (L03, T58)."""
    rights = floor.rulebook.rights
    let = rights.observer_may_sponsor if role == "sponsor" else rights.observer_may_sign
    if not votes_on_substance(floor, seat) and not let:
        yield against(f"paper.members_{role}", seat=seat)


def settle_sponsor(floor: Floor, by: str, at: int, command: SponsorPaper) -> Outcome:
    """Up to the rulebook's maximum, until the paper is introduced."""
    most = floor.rulebook.papers.sponsors_max
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
        yield impossible("paper.unknown", "paper", paper=command.paper)
        return
    if paper.stage not in ("working_paper", "submitted", "returned", "approved"):
        yield against("paper.too_late_to_name", paper=paper.name)
    if seat in floor.seats:
        yield from may_back(floor, seat, role)
    if seat in (paper.sponsors if role == "sponsor" else paper.signatories):
        yield stale("paper.named_already", seat=seat)
    yield PaperNamed(command.paper, seat, role)


def settle_leave(floor: Floor, by: str, at: int, command: LeavePaper) -> Outcome:
    """Until the vote on it has begun."""
    yield from acts_for(floor, by, command.seat)
    seat, paper = on_behalf(floor, by, command.seat), floor.papers.get(command.paper)
    if paper is None:
        yield impossible("paper.unknown", "paper", paper=command.paper)
        return
    if seat not in (*paper.sponsors, *paper.signatories):
        yield stale("paper.not_named", seat=seat)
    if paper.stage in ("adopted", "failed", "withdrawn") or floor.votes.about("paper", paper.key):
        yield impossible("paper.decided", paper=paper.name)
    yield PaperNamed(command.paper, seat, "none")


def signatures(floor: Floor, paper: Paper) -> tuple[int, int]:
    """How many names count as signatures, and how many are needed (signatories_min)."""
    rules = floor.rulebook.papers
    names = set(paper.signatories)
    if rules.sponsors_count_as_signatories:
        names |= set(paper.sponsors)
    needed = rules.signatories_min.count(share_base(floor, rules.signatories_min.of))
    return len(names), needed


def settle_submit(floor: Floor, by: str, at: int, command: SubmitPaper) -> Outcome:
    """By a sponsor, or the dais, with enough names."""
    yield from _step(floor, by, command.paper, "submit", sponsors=True)
    paper = floor.papers.get(command.paper)
    if paper is None:
        return
    least = floor.rulebook.papers.sponsors_min
    if len(paper.sponsors) < least:
        yield against("paper.sponsors_min", have=len(paper.sponsors), needed=least)
    have, needed = signatures(floor, paper)
    if have < needed:
        yield against("paper.signatories_min", have=have, needed=needed)
    try:
        text = from_json(command.document)
    except MalformedDocument as error:
        yield impossible("document.malformed", "document", sentence=str(error))
        return
    if not any(clause.kind == "operative" for clause in text.clauses):
        yield impossible("document.no_operative", "document")
    yield PaperSubmitted(command.paper, text)


def _step(floor: Floor, by: str, key: str, step: Step, sponsors: bool = False) -> Refusals:
    """What stands against this step in the paper's life (`resolutions.lifecycle`)."""
    paper = floor.papers.get(key)
    if paper is None:
        yield impossible("paper.unknown", "paper", paper=key)
        return
    if sponsors and not is_dais(floor, by) and by not in paper.sponsors:
        yield forbidden("paper.sponsors_only")
    if not allowed(paper.stage, step):
        yield stale(f"paper.cannot_{step}", paper=paper.name, stage=paper.stage)


def settle_return(floor: Floor, by: str, at: int, command: ReturnPaper) -> Outcome:
    """The sponsors are told why."""
    yield from _step(floor, by, command.paper, "return")
    if not command.reason.strip():
        yield impossible("reason.needed", "reason")
    if len(command.reason) > 500:
        yield impossible("text.too_long", "reason", limit=500)
    yield PaperReturned(command.paper, command.reason.strip())


def settle_approve(floor: Floor, by: str, at: int, command: ApprovePaper) -> Outcome:
    """The number counts the drafts approved on the topic, from 1."""
    yield from _step(floor, by, command.paper, "approve")
    topic = floor.meeting.topic or 1
    number = sum(bool(p.symbol) and p.topic == topic for p in floor.papers.papers) + 1
    symbol = draft_symbol(floor.rulebook.papers.symbol, topic, number)
    yield PaperApproved(command.paper, symbol, topic)


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawPaper) -> Outcome:
    """Before the vote on it has begun [DUM]."""
    yield from _step(floor, by, command.paper, "withdraw", sponsors=True)
    if floor.votes.about("paper", command.paper):
        yield impossible("vote.open_now")
    yield PaperWithdrawn(command.paper)


def with_paper(floor: Floor, key: str, **changes: object) -> Floor:
    """The floor with fields of one paper changed."""
    paper = floor.papers.get(key)
    assert paper is not None
    changed = replace(paper, **changes)  # type: ignore[arg-type]
    return replace(floor, papers=floor.papers.with_paper(changed))


def stepped(floor: Floor, key: str, step: Step, **changes: object) -> Floor:
    """The floor with one paper a step further in its life."""
    paper = floor.papers.get(key)
    assert paper is not None
    return with_paper(floor, key, stage=after(paper.stage, step), **changes)


def apply_started(floor: Floor, event: PaperStarted, at: int) -> Floor:
    """One more working paper."""
    paper = Paper(event.paper, event.title, sponsors=(event.seat,))
    return replace(floor, papers=replace(floor.papers, papers=(*floor.papers.papers, paper)))


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


def apply_submitted(floor: Floor, event: PaperSubmitted, at: int) -> Floor:
    """With the dais."""
    return stepped(floor, event.paper, "submit", text=event.text, returned_because="")


def apply_returned(floor: Floor, event: PaperReturned, at: int) -> Floor:
    """With its sponsors again."""
    return stepped(floor, event.paper, "return", returned_because=event.reason)


def apply_approved(floor: Floor, event: PaperApproved, at: int) -> Floor:
    """A draft with a number."""
    return stepped(floor, event.paper, "approve", symbol=event.symbol, topic=event.topic)


def apply_introduced(floor: Floor, event: PaperIntroduced, at: int) -> Floor:
    """Before the committee."""
    return stepped(floor, event.paper, "introduce")


def apply_withdrawn(floor: Floor, event: PaperWithdrawn, at: int) -> Floor:
    """Gone, with the amendments to it."""
    floor = stepped(floor, event.paper, "withdraw")
    papers = floor.papers
    for amendment in papers.pending_amendments(event.paper):
        papers = papers.with_amendment(replace(amendment, stage="moot", reason="paper_withdrawn"))
    return replace(floor, papers=papers)


def apply_decided(floor: Floor, event: PaperDecided, at: int) -> Floor:
    """Adopted or failed."""
    return stepped(floor, event.paper, "adopt" if event.adopted else "fail")


ACTS = {
    StartPaper: Act(anyone, settle_start),
    SponsorPaper: Act(anyone, settle_sponsor),
    SignPaper: Act(anyone, settle_sign),
    LeavePaper: Act(anyone, settle_leave),
    SubmitPaper: Act(anyone, settle_submit),
    ReturnPaper: Act(chair, settle_return),
    ApprovePaper: Act(chair, settle_approve),
    WithdrawPaper: Act(anyone, settle_withdraw),
}
APPLY = {
    PaperStarted: apply_started,
    PaperNamed: apply_named,
    PaperSubmitted: apply_submitted,
    PaperReturned: apply_returned,
    PaperApproved: apply_approved,
    PaperIntroduced: apply_introduced,
    PaperWithdrawn: apply_withdrawn,
    PaperDecided: apply_decided,
}
