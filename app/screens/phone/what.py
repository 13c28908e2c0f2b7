"""What is happening: the phase, the topic, who speaks and the clocks, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.phone.faces import Dial, Face, dial, face
from app.words import topic_name, where_we_are
from app.words.names import CAUCUSES, code_name, names_on


@dataclass(frozen=True, slots=True)
class What:
    """The first lines of the page. `phase` is a code that the template names; `title` what it is about."""

    template: ClassVar[str] = "phone/what.html"
    coalesced: ClassVar[bool] = False

    phase: str
    kind: str
    title: str
    sentence: str
    speaker: Face | None
    speech: Dial | None
    caucus: Dial | None


def what(floor: Floor, directory: Directory) -> What:
    """What everybody in the room would say is happening now."""
    code = phase_code(floor)
    speaking = floor.speeches.now
    kind = code_name(CAUCUSES, floor.caucus.kind) if floor.caucus else ""
    return What(
        phase=code,
        kind=kind[:1].upper() + kind[1:],
        title=_title(floor, directory, code),
        sentence=_sentence(floor, directory, code),
        speaker=face(directory, speaking.seat) if speaking else None,
        speech=dial(floor, "speech") if speaking else None,
        caucus=dial(floor, "caucus"),
    )


def phase_code(floor: Floor) -> str:
    """Where the committee is, as one word for the template."""
    if floor.meeting.state in ("adjourned", "suspended"):
        return floor.meeting.state
    if floor.attendance.calling:
        return "roll_call"
    if floor.meeting.state == "not_open":
        return "before"
    if floor.meeting.debate == "none":
        return "agenda"
    if floor.meeting.debate == "closed":
        return "voting"
    return "caucus" if floor.caucus else "debate"


def _title(floor: Floor, directory: Directory, code: str) -> str:
    """The topic in hand; a caucus may have one of its own."""
    if code not in ("caucus", "debate", "voting"):
        return ""
    if floor.caucus is not None and floor.caucus.topic:
        return floor.caucus.topic
    return topic_name(floor.meeting.topic, names_on(floor, directory.short_names))


def _sentence(floor: Floor, directory: Directory, code: str) -> str:
    """The sentence where no topic says it: roll call, suspension, the end."""
    if code == "before" or code in ("caucus", "debate", "voting"):
        return ""
    return where_we_are(floor, directory.short_names)[0]
