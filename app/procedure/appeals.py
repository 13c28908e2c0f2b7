"""Appeals: the committee is asked whether a ruling of the chair stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
    words,
)
from app.procedure.catalogue import Majority
from app.procedure.hearing import Hearing, Side
from app.procedure.hearings import ask_to_speak, speakers_on_appeal
from app.procedure.precedence import restored
from app.procedure.presence import present
from app.procedure.roster import chairs, votes_on_procedure
from app.procedure.rulings import Appeal, Ruling

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class AppealRuling:
    """Appeal from a ruling of the chair; some houses want it in writing."""

    ruling: int
    words: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class RulingAppealed:
    """A ruling is appealed; `chair` is the chair that speaks for it."""

    ruling: int
    seat: str
    words: str
    chair: str


@dataclass(frozen=True, slots=True)
class SpeakOnAppeal:
    """Ask to speak for the appeal or against it."""

    ruling: int
    side: Side
    seat: str = ""


@dataclass(frozen=True, slots=True)
class AppealDecided:
    """The committee has decided whether the ruling stands."""

    ruling: int
    stands: bool


def may_appeal(floor: Floor, by: str) -> Refusals:
    """Delegations that vote on procedure appeal from what was just ruled."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if floor.rulebook.appeals.majority == "not_appealable":
        yield against("appeal.none")
    if not floor.rulings.made:
        yield stale("ruling.none")
    elif floor.rulings.appeal is not None:
        yield stale("appeal.open")
    elif not floor.rulings.fresh:
        yield against("appeal.late")
    if by in floor.seats and not is_dais(floor, by):
        yield from _may_appeal(floor, by)


def _may_appeal(floor: Floor, seat: str) -> Refusals:
    if not votes_on_procedure(floor, seat):
        yield against("appeal.voters", seat=seat)
    yield from present(floor, seat)


def settle_appeal(floor: Floor, by: str, at: int, command: AppealRuling) -> Outcome:
    """At once after the ruling [NMYP]; of those only that the house lets be appealed."""
    yield from acts_for(floor, by, command.seat)
    yield from words(command.words, "words", LONGEST_REASON)
    seat, ruling = on_behalf(floor, by, command.seat), floor.rulings.find(command.ruling)
    if is_dais(floor, by) and seat in floor.seats:
        yield from _may_appeal(floor, seat)
    if ruling is None or not ruling.stands:
        yield stale("ruling.gone", "ruling")
        return
    if not ruling.appealable:
        yield against("appeal.final", "ruling")
    elif floor.rulings.fresh not in (0, ruling.number):
        yield against("appeal.late", "ruling")
    if floor.rulebook.appeals.written and not command.words.strip():
        yield against("appeal.written", "words")
    yield RulingAppealed(ruling.number, seat, command.words.strip(), next(iter(chairs(floor)), ""))


def may_speak(floor: Floor, by: str) -> Refusals:
    """While an appeal is before the committee."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if floor.rulings.appeal is None:
        yield stale("appeal.not_open")
    yield from present(floor, by)


def settle_speak(floor: Floor, by: str, at: int, command: SpeakOnAppeal) -> Outcome:
    """On one side, once."""
    yield from ask_to_speak(floor, by, "ruling", command.ruling, command.side, command.seat)


def appeal_majority(floor: Floor) -> Majority:
    """The majority that overrules a ruling; where none may, the chair that puts it asks for a simple one."""
    majority = floor.rulebook.appeals.majority
    match majority:
        case "majority_to_overrule" | "not_appealable":
            return "simple_cast"
        case "two_thirds_to_overrule":
            return "two_thirds_cast"
        case "unanimous_to_overrule":
            return "unanimous"
        case _:
            assert_never(majority)


def may_put_appeal(floor: Floor, subject: str) -> Refusals:
    """What stands against the appeal from this ruling (its number) being put now."""
    appeal = floor.rulings.appeal
    if appeal is None or str(appeal.ruling) != subject:
        yield stale("appeal.not_open", "subject")
        return
    speaking = floor.speeches.now is not None and floor.speeches.now.list == "question"
    if speaking or not speakers_on_appeal(floor).enough(appeal.hearing):
        yield against("question.speakers_first", "subject")


def appeal_first(floor: Floor) -> Refusals:
    """What stands against other business: an appeal is put at once."""
    if floor.rulings.appeal is not None:
        yield against("appeal.first", seat=floor.rulings.appeal.seat)


def apply_appealed(floor: Floor, event: RulingAppealed, at: int) -> Floor:
    """The appellant waits to speak for it, the chair against it, where the house hears them."""
    speakers = speakers_on_appeal(floor)
    in_favour = (event.seat,) if speakers.in_favour else ()
    opposed = (event.chair,) if speakers.opposed and event.chair else ()
    hearing = Hearing(in_favour, opposed)
    appeal = Appeal(event.ruling, event.seat, event.words, hearing)
    return replace(floor, rulings=replace(floor.rulings, appeal=appeal))


def apply_decided(floor: Floor, event: AppealDecided, at: int) -> Floor:
    """A motion that was ruled out is before the committee again; a point is taken as the committee finds."""
    rulings = replace(floor.rulings, appeal=None, fresh=0)
    if event.stands:
        return replace(floor, rulings=rulings)
    made = tuple(_overruled(one) if one.number == event.ruling else one for one in rulings.made)
    floor = replace(floor, rulings=replace(rulings, made=made))
    ruling = rulings.find(event.ruling)
    if ruling is not None and ruling.about == "motion":
        floor = restored(floor, int(ruling.subject))
    return floor


def _overruled(ruling: Ruling) -> Ruling:
    return replace(ruling, stands=False, granted=not ruling.granted)


ACTS = {
    AppealRuling: Act(may_appeal, settle_appeal),
    SpeakOnAppeal: Act(may_speak, settle_speak),
}
APPLY = {
    RulingAppealed: apply_appealed,
    AppealDecided: apply_decided,
}
