"""Finds the topics of a guide: behind their labels, as numbered chapters, or as the title of the cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from delegations.names import fold
from delegations.study_guides.understanding.composed import composed_role
from delegations.study_guides.understanding.cover import COVER_ROWS, bodies, is_no_body, names_a_body
from delegations.study_guides.understanding.furniture import title_of_contents_line
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.joining import continued
from delegations.study_guides.understanding.labels import GUIDE, goes_on, labelled_topic, weakly_labelled
from delegations.study_guides.understanding.roles import role_of
from delegations.study_guides.understanding.rows import Row, following, without_number

_ROMAN = re.compile(r"[IVX]{1,4}[.)]\s+\S")
_BEGINS_A_TOPIC = re.compile(r"(?:introduction|overview|background|introduccion|introducao|einfuhrung)\b")
_MOST = 6
_ON_TOP = 12
_LONGEST = 40  # words


@dataclass(frozen=True, slots=True)
class Agenda:
    """The topics and how they were told: labelled as such, numbered chapters, or only the cover's title."""

    topics: tuple[str, ...]
    how: Literal["labelled", "numbered", "title"]


def topics(rows: Sequence[Row], found: Mapping[int, Heading]) -> Agenda:
    """Return the topics, each once.

    Without a label: what stands behind "Case:" or "Statement of the problem:", chapters in Roman numbers
    that begin with an introduction each, then what stands behind "Study guide:" or behind the committee's
    name, else the first title on the cover that is neither.
    """
    for words in (_labelled(rows), _weakly_labelled(rows, found)):
        if collected := _collected(words):
            return Agenda(collected, "labelled")
    if collected := _collected(_numbered(rows, found)):
        return Agenda(collected, "numbered")
    title = _unlabelled(rows, found)
    return Agenda((title,) if title else (), "title")


def _collected(several: Iterator[str]) -> tuple[str, ...]:
    collected: dict[str, str] = {}
    for words in several:
        _remember(words, collected)
        if len(collected) >= _MOST:
            break
    return tuple(collected.values())


def _labelled(rows: Sequence[Row]) -> Iterator[str]:
    for at, row in enumerate(rows):
        text = title_of_contents_line(row.text) if row.contents else row.text
        label = labelled_topic(text)
        if label is None or (label.before and at >= COVER_ROWS):
            continue
        below = [] if row.contents or label.topic else _below(rows, at)
        for titled in (_whole(label.topic, rows, at), *below):
            words = titled.strip(' "“”')
            if words and len(words.split()) <= _LONGEST and composed_role(fold(words)) is None:
                yield words


def _whole(topic: str, rows: Sequence[Row], at: int) -> str:
    """The topic with the next line, where its own line's end broke it off."""
    after = following(rows, at)
    if after is None or rows[at].contents or after.gap or after.bullet or after.contents:
        return topic
    return continued(topic, after.text) if goes_on(topic, after.text) else topic


def _numbered(rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[str]:
    """Titles such as "I. Combating Wildlife Trafficking", where an introduction is the next title below."""
    for at, after in pairwise(found):
        one, below = found[at], found[after]
        numbered = one.role is None and _ROMAN.match(rows[at].text)
        introduced = _BEGINS_A_TOPIC.match(fold(below.title)) and not _ROMAN.match(rows[after].text)
        if numbered and introduced:
            yield one.title


def _weakly_labelled(rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[str]:
    for at, row in enumerate(rows):
        if not row.contents and (at in found or at < _ON_TOP) and (words := weakly_labelled(row.text)):
            yield words.strip(' "“”')


def _unlabelled(rows: Sequence[Row], found: Mapping[int, Heading]) -> str:
    names = {fold(name) for name in bodies(rows[:COVER_ROWS])}
    for at, row in enumerate(rows[:_ON_TOP]):
        guide = GUIDE.match(row.text)
        if guide and guide[1] and not names_a_body(guide[1]):
            return guide[1].strip()
        before, colon, after = row.text.partition(": ")
        if colon and names_a_body(before) and (row.styled or (row.gap and not after.endswith("."))):
            return after.strip()
        heading = found.get(at)
        if row.contents or (heading and heading.role) or len(row.text) > 140 or row.text.endswith("."):
            return ""
        if (
            not guide
            and len(row.text.split()) >= 3
            and not _is_body_of(row.text, names)
            and not _date(row.text)
        ):
            return without_number(row.text)
    return ""


def _is_body_of(text: str, names: set[str]) -> bool:
    return fold(text) in names or is_no_body(text)


def _date(text: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d$", text))


def _remember(words: str, collected: dict[str, str]) -> None:
    """Keep the topic, of two wordings of one topic (a contents line may be cut) the longer."""
    folded = fold(words)
    for known in collected:
        if folded.startswith(known) or known.startswith(folded):
            if len(folded) > len(known):
                collected.update({known: words})
            return
    collected[folded] = words


def _below(rows: Sequence[Row], at: int) -> list[str]:
    """The titles under a bare "TOPIC:": lines until one far below or one that is no part of a title.

    Numbered lines and bullets are a title each, others one title together.
    """
    words: list[str] = []
    last, bullets = rows[at].number, True
    for row in rows[at + 1 : at + 6]:
        far = row.number - last > 2
        if row.contents or (
            words and (far or GUIDE.match(row.text) or re.search(r"\bguide\b", row.text, re.I))
        ):
            break
        if (
            len(row.text) > 120
            or fold(row.text) in ("contents", "study guide")
            or (words and role_of(row.text))
        ):
            break
        words.append(row.text)
        last = row.number
        bullets = bullets and row.bullet
    if words and bullets:
        return words
    numbered = [without_number(line) for line in words if without_number(line) != line]
    return numbered if len(numbered) == len(words) else [" ".join(words)]
