"""Collects the questions that a guide asks its delegates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from delegations.study_guides.guide import Questions
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.joining import continued
from delegations.study_guides.understanding.rows import Row, without_number

_LONGEST = 4000


def questions(rows: Sequence[Row], found: Mapping[int, Heading]) -> Questions:
    """Return the guiding and the critical questions, each as one line.

    Under such a heading a question begins with a bullet, a number or after a question mark, and ends with
    its question mark. Where nothing below the heading asks, its bullets are points and count as they are.
    """
    collected: dict[str, list[_Asked]] = {"guiding": [], "critical": []}
    inside: _Asked | None = None
    for at, row in enumerate(rows):
        heading = found.get(at)
        if heading and not _asks(row.text):
            if heading.role in collected:
                inside = _Asked()
                collected[heading.role].append(inside)
            elif heading.role or heading.level == 1:
                inside = None
        elif inside and not row.contents:
            inside.take(row)
    kept = {kind: tuple(q for below in several for q in below.kept()) for kind, several in collected.items()}
    return Questions(kept["guiding"], kept["critical"])


@dataclass(slots=True)
class _Asked:
    """What stands below one heading, and which of it has a bullet or a number."""

    texts: list[str] = field(default_factory=list)
    points: list[bool] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Add a line: the next part of the question that is open, or one or more new ones."""
        text = without_number(row.text)
        point = row.bullet or text != row.text
        for piece in _split(text):
            if self.texts and not _asks(self.texts[-1]) and not point:
                if len(self.texts[-1]) < _LONGEST:
                    self.texts[-1] = continued(self.texts[-1], piece)
            else:
                self.texts.append(piece)
                self.points.append(point)

    def kept(self) -> Sequence[str]:
        """Return the questions, or the points where there is no question."""
        asked = [text for text in self.texts if _asks(text)]
        listed = [text for text, point in zip(self.texts, self.points, strict=True) if point]
        return asked or (listed if len(listed) > 1 else [])


def _asks(text: str) -> bool:
    return text.rstrip(" \"”’')»]").endswith("?")


def _split(text: str) -> list[str]:
    parts = text.split("? ")
    return [part + "?" for part in parts[:-1]] + parts[-1:]
