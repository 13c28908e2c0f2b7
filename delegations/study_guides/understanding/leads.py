"""Recognises stakeholders whose name leads the paragraph of their position, with no heading above it."""

from __future__ import annotations

from delegations.countries import longest_name
from delegations.names import fold
from delegations.study_guides.understanding.naming import kind_of, states_named
from delegations.study_guides.understanding.place import LONGEST_NAME, Place, in_capitals, is_body
from delegations.study_guides.understanding.rows import plain, without_number
from delegations.study_guides.understanding.runs import (
    BOLD_START,
    JOINED,
    Start,
    of_states,
    position_follows,
    run_on,
)


def bold_lead(place: Place) -> list[Start]:
    """A paragraph that begins with the name in bold: `**Ghana** supports ...`."""
    raw = place.row.raw
    bold = BOLD_START.match(raw)
    if not bold or place.strict or not (place.row.bullet or place.afresh):
        return []
    if JOINED.match(raw[bold.end() - 1 :]):
        return []
    name, rest = plain(bold[1]).rstrip(" :.–—-"), plain(raw[bold.end() :]).strip().lstrip(":–—- ")
    named = states_named(without_number(name))
    if named is None:
        sure = is_body(name) or place.hint not in (None, "country") or place.open_layout == "bold"
        kind = kind_of(name, place.hint) if sure and in_capitals(name) else None
        whole = _with_name(plain(bold[1]).strip(), rest)
        return [Start(name, kind, (), whole, "bold")] if kind and rest else []
    rest = _with_name(plain(bold[1]).strip(), rest)
    return run_on(rest, of_states(named, "", "bold")) if rest else []


def _with_name(name: str, rest: str) -> str:
    """The text behind a name, with the name where it is a part of the sentence: "Ghana, too, asks"."""
    if rest[:1] in (",", ";"):
        return f"{name}{rest}"
    return f"{name} {rest}" if rest[:1].islower() else rest


def run_in(place: Place) -> list[Start]:
    """A paragraph that begins with a name and goes on with a capital: `Ghana Supports ...`."""
    row = place.row
    words = row.text[:400].split()
    if place.strict or "\t" in row.text or not place.afresh:
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


def stopped(place: Place) -> list[Start]:
    """A paragraph that begins with nothing but the name and a full stop: `Ghana. The republic ...`."""
    row = place.row
    if place.strict or not place.afresh:
        return []
    text = without_number(row.text)
    stop = text.find(". ", 0, LONGEST_NAME)
    while stop > 0:
        name, rest = text[:stop], text[stop + 2 :].strip()
        if (named := states_named(name)) and rest[:1].isupper():
            return [of_states(named, rest, "label")]
        if is_body(name) and rest[:1].isupper() and (kind := kind_of(name, place.hint)):
            return [Start(name, kind, (), rest, "label")]
        stop = text.find(". ", stop + 2, LONGEST_NAME)
    return []
