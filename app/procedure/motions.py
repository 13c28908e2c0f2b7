"""Motions: raised with their parameters, ordered by precedence, withdrawn, ruled out, decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    chair,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    sits,
    stale,
)
from app.procedure.caucuses import caucus_time, extension_time
from app.procedure.rulebook import MotionPhase, MotionRule
from app.procedure.speakers_lists import speech_range

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LONGEST_TOPIC = 200
Ending = Literal["passed", "failed", "fell", "withdrawn", "ruled_out"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a motion asks for. Times in seconds; 0 and "" where the kind has no such parameter."""

    total_seconds: int = 0
    speech_seconds: int = 0
    topic: str = ""
    paper: str = ""
    amendment: str = ""
    until: str = ""
    topic_number: int = 0


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion: `number` is the act that raised it, `seat` who moved it; `also` moved the same."""

    number: int
    kind: str
    seat: str
    terms: Terms
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A motion and how it ended."""

    motion: Motion
    ending: Ending


@dataclass(frozen=True, slots=True)
class Motions:
    """The motions that wait, in the order in which they are put, and those that were dealt with."""

    pending: tuple[Motion, ...] = ()
    decided: tuple[Decided, ...] = ()

    def find(self, number: int) -> Motion | None:
        """The pending motion with this number."""
        return next((motion for motion in self.pending if motion.number == number), None)


@dataclass(frozen=True, slots=True)
class RaiseMotion:
    """Move something: a kind that the rulebook has, with its parameters (seconds, words, paper)."""

    kind: str
    seat: str = ""
    total_seconds: int = 0
    speech_seconds: int = 0
    topic: str = ""
    paper: str = ""
    amendment: str = ""
    until: str = ""
    topic_number: int = 0

    @property
    def terms(self) -> Terms:
        """Its parameters."""
        return Terms(
            self.total_seconds,
            self.speech_seconds,
            self.topic.strip(),
            self.paper,
            self.amendment,
            self.until.strip(),
            self.topic_number,
        )


@dataclass(frozen=True, slots=True)
class MotionRaised:
    """A motion is before the committee."""

    kind: str
    seat: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class MotionJoined:
    """A delegation moved what is moved already: both stand as movers of one motion."""

    motion: int
    seat: str


@dataclass(frozen=True, slots=True)
class WithdrawMotion:
    """Take a motion back before it is put to the vote."""

    motion: int


@dataclass(frozen=True, slots=True)
class MotionWithdrawn:
    """The mover took the motion back."""

    motion: int


@dataclass(frozen=True, slots=True)
class RuleMotionOut:
    """The chair rules a motion out of order (dilatory), with a reason."""

    motion: int
    reason: str


@dataclass(frozen=True, slots=True)
class MotionRuledOut:
    """The chair ruled the motion out of order."""

    motion: int
    reason: str


@dataclass(frozen=True, slots=True)
class MotionDecided:
    """A motion passed or failed."""

    motion: int
    passed: bool


@dataclass(frozen=True, slots=True)
class MotionsFell:
    """The first motion to pass takes effect; these fall without a vote [THSM]."""

    motions: tuple[int, ...]


def phase(floor: Floor) -> MotionPhase:
    """Where the committee is, as the rulebook's `phases` name it."""
    if floor.meeting.debate == "none":
        return "agenda"
    if floor.meeting.debate == "closed":
        return "voting"
    if floor.caucus is not None:
        clock = floor.clocks.get("caucus")
        return "caucus_over" if clock is not None and clock.rang else "caucus"
    return "resolution" if floor.papers.before_the_committee() else "list"


def phases(floor: Floor) -> frozenset[MotionPhase]:
    """All phases that hold now: a caucus that just ended may still be extended from the list."""
    now = phase(floor)
    just_ended = now in ("list", "resolution") and floor.last_caucus is not None
    return frozenset({now, "caucus_over"} if just_ended else {now})


def on_offer(floor: Floor) -> Iterator[MotionRule]:
    """The kinds of motion that are in order now, in the order of precedence."""
    now = phases(floor)
    rules = sorted(floor.rulebook.motions, key=lambda rule: floor.rulebook.place(rule.kind))
    yield from (rule for rule in rules if now.intersection(rule.phases))


def may_raise(floor: Floor, by: str) -> Refusals:
    """Motions are taken when nobody speaks and no vote is open, from delegations that are present."""
    yield from anyone(floor, by)
    yield from sits(floor)
    if floor.votes.now:
        yield impossible("vote.open_now")
    if floor.speeches.now and not is_dais(floor, by):
        yield against("motion.speech_on", seat=floor.speeches.now.seat)
    if not is_dais(floor, by) and by in floor.seats:
        yield from _may_move(floor, by)


def _may_move(floor: Floor, seat: str) -> Refusals:
    """Members move; others where the rulebook lets them; the absent do not."""
    kind = floor.seats[seat].kind
    if kind == "guest" or (kind != "member" and not floor.rulebook.rights.observer_may_move):
        yield against("motion.members_only", seat=seat)
    if not floor.attendance.here(seat):
        yield against("seat.absent", seat=seat)


def settle_raise(floor: Floor, by: str, at: int, command: RaiseMotion) -> Outcome:
    """The kind must be in order now and its parameters within the rulebook's limits."""
    yield from acts_for(floor, by, command.seat)
    seat = on_behalf(floor, by, command.seat)
    rule = floor.rulebook.motion(command.kind)
    if seat in floor.seats and is_dais(floor, by):
        yield from _may_move(floor, seat)
    if rule is None:
        yield impossible("motion.unknown", "kind", motion=command.kind)
        return
    if not phases(floor).intersection(rule.phases):
        yield against("motion.phase", "kind", motion=rule.kind, phase=phase(floor))
    yield from _check_terms(floor, rule, command.terms)
    yield from _raised(floor, seat, command)


def _check_terms(floor: Floor, rule: MotionRule, terms: Terms) -> Refusals:
    """Every parameter that the kind needs, in form and in length."""
    for name in rule.parameters:
        if not getattr(terms, name):
            yield impossible("motion.needs", name, motion=rule.kind, parameter=name)
            return
    if len(terms.topic) > LONGEST_TOPIC or len(terms.until) > LONGEST_TOPIC:
        yield impossible("text.too_long", "topic", limit=LONGEST_TOPIC)
    if not 0 <= terms.total_seconds <= 24 * 3600 or not 0 <= terms.speech_seconds <= 24 * 3600:
        yield impossible("seconds.positive", "total_seconds")
        return
    check = CHECKS.get(rule.effect)
    if check is not None:
        yield from check(floor, terms)


def _check_moderated(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds, terms.speech_seconds)


def _check_unmoderated(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds, 0, divides=False)


def _check_round_robin(floor: Floor, terms: Terms) -> Refusals:
    yield from speech_range(floor, terms.speech_seconds, "speech_seconds")


def _check_extension(floor: Floor, terms: Terms) -> Refusals:
    caucus = floor.caucus or floor.last_caucus
    if caucus is None or caucus.kind == "round_robin":
        yield impossible("caucus.none_to_extend")
        return
    yield from extension_time(floor, caucus, terms.total_seconds)
    if caucus.speakers is not None:
        yield from caucus_time(floor, terms.total_seconds, caucus.speakers.seconds)


def _check_paper(floor: Floor, terms: Terms) -> Refusals:
    paper = floor.papers.get(terms.paper)
    if paper is None:
        yield impossible("paper.unknown", "paper", paper=terms.paper)
    elif paper.stage != "approved":
        yield impossible("paper.not_approved", "paper", paper=paper.name)


def _check_amendment(floor: Floor, terms: Terms) -> Refusals:
    found = floor.papers.amendment(terms.amendment)
    if found is None:
        yield impossible("amendment.unknown", "amendment", amendment=terms.amendment)
    elif found.stage != "proposed":
        yield impossible("amendment.not_proposed", "amendment", amendment=found.key)


def _check_tabled(floor: Floor, terms: Terms) -> Refusals:
    if terms.topic_number not in floor.meeting.tabled:
        yield impossible("topic.not_tabled", "topic_number", topic=terms.topic_number)


def _check_seconds(floor: Floor, terms: Terms) -> Refusals:
    if terms.speech_seconds:
        yield from speech_range(floor, terms.speech_seconds, "speech_seconds")


CHECKS = {
    "open_moderated_caucus": _check_moderated,
    "open_unmoderated_caucus": _check_unmoderated,
    "open_consultation": _check_unmoderated,
    "open_round_robin": _check_round_robin,
    "extend_caucus": _check_extension,
    "introduce_paper": _check_paper,
    "introduce_amendment": _check_amendment,
    "resume_debate": _check_tabled,
    "set_speaking_time": _check_seconds,
    "open_speakers_list": _check_seconds,
}


def _raised(floor: Floor, seat: str, command: RaiseMotion) -> Outcome:
    """Identical motions merge: same kind and terms count once (motion handling loop)."""
    for motion in floor.motions.pending:
        if motion.kind == command.kind and motion.terms == command.terms:
            if seat in (motion.seat, *motion.also):
                yield stale("motion.same", motion=motion.number)
            yield MotionJoined(motion.number, seat)
            return
    yield MotionRaised(command.kind, seat, command.terms)


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawMotion) -> Outcome:
    """By its mover, or by the dais for the mover."""
    motion = floor.motions.find(command.motion)
    if motion is None:
        yield stale("motion.gone", "motion")
    elif by != motion.seat and not is_dais(floor, by):
        yield forbidden("motion.not_yours")
    elif floor.votes.about("motion", str(command.motion)):
        yield impossible("vote.open_now")
    yield MotionWithdrawn(command.motion)


def settle_rule_out(floor: Floor, by: str, at: int, command: RuleMotionOut) -> Outcome:
    """A ruling has a reason, which the room is told."""
    if floor.motions.find(command.motion) is None:
        yield stale("motion.gone", "motion")
    elif floor.votes.about("motion", str(command.motion)):
        yield impossible("vote.open_now")
    if not command.reason.strip():
        yield impossible("reason.needed", "reason")
    if len(command.reason) > LONGEST_TOPIC:
        yield impossible("text.too_long", "reason", limit=LONGEST_TOPIC)
    yield MotionRuledOut(command.motion, command.reason.strip())


def ordered(floor: Floor, pending: tuple[Motion, ...]) -> tuple[Motion, ...]:
    """By precedence; between equals by the rulebook's tie-breaks (caucus_tiebreak)."""
    book = floor.rulebook
    breaks: dict[str, Callable[[Motion], int]] = {
        "longest_total_first": lambda m: -m.terms.total_seconds,
        "shortest_total_first": lambda m: m.terms.total_seconds,
        "most_speakers_first": lambda m: (
            -(m.terms.total_seconds // m.terms.speech_seconds if m.terms.speech_seconds else 0)
        ),
        "order_raised": lambda m: m.number,
    }
    chosen = [breaks[name] for name in book.caucuses.tiebreak]
    return tuple(sorted(pending, key=lambda m: (book.place(m.kind), *(key(m) for key in chosen), m.number)))


def apply_raised(floor: Floor, event: MotionRaised, at: int) -> Floor:
    """The motion takes its place in the order of precedence."""
    motion = Motion(floor.number + 1, event.kind, event.seat, event.terms)
    pending = ordered(floor, (*floor.motions.pending, motion))
    return replace(floor, motions=replace(floor.motions, pending=pending))


def apply_joined(floor: Floor, event: MotionJoined, at: int) -> Floor:
    """One motion, one more mover."""
    pending = tuple(
        replace(motion, also=(*motion.also, event.seat)) if motion.number == event.motion else motion
        for motion in floor.motions.pending
    )
    return replace(floor, motions=replace(floor.motions, pending=pending))


def ended(floor: Floor, numbers: tuple[int, ...], ending: Ending) -> Floor:
    """These motions are dealt with."""
    gone = tuple(Decided(m, ending) for m in floor.motions.pending if m.number in numbers)
    pending = tuple(m for m in floor.motions.pending if m.number not in numbers)
    return replace(floor, motions=Motions(pending, (*floor.motions.decided, *gone)))


def apply_withdrawn(floor: Floor, event: MotionWithdrawn, at: int) -> Floor:
    """Taken back."""
    return ended(floor, (event.motion,), "withdrawn")


def apply_ruled_out(floor: Floor, event: MotionRuledOut, at: int) -> Floor:
    """Out of order."""
    return ended(floor, (event.motion,), "ruled_out")


def apply_decided(floor: Floor, event: MotionDecided, at: int) -> Floor:
    """Passed or failed."""
    return ended(floor, (event.motion,), "passed" if event.passed else "failed")


def apply_fell(floor: Floor, event: MotionsFell, at: int) -> Floor:
    """Fallen with the one that passed."""
    return ended(floor, event.motions, "fell")


ACTS = {
    RaiseMotion: Act(may_raise, settle_raise),
    WithdrawMotion: Act(anyone, settle_withdraw),
    RuleMotionOut: Act(chair, settle_rule_out),
}
APPLY = {
    MotionRaised: apply_raised,
    MotionJoined: apply_joined,
    MotionWithdrawn: apply_withdrawn,
    MotionRuledOut: apply_ruled_out,
    MotionDecided: apply_decided,
    MotionsFell: apply_fell,
}
