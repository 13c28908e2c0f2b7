"""What is out of order around debate: the agenda, the roll, elections, and figures that make no sense."""

from __future__ import annotations

from app.procedure.act import ORGANIZER
from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.agenda_order import nothing_left
from app.procedure.attendance import MarkAllPresent, SetStatus, StartRollCall
from app.procedure.caucuses import EndCaucus
from app.procedure.effects.agenda import open_debate
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.floor import enter
from app.procedure.late_arrivals import AnswerNote, AskStatus
from app.procedure.motions import RaiseMotion
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.precedence import Motion
from app.procedure.seats import ChangeRights, CloseSeat
from app.procedure.secret_ballots import CloseElection, EnterElectionCount, against_ballot
from app.procedure.sittings import SuspendMeeting
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, SpeechEnded
from app.procedure.straw_polls import TakeStrawPoll
from app.procedure.terms import Terms
from app.procedure.timetable import SetTimetable
from tests.procedure.houses import house
from tests.procedure.meeting import MEMBERS, called_to_order, committee, in_debate


def test_a_committee_has_nothing_left_once_each_topic_is_voted() -> None:
    assert not nothing_left(committee().floor)
    meeting = in_debate()
    for topic in (1, 2):
        assert not nothing_left(meeting.floor)
        if topic > 1:
            meeting.do(OpenDebate(topic))
        meeting.introduced()
        meeting.carry("close_debate", "peru")
        meeting.put("paper", f"WP-{topic}")
        meeting.hands(8, 0)
        meeting.do(EndVoting())
    assert nothing_left(meeting.floor)
    unnamed = in_debate(topics=())
    assert not nothing_left(unnamed.floor), "one without topics has its only, unnamed one"
    unnamed.introduced()
    unnamed.carry("close_debate", "peru")
    unnamed.put("paper", "WP-1")
    unnamed.hands(8, 0)
    unnamed.do(EndVoting())
    assert nothing_left(unnamed.floor)


def test_whoever_speaks_has_finished_when_voting_ends_or_debate_opens_by_a_motion() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    moved = Motion(1, "open_debate", "ghana", Terms(topic_number=2))
    ended = [type(event) for event in open_debate(meeting.floor, moved, meeting.at)]
    assert SpeechEnded in ended


def test_a_status_is_entered_once_the_roll_is_called() -> None:
    meeting = committee()
    assert meeting.rules(SetStatus("present"), by="peru") == ("roll_call.not_started",)
    assert meeting.rules(SetStatus("present", "peru")) == ("roll_call.not_started",)
    meeting.do(StartRollCall())
    meeting.do(SetStatus("present"), by="peru")
    meeting.do(MarkAllPresent())


def test_a_note_waits_through_a_break() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.do(AskStatus("present"), by="peru")
    meeting.do(SuspendMeeting())
    assert meeting.rules(AnswerNote("peru")) == ("meeting.suspended",)


def test_opening_speeches_want_somebody_to_hold_them() -> None:
    book = house("thimun")
    meeting = called_to_order(rulebook=book)
    away = called_to_order(rulebook=book)
    for seat in (*MEMBERS, "aclu"):
        away.do(SetStatus("absent", seat))
    assert away.rules(BeginOpeningSpeeches()) == ("vote.nobody",)
    meeting.do(BeginOpeningSpeeches())
    assert meeting.rules(BeginOpeningSpeeches()) == ("opening.other_caucus",)
    meeting.do(EndCaucus())
    assert meeting.rules(BeginOpeningSpeeches()) == ("opening.done",)


def test_a_guest_is_heard_after_whoever_speaks() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    moved = RaiseMotion("invite_guest_speaker", "ghana", name="Ms Diaz", total_seconds=300)
    meeting.do(moved, insist="She has to leave")
    meeting.put("motion", meeting.floor.number)
    events = meeting.said[-1][5] if meeting.hands(9, 0) else ()
    assert [type(event).__name__ for event in events if "Speech" in type(event).__name__] == [
        "SpeechEnded",
        "SpeechBegan",
    ]
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "guest:Ms Diaz"


def test_who_votes_or_stands_in_an_election_keeps_its_seat() -> None:
    meeting = in_debate(absent=["spain"])
    meeting.do(OpenElection("Rapporteur", ("france", "spain")))
    number = meeting.floor.number
    for seat in ("peru", "spain"):
        assert meeting.rules(CloseSeat(seat)) == ("seat.elects_now",)
    meeting.do(CloseSeat("aclu"))
    assert (
        meeting.rules(CloseSeat("aclu")) == meeting.rules(ChangeRights("aclu", "member")) == ("seat.unknown",)
    )
    assert meeting.rules(EnterElectionCount(number, 1, (1, 0))) == ("election.by_devices",)
    assert "election.over" in meeting.rules(CloseElection(1))
    meeting.do(CloseElection(number))
    assert meeting.rules(CloseElection(number)) == ("election.closed",)
    assert meeting.rules(OpenNextBallot(number))[-1] == "election.no_next"


def test_on_paper_no_device_votes() -> None:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana"), way="paper"))
    rules = [one.rule for one in against_ballot(meeting.floor, "peru", meeting.floor.number, ("france",))]
    assert rules == ["election.on_paper"]


def test_nobody_to_vote_elects_nobody() -> None:
    meeting = in_debate()
    for seat in MEMBERS:
        meeting.do(SetStatus("absent", seat))
    assert "vote.nobody" in meeting.rules(OpenElection("Rapporteur", ("france",)), insist="Now")


def test_the_midnight_of_a_timetable_is_near() -> None:
    meeting = in_debate()
    assert meeting.rules(SetTimetable(10**12, (540, 600)), by=ORGANIZER) == ("field.wrong",)


def test_a_straw_poll_asks_something_that_can_be_printed() -> None:
    assert in_debate().rules(TakeStrawPoll("x" * 201)) == ("text.too_long",)
    assert in_debate().rules(TakeStrawPoll("\x00"))[0] == "text.not_plain"


def test_an_act_that_was_taken_back_keeps_its_number_and_the_next_its_own() -> None:
    """An undone act enters without events: clocks take their generation from the number."""
    meeting = in_debate()
    floor = enter(meeting.floor, meeting.floor.number + 3, meeting.at, ())
    assert floor.number == meeting.floor.number + 3
    began = enter(floor, floor.number + 2, meeting.at, meeting.do(CallSpeaker("peru")))
    assert began.clocks["speech"].generation == began.number == floor.number + 2


def test_a_kind_that_is_no_motion_of_the_house() -> None:
    assert in_debate().rules(RaiseMotion("no_such_thing"), by="peru") == ("motion.unknown",)
    assert in_debate().rules(CallNextSpeaker()) == ("list.empty",)
