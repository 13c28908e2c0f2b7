"""Recognises where a stakeholder's position begins: one small function for each layout that guides use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from delegations.countries import lookup
from delegations.names import fold
from delegations.study_guides.understanding.bodies import labelled_body, misspelt, name_of_body
from delegations.study_guides.understanding.fields import without_count
from delegations.study_guides.understanding.headings import looks_like_heading
from delegations.study_guides.understanding.leads import bold_lead, run_in, stopped
from delegations.study_guides.understanding.naming import (
    bracketed_states,
    kind_of,
    states_in_list,
    states_named,
)
from delegations.study_guides.understanding.persons import holds_office
from delegations.study_guides.understanding.place import (
    LONGEST_NAME,
    Place,
    in_capitals,
    is_body,
    is_prose,
)
from delegations.study_guides.understanding.roles import announces_members
from delegations.study_guides.understanding.rows import Row, following, without_number
from delegations.study_guides.understanding.runs import Start, of_states, position_follows
from delegations.study_guides.understanding.subjects import subject
from delegations.study_guides.understanding.within import bold_within, subject_within

_LABEL = re.compile(r"\s*[:：]\s+|\s+(?:[–—|-]|--|[-=]>|→)\s+|\s*[—–]\s*(?=[A-Z])|:$")
_FEWEST_BEHIND, _MOST_NAME, _FEWEST_WORDS = 2, 10, 4
_HEADS = frozenset((
    "country", "countries", "ngo", "ngos", "stakeholder", "stakeholders", "member state", "member states",
    "delegation",
    "delegations", "bloc", "blocs", "organization", "organisation", "organizations", "actor", "actors",
    "party", "parties",
    "name", "nation", "state", "entity", "observer", "observers", "person", "character", "group",
    "international organization",
    "pais", "paises", "delegacion", "delegaciones", "pays", "delegue", "land", "paese", "nr", "number",
    "organisations", "ngos and organizations", "country organization", "no", "non governmental organization",
))  # fmt: skip


def starts(place: Place) -> list[Start]:
    """Return the stakeholders that begin on the row of `place`, none when it continues a position."""
    for recognise in RECOGNISERS:
        if found := recognise(place):
            return found
    return []


def _card(cells: Sequence[str]) -> list[Start]:
    """The first row of a delegation's own table: `Country TAB Kenya`."""
    if len(cells) != 2 or fold(cells[0]) not in _HEADS:
        return []
    if named := states_named(cells[1]):
        return [of_states(named, "", "heading")]
    kind = kind_of(cells[1], None) if is_body(cells[1]) else None
    return [Start(cells[1], kind, (), "", "heading")] if kind else []


def is_table_head(row: Row) -> bool:
    """Return whether the row is the head of a table of positions: "Country TAB Position"."""
    first = fold(row.text.split("\t")[0].replace("'", ""))
    if _card(row.text.split("\t")):
        return False
    return "\t" in row.text and (first in _HEADS or first.removeprefix("no ") in _HEADS)


def table_row(place: Place) -> list[Start]:
    """`name TAB position`, with or without a number before the name."""
    cells = [cell.strip() for cell in place.row.text.split("\t")]
    if len(cells) < 2:
        return []
    if card := _card(cells):
        return card
    if cells[0].rstrip(".").isdigit():
        cells = cells[1:]
    name, rest = cells[0], " ".join(cell for cell in cells[1:] if cell)
    if not name or len(name) > 200:
        return []
    if place.in_table:
        name, rest = _cut_from_next_cell(name, rest)
    if named := states_named(without_number(name)):
        return [of_states(named, rest, "table row")]
    kind = kind_of(name, place.hint) if len(name.split()) <= 22 else None
    if kind and (len(rest.split()) >= _FEWEST_WORDS or (kind == "bloc" and states_in_list(rest))):
        return [Start(name, kind, (), rest, "table row")]
    if wrong := misspelt(name, rest, "table row") if rest else []:
        return wrong
    if place.in_table and place.afresh and in_capitals(name) and is_prose(rest):
        return [Start(name, "organization", (), rest, "table row", "inferred")]
    return []


def _cut_from_next_cell(name: str, rest: str) -> tuple[str, str]:
    """A known name and the text behind it where a narrow gap has joined the first two cells of a row."""
    words = name.split()
    for end in range(min(len(words) - _FEWEST_BEHIND, _MOST_NAME), 0, -1):
        known = " ".join(words[:end])
        if position_follows(words, end) and (is_body(known) or lookup(known).is_country):
            return known, " ".join([*words[end:], rest])
    return name, rest


def labelled(place: Place) -> list[Start]:
    """`Country: text` or `Country - text`, as a line, a bullet or a numbered point."""
    row = place.row
    if not (row.bullet or place.afresh or row.gap):
        return []
    text = without_count(without_number(row.text))
    label = _LABEL.search(text[:LONGEST_NAME])
    if not label or label.start() < 2:
        return []
    name, rest = text[: label.start()], text[label.end() :].strip()
    if announces_members(name):
        return []
    if rest and (announced := _announced(place, text, name, rest)):
        return announced
    if named := states_named(name):
        return [of_states(named, rest, "label")]
    if (
        rest
        and place.hint in (None, "country")
        and not place.strict
        and (wrong := misspelt(name, rest, "label"))
    ):
        return wrong
    if place.strict or not (rest or is_body(name)) or (len(name.split()) > 9 and not bracketed_states(name)):
        return []
    return labelled_body(place, name, rest)


def _announced(place: Place, text: str, name: str, rest: str) -> list[Start]:
    """A heading that says what part a state plays before it names it: `Applicant: Guyana`."""
    if decorated := states_named(text):
        return [of_states(decorated, "", "heading")]
    if not looks_like_heading(place.rows, place.at) or states_named(name) or kind_of(name, place.hint):
        return []
    named = states_named(rest)
    return [of_states(named, "", "heading")] if named and len(named.matches) == 1 else []


def person_in_office(place: Place) -> list[Start]:
    """A heading of a person's name and office: `Ana Kole, Minister of Finance`."""
    text = without_number(place.row.text)
    if place.strict or not looks_like_heading(place.rows, place.at) or not holds_office(text):
        return []
    return [Start(text, "person", (), "", "heading")]


def name_alone(place: Place) -> list[Start]:
    """A heading that is nothing but the name of one state, or of several."""
    row, after = place.row, following(place.rows, place.at)
    text = without_count(without_number(row.text))
    if len(text) > 240 or (named := states_named(text)) is None:
        return []
    if not (row.styled or place.below_name or place.afresh):
        return []
    if after and after.text[:1].islower() and not after.bullet and not row.gap:
        return []
    apart = row.gap and after and (after.gap or text != row.text)
    if place.strict and not (row.styled or apart or row.text.isupper()):
        return []
    return [of_states(named, "", "heading")]


RECOGNISERS: tuple[Callable[[Place], list[Start]], ...] = (
    table_row,
    person_in_office,
    labelled,
    stopped,
    name_alone,
    bold_lead,
    run_in,
    bold_within,
    subject,
    subject_within,
    name_of_body,
)
