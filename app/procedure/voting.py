"""Putting a question: what may be put to the vote now, and the electorate and majority it is put with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    dais,
    impossible,
    sits,
    stale,
)
from app.procedure.appeals import appeal_first, appeal_majority, may_put_appeal
from app.procedure.catalogue import Majority
from app.procedure.explanations import end_of_explanation
from app.procedure.handling import put_only_if_opposed, second_missing
from app.procedure.hearings import speakers_first
from app.procedure.majorities import todays_rule
from app.procedure.points import points_first
from app.procedure.precedence import precedes, with_rule
from app.procedure.questions import About, Mode, Vote
from app.procedure.quorum import electorate, must_vote, quorate
from app.procedure.roster import Matter
from app.procedure.rules.voting import RollCallOption
from app.procedure.steps import next_step
from app.procedure.substance import Substance, majority_for, may_put, paper_put, way_of_voting
from app.procedure.terms import gone
from resolutions.document import digest
from resolutions.voting import BallotRules, Choice, roll_call_order

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OpenVote:
    """Put a question: a motion or an appealed ruling (its number), an amendment or a paper (its key).

    `first` is the seat drawn by lot from which a roll call starts; "" starts with the alphabet.
    """

    about: About
    subject: str
    mode: Mode = "placards"
    first: str = ""


@dataclass(frozen=True, slots=True)
class VoteOpened:
    """A question is put; its electorate and majority are frozen."""

    vote: Vote


def may_open(floor: Floor, by: str) -> Refusals:
    """One question at a time, in a sitting meeting."""
    yield from dais(floor, by)
    yield from sits(floor)
    if floor.votes.now:
        yield stale("vote.open_now")
    if floor.elections.now:
        yield stale("election.open_now")
    yield from quorate(floor)


def settle_open(floor: Floor, by: str, at: int, command: OpenVote) -> Outcome:
    """The question must be one that can be put now: points come first, and an appeal is put at once."""
    yield from points_first(floor)
    if command.about != "ruling":
        yield from appeal_first(floor)
    if command.mode == "devices" and floor.rulebook.devices.voting != "allowed":
        yield impossible("devices.no_vote", "mode")
    match command.about:
        case "motion":
            yield from _open_motion(floor, at, command)
        case "ruling":
            yield from _open_ruling(floor, at, command)
        case "amendment" | "part" | "paper":
            yield from _open_substance(floor, at, command, command.about)
        case _:
            assert_never(command.about)


def _open_motion(floor: Floor, at: int, command: OpenVote) -> Outcome:
    """The motion that takes precedence is put first [MSU]."""
    found = with_rule(floor, command.subject)
    if found is None:
        yield stale("motion.gone", "subject")
        return
    motion, rule = found
    yield from precedes(floor, motion, "subject")
    yield from gone(floor, rule, motion.terms)
    majority = floor.rulebook.majority(rule)
    if majority is None:
        yield impossible("motion.chair_decides", "subject")
        return
    yield from second_missing(floor, rule, motion, "subject")
    yield from put_only_if_opposed(floor, rule, motion, "subject")
    yield from speakers_first(floor, rule, motion, "subject")
    yield from _opened(floor, at, command, majority, "procedure")


def _open_ruling(floor: Floor, at: int, command: OpenVote) -> Outcome:
    """Whether a ruling that was appealed stands, or is overruled: as the house asks it (appeal_question)."""
    yield from may_put_appeal(floor, command.subject)
    keeps = floor.rulebook.appeals.question == "uphold"
    yield from _opened(floor, at, command, appeal_majority(floor), "procedure", keeps=keeps)


def _open_substance(floor: Floor, at: int, command: OpenVote, about: Substance) -> Outcome:
    """An amendment, a part or a draft, on the text as it is, in the way that was granted."""
    step = next_step(floor)
    yield from may_put(floor, step, about, command.subject)
    yield from way_of_voting(floor, step, about, command.subject, command.mode == "roll_call")
    paper = paper_put(floor, about, command.subject)
    if paper is not None and paper.text is not None:
        majority = majority_for(floor, about, paper)
        on: Matter = "amendment" if about == "amendment" else "draft"
        yield from _opened(floor, at, command, majority, on, digest(paper.text))


def _opened(
    floor: Floor,
    at: int,
    command: OpenVote,
    majority: Majority,
    on: Matter,
    text: str = "",
    keeps: bool = False,
) -> Outcome:
    """The question is put to those who vote on it; `text` is the digest of what is voted on."""
    voters, procedural = electorate(floor, on), on == "procedure"
    if not voters:
        yield impossible("vote.nobody")
        return
    if command.first and command.first not in voters:
        yield impossible("vote.first", "first")
        return
    by_lot = floor.rulebook.roll_call.start == "random_country_then_alphabetical"
    if by_lot and command.mode == "roll_call" and not command.first:
        yield against("vote.lot", "first")
    rule = todays_rule(floor, majority, on, keeps)
    if rule.veto and command.mode == "placards":
        yield against("vote.veto_needs_names", "mode")
    yield from end_of_explanation(floor, at)
    binds = floor.rulebook.votes.statuses_bind and not procedural
    yield VoteOpened(
        Vote(
            number=floor.number + 1,
            about=command.about,
            subject=command.subject,
            mode=command.mode,
            procedural=procedural,
            rule=rule,
            order=roll_call_order(voters, command.first or None) if command.mode == "roll_call" else voters,
            must_vote=must_vote(floor, voters) if binds else frozenset(),
            ballot_rules=_ballot_rules(floor, command, procedural),
            digest=text,
            opened=at,
        )
    )


def _ballot_rules(floor: Floor, command: OpenVote, procedural: bool) -> BallotRules:
    """Which answers the house takes, in the way in which this question is put."""
    rules, roll_call = floor.rulebook, command.mode == "roll_call"
    return BallotRules(
        roll_call=roll_call,
        passing="pass" in rules.roll_call.options,
        abstaining=not roll_call or "abstain" in rules.roll_call.options,
        divided=command.subject in floor.action.divided,
        second_round=rules.roll_call.second_round,
        procedural_abstain=rules.votes.procedural_abstain,
        statuses_bind=rules.votes.statuses_bind,
        rights=_rights(rules.roll_call.options) if roll_call and not procedural else (),
    )


def _rights(options: tuple[RollCallOption, ...]) -> tuple[Choice, ...]:
    """The answers of a roll call that may go with the right to explain."""
    answers: tuple[Choice, ...] = ("yes", "no")
    return tuple(answer for answer in answers if f"{answer}_with_rights" in options)


def apply_opened(floor: Floor, event: VoteOpened, at: int) -> Floor:
    """The question is put; who asked for the floor before it asks again."""
    speeches = replace(floor.speeches, raised=())
    return replace(floor, votes=replace(floor.votes, now=event.vote), speeches=speeches)


ACTS = {
    OpenVote: Act(may_open, settle_open),
}
APPLY = {
    VoteOpened: apply_opened,
}
