"""Pages that are older than the floor: of another vote, election or motion than the one that is on."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.act import ROOM
from app.procedure.election_announcing import AnnounceElection, VoidElection
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.elections import Election
from app.procedure.placards import EnterCount
from app.procedure.questions import Vote
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.secret_ballots import (
    CloseElection,
    CountElection,
    EnterElectionCount,
    ReceiveSecretBallots,
)
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.vote_changes import ChangeBallot
from app.procedure.votes import CastBallot, CorrectBallot, NoAnswer
from app.procedure.voting import OpenVote
from resolutions.document import digest
from tests.procedure.houses import house
from tests.procedure.meeting import (
    CHAIR,
    MEMBERS,
    TEXT,
    Meeting,
    ballot,
    before_the_vote,
    in_debate,
    roll_call,
)


def electing(way: Any = "devices") -> tuple[Meeting, int]:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana"), way=way))
    return meeting, meeting.floor.number


def election(meeting: Meeting) -> Election:
    assert meeting.floor.elections.now is not None
    return meeting.floor.elections.now


@pytest.mark.parametrize("way", ["devices", "paper"])
def test_no_act_of_an_election_is_of_another_one(way: str) -> None:
    meeting, number = electing(way)
    other = number - 1
    for command, by in (
        (ReceiveSecretBallots(other, ("peru",)), ROOM),
        (CloseElection(other), CHAIR),
        (CountElection(other, 1, (1, 0)), ROOM),
        (EnterElectionCount(other, 99, (1,)), CHAIR),
        (AnnounceElection(other, ("peru",)), CHAIR),
        (VoidElection(other, "A mistake"), CHAIR),
    ):
        assert meeting.rules(command, by=by) == ("election.over",), command


def test_an_election_goes_its_way_step_by_step() -> None:
    meeting, number = electing()
    assert election(meeting) == Election(
        number, "Rapporteur", ("france", "ghana"), 1, "devices", "majority", MEMBERS, ("france", "ghana")
    )
    assert election(meeting).takes_ballots and not election(meeting).waits_for_count
    assert meeting.rules(CountElection(number, 0, (0, 0)), by=ROOM) == ("election.counted",)
    assert meeting.rules(AnnounceElection(number)) == ("election.not_counted",)
    meeting.do(ReceiveSecretBallots(number, ("ghana", "peru")), by=ROOM)
    meeting.do(ReceiveSecretBallots(number, ("canada",)), by=ROOM)
    assert election(meeting).received == ("ghana", "peru", "canada")
    for wrong in ((), ("mexico", "france"), ("france", "france"), ("aclu",)):
        assert meeting.rules(ReceiveSecretBallots(number, wrong), by=ROOM) == ("election.seats",)
    meeting.do(CloseElection(number))
    assert election(meeting).waits_for_count and not election(meeting).takes_ballots
    assert meeting.rules(CountElection(number, 3, (3, 0), 1), by=ROOM) == ("election.range",)
    assert meeting.rules(CountElection(number, 3, (1, 1)), by=ROOM) == ("election.sum",)
    meeting.do(CountElection(number, 3, (2, 0), 1), by=ROOM)
    count = election(meeting).count
    assert count is not None and (count.ballots, count.votes, count.blank, count.valid) == (3, (2, 0), 1, 2)
    assert meeting.rules(CountElection(number, 3, (2, 0), 1), by=ROOM) == ("election.counted",)
    assert meeting.rules(AnnounceElection(number, ("ghana",))) == ("election.no_lot",)
    meeting.do(AnnounceElection(number))
    last = meeting.floor.elections.last
    assert last is not None and (last.elected, last.again, last.places_left) == (("france",), (), 0)
    assert meeting.rules(OpenNextBallot(number)) == ("election.no_next",)


def test_another_number_of_ballots_voids_what_it_would_have_counted() -> None:
    meeting, number = electing()
    meeting.do(ReceiveSecretBallots(number, ("ghana",)), by=ROOM)
    meeting.do(CloseElection(number))
    meeting.do(CountElection(number, 2, (2, 0)), by=ROOM)
    assert (election(meeting).stored, election(meeting).count) == (2, None)
    (refusal,) = meeting.refused(AnnounceElection(number))
    assert (refusal.rule, dict(refusal.values)) == ("election.miscounted", {"stored": 2, "received": 1})
    assert meeting.rules(CountElection(number, 1, (1, 0)), by=ROOM) == ("election.counted",)
    meeting.do(VoidElection(number, "Two ballots for one"))
    assert meeting.floor.elections.now is None and meeting.floor.elections.past == ()


def test_no_act_of_a_vote_is_of_another_one() -> None:
    meeting = roll_call()
    other = meeting.vote.number - 1
    for command in (
        CastBallot(other, "yes", seat="canada"),
        NoAnswer(other, "canada"),
        CorrectBallot(other, "canada", "no", "Heard wrongly"),
        EnterCount(other, 1, 1),
        CloseVote(other),
        AnnounceResult(other),
        VoidVote(other, "A mistake"),
        ChangeBallot(other, "canada", "no"),
    ):
        assert meeting.rules(command)[0] == "vote.over", command
    placards = before_the_vote()
    placards.put("paper", "WP-1")
    number = placards.vote.number
    assert placards.rules(CloseVote(number)) == ("vote.count_first",)
    assert placards.rules(ballot(placards, "yes", "canada")) == ("vote.by_placards",)
    assert placards.rules(AnnounceResult(number)) == ("vote.not_counted",)
    assert (
        placards.rules(CorrectBallot(number, "canada", "no", "Heard wrongly"))[0] == "vote.correct_roll_call"
    )


def test_a_vote_is_opened_with_all_that_it_goes_by() -> None:
    meeting = before_the_vote(present_and_voting=["ghana"])
    vote = meeting.put("paper", "WP-1", "roll_call")
    assert (vote.number, vote.about, vote.subject, vote.mode) == (
        meeting.floor.number,
        "paper",
        "WP-1",
        "roll_call",
    )
    assert (vote.order, vote.must_vote, vote.procedural) == (MEMBERS, frozenset({"ghana"}), False)
    assert (vote.digest, vote.opened) == (digest(TEXT), meeting.at)
    rules = vote.ballot_rules
    assert (rules.roll_call, rules.passing, rules.abstaining, rules.divided) == (True, True, True, False)
    assert rules.rights == ("yes", "no")
    procedure = in_debate(present_and_voting=["ghana"])
    on_motion: Vote = procedure.put("motion", procedure.motion("suspend_meeting", "peru"))
    assert (on_motion.procedural, on_motion.must_vote, on_motion.digest) == (True, frozenset(), "")
    assert on_motion.order == (*MEMBERS, "aclu") and on_motion.ballot_rules.rights == ()


def test_who_is_called_first_votes_and_a_lot_is_drawn_where_the_house_draws_one() -> None:
    meeting = before_the_vote(
        house(roll_call={"start": "random_country_then_alphabetical"}), absent=["spain"]
    )
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call")) == ("vote.lot",)
    for wrong in ("spain", "aclu", "atlantis"):
        assert meeting.rules(OpenVote("paper", "WP-1", "roll_call", wrong)) == ("vote.first",)
    meeting.do(OpenVote("paper", "WP-1", "roll_call", "peru"))
    assert meeting.vote.order[0] == "peru" and meeting.vote.order[-1] == "mexico"


def test_no_question_is_called_on_or_waived_of_another_page() -> None:
    meeting = in_debate()
    number = meeting.motion("adjourn_debate", "peru")
    assert meeting.rules(WaiveSpeakers("motion", number + 1)) == ("question.none",)
    assert meeting.rules(CallOnQuestion("motion", number)) == ("question.none",)
    meeting.do(WaiveSpeakers("motion", number))
    assert meeting.rules(WaiveSpeakers("motion", number)) == ("question.heard_already",)
    plain = meeting.motion("close_speakers_list", "ghana")
    assert meeting.rules(WaiveSpeakers("motion", plain)) == ("question.heard_already",)
