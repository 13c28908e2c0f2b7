"""A sheet tried as a whole: what each line would do, or the first line that is refused, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.catching_up.readers import Reading, entering
from app.catching_up.reading import INSIST, read_line, seats_of
from app.catching_up.sheet import LONGEST_SHEET, MOST_LINES, Entering, NotRead, Sheet, numbered
from app.procedure.attendance import SetStatus
from app.procedure.floor import Floor, Refused
from app.procedure.queues import list_in_use
from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList, MoveInSpeakersList
from app.procedure.undo import Entry, History, decide
from app.words import act_sentences, names_on, refusal_sentence
from app.words.language import N_, Language

ATTENDANCE, AT_THE_END = N_("Attendance"), N_("The list at the end")
MOST_ACTS = 1000
"""Acts of one sheet: a roll call of 193 members is one line and as many acts."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a line does: `place` is its number on the sheet (0 for the parts around the lines)."""

    place: int
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """The line that is refused, why, and whether the chair may insist."""

    place: int
    text: str
    why: str
    may_insist: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One command of the sheet, with the chair's reason for insisting."""

    command: Any
    insist: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A sheet after it was tried on act `base`; nothing is refused where `stopped` is None."""

    base: int
    done: tuple[Done, ...]
    acts: tuple[Given, ...]
    stopped: Stopped | None
    floor: Floor


def rehearse(
    past: History, by: str, at: int, sheet: Sheet, names: Mapping[str, str], say: Language
) -> Rehearsed:
    """Try a sheet on a committee as seat `by` at room time `at` (ms); nothing is recorded.

    `names` are the short names by seat key, `say` the language in which lines are told and may be written.
    """
    trial = _Trial(past, by, at, names, say)
    stopped = trial.whole(sheet)
    return Rehearsed(past.floor.number, tuple(trial.done), tuple(trial.acts), stopped, trial.past.floor)


@dataclass(slots=True)
class _Trial:
    """A committee that is tried on: its history grows, and the record does not."""

    past: History
    by: str
    at: int
    names: Mapping[str, str]
    say: Language
    done: list[Done] = field(default_factory=list)
    acts: list[Given] = field(default_factory=list)

    def whole(self, sheet: Sheet) -> Stopped | None:
        """Attendance, the lines, the list; None where nothing is refused."""
        lines = numbered(sheet.happened)
        if len(sheet.happened) > LONGEST_SHEET or len(lines) > MOST_LINES:
            why = self.say(N_("A sheet holds {most} lines. Enter the first of them, then the others."))
            return Stopped(0, "", why.format(most=MOST_LINES))
        parts: list[tuple[int, str, Callable[[], tuple[Entering, str]]]] = [
            (0, self.say(ATTENDANCE), lambda: (self._attendance(sheet), ""))
        ]
        parts += [(place, text, lambda p=place, t=text: self._line(p, t, sheet)) for place, text in lines]  # type: ignore[misc]
        if sheet.list_told:
            parts.append((0, self.say(AT_THE_END), lambda: (self._queue(sheet), "")))
        return next((stopped for part in parts if (stopped := self._part(*part))), None)

    def _part(self, place: int, text: str, read: Callable[[], tuple[Entering, str]]) -> Stopped | None:
        """Try one line; what it would record is kept only where all of it is in order."""
        said: list[str] = []
        try:
            commands, insist = read()
            stopped = self._run(commands, insist, said)
        except NotRead as no:
            return Stopped(place, text, self.say.say(no.message, **no.values))
        if stopped is not None:
            return replace(stopped, place=place, text=text)
        if said:
            self.done.append(Done(place, text, tuple(said)))
        return None

    def _line(self, place: int, text: str, sheet: Sheet) -> tuple[Entering, str]:
        line = read_line(place, text, self.say)
        return entering(line, Reading(self.past.floor, self.names, self.say, sheet.texts)), line.insist

    def _run(self, commands: Entering, insist: str, said: list[str]) -> Stopped | None:
        """Each command on the floor that the one before it left."""
        command = next(commands, None)
        while command is not None:
            if len(self.acts) >= MOST_ACTS:
                return Stopped(
                    0, "", self.say(N_("This is more than one sheet holds. Enter it in two parts."))
                )
            outcome = decide(self.past, self.by, self.at, command)
            reason = ""
            if isinstance(outcome, Refused) and insist:
                reason, outcome = insist, decide(self.past, self.by, self.at, command, insist)
            if isinstance(outcome, Refused):
                return self._refused(outcome)
            said += self._enter(command, reason, outcome.events)
            try:
                command = commands.send(self.past.floor)
            except StopIteration:
                command = None
        return None

    def _enter(self, command: Any, insist: str, events: tuple[Any, ...]) -> tuple[str, ...]:
        number = self.past.floor.number + 1
        self.past = self.past.entered(Entry(number, self.at, self.by, command, insist, events, ""))
        self.acts.append(Given(command, insist))
        return act_sentences(self.by, events, self.past.floor, self.names, self.say)

    def _refused(self, outcome: Refused) -> Stopped:
        """The sentences of the rules, and what helps where the chair may insist."""
        names = names_on(self.past.floor, self.names)
        said = [refusal_sentence(one, names, self.say) for one in outcome.refusals]
        may_insist = all(one.ground == "against_rulebook" for one in outcome.refusals)
        if may_insist:
            help_ = N_("If it happened all the same, write “; {insist}” and a reason at the end of the line.")
            said.append(self.say.say(help_, insist=self.say(INSIST)))
        return Stopped(0, "", " ".join(dict.fromkeys(said)), may_insist)

    def _attendance(self, sheet: Sheet) -> Entering:
        """Those whose status is otherwise than on the floor."""
        for seat, status in sheet.statuses.items():
            if status and self.past.floor.attendance.statuses.get(seat) != status:
                yield SetStatus(status, seat)  # type: ignore[arg-type]

    def _queue(self, sheet: Sheet) -> Entering:
        """Whoever is not on the sheet leaves, the others stand in its order."""
        wanted = seats_of(self.past.floor, self.names, sheet.queue)
        using = list_in_use(self.past.floor)
        if using is None or tuple(wanted) == using[1].queue:
            if using is None and wanted:
                raise NotRead(N_("There is no list now for names to stand on."))
            return
        for seat in using[1].queue:
            if seat not in wanted:
                yield LeaveSpeakersList(seat)
        for place, seat in enumerate(wanted, 1):
            yield from self._placed(place, seat)

    def _placed(self, place: int, seat: str) -> Iterator[Any]:
        """One name at its place; the names before it stand already."""
        queue = self._queue_now()
        if seat not in queue:
            yield JoinSpeakersList(seat)
            queue = self._queue_now()
        if queue[place - 1 : place] != (seat,):
            yield MoveInSpeakersList(seat, place, queue)

    def _queue_now(self) -> tuple[str, ...]:
        using = list_in_use(self.past.floor)
        return using[1].queue if using else ()
