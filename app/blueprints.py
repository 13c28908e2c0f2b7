"""What a committee is founded from: its names, texts, seats and rules, out of a guide or of a preparation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.preparing.delegations import table, with_fitting_keys
from app.preparing.founded import digest_of
from app.preparing.preparation import Preparation
from app.preparing.review import reviewed_guide
from app.procedure.act import ORGANIZER, ROOM
from app.procedure.parameters import with_parameters
from app.procedure.roster import Kind, Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load, shipped
from app.procedure.seats import LONGEST_AGENDA_ITEM, MOST_TOPICS, OpenCommittee
from delegations.roster import Delegation, Rights, roster_from
from delegations.study_guides.guide import StudyGuide

DAIS_SEATS: tuple[tuple[str, Kind], ...] = (
    ("dais-1", "chair"),
    ("dais-2", "chair"),
    ("assistant-1", "assistant"),
)
RESERVED = frozenset({ROOM, ORGANIZER, *(key for key, _ in DAIS_SEATS)})
"""Keys that no delegation's seat has."""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A committee before it exists.

    `digest` says from what it is founded: the same digest again is the same committee. `source` is the
    guide's file, empty where there is none; `conference` is the id of its conference, None for the first.
    """

    name: str
    topics: tuple[str, ...]
    delegations: tuple[Delegation, ...]
    rulebook: Rulebook
    guide: StudyGuide | None
    source: bytes
    digest: str
    language: str = "en"
    time_zone: str = "UTC"
    rights: Mapping[str, Rights] = field(default_factory=dict)
    conference: int | None = None

    @property
    def command(self) -> OpenCommittee:
        """The founding act."""
        return OpenCommittee(self.rulebook, self.topics, self._seats())

    def _seats(self) -> tuple[Seat, ...]:
        """The seats as the rules see them: keys, kinds and the order of the roll call."""
        rows = (_seat(one, self.rights.get(one.key, Rights())) for one in self.delegations)
        return (*rows, *(Seat(key, kind, order) for order, (key, kind) in enumerate(DAIS_SEATS)))


def of_guide(guide: StudyGuide, source: bytes, rulebook: str) -> Blueprint:
    """The committee of a guide as it was read. Raises UnknownRulebook."""
    return Blueprint(
        name=guide.committee or guide.organization or "Committee",
        topics=_topics(guide.topics, guide.committee),
        delegations=with_fitting_keys(roster_from(guide), RESERVED),
        rulebook=load(rulebook),
        guide=guide,
        source=source,
        digest=hashlib.sha256(source).hexdigest(),
    )


def rulebook_of(preparation: Preparation) -> Rulebook:
    """The rules that an organizer has chosen, of those that ship, and changed. Raises UnknownRulebook."""
    named = "+".join((preparation.rulebook, *preparation.overlays))
    return with_parameters(shipped(named), preparation.parameters)


def of_preparation(preparation: Preparation, source: bytes, id_: int, conference: int) -> Blueprint:
    """The committee that an organizer has prepared. Raises UnknownRulebook."""
    rows, rights = table(preparation), preparation.rights
    fitting = with_fitting_keys(rows, RESERVED)
    return Blueprint(
        name=preparation.name.strip(),
        topics=_topics(preparation.topics, preparation.name),
        delegations=fitting,
        rulebook=rulebook_of(preparation),
        guide=reviewed_guide(preparation) if preparation.guide else None,
        source=source,
        digest=digest_of(id_),
        language=preparation.language,
        time_zone=preparation.time_zone,
        rights={
            new.key: rights[old.key] for old, new in zip(rows, fitting, strict=True) if old.key in rights
        },
        conference=conference,
    )


def _seat(one: Delegation, rights: Rights) -> Seat:
    return Seat(one.key, one.kind, one.order, rights.veto, rights.procedural, rights.substantive)


def _topics(given: Iterable[str], committee: str) -> tuple[str, ...]:
    """The agenda, as far as a record holds it: so many topics, so long, without what cannot be printed."""
    found = [_printable(topic)[:LONGEST_AGENDA_ITEM] for topic in given if _printable(topic)]
    instead = _printable(committee)[:LONGEST_AGENDA_ITEM] or "General debate"
    return tuple(found[:MOST_TOPICS]) or (instead,)


def _printable(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter.isprintable()).strip()
