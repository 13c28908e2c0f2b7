"""Withdrawal of sponsors: below the minimum a draft falls, and may come back with new names [DUM]."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.procedure.amendments import ProposeAmendment
from app.procedure.approval import ApprovePaper
from app.procedure.falling import PaperFell
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.sponsorship import LeavePaper, PaperNamed, SignPaper, SponsorPaper
from app.screens.disclosure import may_be_told
from resolutions.document import digest, to_json
from tests.procedure.meeting import TEXT, Meeting, in_debate


def submitted() -> Meeting:
    """A paper of Ghana and Peru is with the dais."""
    meeting = in_debate()
    meeting.do(StartPaper("Reintegration"), by="ghana")
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    return meeting


def approved() -> Meeting:
    """It is a draft that was not introduced yet."""
    meeting = in_debate()
    meeting.approved()
    return meeting


def introduced() -> Meeting:
    """It is before the committee, with one amendment."""
    meeting = in_debate()
    meeting.introduced()
    meeting.do(ProposeAmendment("WP-1", "strike", digest(TEXT), "o2"), by="spain")
    return meeting


@pytest.mark.parametrize(("at", "symbol"), [(submitted, ""), (approved, "DR 1.1"), (introduced, "DR 1.1")])
def test_the_last_but_one_sponsor_takes_the_draft_with_it(at: object, symbol: str) -> None:
    meeting: Meeting = at()  # type: ignore[operator]
    events = meeting.do(LeavePaper("WP-1"), by="peru")
    assert events == (PaperNamed("WP-1", "peru", "none"), PaperFell("WP-1", symbol, 1, 2))
    paper = meeting.paper("WP-1")
    assert (paper.stage, paper.symbol, paper.fallen) == ("working_paper", "", (symbol,))
    assert paper.sponsors == ("ghana",)
    assert paper.text == TEXT
    assert not paper.is_public
    assert meeting.floor.papers.before_the_committee() == ()
    assert [one.reason for one in meeting.floor.papers.amendments] == ["paper_fell"] * (at is introduced)
    assert meeting.replayed() == meeting.floor


def test_it_comes_back_with_new_names_and_a_number_of_its_own() -> None:
    meeting = introduced()
    meeting.do(LeavePaper("WP-1"), by="peru")
    assert "paper.sponsors_min" in meeting.rules(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    meeting.share("WP-1", "mexico")
    meeting.do(SponsorPaper("WP-1"), by="mexico")
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="mexico")
    other = meeting.approved(("canada", "france"))
    meeting.do(ApprovePaper("WP-1"))
    assert [meeting.paper(key).symbol for key in (other, "WP-1")] == ["DR 1.2", "DR 1.3"]
    meeting.carry("introduce_draft", "mexico", paper="WP-1")
    assert meeting.paper("WP-1").stage == "introduced"


def test_enough_sponsors_are_left() -> None:
    meeting = in_debate()
    meeting.introduced(("ghana", "peru", "spain"))
    assert meeting.do(LeavePaper("WP-1"), by="spain") == (PaperNamed("WP-1", "spain", "none"),)
    assert meeting.paper("WP-1").symbol == "DR 1.1"


def test_a_signatory_leaves_and_nothing_falls() -> None:
    meeting = approved()
    meeting.do(SignPaper("WP-1"), by="spain")
    meeting.do(LeavePaper("WP-1"), by="spain")
    assert meeting.paper("WP-1").stage == "approved"


def test_to_sign_instead_of_sponsoring_is_to_leave_the_sponsors() -> None:
    meeting = approved()
    events = meeting.do(SignPaper("WP-1"), by="peru")
    assert events[-1] == PaperFell("WP-1", "DR 1.1", 1, 2)
    assert meeting.paper("WP-1").signatories == ("peru",)


def test_a_working_paper_may_have_as_few_as_it_likes() -> None:
    meeting = in_debate()
    meeting.do(StartPaper("Reintegration"), by="ghana")
    assert meeting.do(LeavePaper("WP-1"), by="ghana") == (PaperNamed("WP-1", "ghana", "none"),)
    assert meeting.paper("WP-1").fallen == ()


def test_where_the_rulebook_asks_for_no_sponsors_nothing_falls() -> None:
    meeting = in_debate(rulebook=without_sponsors())
    meeting.introduced()
    for seat in ("ghana", "peru"):
        meeting.do(LeavePaper("WP-1"), by=seat)
    assert meeting.paper("WP-1").stage == "introduced"


def test_a_motion_to_introduce_it_has_no_effect_any_more() -> None:
    meeting = approved()
    motion = meeting.motion("introduce_draft", "ghana", paper="WP-1")
    meeting.put("motion", motion)
    meeting.do(LeavePaper("WP-1"), by="peru")
    assert meeting.hands(8, 0)
    assert meeting.paper("WP-1").stage == "working_paper"


def test_that_a_draft_fell_is_for_all_and_what_is_written_then_is_not() -> None:
    meeting = introduced()
    named, fell = meeting.do(LeavePaper("WP-1"), by="peru")
    assert may_be_told(fell, meeting.floor, dais=False)
    assert not may_be_told(named, meeting.floor, dais=False)
    quiet = submitted()
    named, fell = quiet.do(LeavePaper("WP-1"), by="peru")
    assert not may_be_told(fell, quiet.floor, dais=False), "it was never public"
    assert may_be_told(fell, quiet.floor, dais=False, seat="ghana")


def without_sponsors() -> Rulebook:
    """WorldMUN: no sponsors at all."""
    harvard = load("harvard")
    return replace(harvard, papers=replace(harvard.papers, sponsors_min=0))
