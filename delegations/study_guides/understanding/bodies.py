"""Recognises stakeholders that are no states: bodies, blocs, persons and parties, by heading or label."""

from __future__ import annotations

import re

from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.fields import without_count
from delegations.study_guides.understanding.headings import looks_like_heading
from delegations.study_guides.understanding.naming import (
    bracketed_states,
    carries_acronym,
    kind_of,
    misspelt_state,
    states_in_list,
    states_named,
)
from delegations.study_guides.understanding.place import LONGEST_NAME, Place, in_capitals, is_body, is_title
from delegations.study_guides.understanding.regions import is_region
from delegations.study_guides.understanding.roles import category
from delegations.study_guides.understanding.rows import following, without_number
from delegations.study_guides.understanding.runs import Start
from delegations.study_guides.understanding.turns import is_part

_SMALL_WORDS = frozenset(
    ("of", "for", "and", "the", "on", "de", "des", "del", "la", "du", "da", "dos", "y", "e")
)
_COUNTED = re.compile(
    r"(?:bloc|block|group|coalition|alliance|faction|party|cabinet) (?:\d{1,2}|[A-H]|[IVX]{1,4})$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:(?:the|this|an?|its|la|le|el|una?|une?)\s+|l['’])?(?:[\w-]+\s+){0,2}?"
    r"(?:movement|group|organi[sz]ation|agency"
    r"|union|network|campaign|coalition|alliance|fund|bank|institute|foundation|association|company|firms?"
    r"|federation|commission|council|initiative|programme|forum|charity|ngo|partnership|body|secretariat|court"
    r"|corporation|society|think tank|organizaci[oó]n|agence|red|fondo|fundaci[oó]n|movimiento"
    r"|entreprise|empresa|soci[eé]t[eé]|asociaci[oó]n)\b"
    r"|(?:founded|established|created|set up)\s+(?:in|by)\b",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_LONGEST_OF_NAMES = 4
_FEWEST_WORDS = 3


def labelled_body(place: Place, name: str, rest: str) -> list[Start]:
    """Return the start of `Name: text` of a known body, an announced one, or one called as bodies are."""
    if (not in_capitals(name) and not bracketed_states(name)) or is_part(name):
        return []
    if _COUNTED.match(name):
        # "Bloc 2: Gulf States" is called by what follows its number, unless that lists its members.
        called = rest.partition(" (")[0]
        kind = kind_of(rest, place.hint) if is_title(called) and not states_in_list(called) else None
        if kind and not states_named(rest):
            return [Start(rest, kind, (), "", "heading")]
    kind = kind_of(name, place.hint)
    if is_body(name) or (kind and place.hint in ("ngo", "organization", "bloc", "person", "party")):
        return [Start(name, kind, (), rest, "label")] if kind else []
    counted = without_number(place.row.text) != place.row.text
    if place.open_name and place.open_layout == "heading" and (place.row.bullet or counted):
        return []  # "Climate Fund: It pays two billions" is a point of the state whose heading stands above.
    kind = kind_of(name, None) if place.row.bullet or place.row.gap or counted else None
    own = len(name.split()) >= _FEWEST_WORDS or carries_acronym(name) or _BODY.match(rest) is not None
    if kind is None and place.labelled_alike and rest and own:
        kind = "organization"
    return [Start(name, kind, (), rest, "label", "inferred")] if kind and kind != "party" else []


def name_of_body(place: Place) -> list[Start]:
    """A heading that names no state but a body: an NGO, an organisation, a bloc, a person, a party."""
    row = place.row
    text = without_count(without_number(row.text))
    if place.below_name and is_body(text) and not place.strict:
        return [Start(text, kind_of(text, place.hint) or "organization", (), "", "heading")]
    announced = place.hint in ("person", "bloc", "ngo", "organization", "party") and is_title(text)
    alone = looks_like_heading(place.rows, place.at) or (
        (is_body(text) or is_region(text) or announced or place.alike) and row.gap and place.afresh
    )
    counted = place.counted_on and place.open_layout == "heading" and is_title(text)
    if place.strict or not (alone or counted) or text.endswith("?") or category(text):
        return []
    if place.hint in (None, "country") and (wrong := misspelt(text, "", "heading")):
        return wrong
    head, _, rest = text.partition(": ")
    if len(head.split()) > 1 and states_in_list(rest):
        return [Start(head, "bloc", (), rest, "heading")]
    kind = kind_of(text, place.hint)
    if kind and (in_capitals(text) or is_region(text) or row.styled or place.hint not in (None, "country")):
        return [Start(text, kind, (), "", "heading")]
    return _unknown(place, text, counted=counted)


def _unknown(place: Place, text: str, *, counted: bool) -> list[Start]:
    """A heading of nobody that is known, set off as the chapter's stakeholders are."""
    if place.free and not text.endswith(":") and any(char.isalpha() for char in text):
        words = [word for word in text.split() if word not in _SMALL_WORDS]
        a_name = len(words) <= _LONGEST_OF_NAMES and not any(word[0].islower() for word in words)
        kind: StakeholderKind = "organization" if a_name else "bloc"
        kind = "person" if a_name and len(words) > 1 and _is_called_he_or_she(place) else kind
        return [Start(text, kind, (), "", "heading", "inferred")]
    called = carries_acronym(text) or _is_called(place, text) or _is_called_a_body(place)
    if place.beside and in_capitals(text) and (counted or called):
        return [Start(text, "organization", (), "", "heading", "inferred")]
    return []


def _is_called_he_or_she(place: Place) -> bool:
    """Whether the text below a heading soon speaks of a woman or a man."""
    below = following(place.rows, place.at)
    return below is not None and _HE_OR_SHE.search(below.text[:LONGEST_NAME]) is not None


def _is_called(place: Place, name: str) -> bool:
    """Whether the text below a heading begins by calling somebody so: "The Blue Fleet has ..."."""
    below = following(place.rows, place.at)
    words = below.text[:LONGEST_NAME].split() if below else []
    words = words[1:] if words[:1] == ["The"] else words
    called = name.removeprefix("The ").split()
    after = words[len(called) : len(called) + 1]
    return len(called) > 1 and words[: len(called)] == called and after != [] and after[0].islower()


def _is_called_a_body(place: Place) -> bool:
    """Whether the text below a heading begins by saying what it speaks of: "The movement ..."."""
    below = following(place.rows, place.at)
    return below is not None and _BODY.match(below.text) is not None


def misspelt(text: str, rest: str, layout: str) -> list[Start]:
    """Return the start of a state whose name is written wrongly, as one that a person confirms."""
    match = misspelt_state(without_number(text))
    return [Start(match.name.strip(" :."), "country", (match,), rest, layout, "ambiguous")] if match else []
