"""Recognises stakeholders as the subject of their paragraph's first sentence, where nothing sets them off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from delegations.countries import by_demonym
from delegations.organizations import body_kind
from delegations.study_guides.understanding.naming import carries_acronym, kind_of, states_named
from delegations.study_guides.understanding.place import Place
from delegations.study_guides.understanding.runs import Start, of_states
from delegations.study_guides.understanding.words import AND, state_at, without_article

_OWN = re.compile(r"(?:['’]s?)$")
_BRACKET = re.compile(r"\([^()]{1,40}\)[,;]?$")
_OF_A_STATE = frozenset((
    "government", "delegation", "administration", "authorities", "officials", "position", "state", "republic",
    "side", "leadership", "policy", "stance",
))  # fmt: skip
_WITHIN = frozenset((
    "of", "for", "the", "and", "on", "in", "de", "des", "du", "la", "del", "para", "&", "to", "against",
    "without",
))  # fmt: skip
_LONGEST_BODY = 9


def subject(place: Place) -> list[Start]:
    """A paragraph whose first sentence has the stakeholder for its subject: `The Gambia asks ...`."""
    row = place.row
    if not place.subjects or not (row.opens or place.below_heading) or not place.afresh:
        return []
    words = row.text[:400].split()
    printed = _states_at_start(words) or _state_meant(words)
    if printed and (named := states_named(printed)):
        return [replace(of_states(named, row.text, "subject"), confidence="inferred")]
    return _body_at_start(place, words)


def proper_subject(words: Sequence[str]) -> int:
    """Return how many words the proper name has that is the first subject ("The Blue Fleet has"), else 0."""
    first = len(words) - len(without_article(words))
    end = first
    while end < min(len(words), _LONGEST_BODY) and (
        words[end][:1].isupper() or (end > first and words[end] in _WITHIN)
    ):
        end += 1
    while end > first and words[end - 1] in _WITHIN:
        end -= 1
    if end < len(words) and _BRACKET.match(words[end]):
        end += 1
    return end if end - first > 1 and _goes_on(words, end) else 0


def _states_at_start(words: Sequence[str]) -> str:
    """The states that are the subject: "Kenya", "Kenya and Uganda", "The Congo (DRC)"."""
    names: list[str] = []
    end = 0
    while end < len(words) and (found := state_at(words, end)):
        end += found[0]
        names.append(found[1])
        if end < len(words) and _BRACKET.match(words[end]):
            end += 1
        if end < len(words) and words[end] in AND:
            end += 1
        elif not words[end - 1].endswith(","):
            break
    goes_on = _goes_on(words, end) and words[end - 1] not in AND
    return " and ".join(names) if goes_on else ""


def _state_meant(words: Sequence[str]) -> str:
    """The state of a subject such as "Kenya's government" or "The Kenyan delegation"."""
    words = without_article(words)
    for end in range(1, min(len(words), 5)):
        if _OWN.search(words[end - 1]):
            return _OWN.sub("", " ".join(words[:end])) if words[end][:1].islower() else ""
    meant = by_demonym(words[0]) if len(words) > 1 and words[1].lower() in _OF_A_STATE else None
    return meant.display if meant else ""


def _body_at_start(place: Place, words: Sequence[str]) -> list[Start]:
    bare = without_article(words)
    for end in range(min(6, len(bare) - 1), 0, -1):
        after = end + 1 if _BRACKET.match(bare[end]) else end
        if (kind := body_kind(" ".join(bare[:end]))) and _goes_on(bare, after):
            return [Start(" ".join(bare[:after]), kind, (), place.row.text, "subject", "inferred")]
    end = proper_subject(words) - len(words) + len(bare)
    name = " ".join(bare[: max(end, 0)]).rstrip(",;:")
    if carries_acronym(name):
        called = kind_of(name, place.hint) or "organization"
        return [Start(name, called, (), place.row.text, "subject", "inferred")]
    return []


def _goes_on(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at][:1].islower()
