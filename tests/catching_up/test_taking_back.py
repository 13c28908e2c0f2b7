"""A sheet is taken back as a whole, with its votes, or stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.catching_up.sheet import Sheet
from app.procedure.floor import Refused
from app.procedure.rulebook_files import load
from app.procedure.speeches import CallNextSpeaker
from app.procedure.undo import Entry, History, UndoAct, UndoSheet, decide
from tests.catching_up.test_sheets import tried
from tests.procedure.meeting import CHAIR, Meeting, in_debate
from tests.procedure.moving import with_draft


def on_record(meeting: Meeting, sheet: Sheet | str) -> History:
    """The committee after the sheet, as a room keeps it."""
    past, base = meeting.history, meeting.floor.number
    for place, one in enumerate(tried(meeting, sheet).acts, 1):
        outcome = decide(past, CHAIR, meeting.at, one.command, one.insist)
        assert not isinstance(outcome, Refused)
        entry = Entry(base + place, meeting.at, CHAIR, one.command, one.insist, outcome.events, "", base + 1)
        past = past.entered(entry)
    return past


def given(past: History, command: Any) -> Any:
    return decide(past, CHAIR, past.floor.at, command)


def test_a_sheet_is_taken_back_as_a_whole_with_its_votes() -> None:
    meeting = with_draft(load("harvard"))
    before = meeting.floor
    lines = "\n".join(["speech: Ghana"] * 20 + ["motion: close debate; Spain; 8-0", "vote: DR 1.1; 8-0"])
    past = on_record(meeting, lines)
    number = before.number + 1
    assert past.floor.number > before.number + 32 and meeting.paper("WP-1").stage == "introduced"
    assert isinstance(given(past, UndoAct(past.floor.number)), Refused), (
        "a closed vote alone is never taken back"
    )
    outcome = given(past, UndoSheet(number))
    entry = Entry(past.floor.number + 1, past.floor.at, CHAIR, UndoSheet(number), "", outcome.events, "")
    after = past.entered(entry)
    assert replace(after.floor, number=before.number, at=before.at, undone=()) == before
    assert [one.rule for one in given(after, UndoSheet(number)).refusals] == ["undo.no_sheet"]
    assert [one.rule for one in given(after, UndoSheet(1)).refusals] == ["undo.no_sheet"]


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_what_no_sheet_begins_with_takes_nothing_back(number: int) -> None:
    past = on_record(in_debate(), "speech: Ghana")
    assert [one.rule for one in given(past, UndoSheet(number)).refusals] == ["undo.unknown"]


def test_a_sheet_that_is_no_longer_kept_whole_stays_whole() -> None:
    past = on_record(in_debate(), "speech: Ghana\nspeech: Peru")
    number = past.kept[-1].entry.sheet
    newest = tuple(kept for kept in past.kept if kept.entry.number > number)
    assert newest, "the end of the sheet is kept, its beginning is not"
    refused = given(replace(past, kept=newest), UndoSheet(number))
    assert [one.rule for one in refused.refusals] == ["undo.too_old"]


def test_a_sheet_stays_where_later_acts_rest_on_it() -> None:
    meeting = in_debate()
    past = on_record(meeting, "on the list: Ghana")
    number = past.floor.number
    outcome = given(past, CallNextSpeaker())
    past = past.entered(Entry(number + 1, past.floor.at, CHAIR, CallNextSpeaker(), "", outcome.events, ""))
    assert [one.rule for one in given(past, UndoSheet(number)).refusals] == ["undo.too_late"]
