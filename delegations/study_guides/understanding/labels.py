"""The labels that covers put before a topic, on a line of its own or behind the committee's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

GUIDE = re.compile(
    r"^(?:.{0,40}\b)?(?:(?:study|background|committee|delegate|topic|chair)?\s*guide(?: \d{4})?"
    r"|gu[ií]a de estudios?|guide d['’][eé]tude|guia de estudos?)(?:\s*:\s*(.+))?$",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:(?:the|study|debate|main|agenda|conference|first|second|third)\s)?"
    r"(?:topics?|agenda|temas?|t[oó]picos?|sujets?|th[eè]mes?|themas?"
    r"|orden del d[ií]a|ordre du jour|tagesordnungspunkt|asunto|assunto|pauta)"
    r"(?:\s(?:area|item|topic|title|name|under discussion|under debate|of discussion|for discussion"
    r"|for debate|a tratar|central|[uú]nico|principal))?s?"
)
_COUNT = r"(?:\s(?:n[°ºo]\.?\s?)?(?:[A-Da-d]|[1-6]|I{1,3}|IV|VI?|one|two|three|uno|dos|un|deux))?"
_LABEL = re.compile(rf"(?:{_NOUN}|issue|question){_COUNT}\s*[:.)–—-]\s*(.*)$", re.IGNORECASE)
_INSIDE = re.compile(rf"{_NOUN}{_COUNT}\s*[:–—-]\s*(\S.*)$", re.IGNORECASE)
_WEAKER = re.compile(
    r"(?:(?:statement|description) of the (?:problem|issue|topic)|case|problem|crisis|scenario|caso|affaire"
    r"|fall|planteamiento del problema|introduction (?:to|of) (?:the )?(?:topic|issue|problem))"
    r"(?:\s\d)?\s*[:–—-]\s*(\S.*)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[–—|/·•-]\s+|\t")
_LONGEST_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Labelled:
    """A topic behind its label, perhaps empty, and what stands on the line before the label."""

    topic: str
    before: str = ""


def labelled_topic(text: str) -> Labelled | None:
    """Return the topic that `text` labels ("Topic A: ...", "Study Guide — Agenda: ..."), None without one."""
    if len(text) > 200:
        return None
    if label := _LABEL.match(text):
        return Labelled(label[1].strip())
    for mark in _BETWEEN.finditer(text[:_LONGEST_BEFORE]):
        if inside := _INSIDE.match(text[mark.end() :]):
            return Labelled(inside[1].strip(), text[: mark.start()].strip())
    return None


def weakly_labelled(text: str) -> str:
    """Return what a title says after "Statement of the problem:" or "Case:", "" for any other."""
    label = _WEAKER.match(text) if len(text) <= 200 else None
    return label[1].strip() if label else ""
