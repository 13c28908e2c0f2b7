"""Every motion as a row: where it is moved, which events follow when it passes, how the floor is after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.rulebook import Rulebook
from tests.procedure.meeting import Meeting
from tests.procedure.moving import (
    MOVER,
    after_a_speech,
    after_caucus,
    debating,
    in_caucus,
    list_closed,
    sitting,
    tabled,
    with_a_failed_draft,
    with_abstentions,
    with_amendment,
    with_approved,
    with_draft,
    with_draft_in_hand,
    with_two_drafts,
    with_working_paper,
)


@dataclass(frozen=True)
class Row:
    """One effect: where it is moved, the events that follow the decision, what holds afterwards."""

    where: Callable[[Rulebook], Meeting]
    events: tuple[str, ...]
    holds: Callable[[Floor, Floor], bool]


def _caucus(kind: str) -> Callable[[Floor, Floor], bool]:
    def holds(before: Floor, after: Floor) -> bool:
        caucus = after.caucus
        return caucus is not None and caucus.kind == kind and caucus.proposer == MOVER

    return holds


TABLE: dict[str, Row] = {
    "adjourn_meeting": Row(debating, ("MeetingAdjourned",), lambda b, a: a.meeting.state == "adjourned"),
    "suspend_meeting": Row(debating, ("MeetingSuspended",), lambda b, a: a.meeting.state == "suspended"),
    "adjourn_to_time": Row(debating, ("MeetingSuspended",), lambda b, a: a.meeting.until != ""),
    "extend_debate_time": Row(
        with_draft_in_hand,
        ("ClockAdjusted",),
        lambda b, a: a.clocks["debate"].total > b.clocks["debate"].total,
    ),
    "end_debate_stage": Row(
        with_draft_in_hand,
        ("DebateStageBegan",),
        lambda b, a: a.resolution_debate is not None and a.resolution_debate.now.stage == "against",
    ),
    "set_debate_mode": Row(
        with_draft_in_hand,
        ("DebateModeSet", "DebateStageBegan"),
        lambda b, a: a.resolution_debate is not None and a.resolution_debate.mode == "open",
    ),
    "open_moderated_caucus": Row(debating, ("CaucusOpened",), _caucus("moderated")),
    "open_unmoderated_caucus": Row(debating, ("CaucusOpened",), _caucus("unmoderated")),
    "open_consultation": Row(debating, ("CaucusOpened",), _caucus("consultation")),
    "open_round_robin": Row(debating, ("CaucusOpened",), _caucus("round_robin")),
    "open_panel": Row(with_draft, ("CaucusOpened",), _caucus("panel")),
    "open_questions": Row(after_a_speech, ("CaucusOpened",), _caucus("questions")),
    "hear_guest": Row(debating, ("SpeechBegan",), lambda b, a: a.speeches.now is not None),
    "straw_poll": Row(debating, ("StrawPollOpened",), lambda b, a: a.straw_poll is not None),
    "keep_silence": Row(sitting, ("SilenceBegan",), lambda b, a: "silence" in a.clocks),
    "extend_caucus": Row(
        after_caucus, ("CaucusExtended",), lambda b, a: a.caucus is not None and a.caucus.extensions == 1
    ),
    "end_caucus": Row(in_caucus, ("CaucusEnded",), lambda b, a: b.caucus is not None and a.caucus is None),
    "introduce_paper": Row(
        with_approved, ("PaperIntroduced",), lambda b, a: a.papers.papers[0].stage == "introduced"
    ),
    "introduce_amendment": Row(
        with_amendment, ("AmendmentIntroduced",), lambda b, a: a.papers.amendments[0].stage == "introduced"
    ),
    "set_agenda": Row(sitting, ("AgendaSet",), lambda b, a: a != b),
    "open_debate": Row(sitting, ("DebateOpened",), lambda b, a: a.meeting.debate == "open"),
    "adjourn_debate": Row(debating, ("DebateAdjourned",), lambda b, a: a.meeting.tabled == (1,)),
    "postpone": Row(debating, ("DebateAdjourned",), lambda b, a: a.meeting.tabled == (1,)),
    "resume_debate": Row(
        tabled, ("DebateResumed",), lambda b, a: a.meeting.topic == 1 and a.meeting.tabled == ()
    ),
    "close_debate": Row(with_draft, ("DebateClosed",), lambda b, a: a.meeting.debate == "closed"),
    "set_speaking_time": Row(
        debating, ("SpeakingTimeSet",), lambda b, a: a.speeches.general.seconds != b.speeches.general.seconds
    ),
    "limit_debate": Row(debating, ("SpeakersLimited",), lambda b, a: a.speeches != b.speeches),
    "open_speakers_list": Row(
        list_closed, ("SpeakersListOpened",), lambda b, a: a.speeches.general.open > b.speeches.general.open
    ),
    "close_speakers_list": Row(
        debating, ("SpeakersListClosed",), lambda b, a: b.speeches.general.open > a.speeches.general.open
    ),
    "enter_voting": Row(with_draft, ("DebateClosed", "VotingEntered"), lambda b, a: a.action.on),
    "reorder_drafts": Row(
        with_two_drafts, ("DraftsReordered",), lambda b, a: a.action.order == ("WP-2", "WP-1")
    ),
    "divide": Row(with_two_drafts, ("QuestionDivided",), lambda b, a: a.papers.parts != b.papers.parts),
    "divide_clause_by_clause": Row(
        with_two_drafts, ("QuestionDivided",), lambda b, a: len(a.papers.parts) == len(b.papers.parts) + 2
    ),
    "take_roll_call": Row(with_two_drafts, ("RollCallGranted",), lambda b, a: a.action.roll_calls != ()),
    "ask_acclamation": Row(with_two_drafts, ("ConsensusAsked",), lambda b, a: a.action.asked is not None),
    "declare_important": Row(
        with_draft, ("ImportanceDeclared",), lambda b, a: any(p.important for p in a.papers.papers)
    ),
    "reconsider": Row(
        with_a_failed_draft, ("PaperReconsidered",), lambda b, a: a.papers.papers[0].stage == "introduced"
    ),
    "divide_the_house": Row(
        with_abstentions, ("HouseDivided",), lambda b, a: a.papers.papers[0].stage == "introduced"
    ),
    "withdraw": Row(with_draft, ("PaperWithdrawn",), lambda b, a: a.papers.papers[0].stage == "withdrawn"),
    "introduce_working_paper": Row(
        with_working_paper, ("PaperShown",), lambda b, a: a.papers.papers[0].is_public
    ),
    "refer": Row(debating, ("DebateAdjourned",), lambda b, a: a.meeting.tabled == (1,)),
    "find_no_competence": Row(debating, ("DebateAdjourned",), lambda b, a: a.meeting.tabled == (1,)),
    "suspend_rule": Row(debating, ("RuleSuspended",), lambda b, a: len(a.suspended_rules) == 1),
}
