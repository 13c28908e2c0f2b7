"""The committee's documents as they are on the floor: papers, and the amendments to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from resolutions.document import Clause, Document
from resolutions.lifecycle import Stage, Step, after

if TYPE_CHECKING:
    from app.procedure.floor import Floor


AmendmentStage = Literal["proposed", "introduced", "adopted", "failed", "moot", "withdrawn"]


PENDING: tuple[AmendmentStage, ...] = ("proposed", "introduced")
"""Stages of an amendment that is not decided."""


Friendly = Literal["no", "offered", "refused", "accepted"]


Standing = Literal["clean", "renumbered", "mergeable", "conflict", "moot"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to a draft: typed operations on the text that had digest `base`.

    `standing` says how it fits the text as it is now, `reason` why; both are set anew at every adoption.
    `parent` is the amendment that it amends, "" for one to the draft; `friendly` says whether it was offered
    to the sponsors, and `consents` who of them accepted it so far.
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
    parent: str = ""
    friendly: Friendly = "no"
    consents: tuple[str, ...] = ()


PartStage = Literal["waiting", "kept", "removed", "annexed", "fell", "not_put"]


@dataclass(frozen=True, slots=True)
class Part:
    """Clauses (uids) of a draft that are voted on apart from the rest.

    `kept` in the text, `removed` from it, or `annexed`: then `annex` holds the clauses, and it fell if the
    draft did; `not_put` where the draft was decided without it.
    """

    key: str
    paper: str
    clauses: tuple[str, ...]
    stage: PartStage = "waiting"
    annex: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper from its first day. `text` is empty until it is submitted; `symbol` until it is approved.

    `shared` are the delegations that may read it beside those whose names are on it; `submitted` is the act
    that handed it in last; `amendment_order` the order that the dais gave its amendments; `tied` the session
    in which a tie left it undecided; `fallen` holds, for each time that it lost its sponsors, the symbol that
    it had ("" for none); `important` says that it was declared an important question, `aside` why
    it left the floor undecided; `shown` that everybody may read it before its approval; `editors` are those
    of `shared` that may write in it too; `taken` those from whom writing or reading was taken back by name,
    and not given again: a code gives them nothing; `started` is the room time (ms) at which it began: what
    was written under its key before belonged to a paper that was taken back.
    """

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
    shared: tuple[str, ...] = ()
    submitted: int = 0
    amendment_order: tuple[str, ...] = ()
    important: bool = False
    tied: int = 0
    fallen: tuple[str, ...] = ()
    aside: str = ""
    shown: bool = False
    editors: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    started: int = 0

    @property
    def writers(self) -> tuple[str, ...]:
        """The delegations that may change its text: its sponsors, and whom they let write."""
        return tuple(dict.fromkeys((*self.sponsors, *self.editors)))

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: from its approval on until it falls, or shown as it is."""
        return bool(self.symbol) or self.shown

    @property
    def readers(self) -> tuple[str, ...]:
        """The delegations that may read it while it is not public."""
        return tuple(dict.fromkeys((*self.sponsors, *self.signatories, *self.shared)))

    def may_be_read_by(self, seat: str) -> bool:
        """Whether a delegation may read it; the dais always may."""
        return self.is_public or seat in self.readers

    @property
    def name(self) -> str:
        """What the committee calls it: its symbol once it has one, its key before."""
        return self.symbol or self.key


@dataclass(frozen=True, slots=True)
class Papers:
    """Every paper of the committee in the order they were started, every amendment, every divided part."""

    papers: tuple[Paper, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    parts: tuple[Part, ...] = ()

    def get(self, key: str) -> Paper | None:
        """The paper with this key."""
        return next((paper for paper in self.papers if paper.key == key), None)

    def amendment(self, key: str) -> Amendment | None:
        """The amendment with this key."""
        return next((one for one in self.amendments if one.key == key), None)

    def pending(self, key: str) -> Amendment | None:
        """The amendment with this key, if it is not decided."""
        found = self.amendment(key)
        return found if found is not None and found.stage in PENDING else None

    def about(self, subject: str) -> Paper | None:
        """The paper that a draft's, an amendment's or a part's key belongs to."""
        below = self.amendment(subject) or self.part(subject)
        return self.get(below.paper if below is not None else subject)

    def part(self, key: str) -> Part | None:
        """The part with this key."""
        return next((one for one in self.parts if one.key == key), None)

    def of(self, paper: str) -> tuple[Part, ...]:
        """The parts that a paper was divided into, whatever became of them."""
        return tuple(one for one in self.parts if one.paper == paper)

    def before_the_committee(self, topic: int = 0) -> tuple[Paper, ...]:
        """The drafts that are introduced and not yet decided, of one topic (its number) or of all (0)."""
        introduced = (paper for paper in self.papers if paper.stage == "introduced")
        return tuple(paper for paper in introduced if topic in (0, paper.topic))

    def pending_amendments(self, paper: str) -> tuple[Amendment, ...]:
        """The amendments to a paper that are not decided."""
        return tuple(one for one in self.amendments if one.paper == paper and one.stage in PENDING)

    def second_degree(self, parent: str) -> tuple[Amendment, ...]:
        """The amendments to an amendment that are not decided."""
        return tuple(one for one in self.amendments if one.parent == parent and one.stage in PENDING)

    def without_amendments(self, paper: str, reason: str) -> Papers:
        """With the pending amendments to a paper moot, for this reason: the paper is decided or gone."""
        return self._moot(self.pending_amendments(paper), reason)

    def without_second_degree(self, parent: str) -> Papers:
        """With the pending amendments to an amendment moot: it is decided or gone."""
        return self._moot(self.second_degree(parent), "parent_decided")

    def _moot(self, amendments: tuple[Amendment, ...], reason: str) -> Papers:
        papers = self
        for amendment in amendments:
            papers = papers.with_amendment(replace(amendment, stage="moot", standing="moot", reason=reason))
        return papers

    def without_parts(self, paper: str) -> Papers:
        """With the parts of a paper that wait no longer waiting: it is decided or gone."""
        return self._with_stage(paper, "waiting", "not_put")

    def with_annexes(self, paper: str, was: PartStage, stage: PartStage) -> Papers:
        """With the annexes of a paper, if they are `was`, in another stage."""
        return self._with_stage(paper, was, stage)

    def _with_stage(self, paper: str, was: PartStage, stage: PartStage) -> Papers:
        turned = (
            replace(one, stage=stage) if (one.paper, one.stage) == (paper, was) else one for one in self.parts
        )
        return replace(self, parts=tuple(turned))

    def with_part(self, changed: Part) -> Papers:
        """With one part replaced."""
        return replace(self, parts=tuple(changed if one.key == changed.key else one for one in self.parts))

    def with_paper(self, changed: Paper) -> Papers:
        """With one paper replaced."""
        return replace(self, papers=tuple(changed if p.key == changed.key else p for p in self.papers))

    def with_amendment(self, changed: Amendment) -> Papers:
        """With one amendment replaced."""
        kept = (changed if one.key == changed.key else one for one in self.amendments)
        return replace(self, amendments=tuple(kept))


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


def with_amendment(floor: Floor, key: str, **changes: object) -> Floor:
    """The floor with fields of one amendment changed."""
    amendment = floor.papers.amendment(key)
    assert amendment is not None
    changed = replace(amendment, **changes)  # type: ignore[arg-type]
    return replace(floor, papers=floor.papers.with_amendment(changed))
