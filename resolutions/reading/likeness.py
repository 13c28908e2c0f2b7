"""Likeness: whether what was read is a resolution, or another text that only holds a few of its words."""

from collections.abc import Sequence
from itertools import pairwise

from resolutions.findings import Finding
from resolutions.phrases import Language, split_scanned
from resolutions.reading.blocks import NUMBERS, Read
from resolutions.reading.heading import Heading
from resolutions.reading.organ import is_organ_line
from resolutions.unlisted import split_unlisted


def is_resolution(
    clauses: Sequence[Read],
    head: Sequence[str],
    heading: Heading,
    findings: Sequence[Finding],
    language: Language = "en",
) -> bool:
    """Judge by the paragraphs: most open with a known phrase, and their words outweigh those left out.

    ``head`` are the lines before the first clause that carry no label. One paragraph alone needs the organ
    that speaks, or the mark or number of a clause: articles have a sentence that begins with "Noting" too.
    """
    paragraphs = [c for c in clauses if c.level == 1]
    listing = {id(above) for above, below in pairwise(clauses) if below.level > above.level}
    known = [c for c in paragraphs if _opens_known(c, id(c) in listing, language)]
    speaks = bool(heading.organ) and is_organ_line(heading.organ_line)
    if speaks and heading.sponsors:  # a directive may hold nothing but verbs that are in no list
        known = known or [c for c in paragraphs if split_unlisted(c.words, c.part, language)[0]]
    if not known or (len(known) == 1 and not speaks and not _stands_alone(known[0])):
        return False
    if not speaks and 2 * sum(_is_of_a_list(c, language) for c in paragraphs) > len(paragraphs):
        return False
    if speaks:  # then openings that are in no list tell as well
        known = [c for c in paragraphs if c in known or split_unlisted(c.words, c.part, language)[0]]
    if 2 * len(known) < len(paragraphs) or _are_sentences(paragraphs):
        return False
    return 2 * _words_of(known, clauses) >= _words_left_out(head, findings)


def _is_of_a_list(found: Read, language: Language) -> bool:
    """Whether a paragraph is nothing but phrases, as in a list of them for those who draft."""
    rest, count = found.words, 0
    while (split := split_scanned(rest, found.part, language))[0]:
        rest, count = split[1], count + 1
    return count > 2 or (count > 0 and not rest and not found.after)


def _opens_known(found: Read, lists: bool, language: Language) -> bool:
    """Whether a paragraph opens with a known phrase, and is more than it unless it holds a list."""
    opening, rest = split_scanned(found.words, found.part, language)
    return bool(opening) and (lists or bool(rest.strip(" ,;:.")) or bool(found.after))


def _are_sentences(paragraphs: Sequence[Read]) -> bool:
    """Whether paragraphs that are all preambular end as the sentences of an article do."""
    if any(found.part == "operative" for found in paragraphs):
        return False
    return 2 * sum(found.words.endswith(".") for found in paragraphs) > len(paragraphs)


def _stands_alone(found: Read) -> bool:
    """Whether one paragraph shows by its mark or its number that it was written as a clause."""
    return found.words.endswith(",") if found.part == "preambular" else found.line.wrap in NUMBERS


def _words_of(known: Sequence[Read], clauses: Sequence[Read]) -> int:
    """Count words in known paragraphs and their lists; of several sentences only the first counts."""
    counted, counting = 0, False
    opened = {id(clause) for clause in known}
    for clause in clauses:
        counting = id(clause) in opened if clause.level == 1 else counting
        if counting:
            counted += len(clause.words.partition(". ")[0].split()) + len(clause.after.split())
    return counted


def _words_left_out(head: Sequence[str], findings: Sequence[Finding]) -> int:
    before: int = sum(len(line.split()) for line in head)
    return before + sum(int(f.values["count"]) for f in findings if f.rule == "unread")
