"""Profiles: what a delegation is given to read: position, sources, instruments, chapters, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from delegations.mentions import bodies_in, countries_in
from delegations.names import fold
from delegations.roster import Delegation, delegations_of
from delegations.study_guides.guide import (
    Citation,
    Instrument,
    Section,
    Stakeholder,
    StudyGuide,
    TopicPosition,
)

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(A-Z0-9])")
_TWO_LINES = 180


@dataclass(frozen=True, slots=True)
class Mention:
    """A chapter that speaks of the delegation, and the line of the guide where it begins."""

    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What the guide gives one delegation; `questions` puts those first that name it.

    `doubtful` are positions that were inferred and not confirmed by a person: for the dais alone, and nothing
    else here tells of them.
    """

    delegation: str
    name_as_printed: str
    positions: tuple[TopicPosition, ...] = ()
    citations: tuple[Citation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    sections: tuple[Mention, ...] = ()
    questions: tuple[str, ...] = ()
    shared_with: tuple[str, ...] = ()
    page: int = 0
    line: int = 0
    doubtful: tuple[TopicPosition, ...] = ()

    @property
    def position(self) -> str:
        """All positions of the delegation, one after the other."""
        return "\n\n".join(part.text for part in self.positions if part.text)


def profiles_from(guide: StudyGuide, roster: Sequence[Delegation]) -> dict[str, Profile]:
    """Return a profile for each delegation of `roster` by its key.

    A state that stands in a heading with others, or in blocs, gets those texts as well; `shared_with`
    names the headings. A delegation of which the guide says nothing gets the questions only.
    """
    named = [(section, _named_in(section, roster)) for section in guide.sections]
    return {one.key: _profile(one, guide, named) for one in roster}


def two_lines(profile: Profile, limit: int = _TWO_LINES) -> str:
    """Return the first sentences of the position, at most `limit` characters, for a speaker's card.

    A first sentence that is longer ends at a word, with an ellipsis.
    """
    text = " ".join(profile.position.split())
    taken = ""
    for sentence in sentences(text):
        longer = f"{taken} {sentence}".strip()
        if len(longer) > limit:
            break
        taken = longer
    if taken or not text:
        return taken
    return text[: limit - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` in order, cut after a full stop that a capital follows."""
    return _SENTENCE.split(" ".join(text.split()))


def is_sure(stakeholder: Stakeholder) -> bool:
    """Whether its positions are published without a person's word: found word for word, or confirmed."""
    return stakeholder.confidence in ("word for word", "confirmed")


def to_json(profile: Profile) -> dict[str, Any]:
    """Return `profile` as plain dicts and lists, ready for `json.dumps`."""
    return {
        key: [dict(item) if isinstance(item, dict) else item for item in value]
        if isinstance(value, tuple)
        else value
        for key, value in asdict(profile).items()
    }


def from_json(plain: Mapping[str, Any]) -> Profile:
    """Return the profile of which `plain` is the JSON form. Raises KeyError when a name is missing."""
    rows = {
        "positions": TopicPosition,
        "doubtful": TopicPosition,
        "citations": Citation,
        "instruments": Instrument,
        "sections": Mention,
    }
    known: dict[str, Any] = {item.name: plain[item.name] for item in fields(Profile) if item.name in plain}
    for key, kind in rows.items():
        known[key] = tuple(kind(**row) for row in plain.get(key, ()))
    for key in ("questions", "shared_with"):
        known[key] = tuple(plain.get(key, ()))
    return Profile(delegation=known.pop("delegation"), name_as_printed=known.pop("name_as_printed"), **known)


def _profile(one: Delegation, guide: StudyGuide, named: Sequence[tuple[Section, frozenset[str]]]) -> Profile:
    mine = [s for s in guide.stakeholders if any(_same(one, d) for d in delegations_of(s))]
    sure = [s for s in mine if is_sure(s)]
    positions = tuple(position for s in sure for position in s.positions if position.text)
    doubtful = tuple(position for s in mine if not is_sure(s) for position in s.positions if position.text)
    text = " ".join(position.text for position in positions)
    return Profile(
        delegation=one.key,
        name_as_printed=mine[0].name_as_printed if mine else one.name,
        positions=positions,
        doubtful=doubtful,
        citations=tuple({source.text: source for s in sure for source in s.sources}.values()),
        instruments=tuple(item for item in guide.instruments if speaks_of(text, item)),
        sections=tuple(Mention(section.title, section.line) for section, keys in named if one.key in keys),
        questions=_questions(one, guide),
        shared_with=tuple(s.display_name for s in sure if s.kind in ("countries", "bloc")),
        page=mine[0].page if mine else 0,
        line=mine[0].line if mine else 0,
    )


def speaks_of(text: str, instrument: Instrument) -> bool:
    """Return whether `text` names `instrument` by its symbol or by its title."""
    if instrument.symbol and instrument.symbol in text:
        return True
    title = fold(instrument.title)
    return len(title.split()) > 1 and title in fold(text)


def _same(one: Delegation, other: Delegation) -> bool:
    return one.iso2 == other.iso2 if one.iso2 or other.iso2 else one.name == other.name


def _named_in(section: Section, roster: Sequence[Delegation]) -> frozenset[str]:
    codes = {country.iso2 for country in countries_in(section.text)}
    bodies = set(bodies_in(section.text, [n for d in roster if not d.iso2 for n in (d.name, d.short_name)]))
    return frozenset(
        d.key for d in roster if (d.iso2 in codes if d.iso2 else d.name in bodies or d.short_name in bodies)
    )


def _questions(one: Delegation, guide: StudyGuide) -> tuple[str, ...]:
    asked = (*guide.questions.guiding, *guide.questions.critical)
    about = [question for question in asked if _is_about(question, one)]
    return (*about, *(question for question in asked if question not in about))


def _is_about(question: str, one: Delegation) -> bool:
    if one.iso2:
        return any(country.iso2 == one.iso2 for country in countries_in(question))
    return bool(bodies_in(question, (one.name, one.short_name)))
