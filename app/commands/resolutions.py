"""What `placard resolution read|check|render FILE` prints: text or JSON, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.papers.files import Form, heading_of, read_resolution_at, written
from resolutions.checking import Paper, Terms, check
from resolutions.document import Document
from resolutions.findings import Finding, sentence
from resolutions.reading import ReadResolution
from resolutions.reading.contract import findings_to_json, to_json, where
from resolutions.rendering.text import render_text
from resolutions.rendering.words import WORDS

_MARKS = {"error": "!!", "warn": "! ", "info": "  "}
_SAID_BY_THE_CHECK = ("L05", "L07", "L10", "L12")  # reading notices them too


def read_command(path: Path, as_json: bool) -> tuple[int, str]:
    """The exit code and what is printed of the resolution at `path`: its tree and what was noticed.

    A text that is no resolution gives JSON that says so and 0, or without `as_json` its sentence and 2.
    """
    found = read_resolution_at(path)
    if as_json:
        return 0, _dumped(to_json(found))
    if found.document is None:
        return 2, _sentences(found.findings)
    text = render_text(found.document, heading_of(found), words=WORDS[found.language])
    return 0, "\n".join([text, *_listed((*found.findings, *found.form), found.document)])


def check_command(path: Path, as_json: bool, terms: Terms) -> tuple[int, str]:
    """The exit code and the findings of the paper at `path`; a paper with findings still gives 0."""
    found = read_resolution_at(path)
    findings = _all_findings(found, terms)
    if as_json:
        return 0, _dumped(
            {"language": found.language, "findings": findings_to_json(findings, found.document)}
        )
    if found.document is None:
        return 2, _sentences(found.findings)
    return 0, "\n".join(_listed(findings, found.document)) or "Nothing was found against this paper."


def render_command(path: Path, form: Form, line_numbers: bool) -> tuple[int, bytes]:
    """The exit code and the file that the resolution at `path` becomes, or its sentence when it is none."""
    found = read_resolution_at(path)
    if found.document is None:
        return 2, _sentences(found.findings).encode()
    now = datetime.now(UTC)
    return 0, written(found.document, heading_of(found), form, now, line_numbers, found.language)


def _all_findings(found: ReadResolution, terms: Terms) -> tuple[Finding, ...]:
    if found.document is None:
        return found.findings
    paper = Paper(found.document, found.committee, found.symbol, found.sponsors, found.signatories)
    of_reading = tuple(f for f in found.findings if f.code not in _SAID_BY_THE_CHECK)
    return (*of_reading, *found.form, *check(paper, replace(terms, language=found.language)))


def _sentences(findings: Iterable[Finding]) -> str:
    return " ".join(sentence(finding) for finding in findings)


def _listed(findings: Iterable[Finding], document: Document | None) -> Iterator[str]:
    for finding in findings:
        offered = " (one press puts it right)" if finding.fix else ""
        place = where(finding, document)
        said = sentence(finding)
        named = f"{place}: " if place and place not in said.casefold() else ""
        yield f"{_MARKS[finding.severity]} {finding.code:12} {named}{said}{offered}"


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode()
