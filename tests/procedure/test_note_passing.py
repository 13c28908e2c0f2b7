"""Passing notes: switched on and off, closed while votes are taken, taken from one delegation."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.note_passing import (
    MuteNotes,
    SwitchNotes,
    may_pass_notes,
    notes_on,
    notes_readers,
)
from app.procedure.seats import CloseSeat
from app.procedure.undo import Entry, UndoAct, decide, history
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, before_the_vote, in_debate


def closed(meeting: Meeting, seat: str = "spain") -> list[str]:
    """The rules that stand against a note of this seat now."""
    return [refusal.rule for refusal in may_pass_notes(meeting.floor, seat)]


def passing(**rules: Any) -> Meeting:
    """A committee in debate whose house has these rules for notes."""
    return in_debate(rulebook=house(note_passing=rules))


def test_notes_are_off_until_the_dais_switches_them_on() -> None:
    meeting = in_debate()
    assert closed(meeting) == ["note.off"]
    meeting.do(SwitchNotes(True), by="assistant-1")
    assert closed(meeting) == []
    assert meeting.rules(SwitchNotes(True)) == ("note.on_already",)
    meeting.do(SwitchNotes(False))
    assert closed(meeting) == ["note.off"] and closed(meeting, "dais-1") == ["note.off"]


def test_a_house_may_pass_notes_from_the_start_and_the_dais_still_stops_them() -> None:
    meeting = passing(from_start=True)
    assert closed(meeting) == []
    assert meeting.rules(SwitchNotes(True)) == ("note.on_already",)
    meeting.do(SwitchNotes(False))
    assert not notes_on(meeting.floor)


def test_only_the_dais_switches_and_mutes() -> None:
    meeting = in_debate()
    assert meeting.rules(SwitchNotes(True), by="spain") == ("dais.only",)
    assert meeting.rules(MuteNotes("peru", True), by="spain") == ("dais.only",)
    assert meeting.rules(MuteNotes("dais-2", True)) == ("seat.name_one",)


def test_one_press_mutes_a_delegation_and_undo_gives_its_notes_back() -> None:
    meeting = passing(from_start=True)
    meeting.do(MuteNotes("spain", True))
    assert (closed(meeting), closed(meeting, "peru")) == (["note.muted"], [])
    assert meeting.rules(MuteNotes("spain", True)) == ("note.muted_already",)
    entries = [Entry(*act, chain="") for act in meeting.said]
    undo = UndoAct(meeting.floor.number)
    outcome: Any = decide(history(entries), "dais-1", meeting.at, undo)
    number = meeting.floor.number + 1
    again = history([*entries, Entry(number, meeting.at, "dais-1", undo, "", outcome.events, "")])
    assert again.floor.note_passing.muted == ()
    meeting.do(MuteNotes("spain", False))
    assert closed(meeting) == []
    assert meeting.rules(MuteNotes("spain", False)) == ("note.not_muted",)


@pytest.mark.parametrize(("allowed", "against"), [(False, ["note.voting"]), (True, [])])
def test_no_notes_are_passed_in_voting_procedure_unless_the_house_has_it_so(
    allowed: bool, against: list[str]
) -> None:
    rules = house(note_passing={"from_start": True}, action={"notes": allowed})
    meeting = before_the_vote(rulebook=rules)
    assert closed(meeting) == against
    assert notes_on(meeting.floor), "they come back by themselves"
    meeting.do(EndVoting(), insist="Enough for today")
    assert closed(meeting) == []


def test_who_has_left_passes_nothing() -> None:
    meeting = passing(from_start=True)
    meeting.do(CloseSeat("spain"), by="organizer")
    assert closed(meeting) == ["seat.closed"]


def test_where_devices_are_off_no_delegation_writes() -> None:
    rules = house(note_passing={"from_start": True}, devices={"formal": "off"})
    meeting = in_debate(rulebook=rules)
    assert (closed(meeting), closed(meeting, "dais-1")) == (["devices.off"], [])


@pytest.mark.parametrize(
    ("rules", "readers"),
    [
        ({}, "dais_if_reported"),
        ({"readers": "recipients"}, "recipients"),
        ({"readers": "recipients", "under_18": True}, "dais_always"),
        ({"readers": "recipients", "held": True}, "dais_always"),
    ],
)
def test_who_reads_follows_the_house_and_the_age_of_its_delegates(
    rules: dict[str, Any], readers: str
) -> None:
    assert notes_readers(passing(**rules).floor) == readers
