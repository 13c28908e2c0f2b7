"""Papers on the record: started, submitted, introduced, decided, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.procedure.act import (
    Act,
    Outcome,
    acts_for,
    against,
    impossible,
    on_behalf,
    words,
)
from app.procedure.approval import may_step
from app.procedure.documents import Paper, stepped, with_paper
from app.procedure.drafting import may_draft
from app.procedure.sponsorship import (
    may_back,
    may_write,
    signatures,
    text_is_put,
    unamended,
)
from resolutions.document import LONGEST_TITLE, Document, MalformedDocument, from_json

if TYPE_CHECKING:
    from app.procedure.floor import Floor


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
class PaperIntroduced:
    """The draft is before the committee."""

    paper: str


@dataclass(frozen=True, slots=True)
class PaperShown:
    """Everybody may read the working paper; it has no number yet."""

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


def settle_start(floor: Floor, by: str, at: int, command: StartPaper) -> Outcome:
    """A paper needs a title and a sponsor that may sponsor."""
    yield from acts_for(floor, by, command.seat)
    seat, title = on_behalf(floor, by, command.seat), command.title.strip()
    if not title:
        yield impossible("paper.needs_title", "title")
    yield from words(title, "title", LONGEST_TITLE)
    if seat in floor.seats:
        yield from may_back(floor, seat, "sponsor")
    yield PaperStarted(f"WP-{len(floor.papers.papers) + 1}", title, seat)


def settle_submit(floor: Floor, by: str, at: int, command: SubmitPaper) -> Outcome:
    """By a sponsor, or the dais, with enough names."""
    if command.seat:
        yield from acts_for(floor, by, command.seat)
    yield from may_step(floor, by, command.paper, "submit", sponsors=True)
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
    for clause in text.clauses:
        yield from words(clause.uid, "document", LONGEST_TITLE)
    if not any(clause.kind == "operative" for clause in text.clauses):
        yield impossible("document.no_operative", "document")
    yield PaperSubmitted(command.paper, text)


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawPaper) -> Outcome:
    """Before the vote on it, or on an amendment to it, has begun [DUM]."""
    if command.seat:
        yield from acts_for(floor, by, command.seat)
    yield from may_step(floor, by, command.paper, "withdraw", sponsors=True)
    if text_is_put(floor, command.paper):
        yield impossible("vote.open_now")
    yield from unamended(floor, command.paper)
    yield PaperWithdrawn(command.paper)


def apply_started(floor: Floor, event: PaperStarted, at: int) -> Floor:
    """One more working paper."""
    paper = Paper(event.paper, event.title, sponsors=(event.seat,), started=at)
    return replace(floor, papers=replace(floor.papers, papers=(*floor.papers.papers, paper)))


def apply_submitted(floor: Floor, event: PaperSubmitted, at: int) -> Floor:
    """With the dais."""
    return stepped(
        floor, event.paper, "submit", text=event.text, returned_because="", submitted=floor.number + 1
    )


def apply_introduced(floor: Floor, event: PaperIntroduced, at: int) -> Floor:
    """Before the committee, on the topic in hand."""
    return stepped(floor, event.paper, "introduce", topic=floor.meeting.topic)


def apply_shown(floor: Floor, event: PaperShown, at: int) -> Floor:
    """Readable by all."""
    return with_paper(floor, event.paper, shown=True)


def apply_withdrawn(floor: Floor, event: PaperWithdrawn, at: int) -> Floor:
    """Gone, with the amendments to it."""
    floor = stepped(floor, event.paper, "withdraw")
    papers = floor.papers.without_amendments(event.paper, "paper_withdrawn").without_parts(event.paper)
    return replace(floor, papers=papers)


ACTS = {
    StartPaper: Act(may_draft, settle_start),
    SubmitPaper: Act(may_draft, settle_submit),
    WithdrawPaper: Act(may_write, settle_withdraw),
}
APPLY = {
    PaperStarted: apply_started,
    PaperSubmitted: apply_submitted,
    PaperIntroduced: apply_introduced,
    PaperShown: apply_shown,
    PaperWithdrawn: apply_withdrawn,
}
