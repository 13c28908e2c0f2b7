"""Where a row stands that may begin a stakeholder's position, and what its name looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from delegations.organizations import body_kind
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.headings import begins_afresh
from delegations.study_guides.understanding.measures import capitals
from delegations.study_guides.understanding.naming import bracketed_states
from delegations.study_guides.understanding.rows import Row

LONGEST_NAME = 200
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: all rows, its index, the kind announced above it, and who has the word there.

    `strict`: outside any chapter of positions; `subjects`: a paragraph's subject may be its stakeholder;
    `free`: the row is set off as the chapter's stakeholders are, so that any name may be one; `alike`: it is
    a short title above its text as the open stakeholder's heading is; `below_name`: it stands directly below
    the open stakeholder's name, as in a column of names; `beside`: it is of the style in which
    the chapter's first stakeholder is headed; `counted_on`: its number follows on that of the open
    stakeholder's heading; `labelled_alike`: it is set as the open
    stakeholder's label is; `below_heading`: it stands directly below a chapter's or a
    group's heading.
    """

    rows: Sequence[Row]
    at: int
    hint: StakeholderKind | None = None
    open_name: str = ""
    in_table: bool = False
    strict: bool = False
    subjects: bool = False
    free: bool = False
    open_layout: str = ""
    alike: bool = False
    below_name: bool = False
    below_heading: bool = False
    beside: bool = False
    counted_on: bool = False
    labelled_alike: bool = False
    open_kind: StakeholderKind | None = None

    @property
    def afresh(self) -> bool:
        """Whether nothing before the row runs on into it."""
        return self.below_heading or begins_afresh(self.rows, self.at)

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.rows[self.at]


def is_body(name: str) -> bool:
    """Return whether `name` is surely that of a body: a known one, or one with its members in brackets."""
    return body_kind(name) is not None or (
        name.endswith(")") and name.count(")") == 1 and len(bracketed_states(name)) > 1
    )


def in_capitals(name: str) -> bool:
    """Return whether `name` begins with a capital, as most of its longer words do."""
    upper, longer = capitals(name)
    return bool(name) and upper * 3 >= longer * 2 and name[0].isupper()


def is_prose(text: str) -> bool:
    """Return whether `text` begins as a sentence does and is long enough for one."""
    return text[:1].isupper() and len(text.split()) >= _FEWEST_WORDS


def is_title(text: str) -> bool:
    """Whether a line may be a name that stands above its text without an empty line between them."""
    return len(text) < 60 and len(text.split()) <= 7 and text[-1:] not in ".,;:!?" and in_capitals(text)
