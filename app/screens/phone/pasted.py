"""A text that was sent for a working paper, as it was read: its tree, its doubts, what it would replace."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.procedure.act import Refusal
from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.screens.phone.texts import NOTHING, document_markup
from app.screens.shown import tongue
from app.words import refusal_sentence
from app.words.said_of_texts import finding_sentence
from resolutions.document import Document, to_json
from resolutions.findings import Finding
from resolutions.reading import ReadResolution


@dataclass(frozen=True, slots=True)
class PastedFinding:
    """What was noticed: how bad it is, and a sentence."""

    severity: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PastedText:
    """What was read; `document` is empty before anything was sent, or where it was no resolution.

    `replaces` counts the clauses of the paper that it would take the place of.
    """

    template: ClassVar[str] = "phone/pasted.html"
    coalesced: ClassVar[bool] = False

    committee: int
    key: str
    name: str
    version: int
    replaces: int
    why: str
    was_read: bool
    text: Markup
    document: str
    clauses: int
    findings: tuple[PastedFinding, ...]
    form: tuple[PastedFinding, ...]


def pasted_view(
    directory: Directory,
    paper: Paper,
    text: Document,
    version: int,
    found: ReadResolution | None,
    against: Refusal | None = None,
) -> PastedText:
    """The page of a text for `paper`, whose own text is `text` in `version`; `found` is what was read.

    `against` is what keeps the viewer from sending one.
    """
    document = found.document if found else None
    return PastedText(
        committee=directory.committee,
        key=paper.key,
        name=paper.name,
        version=version,
        replaces=len(text.clauses),
        why=refusal_sentence(against, directory.short_names, tongue(directory)) if against else "",
        was_read=found is not None,
        text=document_markup(document) if document else NOTHING,
        document=json.dumps(to_json(document), ensure_ascii=False) if document else "",
        clauses=len(document.clauses) if document else 0,
        findings=noticed(directory, found.findings if found else ()),
        form=noticed(directory, found.form if found else ()),
    )


def noticed(directory: Directory, found: Iterable[Finding]) -> tuple[PastedFinding, ...]:
    """Findings in the reader's language."""
    speak = tongue(directory)
    return tuple(PastedFinding(one.severity, finding_sentence(one, speak)) for one in found)
