"""Votes: who votes, which answers there are, and how a question ends."""

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import SetStatus
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.rulebook_files import load
from app.procedure.seats import ChangeRights
from app.procedure.sittings import SuspendMeeting
from app.procedure.votes import CastBallot, CorrectBallot
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import (
    CHAIR,
    MEMBERS,
    Meeting,
    ballot,
    before_the_vote,
    in_debate,
    many,
    roll_call,
)

HARVARD = load("harvard")


def on_a_motion(voters: int, mode: str = "placards", kind: str = "suspend_meeting") -> Meeting:
    meeting = in_debate(members=many(voters), others=())
    meeting.put("motion", meeting.motion(kind, "member-01"), mode)
    return meeting


# --- counting ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voters", "yes", "no", "passed"),
    [(34, 17, 17, False), (34, 18, 16, True), (34, 1, 0, True), (34, 0, 0, False)],  # T08
)
def test_t08_more_yes_than_no_and_a_tie_fails(voters: int, yes: int, no: int, passed: bool) -> None:
    insist = "" if yes + no == voters else "Nobody else votes"
    assert on_a_motion(voters).hands(yes, no, insist=insist) is passed


@pytest.mark.parametrize(
    ("yes", "no", "passed"), [(20, 10, True), (19, 11, False), (14, 7, True), (13, 7, False)]
)
def test_t06_two_thirds_of_the_votes_cast(yes: int, no: int, passed: bool) -> None:
    assert on_a_motion(yes + no, kind="adjourn_debate").hands(yes, no) is passed


def test_t09_thirty_abstentions_adopt_nothing() -> None:
    meeting = in_debate(members=many(30), others=())
    meeting.introduced(many(6))
    meeting.carry("close_debate", "member-01")
    meeting.put("paper", "WP-1")
    assert meeting.hands(0, 0, 30) is False
    assert meeting.paper("WP-1").stage == "failed"


def test_t02_and_t03_abstentions_count_only_where_the_house_counts_the_present() -> None:
    for book, passed in ((HARVARD, True), (house(votes={"resolution": "simple_present"}), False)):
        meeting = in_debate(members=many(30), others=(), rulebook=book)
        meeting.introduced(many(6))
        meeting.carry("close_debate", "member-01")
        meeting.put("paper", "WP-1")
        assert meeting.hands(12, 8, 10) is passed


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "rule"),
    [
        (5, 5, 0, "vote.count_range"),
        (-1, 0, 0, "vote.count_range"),
        (10**30, 0, 0, "vote.count_range"),
        (3, 3, 1, "vote.no_abstention"),
    ],
)
def test_a_count_fits_the_room(yes: int, no: int, abstain: int, rule: str) -> None:
    meeting = on_a_motion(9)
    assert rule in meeting.rules(EnterCount(meeting.vote.number, yes, no, abstain))


def test_a_later_count_takes_the_place_of_an_earlier_until_the_announcement() -> None:
    meeting = on_a_motion(9)
    number = meeting.vote.number
    meeting.do(EnterCount(number, 5, 4))
    meeting.do(EnterCount(number, 4, 5), by="assistant-1")
    assert meeting.rules(AnnounceResult(number), by="assistant-1") == ("chair.only",)
    meeting.do(AnnounceResult(number))
    assert meeting.floor.votes.past[-1].hands == (4, 5, 0)
    assert meeting.rules(EnterCount(number, 5, 4)) == ("vote.over",)


def test_t16_who_promised_to_vote_owes_a_yes_or_a_no() -> None:
    meeting = before_the_vote(present_and_voting=MEMBERS)
    number = meeting.put("paper", "WP-1").number
    assert meeting.rules(EnterCount(number, 4, 3)) == ("vote.must_vote_missing",)
    assert meeting.rules(EnterCount(number, 0, 0, 8)) == ("vote.must_vote_missing",)
    meeting.do(EnterCount(number, 4, 4))


def test_a_veto_needs_names() -> None:
    meeting = before_the_vote(house(votes={"veto": True}))
    meeting.do(ChangeRights("france", "member", veto=True))
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("vote.veto_needs_names",)
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({"france": "no"})
    assert meeting.announce() is False
    assert meeting.floor.votes.past[-1].counted().vetoed_by == ("france",)


# --- the electorate ---------------------------------------------------------------------------------------


def test_members_alone_vote_on_substance_and_all_on_procedure() -> None:
    meeting = in_debate()
    assert "aclu" in meeting.put("motion", meeting.motion("suspend_meeting", "peru")).order
    meeting.hands(0, 9)
    assert "aclu" not in before_the_vote().put("paper", "WP-1").order


def test_t71_who_arrives_during_a_vote_votes_from_the_next_question_on() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.put("motion", meeting.motion("suspend_meeting", "spain"), "devices")
    meeting.do(SetStatus("present", "peru"))
    assert meeting.rules(ballot(meeting, "yes"), by="peru") == ("vote.not_yours",)
    assert meeting.announce() is False
    assert "peru" in meeting.put("motion", meeting.motion("suspend_meeting", "spain")).order


def test_t72_who_left_before_the_vote_is_not_in_its_base() -> None:
    meeting = before_the_vote(present_and_voting=["ghana"])
    meeting.do(SetStatus("absent", "ghana"))
    vote = meeting.put("paper", "WP-1")
    assert "ghana" not in vote.order and not vote.must_vote


def test_p11_who_leaves_during_a_vote_stays_in_its_electorate() -> None:
    meeting = roll_call()
    before = meeting.vote.order
    meeting.do(SetStatus("absent", "ghana"))
    assert meeting.vote.order == before
    meeting.call_roll({"ghana": "no"})
    assert meeting.announce() is True
    assert meeting.floor.votes.past[-1].counted().no == 1


def test_nothing_is_put_to_nobody() -> None:
    meeting = in_debate(others=())
    number = meeting.motion("suspend_meeting", "peru")
    for seat in MEMBERS:
        meeting.do(SetStatus("absent", seat))
    assert meeting.rules(OpenVote("motion", str(number))) == ("vote.nobody",)


# --- devices ----------------------------------------------------------------------------------------------


def test_devices_vote_for_themselves_and_the_dais_for_nobody() -> None:
    meeting = on_a_motion(5, "devices")
    meeting.do(ballot(meeting, "yes"), by="member-01")
    assert meeting.rules(ballot(meeting, "yes", "member-02")) == ("vote.by_devices",)
    assert meeting.rules(ballot(meeting, "no", "member-02"), by="member-01")[0] == "seat.not_yours"
    assert meeting.rules(ballot(meeting, "abstain"), by="member-03") == ("vote.choice",)
    assert meeting.rules(EnterCount(meeting.vote.number, 1, 0)) == ("vote.not_by_placards",)


def test_p06_a_second_press_counts_once_and_a_change_replaces() -> None:
    meeting = on_a_motion(5, "devices")
    meeting.do(ballot(meeting, "yes"), by="member-01")
    assert meeting.rules(ballot(meeting, "yes"), by="member-01") == ("vote.same",)
    meeting.do(ballot(meeting, "no"), by="member-01")
    assert meeting.announce() is False
    tally = meeting.floor.votes.past[-1].counted()
    assert (tally.yes, tally.no, tally.not_voting) == (0, 1, 4)


def test_t68_some_houses_never_let_a_vote_change_and_none_after_the_announcement() -> None:
    meeting = in_debate(rulebook=house(votes={"change_until": "never"}))
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"), "devices")
    number = meeting.vote.number
    meeting.do(ballot(meeting, "yes"), by="peru")
    assert meeting.rules(ballot(meeting, "no"), by="peru") == ("vote.once",)
    meeting.do(CloseVote(number))
    assert meeting.rules(CastBallot(number, "yes"), by="spain") == ("vote.closed",)
    meeting.do(AnnounceResult(number))
    assert meeting.rules(CastBallot(number, "yes"), by="spain") == ("vote.over",)
    assert meeting.rules(CorrectBallot(number, "peru", "no", "Wrong key")) == ("vote.over",)


def test_a_vote_by_device_is_corrected_by_nobody() -> None:
    meeting = on_a_motion(5, "devices")
    meeting.do(ballot(meeting, "yes"), by="member-01")
    refused = meeting.rules(CorrectBallot(meeting.vote.number, "member-01", "no", "Because"))
    assert refused == ("vote.correct_roll_call",)


# --- the question -----------------------------------------------------------------------------------------


def test_one_question_at_a_time_and_nothing_else_meanwhile() -> None:
    meeting = roll_call()
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("vote.open_now",)
    assert meeting.rules(SuspendMeeting()) == ("vote.open_now",)
    assert "vote.open_now" in meeting.rules(OpenDebate(2))


def test_a_vote_called_off_counts_for_nothing_and_may_be_put_again() -> None:
    meeting = roll_call()
    number = meeting.vote.number
    meeting.do(ballot(meeting, "yes", "canada"))
    assert meeting.rules(VoidVote(number, "")) == ("reason.needed",)
    assert meeting.rules(VoidVote(number, "Wrong text"), by="assistant-1") == ("chair.only",)
    meeting.do(VoidVote(number, "The wrong text was on the screen"))
    assert meeting.rules(ballot_for(number), by="canada") == ("vote.over",)
    assert meeting.put("paper", "WP-1", "roll_call").ballots == {}


def ballot_for(vote: int) -> CastBallot:
    return CastBallot(vote, "yes")


def test_a_draft_is_voted_after_debate_and_after_its_amendments() -> None:
    meeting = in_debate()
    meeting.introduced()
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("debate.not_closed",)
    assert meeting.rules(OpenVote("paper", "WP-9")) == ("paper.not_introduced",)


def test_t46_two_drafts_on_one_topic_may_both_pass() -> None:
    meeting = in_debate(rulebook=house(action={"several_drafts": "all_may_pass"}))
    keys = [meeting.introduced(), meeting.introduced(("spain", "mexico"))]
    meeting.carry("close_debate", "peru")
    for key in keys:
        meeting.put("paper", key)
        assert meeting.hands(6, 2)
    assert [meeting.paper(key).stage for key in keys] == ["adopted", "adopted"]


@pytest.mark.parametrize("by", ["peru", "room", "organizer"])
def test_nobody_but_the_dais_runs_a_vote(by: str) -> None:
    meeting = roll_call()
    number = meeting.vote.number
    for command in (CloseVote(number), EnterCount(number, 1, 0), AnnounceResult(number)):
        assert set(meeting.rules(command, by=by)) <= {"dais.only", "chair.only"}
    assert CHAIR not in meeting.vote.order
