"""Walks through a guide and collects who holds a position, and its whole text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from delegations.names import fold
from delegations.study_guides.understanding.columns import cells_of, columns_of
from delegations.study_guides.understanding.drafts import Draft, settle_members, takes_members
from delegations.study_guides.understanding.furniture import is_footnote
from delegations.study_guides.understanding.headings import Heading, begins_afresh, looks_like_heading
from delegations.study_guides.understanding.joining import ends_sentence
from delegations.study_guides.understanding.layouts import is_table_head, starts
from delegations.study_guides.understanding.naming import bracketed_states, states_in_list
from delegations.study_guides.understanding.place import Place, is_title
from delegations.study_guides.understanding.roles import category
from delegations.study_guides.understanding.rows import Row
from delegations.study_guides.understanding.runs import Start
from delegations.study_guides.understanding.turns import is_own_part, speaks_for_itself, turned
from delegations.study_guides.understanding.walk import Walk

_MIN_STRICT = 3
_MIN_WORDS = 8
_FEW_WORDS = 3
_MIN_COLLECTIVE = 12


def collect(rows: Sequence[Row], found: Mapping[int, Heading]) -> tuple[Walk, bool]:
    """Return the walk with its drafts in order, and whether a chapter of positions was found.

    When such a chapter sets nobody off, its paragraphs are taken that begin with the name of a state, if
    there are at least three. Then a chapter may be called "Countries" and no more. Without a chapter, states
    that stand as headings of their own anywhere are taken, if three of them are followed by prose.
    """
    recurring = _recurring(rows, found)
    walk = _walked(Walk(recurring), rows, found)
    if any(draft.words or draft.members for draft in walk.drafts):
        return walk, True
    for attempt in _attempts(recurring, rows, found):
        loose = _walked(attempt, rows, found)
        written = [one for one in loose.drafts if one.words >= (_FEW_WORDS if one.level else _MIN_WORDS)]
        if len({draft.key for draft in written}) >= _MIN_STRICT:
            return replace(loose, drafts=written, lost=[]), not attempt.strict
    return replace(walk, drafts=[]), False


def _attempts(recurring: frozenset[str], rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[Walk]:
    """The walks that are tried one after the other when no chapter's title speaks of positions."""
    yield Walk(recurring, subjects=True)
    yield Walk(recurring, openers=True)
    if any(heading.role or rows[at].level for at, heading in found.items()):
        # Names of states stand above paragraphs in news too; a guide has chapters besides.
        yield Walk(recurring, inside=True, strict=True)


def _recurring(rows: Sequence[Row], found: Mapping[int, Heading]) -> frozenset[str]:
    """The titles that stand more often than there are topics: headings inside each stakeholder's part."""
    topics = sum(heading.role == "topic" for heading in found.values())
    titles = Counter(fold(row.text) for row in rows if len(row.text) < 60 and not row.contents)
    return frozenset(title for title, often in titles.items() if often >= max(3, topics + 1))


def _walked(walk: Walk, rows: Sequence[Row], found: Mapping[int, Heading]) -> Walk:
    for at, row in enumerate(rows):
        if row.contents:
            walk.current = None
            continue
        heading = found.get(at)
        if heading and turned(walk, rows, at, heading):
            continue
        if walk.inside:
            _step(walk, rows, at)
    for draft in walk.drafts:
        settle_members(draft)
    return replace(walk, drafts=[draft for draft in walk.drafts if _says_something(draft)])


def _says_something(draft: Draft) -> bool:
    """Whether the draft is more than a heading over others: "Organizations", "Major powers"."""
    if draft.collective:
        return not draft.holds_others and draft.words >= _MIN_COLLECTIVE
    open_kind = draft.start.kind == "bloc" or draft.start.confidence == "inferred"
    return not open_kind or bool(draft.words or draft.members)


def _step(walk: Walk, rows: Sequence[Row], at: int) -> None:
    row = rows[at]
    if is_table_head(row) and walk.in_table and fold(row.text) == walk.head:
        return  # The head of a table that goes on over a page says nothing new.
    if is_table_head(row):
        walk.hint = category(row.text.split("\t")[0]) or walk.hint
        walk.in_table, walk.current = True, None
        walk.columns, walk.head = columns_of(row, rows), fold(row.text)
        return
    if row.note or is_footnote(row.text):
        walk.notes.append(row)
        return
    if walk.current and takes_members(walk.current, rows, at):
        return
    begun = _begun(walk, rows, at)
    if walk.aside and begun and all(_key(start, row) in walk.keys for start in begun):
        walk.current = None
        return
    if begun and not _only_repeats(walk, begun):
        _begin(walk, row, begun)
    elif walk.current is not None:
        _continue(walk, rows, at)


def _begun(walk: Walk, rows: Sequence[Row], at: int) -> list[Start]:
    """The stakeholders that begin on the row; below a stakeholder's heading only names that are known."""
    if is_own_part(walk, rows[at].text):
        return []
    begun = starts(_place(walk, rows, at))
    if walk.is_caption(rows[at]):
        return [start for start in begun if start.matches]
    if not walk.deeper(rows[at]):
        return begun
    known = all(start.matches or start.confidence == "word for word" for start in begun)
    return begun if walk.may_hold_others() and known else []


def _place(walk: Walk, rows: Sequence[Row], at: int) -> Place:
    name = walk.current.start.matches[0].display or "" if walk.current and walk.current.start.matches else ""
    row = rows[at]
    free = row.styled and not walk.strict and walk.mark in (None, row.style) and row.level != walk.level
    return Place(
        rows,
        at,
        walk.hint,
        name,
        in_table=walk.in_table,
        strict=walk.strict,
        subjects=walk.subjects,
        free=free,
        open_layout=walk.current.start.layout if walk.current else "",
        alike=_is_alike(walk.current, rows, at),
        below_name=_is_below_name(walk.current, rows, at),
    )


def _only_repeats(walk: Walk, begun: Sequence[Start]) -> bool:
    """Whether the open stakeholder's own name begins its text, rather than a new stakeholder."""
    if not walk.current or len(begun) > 1 or begun[0].layout in ("table row", "heading"):
        return False
    return _key(begun[0], walk.current.row) == walk.current.key


def _key(start: Start, row: Row) -> str:
    return Draft(start, row, "", 0).key


def _mark_group(open_one: Draft | None, begun: Sequence[Start]) -> None:
    """Make a heading without text a group's, when persons or parties begin below it in another layout."""
    if open_one is None or open_one.words or open_one.start.kind not in ("person", "party"):
        return
    if open_one.start.layout == "heading" and begun[0].layout != "heading":
        open_one.collective = open_one.holds_others = True


def _begin(walk: Walk, row: Row, begun: Sequence[Start]) -> None:
    if walk.group:
        walk.group.holds_others = True
    _mark_group(walk.current, begun)
    for start, topic in _by_column(walk, row, begun):
        walk.current = Draft(start, row, topic, row.level)
        walk.current.members.extend(bracketed_states(start.printed))
        if start.rest and start.kind in ("bloc", "organization") and states_in_list(start.rest):
            walk.current.pending = start.rest
        elif start.rest:
            walk.current.add(start.rest, paragraph=False)
        walk.drafts.append(walk.current)
        walk.keys.add(walk.current.key)
        walk.in_table = walk.in_table or start.layout == "table row"
        if start.layout == "heading" and walk.mark is None:
            walk.mark = row.style


def _by_column(walk: Walk, row: Row, begun: Iterable[Start]) -> Iterator[tuple[Start, str]]:
    """Each start with its topic; that of a table row once for each column that holds a position."""
    for start in begun:
        if start.layout != "table row" or not walk.columns:
            yield start, walk.topic
            continue
        for cell, topic in zip(cells_of(row, len(walk.columns)), walk.columns, strict=True):
            if cell and topic is not None:
                yield replace(start, rest=cell), topic or walk.topic


def _continue(walk: Walk, rows: Sequence[Row], at: int) -> None:
    draft, row = walk.current, rows[at]
    assert draft is not None
    if _heads_rows(walk, rows, at):
        walk.current, walk.hint = None, category(row.text)
        return
    alike = _is_alike(draft, rows, at)
    set_off = alike or (looks_like_heading(rows, at) and (walk.strict or row.styled or bool(draft.words)))
    if set_off and (walk.strict or not _is_own(walk, row)):
        # A heading that belongs to nobody known ends the position: its prose must not go to a neighbour.
        walk.current = None
        walk.lost.append(row)
        return
    if set_off:
        draft.parts.add(row.text)
    draft.add(" ".join(cell for cell in row.text.split("\t") if cell), paragraph=row.gap or row.bullet)


def _heads_rows(walk: Walk, rows: Sequence[Row], at: int) -> bool:
    """Whether a cell across the open table stands over the rows below it: a region, "Observers"."""
    draft, after = walk.current, rows[at + 1] if at + 1 < len(rows) else None
    if not walk.in_table or draft is None or draft.start.layout != "table row" or after is None:
        return False
    ended = bool(draft.pieces) and ends_sentence(draft.pieces[-1][0])
    return ended and "\t" not in rows[at].text and "\t" in after.text and is_title(rows[at].text)


def _is_alike(draft: Draft | None, rows: Sequence[Row], at: int) -> bool:
    """Whether a row stands directly above its text and apart from what is before, as the open heading."""
    row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if draft is None or draft.start.layout != "heading" or draft.row.styled or not draft.pieces:
        return False
    compact = draft.row.gap and not draft.pieces[0][1]
    plain = row.gap and not (row.styled or row.bullet) and after is not None and not after.gap
    return compact and plain and is_title(row.text) and begins_afresh(rows, at)


def _is_below_name(draft: Draft | None, rows: Sequence[Row], at: int) -> bool:
    """Whether nothing but the open stakeholder's name stands directly above the row."""
    if draft is None or draft.words or draft.start.layout != "heading" or rows[at].gap:
        return False
    return at > 0 and rows[at - 1] is draft.row


def _is_own(walk: Walk, row: Row) -> bool:
    """Whether a heading belongs to the part of the stakeholder that is open."""
    return walk.deeper(row) or is_own_part(walk, row.text) or speaks_for_itself(set(fold(row.text).split()))
