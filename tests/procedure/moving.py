"""Where motions are moved in tests, and how they come to their decision."""

from __future__ import annotations

from typing import Any

from app.procedure.agenda import OpenDebate
from app.procedure.amendments import ProposeAmendment
from app.procedure.asks import filled
from app.procedure.attendance import SetStatus
from app.procedure.caucuses import EndCaucus
from app.procedure.floor import Floor
from app.procedure.granting import GrantMotion
from app.procedure.handling import DIVISIONS, ObjectToMotion, SecondMotion, seconds_needed, takes_objections
from app.procedure.hearings import EntertainMotion
from app.procedure.list_state import CloseDebate
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper
from app.procedure.presence import calls_the_roll
from app.procedure.roster import delegations
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.sittings import OpenMeeting
from app.procedure.speeches import CallSpeaker, EndSpeech
from app.procedure.sponsorship import SignAmendment
from app.procedure.taking_up import TakeUpDraft
from app.procedure.turns import WaiveSpeakers
from app.procedure.voting import OpenVote
from resolutions.document import digest
from resolutions.voting import MajorityRule, count_hands
from tests.procedure.meeting import MEMBERS, TEXT, Meeting, called_to_order, committee

MOVER, OTHER = "peru", "ghana"


def sitting(book: Rulebook) -> Meeting:
    """The committee sits; no topic is under debate."""
    blank = committee(book)
    if calls_the_roll(blank.floor):
        return called_to_order(rulebook=book)
    blank.do(OpenMeeting())
    for seat in delegations(blank.floor):
        blank.do(SetStatus("present", seat.key))
    return blank


def debating(book: Rulebook) -> Meeting:
    """The first topic is under debate."""
    meeting = sitting(book)
    meeting.do(OpenDebate(1))
    return meeting


def with_approved(book: Rulebook) -> Meeting:
    """A draft is approved, and not introduced."""
    meeting = debating(book)
    meeting.approved((MOVER, OTHER))
    return meeting


def with_draft(book: Rulebook) -> Meeting:
    """A draft is before the committee."""
    meeting = with_approved(book)
    carry(meeting, "introduce_paper")
    return meeting


def with_draft_in_hand(book: Rulebook) -> Meeting:
    """It is debated by itself, in time for."""
    meeting = with_draft(book)
    meeting.do(TakeUpDraft("WP-1"))
    return meeting


def with_amendment(book: Rulebook) -> Meeting:
    """An amendment to it has been proposed with its names, when the house takes amendments."""
    meeting = with_draft(book)
    if book.timed_debate.used:
        meeting.do(TakeUpDraft("WP-1", "open"))
    change = ProposeAmendment("WP-1", "modify", digest(TEXT), "o2", "Requests", "an annual report")
    meeting.do(change, by=MOVER)
    for seat in MEMBERS[:3]:
        meeting.do(SignAmendment("A1"), by=seat)
    return meeting


def with_two_drafts(book: Rulebook) -> Meeting:
    """Debate is closed on two drafts, and voting is on."""
    meeting = with_draft(book)
    meeting.approved(("spain", "france"))
    carry(meeting, "introduce_paper")
    return _closed(meeting)


def with_a_failed_draft(book: Rulebook) -> Meeting:
    """A draft was put to the vote without anybody in favour."""
    return _voted(with_draft(book), 0)


def with_abstentions(book: Rulebook) -> Meeting:
    """A draft failed, and some abstained."""
    return _voted(with_draft(book), 2)


def _closed(meeting: Meeting) -> Meeting:
    """Debate is closed by the house's motion, or by the chair, and voting has begun."""
    book = meeting.floor.rulebook
    if any(rule.effect == "close_debate" for rule in book.motions):
        carry(meeting, "close_debate")
    else:
        meeting.do(CloseDebate(), insist="Nobody asked for the floor")
    if book.action.own_step:
        carry(meeting, "enter_voting")
    return meeting


def _voted(meeting: Meeting, abstain: int) -> Meeting:
    _closed(meeting)
    meeting.do(OpenVote("paper", "WP-1", "placards"), insist="The house is small")
    meeting.hands(0, len(meeting.vote.order) - abstain, abstain)
    return meeting


def with_working_paper(book: Rulebook) -> Meeting:
    """Peru has begun a working paper."""
    meeting = debating(book)
    meeting.do(StartPaper("Reintegration"), by=MOVER)
    return meeting


def in_caucus(book: Rulebook) -> Meeting:
    """An unmoderated caucus runs."""
    meeting = debating(book)
    carry(meeting, "open_unmoderated_caucus")
    return meeting


def after_caucus(book: Rulebook) -> Meeting:
    """It has just ended."""
    meeting = in_caucus(book)
    meeting.do(EndCaucus())
    return meeting


def after_a_speech(book: Rulebook) -> Meeting:
    """A delegation has spoken on the general list."""
    meeting = debating(book)
    meeting.do(CallSpeaker(OTHER))
    meeting.do(EndSpeech(OTHER))
    return meeting


def tabled(book: Rulebook) -> Meeting:
    """Debate on the first topic was adjourned."""
    meeting = debating(book)
    carry(meeting, "adjourn_debate")
    return meeting


def list_closed(book: Rulebook) -> Meeting:
    """The general list takes no names."""
    meeting = debating(book)
    carry(meeting, "close_speakers_list")
    return meeting


def rule_with(book: Rulebook, effect: str) -> MotionRule:
    """The first kind of the house with this effect."""
    return next(rule for rule in book.motions if rule.effect == effect)


def carry(meeting: Meeting, effect: str) -> tuple[Any, ...]:
    """Peru moves the house's kind with this effect, filled as its form asks, and it passes."""
    number = move(meeting, rule_with(meeting.floor.rulebook, effect))
    return decide(meeting, number, passes=True)


def move(meeting: Meeting, rule: MotionRule) -> int:
    """Moved, seconded, objected to and spoken on, as the house has it; returns the motion's number."""
    command = filled(meeting.floor, MOVER, RaiseMotion, kind=rule.kind)
    assert command is not None, f"{rule.kind} is not in order here"
    meeting.do(command, by=MOVER)
    number = meeting.floor.number
    if meeting.floor.motions.find(number) is None:  # granted on request, with the motion itself
        return number
    if seconds_needed(meeting.floor, rule) != "none":
        meeting.do(SecondMotion(number), by=OTHER)
    if takes_objections(meeting.floor, rule) and not _by_its_mover(meeting.floor, rule):
        meeting.do(ObjectToMotion(number), by=OTHER)
    hears = rule.speakers_for or rule.speakers_against or rule.mover_speaks
    if hears and not _by_its_mover(meeting.floor, rule):
        meeting.do(EntertainMotion(number))
        meeting.do(WaiveSpeakers("motion", number))
    return number


def _by_its_mover(floor: Floor, rule: MotionRule) -> bool:
    """Whether only the mover of the draft can stop it, by objecting."""
    return rule.effect in DIVISIONS and floor.rulebook.division.mover_of_draft_only


def decide(meeting: Meeting, number: int, passes: bool) -> tuple[Any, ...]:
    """The motion is decided with not one vote more than it takes; returns the events of the decision."""
    motion = meeting.floor.motions.find(number)
    if motion is None:  # granted on request
        return tuple(meeting.said[-1][5])
    rule = meeting.floor.rulebook.motion(motion.kind)
    assert rule is not None
    if _by_its_mover(meeting.floor, rule):
        stops = ObjectToMotion(number, OTHER)
        return meeting.do(GrantMotion(number, True) if passes else stops)
    if meeting.floor.rulebook.majority(rule) is None:
        return meeting.do(GrantMotion(number, passes))
    vote = meeting.put("motion", number)
    size = len(vote.order)
    yes = least_yes(vote.rule, size)
    meeting.hands(*((yes, size - yes) if passes else (yes - 1, size - yes + 1)))
    return tuple(meeting.said[-1][5])


def least_yes(rule: MajorityRule, size: int) -> int:
    """How many of `size` votes carry, found by counting."""
    return next(yes for yes in range(size + 1) if count_hands(rule, size, yes, size - yes).passed)
