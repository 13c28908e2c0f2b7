"""Findings: what reading or checking a text noticed, as rule ids with values, and their English sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

Severity = Literal["error", "warn", "info"]

# Rule id -> English. The ids beginning with L are the linter rules of rules.md section E.
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "no_resolution": "This text is no resolution: no clause was found in it.",
        "too_long_text": "This text is too long: only its first {limit} characters were read.",
        "clause_too_long": "The clause in line {line} is too long; its end was cut off.",
        "too_many_clauses": "There are more than {limit} clauses; the rest was left out.",
        "no_organ": "No line names the organ that speaks, such as “The Council,”.",
        "unknown_number": "The number {number} in line {line} breaks the count; it was computed anew.",
        "unnumbered": "The operative paragraph in line {line} carries no number; it was given one.",
        "unread": "Line {line} belongs to no clause and was left out.",
        "too_deep": "The sub-clause in line {line} is deeper than four levels; it was put on the fourth.",
        "L07": "“{words}” is no known opening of a preambular paragraph.",
        "L09": "The preambular paragraph in line {line} is numbered; preambular paragraphs carry no number.",
        "L10": "There is no operative paragraph.",
        "L10p": "There is no preambular paragraph.",
        "L12": "“{words}” is no known opening of an operative paragraph.",
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed: the rule's id, how bad it is, the line (from one; 0: the whole text), the clause."""

    rule: str
    severity: Severity
    line: int = 0
    uid: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def sentence(finding: Finding, words: Mapping[str, str] = SENTENCES) -> str:
    """Put a finding into words with a table of templates."""
    return words[finding.rule].format_map({"line": finding.line, **finding.values})
