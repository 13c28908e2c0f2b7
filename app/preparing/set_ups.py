"""A committee's set-up as one file to take along: guide, roster, rules; no codes, no people, no record.

Profiles are not written: they follow from the guide and the roster wherever the file is opened. The file is
JSON with the name and version of its form; what comes back is judged before anything is made of it.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import available_timezones

from pydantic import TypeAdapter, ValidationError

from app.blueprints import rulebook_of
from app.preparing.delegations import LONGEST_DELEGATION, MOST_DELEGATIONS, table
from app.preparing.earlier import roster_of
from app.preparing.preparation import LONGEST_NAME, Preparation
from app.preparing.review import reviewed_guide
from app.procedure.floor import Floor
from app.procedure.parameters import differences
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_checks import plain
from app.procedure.rulebook_files import UnknownRulebook, names, overlay_names, shipped
from app.procedure.seats import LONGEST_AGENDA_ITEM, MOST_TOPICS
from app.screens.directory import Directory
from app.screens.environment import LANGUAGES
from app.uploads import file_name
from app.words.language import N_
from delegations.countries import by_iso2
from delegations.roster import Delegation, Rights
from delegations.said import Said
from delegations.study_guides.guide import StudyGuide

FORM, VERSION = "placard set-up", 1
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of the guide's own file."""
LARGEST_SET_UP = 8 * 1024 * 1024 + 4 * LARGEST_FILE // 3
"""Bytes of a set-up: a guide of 300 pages has about one megabyte, and its own file is written in base64."""
GUIDE = "the guide of a set-up"
"""What a guide's file is called of which no name is known."""
BASE = "harvard"
"""The house from which rules are told that come from a file of its own."""
KEY = re.compile(r"[\w-]{1,120}")
NO_SET_UP = N_("This file is no committee set-up of Placard, or it is damaged. Export it once more.")
NEWER = N_("This set-up was made by a newer Placard. Update this one, then import it again.")
TOO_LARGE = N_("This file is larger than any committee set-up. Choose the file that Placard exported.")
NAME = N_("the committee's name has more than {most} characters, or none that can be printed")
WRONG = N_("This set-up cannot be taken: {what}.")


class NotASetUp(ValueError):
    """The file is refused; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is in the file.

    `guide` is the guide as it was reviewed, `source` the file that it was read from, b"" where that is not
    kept (set-ups of before have none), `file_name` what that is called.
    """

    name: str
    topics: tuple[str, ...]
    language: str
    time_zone: str
    rulebook: str
    delegations: tuple[Delegation, ...]
    overlays: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    rights: Mapping[str, Rights] = field(default_factory=dict)
    by_hand: bool = False
    guide: StudyGuide | None = None
    source: bytes = b""
    file_name: str = ""

    def preparation(self) -> Preparation:
        """The set-up to be looked over and opened; its guide is put in apart."""
        return Preparation(
            name=self.name,
            topics=self.topics,
            language=self.language,
            time_zone=self.time_zone,
            rulebook=self.rulebook,
            overlays=self.overlays,
            parameters=self.parameters,
            delegations=self.delegations,
            rights=self.rights,
            by_hand=self.by_hand,
        )


def of_preparation(prepared: Preparation, source: bytes = b"") -> SetUp:
    """The set-up of a committee that is being prepared, with its review done."""
    return SetUp(
        name=prepared.name,
        topics=prepared.topics,
        language=prepared.language,
        time_zone=prepared.time_zone,
        rulebook=prepared.rulebook,
        overlays=prepared.overlays,
        parameters=prepared.parameters,
        delegations=table(prepared),
        rights=prepared.rights,
        by_hand=prepared.by_hand,
        guide=reviewed_guide(prepared) if prepared.guide else None,
        source=source,
        file_name=prepared.file_name if source else "",
    )


def of_committee(
    floor: Floor,
    directory: Directory,
    guide: StudyGuide | None,
    source: bytes = b"",
    file_name: str = "",
) -> SetUp:
    """The set-up of a committee that exists, with its roster and its rules as they are now."""
    rows, rights = roster_of(floor, directory)
    rulebook, overlays, parameters = _rules(floor.rulebook)
    return SetUp(
        name=directory.name,
        topics=tuple(directory.topics),
        language=directory.language,
        time_zone=directory.time_zone,
        rulebook=rulebook,
        overlays=overlays,
        parameters=parameters,
        delegations=rows,
        rights=rights,
        by_hand=True,
        guide=guide,
        source=source,
        file_name=(file_name or GUIDE) if source else "",
    )


def written(set_up: SetUp) -> bytes:
    """The file."""
    body = _SET_UP.dump_python(set_up, mode="json", exclude={"source", "file_name"})
    whole = {"form": FORM, "version": VERSION, "committee": body}
    if set_up.source:
        whole["guide_file"] = {"name": set_up.file_name, "base64": b64encode(set_up.source).decode()}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> SetUp:
    """The set-up in a file. Raises NotASetUp."""
    if len(data) > LARGEST_SET_UP:
        raise NotASetUp(TOO_LARGE)
    try:
        whole = json.loads(data.decode("utf-8-sig"), parse_constant=_refused)
        json.dumps(whole, ensure_ascii=False).encode()  # half characters break every row they come into
        if whole["form"] != FORM or not isinstance(whole["version"], int):
            raise NotASetUp(NO_SET_UP)
        if whole["version"] > VERSION:
            raise NotASetUp(NEWER)
        set_up = replace(_SET_UP.validate_python(whole["committee"]), **_guide_file(whole))
    except NotASetUp:
        raise
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        raise NotASetUp(NO_SET_UP) from None
    if b"\\u0000" in data or b"\0" in data:
        raise NotASetUp(NO_SET_UP)
    if wrong := next(_faults(set_up), None):
        raise NotASetUp(Said(WRONG, what=wrong))
    return set_up


def _guide_file(whole: Mapping[str, Any]) -> dict[str, Any]:
    """The guide's own file and what it is called; neither in a set-up of before. Raises ValueError."""
    given = whole.get("guide_file") or {"base64": ""}
    source = b64decode(given["base64"], validate=True)
    if len(source) > LARGEST_FILE:
        raise ValueError("the guide's own file is too large")
    return {"source": source, "file_name": file_name(str(given.get("name", ""))) if source else ""}


def _rules(book: Rulebook) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """A rulebook as one that ships, its overlays, and what is set otherwise."""
    base, *overlays = book.id.split("+")
    known = base in names() and all(one in overlay_names() for one in overlays)
    name, on_top = (base, tuple(overlays)) if known else (BASE, ())
    before = shipped("+".join((name, *on_top)))
    return name, on_top, {setting: value for setting, _, value in differences(before, book)}


def _faults(set_up: SetUp) -> Iterator[Said]:
    """What a committee cannot be founded with, each to stand in a sentence."""
    if not set_up.name.strip() or len(set_up.name) > LONGEST_NAME or not set_up.name.isprintable():
        yield Said(NAME, most=LONGEST_NAME)
    long = any(len(one) > LONGEST_AGENDA_ITEM or not one.isprintable() for one in set_up.topics)
    if len(set_up.topics) > MOST_TOPICS or long:
        yield Said(N_("its agenda is too long"))
    if set_up.language not in LANGUAGES:
        yield Said(N_("its language is none that Placard speaks"))
    if set_up.time_zone not in available_timezones():
        yield Said(N_("its time zone is unknown"))
    yield from _roster_faults(set_up)
    try:
        plain(rulebook_of(set_up.preparation()))
    except (UnknownRulebook, ValueError, TypeError, RecursionError):
        yield Said(N_("its rules fit no rulebook of this Placard"))


def _roster_faults(set_up: SetUp) -> Iterator[Said]:
    keys = [one.key for one in set_up.delegations]
    if len(keys) > MOST_DELEGATIONS or len(set(keys)) != len(keys):
        yield Said(N_("its roster is too long, or names a delegation twice"))
    for one in set_up.delegations:
        called = (one.name, one.short_name)
        if not KEY.fullmatch(one.key) or not all(
            name.strip() and name.isprintable() and len(name) <= LONGEST_DELEGATION for name in called
        ):
            yield Said(N_("its roster has a name that cannot be printed"))
        if one.iso2 is not None and by_iso2(one.iso2) is None:
            yield Said(N_("its roster has a flag of no state"))
    if not set(set_up.rights) <= set(keys):
        yield Said(N_("its roster has rights of a delegation that is not in it"))


def _refused(constant: str) -> Any:
    raise ValueError(constant)


_SET_UP: TypeAdapter[SetUp] = TypeAdapter(SetUp)
