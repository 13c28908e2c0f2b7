"""A transcript run through the rules: each line accepted with its events, or refused with rule and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.procedure.act import ORGANIZER, ROOM, Refusal, decisive
from app.procedure.amendments import ProposeAmendment
from app.procedure.clocks import TimeUp
from app.procedure.floor import InOrder, Refused
from app.procedure.restating import RestateAmendment
from app.procedure.undo import Entry, History, decide
from app.procedure.wording import ground
from app.transcripts.heading import CHAIR, Founding, read_heading
from app.transcripts.lines import BadLine, Given, read_command, read_object
from app.transcripts.plain import plain, plain_events
from app.words import ENGLISH, Language, Names, names_on, refusal_sentence
from resolutions.document import digest

Told = dict[str, Any]


def play(lines: Iterable[bytes]) -> Iterator[Told]:
    """What becomes of each line, TimeUp of the room's clocks among them, and the floor at the end.

    Raises BadLine at the first line that is no part of a transcript.
    """
    history = History()
    for playing, told in steps(lines):
        history = playing.history
        if told:
            yield told
    yield {"floor": plain(history.floor)}


def steps(lines: Iterable[bytes], tongue: Language = ENGLISH) -> Iterator[tuple[Playing, Told]]:
    """The committee that is played, and what became of a line: of the founding nothing, then of each that
    follows, with refusals in `tongue`. Raises BadLine."""
    numbered = ((number, text) for number, text in enumerate(lines, 1) if text.strip())
    first = next(numbered, None)
    if first is None:
        raise BadLine(1, "there is nothing here; the first line founds the committee.")
    founding = read_heading(first[0], read_object(*first))
    playing = Playing(founding, tongue)
    playing.found(first[0])
    yield playing, {}
    for number, text in numbered:
        told = playing.with_the_text_as_it_stands(read_object(number, text))
        for answer in playing.give(read_command(number, told, playing.acts)):
            yield playing, answer


@dataclass
class Playing:
    """A committee that is being played: its history, and the acts by the lines that gave them."""

    founding: Founding
    tongue: Language = ENGLISH
    history: History = field(default_factory=History)
    acts: dict[int, int] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """What delegations and papers are called now."""
        return names_on(self.history.floor, self.founding.names)

    def found(self, line: int) -> None:
        """The committee is founded. Raises BadLine where its roster or agenda cannot be used."""
        given = Given(line, self.founding.at, ORGANIZER, self.founding.command)
        told = self._take(given, ORGANIZER)
        if not told["accepted"]:
            raise BadLine(line, told["why"])

    def with_the_text_as_it_stands(self, told: Told) -> Told:
        """An amendment that names no `base` is offered, or restated, on the text as it is now."""
        papers, named = self.history.floor.papers, str(told.get("amendment", ""))
        match told.get("command"):
            case ProposeAmendment.__name__ if "base" not in told:
                paper, parent = papers.get(str(told.get("paper"))), named
            case RestateAmendment.__name__ if "base" not in told:
                found = papers.amendment(named)
                paper, parent = papers.about(named), found.parent if found else ""
            case _:
                return told
        text = ground(self.history.floor, paper, parent) if paper else None
        return {**told, "base": digest(text) if text else ""}

    def give(self, given: Given) -> Iterator[Told]:
        """What the room's clocks did before the line, and what became of the line itself."""
        if given.at < self.history.floor.at:
            raise BadLine(given.line, "time goes backwards: the line before it is later.")
        if self.founding.alarms == "room":
            yield from self._ring(given)
        yield self._take(given, self._seat(given))

    def _seat(self, given: Given) -> str:
        """The seat key of an actor: the chair is the first on the dais."""
        actor = self.founding.chair if given.actor == CHAIR else given.actor
        if actor not in (ROOM, ORGANIZER) and actor not in self.history.floor.seats:
            raise BadLine(
                given.line, f"nobody is called {given.actor}: name a delegation of the roster, or chair."
            )
        return actor

    def _ring(self, given: Given) -> Iterator[Told]:
        """Every clock that reaches zero before the line: the room notes it by itself."""
        while due := self._due(given.at):
            deadline, name, generation = due
            alarm = Given(given.line, deadline, ROOM, TimeUp(name, generation))
            told = self._take(alarm, ROOM)
            assert told["accepted"], f"the alarm of a clock that ran out was refused: {told}"
            said = {"at": deadline / 1000, "actor": ROOM, "command": "TimeUp", "clock": name}
            yield {"before": told.pop("line"), **said, **told}

    def _due(self, at: int) -> tuple[int, str, int] | None:
        """The first running clock that reaches zero by room time `at` and has not rung."""
        clocks = self.history.floor.clocks.items()
        running = (
            (c.deadline, name, c.generation) for name, c in clocks if c.deadline is not None and not c.rang
        )
        return min((clock for clock in running if clock[0] <= at), default=None)

    def _take(self, given: Given, by: str) -> Told:
        """Decides and enters one command."""
        outcome = decide(self.history, by, given.at, given.command, given.insist)
        if isinstance(outcome, Refused):
            return {"line": given.line, "accepted": False, **self._refused(outcome)}
        return self._enter(given, by, outcome)

    def _enter(self, given: Given, by: str, outcome: InOrder) -> Told:
        number = self.history.floor.number + 1
        entry = Entry(number, given.at, by, given.command, given.insist, outcome.events, "", given.sheet)
        self.history = self.history.entered(entry)
        if not isinstance(given.command, TimeUp) or by != ROOM:
            self.acts[given.line] = number
        return {"line": given.line, "accepted": True, "act": number, "events": plain_events(outcome.events)}

    def _refused(self, outcome: Refused) -> Told:
        """The rule that stands most in the way, with its sentence, and the others by their ids."""
        first = decisive(outcome.refusals)
        assert first is not None
        told: Told = {"impossible": _stands(first), "rule": first.rule, "why": self._why(first)}
        refusals = sorted(outcome.refusals, key=lambda refusal: refusal.ground == "against_rulebook")
        also = [refusal.rule for refusal in refusals if refusal.rule != first.rule]
        return {**told, "also": list(dict.fromkeys(also))} if also else told

    def _why(self, refusal: Refusal) -> str:
        return refusal_sentence(refusal, self.names, self.tongue)


def _stands(refusal: Refusal) -> bool:
    """Whether nobody can insist against it."""
    return refusal.ground != "against_rulebook"
