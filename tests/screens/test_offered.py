"""What the pages offer is what the rules decide: no press that can only be refused, none that is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.procedure.attendance import CloseRollCall, MarkAllPresent, StartRollCall
from app.procedure.caucuses import EndCaucus
from app.procedure.debate_speakers import CallDebater, JoinDebate, LeaveDebate
from app.procedure.debate_stages import EndDebateStage
from app.procedure.floor import Floor, enter
from app.procedure.motions import RaiseMotion
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.replies import AskReply
from app.procedure.setting_aside import PaperSetAside
from app.procedure.suspended_rules import RuleSuspended
from app.procedure.taking_up import TakeUpDraft
from app.procedure.yields import YieldFloor
from app.screens.cockpit.common import closed
from app.screens.cockpit.following import following
from app.screens.cockpit.inbox import draw_inbox
from app.screens.cockpit.meeting import between, draw_meeting
from app.screens.cockpit.now import draw_now
from app.screens.cockpit.papers import draw_papers
from app.screens.cockpit.timed import TimedView
from app.screens.consulted import consulting
from app.screens.debated import debating
from app.screens.directory import Directory
from app.screens.moving import in_order, moves
from app.screens.phone.act import doing
from app.screens.phone.refusing import why_not
from app.screens.shown import presiding
from app.screens.view import html
from app.words import chairs_line
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting
from tests.screens import (
    cockpit_scenes,
    debate_scenes,
    phone_debate,
    phone_directory,
    room_scenes,
    timed_scenes,
)
from tests.screens.cockpit_pages import directory, founded, regions
from tests.screens.debate_scenes import here

PHONE = phone_directory.DIRECTORY


@pytest.mark.parametrize(
    ("draw", "scene"),
    [
        (moves, timed_scenes.open_debate),
        (debating, timed_scenes.open_debate),
        (consulting, timed_scenes.bracketed),
    ],
)
def test_what_every_seat_is_shown_is_drawn_once_for_each_floor(
    draw: Callable[[Floor, Directory], Any], scene: Callable[[], Meeting]
) -> None:
    floor = scene().floor
    first = draw(floor, directory())
    assert first and draw(floor, directory()) is first
    other = replace(directory(), committee=8)
    assert draw(floor, other) == first
    again = replace(floor, number=floor.number + 1)
    assert draw(again, directory()) == first and draw(again, directory()) is not first


def test_in_a_timed_debate_the_speaker_and_the_chair_have_the_yields_of_the_house() -> None:
    meeting = timed_scenes.speaking_for()
    offered = following(meeting.floor, directory()).yielding
    assert offered is not None and (offered.to, offered.why) == (("delegate", "chair"), "")
    assert 'id="yield"' in regions(meeting)["now"]
    speaker = doing(meeting.floor, directory(), here(meeting)[0]).yielding
    assert speaker is not None and (speaker.to, speaker.why) == (("delegate", "chair"), "")
    meeting.do(YieldFloor("delegate", here(meeting)[3]), by=here(meeting)[0])
    assert meeting.floor.speeches.now is not None and meeting.floor.speeches.now.seat == here(meeting)[3]


def test_where_a_caucus_knows_no_yield_neither_page_shows_one() -> None:
    meeting = cockpit_scenes.moderated()
    now = meeting.floor.speeches.now
    assert now is not None and now.list == "caucus"
    assert following(meeting.floor, directory()).yielding is None
    speaker = doing(meeting.floor, directory(), now.seat).yielding
    assert speaker is not None and speaker.to == ()


def withdraws(floor: Floor) -> dict[str, bool]:
    """Which papers have the button, whatever closes it."""
    view = draw_papers(floor, directory())
    assert all(one.withdrawable or not one.why_not_withdraw for one in view.papers)
    return {one.key: f'id="withdraw-{one.key}"' in html(view, "en") for one in view.papers}


def test_a_draft_that_was_set_aside_cannot_be_withdrawn_and_no_button_says_so() -> None:
    meeting = cockpit_scenes.voting_procedure()
    floor = enter(meeting.floor, meeting.floor.number + 1, meeting.at, (PaperSetAside("WP-2", "referred"),))
    assert withdraws(meeting.floor) == {"WP-1": True, "WP-2": True}
    assert withdraws(floor) == {"WP-1": True, "WP-2": False}


def test_a_committee_whose_chairs_have_left_is_still_drawn() -> None:
    meeting = founded()
    left = {key: replace(seat, closed=seat.kind == "chair") for key, seat in meeting.floor.seats.items()}
    floor = replace(meeting.floor, seats=left)
    assert presiding(meeting.floor) == CHAIR and presiding(floor) == ""
    assert closed(floor, directory(), EndCaucus)


def test_a_reply_is_asked_for_once() -> None:
    meeting = phone_debate.speaking("france")
    assert doing(meeting.floor, PHONE, "peru").raising.why_not_reply == ""
    meeting.do(AskReply("It named my country"), by="peru")
    assert doing(meeting.floor, PHONE, "peru").raising.why_not_reply


def test_before_the_roll_call_a_delegation_is_not_told_to_start_it() -> None:
    why = doing(founded().floor, directory(), here(debate_scenes.opened())[0]).why
    assert why == "The roll has not been called. The dais starts the roll call first."


def test_the_chairs_line_and_the_button_call_the_same_side() -> None:
    meeting = timed_scenes.to_take_up()
    meeting.do(TakeUpDraft("WP-1", "open"))
    for_it, against_it = here(meeting)[10:12]
    meeting.do(CallDebater("for"))
    meeting.do(JoinDebate("for", for_it))
    _called(meeting, "for", directory().short_names[for_it])
    meeting.do(JoinDebate("against", against_it))
    _called(meeting, "against", directory().short_names[against_it])
    meeting.do(LeaveDebate(against_it))
    _called(meeting, "for", directory().short_names[for_it])
    meeting.do(EndDebateStage("WP-1", "open"))


def _called(meeting: Meeting, side: str, line: str) -> None:
    floor = replace(meeting.floor, speeches=replace(meeting.floor.speeches, now=None))
    view = draw_now(floor, directory())
    assert isinstance(view, TimedView) and view.next == side
    assert chairs_line(floor, directory().short_names).startswith(line)


def aside(floor: Floor, rule: str) -> Floor:
    """The floor after the committee set a rule aside for the session."""
    return enter(floor, floor.number + 1, floor.at, (RuleSuspended(rule),))


def appeal_offered(floor: Floor) -> bool:
    """The chair's inbox has the form of an appeal."""
    return draw_inbox(floor, directory()).ruling is not None


def agenda_offered(floor: Floor) -> bool:
    """The chair may set the order of the topics."""
    return draw_meeting(floor, directory()).order_open


def openings_offered(floor: Floor) -> bool:
    """The opening speeches can be begun."""
    return between(floor, directory()).opening_speeches


def unappealable() -> Floor:
    """A fresh ruling, in a house that takes no appeal."""
    return debate_scenes.ruled(house(appeals={"majority": "not_appealable"})).floor


def agenda_moved() -> Floor:
    """Before the first debate, in a house that sets its agenda by a motion."""
    meeting = founded()
    for command in (StartRollCall(), MarkAllPresent(), CloseRollCall()):
        meeting.do(command)
    return meeting.floor


def openings_heard() -> Floor:
    """The opening speeches have been heard, and no topic is open yet."""
    meeting = room_scenes.openings()
    meeting.do(BeginOpeningSpeeches())
    meeting.do(EndCaucus())
    return meeting.floor


@pytest.mark.parametrize(
    ("offered", "floor", "rule"),
    [
        (appeal_offered, unappealable, "appeal.none"),
        (agenda_offered, agenda_moved, "agenda.by_motion"),
        (openings_offered, openings_heard, "opening.done"),
    ],
)
def test_a_rule_that_is_set_aside_closes_no_button(
    offered: Callable[[Floor], bool], floor: Callable[[], Floor], rule: str
) -> None:
    stands = floor()
    assert not offered(stands)
    assert offered(aside(stands, rule))
    assert not offered(aside(stands, "caucus.max_total"))


def test_on_a_phone_a_rule_that_is_set_aside_is_no_reason_and_one_that_stands_is() -> None:
    floor = unappealable()
    assert doing(floor, directory(), "peru").raising.appeal is None
    assert doing(aside(floor, "appeal.none"), directory(), "peru").raising.appeal is not None
    voting = phone_debate.speaking("france").floor
    late = why_not(voting, PHONE, "ghana", RaiseMotion)
    assert late and not why_not(aside(voting, "motion.speech_on"), PHONE, "ghana", RaiseMotion)


def test_a_parameter_that_may_be_left_out_closes_no_motion_where_nothing_can_be_chosen() -> None:
    meeting = cockpit_scenes.submitted()
    found = {one.kind: one for one in in_order(meeting.floor, directory(), here(meeting)[0])}
    assert not found["competence"].closed
    page = html(doing(meeting.floor, directory(), here(meeting)[0]), "en")
    assert 'id="raise-competence"' in page and 'id="competence-paper"' not in page
    meeting.do(RaiseMotion("competence"), by=here(meeting)[0])


def test_a_motion_that_nothing_can_fill_stays_closed() -> None:
    """To withdraw takes a draft or an amendment: each may be left out, not both."""
    floor = founded().floor
    found = {one.kind: one for one in moves(floor, directory())}
    assert found["withdraw"].in_order and found["withdraw"].closed == "paper"
    hidden = next(
        one for one in moves(cockpit_scenes.submitted().floor, directory()) if one.kind == "withdraw"
    )
    (paper,) = (one for one in hidden.fields if one.name == "paper")
    assert not hidden.closed and [one.value for one in paper.options] == ["WP-1"]
