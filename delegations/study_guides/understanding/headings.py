"""Tells headings from prose, and what the chapter under a heading is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from delegations.names import fold
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.furniture import title_of_contents_line
from delegations.study_guides.understanding.joining import ends_sentence
from delegations.study_guides.understanding.naming import states_named
from delegations.study_guides.understanding.rows import Row, without_number

Role = Literal["positions", "guiding", "critical", "references", "actions", "cases", "topic", "other"]

_POSITIONS = re.compile(
    r"\b(?:stakeholders?|positions?(?! papers?\b)|blocs|(?:country|countries|bloc|block|national"
    r"|state|states|member states|delegations?|nations?|party|parties|regional|group|ngo|actors?)"
    r" (?:positions?|stances?|policy|policies|profiles?|perspectives?|overviews?|breakdown"
    r"|viewpoints?|views?|analysis)|positions? of|stances?|bloc positions|(?:parties|countries|states"
    r"|persons|individuals|characters|actors|delegations|members|groups|organi[sz]ations) and their"
    r"|dramatis personae|actors|"
    r"(?:key|major|main|important|relevant|involved|primary|significant|notable) (?:actors|players"
    r"|parties|countries|nations|states|blocs|delegations|stakeholders|positions|persons|individuals"
    r"|figures|characters|powers|member states)|"
    r"(?:countries|parties|nations|states|actors|blocs|delegations|stakeholders"
    r"|member states) (?:and (?:organi[sz]ations|parties|ngos|organi[sz]ations) )?(?:involved"
    r"|concerned|present)|possible blocs|potential blocs|blocs and positions|list of (?:countries"
    r"|delegations|positions))\b"
)  # fmt: skip
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("topic", re.compile(r"^(?:topic|agenda)(?: (?:area|item))? (?:a|b|c|1|2|3|i|ii|iii|one|two|three)\b")),
    ("critical", re.compile(r"\bcritical questions?\b")),
    ("guiding", re.compile(
        r"\b(?:(?:guiding|discussion|essential|research|key|further|focus|important"
        r"|debate) questions?|questions? (?:to|a|for|that|which|of) "
        r"|qarmas?|points? (?:a resolution|to consider|to address)|questions)\b"
    )),
    ("references", re.compile(
        r"^(?:list of )?(?:references?|bibliography|works cited|endnotes|sources|citations"
        r"|(?:notes|sources) and references|footnotes)(?: cited| list)?$"
    )),
    ("cases", re.compile(r"\bcase stud(?:y|ies)\b")),
    ("actions", re.compile(
        r"\b(?:(?:previous|past|prior|relevant|existing|international|un|major"
        r"|key) (?:\w+ )?(?:actions?|resolutions?|treaties|agreements?|conventions?|frameworks?"
        r"|involvement|instruments|documents)|legal framework)\b"
    )),
    ("positions", _POSITIONS),
    ("other", re.compile(
        r"^(?:introduction|background|history|historical|overview|definitions?|key terms|glossary"
        r"|current (?:situation|challenges|status|issues|developments)|challenges|timeline|"
        r"(?:possible|potential|proposed) solutions?|solutions|conclusion|further (?:reading"
        r"|research)|suggested reading|additional (?:reading|resources)|resources|"
        r"welcome|letter|message|topic|committee|about the|rules of procedure|appendix|annex|scope"
        r"|statement of the (?:problem|issue)|recent developments|"
        r"expectations|summary|main issues|key issues|subtopics|future|the way forward"
        r"|position papers?|executive summary|mandate|foreword|preface)\b"
    )),
)  # fmt: skip
_CATEGORIES: tuple[tuple[re.Pattern[str], StakeholderKind], ...] = (
    (re.compile(
        r"^(?:ngos?|non ?governmental organi[sz]ations?(?: ngos?)?|civil society(?: organi[sz]ations?)?"
        r"|ngos? .{0,24})$"
    ), "ngo"),
    (re.compile(
        r"^(?:(?:international |intergovernmental |regional |un |other |non state "
        r"|relevant )*(?:organi[sz]ations?|agencies|bodies|institutions|organs|igos)|observers?(?: \w+)?"
        r"|un (?:entities|system))$"
    ), "organization"),
    (re.compile(
        r"^(?:(?:major |key |main |regional |political |possible |potential |voting )*(?:blocs?|blocks?"
        r"|groups?|alliances)(?: positions?)?)$"
    ), "bloc"),
    (re.compile(
        r"^(?:(?:key |main |important |historical )*(?:individuals|persons|people|figures|characters"
        r"|personalities|portfolios|cabinet members))$"
    ), "person"),
    (re.compile(r"^(?:(?:political |main |warring |major )*(?:parties|factions))$"), "party"),
    (re.compile(
        r"^(?:(?:member |major |key |main |other |relevant |involved |participating )*(?:countries"
        r"|country|states|member states|nations|delegations|governments)(?: positions?| involved"
        r"| concerned)?)$"
    ), "country"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words, role, level (1 is a chapter) and, inside positions, what kind it announces."""

    at: int
    title: str
    role: Role | None
    level: int
    category: StakeholderKind | None = None


def headings(rows: Sequence[Row]) -> dict[int, Heading]:
    """Return the headings among `rows` by index.

    A heading is marked by the format, listed in the contents, or a short line that stands by itself and
    either is numbered or says what guides' chapters are called.
    """
    listed = _listed(rows)
    found: dict[int, Heading] = {}
    for at, row in enumerate(rows):
        if not row.contents and (heading := _heading(rows, at, row, listed)):
            found[at] = heading
    return found


def category(text: str) -> StakeholderKind | None:
    """Return the kind of stakeholders that a heading such as "Observers" or a table's head announces."""
    folded = fold(text.replace("'", "")) if len(text) < 80 else ""
    for pattern, kind in _CATEGORIES:
        if pattern.match(folded):
            return kind
    return None


def role_of(title: str) -> Role | None:
    """Return what the chapter called `title` is for, None when its name says nothing known."""
    folded = fold(title)
    for role, pattern in _ROLES:
        if pattern.search(folded):
            return role
    return None


def looks_like_heading(rows: Sequence[Row], at: int) -> bool:
    """Return whether the row is set off as a heading would be: short, no full stop, prose around it ended."""
    row = rows[at]
    if not _short(row.text):
        return False
    if row.styled:
        return True
    after = rows[at + 1] if at + 1 < len(rows) else None
    if row.bullet or not after or after.text[:1].islower():
        return False
    return row.gap and (after.gap or row.text.isupper()) and _titled(row.text) and begins_afresh(rows, at)


def begins_afresh(rows: Sequence[Row], at: int) -> bool:
    """Return whether nothing before the row runs on into it."""
    before = rows[at - 1] if at else None
    row = rows[at]
    if before is None or row.styled or before.styled or before.contents or ends_sentence(before.text):
        return True
    return row.gap and (_short(before.text) or "\t" in before.text)


def _heading(rows: Sequence[Row], at: int, row: Row, listed: frozenset[str]) -> Heading | None:
    title = without_number(row.text).rstrip(":.")
    if not _short(row.text) or not title or "\t" in row.text:
        return None
    kind = category(title)
    role = role_of(title) if len(title.split()) <= 9 else None
    if _key(title) in listed and begins_afresh(rows, at):
        return Heading(at, title, role, row.level or 1, kind)
    if row.level:
        return Heading(at, title, role, row.level, kind)
    alone = looks_like_heading(rows, at) or _set_apart(rows, at, numbered=title != row.text, role=role)
    if role and not row.bullet and (alone or _introduces(rows, at)):
        return Heading(
            at, title, role, 2 if listed and role not in ("topic", "positions", "guiding") else 1, kind
        )
    if alone or (kind and row.gap):
        return Heading(at, title, role, 2, kind)
    return None


def _set_apart(rows: Sequence[Row], at: int, *, numbered: bool, role: Role | None) -> bool:
    """Whether a numbered or known title in small letters has empty lines on both sides."""
    row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if row.bullet or not row.gap or not after or not after.gap or row.text.endswith("?"):
        return False
    return (
        (numbered or role is not None)
        and row.text[:1].isupper() | row.text[:1].isdigit()
        and begins_afresh(rows, at)
    )


def _introduces(rows: Sequence[Row], at: int) -> bool:
    row = rows[at]
    return _titled(row.text) and begins_afresh(rows, at) and (row.gap or row.text.isupper())


def _listed(rows: Sequence[Row]) -> frozenset[str]:
    titles = (without_number(title_of_contents_line(row.text)) for row in rows if row.contents)
    return frozenset(_key(t) for t in titles if len(t) > 3 and not states_named(t))


def _key(title: str) -> str:
    folded = fold(title)
    return folded[:-1] if folded.endswith("s") else folded


def _short(text: str) -> bool:
    if len(text) > 140 or len(text.split()) > 24 or "http" in text:
        return False
    ended = text.rstrip()
    return not ended.endswith((".", ";", ",", "!")) or (ended.endswith(").") and ended.count(".") == 1)


def _titled(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    first = next((char for char in text if char.isalnum()), "")
    return (first.isupper() or first.isdigit()) and (capital * 2 >= len(words) or len(text.split()) <= 4)
