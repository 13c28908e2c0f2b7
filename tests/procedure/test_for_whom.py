"""Who may do a thing for whom, what a form offers then, and what the chair is shown before it announces."""

from __future__ import annotations

from typing import Any

from app.procedure.asks import asks
from app.procedure.debate_speakers import LeaveDebate
from app.procedure.election_opening import OpenElection
from app.procedure.explanations import HearExplanation, explainable, explained_now, explains
from app.procedure.floor import stands_against
from app.procedure.friendly import ConsentToAmendment, OfferFriendly
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.motions import RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.raised_placards import RaisePlacard
from app.procedure.replies import AskReply
from app.procedure.rulebook_changes import ChangeRulebook
from app.procedure.second_looks import count_again, sponsors_against
from app.procedure.secret_ballots import CloseElection, EnterElectionCount
from app.procedure.sittings import SuspendMeeting
from app.procedure.speakers_lists import CloseSpeakersList
from app.procedure.speeches import CallSpeaker, EndSpeech
from app.procedure.turns import CallOnQuestion
from app.procedure.votes import CastBallot
from tests.procedure.changes import offered, on_a_draft
from tests.procedure.debates import in_hand
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, before_the_vote, in_debate, roll_call

CAUCUS: dict[str, Any] = {"topic": "Returns", "total_seconds": 600, "speech_seconds": 60}


def test_who_did_not_ask_may_not_leave_the_debate_nor_lower_a_placard_nor_reply_unseen() -> None:
    meeting = in_hand()
    assert [one.rule for one in stands_against(meeting.floor, "peru", LeaveDebate)] == ["timed.not_asked"]
    assert stands_against(meeting.floor, "ghana", LeaveDebate) == ()
    away = in_debate(absent=["peru"])
    away.do(CallSpeaker("spain"))
    assert [one.rule for one in stands_against(away.floor, "peru", AskReply)] == ["seat.absent"]
    assert stands_against(away.floor, CHAIR, AskReply) == ()
    assert away.rules(AskReply("An insult", "peru")) == ("seat.absent",)
    assert away.rules(AskReply("An insult", "ghana"), by="mexico") == ("seat.not_yours",)


def test_a_placard_of_who_is_away_is_not_entered_by_the_dais() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.carry("moderated_caucus", "spain", **CAUCUS)
    meeting.do(CallSpeaker("spain"))
    meeting.do(CloseSpeakersList())
    assert meeting.rules(RaisePlacard("peru")) == ("seat.absent",)
    meeting.do(RaisePlacard("ghana"))


def test_only_a_sponsor_answers_for_itself_on_an_offer() -> None:
    meeting = on_a_draft()
    meeting.do(OfferFriendly(offered(meeting, "strike", "o3")), by="spain")
    assert meeting.rules(ConsentToAmendment("A1", seat="peru"), by="ghana") == ("seat.not_yours",)
    assert meeting.rules(ConsentToAmendment("A1"), by="mexico") == ("paper.sponsors_only",)
    meeting.do(ConsentToAmendment("A1", seat="peru"))
    assert meeting.rules(ConsentToAmendment("A1"), by="peru") == ("friendly.accepted_already",)


def test_the_page_of_another_election_closes_and_enters_nothing() -> None:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana"), way="paper"))
    number = meeting.floor.number
    assert meeting.rules(CloseElection(number - 1)) == ("election.over",)
    assert meeting.rules(EnterElectionCount(number - 1, 99, (1, 2, 3))) == ("election.over",)
    assert "election.most_ballots" in meeting.rules(EnterElectionCount(number, -1, (0, 0)))
    meeting.do(EnterElectionCount(number, 0, (0, 0)))
    meeting.do(EnterElectionCount(number, 8, (8, 0)))


def test_a_waiting_motion_with_a_majority_of_its_own_lets_the_general_one_be_changed() -> None:
    meeting = in_debate()
    number = meeting.motion("suspend_rules", "peru", rule="caucus.max_total")
    meeting.do(ChangeRulebook("So agreed", {"votes.procedural": "unanimous"}))
    assert meeting.floor.motions.find(number)
    meeting.motion("suspend_meeting", "peru")
    back = ChangeRulebook("So agreed", {"votes.procedural": "simple_cast"})
    assert meeting.rules(back) == ("rulebook.motion_waits",)


def test_without_a_vote_no_number_of_votes_is_asked_for() -> None:
    form = {one.field: one for one in asks(in_debate().floor, CHAIR, EnterCount)}
    assert (form["yes"].least, form["yes"].most) == (0, 0)


def test_an_extension_is_offered_in_whole_speeches_and_halves() -> None:
    meeting = in_debate()
    meeting.carry("moderated_caucus", "peru", **{**CAUCUS, "total_seconds": 540})
    form = {one.field: one for one in asks(meeting.floor, "peru", RaiseMotion, kind="extend_caucus")}
    assert set(form["total_seconds"].options) == {540, 240, 60}
    plain = in_debate()
    plain.carry("unmoderated_caucus", "peru", total_seconds=600)
    form = {one.field: one for one in asks(plain.floor, "peru", RaiseMotion, kind="extend_caucus")}
    assert set(form["total_seconds"].options) == {600, 300, 60}
    short = in_debate()
    short.carry("unmoderated_caucus", "peru", total_seconds=90)
    form = {one.field: one for one in asks(short.floor, "peru", RaiseMotion, kind="extend_caucus")}
    assert set(form["total_seconds"].options) == {90, 60, 45}


# --- explanations and second looks ---


def test_votes_are_explained_on_the_draft_that_is_next_and_on_the_last_that_was_voted() -> None:
    meeting = before_the_vote(house(action={"explanations": "any_voter_before_or_after"}))
    assert explained_now(meeting.floor) == explainable(meeting.floor) == ("WP-1",)
    assert (explains(meeting.floor, "spain"), explains(meeting.floor, "ghana")) == ("WP-1", "")
    meeting.put("paper", "WP-1")
    assert explained_now(meeting.floor) == explainable(meeting.floor) == ()
    meeting.hands(8, 0)
    assert explained_now(meeting.floor) == ("WP-1",)
    meeting.do(HearExplanation("WP-1", "spain"))
    assert meeting.rules(HearExplanation("WP-1", "spain", "spain")) == ("explanation.given",)
    meeting.do(EndSpeech("spain"))
    assert explains(meeting.floor, "spain") == "" and explains(meeting.floor, "mexico") == "WP-1"
    meeting.do(SuspendMeeting())
    assert explained_now(meeting.floor) == ()


def test_who_is_away_explains_nothing_and_where_nobody_may_nothing_is_explained() -> None:
    meeting = before_the_vote(house(action={"explanations": "any_voter_before_or_after"}), absent=["spain"])
    assert explains(meeting.floor, "spain") == ""
    rights = before_the_vote()
    assert explained_now(rights.floor) == ("WP-1",) and explainable(rights.floor) == ()


def test_a_count_that_missing_placards_could_turn_is_counted_again() -> None:
    meeting = before_the_vote()
    assert not count_again(meeting.floor)
    number = meeting.put("paper", "WP-1").number
    assert not count_again(meeting.floor), "nothing is counted"
    meeting.do(EnterCount(number, 3, 2, 1))
    assert count_again(meeting.floor), "two are missing, one would tie"
    meeting.do(EnterCount(number, 5, 2, 0))
    assert not count_again(meeting.floor)


def test_t35_a_sponsor_that_votes_no_is_shown_to_the_chair() -> None:
    meeting = roll_call()
    assert sponsors_against(meeting.floor) == ()
    for seat, choice in (("canada", "no"), ("france", "yes"), ("ghana", "no")):
        meeting.do(CastBallot(meeting.vote.number, choice, seat=seat))  # type: ignore[arg-type]
    assert sponsors_against(meeting.floor) == ("ghana",)


# --- speakers on a motion ---


def test_a_side_that_is_full_takes_no_more_speakers() -> None:
    meeting = in_debate()
    number = meeting.motion("adjourn_debate", "peru")
    meeting.do(EntertainMotion(number))
    for seat in ("canada", "france"):
        meeting.do(SpeakOnMotion(number, "for"), by=seat)
    other = meeting.motion("close_speakers_list", "ghana")
    for page in (other, other + 7):
        assert meeting.rules(CallOnQuestion("motion", page)) == ("question.none",)
    meeting.do(CallOnQuestion("motion", number))
    meeting.do(CallOnQuestion("motion", number, "canada"))
    assert meeting.rules(SpeakOnMotion(number, "for"), by="spain") == ("question.side_full",)
    assert meeting.rules(CallOnQuestion("motion", number, "france")) == ("question.nobody",)
