"""The ladder of motions in their order of precedence, each with the step that brings it to its decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.granting import GrantMotion
from app.procedure.handling import lacks_second, takes_objections, unopposed
from app.procedure.hearing import Hearing
from app.procedure.hearings import EntertainMotion, speakers_on
from app.procedure.majorities import todays_rule
from app.procedure.motions import WithdrawMotion
from app.procedure.precedence import Motion
from app.procedure.quorum import electorate
from app.procedure.rulebook import MotionRule
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.shortening import ShortenMotion
from app.procedure.turns import WaiveSpeakers
from app.procedure.voting import OpenVote
from app.screens.cockpit.common import closed, names, refused
from app.screens.cockpit.late import Asked, asked_time, stops_told
from app.screens.directory import Directory
from app.screens.shown import told, tongue
from app.words import listed, motion_detail, motion_title, name_of, threshold_sentence
from app.words.motion_stages import motion_stage
from resolutions.voting import needed


@dataclass(frozen=True, slots=True)
class Rung:
    """A motion that waits; `needed` Yes carry it if everybody votes, unless the chair decides.

    `step` is what comes next, as a code: second, objections, chair, hear, hearing, vote or voting. `stage`
    says in words how far it is. `time` is what it asks for: the browser tells whether it fits before a break.
    """

    number: int
    title: str
    by: str
    detail: str
    step: str
    stage: str
    needed: int
    electorate: int
    threshold: str
    takes_objections: bool
    why_not_vote: str
    why_not_hear: str
    time: Asked | None


@dataclass(frozen=True, slots=True)
class MotionsView:
    """The ladder, the first rung first; `stops` are the stops of the day, as JSON."""

    template: ClassVar[str] = "cockpit/motions.html"
    coalesced: ClassVar[bool] = False
    committee: int
    rungs: tuple[Rung, ...]
    appeal_first: bool
    why_not_grant: str
    why_not_withdraw: str
    why_not_rule: str
    why_not_waive: str
    why_not_shorten: str
    stops: str


def draw_motions(floor: Floor, directory: Directory) -> MotionsView:
    """What waits, in the order in which it is put."""
    return MotionsView(
        directory.committee,
        tuple(_rung(floor, directory, motion) for motion in floor.motions.pending),
        floor.rulings.appeal is not None,
        closed(floor, directory, GrantMotion),
        closed(floor, directory, WithdrawMotion),
        closed(floor, directory, RuleMotionOut),
        closed(floor, directory, WaiveSpeakers),
        closed(floor, directory, ShortenMotion),
        stops_told(floor, directory),
    )


def _rung(floor: Floor, directory: Directory, motion: Motion) -> Rung:
    speak, named = tongue(directory), names(floor, directory)
    rule = floor.rulebook.motion(motion.kind)
    majority = floor.rulebook.majority(rule) if rule else None
    voters = len(electorate(floor, "procedure"))
    count, threshold = 0, ""
    if majority is not None and voters:
        carries = todays_rule(floor, majority, "procedure")
        count = needed(carries, voters, voters)
        threshold = threshold_sentence(carries, voters, floor.rulebook.votes.procedural_abstain, speak)
    return Rung(
        motion.number,
        motion_title(motion.kind, motion.terms, named, speak),
        listed([name_of(key, named, speak) for key in motion.movers], speak),
        motion_detail(motion.kind, motion.terms, named, speak),
        step(floor, rule, motion),
        motion_stage(told(floor, directory), motion),
        count,
        voters,
        threshold,
        rule is not None and takes_objections(floor, rule),
        refused(floor, directory, OpenVote("motion", str(motion.number))),
        refused(floor, directory, EntertainMotion(motion.number)),
        asked_time(floor, motion),
    )


def step(floor: Floor, rule: MotionRule | None, motion: Motion) -> str:
    """What comes next for a motion, as a code."""
    if floor.votes.about("motion", str(motion.number)):
        return "voting"
    if rule is None:
        return "chair"
    if lacks_second(floor, rule, motion):
        return "second"
    if motion.hearing is None and not speakers_on(floor, rule, motion).enough(Hearing()):
        return "hear"
    if motion.hearing is not None and not speakers_on(floor, rule, motion).enough(motion.hearing):
        return "hearing"
    if floor.rulebook.majority(rule) is None:
        return "chair"
    return "objections" if unopposed(floor, rule, motion) else "vote"
