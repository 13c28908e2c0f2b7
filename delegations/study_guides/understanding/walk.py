"""Where the walk through a guide is: inside a chapter of positions or not, and who has the word."""

from __future__ import annotations

from dataclasses import dataclass, field

from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.drafts import Draft
from delegations.study_guides.understanding.place import is_title
from delegations.study_guides.understanding.rows import Row


@dataclass(slots=True)
class Walk:
    """The state of the walk and what it has collected.

    `recurring` are titles that stand too often to be chapters. `level` and `number` are those of the
    chapter's heading, `hint` the kind that was announced last, `group` the draft of a heading such as
    "Organizations", `mark` how the chapter's first stakeholder is set off, `openers` whether a heading such
    as "Countries" opens a chapter, `aside` whether a case study stands between the positions, `keys` who
    has one. `head` is that of the open table, `columns` what its columns hold where they differ,
    `members_at` the one that lists a bloc's members. `notes` are
    footnotes left out of positions, `lost` headings whose prose was given to nobody, `untold` paragraphs
    of which it cannot be told whose they are. `headed` is the last heading that was no stakeholder.
    """

    recurring: frozenset[str] = frozenset()
    inside: bool = False
    strict: bool = False
    openers: bool = False
    subjects: bool = False
    level: int = 0
    number: int | None = None
    hint: StakeholderKind | None = None
    topic: str = ""
    current: Draft | None = None
    group: Draft | None = None
    mark: str | None = None
    in_table: bool = False
    head: str = ""
    aside: bool = False
    keys: set[str] = field(default_factory=set)
    columns: tuple[str | None, ...] = ()
    members_at: int | None = None
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    lost: list[Row] = field(default_factory=list)
    untold: list[Row] = field(default_factory=list)
    headed: Row | None = None

    @property
    def model(self) -> Draft | None:
        """The stakeholder that has the word, or had it last: how others are headed too."""
        return self.current or (self.drafts[-1] if self.drafts else None)

    def deeper(self, row: Row) -> bool:
        """Whether the row is a heading inside a stakeholder's own part, by how the format sets it off."""
        if not self.inside or self.current is None or not self.current.level or not row.styled:
            return False
        return row.level == 0 or row.level > self.current.level

    def within_a_state(self) -> bool:
        """Whether a state has the word below a marked heading, so that names in its text begin nothing."""
        one = self.current
        if one is None or one.start.layout != "heading" or not one.row.level:
            return False
        return one.start.kind in ("country", "countries") and bool(one.words)

    def is_caption(self, row: Row) -> bool:
        """Whether a plain short line stands below a marked heading, before any prose: a person's office."""
        one = self.current
        if one is None or one.words or one.start.kind != "person" or not one.row.styled or row.styled:
            return False
        return is_title(row.text) and not row.bullet and "\t" not in row.text

    def may_hold_others(self) -> bool:
        """Whether headings below the open one may name stakeholders: a group holds some, a state does not."""
        one = self.current
        return one is None or not one.words or one.start.kind not in ("country", "countries", "person")
