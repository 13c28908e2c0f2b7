"""Cleaning: what does not belong to the words of a pasted text is taken off before its lines are read."""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from resolutions.findings import Finding
from resolutions.reading.furniture import without_furniture
from resolutions.reading.lines import LONGEST_READ, MOST_LINES, Raw
from resolutions.reading.notes import without_notes
from resolutions.reading.unfolding import unfolded

_LEFT_OUT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u200b\xad]")
_ROMAN_AND_IN_BRACKETS = (*range(0x2160, 0x2180), *range(0x2474, 0x249C))  # Ⅳ, ⅳ, ⑴, ⒈, ⒜
_LIGATURES = {
    ord(mark): unicodedata.normalize("NFKC", mark)
    for mark in ("ﬀﬁﬂﬃﬄﬅﬆ" + "".join(map(chr, _ROMAN_AND_IN_BRACKETS)))
}
_PAGE_END = re.compile(r"\x0c")
_SOFT_BREAK = re.compile(r"[\xad\x02\ufffe][ \t]*\r?\n[ \t]*")  # a hyphen that only breaks the word

_MARGIN = re.compile(r"\s{0,12}\[?(\d{1,4})\]?(?:\s+|$)(?![.)])")  # in brackets where a PDF has it small
_QUOTED = re.compile(r"\s*(?:> ?)+")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,6})(?=\S)([^*_]{1,300})(?<=\S)([*_]{1,6})(?![\w*_])")
_TAGS = re.compile(r"</?(?:u|b|i|em|strong|ins|mark|br)\s?/?>", re.IGNORECASE)
_MARKED_DOWN = re.compile(
    r"\s*(?:#{1,6}\s+\S|(?:\d{1,3}[.)]\s+|[-*+]\s+)?(?:<u>)?[*_]{1,6}[^\W_][^*_]{1,80}[*_])"
)

_DASH_BEFORE_A_LIST = re.compile(r"(?<=[^\W_])(?:\s+[-–—]|\s*:\s*[-–—]+)\s*$")
_LISTED = re.compile(r"\s*(?:[-–—•*]\s|\(?[a-zA-Z\d]{1,4}[.)]\s?)")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$|\w/$")
_FIRST_WORD = re.compile(r"(\s*)([^\W\d_]+)(\S*)\s*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEP_HYPHEN = frozenset([
    "all", "anti", "child", "co", "community", "cross", "decision", "evidence", "ex", "follow", "gender",
    "high", "human", "inter", "intra", "life", "long", "low", "mid", "multi", "near", "non", "off",
    "eighty", "fifty", "forty", "ninety", "seventy", "sixty", "thirty", "twenty",
    "people", "post", "pre", "pro", "rights", "self", "semi", "short", "so", "socio", "sub", "third",
    "under", "vice", "well",
])  # fmt: skip


def cleaned(text: str) -> tuple[list[Raw], list[Finding]]:
    """Give the lines of a text without margin numbers, page furniture, Markdown marks and broken words.

    What was left out is said in a finding. Time grows with the length of the text alone.
    """
    too_long = len(text) > LONGEST_READ
    lines = _split(text[:LONGEST_READ])
    if len(lines) > MOST_LINES:
        lines, too_long = lines[:MOST_LINES], True
    lines = _without_marks(without_notes(_without_margin(_without_quotes(lines))))
    lines, findings = without_furniture(unfolded(lines))
    if too_long:
        values = {"limit": LONGEST_READ, "lines": MOST_LINES}
        findings.append(Finding("too_long_text", "error", values=values))
    return _with_colons(_rejoined(lines)), findings


def _with_colons(lines: list[Raw]) -> list[Raw]:
    """Put a colon for the dash that some set before a list."""
    written = [line for line in lines if line.bare]
    announcing = {
        id(line)
        for line, below in pairwise(written)
        if _DASH_BEFORE_A_LIST.search(line.text) and _LISTED.match(below.text)
    }
    return [
        replace(line, text=_DASH_BEFORE_A_LIST.sub(":", line.text)) if id(line) in announcing else line
        for line in lines
    ]


def printable(text: str) -> str:
    """Give a text without characters that cannot be printed; ligatures and figures like "ⅳ" do not stay."""
    text = _LEFT_OUT.sub("", text.replace("\u00a0", " ").replace("\u202f", " "))
    return text.translate(_LIGATURES)


def _split(text: str) -> list[Raw]:
    text = _SOFT_BREAK.sub("", text).replace("\t", "    ")
    pages = _PAGE_END.sub("\n\x0c\n", printable(text))
    number, lines = 1, []
    for line in re.split(r"\r\n|[\n\r\x0b\x85\u2028\u2029]", pages):
        lines.append(Raw(number, line.replace("\x0c", "") if line != "\x0c" else line))
        number += line != "\x0c"
    return lines


def _without_quotes(lines: list[Raw]) -> list[Raw]:
    """Take off the marks that a mail program sets before each line that is quoted."""
    written = [line for line in lines if line.bare]
    if 2 * sum(line.bare.startswith(">") for line in written) < len(written) or not written:
        return lines
    return [replace(line, text=_QUOTED.sub("", line.text)) for line in lines]


def _without_margin(lines: list[Raw]) -> list[Raw]:
    """Take off numbers that count the lines in the margin: each line, or every fifth."""
    written = [line for line in lines if line.bare]
    counted = [(line, int(match[1])) for line in written if (match := _MARGIN.match(line.text))]
    if not _counts_each(counted, len(written)) and not _counts_fifths(counted, written):
        return lines
    numbered = {id(line) for line, _ in counted}
    return [
        replace(line, text=_MARGIN.sub(lambda found: " " * len(found[0]), line.text, count=1))
        if id(line) in numbered
        else line
        for line in lines
    ]


def _counts_each(counted: list[tuple[Raw, int]], written: int) -> bool:
    steps = [b - a for (_, a), (_, b) in pairwise(counted)]
    if len(counted) == written >= 3 and counted[0][1] == 1 and set(steps) == {1}:
        return True  # a short text with each of its lines counted
    return len(counted) >= 5 and len(counted) > 0.6 * written and steps.count(1) >= 0.8 * len(steps)


def _counts_fifths(counted: list[tuple[Raw, int]], written: list[Raw]) -> bool:
    """5, 10, 15, each five lines below the one before, with or without empty lines."""
    place = {id(line): at for at, line in enumerate(written)}
    steps = [b - a for (_, a), (_, b) in pairwise(counted)]
    raw = [b.number - a.number for (a, _), (b, _) in pairwise(counted)]
    filled = [place[id(b)] - place[id(a)] for (a, _), (b, _) in pairwise(counted)]
    near = any(all(3 < step < 8 for step in apart) for apart in (raw, filled))
    return len(counted) >= 3 and set(steps) == {5} and counted[0][1] == 5 and near


def _without_marks(lines: list[Raw]) -> list[Raw]:
    """Take off the marks of Markdown where the text shows that it is Markdown."""
    if sum(bool(_MARKED_DOWN.match(line.text)) for line in lines) < 2:
        return lines
    return [replace(line, text=_unmarked(line.text)) for line in lines]


def _unmarked(text: str) -> str:
    text = re.sub(r"^(\s*)(?:#{1,6}|>)\s+", r"\1", text)
    text = _TAGS.sub("", text)
    for _ in range(2):
        text = _EMPHASIS.sub(lambda m: m[2] if m[1] == m[3][::-1] else m[0], text)
    text = re.sub(r"^(\s*(?:-{3,}|\*{3,}|_{3,})\s*)$", "", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!])", r"\1", text).removesuffix("\\")


def _rejoined(lines: list[Raw]) -> list[Raw]:
    """Put together words that were broken at the end of a line, at a hyphen or behind a stroke."""
    if not any(_BROKEN.search(line.text.rstrip()) for line in lines):
        return lines
    known = {word.casefold() for line in lines for word in _WORDS.findall(line.text)}
    joined = list(lines)
    for at in range(len(joined) - 1):
        head, rest = joined[at].text.rstrip(), _FIRST_WORD.match(joined[at + 1].text)
        broken = _BROKEN.search(head)
        if broken and rest:
            if (
                rest[2][0].islower()
                and broken[1] is not None
                and not _keeps_hyphen(broken[1], rest[2], known)
            ):
                head = head[:-1]
            joined[at] = replace(joined[at], text=head + rest[2] + rest[3])
            behind = joined[at + 1].text[rest.end() :]
            joined[at + 1] = replace(joined[at + 1], text=rest[1] + behind if behind else "")
    return [line for line, before in zip(joined, lines, strict=True) if line.bare or not before.bare]


def _keeps_hyphen(first: str, second: str, known: set[str]) -> bool:
    first, second = first.casefold(), second.casefold()
    if first + second in known:
        return False
    return f"{first}-{second}" in known or first in _KEEP_HYPHEN
