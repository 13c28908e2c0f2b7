"""The review of a guide: every field that was understood, how sure it is, and what the organizer made of it.

What stands in the guide word for word is published as it is; what was inferred is for the dais alone until
somebody confirms it, and what was rejected goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.preparing.preparation import Preparation, Reviewed
from delegations.countries import find
from delegations.study_guides.guide import Finding, Questions, Stakeholder, StudyGuide, TopicPosition

Sure = Literal["word for word", "inferred", "ambiguous", "not found"]
Kind = Literal["committee", "topic", "name", "position", "question", "instrument"]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that was understood: `value` as it stands now, with the page and line of its source.

    `about` is what a position is about, where the guide has several topics; `reviewed` is None until the
    organizer has said something.
    """

    id: str
    kind: Kind
    value: str
    sure: Sure
    page: int = 0
    line: int = 0
    about: str = ""
    reviewed: Reviewed | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What is reviewed together: the committee ("guide"), or one stakeholder ("s0", "s1", ...).

    `findings` are those about its lines; `page` is where its source begins.
    """

    id: str
    title: str
    iso2: str
    kind: str
    fields: tuple[Field, ...]
    findings: tuple[Finding, ...]
    page: int
    line: int

    @property
    def left(self) -> int:
        """How many of its fields wait for a word of the organizer (a count)."""
        return sum(one.reviewed is None for one in self.fields)


def cards(preparation: Preparation) -> tuple[Card, ...]:
    """Everything that can be reviewed: the committee first, then the stakeholders as the guide has them."""
    guide = preparation.guide
    if guide is None:
        return ()
    return (_committee_card(preparation, guide), *_stakeholder_cards(preparation, guide))


def counted(found: Iterable[Card]) -> tuple[int, int]:
    """How many fields were reviewed, and of how many."""
    fields = [one for card in found for one in card.fields]
    return sum(one.reviewed is not None for one in fields), len(fields)


def word_for_word(found: Iterable[Card]) -> tuple[str, ...]:
    """The ids of the fields that may be accepted all at once: found word for word, and not yet reviewed."""
    fields = (one for card in found for one in card.fields)
    return tuple(one.id for one in fields if one.sure == "word for word" and one.reviewed is None)


def reviewed_guide(preparation: Preparation) -> StudyGuide:
    """The guide as the organizer's review leaves it; raises AssertionError where there is no guide.

    An accepted or edited field is confirmed, a rejected one is gone; a stakeholder whose name was rejected
    is gone with all its positions.
    """
    guide = preparation.guide
    assert guide is not None
    topics = [_value(preparation, f"topic.{n}", topic) for n, topic in enumerate(guide.topics)]
    return replace(
        guide,
        committee=_value(preparation, "committee", guide.committee) or "",
        topics=tuple(topic for topic in topics if topic),
        stakeholders=tuple(_stakeholders(preparation, guide)),
        questions=Questions(
            tuple(_kept(preparation, "guiding", guide.questions.guiding)),
            tuple(_kept(preparation, "critical", guide.questions.critical)),
        ),
        instruments=tuple(
            one
            for n, one in enumerate(guide.instruments)
            if _value(preparation, f"instrument.{n}", one.title) is not None
        ),
    )


def _committee_card(preparation: Preparation, guide: StudyGuide) -> Card:
    """The committee's own fields; questions and instruments with it."""
    given: list[Field] = []

    def field(id_: str, kind: Kind, value: str, line: int = 0, about: str = "") -> None:
        sure: Sure = "word for word" if value else "not found"
        given.append(_field(preparation, Field(id_, kind, value, sure, 1 if line == 0 else 0, line, about)))

    field("committee", "committee", guide.committee)
    for n, topic in enumerate(guide.topics):
        field(f"topic.{n}", "topic", topic)
    for about, asked in (("guiding", guide.questions.guiding), ("critical", guide.questions.critical)):
        for n, question in enumerate(asked):
            field(f"{about}.{n}", "question", question, about=about)
    for n, one in enumerate(guide.instruments):
        field(f"instrument.{n}", "instrument", " ".join(filter(None, (one.symbol, one.title))), one.line)
    first = min((one.line for one in guide.stakeholders), default=0)
    findings = tuple(f for f in guide.findings if not first or f.line < first)
    return Card("guide", guide.committee, "", "", tuple(given), findings, 1, 1)


def _stakeholder_cards(preparation: Preparation, guide: StudyGuide) -> Iterator[Card]:
    starts = [one.line for one in guide.stakeholders]
    for n, one in enumerate(guide.stakeholders):
        end = min((line for line in starts if line > one.line), default=10**9)
        alone = starts.count(one.line) == 1
        findings = tuple(
            finding
            for finding in guide.findings
            if one.line <= finding.line < end
            and finding.severity != "info"
            # where several begin in one line, only what names it is about it
            and (alone or one.display_name in finding.text)
        )
        sure: Sure = one.confidence if one.confidence != "confirmed" else "word for word"
        fields = [Field(f"s{n}.name", "name", one.display_name, sure, one.page, one.line)]
        for k, part in enumerate(one.positions):
            doubtful = sure if part.text else "not found"
            fields.append(
                Field(f"s{n}.position.{k}", "position", part.text, doubtful, part.page, part.line, part.topic)
            )
        if not one.positions:
            fields.append(Field(f"s{n}.position.0", "position", "", "not found", one.page, one.line))
        shown = tuple(_field(preparation, field) for field in fields)
        name = next(field.value for field in shown)
        yield Card(f"s{n}", name, one.iso2 or "", one.kind, shown, findings, one.page, one.line)


def _field(preparation: Preparation, field: Field) -> Field:
    """The field with what the organizer said of it."""
    reviewed = preparation.reviewed.get(field.id)
    if reviewed is None:
        return field
    value = reviewed.value if reviewed.mark == "edited" else field.value
    return replace(field, value=value, reviewed=reviewed)


def _value(preparation: Preparation, field_id: str, value: str) -> str | None:
    """What a field says after the review; None where it was rejected."""
    reviewed = preparation.reviewed.get(field_id)
    match reviewed:
        case None | Reviewed("accepted"):
            return value
        case Reviewed("rejected"):
            return None
        case Reviewed("edited", edited):
            return edited
    raise AssertionError(reviewed)


def _kept(preparation: Preparation, about: str, asked: Iterable[str]) -> Iterator[str]:
    for n, question in enumerate(asked):
        kept = _value(preparation, f"{about}.{n}", question)
        if kept:
            yield kept


def _stakeholders(preparation: Preparation, guide: StudyGuide) -> Iterator[Stakeholder]:
    for n, one in enumerate(guide.stakeholders):
        name = _value(preparation, f"s{n}.name", one.display_name)
        if name is None:
            continue
        kept = tuple(_positions(preparation, n, one))
        said = [preparation.reviewed.get(f"s{n}.position.{k}") for k in range(max(1, len(one.positions)))]
        confirmed = bool(kept) and all(said)
        changed = replace(one, positions=kept, confidence="confirmed" if confirmed else one.confidence)
        yield _renamed(changed, name) if name != one.display_name else changed


def _positions(preparation: Preparation, n: int, one: Stakeholder) -> Iterator[TopicPosition]:
    parts = one.positions or (TopicPosition("", "", one.page, one.line),)
    for k, part in enumerate(parts):
        text = _value(preparation, f"s{n}.position.{k}", part.text)
        if text:
            yield replace(part, text=text)


def _renamed(one: Stakeholder, name: str) -> Stakeholder:
    """A stakeholder under the name that the organizer gave it, found again among the countries."""
    match = find(name)
    if match.iso2 is None:
        return replace(one, display_name=name, iso2=None)
    return replace(one, display_name=match.display or name, iso2=match.iso2, kind="country")
