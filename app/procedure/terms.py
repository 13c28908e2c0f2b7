"""The terms of a motion: what it asks for, and what the rulebook says against that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from app.procedure.act import LONGEST_REASON, Refusals, against, impossible, words
from app.procedure.caucuses import caucus_time, even_time, extension_time, speeches_time
from app.procedure.rulebook import MotionRule
from app.procedure.speaking_time import speech_range
from app.procedure.sponsorship import names_missing

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LONGEST_TOPIC = LONGEST_REASON
LONGEST_SECONDS = 24 * 3600
MOST_TOPICS = 20


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


def taken(rule: MotionRule, terms: Terms) -> Terms:
    """The terms without what this kind of motion does not take, so that equal motions are equal."""
    takes = {*rule.parameters, *rule.optional}
    return Terms(**{f.name: getattr(terms, f.name) for f in fields(Terms) if f.name in takes})


def form(terms: Terms) -> Refusals:
    """What stands against the terms as such: too long, not printable, out of range."""
    for name in ("topic", "paper", "amendment", "until"):
        yield from words(getattr(terms, name), name, LONGEST_TOPIC)
    for name in ("total_seconds", "speech_seconds"):
        if not 0 <= getattr(terms, name) <= LONGEST_SECONDS:
            yield impossible("seconds.positive", name)
    if not 0 <= terms.topic_number <= MOST_TOPICS:
        yield impossible("topic.unknown", "topic_number")


def check_terms(floor: Floor, rule: MotionRule, terms: Terms) -> Refusals:
    """Every parameter that the kind needs, and what stands against its effect."""
    for name in rule.parameters:
        if not getattr(terms, name):
            yield impossible("motion.needs", name, motion=rule.kind, parameter=name)
            return
    yield from check_effect(floor, rule, terms)


def check_effect(floor: Floor, rule: MotionRule, terms: Terms) -> Refusals:
    """What stands against the effect as the floor is now.

    Asked when a motion is raised, and again when it is put: what it is about may be gone by then.
    """
    needs = NEEDS_DEBATE.get(rule.effect)
    if needs is not None and floor.meeting.debate not in needs:
        yield impossible("motion.needs_debate", "kind", motion=rule.kind)
        return
    check = CHECKS.get(rule.effect)
    if check is not None:
        yield from check(floor, terms)


def gone(floor: Floor, rule: MotionRule, terms: Terms) -> Refusals:
    """What has become impossible since the motion was raised; what the chair let pass stays passed."""
    yield from (r for r in check_effect(floor, rule, terms) if r.ground != "against_rulebook")


def _check_moderated(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds)
    yield from speeches_time(floor, terms.total_seconds, terms.speech_seconds)


def _check_unmoderated(floor: Floor, terms: Terms) -> Refusals:
    yield from caucus_time(floor, terms.total_seconds)


def _check_extension(floor: Floor, terms: Terms) -> Refusals:
    caucus = floor.caucus or floor.last_caucus
    if caucus is None or caucus.kind == "round_robin":
        yield impossible("caucus.none_to_extend")
        return
    yield from caucus_time(floor, terms.total_seconds)
    yield from extension_time(floor, caucus, terms.total_seconds)
    if caucus.speakers is not None:
        yield from even_time(floor, terms.total_seconds, caucus.speakers.seconds)


def _check_paper(floor: Floor, terms: Terms) -> Refusals:
    paper = floor.papers.get(terms.paper)
    if paper is None:
        yield impossible("paper.unknown", "paper", paper=terms.paper[:LONGEST_TOPIC])
    elif paper.stage != "approved":
        yield impossible("paper.not_approved", "paper", paper=paper.name)
    elif paper.topic != floor.meeting.topic:
        yield against("paper.other_topic", "paper", paper=paper.name, topic=paper.topic)


def _check_amendment(floor: Floor, terms: Terms) -> Refusals:
    found = floor.papers.amendment(terms.amendment)
    if found is None:
        yield impossible("amendment.unknown", "amendment", amendment=terms.amendment[:LONGEST_TOPIC])
    elif found.stage != "proposed":
        yield impossible("amendment.not_proposed", "amendment", amendment=found.key)
    else:
        yield from names_missing(floor, found)


def _check_tabled(floor: Floor, terms: Terms) -> Refusals:
    if terms.topic_number not in floor.meeting.tabled:
        yield impossible("topic.not_tabled", "topic_number", topic=terms.topic_number)


def _check_speech(floor: Floor, terms: Terms) -> Refusals:
    yield from speech_range(floor, terms.speech_seconds, "speech_seconds")


def _check_speech_if_named(floor: Floor, terms: Terms) -> Refusals:
    if terms.speech_seconds:
        yield from _check_speech(floor, terms)


CHECKS: dict[str, Callable[[Floor, Terms], Refusals]] = {
    "open_moderated_caucus": _check_moderated,
    "open_unmoderated_caucus": _check_unmoderated,
    "open_consultation": _check_unmoderated,
    "open_round_robin": _check_speech,
    "extend_caucus": _check_extension,
    "introduce_paper": _check_paper,
    "introduce_amendment": _check_amendment,
    "resume_debate": _check_tabled,
    "set_speaking_time": _check_speech,
    "open_speakers_list": _check_speech_if_named,
}
NEEDS_DEBATE: dict[str, tuple[str, ...]] = {
    "open_moderated_caucus": ("open",),
    "open_round_robin": ("open",),
    "extend_caucus": ("open", "none"),
    "introduce_paper": ("open", "closed"),
    "introduce_amendment": ("open", "closed"),
    "adjourn_debate": ("open", "closed"),
    "close_debate": ("open",),
    "set_speaking_time": ("open",),
    "open_speakers_list": ("open",),
    "close_speakers_list": ("open",),
}
"""Effects that mean nothing unless debate on a topic is in these states, whatever the chair insists on."""
