"""Timed debate house by house: its times and modes, questions to speakers, sides, tabling, the vote."""

from __future__ import annotations

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.amendments import ProposeAmendment
from app.procedure.clocks import StartClock, TimeUp
from app.procedure.debate_speakers import CallDebater, JoinDebate
from app.procedure.granting import GrantMotion
from app.procedure.handling import SecondMotion
from app.procedure.information import TakePoints
from app.procedure.points import RaisePoint
from app.procedure.reopening import ReopenDraft
from app.procedure.rulebook_files import load
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import EndSpeech
from app.procedure.sponsorship import SignAmendment
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.procedure.voting import OpenVote
from app.words import chairs_line
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
from tests.procedure.meeting import in_debate, many
from tests.procedure.moving import with_draft


def test_the_times_are_those_of_the_house() -> None:
    times = {"for_seconds": 120, "against_seconds": 60, "speech_seconds": 30}
    meeting = in_hand(thimun(**times, amendment_for_seconds=40, amendment_against_seconds=20))
    assert left(meeting, "debate") == 120
    meeting.do(CallDebater("for"))
    assert left(meeting, "speech") == 30
    meeting.do(EndSpeech("ghana"))
    end_stage(meeting)
    assert left(meeting, "debate") == 60
    meeting.do(amendment(meeting, "spain", "States to act"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    assert left(meeting, "amendment") == 40
    end_stage(meeting)
    assert left(meeting, "amendment") == 20


@pytest.mark.parametrize(("mode", "seconds", "stage"), [("open", 900, "open"), ("closed", 600, "for")])
def test_the_mode_is_that_of_the_house_unless_the_chair_names_another(
    mode: str, seconds: int, stage: str
) -> None:
    meeting = in_hand(thimun(mode=mode, open_seconds=900))
    assert (debate(meeting).mode, debate(meeting).now.stage, left(meeting, "debate")) == (
        mode,
        stage,
        seconds,
    )
    assert debate(in_hand(thimun(mode=mode), mode="open")).mode == "open"


@pytest.mark.parametrize(("asked", "rules"), [(True, ()), (False, ("point.not_in_debate",))])
def test_speakers_are_asked_where_the_house_lets_them_be(asked: bool, rules: tuple[str, ...]) -> None:
    meeting = in_hand(thimun(points_of_information=asked))
    meeting.do(CallDebater("for"))
    meeting.do(TakePoints(), by="ghana")
    question = RaisePoint("information", "Who pays?")
    if asked:
        meeting.do(question, by="spain")
    else:
        assert meeting.rules(question, by="spain") == rules


def test_the_chair_takes_motions_in_the_order_that_it_chooses() -> None:
    meeting = with_a_draft()
    table = meeting.motion("adjourn_debate", "ghana")
    number = meeting.motion("suspend_meeting", "peru")
    for moved in (table, number):
        meeting.do(SecondMotion(moved), by="honduras")
    assert meeting.floor.motions.pending[0].number == table and meeting.floor.rulebook.precedence == ()
    meeting.do(GrantMotion(number, True))
    assert meeting.floor.meeting.state == "suspended"


def test_each_side_speaks_in_its_own_time() -> None:
    meeting = in_hand()
    assert meeting.rules(JoinDebate("against"), by="spain") == ("timed.side",)
    meeting.do(JoinDebate("for"), by="spain")
    speech(meeting, "for", "ghana")
    end_stage(meeting)
    assert meeting.rules(CallDebater("for", "spain")) == ("timed.side",)
    meeting.do(CallDebater("against", "spain"))


def test_a_clock_that_waits_is_not_started() -> None:
    """The draft's clock stands while nobody speaks on it, and while an amendment is debated."""
    meeting = in_hand(mode="open")
    assert meeting.rules(StartClock("debate")) == ("clock.waits",)
    meeting.do(amendment(meeting, "spain", "States to act"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    meeting.do(CallDebater("for"))
    assert meeting.rules(StartClock("debate")) == ("clock.waits",)
    assert meeting.floor.clocks["amendment"].running


def test_time_that_runs_out_informs_and_ends_nothing() -> None:
    meeting = in_hand()
    meeting.do(CallDebater("for"))
    generation = meeting.floor.clocks["debate"].generation
    meeting.do(TimeUp("debate", generation), by="room", after=601)
    assert meeting.floor.clocks["debate"].rang and debate(meeting).now.stage == "for"
    assert meeting.floor.speeches.now is not None


def test_a_resolution_in_hand_is_tabled_by_two_thirds_and_not_by_one_vote_fewer() -> None:
    for yes, tabled in ((6, True), (5, False)):
        meeting = in_hand()
        number = meeting.motion("postpone_consideration", "peru", paper="WP-1")
        meeting.do(SecondMotion(number), by="spain")
        meeting.put("motion", number)
        meeting.hands(yes, len(meeting.vote.order) - yes)
        assert (meeting.floor.resolution_debate is None) is tabled
        assert ("debate" not in meeting.floor.clocks) is tabled


@pytest.mark.parametrize(("yes", "no", "passes"), [(15, 8, True), (12, 11, True), (11, 12, False)])
def test_t11_the_vote_on_the_whole(yes: int, no: int, passes: bool) -> None:
    """15 for, 8 against, 3 abstain passes; so does one vote more than half, and one fewer does not."""
    members = many(26)
    meeting = in_debate(rulebook=thimun(), members=members, others=())
    paper = meeting.approved(members[:6])
    number = meeting.motion("introduce_draft", members[0], paper=paper)
    meeting.do(SecondMotion(number), by=members[1])
    meeting.do(GrantMotion(number, True))
    meeting.do(TakeUpDraft("WP-1", "open"))
    end_stage(meeting)
    meeting.put("paper", "WP-1")
    assert meeting.hands(yes, no, 3) is passes
    assert meeting.paper("WP-1").stage == ("adopted" if passes else "failed")
    if passes:
        assert meeting.rules(ReopenDraft("WP-1")) == ("timed.none_failed",)


def test_a_house_with_a_list_takes_no_draft_in_hand() -> None:
    meeting = with_draft(house())
    assert meeting.rules(TakeUpDraft("WP-1")) == ("timed.not_used",)
    assert not load("harvard").timed_debate.used


def test_t41_an_amendment_is_amended_once_and_before_it_is_voted() -> None:
    meeting = in_hand(mode="open")
    meeting.do(amendment(meeting, "spain", "States to act"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    meeting.do(amendment(meeting, "peru", "States to act at once", "A1"), by="peru")
    meeting.do(TakeUpAmendment("A2"))
    third = ProposeAmendment("WP-1", "strike", "", "o1", amendment="A2")
    assert meeting.rules(third, by="canada") == ("amendment.third_degree",)
    end_stage(meeting)
    end_stage(meeting)
    assert set(meeting.rules(OpenVote("amendment", "A1"))) >= {"timed.not_in_hand"}
    meeting.put("amendment", "A2")


def test_an_amendment_to_one_whose_debate_is_over_is_still_debated_and_put_before_it() -> None:
    """Spain's amendment comes to its vote while Peru's to it was introduced and not yet taken up."""
    meeting = in_hand(mode="open")
    meeting.do(amendment(meeting, "spain", "States to act"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    meeting.do(amendment(meeting, "peru", "States to act at once", "A1"), by="peru")
    grant(meeting, "introduce_amendment", "peru", amendment="A2")
    meeting.do(amendment(meeting, "canada", "States to act soon", "A1"), by="canada")
    end_stage(meeting)
    end_stage(meeting)
    assert meeting.rules(OpenVote("amendment", "A1")) == ("amendment.second_degree_first",)
    assert meeting.rules(TakeUpAmendment("A3")) == ("timed.vote_first",), "it was not introduced in time"
    assert "amendment A2" in chairs_line(meeting.floor, {})
    meeting.do(TakeUpAmendment("A2"))
    end_stage(meeting)
    end_stage(meeting)
    meeting.put("amendment", "A2")
    assert meeting.hands(5, 3)
    assert "timed.vote_first" in meeting.rules(TakeUpAmendment("A3"))
    meeting.put("amendment", "A1")
    assert meeting.hands(5, 3)
    text = meeting.paper("WP-1").text
    assert text is not None and "States to act at once" in [clause.text for clause in text.clauses]
    assert meeting.replayed() == meeting.floor


def test_an_amendment_is_taken_up_with_the_names_that_the_house_asks_for() -> None:
    """One eighth of 34 members, its mover among them."""
    meeting = in_debate(rulebook=load("thimun"), members=many(34), others=())
    paper = meeting.approved(many(8))
    number = meeting.motion("introduce_draft", "member-01", paper=paper)
    meeting.do(SecondMotion(number), by="member-02")
    meeting.do(GrantMotion(number, True))
    meeting.do(TakeUpDraft(paper, "open"))
    meeting.do(amendment(meeting, "member-03", "States to act"), by="member-03")
    (refusal,) = meeting.refused(TakeUpAmendment("A1"))
    assert (refusal.rule, dict(refusal.values)) == ("amendment.signatories_min", {"have": 1, "needed": 5})
    for seat in many(7)[3:]:
        meeting.do(SignAmendment("A1"), by=seat)
    meeting.do(TakeUpAmendment("A1"))


def test_t46_voting_does_not_end_before_the_next_approved_resolution_was_called() -> None:
    meeting = with_a_draft()
    paper = meeting.approved(("peru", "canada", "mexico", "france"))
    meeting.do(TakeUpDraft("WP-1", "open"))
    end_stage(meeting)
    meeting.put("paper", "WP-1")
    assert meeting.hands(8, 0)
    assert meeting.rules(EndVoting()) == ("voting.drafts_left",)
    grant(meeting, "introduce_draft", "peru", paper=paper)
    meeting.do(TakeUpDraft(paper, "open"))
    end_stage(meeting)
    meeting.put("paper", paper)
    assert not meeting.hands(0, 8)
    meeting.do(EndVoting())


def test_t46_the_next_resolution_is_debated_after_the_first_passes() -> None:
    meeting = with_a_draft(drafts=2)
    meeting.do(TakeUpDraft("WP-1", "open"))
    assert meeting.rules(TakeUpDraft("WP-2")) == ("timed.in_hand",)
    end_stage(meeting)
    meeting.put("paper", "WP-1")
    assert meeting.hands(8, 0)
    meeting.do(TakeUpDraft("WP-2"))
    assert debate(meeting).draft.subject == "WP-2"


def test_t51_there_is_no_list_to_run_empty() -> None:
    meeting = in_hand()
    assert meeting.rules(JoinSpeakersList(), by="spain") == ("list.none_here",)
