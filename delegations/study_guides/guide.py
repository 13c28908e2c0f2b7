"""A study guide as data: what it says, where it says so, and what was doubtful in reading it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from delegations.said import Said

Severity = Literal["error", "warn", "info"]
StakeholderKind = Literal["country", "countries", "ngo", "organization", "bloc", "person", "party"]
Confidence = Literal["word for word", "inferred", "ambiguous", "confirmed"]
"""How sure a stakeholder is: as the guide prints it, guessed from the layout, or confirmed by a person."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at, with the line of the source (1 is the first; 0: the whole file)."""

    severity: Severity
    line: int
    text: str

    def plain(self) -> dict[str, Any]:
        """The finding as JSON; a sentence that can be said in other languages keeps its message."""
        kept = (
            {"message": self.text.message, "values": self.text.values} if isinstance(self.text, Said) else {}
        )
        return {"severity": self.severity, "line": self.line, "text": str.__str__(self.text), **kept}

    @staticmethod
    def of(row: Mapping[str, Any]) -> Finding:
        """The finding of which `row` is the JSON form."""
        says = Said(row["message"], **row["values"]) if "message" in row else row["text"]
        return Finding(row["severity"], row["line"], says)


@dataclass(frozen=True, slots=True)
class TopicPosition:
    """One position text on one topic, and the page and line where the stakeholder's name stands."""

    topic: str
    text: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Citation:
    """An in-text citation ("Pierce & Selee, 2017") and the entry of the reference list it means, if any."""

    text: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """One who holds a position: a state, several states, an NGO, an organisation, a bloc, a person, a party.

    `members` are ISO 3166-1 codes, or the name where a member has no code; `member_names` are their names.
    """

    name_as_printed: str
    display_name: str
    kind: StakeholderKind
    iso2: str | None
    positions: tuple[TopicPosition, ...]
    members: tuple[str, ...] = ()
    member_names: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    page: int = 1
    line: int = 1
    confidence: Confidence = "word for word"

    @property
    def position(self) -> str:
        """The whole position: all topics' texts in the order of the guide."""
        return "\n\n".join(part.text for part in self.positions if part.text)

    @property
    def citations(self) -> tuple[str, ...]:
        """The in-text citations of the position, as printed, each once."""
        return tuple(source.text for source in self.sources)


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the guide; `text` is its prose, `subsections` the headings inside it."""

    title: str
    line: int
    page: int = 1
    text: str = ""
    subsections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A resolution, treaty or declaration that the guide names: "A/RES/73/195", 2018."""

    title: str
    symbol: str | None = None
    year: int | None = None
    line: int = 0

    @property
    def bare_title(self) -> str:
        """The title without the symbol that a guide may print behind it."""
        return self.title.partition(f", {self.symbol}")[0] if self.symbol else self.title


@dataclass(frozen=True, slots=True)
class Questions:
    """The guide's questions for the debate."""

    guiding: tuple[str, ...] = ()
    critical: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyGuide:
    """Everything that was understood of a guide, and the findings."""

    committee: str = ""
    organization: str = ""
    topics: tuple[str, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    sections: tuple[Section, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    questions: Questions = field(default_factory=Questions)
    references: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def to_json(guide: StudyGuide) -> dict[str, Any]:
    """Return `guide` as plain dicts, lists, strings and numbers, ready for `json.dumps`."""
    plain = asdict(guide)
    for row, stakeholder in zip(plain["stakeholders"], guide.stakeholders, strict=True):
        row["position"] = stakeholder.position
        row["citations"] = list(stakeholder.citations)
    plain["findings"] = [one.plain() for one in guide.findings]
    result: dict[str, Any] = _lists(plain)
    return result


def from_json(plain: Mapping[str, Any]) -> StudyGuide:
    """Return the guide of which `plain` is the JSON form; keys that are not known are passed over.

    Raises KeyError or TypeError when a required key is missing: the form was not written by `to_json`.
    """
    return StudyGuide(
        committee=plain["committee"],
        organization=plain["organization"],
        topics=tuple(plain["topics"]),
        stakeholders=tuple(_stakeholder(row) for row in plain["stakeholders"]),
        sections=tuple(_section(row) for row in plain["sections"]),
        instruments=_rows(Instrument, plain["instruments"]),
        questions=Questions(tuple(plain["questions"]["guiding"]), tuple(plain["questions"]["critical"])),
        references=tuple(plain["references"]),
        findings=tuple(Finding.of(row) for row in plain["findings"]),
    )


def _stakeholder(row: Mapping[str, Any]) -> Stakeholder:
    known: dict[str, Any] = _known(Stakeholder, row)
    known["positions"] = _rows(TopicPosition, row["positions"])
    known["sources"] = _rows(Citation, row.get("sources", ()))
    for key in ("members", "member_names"):
        known[key] = tuple(row.get(key, ()))
    return Stakeholder(**known)


def _section(row: Mapping[str, Any]) -> Section:
    known = _known(Section, row)
    known["subsections"] = tuple(_section(inner) for inner in row.get("subsections", ()))
    return Section(**known)


def _rows(kind: Any, rows: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**_known(kind, row)) for row in rows)


def _known(kind: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    names = {item.name for item in fields(kind)}
    return {key: value for key, value in row.items() if key in names}


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_lists(inner) for inner in value]
    return value
