"""What the forms of elections, of shortened motions and of counts offer, step by step through a meeting."""

from __future__ import annotations

from typing import Any

from app.procedure.act import ROOM
from app.procedure.asks import Ask, asks, asks_around, filled
from app.procedure.attendance import SetStatus
from app.procedure.election_announcing import AnnounceElection, VoidElection
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.late_arrivals import AnswerNote, AskStatus, MarkNeverCame
from app.procedure.motions import RaiseMotion
from app.procedure.papers import SubmitPaper
from app.procedure.secret_ballots import (
    CloseElection,
    CountElection,
    EnterElectionCount,
    ReceiveSecretBallots,
)
from app.procedure.shortening import ShortenMotion
from app.procedure.speakers_lists import JoinSpeakersList, MoveInSpeakersList
from app.procedure.straw_polls import CountStrawPoll, TakeStrawPoll
from app.procedure.votes import CastBallot, CorrectBallot, NoAnswer
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, MEMBERS, Meeting, in_debate, roll_call

TWO = ("france", "ghana")


def given(meeting: Meeting, by: str, command: type, **chosen: Any) -> Any:
    """The form filled with what it offers first, which there must be."""
    found = filled(meeting.floor, by, command, **chosen)
    assert found is not None, f"{command.__name__} cannot be filled"
    return found


def ask(meeting: Meeting, by: str, command: type, field: str, **chosen: Any) -> Ask:
    """One field of a form."""
    return next(one for one in asks(meeting.floor, by, command, **chosen) if one.field == field)


def electing(**more: Any) -> Meeting:
    """France and Ghana stand for rapporteur."""
    meeting = in_debate(absent=["spain"])
    meeting.do(OpenElection("Rapporteur", TWO, **more))
    return meeting


def test_an_election_is_opened_between_two_delegations_for_one_place() -> None:
    election = given(in_debate(), CHAIR, OpenElection)
    assert (election.candidates, election.places) == (("canada", "france"), 1)
    assert filled(in_debate().floor, CHAIR, OpenNextBallot) is None, "no election was announced"
    for command in (CloseElection, EnterElectionCount, AnnounceElection, VoidElection):
        assert filled(in_debate().floor, CHAIR, command) is None


def test_the_room_receives_the_ballots_that_are_not_in_and_counts_those_that_are() -> None:
    meeting = electing()
    number = meeting.floor.elections.now.number if meeting.floor.elections.now else 0
    voters = tuple(sorted(key for key in MEMBERS if key != "spain"))
    assert ask(meeting, ROOM, ReceiveSecretBallots, "seats").options == tuple((key,) for key in voters)
    assert filled(meeting.floor, ROOM, ReceiveSecretBallots) == ReceiveSecretBallots(number, ("canada",))
    meeting.do(ReceiveSecretBallots(number, ("canada", "peru")), by=ROOM)
    left = tuple((key,) for key in voters if key not in ("canada", "peru"))
    assert ask(meeting, ROOM, ReceiveSecretBallots, "seats").options == left
    assert filled(meeting.floor, CHAIR, AnnounceElection) is None, "nothing is counted"
    meeting.do(filled(meeting.floor, CHAIR, CloseElection))
    assert filled(meeting.floor, ROOM, CountElection) == CountElection(number, 2, (2, 0))


def test_on_paper_as_many_ballots_as_may_vote_all_for_the_first() -> None:
    meeting = electing(way="paper")
    count = given(meeting, CHAIR, EnterElectionCount)
    assert (count.ballots, count.votes, count.blank, count.invalid) == (7, (7, 0), 0, 0)
    meeting.do(count)
    announce = given(meeting, CHAIR, AnnounceElection)
    assert announce == AnnounceElection(count.election, ())
    meeting.do(announce)
    assert meeting.floor.elections.past[-1].elected == ("france",)


def test_where_a_ballot_was_equal_the_next_one_and_then_the_lot_are_offered() -> None:
    meeting = electing(way="paper")
    for _ in range(2):
        number = meeting.floor.elections.now.number if meeting.floor.elections.now else 0
        meeting.do(EnterElectionCount(number, 6, (3, 3)))
        if meeting.floor.elections.past:
            break
        meeting.do(AnnounceElection(number))
        again = filled(meeting.floor, CHAIR, OpenNextBallot)
        assert again == OpenNextBallot(number)
        meeting.do(again)
    assert given(meeting, CHAIR, AnnounceElection).lot == ("france",)


def test_a_motion_is_shortened_to_half_in_whole_speeches_or_by_one_speech() -> None:
    meeting = in_debate()
    assert filled(meeting.floor, CHAIR, ShortenMotion) is None
    meeting.motion("suspend_meeting", "mexico")
    assert filled(meeting.floor, CHAIR, ShortenMotion) is None, "a suspension has no length"
    number = meeting.motion("moderated_caucus", "peru", topic="Returns", total_seconds=450, speech_seconds=45)
    assert ask(meeting, CHAIR, ShortenMotion, "motion").options == (number,)
    options = ask(meeting, CHAIR, ShortenMotion, "total_seconds", motion=number).options
    assert options == (5 * 45, 9 * 45)
    longer = meeting.motion("unmoderated_caucus", "ghana", total_seconds=600)
    options = ask(meeting, CHAIR, ShortenMotion, "total_seconds", motion=longer).options
    assert options == (300, 540), "in whole minutes"
    assert filled(meeting.floor, CHAIR, ShortenMotion, motion=longer + 1) is None


def test_an_answer_is_corrected_of_those_who_answered_or_were_silent() -> None:
    meeting = roll_call()
    assert filled(meeting.floor, CHAIR, CorrectBallot) is None
    meeting.do(CastBallot(meeting.vote.number, "yes", seat="canada"))
    meeting.do(NoAnswer(meeting.vote.number, "france"))
    assert set(ask(meeting, CHAIR, CorrectBallot, "seat").options) == {"canada", "france"}


def test_a_straw_poll_is_counted_up_to_the_delegations_in_the_room() -> None:
    meeting = in_debate(absent=["spain"])
    meeting.do(TakeStrawPoll("Shall we break now?"))
    yes = ask(meeting, CHAIR, CountStrawPoll, "yes")
    assert (yes.least, yes.most) == (0, 8), "seven members and the NGO"
    assert ask(meeting, CHAIR, TakeStrawPoll, "question").least == 1


def test_a_form_around_a_command_that_is_known_asks_the_same() -> None:
    meeting = in_debate()
    chosen = {"kind": "moderated_caucus"}
    motion = given(meeting, "peru", RaiseMotion, **chosen)
    assert asks_around(meeting.floor, "peru", motion, chosen) == asks(
        meeting.floor, "peru", RaiseMotion, **chosen
    )


def test_speeches_of_a_caucus_and_of_the_list_have_limits_of_their_own() -> None:
    book = house(speeches={"shortest_seconds": 20, "longest_seconds": 180})
    meeting = in_debate(rulebook=book)
    caucus = ask(meeting, "peru", RaiseMotion, "speech_seconds", kind="moderated_caucus", total_seconds=600)
    assert (caucus.least, caucus.most) == (1, 60)
    of_list = ask(meeting, "peru", RaiseMotion, "speech_seconds", kind="speaking_time")
    assert (of_list.least, of_list.most) == (20, 180)


def test_places_on_the_list_are_those_of_who_waits() -> None:
    meeting = in_debate()
    assert filled(meeting.floor, CHAIR, MoveInSpeakersList) is None
    for seat in ("peru", "ghana", "mexico"):
        meeting.do(JoinSpeakersList(), by=seat)
    form = {one.field: one for one in asks(meeting.floor, CHAIR, MoveInSpeakersList)}
    assert form["seat"].options == ("peru", "ghana", "mexico") and form["place"].options == (1, 2, 3)
    assert given(meeting, CHAIR, MoveInSpeakersList).order == ("peru", "ghana", "mexico")


def test_notes_are_answered_of_who_wrote_and_never_came_is_said_of_the_absent() -> None:
    meeting = in_debate(absent=["spain", "peru"])
    assert ask(meeting, CHAIR, MarkNeverCame, "seats").options == (("peru",), ("spain",))
    assert filled(meeting.floor, CHAIR, AnswerNote) is None
    meeting.do(AskStatus("present"), by="peru")
    assert ask(meeting, CHAIR, AnswerNote, "seat").options == ("peru",)
    statuses = ask(meeting, CHAIR, SetStatus, "status", seat="spain").options
    assert set(statuses) == {"present", "present_and_voting", "never_came"}
    assert filled(meeting.floor, "peru", SubmitPaper) is None, "a text comes from the editor"
