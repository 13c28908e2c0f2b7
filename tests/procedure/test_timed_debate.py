"""Debate on one resolution at a time: whole meetings at THIMUN, closed and open."""

from __future__ import annotations

from dataclasses import replace

from app.procedure.agenda import EndVoting
from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import SetStatus
from app.procedure.debate_speakers import CallDebater, JoinDebate, LeaveDebate
from app.procedure.debate_stages import EndDebateStage
from app.procedure.explanations import HearExplanation
from app.procedure.information import TakePoints
from app.procedure.placards import EnterCount
from app.procedure.points import RaisePoint
from app.procedure.reopening import ReopenDraft
from app.procedure.restating import PassUnopposed
from app.procedure.ruling_points import RulePoint
from app.procedure.speeches import EndSpeech
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.procedure.voting import OpenVote
from app.procedure.yields import YieldFloor
from resolutions.document import Document
from tests.procedure.debates import (
    amendment,
    debate,
    end_stage,
    grant,
    in_hand,
    left,
    speech,
    thimun,
    with_a_draft,
)
from tests.procedure.houses import house
from tests.procedure.meeting import MEMBERS, Meeting, ballot


def words_of(meeting: Meeting, clause: str = "o1") -> str:
    text = meeting.paper("WP-1").text
    assert isinstance(text, Document)
    return next(one.text for one in text.clauses if one.uid == clause)


def test_a_closed_debate_with_an_amendment_and_one_to_it() -> None:
    """Time for, time against, amendments on clocks of their own, the vote on the whole, the next draft."""
    meeting = with_a_draft(drafts=2)
    assert meeting.rules(TakeUpDraft("WP-2")) == ("timed.order",)
    meeting.do(TakeUpDraft("WP-1"))
    assert (debate(meeting).mode, debate(meeting).now.stage) == ("closed", "for")

    # Time for: the main submitter opens, takes a question, and yields what is left to France.
    meeting.do(JoinDebate("for"), by="mexico")
    assert meeting.rules(CallDebater("for", "mexico")) == ("timed.submitter_first",)
    meeting.do(CallDebater("for"))
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "ghana"
    meeting.do(TakePoints(), by="ghana", after=20)
    meeting.do(RaisePoint("information", "Who pays?"), by="spain", after=10)
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "Spain may ask"))
    assert not meeting.floor.clocks["speech"].running and meeting.floor.clocks["debate"].running
    meeting.do(YieldFloor("delegate", "france"), by="ghana", after=30)
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "france"
    meeting.do(EndSpeech("france"), after=60)
    assert left(meeting, "debate") == 600 - 20 - 10 - 30 - 60
    held = left(meeting, "debate")
    speech(meeting, "for", "mexico")
    assert left(meeting, "debate") == held - 60, "the clock runs only while somebody has the floor"
    early = amendment(meeting, "spain", "States to give notice of ninety days")
    assert meeting.rules(early, by="spain") == ("amendment.time_against",)
    end_stage(meeting)

    # Time against: Spain moves an amendment, Peru one to that.
    assert (debate(meeting).now.stage, left(meeting, "debate")) == ("against", 600)
    speech(meeting, "against", "spain")
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    assert left(meeting, "debate") == 540 and not meeting.floor.clocks["debate"].running
    speech(meeting, "for", "spain")
    assert (left(meeting, "amendment"), left(meeting, "debate")) == (120, 540)
    meeting.do(amendment(meeting, "peru", "States to give notice of sixty days", "A1"), by="peru")
    meeting.do(TakeUpAmendment("A2"))
    third = ProposeAmendment("WP-1", "strike", "", "o1", amendment="A2")
    assert meeting.rules(third, by="canada") == ("amendment.third_degree",)
    speech(meeting, "for", "peru")
    end_stage(meeting)
    speech(meeting, "against", "spain")
    assert (left(meeting, "second_degree"), left(meeting, "amendment")) == (120, 120)
    assert "amendment.second_degree_first" in meeting.rules(OpenVote("amendment", "A1"))
    end_stage(meeting)
    meeting.put("amendment", "A2")
    assert meeting.hands(5, 3)

    # The amendment as amended, and back to the draft's own clock.
    assert debate(meeting).now.subject == "A1" and "second_degree" not in meeting.floor.clocks
    end_stage(meeting)
    end_stage(meeting)
    meeting.put("amendment", "A1")
    assert meeting.hands(6, 2)
    assert words_of(meeting) == "States to give notice of sixty days"
    assert (debate(meeting).now.subject, left(meeting, "debate")) == ("WP-1", 540)
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("timed.still_debated",)
    end_stage(meeting)

    # The vote on the whole (15 for, 8 against passes: here with eight votes); the next resolution follows.
    meeting.put("paper", "WP-1")
    assert meeting.hands(5, 3)
    assert meeting.floor.resolution_debate is None and not meeting.floor.clocks
    assert meeting.rules(EndVoting()) == ("voting.drafts_left",)
    meeting.do(TakeUpDraft("WP-2"))
    assert debate(meeting).draft.subject == "WP-2"
    assert meeting.replayed() == meeting.floor


def test_an_open_debate_extended_and_ended_by_the_previous_question() -> None:
    """Either side in turn; a motion adds time, another brings the vote; the draft fails and is reopened."""
    meeting = in_hand(mode="open")
    assert (debate(meeting).now.stage, left(meeting, "debate")) == ("open", 1200)
    speech(meeting, "for", "ghana", seconds=100)
    meeting.do(JoinDebate("against"), by="spain")
    meeting.do(JoinDebate("for"), by="mexico")
    assert meeting.rules(CallDebater("for")) == ("timed.turn",)
    speech(meeting, "against", "spain", seconds=1150)
    assert left(meeting, "debate") == -50
    assert meeting.rules(CallDebater("for")) == ("timed.time_up",)
    assert debate(meeting).now.stage == "open", "time that runs out only informs"
    grant(meeting, "extend_debate_time", "peru", total_seconds=300)
    assert left(meeting, "debate") == 250
    speech(meeting, "for", "mexico")
    grant(meeting, "previous_question", "canada")
    assert debate(meeting).now.stage == "vote" and "debate" not in meeting.floor.clocks
    assert meeting.rules(JoinDebate("for"), by="peru") == ("timed.to_the_vote",)
    meeting.put("paper", "WP-1")
    assert not meeting.hands(4, 4)

    # It failed with time left: the chair opens it again for amendments [ISC].
    meeting.do(ReopenDraft("WP-1", 1200))
    assert (debate(meeting).mode, left(meeting, "debate")) == ("open", 1200)
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    speech(meeting, "for", "spain")
    end_stage(meeting)
    end_stage(meeting)
    meeting.put("amendment", "A1")
    assert meeting.hands(8, 0)
    end_stage(meeting)
    meeting.put("paper", "WP-1")
    assert meeting.hands(7, 1)
    meeting.do(EndVoting())
    assert meeting.floor.meeting.dealt == (1,)
    assert meeting.replayed() == meeting.floor


def test_t66_the_house_is_divided_and_a_vote_is_explained_while_debate_is_open() -> None:
    """After 3-2-3 the vote is repeated without abstentions, though the draft is no longer in hand."""
    meeting = in_hand(mode="open")
    end_stage(meeting)
    meeting.put("paper", "WP-1", "devices")
    for seat, choice in zip(
        MEMBERS, ("yes", "no", "abstain", "abstain", "yes", "abstain", "no", "yes"), strict=True
    ):
        meeting.do(ballot(meeting, choice), by=seat)
    assert meeting.announce()
    grant(meeting, "divide_the_house", "peru")
    meeting.put("paper", "WP-1")
    assert meeting.rules(EnterCount(meeting.vote.number, 3, 2, 3)) == ("vote.house_divided",)
    assert not meeting.hands(4, 4)
    meeting.do(HearExplanation("WP-1", "france"))
    meeting.do(EndSpeech("france"))


def test_the_mode_is_changed_by_a_motion() -> None:
    meeting = in_hand()
    speech(meeting, "for", "ghana")
    grant(meeting, "open_or_closed_debate", "peru", mode="open", total_seconds=900)
    assert (debate(meeting).mode, debate(meeting).now.stage, left(meeting, "debate")) == ("open", "open", 900)
    moved = meeting.motion("open_or_closed_debate", "peru", mode="closed")
    assert meeting.floor.motions.find(moved)


def test_amendments_are_taken_in_time_against_where_the_house_has_it_so() -> None:
    """In time for they are too early; in open debate they come at any time; elsewhere at any time as well."""
    closed, opened = in_hand(), in_hand(mode="open")
    change = amendment(closed, "spain", "States to give notice of ninety days")
    assert closed.rules(change, by="spain") == ("amendment.time_against",)
    opened.do(change, by="spain")
    end_stage(closed)
    closed.do(change, by="spain")


def test_an_amendment_passes_unopposed_only_where_nobody_is_against_it() -> None:
    book = thimun()
    meeting = in_hand(replace(book, amendments=replace(book.amendments, unopposed_passes=True)), mode="open")
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    end_stage(meeting)
    meeting.do(JoinDebate("against"), by="peru")
    assert meeting.rules(PassUnopposed("A1")) == ("amendment.opposed",)
    meeting.do(LeaveDebate(), by="peru")
    meeting.do(PassUnopposed("A1"))
    assert words_of(meeting) == "States to give notice of ninety days"
    assert not debate(meeting).amendments


def test_a_stage_that_has_ended_is_not_ended_twice() -> None:
    meeting = in_hand()
    end_stage(meeting)
    assert meeting.rules(EndDebateStage("WP-1", "for")) == ("timed.other_stage",)


def test_without_a_quorum_no_draft_is_taken_in_hand() -> None:
    meeting = with_a_draft(house("thimun", quorum={"presumed": False}))
    for seat in MEMBERS[1:]:
        meeting.do(SetStatus("absent", seat))
    assert "quorum.lost" in meeting.rules(TakeUpDraft("WP-1"))
