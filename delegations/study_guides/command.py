"""What `placard guide FILE` prints: a guide as JSON, as a readable summary, or one sentence why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from delegations.library import ARTICLE, is_article
from delegations.study_guides.guide import Finding, StudyGuide, to_json
from delegations.study_guides.limits import read_limited
from delegations.study_guides.reading import GuideText, Unreadable
from delegations.study_guides.reading.lines import MAX_BYTES
from delegations.study_guides.understanding import understand

_MARKS = {"error": "!!", "warn": "! ", "info": "  "}


def guide_command(path: Path, as_json: bool) -> tuple[int, str]:
    """Return the exit code and what is printed for the guide at `path`.

    0 with JSON or a summary; 2 with one sentence when there is no such file, it cannot be read, or (without
    `as_json`) it is an article and no guide. With `as_json` an article gives JSON without stakeholders and
    the sentence as a finding.
    """
    try:
        text = read_path(path)
    except Unreadable as refusal:
        return 2, refusal.sentence()
    except IsADirectoryError:
        return 2, f"{path.name or path} is a folder; name a file."
    except FileNotFoundError:
        return 2, f"There is no file {_shown(path)}."
    except (OSError, ValueError):
        return 2, f"The file {_shown(path)} cannot be opened."
    guide = understand(text)
    if as_json:
        return 0, json.dumps(_whole(guide), ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()
    return (2, ARTICLE) if is_article(guide) else (0, "\n".join(summary(guide)))


def read_path(path: Path) -> GuideText:
    """Return the lines of the file at `path`, read under limits.

    Raises Unreadable, OSError. No more than the greatest allowed size is taken into memory.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        # A pipe or a device may never end.
        raise OSError(str(path))
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        megabytes = max(-(-path.stat().st_size // 2**20), MAX_BYTES // 2**20 + 1)
        raise Unreadable("too-big", megabytes=megabytes, limit=MAX_BYTES // 2**20)
    return read_limited(data, path.name)


def summary(guide: StudyGuide) -> Iterator[str]:
    """Yield the lines of a readable summary: committee, topics, stakeholders, counts, findings."""
    yield f"Committee:    {guide.committee or '(not found)'}"
    yield f"Organization: {guide.organization or '(not found)'}"
    for topic in guide.topics or ("(not found)",):
        yield f"Topic:        {topic}"
    yield ""
    yield from _stakeholders(guide)
    asked = len(guide.questions.guiding) + len(guide.questions.critical)
    yield ""
    yield (
        f"{len(guide.stakeholders)} stakeholders, {len(guide.sections)} chapters, {len(guide.instruments)} "
        f"instruments, {asked} questions, {len(guide.references)} references"
    )
    if guide.findings:
        yield ""
        yield "To check:"
        yield from (_finding(finding) for finding in guide.findings)


def _whole(guide: StudyGuide) -> dict[str, object]:
    plain = to_json(guide)
    if is_article(guide):
        plain["findings"].insert(0, {"severity": "error", "line": 0, "text": ARTICLE})
    return plain


def _stakeholders(guide: StudyGuide) -> Iterator[str]:
    width = min(max((len(one.display_name) for one in guide.stakeholders), default=0), 44)
    for number, one in enumerate(guide.stakeholders, start=1):
        words = len(one.position.split())
        code = one.iso2 or "--"
        name = one.display_name[:44].ljust(width)
        yield f"{number:3}  {code}  {name}  {one.kind:12}  {words:4} words  line {one.line}"


def _finding(finding: Finding) -> str:
    place = f"line {finding.line}: " if finding.line else ""
    return f"{_MARKS[finding.severity]} {place}{finding.text}"


def _shown(path: Path) -> str:
    return str(path).replace("\x00", "").replace("\n", " ")[:200]
