"""The contract: a read resolution as plain data for JSON, nested as it is printed."""

from collections.abc import Iterable
from typing import Any

from resolutions.document import Document, clause_at
from resolutions.findings import Finding, sentence
from resolutions.fixes import fixes_to_json
from resolutions.prose import address
from resolutions.reading import ReadResolution
from resolutions.rendering.layout import LaidOut, laid_out


def to_json(found: ReadResolution) -> dict[str, Any]:
    """Give what was read as plain data.

    Keys: ``title``, ``body`` (the organ that speaks, else the committee), ``preambular`` and ``operative``
    (each with ``opening``, ``text`` without the opening, ``subclauses``, ``text_after``; operative ones with
    ``number``, sub-clauses with ``label``; all with ``uid``), ``sponsors``, ``signatories``, ``findings``;
    beyond that ``committee``, ``symbol``, ``language`` and ``form`` (what the layout puts right).
    No text holds its closing mark, no opening the comma before an insertion. A text that is no resolution
    gives empty lists and a finding.
    """
    clauses = laid_out(found.document) if found.document else ()
    organ = found.document.organ if found.document else ""
    return {
        "title": found.title,
        "body": organ or found.committee,
        "committee": found.committee,
        "symbol": found.symbol,
        "language": found.language,
        "sponsors": list(found.sponsors),
        "signatories": list(found.signatories),
        "preambular": [_clause(c) for c in clauses if c.part == "preambular"],
        "operative": [_clause(c) for c in clauses if c.part == "operative"],
        "findings": findings_to_json(found.findings, found.document),
        "form": findings_to_json(found.form, found.document),
    }


def findings_to_json(findings: Iterable[Finding], document: Document | None = None) -> list[dict[str, Any]]:
    """Give findings as plain data: rule, severity, line, uid and name of the clause, sentence, and the fix.

    ``document`` is the one that they are about, None where there is none; the name is then empty.
    """
    return [
        {
            "rule": f.code,
            "severity": f.severity,
            "line": f.line,
            "clause": f.uid,
            "where": where(f, document),
            "sentence": sentence(f),
            **({"rest": f.values["rest"]} if "rest" in f.values else {}),
            "fix": fixes_to_json(f.fix),
        }
        for f in findings
    ]


def where(finding: Finding, document: Document | None) -> str:
    """Name the clause of a finding as in speech, "operative paragraph 2 (a)"; empty where it has none."""
    if document is None or not finding.uid or clause_at(document, finding.uid) is None:
        return ""
    return address(document, finding.uid).said()


def _clause(clause: LaidOut) -> dict[str, Any]:
    if clause.level > 1:
        place: dict[str, Any] = {"label": clause.number}
    elif clause.part == "operative":
        place = {"number": int(clause.number.rstrip(".")), "opening": clause.opening.rstrip(",")}
    else:
        place = {"opening": clause.opening.rstrip(",")}
    return {
        **place,
        "text": clause.text,
        "subclauses": [_clause(below) for below in clause.children],
        "text_after": clause.text_after,
        "uid": clause.uid,
    }
