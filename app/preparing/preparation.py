"""A committee that is being prepared: its guide, what was reviewed of it, its delegations and its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from delegations.roster import Delegation, Rights
from delegations.study_guides.guide import StudyGuide

Mark = Literal["accepted", "edited", "rejected"]
LONGEST_NAME = 120
"""Characters of a committee's name."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the organizer said of one field; `value` is the text that an edit put in its place."""

    mark: Mark
    value: str = ""


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything that an organizer has prepared; nobody but organizers sees it.

    `overlays` go on top of the `rulebook`, `parameters` are single settings on top of both.
    `guide` is what was understood of the file `file_name`, None where the committee has no guide. `reviewed`
    holds what was said of its fields, by their ids. `delegations` is None as long as they are simply those
    of the guide, and a table of its own from the first change on; `rights` is what was set by hand, by key.
    With `by_hand` the roll is called in the order of the table, else alphabetically.
    """

    name: str = ""
    topics: tuple[str, ...] = ()
    language: str = "en"
    time_zone: str = "UTC"
    rulebook: str = "harvard"
    overlays: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    file_name: str = ""
    guide: StudyGuide | None = None
    reviewed: Mapping[str, Reviewed] = field(default_factory=dict)
    delegations: tuple[Delegation, ...] | None = None
    rights: Mapping[str, Rights] = field(default_factory=dict)
    by_hand: bool = False

    def marked(self, field_id: str, reviewed: Reviewed | None) -> Preparation:
        """With this said of a field; None takes back what was said."""
        rest = {key: value for key, value in self.reviewed.items() if key != field_id}
        return replace(self, reviewed={**rest, field_id: reviewed} if reviewed else rest)

    def with_guide(self, guide: StudyGuide, file_name: str) -> Preparation:
        """With a guide that was read: what it says of the committee fills what is still empty.

        A second guide takes the place of the first; a table of delegations that was made by hand stays.
        """
        return replace(
            self,
            guide=guide,
            file_name=file_name,
            reviewed={},
            name=self.name or (guide.committee or guide.organization)[:LONGEST_NAME],
            topics=self.topics or guide.topics,
        )


def to_json(preparation: Preparation) -> dict[str, Any]:
    """The preparation as plain data for a row; its guide is none of it."""
    plain = asdict(replace(preparation, guide=None))
    del plain["guide"]
    return plain


def from_json(plain: Mapping[str, Any], guide: StudyGuide | None) -> Preparation:
    """The preparation of which `plain` is the data. Raises KeyError or TypeError where it is none."""
    delegations = plain["delegations"]
    return Preparation(
        name=plain["name"],
        topics=tuple(plain["topics"]),
        language=plain["language"],
        time_zone=plain["time_zone"],
        rulebook=plain["rulebook"],
        overlays=tuple(plain["overlays"]),
        parameters=plain["parameters"],
        file_name=plain["file_name"],
        guide=guide,
        reviewed={key: Reviewed(**value) for key, value in plain["reviewed"].items()},
        delegations=None if delegations is None else tuple(Delegation(**one) for one in delegations),
        rights={key: Rights(**one) for key, one in plain["rights"].items()},
        by_hand=plain["by_hand"],
    )
