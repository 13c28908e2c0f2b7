"""Bare items: what is counted by a figure without a mark, "1 Requests", or listed by the word "That"."""

import re
from dataclasses import replace

from resolutions.findings import Finding
from resolutions.phrases import Language, part_opened
from resolutions.reading.blocks import left_out
from resolutions.reading.lines import Line
from resolutions.unlisted import split_unlisted

_FIGURE = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_THAT = re.compile(r"(?:That|Que)(?=\s)|Qu(?=['’])")
_MARKS = (",", ";", ".")
_TITLE = re.compile(r"([^:;,.]{2,40}):\s+(?=[^\W\d_])")


def with_bare_numbers(lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    """Take figures that count 1, 2, 3 before operative phrases for the numbers of paragraphs.

    There must be two at least: one alone may be a part of the words.
    """
    numbered: dict[int, Line] = {}
    for at, line in enumerate(lines):
        match = _FIGURE.match(line.words) if line.wrap is None and line.listed is None else None
        if match is None or int(match[1]) != len(numbered) + 1:
            continue
        words = line.words[match.end() :]
        if _opens_operative(words, language):
            numbered[at] = replace(line, words=words, wrap="number", marker=match[1])
    if len(numbered) < 2:
        return lines
    return tuple(numbered.get(at, line) for at, line in enumerate(lines))


def without_titles(lines: tuple[Line, ...], language: Language) -> tuple[tuple[Line, ...], list[Finding]]:
    """Leave out the title that a numbered paragraph carries before its phrase: "1. Funding: Urges"."""
    kept: list[Line] = []
    findings: list[Finding] = []
    for line in lines:
        title = _TITLE.match(line.words) if line.value is not None else None
        rest = line.words[title.end() :] if title else ""
        if title and part_opened(line.words, language) is None and part_opened(rest, language) == "operative":
            findings.append(left_out(line, title[0].strip()))
            line = replace(line, words=rest)
        kept.append(line)
    return tuple(kept), findings


def with_bare_items(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Take lines that open with "That" behind a colon, and those that follow on them, for items of a list."""
    marked: list[Line] = []
    above, first = "", ""
    for line in lines:
        word = _THAT.match(line.words) if line.wrap is None and line.listed is None else None
        if word and (above.endswith(":") or (word[0] == first and above.endswith(_MARKS))):
            first = word[0]
            line = replace(line, wrap="bullet", marker="•")
        elif not line.is_blank and (line.wrap is not None or above.endswith(_MARKS)):
            first = ""
        above = above if line.is_blank else line.words
        marked.append(line)
    return tuple(marked)


def _opens_operative(words: str, language: Language) -> bool:
    if part_opened(words, language) == "operative":
        return True
    return words[0].isupper() and bool(split_unlisted(words, "operative", language)[0])
