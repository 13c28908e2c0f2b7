"""Debate beside speeches, on every screen: points, rulings, motions in hand, questions, the whole room."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.procedure.floor import decide
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook_files import load
from app.screens.cockpit.hearing import HearingView
from app.screens.cockpit.inbox import draw_inbox
from app.screens.cockpit.meeting import draw_meeting
from app.screens.cockpit.motions import draw_motions
from app.screens.cockpit.moving import draw_moving
from app.screens.cockpit.now import draw_now
from app.screens.cockpit.point import PointView
from app.screens.moving import moves
from app.screens.phone.act import doing
from app.screens.phone.handling import handling
from app.screens.phone.what import what
from app.screens.projector.board import draw
from app.screens.projector.interrupted import InHand, Raised, WholeRoom
from app.web.table import ACT_ROWS
from tests.procedure.meeting import CHAIR, in_debate
from tests.screens import (
    debate_scenes,
    motion_scenes,
    phone_debate,
    phone_directory,
    phone_pages,
    room_scenes,
)
from tests.screens.cockpit_pages import directory, regions

PHONE = phone_directory.DIRECTORY


def test_a_point_of_order_takes_the_pane_with_its_ruling_and_the_clock_stands() -> None:
    floor = debate_scenes.point_of_order().floor
    now = draw_now(floor, directory())
    assert isinstance(now, PointView)
    assert (now.by.name, now.kind, now.ruled, now.more) == ("Ecuador", "Point of order", True, 1)
    assert now.clock is not None and now.clock.remaining == 59_000 and now.clock.deadline is None
    board = draw(floor, directory())
    assert isinstance(board, Raised) and board.clock == now.clock
    assert what(floor, directory()).interruption == "Point of order, Ecuador. The clock is stopped."
    inbox = draw_inbox(floor, directory())
    assert [row.by.name for row in inbox.points] == ["Ecuador", "France"]


def test_a_question_to_the_chair_is_answered_and_not_ruled_on() -> None:
    shown = regions(debate_scenes.question_to_chair())["now"]
    assert "Answered" in shown and "Well taken" not in shown


def test_a_house_without_points_or_yields_shows_none() -> None:
    book = load("harvard")
    bare = replace(
        book,
        points=replace(book.points, available=()),
        yields=replace(book.yields, to=()),
    )
    shown = regions(debate_scenes.speech(bare))
    assert "RaisePoint" not in shown["inbox"] and 'id="new-point"' not in shown["inbox"]
    assert 'id="yield"' not in shown["now"]
    asked = doing(in_debate(rulebook=bare).floor, PHONE, "ghana").raising
    assert asked.points == ()
    assert "WarnDelegation" not in str(draw_meeting(debate_scenes.opened().floor, directory()).warns)


def test_a_fresh_ruling_is_appealed_from_the_inbox_and_from_the_phone_until_business_goes_on() -> None:
    meeting = debate_scenes.ruled()
    row = draw_inbox(meeting.floor, directory()).ruling
    assert row is not None and row.words == "The list is open until the chair closes it."
    assert doing(meeting.floor, directory(), "peru").raising.appeal is not None
    meeting.do(RaiseMotion("close_speakers_list", "peru"))
    assert draw_inbox(meeting.floor, directory()).ruling is None
    assert doing(meeting.floor, directory(), "peru").raising.appeal is None


def test_an_appeal_hears_both_sides_before_it_is_put() -> None:
    now = draw_now(debate_scenes.appeal().floor, directory())
    assert isinstance(now, HearingView) and (now.about, now.by, now.enough) == ("ruling", "Ecuador", False)
    assert [(one.side, [who.name for who in one.waiting], one.most) for one in now.sides] == [
        ("for", ["Ecuador"], 2),
        ("against", ["The dais"], 2),
    ]
    speaking = draw_now(debate_scenes.appellant().floor, directory())
    assert isinstance(speaking, HearingView) and speaking.speaker is not None
    assert speaking.speaker.name == "Ecuador"
    board = draw(debate_scenes.appeal().floor, directory())
    assert isinstance(board, InHand) and board.appeal
    assert what(debate_scenes.appeal().floor, directory()).interruption.startswith("Ecuador appeals")


def test_each_motion_shows_the_step_that_is_next() -> None:
    def steps(scene: str) -> list[tuple[str, str]]:
        floor = motion_scenes.SCENES[scene]().floor
        return [(rung.step, rung.stage) for rung in draw_motions(floor, directory()).rungs]

    assert steps("unseconded") == [("second", "Waits for a second"), ("vote", "Seconded by Costa Rica")]
    assert steps("nobody_objects") == [
        ("objections", "Seconded by Cuba"),
        ("vote", "Seconded by Cuba; Dominican Republic objected"),
    ]
    assert steps("to_be_heard") == [("hear", "First 2 for it, 2 against it speak")]
    assert steps("hearing") == [("hearing", "First 2 for it, 2 against it speak")]


def test_a_motion_in_hand_is_read_on_the_wall_with_its_speakers() -> None:
    board = draw(motion_scenes.hearing().floor, directory())
    assert isinstance(board, InHand) and not board.appeal
    assert [(one.side, one.waiting) for one in board.sides] == [
        ("for", ("Costa Rica",)),
        ("against", ("Ghana",)),
    ]


def test_a_delegation_seconds_objects_and_asks_to_speak_where_the_house_uses_it() -> None:
    def pressed(name: str, seat: str = "ghana") -> list[list[str]]:
        floor = phone_debate.floors()[name]
        return [[one.act for one in row.presses] for row in handling(floor, PHONE, seat).questions]

    assert pressed("unseconded") == [["second"]]
    assert pressed("unseconded", "peru") == []  # its own motion
    assert pressed("objections") == [["object"]]
    assert pressed("hearing") == [["for", "against"]]
    assert pressed("appealed") == [["for", "against"]]
    assert pressed("own_business") == []


@pytest.mark.parametrize(
    ("name", "big"),
    [
        ("late", "note"),
        ("noted", "noted"),
        ("questions", "placard"),
        ("placard_up", "lower"),
        ("speaking", "yield"),
        ("hearing", "speak"),
    ],
)
def test_the_one_big_action_follows_the_floor(name: str, big: str) -> None:
    assert doing(phone_debate.floors()[name], PHONE, "ghana").big == big


def test_into_a_speech_privilege_is_raised_only_if_nothing_can_be_heard() -> None:
    book = load("harvard")
    rules = replace(book.points, privilege_may_interrupt="audibility_only")
    meeting = phone_debate.speaking("france", in_debate(rulebook=replace(book, points=rules)))
    offered = {one.kind: one for one in doing(meeting.floor, PHONE, "ghana").raising.points}
    assert offered["order"].why == "" and not offered["order"].only_audible
    assert offered["personal_privilege"].only_audible and offered["personal_privilege"].why == ""
    assert offered["inquiry"].why.endswith(".")


def test_late_notes_and_those_who_did_not_come_wait_for_the_dais() -> None:
    meeting = room_scenes.late_notes()
    notes = draw_inbox(meeting.floor, directory()).notes
    assert [(row.who.name, row.status) for row in notes] == [
        ("Vietnam", "Present"),
        ("Argentina", "Present and voting"),
    ]
    shown = regions(meeting)["attendance"]
    assert len(re.findall(r'name="seats"', shown)) == 4 and "Did not come: 4" in shown


def test_the_whole_room_waits_for_silence_a_poll_and_a_count() -> None:
    boards = {
        name: draw(room_scenes.SCENES[name]().floor, directory())
        for name in ("silence", "straw_poll", "challenged")
    }
    assert {name: board.occasion for name, board in boards.items() if isinstance(board, WholeRoom)} == {
        name: name for name in boards
    }


def test_every_form_of_a_motion_asks_for_what_its_kind_takes() -> None:
    floor = debate_scenes.opened().floor
    fields = {move.kind: {one.name for one in move.fields} for move in moves(floor, directory())}
    for rule in floor.rulebook.motions:
        assert fields[rule.kind] == {*rule.parameters, *rule.optional}
    offered = {
        option.value
        for move in moves(floor, directory())
        for one in move.fields
        if (move.kind, one.name) == ("suspend_rules", "rule")
        for option in one.options
    }
    assert {"caucus.max_total", "motion.precedence"} <= offered


def test_the_dais_may_choose_only_what_a_kind_of_motion_takes() -> None:
    meeting = debate_scenes.opened()
    key = meeting.approved(debate_scenes.here(meeting)[:7])
    choices = dict(draw_moving(meeting.floor, directory()).choices)
    drafts = {one.value: one.kinds for one in choices["paper"]}
    assert "introduce_draft" in drafts[key]
    introduce = RaiseMotion("introduce_draft", debate_scenes.here(meeting)[0], paper=key)
    assert type(decide(meeting.floor, CHAIR, meeting.at, introduce)).__name__ == "InOrder"


def test_the_forms_of_a_floor_are_made_once_for_every_seat() -> None:
    floor = in_debate().floor
    assert doing(floor, PHONE, "ghana").moves == doing(floor, PHONE, "peru").moves
    assert moves(floor, PHONE) is moves(floor, PHONE)
    again = in_debate()
    again.motion("close_speakers_list", "peru")
    assert moves(again.floor, PHONE) is not moves(floor, PHONE)


def test_every_act_of_a_delegation_in_debate_has_its_place_on_some_page() -> None:
    shown = "\n".join(phone_pages.pages().values())
    taken = set(re.findall(r'action="/committees/7([^"]+)"', shown))
    missing = {
        row.command.__name__
        for row in ACT_ROWS
        if "delegate" in row.who
        and not row.path.startswith(("/papers", "/amendments"))
        and not any(re.fullmatch(re.sub(r"{\w+}", "[^/]+", row.path), path) for path in taken)
    }
    assert missing == set()
