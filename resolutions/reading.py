"""Reading: pasted plain text of a resolution becomes a document, its names and findings; it never fails."""

from collections.abc import Callable
from dataclasses import dataclass

from resolutions.document import (
    LONGEST_OPENING,
    LONGEST_TEXT,
    MOST_CLAUSES,
    Clause,
    Document,
    arranged,
    key_between,
)
from resolutions.findings import Finding
from resolutions.heading import Heading, read_heading
from resolutions.line_forms import LONGEST_READ, lines_of
from resolutions.paragraphs import Read, read_clauses
from resolutions.phrases import split_opening
from resolutions.wording import tidy


@dataclass(frozen=True, slots=True)
class ReadResolution:
    """What was read: the document (None when the text is no resolution), names, and what was noticed."""

    document: Document | None
    title: str = ""
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(text: str, new_uid: Callable[[int], str] = "c{}".format) -> ReadResolution:
    """Read a resolution from plain text with numbered, lettered, roman or bulleted clauses.

    Args:
        text: what was pasted; numbers in it decide the tree and are then computed anew.
        new_uid: gives the uid of the n-th clause, counting from one.

    Returns:
        The best tree there is with findings. ``read(render_text(d))`` gives ``d`` back (but for uids) when
        its paragraphs open with known phrases.
    """
    heading, body = read_heading(lines_of(text))
    clauses, findings = read_clauses(body)
    known = [c for c in clauses if c.level == 1 and split_opening(c.words, c.part)[0]]
    if not known or 2 * len(known) < sum(c.level == 1 for c in clauses):
        return ReadResolution(None, findings=(Finding("no_resolution", "error"),))
    if len(text) > LONGEST_READ:
        findings.append(Finding("too_long_text", "error", values={"limit": LONGEST_READ}))
    if len(clauses) > MOST_CLAUSES:
        findings.append(Finding("too_many_clauses", "error", values={"limit": MOST_CLAUSES}))
    made = _made(clauses[:MOST_CLAUSES], new_uid)
    document = Document(heading.title, heading.organ, tuple(made))
    findings += [*_about(heading), *_openings(clauses[:MOST_CLAUSES], made)]
    return ReadResolution(
        arranged(document), heading.title, heading.sponsors, heading.signatories, tuple(findings)
    )


def _made(clauses: list[Read], new_uid: Callable[[int], str]) -> list[Clause]:
    made: list[Clause] = []
    line: list[Clause] = []  # the clause read last on each level
    keys: dict[tuple[str | None, str], str] = {}
    for number, found in enumerate(clauses, start=1):
        del line[found.level - 1 :]
        parent = line[-1].uid if line else None
        kind = "sub" if parent else found.part
        group = (parent, kind)
        keys[group] = key_between(keys.get(group), None)
        opening, text = split_opening(found.words, found.part) if parent is None else ("", found.words)
        clause = Clause(
            new_uid(number),
            "sub" if parent else found.part,
            parent,
            keys[group],
            tidy(opening)[:LONGEST_OPENING],
            tidy(text)[:LONGEST_TEXT],
            tidy(found.after)[:LONGEST_TEXT],
        )
        line.append(clause)
        made.append(clause)
    return made


def _about(heading: Heading) -> list[Finding]:
    return [] if heading.organ else [Finding("no_organ", "warn")]


def _openings(clauses: list[Read], made: list[Clause]) -> list[Finding]:
    findings = []
    for found, clause in zip(clauses, made, strict=True):
        if len(tidy(found.words)) > LONGEST_TEXT:
            findings.append(Finding("clause_too_long", "error", found.line, clause.uid))
        if clause.parent is None and not clause.opening:
            rule = "L07" if found.part == "preambular" else "L12"
            words = " ".join(clause.text.split()[:3])
            findings.append(Finding(rule, "warn", found.line, clause.uid, {"words": words}))
    kinds = {c.kind for c in made}
    if "operative" not in kinds:
        findings.append(Finding("L10", "error"))
    if "preambular" not in kinds:
        findings.append(Finding("L10p", "warn"))
    return findings
