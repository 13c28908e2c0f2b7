"""Elections by secret ballot: who stands, who has voted, what elects, and what no event says."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.act import ROOM
from app.procedure.election_announcing import AnnounceElection, VoidElection
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.elections import Announced, Election
from app.procedure.floor import Refused
from app.procedure.quorum_challenges import ChallengeQuorum
from app.procedure.secret_ballots import (
    CloseElection,
    CountElection,
    EnterElectionCount,
    ReceiveSecretBallots,
    against_ballot,
)
from app.procedure.straw_polls import TakeStrawPoll
from app.procedure.undo import UndoAct, decide
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import MEMBERS, Meeting, called_to_order, in_debate

THREE = ("france", "ghana", "peru")


def opened(meeting: Meeting, candidates: tuple[str, ...] = THREE, **more: Any) -> Election:
    """The chair has the committee elect its rapporteur."""
    meeting.do(OpenElection("Rapporteur", candidates, **more))
    return on(meeting)


def on(meeting: Meeting) -> Election:
    """The election on the floor."""
    assert meeting.floor.elections.now is not None, "no election is on"
    return meeting.floor.elections.now


def last(meeting: Meeting) -> Announced:
    """The election announced last."""
    return meeting.floor.elections.past[-1]


def voted(meeting: Meeting, seats: tuple[str, ...], *votes: int, blank: int = 0) -> None:
    """These seats vote on their devices, the ballot is closed and counted."""
    number = on(meeting).number
    meeting.do(ReceiveSecretBallots(number, tuple(sorted(seats))), by=ROOM)
    meeting.do(CloseElection(number))
    meeting.do(CountElection(number, len(seats), votes, blank), by=ROOM)


def test_who_has_a_majority_of_the_valid_ballots_is_elected() -> None:
    meeting = in_debate(absent=["spain"])
    election = opened(meeting)
    assert election.order == tuple(key for key in MEMBERS if key != "spain"), "members that are present"
    voted(meeting, election.order, 3, 2, 0, blank=2)
    assert meeting.floor.elections.past == (), "the room does not know yet"
    meeting.do(AnnounceElection(election.number))
    assert (last(meeting).elected, last(meeting).again) == (("france",), ())
    assert meeting.floor.elections.now is None and meeting.replayed() == meeting.floor


def test_half_of_the_valid_ballots_elect_nobody_and_the_first_two_stand_again() -> None:
    meeting = in_debate()
    voted(meeting, opened(meeting).order, 4, 3, 1)
    meeting.do(AnnounceElection(on(meeting).number))
    assert (last(meeting).elected, last(meeting).again) == ((), ("france", "ghana"))
    meeting.do(OpenNextBallot(last(meeting).election.number))
    assert (on(meeting).candidates, on(meeting).ballot, on(meeting).received) == (("france", "ghana"), 2, ())
    voted(meeting, on(meeting).order, 3, 5)
    meeting.do(AnnounceElection(on(meeting).number))
    assert last(meeting).elected == ("ghana",)
    assert meeting.rules(OpenNextBallot(last(meeting).election.number)) == ("election.no_next",)


def test_a_second_ballot_that_is_divided_equally_is_decided_by_lot() -> None:
    meeting = in_debate()
    voted(meeting, opened(meeting).order, 4, 3, 1)
    meeting.do(AnnounceElection(on(meeting).number))
    meeting.do(OpenNextBallot(last(meeting).election.number))
    voted(meeting, on(meeting).order, 4, 4)
    number = on(meeting).number
    assert meeting.rules(AnnounceElection(number)) == ("election.lot",)
    assert meeting.rules(AnnounceElection(number, ("peru",))) == ("election.lot",)
    meeting.do(AnnounceElection(number, ("ghana",)))
    assert last(meeting).elected == ("ghana",)


def test_places_that_are_left_are_filled_by_further_ballots() -> None:
    meeting = in_debate()
    voted(meeting, opened(meeting, (*THREE, "mexico", "canada"), places=2).order, 6, 3, 3, 3, 1)
    meeting.do(AnnounceElection(on(meeting).number))
    assert last(meeting).elected == ("france",)
    assert last(meeting).again == ("ghana", "peru", "mexico"), "twice the places, and who is equal"
    assert last(meeting).places_left == 1
    meeting.do(OpenNextBallot(last(meeting).election.number))
    assert on(meeting).places == 1
    voted(meeting, on(meeting).order, 5, 3, 0)
    meeting.do(AnnounceElection(on(meeting).number))
    assert last(meeting).elected == ("france", "ghana")


@pytest.mark.parametrize(
    ("wrong", "rules"),
    [
        (OpenElection(" ", THREE), ("election.no_office",)),
        (OpenElection("Rapporteur", ()), ("election.candidates", "election.places")),
        (OpenElection("Rapporteur", ("peru", "peru")), ("election.twice",)),
        (OpenElection("Rapporteur", ("atlantis",)), ("election.not_here",)),
        (OpenElection("Rapporteur", THREE, places=4), ("election.places",)),
        (OpenElection("Rapporteur", ("dais-1",)), ("election.not_here",)),
    ],
)
def test_an_election_that_makes_no_sense(wrong: OpenElection, rules: tuple[str, ...]) -> None:
    assert in_debate().rules(wrong) == rules


def test_only_a_chair_opens_and_announces_and_only_the_room_receives_and_counts() -> None:
    meeting = in_debate()
    assert meeting.rules(OpenElection("Rapporteur", THREE), by="assistant-1") == ("chair.only",)
    number = opened(meeting).number
    assert meeting.rules(ReceiveSecretBallots(number, ("peru",))) == ("room.only",)
    assert meeting.rules(CountElection(number, 0, (0, 0, 0))) == ("room.only",)
    meeting.do(CloseElection(number), by="assistant-1")
    meeting.do(CountElection(number, 0, (0, 0, 0)), by=ROOM)
    assert meeting.rules(AnnounceElection(number), by="assistant-1") == ("chair.only",)


def test_nothing_else_is_put_while_an_election_is_on() -> None:
    meeting = in_debate()
    opened(meeting)
    assert meeting.rules(TakeStrawPoll("Lunch?")) == ("election.open_now",)
    assert "election.open_now" in meeting.rules(OpenVote("paper", "WP-1"))
    assert meeting.rules(OpenElection("Chair", THREE)) == ("election.open_now",)
    meeting.do(VoidElection(on(meeting).number, "A candidate withdraws"))
    meeting.do(TakeStrawPoll("Lunch?"))


def test_a_seat_votes_once_and_only_while_ballots_are_taken() -> None:
    meeting = in_debate(absent=["spain"])
    number = opened(meeting).number

    def against(by: str, *choice: str, election: int = number) -> list[str]:
        return [refusal.rule for refusal in against_ballot(meeting.floor, by, election, choice)]

    assert against("peru") == against("peru", "ghana") == []
    assert against("peru", "ghana", "france") == ["election.too_many"]
    assert against("peru", "spain") == ["election.choice"]
    assert against("spain", "ghana") == against("aclu", "ghana") == ["election.not_yours"]
    assert against("dais-1", "ghana") == ["delegation.only", "election.not_yours"]
    assert against("peru", "ghana", election=1) == ["election.over"]
    meeting.do(ReceiveSecretBallots(number, ("ghana", "peru")), by=ROOM)
    assert meeting.rules(ReceiveSecretBallots(number, ("france", "peru")), by=ROOM) == (
        "election.in_already",
    )
    assert meeting.rules(ReceiveSecretBallots(number, ("mexico", "france")), by=ROOM) == ("election.seats",)
    assert meeting.rules(ReceiveSecretBallots(number, ("spain",)), by=ROOM) == ("election.seats",)
    meeting.do(CloseElection(number))
    assert against("france", "ghana") == ["election.closed"]
    assert meeting.rules(ReceiveSecretBallots(number, ("france",)), by=ROOM) == ("election.closed",)


def test_a_box_with_another_number_of_ballots_is_never_counted() -> None:
    meeting = in_debate()
    number = opened(meeting).number
    meeting.do(ReceiveSecretBallots(number, ("ghana", "peru")), by=ROOM)
    meeting.do(CloseElection(number))
    meeting.do(CountElection(number, 3, (3, 0, 0)), by=ROOM)
    assert meeting.rules(AnnounceElection(number)) == ("election.miscounted",)
    meeting.do(VoidElection(number, "The count is wrong"))
    assert meeting.floor.elections.now is None


def test_on_paper_the_dais_enters_what_the_tellers_counted() -> None:
    meeting = in_debate()
    number = opened(meeting, way="paper").number
    assert meeting.rules(AnnounceElection(number)) == ("election.not_counted",)
    assert meeting.rules(CloseElection(number)) == ("election.count_paper",)
    assert meeting.rules(EnterElectionCount(number, 9, (9, 0, 0))) == ("election.most_ballots",)
    assert meeting.rules(EnterElectionCount(number, 8, (5, 2))) == ("election.figures",)
    assert meeting.rules(EnterElectionCount(number, 8, (5, 2, 0))) == ("election.sum",)
    assert meeting.rules(EnterElectionCount(number, 8, (8, 0, 0), 1)) == ("election.range",)
    meeting.do(EnterElectionCount(number, 8, (5, 2, 0), 1))
    meeting.do(EnterElectionCount(number, 8, (4, 2, 0), 1, 1), by="assistant-1")
    meeting.do(AnnounceElection(number))
    assert last(meeting).elected == ("france",), "four of six valid ballots"


def test_where_devices_are_off_in_voting_elections_are_on_paper() -> None:
    meeting = in_debate(rulebook=house(devices={"voting": "off"}))
    assert meeting.rules(OpenElection("Rapporteur", THREE)) == ("election.no_devices",)
    opened(meeting, way="paper")


def test_officers_are_elected_before_there_is_a_topic_but_not_without_a_quorum() -> None:
    opened(called_to_order())
    doubted = in_debate()
    doubted.do(ChallengeQuorum(), by="peru")
    assert doubted.rules(OpenElection("Rapporteur", ("aclu",))) == ("quorum.challenged",)


def test_no_step_of_an_election_comes_back_once_ballots_are_in() -> None:
    meeting = in_debate()
    opening = opened(meeting).number

    def undone(number: int) -> bool:
        return not isinstance(decide(meeting.history, "dais-1", meeting.at, UndoAct(number)), Refused)

    assert undone(opening), "nobody has voted yet"
    voted(meeting, ("ghana", "peru"), 2, 0, 0)
    assert not any(undone(number) for number in range(opening, meeting.floor.number + 1))
    meeting.do(AnnounceElection(opening))
    assert not undone(meeting.floor.number)


def test_no_event_names_a_seat_beside_a_choice() -> None:
    meeting = in_debate()
    voted(meeting, opened(meeting).order, 5, 2, 1)
    received = [event for said in meeting.said for event in said[5] if "Received" in type(event).__name__]
    assert [vars_of(event) for event in received] == [{"election", "seats"}]


def vars_of(event: Any) -> set[str]:
    """The fields of an event."""
    return set(event.__slots__)
