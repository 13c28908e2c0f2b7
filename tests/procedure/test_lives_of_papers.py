"""A paper from its first word on: who reads, writes and stands on it, step by step; and two in one."""

from __future__ import annotations

from typing import Any

from app.procedure.amendment_order import OrderAmendments
from app.procedure.approval import ApprovePaper, ReturnPaper, next_symbol
from app.procedure.documents import Amendment, Paper, Papers, Part
from app.procedure.mergers import MergePapers
from app.procedure.papers import StartPaper, SubmitPaper, WithdrawPaper
from app.procedure.sharing import SharePaper, UnsharePaper
from app.procedure.sponsorship import (
    LeavePaper,
    SignAmendment,
    SignPaper,
    SponsorPaper,
    enough_names,
    signatures,
)
from resolutions.document import to_json
from tests.procedure.changes import offered, on_a_draft
from tests.procedure.houses import house
from tests.procedure.meeting import TEXT, Meeting, in_debate


def begun(**papers: Any) -> Meeting:
    """Ghana writes WP-1."""
    meeting = in_debate(rulebook=house(papers=papers)) if papers else in_debate()
    meeting.do(StartPaper(" Reintegration "), by="ghana")
    return meeting


def told(meeting: Meeting, command: Any, by: str = "dais-1") -> tuple[str, dict[str, Any]]:
    """The first refusal with what is told."""
    first = meeting.refused(command, by)[0]
    return first.rule, dict(first.values)


def test_from_a_working_paper_to_an_approved_draft() -> None:
    meeting = begun()
    assert meeting.paper("WP-1") == Paper("WP-1", "Reintegration", sponsors=("ghana",), started=meeting.at)
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    meeting.do(SharePaper("WP-1", "spain", edits=True), by="ghana")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    paper = meeting.paper("WP-1")
    assert (paper.shared, paper.editors) == (("peru", "spain"), ("spain",))
    assert (paper.writers, paper.readers) == (("ghana", "peru", "spain"), ("ghana", "peru", "spain"))
    assert not paper.is_public and not paper.may_be_read_by("mexico") and paper.name == "WP-1"
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    submitted = meeting.floor.number
    assert (meeting.paper("WP-1").stage, meeting.paper("WP-1").submitted) == ("submitted", submitted)
    meeting.do(ReturnPaper("WP-1", " Too long "))
    assert (meeting.paper("WP-1").returned_because, meeting.paper("WP-1").text) == ("Too long", TEXT)
    meeting.do(SubmitPaper("WP-1", to_json(TEXT)), by="peru")
    assert meeting.paper("WP-1").returned_because == ""
    meeting.do(ApprovePaper("WP-1"))
    paper = meeting.paper("WP-1")
    assert (paper.stage, paper.symbol, paper.topic, paper.name) == ("approved", "DR 1.1", 1, "DR 1.1")
    assert paper.is_public and paper.may_be_read_by("mexico")


def test_steps_that_a_paper_does_not_take_are_told_with_its_stage() -> None:
    meeting = begun()
    assert told(meeting, ApprovePaper("WP-1")) == (
        "paper.cannot_approve",
        {"paper": "WP-1", "stage": "working_paper"},
    )
    assert told(meeting, ReturnPaper("WP-1", "x"))[0] == "paper.cannot_return"
    for command in (ApprovePaper("WP-9"), ReturnPaper("WP-9", "x"), WithdrawPaper("WP-9")):
        assert told(meeting, command)[0] == "paper.unknown"
    assert meeting.rules(WithdrawPaper("WP-1"), by="peru") == ("paper.sponsors_only",)
    meeting.do(WithdrawPaper("WP-1"), by="ghana")
    assert told(meeting, WithdrawPaper("WP-1"))[0] == "paper.cannot_withdraw"


def test_names_that_are_missing_are_told_in_numbers() -> None:
    meeting = begun(sponsors_min=2)
    rules = meeting.refused(SubmitPaper("WP-1", to_json(TEXT)), by="ghana")
    assert [(one.rule, dict(one.values)) for one in rules] == [
        ("paper.sponsors_min", {"have": 1, "needed": 2}),
        ("paper.signatories_min", {"have": 1, "needed": 2}),
    ]
    assert signatures(meeting.floor, meeting.paper("WP-1")) == (1, 2)
    apart = begun(sponsors_count_as_signatories=False)
    assert signatures(apart.floor, apart.paper("WP-1")) == (0, 2)
    most = begun(sponsors_max=1)
    most.share("WP-1", "peru")
    assert told(most, SponsorPaper("WP-1"), by="peru") == ("paper.sponsors_max", {"most": 1})


def test_a_delegation_is_sponsor_or_signatory_and_never_both() -> None:
    meeting = begun()
    meeting.share("WP-1", "peru")
    for command, expected in (
        (SignPaper("WP-1"), (("ghana",), ("peru",))),
        (SponsorPaper("WP-1"), (("ghana", "peru"), ())),
        (SignPaper("WP-1"), (("ghana",), ("peru",))),
        (LeavePaper("WP-1"), (("ghana",), ())),
    ):
        meeting.do(command, by="peru")
        paper = meeting.paper("WP-1")
        assert (paper.sponsors, paper.signatories) == expected
    assert meeting.rules(LeavePaper("WP-1"), by="peru") == ("paper.not_named",)
    assert meeting.rules(SignPaper("WP-1"), by="spain") == ("paper.not_shared",)


def test_reading_is_given_and_taken_by_sponsors_and_by_the_dais() -> None:
    meeting = begun()
    for command in (SharePaper("WP-1", "peru"), UnsharePaper("WP-1", "peru")):
        assert meeting.rules(command, by="mexico") == ("paper.sponsors_only",)
    assert meeting.rules(SharePaper("WP-1", "dais-2"), by="ghana") == ("seat.unknown",)
    meeting.do(SharePaper("WP-1", "peru", edits=True), by="ghana")
    assert meeting.rules(SharePaper("WP-1", "peru", edits=True)) == ("paper.shared_already",)
    meeting.do(SharePaper("WP-1", "peru"), by="ghana")
    paper = meeting.paper("WP-1")
    assert (paper.shared, paper.editors, paper.taken) == (("peru",), (), ("peru",))
    assert meeting.rules(SharePaper("WP-1", "peru")) == ("paper.shared_already",)
    meeting.do(SharePaper("WP-1", "peru", edits=True))
    assert (meeting.paper("WP-1").editors, meeting.paper("WP-1").taken) == (("peru",), ())
    meeting.do(UnsharePaper("WP-1", "peru"))
    paper = meeting.paper("WP-1")
    assert (paper.shared, paper.editors, paper.taken) == ((), (), ("peru",))
    assert meeting.rules(UnsharePaper("WP-1", "peru")) == ("paper.not_a_reader",)
    assert meeting.rules(UnsharePaper("WP-1", "ghana")) == ("paper.name_on_it",)


def test_two_papers_become_one_with_all_names_and_readers() -> None:
    meeting = begun()
    meeting.do(StartPaper("Protection"), by="ghana")
    for key, reader in (("WP-1", "canada"), ("WP-2", "peru"), ("WP-2", "spain")):
        meeting.share(key, reader)
    meeting.do(SharePaper("WP-2", "spain", edits=True))
    meeting.do(SignPaper("WP-1"), by="canada")
    meeting.do(SponsorPaper("WP-2"), by="peru")
    meeting.do(SharePaper("WP-2", "mexico"))
    meeting.do(UnsharePaper("WP-2", "mexico"))
    for pair in (("WP-1", "WP-1"), ("WP-1", "WP-9"), ("WP-9", "WP-1")):
        assert meeting.rules(MergePapers(*pair)) == ("paper.unknown",)
    assert meeting.rules(MergePapers("WP-1", "WP-2"), by="peru") == ("paper.sponsors_of_both",)
    meeting.do(MergePapers("WP-1", "WP-2"), by="ghana")
    one, other = meeting.paper("WP-1"), meeting.paper("WP-2")
    assert (one.sponsors, one.signatories) == (("ghana", "peru"), ("canada",))
    assert (one.shared, one.editors, one.taken) == (("canada", "peru", "spain"), ("spain",), ("mexico",))
    assert other.stage == "merged" and one.stage == "working_paper"
    assert meeting.rules(MergePapers("WP-1", "WP-2")) == ("paper.cannot_merge",)
    assert meeting.rules(MergePapers("WP-2", "WP-1"))[0] == "paper.not_written"
    assert meeting.replayed() == meeting.floor


def test_a_merger_keeps_to_the_most_sponsors() -> None:
    meeting = begun(sponsors_max=1)
    meeting.do(StartPaper("Protection"), by="peru")
    assert told(meeting, MergePapers("WP-1", "WP-2")) == ("paper.sponsors_max", {"most": 1})


def test_no_number_is_given_twice() -> None:
    meeting = in_debate()
    first = meeting.approved(("ghana", "peru"))
    assert next_symbol(meeting.floor, 1) == "DR 1.2" and next_symbol(meeting.floor, 2) == "DR 2.1"
    meeting.do(LeavePaper(first), by="peru")
    assert meeting.paper(first).symbol == "" and next_symbol(meeting.floor, 1) == "DR 1.2"


def test_an_amendment_counts_its_names_and_takes_each_once() -> None:
    meeting = on_a_draft(house(amendments={"signatories_min": house().papers.signatories_min}))
    key = offered(meeting, "strike", "o3")
    amendment = meeting.floor.papers.amendment(key)
    assert amendment is not None and enough_names(meeting.floor, amendment) == (1, 2)
    assert meeting.rules(SignAmendment(key), by="spain") == ("amendment.signed_already",)
    assert meeting.rules(SignAmendment("A9"), by="peru") == ("amendment.gone",)
    meeting.do(SignAmendment(key), by="peru")
    assert meeting.rules(SignAmendment(key), by="peru") == ("amendment.signed_already",)
    amendment = meeting.floor.papers.amendment(key)
    assert amendment is not None and enough_names(meeting.floor, amendment) == (2, 2)
    assert meeting.rules(OrderAmendments("WP-1", (key,), "So ruled")) == ("amendment.order",)


def test_what_is_found_by_its_key_and_what_is_moot_with_what() -> None:
    papers = Papers(
        (Paper("WP-1", "a", stage="introduced", topic=1), Paper("WP-2", "b", stage="introduced", topic=2)),
        (
            Amendment("A1", "WP-1", "peru", (), ""),
            Amendment("A2", "WP-1", "peru", (), "", parent="A1"),
            Amendment("A3", "WP-2", "peru", (), "", stage="failed"),
        ),
        (Part("P1", "WP-1", ("o1",)), Part("P2", "WP-2", ("o1",), "annexed")),
    )
    assert [one.key for one in papers.before_the_committee()] == ["WP-1", "WP-2"]
    assert [one.key for one in papers.before_the_committee(2)] == ["WP-2"]
    about = [papers.about(key) for key in ("WP-2", "A2", "P2", "X")]
    assert [one.key if one else "" for one in about] == ["WP-2", "WP-1", "WP-2", ""]
    assert papers.pending("A3") is None and papers.pending("A1") is papers.amendment("A1")
    assert [one.key for one in papers.pending_amendments("WP-1")] == ["A1", "A2"]
    moot = papers.without_second_degree("A1").amendment("A2")
    assert moot is not None and (moot.stage, moot.standing, moot.reason) == ("moot", "moot", "parent_decided")
    gone = papers.without_amendments("WP-1", "paper_fell")
    assert [(one.stage, one.reason) for one in gone.amendments] == [
        ("moot", "paper_fell"),
        ("moot", "paper_fell"),
        ("failed", ""),
    ]
    assert [one.stage for one in papers.without_parts("WP-1").parts] == ["not_put", "annexed"]
    assert [one.stage for one in papers.with_annexes("WP-2", "annexed", "fell").parts] == ["waiting", "fell"]
