"""A newer guide beside the one in use: what differs, and that nobody who has acted is removed."""

from __future__ import annotations

from dataclasses import replace

from app.preparing.renewal import Renewal, acted, renewal
from app.procedure.act import ORGANIZER
from app.procedure.late_arrivals import AskStatus
from app.procedure.seats import AddSeat
from app.procedure.undo import Entry
from delegations.profiles import profiles_from
from delegations.roster import roster_from
from delegations.study_guides.guide import Stakeholder, StudyGuide, TopicPosition
from tests.preparing.guides import GUIDE
from tests.procedure.meeting import Meeting, in_debate

ROSTER = roster_from(GUIDE)


def named(name: str, iso2: str | None, text: str) -> Stakeholder:
    return Stakeholder(
        name, name, "country" if iso2 else "ngo", iso2, (TopicPosition("", text, 1, 1),), page=1, line=1
    )


def compared(after: StudyGuide, acted: frozenset[str] = frozenset(), closed: int = 0) -> Renewal:
    present, gone = ROSTER[closed:], ROSTER[:closed]
    taken = {"room", "organizer", "dais-1", *(one.key for one in ROSTER)}
    return renewal(GUIDE, after, present, gone, taken, profiles_from(GUIDE, present), acted)


def test_the_same_guide_again_changes_nothing() -> None:
    found = compared(GUIDE)
    assert not (found.positions or found.added or found.leaving)


def test_positions_that_are_new_otherwise_or_gone_are_told_with_both_texts() -> None:
    ghana, peru, aid = GUIDE.stakeholders
    other = replace(ghana, positions=(TopicPosition("", "Asks for more.", 1, 1),))
    silent = replace(aid, positions=())
    found = compared(replace(GUIDE, stakeholders=(other, peru, silent)))
    told = {one.key: (one.kind, one.before, one.after) for one in found.positions}
    assert told == {
        "ghana": ("changed", "Asks for notice first.", "Asks for more."),
        "aid-now": ("gone", "Runs shelters at the border.", ""),
    }
    assert not found.added and not found.leaving
    back = renewal(GUIDE, GUIDE, ROSTER, (), (), {}, ())
    assert {one.kind for one in back.positions} == {"new"} and len(back.positions) == 3


def test_a_delegation_that_comes_stands_in_its_place_under_a_key_that_nobody_has() -> None:
    more = (named("Germany", "DE", "Pays."), named("Dais 1", None, "Has the key of a chair."))
    found = compared(replace(GUIDE, stakeholders=(*GUIDE.stakeholders, *more)))
    germany, odd = sorted(found.added, key=lambda one: one.iso2 or "", reverse=True)
    assert germany.key == "germany" and odd.key != "dais-1"
    order = {one.key: one.order for one in ROSTER}
    assert order["aid-now"] <= germany.order < order["ghana"]
    assert found.profiles["germany"].position == "Pays."


def test_a_delegation_that_left_the_roster_does_not_come_back_by_a_guide() -> None:
    assert compared(GUIDE, closed=1).added == ()


def test_who_has_acted_stays() -> None:
    found = compared(replace(GUIDE, stakeholders=GUIDE.stakeholders[:1]), acted=frozenset({"peru"}))
    assert {one.key: one.acted for one in found.leaving} == {"peru": True, "aid-now": False}


def test_to_act_is_to_be_here_or_to_be_named_in_an_act() -> None:
    meeting = in_debate(members=("ghana", "peru", "canada"), others=())
    meeting.do(AddSeat("late", "member", 9), by=ORGANIZER)
    meeting.do(AddSeat("later", "member", 9), by=ORGANIZER)
    meeting.do(AskStatus("present"), by="late")
    found = acted(meeting.floor, entries(meeting))
    assert {"ghana", "peru", "canada", "late"} <= found
    assert "later" not in found


def entries(meeting: Meeting) -> list[Entry]:
    """The minutes of a meeting."""
    return [
        Entry(number, at, by, command, insist, tuple(events), "")
        for number, at, by, command, insist, events in meeting.said
    ]
