"""A paper whose text was written on paper comes to where it would have come on screens, with its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.catching_up.papers import line_of
from app.catching_up.rehearsing import Rehearsed
from app.catching_up.sheet import Sheet
from app.procedure.floor import Floor, Refused
from app.procedure.rulebook_files import load
from app.procedure.undo import Entry, UndoSheet
from app.words import ENGLISH, language
from resolutions.document import Document
from tests.catching_up.test_sheets import entered, tried, without_clocks
from tests.catching_up.test_taking_back import given, on_record
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, TEXT, Meeting, in_debate
from tests.procedure.moving import debating, with_draft

NAMES = "sponsors Peru, Ghana; signatories Mexico, Spain"
LINE = f"new paper: Reintegration; {NAMES}"


def sheet(happened: str, *texts: Document) -> Sheet:
    return Sheet(happened=happened, texts=texts or (TEXT,))


def refused(meeting: Meeting, happened: str, *texts: Document) -> Rehearsed:
    found = tried(meeting, sheet(happened, *texts))
    assert found.stopped is not None and found.stopped.text in happened
    return found


def in_harvard() -> Meeting:
    return debating(load("harvard"))


def the_paper_of(floor: Floor) -> tuple[object, ...]:
    paper = floor.papers.papers[-1]
    return paper.stage, paper.symbol, paper.topic, paper.sponsors, paper.text


def test_a_draft_written_on_paper_is_introduced_and_voted_like_any_other() -> None:
    meeting = in_harvard()
    happened = f"speech: Ghana\n{LINE}; introduced; 6-2\nmotion: close debate; Spain; 8-0\nvote: DR 1.1; 7-1"
    floor = entered(meeting, sheet(happened)).floor
    paper = meeting.paper("WP-1")
    assert (paper.stage, paper.symbol, paper.text) == ("adopted", "DR 1.1", TEXT)
    assert (paper.sponsors, paper.signatories) == (("peru", "ghana"), ("mexico", "spain"))
    assert floor.motions.decided[0].motion.kind == "introduce_draft"
    assert meeting.replayed() == floor


def test_it_stands_as_it_would_after_a_meeting_on_screens() -> None:
    on_paper = entered(in_harvard(), sheet("new paper: Reintegration; sponsors Peru, Ghana; introduced; 8-0"))
    on_screen = with_draft(load("harvard"))
    assert the_paper_of(on_paper.floor) == the_paper_of(on_screen.floor)
    assert without_clocks(on_paper.floor).papers.before_the_committee() != ()


@pytest.mark.parametrize(
    ("told", "stage", "symbol"),
    [
        ("working paper", "working_paper", ""),
        ("handed in", "submitted", ""),
        ("approved", "approved", "DR 1.1"),
    ],
)
def test_it_comes_as_far_as_the_sheet_says(told: str, stage: str, symbol: str) -> None:
    meeting = entered(in_harvard(), sheet(f"{LINE}; {told}"))
    paper = meeting.paper("WP-1")
    assert (paper.stage, paper.symbol) == (stage, symbol)
    assert (paper.text == TEXT) == (stage != "working_paper"), "a working paper's text is not on the record"


def test_where_the_dais_introduces_drafts_no_count_is_needed() -> None:
    meeting = entered(debating(load("un4mun")), sheet(f"{LINE}; introduced"))
    assert meeting.paper("WP-1").stage == "introduced"


def test_several_papers_take_the_next_numbers_in_the_order_of_their_lines() -> None:
    other = replace(TEXT, title="Water")
    lines = f"new paper: water; sponsors Spain, Peru; introduced; 8-0\n{LINE}; introduced; 8-0"
    meeting = entered(in_harvard(), sheet(lines, TEXT, other))
    assert [(one.title, one.symbol) for one in meeting.floor.papers.papers] == [
        ("Water", "DR 1.1"),
        ("Reintegration", "DR 1.2"),
    ]


def test_a_line_without_its_text_or_its_sponsor_says_what_is_missing() -> None:
    meeting = in_harvard()
    for happened, why in (
        (
            "new paper: Water; sponsors Peru",
            "No text on the sheet is called “Water”; there are “Reintegration”",
        ),
        ("new paper: Reintegration; approved", "A paper has a sponsor"),
        (f"{LINE}; in a hurry", "“in a hurry” says nothing of a new paper"),
        ("new paper: Reintegration; sponsors Atlantis", "No delegation is called “Atlantis”"),
    ):
        stopped = refused(meeting, happened).stopped
        assert stopped is not None and why in stopped.why
    bare = tried(meeting, Sheet(happened=LINE)).stopped
    assert bare is not None and "There is no text of “Reintegration” yet" in bare.why


def test_too_few_names_stop_it_as_on_screens_unless_the_chair_insists() -> None:
    book = house(papers={"sponsors_min": 3})
    stopped = refused(in_debate(rulebook=book), f"{LINE}; handed in").stopped
    assert stopped is not None and stopped.may_insist
    meeting = entered(in_debate(rulebook=book), sheet(f"{LINE}; handed in; insist the room agreed"))
    assert meeting.paper("WP-1").stage == "submitted"


def test_the_sheet_is_taken_back_with_its_paper_and_the_number_is_free_again() -> None:
    meeting = in_harvard()
    before = meeting.floor
    past = on_record(meeting, sheet(f"{LINE}; introduced; 8-0"))
    assert past.floor.papers.papers[-1].symbol == "DR 1.1"
    number = before.number + 1
    outcome = given(past, UndoSheet(number))
    assert not isinstance(outcome, Refused)
    entry = Entry(past.floor.number + 1, past.floor.at, CHAIR, UndoSheet(number), "", outcome.events, "")
    after = past.entered(entry).floor
    assert replace(after, number=before.number, at=before.at, undone=()) == before


@pytest.mark.parametrize("tag", ["en", "es", "fr"])
def test_the_line_that_the_page_writes_is_read_in_every_language(tag: str) -> None:
    say = language(tag)
    line = line_of("Reintegration; now", "Peru\nGhana", "Mexico,", "introduced", " 8-0 ", say)
    meeting = in_harvard()
    found = tried(meeting, sheet(line, replace(TEXT, title="Reintegration, now")), say)
    assert found.stopped is None, found.stopped
    assert found.floor.papers.papers[-1].stage == "introduced"
    assert (
        line_of("W", "Peru", "", "working_paper", "8-0", ENGLISH)
        == "new paper: W; sponsors Peru; working paper"
    )
