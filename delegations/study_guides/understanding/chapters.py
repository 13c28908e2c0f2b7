"""Cuts a guide into chapters with their text, for the committee's library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from delegations.study_guides.guide import Section
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.joining import Vocabulary, join
from delegations.study_guides.understanding.rows import Row

_FEW = 3


def sections(
    rows: Sequence[Row], found: Mapping[int, Heading], vocabulary: Vocabulary
) -> tuple[Section, ...]:
    """Return the chapters in order, each with its text and the headings inside it.

    Where the format marks levels, chapters stand at the level of those with a known purpose; elsewhere at
    the highest level that occurs at least twice. Lower headings are subsections.
    """
    starts = _marked(rows, found) or _unmarked(found)
    if not starts:
        return ()
    cut = [
        _section(rows, found, begin, end, vocabulary)
        for begin, end in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]
    return tuple(section for section in cut if section.text or section.subsections or len(cut) < _FEW)


def _marked(rows: Sequence[Row], found: Mapping[int, Heading]) -> list[int]:
    levels = Counter(
        rows[at].level for at, one in found.items() if rows[at].level and one.role not in (None, "topic")
    )
    if levels.total() < _FEW:
        return []
    top = levels.most_common(1)[0][0]
    return [at for at in found if 0 < rows[at].level <= top]


def _unmarked(found: Mapping[int, Heading]) -> list[int]:
    levels = [heading.level for heading in found.values()]
    top = next((level for level in (1, 2, 3) if levels.count(level) >= 2), 1)
    return [at for at, heading in found.items() if heading.level <= top]


def _section(
    rows: Sequence[Row], found: Mapping[int, Heading], begin: int, end: int, vocabulary: Vocabulary
) -> Section:
    inner = tuple(
        Section(found[at].title, rows[at].number, rows[at].page)
        for at in range(begin + 1, end)
        if at in found
    )
    text = join(_pieces(rows, found, begin + 1, end), vocabulary)
    return Section(found[begin].title, rows[begin].number, rows[begin].page, text, inner)


def _pieces(
    rows: Sequence[Row], found: Mapping[int, Heading], begin: int, end: int
) -> Iterator[tuple[str, bool]]:
    for at in range(begin, end):
        if not rows[at].contents:
            # A heading ends like a sentence for the join, so that its paragraph begins anew.
            yield rows[at].text, rows[at].gap or rows[at].bullet or at in found
