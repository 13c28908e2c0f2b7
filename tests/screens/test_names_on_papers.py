"""Names on papers: where a house takes them off its drafts, no page and no line of the minutes tells them."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.approval import ApprovePaper
from app.procedure.mergers import MergePapers
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.rulebook_files import load
from app.procedure.sharing import SharePaper
from app.procedure.sponsorship import SponsorPaper
from app.screens.directory import Directory
from app.screens.disclosure import may_be_told
from app.screens.phone.merger_map import merger_map
from app.screens.phone.paper import paper_view
from app.screens.reading.profile import profile_page
from resolutions.document import to_json
from tests.procedure.meeting import TEXT, Meeting, in_debate

NAMES = Directory(1, "Council")
READERS = ("", "mexico")
"""An observer, and a delegation that has nothing to do with the paper."""


@pytest.fixture
def meeting() -> Meeting:
    """A draft of Ghana and Peru, with Spain as a second pen, in a house that takes names off its drafts."""
    found = in_debate(rulebook=load("nmun"))
    found.do(StartPaper("Reintegration"), by="ghana")
    found.do(StartPaper("Protection"), by="ghana")
    found.do(SharePaper("WP-1", "spain", edits=True), by="ghana")
    found.do(SharePaper("WP-1", "peru"), by="ghana")
    found.do(SponsorPaper("WP-1"), by="peru")
    found.do(MergePapers("WP-1", "WP-2"), by="ghana")
    return found


def approved(meeting: Meeting) -> Meeting:
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), insist="A test")
    meeting.do(ApprovePaper("WP-1"))
    return meeting


def told(meeting: Meeting, seat: str, dais: bool = False) -> set[str]:
    """The events that one reader of the minutes is told which name a delegation or a private paper."""
    events: list[Any] = [one for act in meeting.history.kept for one in act.entry.events]
    kinds = {"PaperStarted", "PaperNamed", "PaperShared", "PapersMerged"}
    found = {type(one).__name__ for one in events if may_be_told(one, meeting.floor, dais, seat)}
    return found & kinds


def test_the_minutes_tell_them_to_those_who_worked_on_it(meeting: Meeting) -> None:
    assert all(not told(meeting, seat) for seat in READERS), "a merger of private papers is private"
    approved(meeting)
    assert all(not told(meeting, seat) for seat in READERS)
    everything = {"PaperStarted", "PaperNamed", "PaperShared", "PapersMerged"}
    assert told(meeting, "spain") == told(meeting, "", dais=True) == everything


def test_a_profile_tells_its_own_delegation_and_the_dais_alone(meeting: Meeting) -> None:
    floor = approved(meeting).floor
    for seat in READERS:
        assert profile_page(floor, NAMES, "peru", seat, False, False).papers == ()
    assert profile_page(floor, NAMES, "peru", "peru", False, False).papers
    assert profile_page(floor, NAMES, "peru", "", True, True).papers


def test_the_map_and_the_page_have_no_names(meeting: Meeting) -> None:
    floor = approved(meeting).floor
    paper = meeting.paper("WP-1")
    shown = merger_map(NAMES, [(paper, TEXT)], nameless=frozenset({"WP-1"}))
    assert shown.papers[0][3] == ()
    assert merger_map(NAMES, [(paper, TEXT)]).papers[0][3]
    for seat in READERS:
        view = paper_view(floor, NAMES, paper, paper.text, 0, seat, False)
        assert view.editors == () and not view.names_shown
