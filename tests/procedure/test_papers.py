"""Papers: names on them, the dais's word, withdrawal, and what closes them for good."""

from typing import Any

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.amendments import ProposeAmendment
from app.procedure.approval import ApprovePaper, ReturnPaper
from app.procedure.attendance import SetStatus
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper, SubmitPaper, WithdrawPaper
from app.procedure.sittings import SuspendMeeting
from app.procedure.sponsorship import LeavePaper, SignPaper, SponsorPaper
from resolutions.document import Clause, Document, digest, to_json
from tests.procedure.meeting import TEXT, Meeting, in_debate, many


def started(**founding: Any) -> Meeting:
    meeting = in_debate(**founding)
    meeting.do(StartPaper("Reintegration"), by="ghana" if not founding else "member-01")
    return meeting


def submit(document: dict[str, Any] | None = None) -> SubmitPaper:
    return SubmitPaper("WP-1", to_json(TEXT) if document is None else document)


def test_t58_an_ngo_neither_sponsors_nor_signs() -> None:
    meeting = started()
    assert meeting.rules(StartPaper("Ours"), by="aclu") == ("paper.members_sponsor",)
    meeting.share("WP-1", "aclu")
    assert meeting.rules(SponsorPaper("WP-1"), by="aclu") == ("paper.members_sponsor",)
    assert meeting.rules(SignPaper("WP-1"), by="aclu") == ("paper.members_signatory",)


def test_nobody_signs_for_another_and_nobody_twice() -> None:
    meeting = started()
    assert "seat.not_yours" in meeting.rules(SponsorPaper("WP-1", "peru"), by="spain")
    assert meeting.rules(SponsorPaper("WP-1", "dais-2"))[0] == "seat.name_one"
    assert meeting.rules(SponsorPaper("WP-1"), by="ghana") == ("paper.named_already",)
    meeting.do(SignPaper("WP-1", "peru"))
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    assert meeting.paper("WP-1").sponsors == ("ghana", "peru") and meeting.paper("WP-1").signatories == ()


@pytest.mark.parametrize(
    ("title", "rule"), [(" ", "paper.needs_title"), ("x" * 201, "text.too_long"), ("\x07", "text.not_plain")]
)
def test_a_paper_has_a_title_that_can_be_printed(title: str, rule: str) -> None:
    assert in_debate().rules(StartPaper(title), by="peru") == (rule,)


def test_t25_thirty_four_members_need_seven_names_sponsors_included() -> None:
    meeting = started(members=many(34), others=())
    for seat in many(34)[1:5]:
        meeting.share("WP-1", seat)
        meeting.do(SponsorPaper("WP-1"), by=seat)
    meeting.share("WP-1", "member-06")
    meeting.do(SignPaper("WP-1"), by="member-06")
    (refusal,) = meeting.refused(submit(), by="member-01")
    assert (refusal.rule, dict(refusal.values)) == ("paper.signatories_min", {"have": 6, "needed": 7})
    meeting.share("WP-1", "member-07")
    meeting.do(SignPaper("WP-1"), by="member-07")
    meeting.do(submit(), by="member-01")


def test_a_paper_is_submitted_by_its_sponsors_and_not_alone() -> None:
    meeting = started()
    assert meeting.rules(submit(), by="ghana") == ("paper.sponsors_min", "paper.signatories_min")
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    assert meeting.rules(submit(), by="spain") == ("paper.sponsors_only",)
    assert meeting.rules(SubmitPaper("WP-1", to_json(TEXT), "x" * 9000)) == ("seat.name_one",)
    meeting.do(submit(), by="peru")
    assert meeting.rules(submit(), by="peru") == ("paper.cannot_submit",)


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        ({}, "document.malformed"),
        ({"clauses": [7]}, "document.malformed"),
        (
            to_json(Document("T", "O", (Clause("p1", "preambular", None, "a", "Noting", "that"),))),
            "document.no_operative",
        ),
        (
            {"clauses": [{"uid": "\ud800", "kind": "operative", "order_key": "a", "text": "x"}]},
            "text.not_plain",
        ),
    ],
)
def test_what_is_submitted_is_a_resolution(document: dict[str, Any], rule: str) -> None:
    meeting = started()
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    assert meeting.rules(submit(document), by="peru") == (rule,)


def test_the_dais_returns_a_paper_with_a_reason_and_it_comes_back() -> None:
    meeting = started()
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(submit(), by="peru")
    assert meeting.rules(ReturnPaper("WP-1", "")) == ("reason.needed",)
    assert meeting.rules(ReturnPaper("WP-1", "x" * 501)) == ("text.too_long",)
    assert meeting.rules(ApprovePaper("WP-1"), by="assistant-1") == ("chair.only",)
    meeting.do(ReturnPaper("WP-1", "Clause two\nnames nobody"))
    assert meeting.paper("WP-1").returned_because == "Clause two\nnames nobody"
    meeting.do(submit(), by="peru")
    meeting.do(ApprovePaper("WP-1"))
    assert meeting.paper("WP-1").symbol == "DR 1.1"
    assert meeting.rules(ApprovePaper("WP-1")) == ("paper.cannot_approve",), "a draft is one already"
    assert meeting.rules(ApprovePaper("WP-2")) == ("paper.unknown",)


def test_no_two_drafts_share_a_symbol_when_a_draft_changes_its_topic() -> None:
    meeting = in_debate()
    first = meeting.approved()
    meeting.carry("adjourn_debate", "peru")
    meeting.do(OpenDebate(2))
    assert meeting.rules(RaiseMotion("introduce_draft", "peru", paper=first)) == ("paper.other_topic",)
    meeting.put("motion", moved(meeting, first))
    meeting.hands(9, 0)
    assert meeting.paper(first).topic == 2
    meeting.carry("adjourn_debate", "peru")
    meeting.carry("resume_debate", "peru", topic_number=1)
    assert meeting.paper(meeting.approved()).symbol == "DR 1.2"


def moved(meeting: Meeting, paper: str) -> int:
    """The chair lets a draft of another topic be introduced."""
    meeting.do(RaiseMotion("introduce_draft", "peru", paper=paper), insist="It fits here")
    return meeting.floor.number


def test_a_draft_is_introduced_once_approved() -> None:
    meeting = started()
    assert meeting.rules(RaiseMotion("introduce_draft", paper="WP-1"), by="ghana") == ("paper.not_approved",)
    assert meeting.rules(RaiseMotion("introduce_draft", paper="WP-9"), by="ghana") == ("paper.unknown",)


def test_a_withdrawn_draft_takes_its_amendments_with_it() -> None:
    meeting = in_debate()
    key = meeting.introduced()
    meeting.do(ProposeAmendment(key, "strike", digest(TEXT), "o2"), by="spain")
    assert meeting.rules(WithdrawPaper(key), by="spain") == ("paper.sponsors_only",)
    meeting.do(WithdrawPaper(key), by="ghana")
    assert meeting.paper(key).stage == "withdrawn"
    assert [(one.stage, one.reason) for one in meeting.floor.papers.amendments] == [
        ("moot", "paper_withdrawn")
    ]
    assert meeting.rules(SignPaper(key), by="spain") == ("paper.decided",)
    assert meeting.rules(LeavePaper(key), by="peru") == ("paper.decided",)


@pytest.mark.parametrize("put", ["paper", "amendment"])
def test_a_text_that_is_put_is_neither_withdrawn_nor_renamed(put: str) -> None:
    meeting = in_debate()
    key = meeting.introduced()
    meeting.do(ProposeAmendment(key, "strike", digest(TEXT), "o2"), by="spain")
    meeting.carry("introduce_amendment", "spain", amendment="A1")
    if put == "paper":
        meeting.carry("close_debate", "peru")
        meeting.put("amendment", "A1")
        meeting.hands(0, 8)
    meeting.put(put, key if put == "paper" else "A1")
    for command in (WithdrawPaper(key), LeavePaper(key)):
        assert meeting.rules(command, by="ghana") == ("vote.open_now",)
    assert "vote.open_now" in meeting.rules(SponsorPaper(key), by="mexico")


def test_papers_are_written_in_the_break_too() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.do(SetStatus("present", "peru"))
    meeting.do(SuspendMeeting())
    meeting.do(StartPaper("Overnight"), by="peru")
    meeting.share("WP-1", "spain")
    meeting.do(SponsorPaper("WP-1"), by="spain")


def test_a_sponsor_withdraws_in_its_own_name_alone() -> None:
    meeting = in_debate()
    meeting.approved()
    assert meeting.refused(WithdrawPaper("WP-1", "ghana"), by="peru")
    meeting.do(WithdrawPaper("WP-1", "peru"), by="peru")
