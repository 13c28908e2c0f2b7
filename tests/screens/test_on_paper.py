"""The committee on paper: a chair goes on from it by hand, so nothing that is on the floor may be missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2

from app.printing.on_paper import on_paper_pdf
from app.procedure.attendance import SetStatus
from app.procedure.motions import RaiseMotion
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.screens.on_paper import OnPaper, on_paper
from tests.procedure.changes import introduced, on_a_draft
from tests.procedure.meeting import Meeting
from tests.screens.council import directory

AT = datetime(2026, 11, 24, 14, 3, tzinfo=UTC)


def afternoon() -> Meeting:
    """Ghana speaks, two wait, a motion is up, a draft and an amendment are before the committee."""
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report")
    for seat in ("ghana", "peru", "mexico"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    meeting.do(SetStatus("absent", "canada"))
    meeting.do(RaiseMotion("unmoderated_caucus", "peru", total_seconds=600))
    return meeting


def copy(meeting: Meeting) -> OnPaper:
    return on_paper(meeting.floor, directory(), int(AT.timestamp() * 1000), "a1b2 c3d4")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_everything_on_the_floor_is_on_the_copy() -> None:
    made = copy(afternoon())
    assert made.as_of.startswith("14:03, Entry")
    assert {one.name: one.status for one in made.attending}["Canada"] == "Absent"
    assert [one for one in made.lists if "Ghana, Peru, Mexico" in one]
    (motion,) = made.motions
    assert "Unmoderated caucus" in motion and "10 min" in motion and "Peru" in motion
    (draft,) = made.drafts
    assert "DR 1.1" in draft.name and "give notice" in draft.text and "Ghana, Peru" in draft.sponsors
    assert ["an annual report" in one for one in draft.amendments] == [True]
    assert [one for one in made.majorities if "4 of 7" in one], "seven members are here"


def test_the_pdf_says_what_the_copy_says_and_has_a_sheet_for_the_tally() -> None:
    words = text_of(on_paper_pdf(copy(afternoon()), AT))
    for said in ("Unmoderated caucus", "DR 1.1", "an annual report", "a1b2 c3d4", "Tally sheet", "Abstain"):
        assert said in words, said
    assert words.count("Viet Nam") >= 2, "on the attendance and on the tally sheet"


def test_an_empty_committee_and_words_that_look_like_markup_make_a_copy_too() -> None:
    assert "none" in text_of(on_paper_pdf(copy(Meeting()), AT))
    made = replace(
        copy(afternoon()), where="#panic() *bold* $x$ <label> _it_ //", motions=("= not a heading",)
    )
    words = text_of(on_paper_pdf(made, AT))
    assert "#panic() *bold* $x$ <label> _it_ //" in words and "= not a heading" in words
