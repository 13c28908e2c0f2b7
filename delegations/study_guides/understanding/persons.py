"""Tells a person's name from the office behind it: "Ana Kole, Minister of Finance"."""

from __future__ import annotations

import re

from delegations.countries import lookup
from delegations.organizations import body_kind

_OFFICE = re.compile(
    r"(?:the )?(?:(?:first|second|deputy|vice|acting|interim|foreign|prime|former|chief|grand|senior"
    r"|crown|state)[ -])*"
    r"(?:president|premier|minister|secretary|chancellor|king|queen|prince|princess|emperor|empress|ambassador"
    r"|advis[eo]r|spokes\w+|head|leader|chair\w*|governor|mayor|senator|general|admiral|colonel|commander"
    r"|marshal|captain|director|judge|justice|bishop|archbishop|cardinal|envoy|representative|treasurer|speaker"
    r"|attorney|prosecutor|founder|chief|commissioner|editor|delegate|consul|regent|duke|count|officer|ceo"
    r"|executive|ministre|pr[eé]sident\w*|ministr[oa]|president[ea]|embajador\w*|conseill\w+|consejer[oa]"
    r"|g[eé]n[eé]ral|secretari[oa]|secr[eé]taire|jefe|jefa|chef|cheffe|gobernador\w*|alcalde|alcaldesa)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,5}[^\W\d_][\w.'’-]*$")
_BETWEEN = re.compile(r",\s+|\s*:\s+|\s+[–—-]\s+|\s+\(")
_LONGEST_NAME = 80
_PARTICLES = frozenset(
    ("de", "da", "di", "von", "van", "der", "den", "bin", "al", "el", "la", "du", "dos", "y")
)


def holds_office(text: str) -> bool:
    """Return whether `text` is a person's name and office."""
    name, office = _parts(text)
    return bool(name) and _OFFICE.match(office) is not None


def name_of_person(text: str) -> str:
    """Return `text` without the office that stands behind a person's name."""
    return _parts(text)[0] or text


def _parts(text: str) -> tuple[str, str]:
    mark = _BETWEEN.search(text[:_LONGEST_NAME])
    if not mark or not _NAME.match(name := text[: mark.start()]):
        return "", ""
    small = [word for word in name.split() if word[0].islower() and word not in _PARTICLES]
    if small or lookup(name).is_country or body_kind(name):
        return "", ""
    return name, text[mark.end() :]
