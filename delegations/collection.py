"""What a committee has to read: the guide's chapters and the items beside it, as texts of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from delegations.library import Item, mentioned
from delegations.profiles import Profile, is_sure, sentences
from delegations.roster import Delegation
from delegations.study_guides.guide import Instrument, Section, StudyGuide
from delegations.study_guides.understanding.instruments import symbols
from delegations.study_guides.understanding.roles import role_of

TextKind = Literal["chapter", "item", "position", "sources"]
TELLING = 30
"""Characters from which a sentence is the stakeholder's own and not a phrase that stands anywhere."""
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.)\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """One thing to read. `source` is what a quotation from it names; `page` 0 where it has none.

    `headings` are the places of paragraphs that are headings; `sources` is the guide's list of references.
    `key` is chapter-N (N counts from 1), item-N, or the delegation's key for a position; `delegations` are
    keys of the roster, `instruments` symbols.
    """

    key: str
    kind: TextKind
    title: str
    paragraphs: tuple[str, ...]
    source: str
    page: int = 0
    delegations: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()

    @property
    def citation(self) -> str:
        """What stands behind a quotation, in brackets: "Study guide, Case studies, p. 12"."""
        return f"{self.source}, p. {self.page}" if self.page else self.source


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """The texts of a committee in the order of its library, and the instruments that its guide names."""

    texts: tuple[Text, ...] = ()
    instruments: tuple[Instrument, ...] = ()

    def get(self, key: str) -> Text | None:
        """The text with this key."""
        return next((text for text in self.texts if text.key == key), None)

    def of(self, delegation: str) -> tuple[Text, ...]:
        """The chapters and items that speak of a delegation."""
        return tuple(t for t in self.texts if delegation in t.delegations and t.kind != "position")


def collection(
    guide: StudyGuide | None,
    items: Mapping[int, tuple[Item, str]],
    profiles: Mapping[str, Profile],
    roster: Sequence[Delegation],
) -> Collection:
    """Return what everybody in a committee may read.

    `items` are library items by number, each with its source. Chapters of positions stay out: a position is
    read in its profile, and one that nobody confirmed is in neither.
    """
    read = tuple(_item(number, item, source) for number, (item, source) in items.items())
    chapters = tuple(_chapters(guide, roster)) if guide else ()
    positions = tuple(_positions(profiles, roster))
    return Collection((*read, *chapters, *positions), guide.instruments if guide else ())


def _item(number: int, item: Item, source: str) -> Text:
    paragraphs = tuple(part for part in item.body.split("\n\n") if part)
    named = f"{item.title}, {source}" if source else item.title
    return Text(
        f"item-{number}", "item", item.title, paragraphs, named, 0, item.delegations, item.instruments
    )


def _chapters(guide: StudyGuide, roster: Sequence[Delegation]) -> Iterator[Text]:
    begins = [section.line for section in guide.sections]
    for number, section in enumerate(guide.sections, 1):
        ends = min((line for line in begins if line > section.line), default=1 << 60)
        if section.text.strip() and not _holds_positions(guide, section, ends):
            whole = f"{section.title}\n{section.text}"
            parts = tuple(_paragraphs(section))
            yield Text(
                f"chapter-{number}",
                "sources" if role_of(section.title) == "references" else "chapter",
                section.title,
                tuple(part for part, _ in parts),
                f"Study guide, {section.title}",
                section.page,
                mentioned(whole, roster),
                tuple(symbol for symbol, _ in symbols(whole)),
                tuple(place for place, (_, is_heading) in enumerate(parts) if is_heading),
            )


def _holds_positions(guide: StudyGuide, section: Section, ends: int) -> bool:
    """Whether a chapter tells positions, or words of one that nobody confirmed, wherever they stand."""
    inside = [one for one in guide.stakeholders if section.line <= one.line < ends]
    if role_of(section.title) == "positions" or not all(map(is_sure, inside)):
        return True
    text = " ".join(section.text.split())
    doubtful = (part for one in guide.stakeholders if not is_sure(one) for part in one.positions)
    return any(said in text for part in doubtful for said in sentences(part.text) if len(said) > TELLING)


def _paragraphs(section: Section) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a chapter, and whether each is a heading; one that runs into its text is cut off."""
    titles = sorted((one.title for one in section.subsections), key=len, reverse=True)
    for part in section.text.split("\n"):
        bare = _NUMBER.sub("", " ".join(part.split()))
        title = next((one for one in titles if bare.startswith(one)), "")
        if title:
            yield title, True
        if rest := bare.removeprefix(title).strip(" :"):
            yield rest, False


def _positions(profiles: Mapping[str, Profile], roster: Sequence[Delegation]) -> Iterator[Text]:
    for one in roster:
        profile = profiles.get(one.key)
        if profile and profile.position:
            parts = tuple(part.text for part in profile.positions)
            source = f"Study guide, {one.short_name}"
            yield Text(one.key, "position", one.short_name, parts, source, profile.page, (one.key,))
