"""The head of a pasted resolution: title, names, and the line of the organ that speaks."""

import re
from dataclasses import dataclass, replace

from resolutions.document import LONGEST_TEXT
from resolutions.line_forms import Line
from resolutions.phrases import part_opened
from resolutions.wording import tidy, without_closing_mark

_LABELS = (
    ("title", re.compile(r"(?:title|topic|subject|agenda item|question(?: of)?)\s*:\s*", re.IGNORECASE)),
    (
        "sponsors",
        re.compile(r"(?:main |co-?)?(?:sponsor|submitter|author)(?:s|\(s\))?\s*:\s*", re.IGNORECASE),
    ),
    ("signatories", re.compile(r"signator(?:y|ies|y\(ies\))\s*:\s*", re.IGNORECASE)),
    ("other", re.compile(r"(?:committee|forum|organ|code|symbol|document|date)\s*:\s*", re.IGNORECASE)),
    ("other", re.compile(r"(?:draft resolution|working paper|resolution)\b[\s\w./:-]{0,40}$", re.IGNORECASE)),
)

_LONGEST_NAMES = 4_000  # characters of one line of names


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head says; empty where it is silent."""

    title: str = ""
    organ: str = ""
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()


def read_heading(lines: tuple[Line, ...]) -> tuple[Heading, tuple[Line, ...]]:
    """Split a text into its head and the lines of its body, which begin at the first clause."""
    heading = Heading()
    plain: list[str] = []
    for at, line in enumerate(lines):
        label, value = _labelled(line)
        if label == "title":
            heading = replace(heading, title=heading.title or value)
        elif label == "sponsors":
            heading = replace(heading, sponsors=(*heading.sponsors, *_names(value)))
        elif label == "signatories":
            heading = replace(heading, signatories=(*heading.signatories, *_names(value)))
        elif label is None and _opens_body(line):
            return _with_plain(heading, plain), lines[at:]
        elif label is None and line.words:
            plain.append(line.words)
    return _with_plain(heading, plain), ()


def _labelled(line: Line) -> tuple[str | None, str]:
    for label, form in _LABELS:
        if match := form.match(line.words):
            return label, line.words[match.end() :].strip()
    return None, ""


def _opens_body(line: Line) -> bool:
    if line.wrap == "number":
        return line.marker == "1"
    return part_opened(line.words) is not None


def _with_plain(heading: Heading, plain: list[str]) -> Heading:
    organ = ""
    if plain and (plain[-1].endswith(",") or plain[-1].startswith("The ") or heading.title):
        organ = without_closing_mark(plain.pop())
    title = heading.title or (plain[0] if plain else "")
    return replace(heading, title=" ".join(title.split())[:LONGEST_TEXT], organ=tidy(organ)[:LONGEST_TEXT])


def _names(value: str) -> tuple[str, ...]:
    value = value[:_LONGEST_NAMES]
    parts = value.split(";") if ";" in value else re.split(r",|\band\b(?=[^,]*$)", value)
    return tuple(name for part in parts if (name := " ".join(part.split()).rstrip(".")))
