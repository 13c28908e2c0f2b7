"""Working papers are for those they are shared with, until the dais approves them."""

from app.procedure.approval import ApprovePaper
from app.procedure.mergers import MergePapers
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.sharing import SharePaper, UnsharePaper
from app.procedure.sponsorship import LeavePaper, SignPaper, SponsorPaper
from app.screens.disclosure import may_read_paper
from resolutions.document import to_json
from tests.procedure.meeting import TEXT, Meeting, in_debate


def started() -> Meeting:
    meeting = in_debate()
    meeting.do(StartPaper("Reintegration"), by="ghana")
    return meeting


def readers(meeting: Meeting) -> set[str]:
    paper = meeting.floor.papers.get("WP-1")
    return {key for key in meeting.floor.seats if may_read_paper(paper, key)}


def test_nobody_names_itself_on_a_paper_that_was_not_shared_with_it() -> None:
    meeting = started()
    assert readers(meeting) == {"ghana"}
    assert meeting.rules(SponsorPaper("WP-1"), by="peru") == ("paper.not_shared",)
    assert meeting.rules(SignPaper("WP-1"), by="spain") == ("paper.not_shared",)
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    assert readers(meeting) == {"ghana", "peru"}
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(SharePaper("WP-1", "spain"), by="peru")
    meeting.do(SignPaper("WP-1"), by="spain")


def test_only_sponsors_and_the_dais_share() -> None:
    meeting = started()
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    assert meeting.rules(SharePaper("WP-1", "spain"), by="peru") == ("paper.sponsors_only",)
    assert meeting.rules(SharePaper("WP-1", "spain"), by="mexico") == ("paper.sponsors_only",)
    meeting.do(SharePaper("WP-1", "spain"))
    assert meeting.rules(SharePaper("WP-1", "spain"), by="ghana") == ("paper.shared_already",)


def test_it_is_shared_with_delegations_of_the_committee() -> None:
    meeting = started()
    for nobody in ("atlantis", "dais-2", ""):
        assert meeting.rules(SharePaper("WP-1", nobody), by="ghana") == ("seat.unknown",)
    assert meeting.rules(SharePaper("WP-9", "peru"), by="ghana") == ("paper.unknown",)


def test_who_takes_its_name_off_can_still_read_what_it_was_shown() -> None:
    meeting = started()
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(LeavePaper("WP-1"), by="peru")
    assert readers(meeting) == {"ghana", "peru"}


def test_an_approved_draft_is_for_everybody() -> None:
    meeting = started()
    meeting.do(SponsorPaper("WP-1", "peru"))
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    assert readers(meeting) == {"ghana", "peru"}
    meeting.do(ApprovePaper("WP-1"))
    assert readers(meeting) == set(meeting.floor.seats)
    assert "paper.shared_already" in meeting.rules(SharePaper("WP-1", "spain"), by="ghana")
    meeting.do(SignPaper("WP-1"), by="spain")


def test_a_delegation_that_may_write_is_no_sponsor_and_can_be_made_a_reader_again() -> None:
    meeting = started()
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    meeting.do(SharePaper("WP-1", "peru", edits=True), by="ghana")
    assert meeting.paper("WP-1").writers == ("ghana", "peru")
    assert meeting.paper("WP-1").sponsors == ("ghana",)
    assert meeting.rules(SharePaper("WP-1", "spain"), by="peru") == ("paper.sponsors_only",)
    assert meeting.rules(SharePaper("WP-1", "peru", edits=True), by="ghana") == ("paper.shared_already",)
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    assert meeting.paper("WP-1").writers == ("ghana",) and readers(meeting) == {"ghana", "peru"}


def test_those_who_may_write_come_along_when_papers_merge() -> None:
    meeting = started()
    meeting.do(StartPaper("Protection"), by="ghana")
    meeting.do(SharePaper("WP-2", "peru", edits=True), by="ghana")
    meeting.do(MergePapers("WP-1", "WP-2"), by="ghana")
    assert meeting.paper("WP-1").writers == ("ghana", "peru")


def test_reading_can_be_taken_back_by_a_sponsor_and_by_the_dais() -> None:
    meeting = started()
    meeting.do(SharePaper("WP-1", "peru", edits=True), by="ghana")
    meeting.do(SharePaper("WP-1", "spain"), by="ghana")
    assert meeting.rules(UnsharePaper("WP-1", "spain"), by="peru") == ("paper.sponsors_only",)
    assert meeting.rules(UnsharePaper("WP-1", "spain"), by="mexico") == ("paper.sponsors_only",)
    meeting.do(UnsharePaper("WP-1", "peru"), by="ghana")
    meeting.do(UnsharePaper("WP-1", "spain"))
    assert readers(meeting) == {"ghana"} == set(meeting.paper("WP-1").writers)
    assert meeting.rules(UnsharePaper("WP-1", "spain"), by="ghana") == ("paper.not_a_reader",)
    assert meeting.rules(UnsharePaper("WP-9", "spain"), by="ghana") == ("paper.unknown",)
    assert meeting.rules(SponsorPaper("WP-1"), by="peru") == ("paper.not_shared",)
    assert meeting.paper("WP-1").taken == ("peru", "spain")
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    assert readers(meeting) == {"ghana", "peru"}, "and given again by name"


def test_whose_name_is_on_it_reads_it_and_what_is_public_is_for_all() -> None:
    meeting = started()
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(SignPaper("WP-1", "spain"))
    for named in ("peru", "spain", "ghana"):
        assert meeting.rules(UnsharePaper("WP-1", named), by="ghana") == ("paper.name_on_it",)
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    meeting.do(ApprovePaper("WP-1"))
    assert meeting.rules(UnsharePaper("WP-1", "peru"), by="ghana") == ("paper.public_already",)


def test_who_may_not_read_a_paper_any_more_does_not_come_back_by_a_merger() -> None:
    meeting = started()
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    meeting.do(UnsharePaper("WP-1", "peru"), by="ghana")
    meeting.do(StartPaper("Protection"), by="ghana")
    meeting.do(SharePaper("WP-2", "peru", edits=True), by="ghana")
    meeting.do(MergePapers("WP-1", "WP-2"), by="ghana")
    assert readers(meeting) == {"ghana"} == set(meeting.paper("WP-1").writers)
