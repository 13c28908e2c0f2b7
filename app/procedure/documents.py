"""The committee's documents as they are on the floor: papers, and the amendments to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from resolutions.document import Document
from resolutions.lifecycle import Stage, Step, after

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
    """A paper from its first day. `text` is empty until it is submitted; `symbol` until it is approved.

    `shared` are the delegations that may read it beside those whose names are on it.
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

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: from its approval on."""
        return bool(self.symbol)

    @property
    def readers(self) -> tuple[str, ...]:
        """The delegations that may read it while it is not public."""
        return tuple(dict.fromkeys((*self.sponsors, *self.signatories, *self.shared)))

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

    def before_the_committee(self, topic: int = 0) -> tuple[Paper, ...]:
        """The drafts that are introduced and not yet decided, of one topic (its number) or of all (0)."""
        introduced = (paper for paper in self.papers if paper.stage == "introduced")
        return tuple(paper for paper in introduced if topic in (0, paper.topic))

    def pending_amendments(self, paper: str) -> tuple[Amendment, ...]:
        """The amendments to a paper that are not decided."""
        return tuple(
            one for one in self.amendments if one.paper == paper and one.stage in ("proposed", "introduced")
        )

    def without_amendments(self, paper: str, reason: str) -> Papers:
        """With the pending amendments to a paper moot, for this reason: the paper is decided or gone."""
        papers = self
        for amendment in self.pending_amendments(paper):
            papers = papers.with_amendment(replace(amendment, stage="moot", standing="moot", reason=reason))
        return papers

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
