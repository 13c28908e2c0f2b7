"""A debate on one resolution, and consultations on another, as three screens show them while they go on."""

from __future__ import annotations

from app.procedure.brackets import ReopenParagraph
from app.procedure.consultations import AgreeParagraph, CloseConsultations
from app.procedure.debate_speakers import CallDebater
from app.procedure.debate_stages import EndDebateStage
from app.procedure.speeches import EndSpeech
from app.procedure.taking_up import TakeUpDraft
from app.screens.cockpit.consulting import ConsultingView
from app.screens.cockpit.meeting import NextQuestionView
from app.screens.cockpit.now import draw_now
from app.screens.cockpit.speakers import draw_speakers
from app.screens.cockpit.speaking import SpeakingView
from app.screens.cockpit.timed import DebatersView, TimedView
from app.screens.phone.act import doing
from app.screens.phone.to_speak import BothSides, Paragraphs, to_speak
from app.screens.projector.board import draw
from app.screens.projector.timed import Consulted, Debated
from tests.procedure.meeting import Meeting
from tests.screens import phone_debate, phone_directory, timed_scenes
from tests.screens.cockpit_pages import directory, regions
from tests.screens.debate_scenes import here

PHONE = phone_directory.DIRECTORY


def shown(meeting: Meeting) -> TimedView:
    """The chair's view of the debate."""
    view = draw_now(meeting.floor, directory())
    assert isinstance(view, TimedView)
    return view


def test_a_draft_is_taken_up_heard_and_put_to_the_vote() -> None:
    meeting = timed_scenes.to_take_up()
    before = draw_now(meeting.floor, directory())
    assert isinstance(before, SpeakingView) and before.taking_up is not None
    assert [one.value for one in before.taking_up.debated] == ["WP-1", "WP-2"]

    meeting.do(TakeUpDraft("WP-1"))
    now = shown(meeting)
    assert (now.on.stage, now.on.speaker, now.next) == ("for", None, "for")
    assert [len(side.waiting) for side in now.on.sides] == [1, 0]
    assert dict(now.why_not_call)["for"] == "" and dict(now.why_not_call)["against"]

    meeting.do(CallDebater("for"))
    now = shown(meeting)
    assert now.on.speaker is not None and now.on.speaker.key == here(meeting)[0]
    assert now.on.clock is not None and now.on.clock.deadline is not None
    meeting.do(EndSpeech(here(meeting)[0]), after=50)
    held = shown(meeting).on.clock
    assert held is not None and held.deadline is None and held.remaining == held.total - 50_000

    meeting.do(EndDebateStage("WP-1", "for"))
    assert shown(meeting).on.stage == "against" and shown(meeting).next == "against"
    meeting.do(EndDebateStage("WP-1", "against"))
    vote = draw_now(meeting.floor, directory())
    assert isinstance(vote, NextQuestionView) and [one.subject for one in vote.questions] == ["WP-1"]


def test_both_queues_stand_in_the_speakers_panel_and_not_beside_the_clock() -> None:
    meeting = timed_scenes.open_debate()
    view = draw_speakers(meeting.floor, directory())
    assert isinstance(view, DebatersView)
    assert [len(side.waiting) for side in view.sides] == [2, 3]
    drawn = regions(meeting)
    for form in ("debate-for", "debate-against"):
        assert f'id="{form}"' in drawn["speakers"] and f'id="{form}"' not in drawn["now"]
    assert "No speakers’ list now" not in drawn["adding"]
    assert "waiting: 5" in drawn["tabs"]
    assert not isinstance(draw_speakers(timed_scenes.at_the_vote().floor, directory()), DebatersView)


def test_an_amendment_is_debated_on_top_and_put_by_itself() -> None:
    waiting = shown(timed_scenes.amendment_waits())
    assert [one.value for one in waiting.amendments] == ["A1"]
    now = shown(timed_scenes.amendment_debated())
    assert (now.on.subject, now.on.clock_name, len(now.on.below)) == ("A1", "amendment", 1)
    vote = draw_now(timed_scenes.amendment_to_vote().floor, directory())
    assert isinstance(vote, NextQuestionView) and [one.subject for one in vote.questions] == ["A1"]


def test_a_draft_that_failed_can_be_reopened() -> None:
    failed = draw_now(timed_scenes.failed_in_time().floor, directory())
    assert isinstance(failed, SpeakingView) and failed.taking_up is not None
    assert failed.taking_up.failed == "WP-1"
    assert 'id="reopen-form"' in regions(timed_scenes.failed_in_time())["now"]


def test_the_room_reads_the_stage_the_clock_and_who_waits() -> None:
    board = draw(timed_scenes.open_debate().floor, directory())
    assert isinstance(board, Debated) and board.on.stage == "open" and board.on.clock is not None
    assert [len(side.waiting) for side in board.on.sides] == [2, 3]
    speaking = draw(timed_scenes.speaking_for().floor, directory())
    assert isinstance(speaking, Debated) and speaking.on.speaker is not None
    assert len(speaking.upcoming) == 2


def test_a_delegation_asks_on_a_side_and_sees_its_place() -> None:
    floors = phone_debate.floors()
    asks = doing(floors["timed"], PHONE, "ghana")
    assert asks.joining is not None and asks.joining.sides == (("for", ""), ("against", ""))
    waits = doing(floors["on_a_side"], PHONE, "ghana").joining
    assert waits is not None and (waits.side, waits.place) == ("against", 2)
    assert doing(floors["timed_vote"], PHONE, "ghana").joining is None
    assert isinstance(to_speak(floors["timed"], PHONE), BothSides)


def test_consultations_go_from_brackets_to_action() -> None:
    start = draw_now(timed_scenes.to_consult().floor, directory())
    assert isinstance(start, SpeakingView) and start.taking_up is not None
    assert [one.value for one in start.taking_up.consulted] == ["WP-1"]

    meeting = timed_scenes.bracketed()
    now = draw_now(meeting.floor, directory())
    assert isinstance(now, ConsultingView) and now.on.in_hand is not None
    assert [one.name for one in now.on.paragraphs] == ["PP1", "OP1", "OP2"]
    assert [one.state for one in now.on.paragraphs] == ["agreed", "bracketed", "open"]
    assert [said.words for said in now.on.in_hand.brackets] == ["States", ""]
    meeting.do(ReopenParagraph("o1"))
    meeting.do(AgreeParagraph("o1"))

    done = timed_scenes.all_agreed()
    ready = draw_now(done.floor, directory())
    assert isinstance(ready, ConsultingView) and ready.all_agreed
    done.do(CloseConsultations())
    assert not isinstance(draw_now(done.floor, directory()), ConsultingView)


def test_the_room_reads_the_paragraphs_around_the_one_in_hand() -> None:
    board = draw(timed_scenes.long_text().floor, directory())
    assert isinstance(board, Consulted)
    assert (board.before, len(board.rows), board.after) == (7, 6, 1)
    assert [one.name for one in board.rows if one.in_hand] == ["OP10"]


def test_a_delegation_puts_words_in_brackets_and_takes_them_out() -> None:
    floors = phone_debate.floors()
    own = doing(floors["bracketed"], PHONE, "ghana").bracketing
    assert own is not None and own.paragraph is not None and own.paragraph.name == "OP1"
    assert [one.uid for one in own.own] == ["o1"]
    other = doing(floors["bracketed"], PHONE, "spain").bracketing
    assert other is not None and other.own == ()
    nothing = doing(floors["consulting"], PHONE, "spain").bracketing
    assert nothing is not None and nothing.paragraph is None
    assert isinstance(to_speak(floors["consulting"], PHONE), Paragraphs)
