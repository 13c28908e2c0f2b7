"""Explanations of vote: the delegation asks by its placard, the chair hears it and ends it."""

from __future__ import annotations

from app.procedure.explanations import HearExplanation
from app.procedure.floor import Floor
from app.procedure.raised_placards import RaisePlacard
from app.procedure.speeches import EndSpeech
from app.screens.cockpit.inbox import draw_inbox
from app.screens.cockpit.meeting import NextQuestionView
from app.screens.cockpit.now import draw_now
from app.screens.cockpit.speaking import SpeakingView
from app.screens.cockpit.voting import CountedView
from app.screens.phone.act import Doing, doing
from app.screens.view import html
from app.words import chairs_line
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting
from tests.screens import put_scenes, timed_scenes
from tests.screens.cockpit_pages import directory
from tests.screens.debate_scenes import here


def page_of(floor: Floor, seat: str) -> Doing:
    return doing(floor, directory(), seat)


def explained(meeting: Meeting) -> list[str]:
    """The questions on which the chair can hear explanations."""
    now = draw_now(meeting.floor, directory())
    assert isinstance(now, NextQuestionView | SpeakingView)
    shown = html(now, "en")
    assert all(f'id="explain-form-{one.value}"' in shown for one in now.explaining)
    return [one.value for one in now.explaining]


def test_after_a_vote_by_roll_call_one_of_each_side_may_explain() -> None:
    meeting = put_scenes.explaining()
    seats = here(meeting)
    assert explained(meeting) == ["WP-1"]
    (row,) = draw_inbox(meeting.floor, directory()).placards
    assert (row.call, row.on) == ("HearExplanation", "WP-1")
    assert 'name="subject" value="WP-1"' in html(draw_inbox(meeting.floor, directory()), "en")
    assert page_of(meeting.floor, seats[18]).big == "lower"
    assert page_of(meeting.floor, seats[19]).big == "explain"
    assert page_of(meeting.floor, seats[0]).big != "explain", "a sponsor"

    meeting.do(HearExplanation("WP-1", seats[18]))
    now = draw_now(meeting.floor, directory())
    assert isinstance(now, SpeakingView) and now.kind == "explanation" and now.speaker is not None
    shown = html(now, "en")
    assert 'data-key="e"' in shown and 'id="call-next"' not in shown
    line = chairs_line(meeting.floor, directory().short_names)
    assert now.speaker.name in line and "30 seconds" in line
    assert draw_inbox(meeting.floor, directory()).placards == ()
    meeting.do(EndSpeech(seats[18]))
    assert page_of(meeting.floor, seats[21]).big != "explain", "one in favour was heard"
    assert page_of(meeting.floor, seats[19]).big == "explain"
    for seat in seats[19:21]:
        meeting.do(HearExplanation("WP-1", seat))
        meeting.do(EndSpeech(seat))
    assert explained(meeting) == []


def test_in_a_timed_debate_votes_are_explained_until_the_next_draft_is_put() -> None:
    meeting = timed_scenes.failed_in_time()
    assert explained(meeting) == ["WP-1"]
    asks = page_of(meeting.floor, here(meeting)[20])
    assert (asks.big, asks.why, bool(asks.explains)) == ("explain", "", True)
    meeting.do(RaisePlacard(), by=here(meeting)[20])


def test_where_any_voter_explains_it_may_do_so_before_the_vote_too() -> None:
    meeting = timed_scenes.drafted(house("nmun"))
    assert explained(meeting) == []
    meeting.carry("close_debate", here(meeting)[0])
    assert explained(meeting) == ["WP-1"]
    assert page_of(meeting.floor, here(meeting)[20]).big == "explain"


def test_after_a_vote_the_next_draft_too_is_explained_before_it_is_put() -> None:
    meeting = put_scenes.drafted(house(action={"explanations": "any_voter_before_or_after"}), 2)
    meeting.carry("close_debate", here(meeting)[0])
    meeting.put("paper", "WP-1")
    meeting.hands(0, len(meeting.vote.order))
    assert explained(meeting) == ["WP-1", "WP-2"]
    meeting.do(HearExplanation("WP-2", here(meeting)[20]))


def test_placards_that_are_up_go_down_when_a_question_is_put() -> None:
    meeting = put_scenes.explaining()
    meeting.put("paper", "WP-2")
    assert meeting.floor.speeches.raised == ()


def test_with_rights_it_is_heard_with_its_clock_before_the_result() -> None:
    meeting = put_scenes.with_rights()
    counted = draw_now(meeting.floor, directory())
    assert isinstance(counted, CountedView)
    seat = counted.explain[0].key
    meeting.do(HearExplanation("WP-1", seat))
    heard = draw_now(meeting.floor, directory())
    assert isinstance(heard, SpeakingView) and heard.clock is not None and heard.after == seat
    meeting.do(EndSpeech(seat))
    assert isinstance(draw_now(meeting.floor, directory()), CountedView)


def test_there_is_nothing_to_explain_while_debate_is_open() -> None:
    meeting = put_scenes.drafted()
    assert meeting.rules(HearExplanation("WP-1", here(meeting)[20])) == ("explanation.nothing",)
