"""What every sentence keeps to, and the names that the tests read with."""

from __future__ import annotations

import re

NAMES = {
    "aclu": "ACLU",
    "canada": "Canada",
    "dais-1": "Chair",
    "france": "France",
    "ghana": "Ghana",
    "honduras": "Honduras",
    "mexico": "Mexico",
    "peru": "Peru",
    "spain": "Spain",
    "viet-nam": "Viet Nam",
}
RAW = re.compile(r"[{}]|\b[a-z]+_[a-z_]+\b|\b(?:dais|assistant)-\d|\bviet-nam\b|\b[a-z]+\.[a-z_]+\b")
"""A placeholder, a code, a seat key or a rule id that nobody should read."""


def faults(sentence: str, ends: str = ".") -> list[str]:
    """What is wrong with a sentence for people; `ends` are the signs it may end with."""
    checks = {
        "a code or placeholder": bool(RAW.search(sentence)),
        "no end": not sentence.endswith(tuple(ends)),
        "two stops": ".." in sentence,
        "double space": "  " in sentence,
        "space at an end": sentence != sentence.strip(),
        "exclamation mark": "!" in sentence,
        "no capital": sentence[:1] != sentence[:1].upper(),
        "space before a sign": re.search(r" [.,;:?]", sentence) is not None,
    }
    return [name for name, found in checks.items() if found]
