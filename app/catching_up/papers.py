"""A paper that was written on paper: started, named, and brought as far as the sheet says, with its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.catching_up.motions import Ending, ended
from app.catching_up.reading import count_of, folded, seats_of
from app.catching_up.sheet import WORDS, Entering, Line, NotRead
from app.procedure.approval import ApprovePaper
from app.procedure.floor import Floor
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.sponsorship import SignPaper, SponsorPaper
from app.words.language import N_, Language
from resolutions.document import Document, to_json

SPONSORS, SIGNATORIES = N_("sponsors"), N_("signatories")
STAGES = {
    "working_paper": N_("working paper"),
    "submitted": N_("handed in"),
    "approved": N_("approved"),
    "introduced": N_("introduced"),
}
"""How far a new paper came: each but the first with all before it."""
ENTERS = "introduce_paper"
"""The effect of the motion by which a draft comes before the committee."""


@dataclass(slots=True)
class _Told:
    """What stands on the line behind the title."""

    sponsors: list[str]
    signatories: list[str]
    stage: str = "working_paper"
    ending: Ending = "granted"


def new_paper(
    line: Line, floor: Floor, names: Mapping[str, str], say: Language, texts: tuple[Document, ...]
) -> Entering:
    """It is started with its names, and goes the way of every paper as far as it came. Raises NotRead."""
    title = line.items[0] if line.items else ""
    text, told = _text(title, texts), _told(line.items[1:], floor, names, say)
    if not told.sponsors:
        raise NotRead(N_("A paper has a sponsor. Write “; {word}” and who they are."), word=say(SPONSORS))
    floor = yield StartPaper(text.title, told.sponsors[0])
    key = floor.papers.papers[-1].key
    for seat in told.sponsors[1:]:
        yield SponsorPaper(key, seat)
    for seat in told.signatories:
        yield SignPaper(key, seat)
    if told.stage != "working_paper":
        floor = yield SubmitPaper(key, to_json(text))
    if told.stage in ("approved", "introduced"):
        floor = yield ApprovePaper(key)
    if told.stage == "introduced":
        yield from _introduced(key, told, floor)


def line_of(title: str, sponsors: str, signatories: str, stage: str, count: str, say: Language) -> str:
    """The line that enters a paper, as the page writes it from its fields."""
    parts = [f"{say(WORDS['new_paper'])}: {title}"]
    for word, told in ((SPONSORS, sponsors), (SIGNATORIES, signatories)):
        if names := ", ".join(one.strip() for one in told.replace("\n", ",").split(",") if one.strip()):
            parts.append(f"{say(word)} {names}")
    parts.append(say(STAGES.get(stage, STAGES["working_paper"])))
    if stage == "introduced" and count.strip():
        parts.append(count.strip())
    return "; ".join(" ".join(part.replace(";", ",").split()) for part in parts)


def named_by(line: Line, title: str) -> bool:
    """Whether this line enters the paper with this title."""
    return line.word == "new_paper" and bool(line.items) and folded(line.items[0]) == folded(title)


def _introduced(key: str, told: _Told, floor: Floor) -> Entering:
    """By its first sponsor's motion, decided as the house decides it."""
    kind = next((rule.kind for rule in floor.rulebook.motions if rule.effect == ENTERS), None)
    if kind is None:
        raise NotRead(N_("In this house no motion introduces a draft. End the line with “approved”."))
    number = floor.number + 1
    floor = yield RaiseMotion(kind, told.sponsors[0], paper=key)
    if floor.motions.find(number) is not None:
        yield from ended(number, told.ending, floor)


def _text(title: str, texts: tuple[Document, ...]) -> Document:
    for text in texts:
        if folded(text.title) == folded(title):
            return text
    if not texts:
        raise NotRead(
            N_("There is no text of “{title}” yet. Put it on the sheet under “New papers”."), title=title
        )
    several = ", ".join(f"“{text.title}”" for text in texts)
    said = N_("No text on the sheet is called “{title}”; there are {several}.")
    raise NotRead(said, title=title, several=several)


def _told(items: tuple[str, ...], floor: Floor, names: Mapping[str, str], say: Language) -> _Told:
    """Its names, how far it came, and the count on its introduction."""
    told = _Told([], [])
    stages = {folded(said): stage for stage, word in STAGES.items() for said in (word, say(word))}
    lists = (
        *((folded(word), told.sponsors) for word in (SPONSORS, say(SPONSORS))),
        *((folded(word), told.signatories) for word in (SIGNATORIES, say(SIGNATORIES))),
    )
    for item in items:
        word, named = next(((w, seats) for w, seats in lists if folded(item).startswith(f"{w} ")), ("", []))
        if word:
            named += seats_of(floor, names, item.split(None, len(word.split()))[-1])
        elif folded(item) in stages:
            told.stage = stages[folded(item)]
        elif (counted := count_of(item)) is not None:
            told.ending = counted
        else:
            raise NotRead(
                N_("“{item}” says nothing of a new paper. It has sponsors, signatories, how far it came."),
                item=item[:60],
            )
    return told
