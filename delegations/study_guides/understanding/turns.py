"""What a heading does to the walk: it opens a chapter of positions, groups stakeholders, or leads out."""

from __future__ import annotations

from collections.abc import Sequence

from delegations.countries import lookup
from delegations.names import fold
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.drafts import Draft
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.naming import bare_name, bracketed_states, kind_of, states_named
from delegations.study_guides.understanding.place import is_body
from delegations.study_guides.understanding.roles import hint_of, role_of
from delegations.study_guides.understanding.rows import Row, following, number_before
from delegations.study_guides.understanding.runs import Start, of_states
from delegations.study_guides.understanding.walk import Walk

# Chapters that end those of positions even when the format sets them one level below.
_ENDS = ("guiding", "critical", "references", "actions")
# Words of headings inside one stakeholder's part; under any other heading the prose is given to nobody.
_OWN_PARTS = frozenset((
    "domestic", "national", "policy", "policies", "background", "position", "positions", "stance",
    "interests", "proposals", "solutions", "history", "measures", "challenges", "goals", "actions",
    "overview", "economy", "situation", "current", "past", "possible", "proposed", "foreign", "and", "the",
    "on", "issue", "previous", "key", "main", "objectives", "general", "country",
))  # fmt: skip
_TELLING = _OWN_PARTS - {"and", "the", "on", "issue", "key", "main", "current", "past", "previous", "country"}
_BEHIND_A_NAME = frozenset((
    "stakeholders", "states", "powers", "nations", "countries", "actors", "members", "group", "bloc",
    "parties",
))  # fmt: skip
_GENERAL = _BEHIND_A_NAME | frozenset((
    "key", "major", "main", "important", "relevant", "other", "involved", "primary", "significant", "the",
    "and", "of", "member", "list", "notable", "principal", "additional", "potential", "possible", "blocs",
    "positions", "country", "bloc", "state", "non", "further", "external", "concerned", "participating",
))  # fmt: skip
_PLAIN = _GENERAL | frozenset((
    "organizations", "organisations", "ngo", "ngos", "observers", "delegations", "international", "agencies",
    "governments", "regional", "governmental", "intergovernmental", "institutions",
))  # fmt: skip
_COLLECTIVE: tuple[StakeholderKind, ...] = ("organization", "ngo", "bloc")


def turned(walk: Walk, rows: Sequence[Row], at: int, heading: Heading) -> bool:
    """Take a heading that is no stakeholder; return whether it was one."""
    row = rows[at]
    if heading.role == "topic":
        rest = heading.title.partition(":")[2].strip()
        walk.topic, walk.current, walk.group, walk.inside = rest or heading.title, None, None, walk.strict
        return True
    if states_named(heading.title):
        return False
    if walk.inside and (is_own_part(walk, heading.title) or walk.deeper(row)):
        return False
    if walk.inside and heading.role == "positions" and _names_somebody(heading.title):
        return False
    if walk.inside and heading.category:
        _group(walk, row, heading)
        return True
    if heading.role == "positions" or (walk.openers and not walk.inside and _opens(heading)):
        _enter(walk, row, heading)
        return True
    if walk.strict:
        return _passes(walk, heading)
    return walk.inside and _leads_out(walk, rows, at, heading)


def is_own_part(walk: Walk, title: str) -> bool:
    """Return whether a heading belongs to the open stakeholder: "Background" before it has any text."""
    if walk.current is None or walk.current.collective:
        return False
    words = set(fold(title).split())
    return is_part(title) and (not walk.current.words or len(words) == 1 or fold(title) in walk.recurring)


def is_part(title: str) -> bool:
    """Return whether a label such as "Stance" or "Past actions" names a part and nobody."""
    words = set(fold(title).split())
    return bool(words & _TELLING) and words <= _OWN_PARTS


def speaks_for_itself(words: set[str]) -> bool:
    """Return whether a heading of these words is about a stakeholder's own matters."""
    return bool(words & _TELLING)


def _group(walk: Walk, row: Row, heading: Heading) -> None:
    walk.hint, walk.current, walk.group, walk.in_table = heading.category, None, None, False
    if heading.category in _COLLECTIVE and not walk.strict:
        start = Start(heading.title, heading.category, (), "", "heading", "inferred")
        walk.group = walk.current = Draft(start, row, walk.topic, row.level, collective=True)
        walk.drafts.append(walk.group)


def _enter(walk: Walk, row: Row, heading: Heading) -> None:
    """Begin a chapter of positions, or a part of the one that is open."""
    level = row.level or heading.level
    if not walk.inside or level <= walk.level:
        walk.level, walk.number, walk.mark = level, number_before(row.text), None
    walk.inside, walk.current, walk.group, walk.in_table, walk.aside = True, None, None, False, False
    walk.hint = hint_of(heading.title)


def _names_somebody(title: str) -> bool:
    """Whether "Position of the African Group" or "Gulf Stakeholders" is a stakeholder, no chapter."""
    bare = bare_name(title)
    if set(fold(bare).split()) <= _GENERAL:
        return False
    if bare != title and (lookup(bare).kind == "organization" or kind_of(bare, None) is not None):
        return True
    words = fold(title).split()
    return words[-1:] != [] and words[-1] in _BEHIND_A_NAME and not set(words) <= _GENERAL


def _opens(heading: Heading) -> bool:
    """Whether "Member States" or "NGOs" is all the heading says."""
    return heading.category is not None and set(fold(heading.title).split()) <= _PLAIN


def _passes(walk: Walk, heading: Heading) -> bool:
    if not heading.role:
        return False
    walk.inside = heading.role not in ("references", "guiding", "critical", "cases")
    walk.current = None
    return True


def _heads_others(walk: Walk, rows: Sequence[Row], at: int) -> bool:
    """Whether a heading of no known purpose stands over more of the chapter's stakeholders."""
    below = following(rows, at)
    if below is None or not below.level or below.style != walk.mark or role_of(rows[at].text):
        return False
    named = states_named(below.text)
    if named is None:
        return is_body(below.text) and fold(below.text) not in walk.keys
    return Draft(of_states(named, "", "heading"), below, "", 0).key not in walk.keys


def _leads_out(walk: Walk, rows: Sequence[Row], at: int, heading: Heading) -> bool:
    """Whether the heading is an aside or the end of the chapter; the open position ends with both."""
    row = rows[at]
    if heading.role == "cases" and "study" in fold(heading.title).split():
        walk.current, walk.aside = None, True
        return True
    below = bool(row.level) and row.level > walk.level
    if heading.role and below and heading.role not in _ENDS:
        walk.current = None
        return True
    if not _closes(walk, row, heading):
        return False
    if _heads_others(walk, rows, at):
        walk.current, walk.group, walk.hint, walk.in_table = None, None, None, False
        return True
    walk.inside, walk.current, walk.group = False, None, None
    return True


def _closes(walk: Walk, row: Row, heading: Heading) -> bool:
    if row.level:
        if row.level > walk.level:
            return heading.role in _ENDS and row.level <= walk.level + 1
        beside = heading.role is None and row.level == walk.level and walk.mark == row.style
        known = lookup(heading.title).kind == "organization" or bool(bracketed_states(heading.title))
        return not (known or (beside and kind_of(heading.title, walk.hint) is not None))
    if walk.number and number_before(row.text) == walk.number + 1:
        return True
    return heading.level == 1 or heading.role is not None
