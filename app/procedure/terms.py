"""The terms of a motion: what it asks for, and what the rulebook says against that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from app.procedure.act import LONGEST_REASON, Refusals, against, impossible, words
from app.procedure.checks import agenda as checks_agenda
from app.procedure.checks import caucuses as checks_caucuses
from app.procedure.checks import debate as checks_debate
from app.procedure.checks.voting import VOTING_CHECKS, VOTING_NEEDS_DEBATE
from app.procedure.rulebook import MotionRule
from app.procedure.speaking_time import speech_range
from app.procedure.sponsorship import names_missing
from app.procedure.suspended_rules import check_rule
from resolutions.lifecycle import allowed

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LONGEST_TOPIC = LONGEST_REASON
LONGEST_SECONDS = 24 * 3600
MOST_TOPICS = 20
MOST_ENTRIES = 100
LONGEST_ENTRY = 2_000
"""Entries of a list of keys or of groups of clauses, and characters of one."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a motion asks for. Times in seconds; 0, "" and () where the kind has no such parameter.

    `order` are keys in the order that is moved; each of `clauses` is one group of clause uids joined by "+";
    `to` is where a matter is referred, `count` a number of questions or speakers, `name` a person's, `rule`
    the id of a rule ("caucus.max_total"), `mode` how a draft is debated.
    """

    total_seconds: int = 0
    speech_seconds: int = 0
    topic: str = ""
    paper: str = ""
    amendment: str = ""
    until: str = ""
    topic_number: int = 0
    order: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    to: str = ""
    count: int = 0
    name: str = ""
    rule: str = ""
    mode: Literal["", "open", "closed"] = ""


TERMS = tuple(field.name for field in fields(Terms))
"""Their names: forms try hundreds of terms, which cannot ask the class each time."""


def taken(rule: MotionRule, terms: Terms) -> Terms:
    """The terms without what this kind of motion does not take, so that equal motions are equal."""
    takes = {*rule.parameters, *rule.optional}
    return Terms(**{name: getattr(terms, name) for name in TERMS if name in takes})


def form(terms: Terms) -> Refusals:
    """What stands against the terms as such: too long, not printable, out of range."""
    for name in ("topic", "paper", "amendment", "until", "to", "name", "rule"):
        yield from words(getattr(terms, name), name, LONGEST_TOPIC)
    for name in ("order", "clauses"):
        yield from _entries(getattr(terms, name), name)
    for name in ("total_seconds", "speech_seconds"):
        if not 0 <= getattr(terms, name) <= LONGEST_SECONDS:
            yield impossible("seconds.positive", name)
    if not 0 <= terms.count <= MOST_ENTRIES:
        yield impossible("motion.count", "count", most=MOST_ENTRIES)
    if not 0 <= terms.topic_number <= MOST_TOPICS:
        yield impossible("topic.unknown", "topic_number")


def _entries(entries: tuple[str, ...], name: str) -> Refusals:
    """What stands against a list of keys or of groups of clauses as such."""
    if len(entries) > MOST_ENTRIES:
        yield impossible("motion.entries", name, most=MOST_ENTRIES)
    for entry in entries[:MOST_ENTRIES]:
        yield from words(entry, name, LONGEST_ENTRY)


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


def _check_paper(floor: Floor, terms: Terms) -> Refusals:
    paper = floor.papers.get(terms.paper)
    if paper is None:
        yield impossible("paper.unknown", "paper", paper=terms.paper[:LONGEST_TOPIC])
    elif not allowed(paper.stage, "introduce"):
        yield impossible("paper.not_approved", "paper", paper=paper.name)
    elif paper.topic != floor.meeting.topic:
        yield against("paper.other_topic", "paper", paper=paper.name, topic=paper.topic)


def _check_amendment(floor: Floor, terms: Terms) -> Refusals:
    found = floor.papers.amendment(terms.amendment)
    if found is None:
        yield impossible("amendment.unknown", "amendment", amendment=terms.amendment[:LONGEST_TOPIC])
    elif found.stage != "proposed":
        yield impossible("amendment.not_proposed", "amendment", amendment=found.key)
    elif found.parent and _stage(floor, found.parent) != "introduced":
        yield impossible("amendment.parent_first", "amendment", amendment=found.parent)
    else:
        yield from names_missing(floor, found)


def _check_closure(floor: Floor, terms: Terms) -> Refusals:
    """Closure brings the vote, and there is nothing to vote on (T53)."""
    if not floor.papers.before_the_committee(floor.meeting.topic):
        yield against("debate.no_draft", "kind")


def _stage(floor: Floor, amendment: str) -> str:
    found = floor.papers.amendment(amendment)
    return found.stage if found else ""


def _check_speech(floor: Floor, terms: Terms) -> Refusals:
    yield from speech_range(floor, terms.speech_seconds, "speech_seconds")


def _check_speech_if_named(floor: Floor, terms: Terms) -> Refusals:
    if terms.speech_seconds:
        yield from _check_speech(floor, terms)


def _check_limit(floor: Floor, terms: Terms) -> Refusals:
    yield from _check_speech_if_named(floor, terms)
    if not terms.speech_seconds and not terms.count:
        yield impossible("limit.nothing", "count")


CHECKS: dict[str, Callable[[Floor, Terms], Refusals]] = {
    **checks_agenda.CHECKS,
    **checks_caucuses.CHECKS,
    **checks_debate.CHECKS,
    "open_round_robin": _check_speech,
    "introduce_paper": _check_paper,
    "introduce_amendment": _check_amendment,
    "close_debate": _check_closure,
    "set_speaking_time": _check_speech,
    "limit_debate": _check_limit,
    "open_speakers_list": _check_speech_if_named,
    "suspend_rule": check_rule,
    **VOTING_CHECKS,
}
NEEDS_DEBATE: dict[str, tuple[str, ...]] = {
    **checks_agenda.NEEDS,
    **checks_caucuses.NEEDS,
    **checks_debate.NEEDS,
    "introduce_paper": ("open", "closed"),
    "introduce_amendment": ("open", "closed"),
    "close_debate": ("open",),
    "set_speaking_time": ("open",),
    "limit_debate": ("open",),
    "open_speakers_list": ("open",),
    "close_speakers_list": ("open",),
    **VOTING_NEEDS_DEBATE,
}
"""Effects that mean nothing unless debate on a topic is in these states, whatever the chair insists on."""
