"""Who may do what, and when: each act with the seats that have it, and what goes on beside other business."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from app.procedure.act import ORGANIZER, ROOM
from app.procedure.attendance import StartRollCall
from app.procedure.election_opening import OpenElection
from app.procedure.floor import ACTS, Floor, stands_against
from app.procedure.minute_of_silence import KeepSilence
from app.procedure.sittings import SuspendMeeting
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, committee, in_debate

SEATS = ("peru", "aclu", CHAIR, "assistant-1", ORGANIZER, ROOM, "atlantis")


def acts(names: str) -> frozenset[str]:
    return frozenset(names.split())


ROSTER = acts("OpenCommittee AddSeat CloseSeat ChangeRights")
PAPERS = acts("""
    StartPaper SubmitPaper WithdrawPaper ReturnPaper ApprovePaper SponsorPaper SignPaper LeavePaper
    SharePaper UnsharePaper MergePapers ProposeAmendment WithdrawAmendment SignAmendment OfferFriendly
    ConsentToAmendment EndFriendlyOffer RestateAmendment
""")
BALLOTS = acts("CastBallot NoAnswer CorrectBallot ChangeBallot EnterCount CloseVote AnnounceResult VoidVote")
ELECTION = acts(
    "ReceiveSecretBallots CloseElection CountElection EnterElectionCount AnnounceElection VoidElection"
)
THE_ROOM = acts("TimeUp ReopenRoom")
ATTENDANCE = acts("SetStatus MarkAllPresent CloseRollCall MarkNeverCame")
NOTES = acts("AskStatus AnswerNote")
CLOCKS = acts("PauseClock StartClock AdjustClock")
OF_THE_DAIS = acts("ChangeRulebook SetTimetable SwitchNotes MuteNotes")
"""What the dais arranges while the committee lasts."""
SITTINGS = acts("OpenMeeting ResumeMeeting")
TAKEN_BACK = acts("WithdrawMotion WithdrawPoint RulePoint RuleMotionOut")
"""What clears a motion or a point away."""
LIST = acts("OpenSpeakersList CloseSpeakersList JoinSpeakersList LeaveSpeakersList MoveInSpeakersList")

BY_ORGANIZER = acts("OpenCommittee")
BY_CHAIR_OR_ORGANIZER = acts("AddSeat CloseSeat ChangeRights ChangeRulebook SetTimetable")
BY_ROOM = acts("TimeUp ReopenRoom ReceiveSecretBallots CountElection")
BY_CHAIR = acts("""
    OpenMeeting SuspendMeeting OpenDebate EndVoting SetAgenda CloseDebate TakeUpDraft TakeUpAmendment
    ReopenDraft OpenConsultations CloseConsultations GrantReply DenyReply WarnDelegation TakeStrawPoll
    KeepSilence WaiveSpeakers RulePoint RuleMotionOut ReturnPaper ApprovePaper DeclareMoot PassUnopposed
    DeclareContradiction AskConsensus AdoptWithoutVote GrantMotion AnnounceResult VoidVote OpenElection
    OpenNextBallot AnnounceElection VoidElection
""")
BY_DAIS = acts("""
    StartRollCall MarkAllPresent CloseRollCall AnswerNote MarkNeverCame RecordQuorum ResumeMeeting
    PauseClock StartClock AdjustClock OpenSpeakersList CloseSpeakersList MoveInSpeakersList
    SetSpeakingTime CallNextSpeaker CallSpeaker EndSpeech EndCaucus CallComment CallQuestioner
    EndDebateStage CallDebater TakeParagraph AgreeParagraph BeginOpeningSpeeches CountStrawPoll EndSilence
    SwitchNotes MuteNotes AddRemark ShortenMotion EntertainMotion CallOnQuestion OrderAmendments
    EndFriendlyOffer HearExplanation NoAnswer CorrectBallot ChangeBallot EnterCount OpenVote CloseVote
    CloseElection EnterElectionCount
""")
BY_DELEGATION = acts("AskStatus")
AT_THE_TABLE = acts("""
    SetStatus ChallengeQuorum JoinSpeakersList LeaveSpeakersList YieldFloor RaisePlacard LowerPlacard
    TakeSlot JoinDebate LeaveDebate BracketParagraph ReopenParagraph AskReply RaiseMotion WithdrawMotion
    SecondMotion ObjectToMotion SpeakOnMotion RaisePoint WithdrawPoint TakePoints AppealRuling
    SpeakOnAppeal StartPaper SubmitPaper WithdrawPaper SponsorPaper SignPaper SignAmendment LeavePaper
    SharePaper UnsharePaper MergePapers ProposeAmendment WithdrawAmendment OfferFriendly
    ConsentToAmendment RestateAmendment Object CastBallot
""")
"""A delegation's own, which the dais may enter for it."""
WHO = {
    "organizer.only": (BY_ORGANIZER, {ORGANIZER}),
    "chair.only": (BY_CHAIR, {CHAIR}),
    "dais.only": (BY_DAIS | acts("CloseConsultations"), {CHAIR, "assistant-1"}),
    "room.only": (BY_ROOM, {ROOM}),
    "delegation.only": (BY_DELEGATION, {"peru", "aclu", ORGANIZER, ROOM, "atlantis"}),
    "seat.unknown": (BY_DELEGATION | AT_THE_TABLE, {"peru", "aclu", CHAIR, "assistant-1"}),
}
"""For each rule on who acts: the acts that it closes, and the seats to which it does not."""


def stopped(floor: Floor, rule: str, seats: Iterable[str] = SEATS) -> frozenset[str]:
    """The acts that this rule closes to any of these seats."""
    return frozenset(
        command.__name__
        for command in ACTS
        for by in seats
        if any(refusal.rule == rule for refusal in stands_against(floor, by, command))
    )


def everything() -> frozenset[str]:
    return frozenset(command.__name__ for command in ACTS)


@pytest.mark.parametrize("rule", WHO)
def test_each_act_is_for_some_seats(rule: str) -> None:
    closed, let = WHO[rule]
    floor = in_debate().floor
    for by in SEATS:
        expected = frozenset() if by in let else closed
        more = BY_CHAIR_OR_ORGANIZER if rule == "chair.only" and by not in (CHAIR, ORGANIZER) else frozenset()
        assert stopped(floor, rule, [by]) == expected | more, by


def test_every_act_belongs_to_somebody() -> None:
    named = (BY_ORGANIZER, BY_CHAIR_OR_ORGANIZER, BY_ROOM, BY_CHAIR, BY_DAIS, BY_DELEGATION, AT_THE_TABLE)
    assert frozenset.union(*named) == everything()
    assert sum(map(len, named)) == len(everything())


def suspended() -> Meeting:
    meeting = in_debate()
    meeting.do(SuspendMeeting())
    return meeting


def over() -> Meeting:
    meeting = in_debate()
    meeting.carry("adjourn_meeting", "peru")
    return meeting


def calling_the_roll() -> Meeting:
    meeting = in_debate()
    meeting.do(StartRollCall())
    return meeting


def voting_on_a_motion() -> Meeting:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    return meeting


def electing() -> Meeting:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana", "peru")))
    return meeting


def silent() -> Meeting:
    meeting = in_debate()
    meeting.do(KeepSilence())
    return meeting


ALWAYS = ROSTER | THE_ROOM | acts("AddRemark") | SITTINGS
IN_A_BREAK = ALWAYS | OF_THE_DAIS | PAPERS | acts("OrderAmendments")
"""Texts are written and signed between sittings; the dais arranges what comes."""
STILL = ATTENDANCE | NOTES | CLOCKS | acts("RecordQuorum EndSpeech WarnDelegation EndSilence")
DURING_A_VOTE = IN_A_BREAK | STILL
BESIDE_A_VOTE = (
    (DURING_A_VOTE - acts("OrderAmendments"))
    | (LIST | TAKEN_BACK)
    | acts("SetSpeakingTime LowerPlacard TakeSlot LeaveDebate CountStrawPoll RaisePoint TakePoints Object")
)
"""Names may be put on lists and points of order raised about the vote (GA 88/128); nobody is called."""
GOES_ON: dict[str, tuple[Callable[[], Meeting], frozenset[str]]] = {
    "meeting.not_open": (
        committee,
        IN_A_BREAK | ATTENDANCE | acts("StartRollCall OpenDebate") | BALLOTS | ELECTION,
    ),
    "meeting.suspended": (suspended, IN_A_BREAK | BALLOTS | ELECTION),
    "meeting.adjourned": (over, ALWAYS | BALLOTS | ELECTION),
    "roll_call.running": (
        calling_the_roll,
        DURING_A_VOTE | TAKEN_BACK | acts("YieldFloor") | BALLOTS | ELECTION,
    ),
    "silence.kept": (
        silent,
        DURING_A_VOTE | TAKEN_BACK | acts("YieldFloor StartRollCall OpenDebate") | BALLOTS | ELECTION,
    ),
    "vote.open_now": (voting_on_a_motion, BESIDE_A_VOTE | BALLOTS | ELECTION),
    "election.open_now": (electing, BESIDE_A_VOTE | BALLOTS | ELECTION),
}
"""For each rule on when: the committee where it holds, and the acts that it leaves alone.

Acts of a vote and of an election have their own rule where there is none: "vote.over", "election.over".
"""


@pytest.mark.parametrize("rule", GOES_ON)
def test_what_goes_on_beside_it(rule: str) -> None:
    meeting, goes_on = GOES_ON[rule]
    assert everything() - stopped(meeting().floor, rule) == goes_on


@pytest.mark.parametrize("meeting", [committee, in_debate, suspended, over, calling_the_roll, silent])
def test_acts_of_a_vote_want_a_vote(meeting: Callable[[], Meeting]) -> None:
    floor = meeting().floor
    assert stopped(floor, "vote.over") == BALLOTS
    assert stopped(floor, "election.over") == ELECTION


OF_WHO_IS_HERE = acts("""
    ChallengeQuorum JoinSpeakersList RaisePlacard JoinDebate BracketParagraph AskReply RaiseMotion
    SecondMotion ObjectToMotion SpeakOnMotion RaisePoint AppealRuling SpeakOnAppeal
""")
"""What a delegation does in the room; it writes, signs and takes back from wherever it is."""


def test_who_is_not_in_the_room_takes_no_part_in_it() -> None:
    floor = in_debate(absent=["peru"]).floor
    assert stopped(floor, "seat.absent", ["peru"]) == OF_WHO_IS_HERE
    assert stopped(floor, "seat.absent", ["spain", CHAIR]) == frozenset()


@pytest.mark.parametrize("where", ["formal", "voting"])
def test_where_devices_are_off_every_act_of_a_delegation_is_entered_by_the_dais(where: str) -> None:
    book = house(devices={where: "off"})
    floor = (in_debate if where == "formal" else voting_on_a_motion)().floor
    assert stopped(floor, "devices.off") == frozenset()
    meeting = in_debate(rulebook=book)
    if where == "voting":
        assert stopped(meeting.floor, "devices.off") == frozenset()
        meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert stopped(meeting.floor, "devices.off", ["peru"]) == AT_THE_TABLE | BY_DELEGATION
    assert stopped(meeting.floor, "devices.off", [CHAIR, "assistant-1"]) == frozenset()
