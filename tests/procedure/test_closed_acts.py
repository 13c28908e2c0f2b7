"""Why a button is grey: in quiet debate, before it, and in voting, each closed act with its rules."""

from __future__ import annotations

from collections.abc import Mapping

from app.procedure.floor import ACTS, Floor, stands_against
from tests.procedure.meeting import CHAIR, before_the_vote, called_to_order, committee, in_debate

OF_THE_SEAT = {"dais.only", "chair.only", "delegation.only", "room.only", "organizer.only"}
"""Who acts at all stands in test_who_may."""
NOTHING_THERE = {
    "committee.open_already": "OpenCommittee",
    "roll_call.not_running": "MarkAllPresent CloseRollCall",
    "note.none": "AnswerNote",
    "quorum.not_challenged": "RecordQuorum",
    "meeting.open_already roll_call.not_started": "OpenMeeting",
    "meeting.not_suspended": "ResumeMeeting",
    "speech.none": "EndSpeech YieldFloor",
    "caucus.none": "EndCaucus",
    "question_time.none": "CallQuestioner",
    "placard.down": "LowerPlacard",
    "slot.not_asked": "TakeSlot",
    "timed.not_used timed.none": "TakeUpAmendment",
    "timed.not_used timed.none_failed": "ReopenDraft",
    "timed.none": "EndDebateStage JoinDebate CallDebater",
    "timed.not_asked": "LeaveDebate",
    "consultations.none": (
        "TakeParagraph AgreeParagraph CloseConsultations BracketParagraph ReopenParagraph"
    ),
    "opening.not_used": "BeginOpeningSpeeches",
    "reply.nothing": "AskReply",
    "reply.none": "GrantReply DenyReply",
    "warning.not_used": "WarnDelegation",
    "straw_poll.none": "CountStrawPoll",
    "silence.none": "EndSilence",
    "motion.gone": "WithdrawMotion ShortenMotion RuleMotionOut GrantMotion",
    "motion.none motion.no_seconds": "SecondMotion",
    "motion.none": "ObjectToMotion EntertainMotion",
    "question.none": "SpeakOnMotion CallOnQuestion",
    "point.none": "WithdrawPoint RulePoint",
    "point.unavailable speech.none": "TakePoints",
    "ruling.none": "AppealRuling",
    "appeal.not_open": "SpeakOnAppeal",
    "consensus.not_asked": "Object",
    "vote.over": (
        "CastBallot NoAnswer CorrectBallot ChangeBallot EnterCount CloseVote AnnounceResult VoidVote"
    ),
    "election.no_next": "OpenNextBallot",
    "election.over": (
        "ReceiveSecretBallots CloseElection CountElection EnterElectionCount AnnounceElection VoidElection"
    ),
}
"""What is closed for want of something to do it to, whatever the committee is at."""
IN_DEBATE = NOTHING_THERE | {
    "debate.open_already": "OpenDebate",
    "voting.not_on": "EndVoting",
    "agenda.in_debate agenda.by_motion": "SetAgenda",
    "list.not_exhausted": "CloseDebate",
    "comment.none": "CallComment",
    "placard.nothing": "RaisePlacard",
    "timed.not_used timed.no_draft": "TakeUpDraft",
    "consultations.not_used": "OpenConsultations",
    "explanation.nothing": "HearExplanation",
}
RUNS_A_LIST = (
    "OpenSpeakersList CloseSpeakersList MoveInSpeakersList SetSpeakingTime CallNextSpeaker CallSpeaker"
)
BEFORE_DEBATE = NOTHING_THERE | {
    "voting.not_on": "EndVoting",
    "agenda.by_motion": "SetAgenda",
    "list.no_debate": f"{RUNS_A_LIST} CloseDebate LeaveSpeakersList",
    "list.no_debate list.closed": "JoinSpeakersList",
    "list.no_debate comment.none": "CallComment",
    "placard.nothing": "RaisePlacard",
    "timed.not_used timed.no_draft": "TakeUpDraft",
    "consultations.not_used consultations.no_debate": "OpenConsultations",
    "explanation.nothing": "HearExplanation",
}
IN_VOTING = NOTHING_THERE | {
    "debate.open_already": "OpenDebate",
    "voting.drafts_left": "EndVoting",
    "agenda.in_debate agenda.by_motion": "SetAgenda",
    "list.debate_closed": f"{RUNS_A_LIST} LeaveSpeakersList",
    "list.no_debate": "CloseDebate",
    "list.debate_closed list.closed": "JoinSpeakersList",
    "list.debate_closed comment.none": "CallComment",
    "timed.not_used": "TakeUpDraft",
    "consultations.not_used consultations.no_debate": "OpenConsultations",
}
"""Placards may be raised and votes explained between votes; nobody speaks on a list."""
OWN = {"SetStatus": ("roll_call.closed",), "LeaveSpeakersList": ("list.not_on",)}
"""What is closed to a delegation beside that: the dais may do it for any."""


def closed(floor: Floor, by: str) -> dict[str, tuple[str, ...]]:
    """The acts that are closed to a seat, with their rules."""
    found = {
        command.__name__: tuple(
            refusal.rule for refusal in stands_against(floor, by, command) if refusal.rule not in OF_THE_SEAT
        )
        for command in ACTS
    }
    return {name: rules for name, rules in found.items() if rules}


def as_acts(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(rules.split()) for rules, names in table.items() for name in names.split()}


def holds(floor: Floor, table: Mapping[str, str]) -> None:
    """For the chair as the table says, for a delegation with what is closed to it alone."""
    expected = as_acts(table)
    assert closed(floor, CHAIR) == expected
    own = {name: (*expected.get(name, ()), *rules) for name, rules in OWN.items()}
    assert closed(floor, "peru") == expected | own


def test_in_quiet_debate() -> None:
    holds(in_debate().floor, IN_DEBATE)


def test_between_the_roll_call_and_debate() -> None:
    holds(called_to_order().floor, BEFORE_DEBATE)


def test_in_voting_procedure_between_two_votes() -> None:
    holds(before_the_vote().floor, IN_VOTING)


def test_before_the_meeting_what_is_closed_for_its_own_sake_is_so_too() -> None:
    found = closed(committee().floor, CHAIR)
    for name, rules in as_acts(BEFORE_DEBATE).items():
        if name not in ("OpenMeeting", "HearExplanation", "CloseDebate"):
            left = tuple(rule for rule in found[name] if rule != "meeting.not_open")
            assert left == rules, name
    assert found["OpenMeeting"] == found["SetStatus"] == found["OpenDebate"] == ("roll_call.not_started",)
