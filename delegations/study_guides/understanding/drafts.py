"""A position while it is collected, and the member list of a bloc that may stand before its prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from delegations.countries import CountryMatch, lookup
from delegations.names import fold
from delegations.study_guides.understanding.naming import states_in_list, states_named
from delegations.study_guides.understanding.roles import announces_members
from delegations.study_guides.understanding.rows import Row
from delegations.study_guides.understanding.runs import Start
from delegations.study_guides.understanding.words import state_at

_SENTENCE = re.compile(
    r"(?:(?:its|the|their|key|main|core|current|member|ses|les|los|sus|os) )*"
    r"(?:members?|member states|states|countries|membership|composition|bloc|group|membres|miembros|membros)"
    r"(?: (?:of|in) (?:the|this) (?:bloc|group|alliance|coalition))?"
    r" (?:includes?|are|comprises?|consists? of|counts?|sont|son|incluyen|s[aã]o|comprend|incluem) (?:the )?",
    re.IGNORECASE,
)
_TAIL = 80
_LONGEST_LIST = 6000
_LONGEST_APPOSITION = 160


@dataclass(slots=True)
class Draft:
    """A position while it is collected: who, where, on which topic, and pieces of text.

    `words` counts those of the pieces, `pending` is a member list that may go on. A `collective` one is
    that of a heading such as "Organizations", which counts only if it does not hold others. `parts` are
    the headings inside it.
    """

    start: Start
    row: Row
    topic: str
    level: int
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    members: list[CountryMatch] = field(default_factory=list)
    words: int = 0
    pending: str = ""
    collective: bool = False
    holds_others: bool = False
    parts: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """What makes two drafts the same stakeholder."""
        names = [match.iso2 or match.display or fold(match.name) for match in self.start.matches]
        return "+".join(names) or fold(self.start.printed)

    def add(self, text: str, *, paragraph: bool) -> None:
        """Collect a piece of the position; `paragraph` says whether it begins one."""
        self.pieces.append((text, paragraph))
        self.words += len(text.split())


def takes_members(draft: Draft, rows: Sequence[Row], at: int) -> bool:
    """Take the row as a part of the open bloc's member list; return whether it was one."""
    if draft.words or draft.collective or draft.start.kind in ("country", "countries", "person"):
        return False
    row = rows[at]
    label, _, rest = row.text.partition(":")
    if rest and announces_members(label):
        return _list_and_prose(draft, row, rest) or _remember(draft, rest)
    if announces_members(row.text):
        return True
    if draft.pending and _goes_on(draft.pending, row):
        return _remember(draft, f"{row.text}," if states_named(row.text) else row.text)
    if states_in_list(row.text) and not draft.pending:
        return _remember(draft, row.text)
    if states_named(row.text) and (row.bullet or _list_goes_on(rows, at)):
        return _remember(draft, row.text + ",")
    return _list_and_prose(draft, row, row.text)


def takes_rest(draft: Draft, rest: str) -> None:
    """Take what stands behind the name: a bloc's members, its members and then prose, or the position."""
    if draft.start.kind in ("bloc", "organization"):
        if states_in_list(rest):
            draft.pending = rest
            return
        if _list_and_prose(draft, draft.row, rest):
            return
    draft.add(rest, paragraph=False)


def _goes_on(pending: str, row: Row) -> bool:
    """Whether the row continues the member list: no more strangers among the members with it than without."""
    # Only the list's end matters, and looking at all of it for each row would take quadratic time.
    tail = pending if len(pending) < _TAIL else pending[-_TAIL:].partition(",")[2]
    joined = states_in_list(f"{tail} {row.text}")
    if not joined or (row.gap and not pending.endswith((",", "and")) and not states_in_list(row.text)):
        return False
    strangers = sum(not match.is_country for match in joined)
    return strangers <= sum(not match.is_country for match in states_in_list(tail))


def _list_goes_on(rows: Sequence[Row], at: int) -> bool:
    after = rows[at + 1].text if at + 1 < len(rows) else ""
    return bool(states_named(after) or states_in_list(after))


def _list_and_prose(draft: Draft, row: Row, text: str) -> bool:
    """`France, Germany and Italy. These states ...`: first the list, then the position."""
    if said := _SENTENCE.match(text):
        text = text[said.end() :]
    first, dot, rest = text.partition(" – " if " – " in text[:_LONGEST_APPOSITION] else ". ")
    if said and not dot and states_in_list(text):
        return _remember(draft, text)
    if dot and states_in_list((draft.pending + " " + first).strip()):
        _remember(draft, first)
        draft.add(rest, paragraph=row.gap)
        return True
    return False


def _remember(draft: Draft, text: str) -> bool:
    if len(draft.pending) <= _LONGEST_LIST:
        draft.pending = f"{draft.pending} {text.strip()}".strip()
    return True


def settle_members(draft: Draft) -> None:
    """Read the collected member list of `draft`, once it is whole."""
    pending = draft.pending.rstrip(" ,.;")
    listed = states_in_list(pending[:_LONGEST_LIST])
    if not listed and (named := states_named(pending)):
        listed = named.matches
    draft.members.extend(listed or _side_by_side(pending[:_LONGEST_LIST]))


def _side_by_side(pending: str) -> list[CountryMatch]:
    """The states of a list whose lines a cell has put together without commas, if it holds nothing else."""
    words, found, at = pending.split(), list[CountryMatch](), 0
    while at < len(words) and (named := state_at(words, at)):
        found.append(lookup(named[1]))
        at += named[0]
    return found if at == len(words) else []
