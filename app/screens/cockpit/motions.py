"""The ladder of motions in their order of precedence, and the form by which the dais enters one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.motions import RaiseMotion, RuleMotionOut, WithdrawMotion
from app.procedure.phases import on_offer
from app.procedure.precedence import Motion
from app.procedure.quorum import electorate
from app.procedure.rulebook import MotionRule
from app.procedure.voting import GrantMotion, OpenVote
from app.screens.cockpit.common import Option, closed, names, refused, tongue
from app.screens.directory import Directory
from app.words import (
    N_,
    Language,
    listed,
    motion_detail,
    motion_kind_name,
    motion_title,
    name_of,
    threshold_sentence,
    topic_name,
)
from resolutions.voting import MajorityRule, needed


@dataclass(frozen=True, slots=True)
class Rung:
    """A motion that waits; `needed` Yes carry it if everybody votes, unless the chair decides."""

    number: int
    title: str
    by: str
    detail: str
    by_chair: bool
    needed: int
    electorate: int
    threshold: str
    speakers: str
    on_floor: bool
    why_not_vote: str


@dataclass(frozen=True, slots=True)
class MotionsView:
    """The ladder, the first rung first."""

    template: ClassVar[str] = "cockpit/motions.html"
    coalesced: ClassVar[bool] = False
    committee: int
    rungs: tuple[Rung, ...]
    why_not_grant: str
    why_not_withdraw: str
    why_not_rule: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of motion: what its mover must name, and may, and whether it is in order now."""

    value: str
    label: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    in_order: bool


@dataclass(frozen=True, slots=True)
class MovingView:
    """The form of a new motion: kinds in order now, then those that a chair may insist on."""

    template: ClassVar[str] = "cockpit/moving.html"
    coalesced: ClassVar[bool] = False
    committee: int
    kinds: tuple[Kind, ...]
    questions: tuple[str, ...]
    papers: tuple[Option, ...]
    amendments: tuple[Option, ...]
    topics: tuple[Option, ...]
    why: str


def draw_motions(floor: Floor, directory: Directory) -> MotionsView:
    """What waits, in the order in which it is put."""
    return MotionsView(
        directory.committee,
        tuple(_rung(floor, directory, motion) for motion in floor.motions.pending),
        closed(floor, directory, GrantMotion),
        closed(floor, directory, WithdrawMotion),
        closed(floor, directory, RuleMotionOut),
    )


def draw_moving(floor: Floor, directory: Directory) -> MovingView:
    """What may be moved now."""
    speak, named = tongue(directory), names(floor, directory)
    offered = tuple(on_offer(floor))
    others = tuple(rule for rule in floor.rulebook.motions if rule not in offered)
    kinds = tuple(_kind(rule, rule in offered, speak) for rule in (*offered, *others))
    approved = (paper for paper in floor.papers.papers if paper.stage == "approved")
    proposed = (one for one in floor.papers.amendments if one.stage == "proposed")
    tabled = (Option(str(number), topic_name(number, named, speak)) for number in floor.meeting.tabled)
    return MovingView(
        directory.committee,
        kinds,
        directory.questions,
        tuple(Option(paper.key, f"{paper.name}, {paper.title}") for paper in approved),
        tuple(Option(one.key, f"{one.key}, {named[f'paper:{one.paper}']}") for one in proposed),
        tuple(tabled),
        closed(floor, directory, RaiseMotion),
    )


def _kind(rule: MotionRule, in_order: bool, speak: Language) -> Kind:
    takes = (*rule.parameters, *rule.optional)
    return Kind(rule.kind, motion_kind_name(rule.kind, speak), rule.parameters, takes, in_order)


def _rung(floor: Floor, directory: Directory, motion: Motion) -> Rung:
    speak, named = tongue(directory), names(floor, directory)
    rule = floor.rulebook.motion(motion.kind)
    majority = rule.majority if rule else "chair"
    voters = len(electorate(floor, procedural=True))
    count, threshold = 0, ""
    if majority != "chair" and voters:
        carries = MajorityRule(majority)
        count = needed(carries, voters, voters)
        threshold = threshold_sentence(carries, voters, floor.rulebook.votes.procedural_abstain, speak)
    return Rung(
        motion.number,
        motion_title(motion.kind, motion.terms, named, speak),
        listed([name_of(key, named, speak) for key in (motion.seat, *motion.also)], speak),
        motion_detail(motion.kind, motion.terms, named, speak),
        majority == "chair",
        count,
        voters,
        threshold,
        _speakers(rule.speakers_for, rule.speakers_against, speak) if rule else "",
        floor.votes.about("motion", str(motion.number)),
        refused(floor, directory, OpenVote("motion", str(motion.number))),
    )


def _speakers(in_favour: int, opposed: int, speak: Language) -> str:
    """Who speaks on the motion before it is put, in words; "" where nobody does."""
    if not in_favour and not opposed:
        return ""
    message = N_("first {in_favour} for it, {opposed} against it speak")
    return speak.say(message, in_favour=in_favour, opposed=opposed)
