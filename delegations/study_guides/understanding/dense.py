"""Finds where paragraphs and titles begin in a text that came without a single empty line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from delegations.study_guides.understanding.joining import ends_sentence
from delegations.study_guides.understanding.measures import capitals, full_length
from delegations.study_guides.understanding.roles import role_of

_FEW_GAPS = 0.05
_LEAST_ROWS = 12
_FULL = 0.8
_LONGEST_TITLE = 70
_SHORT_TITLE = 5
_KNOWN = ("positions", "guiding", "critical", "references")
"""Chapters whose titles are known even where they are written in small letters."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the eye sees of a line: its words, its page, and whether the format or a gap sets it off."""

    text: str
    page: int
    gap: bool
    styled: bool
    bullet: bool


def opens_paragraph(looks: Sequence[Look]) -> list[bool]:
    """Return for each line whether a paragraph begins on it: behind a gap or a sentence's short last line."""
    whole = [look.text for look in looks if "\t" not in look.text]
    full = _FULL * full_length(whole) if len(whole) >= _LEAST_ROWS else 0
    opened = [look.gap or look.bullet for look in looks]
    for at, (above, look) in enumerate(pairwise(looks), start=1):
        short = len(above.text) < full and not (above.styled or "\t" in above.text)
        opened[at] = opened[at] or (short and ends_sentence(above.text) and look.page == above.page)
    return opened


def inferred_gaps(looks: Sequence[Look]) -> list[bool]:
    """Return for each line whether a gap stands before it, inferred where the text has none at all.

    A paragraph ends with a sentence on a line that is not full; a title is a short line without a full
    stop after the end of a sentence, and stands off on both sides. Texts that have gaps keep theirs.
    """
    given = [look.gap for look in looks]
    within = sum(look.gap for above, look in pairwise(looks) if above.page == look.page)
    if len(looks) < _LEAST_ROWS or within > _FEW_GAPS * len(looks) or any(look.styled for look in looks):
        return given
    return list(_inferred(looks, _FULL * full_length(look.text for look in looks)))


def _inferred(looks: Sequence[Look], full: float) -> Iterator[bool]:
    sentence_ended = paragraph_ended = True
    for look in looks:
        title = sentence_ended and not look.bullet and len(look.text) < full and _is_title(look.text)
        yield look.gap or look.bullet or title or (paragraph_ended and "\t" not in look.text)
        sentence_ended = title or ends_sentence(look.text)
        paragraph_ended = title or (sentence_ended and len(look.text) < full)


def _is_title(text: str) -> bool:
    begins = text[:1].isupper() or text[:1].isdigit()
    if not begins or len(text) > _LONGEST_TITLE or "\t" in text or text[-1:] in ".,;:!?":
        return False
    if len(text.split()) <= _SHORT_TITLE and role_of(text) in _KNOWN:
        return True
    upper, longer = capitals(text)
    return 2 * upper >= longer
