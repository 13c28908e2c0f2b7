"""Understands a guide: lines become committee, topics, stakeholders with positions, and findings.

Pure, in linear time, and it never raises: what is doubtful becomes a finding with the line of the source.
The work is done by small modules: rows and furniture (what is text), headings (what is a chapter),
layouts (where a position begins; one recogniser per layout), positions (the walk), then references,
citations, instruments, questions, chapters, topics and the cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from delegations.said import N_, Said
from delegations.study_guides.guide import Finding, StudyGuide
from delegations.study_guides.reading.lines import GuideText
from delegations.study_guides.understanding import chapters, citations, cover
from delegations.study_guides.understanding.headings import headings
from delegations.study_guides.understanding.instruments import instruments
from delegations.study_guides.understanding.joining import Vocabulary
from delegations.study_guides.understanding.positions import collect
from delegations.study_guides.understanding.questions import questions
from delegations.study_guides.understanding.references import references
from delegations.study_guides.understanding.rows import Row, prepare
from delegations.study_guides.understanding.stakeholders import Sources, as_listed, stakeholders
from delegations.study_guides.understanding.topics import topics

__all__ = ["understand"]

_LONGEST_QUOTE = 60


def understand(text: GuideText) -> StudyGuide:
    """Return what the guide says, best guess first, with findings for all that a person should check."""
    rows = prepare(text)
    found = headings(rows)
    vocabulary = Vocabulary.of(row.text for row in rows)
    walk, chapter = collect(rows, found)
    listed = references(rows, found, walk.notes)
    sources = Sources(citations.parsed(listed), citations.acronyms(row.text for row in rows))
    people, findings = stakeholders(walk.drafts, sources, vocabulary)
    agenda = topics(rows, found)
    people = as_listed(people, agenda.topics)
    guide = StudyGuide(
        committee=(name := cover.committee(rows)),
        organization=cover.organization(rows, name),
        topics=agenda.topics if people or agenda.how != "title" else (),
        stakeholders=people,
        sections=chapters.sections(rows, found, vocabulary),
        instruments=instruments(rows, found),
        questions=questions(rows, found),
        references=listed,
    )
    return _with_findings(
        guide,
        [
            *text.findings,
            *_about(guide, chapter=chapter, labelled=agenda.how == "labelled"),
            *_lost(walk.lost),
            *_untold(walk.untold),
            *findings,
        ],
    )


def _with_findings(guide: StudyGuide, findings: Sequence[Finding]) -> StudyGuide:
    ordered = tuple(sorted(findings, key=lambda finding: finding.line))
    return StudyGuide(
        guide.committee,
        guide.organization,
        guide.topics,
        guide.stakeholders,
        guide.sections,
        guide.instruments,
        guide.questions,
        guide.references,
        ordered,
    )


def _about(guide: StudyGuide, *, chapter: bool, labelled: bool) -> list[Finding]:
    found: list[Finding] = []
    if not guide.stakeholders:
        found.append(Finding("error", 0, NO_POSITIONS))
    elif not any(one.kind in ("country", "countries") for one in guide.stakeholders):
        found.append(
            Finding("info", 0, N_("The guide gives no positions of single countries; none were invented."))
        )
    if guide.stakeholders and not chapter:
        found.append(Finding("warn", guide.stakeholders[0].line, NO_CHAPTER))
    if not guide.committee:
        found.append(Finding("warn", 1, N_("Not found: the name of the committee.")))
    if not guide.topics:
        found.append(Finding("warn", 1, N_("Not found: the topic.")))
    elif not labelled and guide.topics:
        found.append(Finding("info", 1, Said(TOPIC_INFERRED, topic=guide.topics[0])))
    found.extend(_in_several_blocs(guide))
    return found


def _lost(rows: Sequence[Row]) -> Iterator[Finding]:
    for row in rows:
        yield Finding("warn", row.number, Said(LOST, name=row.text))


def _untold(rows: Sequence[Row]) -> Iterator[Finding]:
    for row in rows:
        yield Finding("warn", row.number, Said(UNTOLD, beginning=f"{row.text[:_LONGEST_QUOTE].rstrip()} …"))


def _in_several_blocs(guide: StudyGuide) -> Iterator[Finding]:
    blocs: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    for one in guide.stakeholders:
        for name in one.member_names if one.kind == "bloc" else ():
            blocs.setdefault(name, []).append(one.display_name)
            lines[name] = one.line
    for name, several in blocs.items():
        if len(several) > 1:
            yield Finding("info", lines[name], Said(SEVERAL_BLOCS, name=name, blocs=", ".join(several)))


TOPIC_INFERRED = N_("Inferred: the topic “{topic}”, because no line is labelled so.")
LOST = N_("Ambiguous: “{name}” among the positions names nobody known; its text was left out.")
UNTOLD = N_("Ambiguous: whose position the paragraph “{beginning}” is cannot be told; it was left out.")
SEVERAL_BLOCS = N_("{name} stands in more than one bloc: {blocs}.")
NO_CHAPTER = N_("Inferred: no chapter of positions was found; headings that name states were taken instead.")
NO_POSITIONS = N_("Not found: this text has no stakeholder positions.")
