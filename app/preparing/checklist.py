"""The checklist before a committee is opened: what stands against it, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.preparing.delegations import table
from app.preparing.preparation import LONGEST_NAME, Preparation
from app.preparing.review import cards, reviewed_guide
from delegations.profiles import profiles_from

State = Literal["done", "look", "stop"]
Step = Literal["start", "reading", "review", "delegations", "rules", "check"]


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list: the id of its sentence, the `count` that fills it, the `step` to go to for it."""

    id: str
    state: State
    step: Step
    count: int = 0


def checklist(preparation: Preparation, reading: str = "") -> tuple[Check, ...]:
    """Every line of the list, in the order of the steps.

    `reading` is the stage of a guide that is being read or could not be, "" where none waits.
    """
    return (*_waits(reading), *_checks(preparation))


def may_open(preparation: Preparation, reading: str = "") -> bool:
    """Whether nothing stands against opening the committee."""
    return not in_the_way(preparation, reading)


def in_the_way(preparation: Preparation, reading: str = "") -> tuple[str, ...]:
    """The ids of what stands against opening the committee."""
    return tuple(check.id for check in checklist(preparation, reading) if check.state == "stop")


def _waits(reading: str) -> Iterator[Check]:
    """A guide that is not the committee's yet: it would be lost if the committee were opened."""
    if reading:
        how = {"failed": "unread", "interrupted": "interrupted"}
        yield Check(how.get(reading, "being_read"), "stop", "reading")


def _checks(preparation: Preparation) -> Iterator[Check]:
    named = bool(preparation.name.strip()) and len(preparation.name) <= LONGEST_NAME
    yield Check("named" if named else "no_name", "done" if named else "stop", "start")
    topics = len([topic for topic in preparation.topics if topic.strip()])
    yield Check("topics" if topics else "no_topic", "done" if topics else "stop", "start", topics)
    yield from _guide(preparation)
    rows = table(preparation)
    enough = len(rows) >= 2
    yield Check(
        "delegations" if enough else "too_few", "done" if enough else "stop", "delegations", len(rows)
    )
    unknown = sum(one.iso2 is None and one.kind == "member" for one in rows)
    if unknown:
        yield Check("no_flag", "look", "delegations", unknown)
    yield Check("rules", "done", "rules")


def _guide(preparation: Preparation) -> Iterator[Check]:
    """What the review left open, and delegations that the guide says nothing of."""
    if preparation.guide is None:
        yield Check("no_guide", "look", "start")
        return
    doubtful = sum(
        one.sure in ("inferred", "ambiguous") and one.reviewed is None and one.kind == "position"
        for card in cards(preparation)
        for one in card.fields
    )
    yield Check("doubtful" if doubtful else "reviewed", "look" if doubtful else "done", "review", doubtful)
    rows = table(preparation)
    profiles = profiles_from(reviewed_guide(preparation), rows)
    silent = sum(not one.positions and not one.doubtful for one in profiles.values())
    if silent:
        yield Check("silent", "look", "delegations", silent)
