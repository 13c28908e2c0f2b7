"""Recognises where a stakeholder's position begins: one small function for each layout that guides use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from delegations.countries import longest_name, lookup
from delegations.names import fold
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.headings import begins_afresh, category, looks_like_heading
from delegations.study_guides.understanding.naming import (
    kind_of,
    misspelt_state,
    states_named,
)
from delegations.study_guides.understanding.rows import Row, following, plain, without_number
from delegations.study_guides.understanding.runs import BOLD_START, Start, of_states, position_follows, run_on

_LABEL = re.compile(r"\s*[:：]\s+|\s+[–—-]\s+|\s*[—–]\s*(?=[A-Z])|:$")
_HEADS = frozenset((
    "country", "countries", "ngo", "ngos", "stakeholder", "stakeholders", "member state", "member states",
    "delegation",
    "delegations", "bloc", "blocs", "organization", "organisation", "organizations", "actor", "actors",
    "party", "parties",
    "name", "nation", "state", "entity", "observer", "observers", "person", "character", "group",
    "international organization",
    "organisations", "ngos and organizations", "country organization", "no", "non governmental organization",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: all rows, its index, the kind announced above it, and who has the word there."""

    rows: Sequence[Row]
    at: int
    hint: StakeholderKind | None = None
    open_name: str = ""
    in_table: bool = False
    strict: bool = False

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.rows[self.at]


def starts(place: Place) -> list[Start]:
    """Return the stakeholders that begin on the row of `place`, none when it continues a position."""
    for recognise in RECOGNISERS:
        if found := recognise(place):
            return found
    return []


def is_table_head(row: Row) -> bool:
    """Return whether the row is the head of a table of positions: "Country TAB Position"."""
    first = row.text.split("\t")[0]
    return "\t" in row.text and fold(first.replace("'", "")) in _HEADS


def table_row(place: Place) -> list[Start]:
    """`name TAB position`, with or without a number before the name."""
    cells = [cell.strip() for cell in place.row.text.split("\t")]
    if len(cells) < 2:
        return []
    if cells[0].rstrip(".").isdigit():
        cells = cells[1:]
    name, rest = cells[0], " ".join(cell for cell in cells[1:] if cell)
    if not name or len(name) > 200:
        return []
    if named := states_named(without_number(name)):
        return [of_states(named, rest, "table row")]
    kind = kind_of(name, place.hint) if len(name.split()) <= 22 else None
    if kind and len(rest.split()) >= 4:
        return [Start(name, kind, (), rest, "table row")]
    return _misspelt(name, rest, "table row") if rest else []


def labelled(place: Place) -> list[Start]:
    """`Country: text` or `Country - text`, as a line, a bullet or a numbered point."""
    row = place.row
    if not (row.bullet or begins_afresh(place.rows, place.at) or row.gap):
        return []
    text = without_number(row.text)
    label = _LABEL.search(text[:160])
    if not label or label.start() < 2:
        return []
    name, rest = text[: label.start()], text[label.end() :].strip()
    if named := states_named(name):
        return [of_states(named, rest, "label")]
    if place.strict or not rest or len(name.split()) > 9:
        return []
    known = lookup(name).kind == "organization"
    if known or (place.hint in ("ngo", "organization", "bloc", "person", "party") and _capitals(name)):
        kind = kind_of(name, place.hint)
        return [Start(name, kind, (), rest, "label")] if kind else []
    kind = kind_of(name, None) if row.bullet and _capitals(name) else None
    return [Start(name, kind, (), rest, "label", "inferred")] if kind in ("ngo", "organization") else []


def name_alone(place: Place) -> list[Start]:
    """A heading that is nothing but the name of one state, or of several."""
    row, after = place.row, following(place.rows, place.at)
    text = without_number(row.text)
    if len(text) > 240 or (named := states_named(text)) is None:
        return []
    if not (row.styled or begins_afresh(place.rows, place.at)):
        return []
    if after and after.text[:1].islower() and not after.bullet and not row.gap:
        return []
    apart = row.gap and after and (after.gap or text != row.text)
    if place.strict and not (row.styled or apart or row.text.isupper()):
        return []
    return [of_states(named, "", "heading")]


def bold_lead(place: Place) -> list[Start]:
    """A paragraph that begins with the name in bold: `**Ghana** supports ...`."""
    raw = place.row.raw
    bold = BOLD_START.match(raw)
    if not bold:
        return []
    name, rest = plain(bold[1]).rstrip(" :.–—-"), plain(raw[bold.end() :]).strip().lstrip(":–—- ")
    named = states_named(without_number(name))
    if named is None:
        kind = kind_of(name, place.hint) if _capitals(name) and place.hint not in (None, "country") else None
        return [Start(name, kind, (), rest, "bold")] if kind and rest else []
    if rest[:1].islower():
        rest = f"{name} {rest}"
    return run_on(rest, of_states(named, "", "bold")) if rest else []


def run_in(place: Place) -> list[Start]:
    """A paragraph that begins with a name and goes on with a capital: `Ghana Supports ...`."""
    row = place.row
    words = row.text[:400].split()
    if place.strict or "\t" in row.text or not begins_afresh(place.rows, place.at):
        return []
    found = longest_name(words, 0)
    if not found or found[1].display == place.open_name:
        return []
    if not position_follows(words, found[0]):
        return []
    printed = " ".join(words[: found[0]])
    several = run_on(row.raw, None)
    formal = fold(printed) == fold(found[1].official) != fold(found[1].display)
    if place.in_table or formal or len(several) > 1:
        return several
    return []


def name_of_body(place: Place) -> list[Start]:
    """A heading that names no state but a body: an NGO, an organisation, a bloc, a person, a party."""
    row = place.row
    text = without_number(row.text)
    if place.strict or not looks_like_heading(place.rows, place.at) or text.endswith("?") or category(text):
        return []
    if place.hint in (None, "country") and (wrong := _misspelt(text, "", "heading")):
        return wrong
    kind = kind_of(text, place.hint)
    if kind and (_capitals(text) or row.styled or place.hint not in (None, "country")):
        return [Start(text, kind, (), "", "heading")]
    return []


RECOGNISERS: tuple[Callable[[Place], list[Start]], ...] = (
    table_row,
    labelled,
    name_alone,
    bold_lead,
    run_in,
    name_of_body,
)


def _misspelt(text: str, rest: str, layout: str) -> list[Start]:
    match = misspelt_state(without_number(text))
    return [Start(match.name.strip(" :."), "country", (match,), rest, layout, "ambiguous")] if match else []


def _capitals(name: str) -> bool:
    words = [word for word in name.split() if len(word) > 3 and word[0].isalpha()]
    return bool(name) and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2 and name[0].isupper()
