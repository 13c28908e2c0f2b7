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
_LABEL = re.compile(rf"(?:{_NOUN}|issue|question){_COUNT}(?: *[:.)–—|•·-]\s*|\t\s*)(.*)$", re.IGNORECASE)
_INSIDE = re.compile(rf"{_NOUN}{_COUNT}\s*[:–—-]\s*(\S.*)$", re.IGNORECASE)
_WEAKER = re.compile(
    r"(?:(?:statement|description) of the (?:problem|issue|topic)|case|problem|crisis|scenario|caso|affaire"
    r"|fall|planteamiento del problema|probl[eé]matique|problem[aá]tica"
    r"|introduction (?:to|of) (?:the )?(?:topic|issue|problem))"
    r"(?:\s\d)?\s*[:–—-]\s*(\S.*)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[–—|/·•-]\s+|\t")
_LONGEST_BEFORE = 80


_JOINS = re.compile(
    r"(?:\b(?:of|in|and|the|to|for|on|with|a|an|from|by|de|del|la|las|los|el|en|y|para|des|du|les|et|le|sur|da|do"
    r"|dos|das|e|der|die|und|von|zu|für)|[,&–-])$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:and|of|for|y|et|e|und|de|des|del)\b", re.IGNORECASE)


def goes_on(title: str, after: str) -> bool:
    """Return whether the line `after` belongs to a title that its line's end broke off."""
    if not title or not after or len(after) > _LONGEST_BEFORE or after.endswith("."):
        return False
    return bool(_JOINS.search(title) or _JOINED.match(after)) or after[:1].islower()


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
