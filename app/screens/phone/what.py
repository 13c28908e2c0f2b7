"""What is happening: the phase, the topic, who speaks and the clocks, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.consulted import Consulting, consulting
from app.screens.debated import Debating, debating
from app.screens.directory import Directory
from app.screens.shown import Countdown, Who, countdown, told, tongue, who
from app.words import phase_now, topic_name
from app.words.interruptions import interruption
from app.words.language import capital
from app.words.names import caucus_name

HEARD_APART = ("question", "explanation")
"""Lists that say more of a speech than its kind."""


@dataclass(frozen=True, slots=True)
class What:
    """The first lines of the page. `phase` is a code that the template names; `title` what it is about.

    `interruption` is what everybody waits for, "" for nothing; `speaking` says as a code what is heard.
    """

    template: ClassVar[str] = "phone/what.html"
    coalesced: ClassVar[bool] = False

    phase: str
    kind: str
    title: str
    sentence: str
    interruption: str
    speaking: str
    speaker: Who | None
    speech: Countdown | None
    caucus: Countdown | None
    on: Debating | None
    consulted: Consulting | None


def what(floor: Floor, directory: Directory) -> What:
    """What everybody in the room would say is happening now."""
    code = phase_code(floor)
    speaking, context = floor.speeches.now, told(floor, directory)
    kind = caucus_name(floor.caucus, context.names, context.gettext) if floor.caucus else ""
    return What(
        phase=code,
        kind=capital(kind),
        title=_title(floor, directory, code),
        sentence=_sentence(floor, directory, code),
        interruption=interruption(context),
        speaking=(speaking.list if speaking.list in HEARD_APART else speaking.kind) if speaking else "",
        speaker=who(directory, speaking.seat) if speaking else None,
        speech=countdown(floor.clocks.get("speech")) if speaking else None,
        caucus=countdown(floor.clocks.get("caucus")),
        on=debating(floor, directory) if floor.caucus is None else None,
        consulted=consulting(floor, directory) if floor.caucus is None else None,
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
    context = told(floor, directory)
    return topic_name(floor.meeting.topic, context.names, context.gettext)


def _sentence(floor: Floor, directory: Directory, code: str) -> str:
    """The sentence where no topic says it: roll call, suspension, the end."""
    if code == "before" or code in ("caucus", "debate", "voting"):
        return ""
    return phase_now(floor, directory.short_names, tongue(directory))
