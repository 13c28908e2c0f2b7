"""Makes stakeholders of drafts: merges, joins texts, resolves citations, and says what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from delegations.countries import CountryMatch
from delegations.names import fold, without_foreign_article
from delegations.organizations import body_kind
from delegations.said import Said
from delegations.study_guides.guide import (
    Citation,
    Finding,
    Stakeholder,
    StakeholderKind,
    TopicPosition,
)
from delegations.study_guides.understanding import citations, doubts
from delegations.study_guides.understanding.drafts import Draft
from delegations.study_guides.understanding.garbled import garbled_sentence
from delegations.study_guides.understanding.joining import Vocabulary, ends_sentence, join
from delegations.study_guides.understanding.naming import display_name
from delegations.study_guides.understanding.persons import name_of_person


@dataclass(frozen=True, slots=True)
class Sources:
    """The guide's reference list, and the acronyms that it explains."""

    entries: Sequence[citations.Reference] = ()
    acronyms: dict[str, str] = field(default_factory=dict)


def stakeholders(
    drafts: Sequence[Draft], sources: Sources, vocabulary: Vocabulary
) -> tuple[tuple[Stakeholder, ...], list[Finding]]:
    """Return one stakeholder for each who holds a position, in the order of the guide, and the findings.

    Drafts of the same name on several topics become one stakeholder with several positions; a name
    without text that stands again with one is a list of contents and goes.
    """
    grouped: dict[str, list[Draft]] = {}
    for draft in drafts:
        grouped.setdefault(draft.key, []).append(draft)
    result: list[Stakeholder] = []
    findings: list[Finding] = []
    for group in grouped.values():
        one = _one([d for d in group if d.words] or group[:1], sources, vocabulary)
        result.append(one)
        findings.extend(_doubts(one, group, sources))
    result.sort(key=lambda one: one.line)
    return tuple(result), findings


def as_listed(people: Sequence[Stakeholder], topics: Sequence[str]) -> tuple[Stakeholder, ...]:
    """Return the stakeholders with the topics of their positions written as the guide's list writes them."""
    written = {fold(topic): topic for topic in topics}
    return tuple(
        replace(
            one,
            positions=tuple(
                replace(position, topic=written.get(fold(position.topic), position.topic))
                for position in one.positions
            ),
        )
        for one in people
    )


def _one(group: Sequence[Draft], sources: Sources, vocabulary: Vocabulary) -> Stakeholder:
    first = group[0]
    positions = tuple(
        TopicPosition(draft.topic, join(draft.pieces, vocabulary), draft.row.page, draft.row.number)
        for draft in group
    )
    cited = citations.in_text(" ".join(position.text for position in positions))
    resolved = citations.resolve(cited, sources.entries, sources.acronyms)
    matches = first.start.matches
    members = _members(group)
    return Stakeholder(
        name_as_printed=first.start.printed,
        display_name=_display(first),
        kind=_kind(first, members),
        iso2=matches[0].iso2 if len(matches) == 1 else None,
        positions=positions,
        members=tuple(match.iso2 or match.display or match.name for match in members),
        member_names=tuple(match.display or match.name for match in members),
        sources=resolved,
        page=first.row.page,
        line=first.row.number,
        confidence=first.start.confidence,
    )


def _kind(draft: Draft, members: Sequence[CountryMatch]) -> StakeholderKind:
    # An organisation that the guide lists with its members sits in the room as a bloc of them.
    return "bloc" if draft.start.kind == "organization" and members else draft.start.kind


def _display(draft: Draft) -> str:
    matches = draft.start.matches
    if len(matches) == 1:
        return matches[0].display or draft.start.printed
    if matches:
        return draft.start.printed
    if draft.start.kind == "person":
        return display_name(name_of_person(draft.start.printed))
    name = display_name(draft.start.printed)
    return without_foreign_article(name) if body_kind(name) else name  # "La Via Campesina" is called so


def _members(group: Sequence[Draft]) -> tuple[CountryMatch, ...]:
    listed = [m for d in group for m in ((*d.start.matches,) if len(d.start.matches) > 1 else d.members)]
    return tuple({match.display or match.name: match for match in listed}.values())


def _doubts(one: Stakeholder, group: Sequence[Draft], sources: Sources) -> Iterator[Finding]:
    name = one.display_name
    first = next((draft for draft in group if draft.words), group[0])
    yield from _about_name(one, first)
    yield from _about_text(one, name)
    topics = [draft.topic for draft in group if draft.words]
    if len(topics) > len(set(topics)):
        yield Finding("info", one.line, Said(doubts.TWICE, name=name))
    for source in one.sources:
        if source.reference is None:
            yield Finding("warn", one.line, _unresolved(source, name, sources))


def _about_name(one: Stakeholder, draft: Draft) -> Iterator[Finding]:
    matches = draft.start.matches
    for match in matches:
        if match.iso2 is None and match.suggestions:
            how = doubts.AMBIGUOUS if match.how == "ambiguous" else doubts.NO_STATE
            meant = " / ".join(match.suggestions)
            yield Finding("warn", one.line, Said(how, name=match.name, meant=meant))
    if len(draft.pieces) > 8 and draft.words < 1.5 * len(draft.pieces):
        yield Finding("info", one.line, Said(doubts.ONE_WORD, name=one.display_name))
    if draft.start.confidence == "inferred":
        where = doubts.WITHIN if draft.start.layout == "run together" else doubts.HERE
        yield Finding("info", one.line, Said(where, name=one.display_name))
    for member, name in zip(one.members, one.member_names, strict=True):
        if member == name and not any(member == m.display for m in (*matches, *draft.members)):
            yield Finding("warn", one.line, Said(doubts.MEMBER, name=member, bloc=one.display_name))


def _about_text(one: Stakeholder, name: str) -> Iterator[Finding]:
    for position in one.positions:
        if not position.text:
            if not one.members:
                yield Finding("warn", position.line, Said(doubts.NO_TEXT, name=name))
            continue
        if garbled_sentence(position.text):
            yield Finding("warn", position.line, Said(doubts.GARBLED, name=name))
        if not ends_sentence(position.text):
            yield Finding("info", position.line, Said(doubts.CUT, name=name))


def _unresolved(source: Citation, name: str, sources: Sources) -> str:
    years = citations.other_years(source.text, sources.entries, sources.acronyms)
    if years:
        return Said(doubts.OTHER_YEARS, name=name, cited=source.text, years=", ".join(years))
    return Said(doubts.NOT_LISTED, name=name, cited=source.text)
