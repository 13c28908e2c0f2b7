"""Reads the fields of a delegation's card: `Country: Peru`, `Capital: Lima`, `Position: Peru asks ...`."""

from __future__ import annotations

import re

from delegations.names import fold
from delegations.study_guides.understanding.columns import is_fact

_LABEL = re.compile(r"^([^:：\t]{3,60}?)\s*[:：\t]\s*")
_POSITION = re.compile(
    r"(?:(?:country|national|official|current|general|our|main|its|government) )*"
    r"(?:positions?|stances?|policy|policies|views?|viewpoint|standpoint|posicion|postura|posicao|posicionamento"
    r"|standpunkt|haltung)(?: (?:on|sobre|sur|about|zu|zum|zur) .{0,80}| (?:officielle|oficial|nacional"
    r"|nationale))?$"
)
_COUNTED = re.compile(
    r"\s*(?:[,:–—-]\s*)?\(?\b\d{1,4}\s+(?:seats?|votes?|members?|mandates?|meps?|mps?|deputies|delegates?"
    r"|si[eè]ges?|voix|d[eé]put[eé]s|esca[nñ]os|votos|diputados|assentos|deputados|sitze|stimmen)\)?$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 100
_LONGEST_FACT = 160


def without_position_label(text: str) -> str:
    """Return the text of a field without its label "Position:", "" for the label alone."""
    if len(text) < _LONGEST_LABEL and text[-1:] != "." and _POSITION.match(fold(text)):
        return ""
    label = _LABEL.match(text)
    return text[label.end() :] if label and _POSITION.match(fold(label[1])) else text


def is_fact_field(text: str) -> bool:
    """Return whether a line is a fact about the delegation and no position: `Capital: Lima`."""
    label = _LABEL.match(text) if len(text) < _LONGEST_FACT else None
    return label is not None and is_fact(label[1]) and not text.rstrip().endswith(".")


def without_count(heading: str) -> str:
    """Return a heading without the seats or votes that it counts: "Renew Europe – 98 seats"."""
    counted = _COUNTED.search(heading) if len(heading) <= _LONGEST_FACT else None
    name = heading[: counted.start()].rstrip(" ,:–—-") if counted else heading
    return name + ")" if counted and name.count("(") > name.count(")") else name
