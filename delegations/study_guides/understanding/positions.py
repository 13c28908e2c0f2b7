"""Walks through a guide and collects who holds a position, and its whole text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from delegations.names import fold
from delegations.study_guides.understanding.columns import cells_of, columns_of, members_column
from delegations.study_guides.understanding.drafts import Draft, settle_members, takes_members, takes_rest
from delegations.study_guides.understanding.fields import is_fact_field, without_position_label
from delegations.study_guides.understanding.furniture import is_footnote
from delegations.study_guides.understanding.headings import Heading, looks_like_heading
from delegations.study_guides.understanding.layouts import is_table_head, starts
from delegations.study_guides.understanding.naming import bracketed_states
from delegations.study_guides.understanding.roles import category
from delegations.study_guides.understanding.rows import Row
from delegations.study_guides.understanding.runs import Start
from delegations.study_guides.understanding.turns import is_own_part, turned
from delegations.study_guides.understanding.walk import Walk
from delegations.study_guides.understanding.whereabouts import heads_rows, is_alike, is_own, place_of
from delegations.study_guides.understanding.within import begins_with_a_state, cannot_be_told, sure_of_within

_IN_PROSE = ("label", "bold", "within", "run together")
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
        written = [one for one in loose.drafts if _is_long_enough(one)]
        if _are_enough(written):
            short = [one.row for one in loose.drafts if not (attempt.strict or _is_long_enough(one))]
            return replace(loose, drafts=written, lost=[], untold=[*loose.untold, *short]), not attempt.strict
    return replace(walk, drafts=[], untold=[]), False


def _is_long_enough(draft: Draft) -> bool:
    return draft.words >= (_FEW_WORDS if draft.level else _MIN_WORDS)


def _are_enough(written: Sequence[Draft]) -> bool:
    """Whether so many are set off that they are the chapter's way; names inside sentences count less."""
    sure = {one.key for one in written if one.start.layout != "subject within"}
    return len(sure) >= _MIN_STRICT or (len(sure) > 1 and len({one.key for one in written}) > _MIN_STRICT)


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
            walk.headed = row
            continue
        if walk.inside:
            _step(walk, rows, at)
    for draft in walk.drafts:
        settle_members(draft)
    walk.lost += [one.row for one in walk.drafts if one.holds_others and one.words >= _MIN_COLLECTIVE]
    walk.drafts = [draft for draft in walk.drafts if _says_something(draft)]
    return walk if walk.subjects or sure_of_within(walk.drafts) else _without_within(walk)


def _without_within(walk: Walk) -> Walk:
    """The walk without those named in bold inside a paragraph, where others are set off better."""
    kept = [draft for draft in walk.drafts if draft.start.layout != "within"]
    untold = [draft.row for draft in walk.drafts if draft.start.layout == "within" and kept]
    return replace(walk, drafts=kept, untold=[*walk.untold, *untold])


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
        walk.members_at = members_column(row)
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
        if walk.lost and walk.lost[-1] is rows[at - 1]:
            walk.lost.pop()  # a heading over others that held no text of its own
        _begin(walk, row, begun)
    elif walk.current is not None:
        _continue(walk, rows, at)
    elif not walk.strict and not walk.aside:
        _pass_by(walk, rows, at)


def _pass_by(walk: Walk, rows: Sequence[Row], at: int) -> None:
    """Leave out a row while nobody has the word, and keep in mind what a person should know of it."""
    if walk.keys and (looks_like_heading(rows, at) or is_alike(walk.model, rows, at)):
        walk.lost.append(rows[at])
    elif begins_with_a_state(place := place_of(walk, rows, at)) or cannot_be_told(place):
        walk.untold.append(rows[at])


def _begun(walk: Walk, rows: Sequence[Row], at: int) -> list[Start]:
    """The stakeholders that begin on the row; below a stakeholder's heading only names that are known."""
    if is_own_part(walk, rows[at].text):
        return []
    begun = starts(place_of(walk, rows, at))
    if walk.within_a_state() and all(start.layout in _IN_PROSE for start in begun):
        return []
    if walk.is_caption(rows[at]):
        return [start for start in begun if start.matches]
    if not walk.deeper(rows[at]):
        return begun
    known = all(start.matches or start.confidence == "word for word" for start in begun)
    return begun if walk.may_hold_others() and known else []


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
        if start.layout == "table row" and walk.columns and walk.members_at is not None:
            walk.current.pending = cells_of(row, len(walk.columns))[walk.members_at]
        if start.rest:
            takes_rest(walk.current, start.rest)
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
        by_topic: dict[str, list[str]] = {} if any(topic is not None for topic in walk.columns) else {"": []}
        for cell, topic in zip(cells_of(row, len(walk.columns)), walk.columns, strict=True):
            if cell and topic is not None:
                by_topic.setdefault(topic or walk.topic, []).append(cell)
        for topic, cells in by_topic.items():
            yield replace(start, rest=" ".join(cells)), topic


def _continue(walk: Walk, rows: Sequence[Row], at: int) -> None:
    draft, row = walk.current, rows[at]
    assert draft is not None
    if heads_rows(walk, rows, at):
        walk.current, walk.hint = None, category(row.text)
        return
    if cannot_be_told(place_of(walk, rows, at)):
        walk.current = None
        walk.untold.append(row)
        return
    alike = is_alike(draft, rows, at)
    set_off = alike or (looks_like_heading(rows, at) and (walk.strict or row.styled or bool(draft.words)))
    if set_off and (walk.strict or not is_own(walk, row)):
        # A heading that belongs to nobody known ends the position: its prose must not go to a neighbour.
        walk.current = None
        walk.lost.append(row)
        return
    if set_off:
        draft.parts.add(row.text)
    text = row.text if draft.words else without_position_label(row.text)
    if not draft.words and is_fact_field(text):
        return
    draft.add(" ".join(cell for cell in text.split("\t") if cell), paragraph=row.gap or row.bullet)
