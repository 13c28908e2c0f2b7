"""Walks through a guide and collects who holds a position, and its whole text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from delegations.names import fold
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.drafts import Draft, settle_members, takes_members
from delegations.study_guides.understanding.furniture import is_footnote
from delegations.study_guides.understanding.headings import Heading, category, looks_like_heading
from delegations.study_guides.understanding.layouts import Place, is_table_head, starts
from delegations.study_guides.understanding.naming import bracketed_states, states_named
from delegations.study_guides.understanding.rows import Row, number_before
from delegations.study_guides.understanding.runs import Start

_HINTS: dict[StakeholderKind, set[str]] = {
    "bloc": {"bloc", "blocs", "blocks"},
    "person": {"characters", "persons", "individuals", "figures", "personalities", "portfolios"},
    "party": {"factions", "political"},
    "ngo": {"ngo", "ngos"},
}
_MIN_STRICT = 3
_MIN_WORDS = 8
_FEW_WORDS = 3
# Headings inside one stakeholder's part; under any other heading the prose is given to nobody.
_OWN_PARTS = frozenset((
    "domestic", "national", "policy", "policies", "background", "position", "stance", "interests",
    "proposals", "solutions", "history", "measures", "challenges", "goals", "actions", "overview",
    "economy", "situation",
))  # fmt: skip


@dataclass(slots=True)
class Walk:
    """Where the walk is: inside positions or not, at which chapter level, under which kind of heading."""

    drafts: list[Draft] = field(default_factory=list)
    inside: bool = False
    level: int = 0
    hint: StakeholderKind | None = None
    topic: str = ""
    current: Draft | None = None
    in_table: bool = False
    number: int | None = None
    notes: list[Row] = field(default_factory=list)
    lost: list[Row] = field(default_factory=list)


def collect(rows: Sequence[Row], found: Mapping[int, Heading]) -> tuple[Walk, bool]:
    """Return the walk with its drafts in order, and whether a chapter of positions was found.

    Its `notes` are footnotes left out of the positions, its `lost` headings whose prose was given to nobody.

    Without such a chapter, states that stand as headings of their own anywhere are taken, if at least three
    of them are followed by prose.
    """
    walk = _walk(rows, found, strict=False)
    if any(draft.words or draft.members for draft in walk.drafts):
        return walk, True
    loose = _walk(rows, found, strict=True)
    written = [one for one in loose.drafts if one.words >= (_FEW_WORDS if one.level else _MIN_WORDS)]
    if len({draft.key for draft in written}) >= _MIN_STRICT:
        return replace(loose, drafts=written, lost=[]), False
    return walk, bool(walk.drafts)


def _walk(rows: Sequence[Row], found: Mapping[int, Heading], *, strict: bool) -> Walk:
    walk = Walk(inside=strict)
    for at, row in enumerate(rows):
        if row.contents:
            walk.current = None
            continue
        heading = found.get(at)
        if heading and _turned(walk, rows, at, heading, strict=strict):
            continue
        if walk.inside:
            _step(walk, rows, at, strict=strict)
    for draft in walk.drafts:
        settle_members(draft)
    return walk


def _turned(walk: Walk, rows: Sequence[Row], at: int, heading: Heading, *, strict: bool) -> bool:
    """Take a heading that is no stakeholder; return whether it was one."""
    if heading.role == "topic":
        walk.topic, walk.current = _topic_of(rows, at, heading), None
        walk.inside = strict
        return True
    if states_named(heading.title):
        return False
    if heading.category and walk.inside:
        walk.hint, walk.current, walk.in_table = heading.category, None, False
        return True
    if heading.role == "positions" and not _deeper(walk, rows[at]):
        walk.inside, walk.level, walk.current, walk.in_table = (
            True,
            rows[at].level or heading.level,
            None,
            False,
        )
        walk.number = number_before(rows[at].text)
        walk.hint = category(heading.title) or _hint_in(heading.title)
        return True
    if walk.inside and not strict and _closes(walk, rows[at], heading):
        walk.inside, walk.current = False, None
        return True
    if strict and heading.role and not _deeper(walk, rows[at]):
        walk.inside = heading.role not in ("references", "guiding", "critical", "cases")
        walk.current = None
        return True
    return False


def _topic_of(rows: Sequence[Row], at: int, heading: Heading) -> str:
    rest = heading.title.partition(":")[2].strip()
    return rest or heading.title


def _hint_in(title: str) -> StakeholderKind | None:
    words = set(fold(title).split())
    if fold(title).startswith("parties and their"):
        return "party"
    for kind, signs in _HINTS.items():
        if words & signs:
            return kind
    return None


def _deeper(walk: Walk, row: Row) -> bool:
    """Whether the row is a heading inside a stakeholder's own part, by the format's levels."""
    return bool(walk.inside and walk.current and row.level and row.level > walk.current.level > 0)


def _closes(walk: Walk, row: Row, heading: Heading) -> bool:
    if _deeper(walk, row):
        return False
    if row.level:
        return row.level <= walk.level or (heading.role is not None and row.level <= walk.level + 1)
    if walk.number and number_before(row.text) == walk.number + 1:
        return True
    return heading.level == 1 or heading.role is not None


def _step(walk: Walk, rows: Sequence[Row], at: int, *, strict: bool) -> None:
    row = rows[at]
    if is_table_head(row):
        walk.hint = category(row.text.split("\t")[0]) or walk.hint
        walk.in_table, walk.current = True, None
        return
    if row.note or is_footnote(row.text):
        walk.notes.append(row)
        return
    if walk.current and takes_members(walk.current, rows, at):
        return
    begun = [] if _deeper(walk, row) else starts(_place(walk, rows, at, strict=strict))
    if begun and not _only_repeats(walk, begun):
        _begin(walk, row, begun)
    elif walk.current is not None:
        _continue(walk, rows, at, strict=strict)


def _place(walk: Walk, rows: Sequence[Row], at: int, *, strict: bool) -> Place:
    name = walk.current.start.matches[0].display or "" if walk.current and walk.current.start.matches else ""
    return Place(rows, at, walk.hint, name, walk.in_table, strict)


def _only_repeats(walk: Walk, begun: Sequence[Start]) -> bool:
    """Whether the open stakeholder's own name begins its text, rather than a new stakeholder."""
    if not walk.current or len(begun) > 1 or begun[0].layout in ("table row", "heading"):
        return False
    return Draft(begun[0], walk.current.row, "", 0).key == walk.current.key


def _begin(walk: Walk, row: Row, begun: Iterable[Start]) -> None:
    for start in begun:
        walk.current = Draft(start, row, walk.topic, row.level)
        walk.current.members.extend(bracketed_states(start.printed))
        if start.rest:
            _add(walk.current, start.rest, paragraph=False)
        walk.drafts.append(walk.current)
        walk.in_table = walk.in_table or start.layout == "table row"


def _continue(walk: Walk, rows: Sequence[Row], at: int, *, strict: bool) -> None:
    draft, row = walk.current, rows[at]
    assert draft is not None
    set_off = (
        looks_like_heading(rows, at) and not _deeper(walk, row) and (strict or row.styled or draft.words)
    )
    if set_off and (strict or not _OWN_PARTS & set(fold(row.text).split())):
        # A heading that belongs to nobody known ends the position: its prose must not go to a neighbour.
        walk.current = None
        walk.lost.append(row)
        return
    _add(draft, " ".join(cell for cell in row.text.split("\t") if cell), paragraph=row.gap or row.bullet)


def _add(draft: Draft, text: str, *, paragraph: bool) -> None:
    draft.pieces.append((text, paragraph))
