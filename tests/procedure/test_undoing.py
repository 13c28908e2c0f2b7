"""What may be taken back: the last acts that nothing rests on, never a closed vote, never twice."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.floor import InOrder, Refused
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.undo import (
    KEPT,
    MOST_KEPT,
    SLACK,
    ActUndone,
    Entry,
    History,
    UndoAct,
    UndoSheet,
    decide,
    floors,
    history,
    last_of_dais,
    moved_on,
    of_sheet,
)
from tests.procedure.meeting import CHAIR, Meeting, in_debate


def tried(meeting: Meeting, number: int, by: str = CHAIR) -> list[tuple[str, dict[str, Any]]]:
    """What stands against taking an act back."""
    outcome = decide(meeting.history, by, meeting.at, UndoAct(number))
    if isinstance(outcome, InOrder):
        assert outcome.events == (ActUndone(number),)
        return []
    return [(one.rule, dict(one.values)) for one in outcome.refusals]


def entry(number: int, by: str = CHAIR, command: Any = None, events: tuple[Any, ...] = ()) -> Entry:
    return Entry(number, 10**6 + number, by, command or UndoAct(0), "", events, f"c{number}")


def undone(meeting: Meeting, *numbers: int) -> History:
    """The history after these acts were taken back, one after the other."""
    past = meeting.history
    for number in numbers:
        past = past.entered(entry(past.floor.number + 1, events=(ActUndone(number),)))
    return past


def with_names() -> Meeting:
    """Ghana, Mexico and Peru join the list."""
    meeting = in_debate()
    for seat in ("ghana", "mexico", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    return meeting


def test_an_act_that_nothing_rests_on_is_taken_back_and_the_others_stand() -> None:
    meeting = with_names()
    number = meeting.floor.number - 1
    assert tried(meeting, number) == []
    past = undone(meeting, number)
    assert past.floor.speeches.general.queue == ("ghana", "peru")
    assert (past.floor.number, past.floor.undone) == (meeting.floor.number + 1, (number,))
    again = undone(meeting, number, number - 1)
    assert again.floor.speeches.general.queue == ("peru",) and again.floor.undone == (number, number - 1)
    assert again.floor.head == f"c{again.floor.number}"


def test_only_the_dais_takes_back() -> None:
    meeting = with_names()
    assert tried(meeting, meeting.floor.number, by="peru") == [("dais.only", {})]
    assert tried(meeting, meeting.floor.number, by="assistant-1") == []


@pytest.mark.parametrize("past_the_last", [0, 1])
def test_what_is_not_there_is_not_taken_back(past_the_last: int) -> None:
    meeting = with_names()
    number = meeting.floor.number + 1 if past_the_last else 0
    assert tried(meeting, number) == [("undo.unknown", {"number": number})]


def test_nothing_is_taken_back_twice() -> None:
    meeting = with_names()
    number = meeting.floor.number
    past = undone(meeting, number)
    outcome = decide(past, CHAIR, meeting.at, UndoAct(number))
    assert isinstance(outcome, Refused) and outcome.refusals[0].rule == "undo.already"
    never = decide(past, CHAIR, meeting.at, UndoAct(past.floor.number))
    assert isinstance(never, Refused) and never.refusals[0].rule == "undo.never"


def test_the_founding_is_never_taken_back() -> None:
    assert tried(in_debate(), 1) == [("undo.never", {"number": 1})]


def test_an_act_on_which_another_rests_stays_and_the_first_of_them_is_named() -> None:
    meeting = with_names()
    joined = meeting.floor.number - 2
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("ghana"))
    assert tried(meeting, joined) == [("undo.too_late", {"number": meeting.floor.number - 1, "by": CHAIR})]
    assert tried(meeting, meeting.floor.number) == []


def test_a_vote_that_was_counted_or_announced_stays_and_an_open_one_does_not() -> None:
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    meeting.put("motion", number)
    opened = meeting.floor.number
    assert tried(meeting, opened) == []
    meeting.do(EnterCount(opened, 3, 6))
    counted = meeting.floor.number
    for act in (opened, counted):
        assert tried(meeting, act) == [("undo.vote_closed", {"number": act})]
    meeting.do(AnnounceResult(opened))
    assert tried(meeting, counted) == [("undo.vote_closed", {"number": counted})]


def test_the_last_acts_are_kept_and_older_ones_stay() -> None:
    meeting = in_debate()
    for place in range(KEPT + 2):
        meeting.do(SetSpeakingTime(60 + place))
    oldest = meeting.floor.number - KEPT + 1
    assert tried(meeting, oldest) == []
    assert tried(meeting, oldest - 1) == [("undo.too_old", {"number": oldest - 1, "kept": KEPT})]


def test_one_press_takes_back_the_last_act_of_the_dais_and_passes_over_delegations() -> None:
    meeting = in_debate()
    meeting.do(CloseSpeakersList())
    closed = meeting.floor.number
    meeting.motion("suspend_meeting", "peru")
    last = last_of_dais(meeting.history)
    assert last is not None and (last.number, last.by) == (closed, CHAIR)
    past = undone(meeting, closed)
    before = last_of_dais(past)
    assert before is not None and before.number < closed
    assert last_of_dais(History()) is None


def test_a_record_is_folded_as_if_what_was_undone_had_never_happened() -> None:
    meeting = with_names()
    number = meeting.floor.number
    entries = [Entry(*said, "") for said in meeting.said]
    entries.append(entry(number + 1, events=(ActUndone(number),)))
    folded = list(floors(entries))
    assert [one.number for one, _ in folded] == list(range(1, number + 2))
    assert folded[number - 1][1].speeches.general.queue == ("ghana", "mexico")
    assert history(entries).floor == folded[-1][1]
    assert history(entries).floor.undone == (number,)
    assert [kept.entry.number for kept in history(entries).kept] == list(range(1, number + 2))
    assert history(entries).kept[3].before == folded[2][1]


def test_a_history_keeps_enough_and_not_for_ever() -> None:
    past = History()
    for number in range(1, MOST_KEPT + SLACK + 2):
        past = past.entered(entry(number, command=SetSpeakingTime(60)))
        assert len(past.kept) <= MOST_KEPT + SLACK
    assert len(past.kept) == MOST_KEPT and past.kept[-1].entry.number == MOST_KEPT + SLACK + 1
    whole = history(entry(number, command=SetSpeakingTime(60)) for number in range(1, MOST_KEPT + 6))
    assert [len(whole.kept), whole.kept[0].entry.number] == [MOST_KEPT, 6]


def test_a_sheet_is_of_the_acts_that_were_entered_with_it_and_still_count() -> None:
    meeting = with_names()
    first = meeting.floor.number + 1
    past = meeting.history
    for number in (first, first + 1):
        closes = meeting.do(SetSpeakingTime(60 + number))
        past = past.entered(
            Entry(number, meeting.at, CHAIR, SetSpeakingTime(60 + number), "", closes, "", first)
        )
    assert of_sheet(past, first) == (first, first + 1) and of_sheet(past, first + 1) == ()
    sheet = decide(past, CHAIR, meeting.at, UndoSheet(first))
    assert isinstance(sheet, InOrder) and sheet.events == (ActUndone(first), ActUndone(first + 1))
    missing = decide(past, CHAIR, meeting.at, UndoSheet(first - 1))
    assert isinstance(missing, Refused) and missing.refusals[0].rule == "undo.no_sheet"
    barred = decide(past, "peru", meeting.at, UndoSheet(first))
    assert isinstance(barred, Refused) and barred.refusals[0].rule == "dais.only"
    after = past.entered(entry(first + 2, events=(ActUndone(first), ActUndone(first + 1))))
    assert of_sheet(after, first) == () and after.floor.speeches.general.seconds == 90


def test_a_sheet_is_entered_on_the_floor_that_it_was_looked_through_on() -> None:
    floor = in_debate().floor
    assert list(moved_on(floor, floor.number)) == []
    assert [one.rule for one in moved_on(floor, floor.number - 1)] == ["sheet.moved_on"]
