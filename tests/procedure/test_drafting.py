"""Drafting: in which hours, with how many names, shown before approval, merged."""

from __future__ import annotations

import pytest

from app.procedure.approval import ApprovePaper
from app.procedure.mergers import MergePapers
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.quorum import most_sponsors
from app.procedure.rulebook import MotionRule
from app.procedure.rules import Share
from app.procedure.sittings import SuspendMeeting
from app.procedure.sponsorship import SignPaper, SponsorPaper, signatures
from resolutions.document import to_json
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import TEXT, Meeting, committee, in_debate, many


def test_t27_a_tenth_of_thirty_four_sponsors_at_most() -> None:
    rules = house(papers={"sponsors_max_share": Share(1, 10, "floor")})
    meeting = in_debate(rulebook=rules, members=many(34), others=())
    assert most_sponsors(meeting.floor) == 3
    meeting.do(StartPaper("Reintegration"), by="member-01")
    meeting.share("WP-1", *many(34)[1:4])
    for seat in many(34)[1:3]:
        meeting.do(SponsorPaper("WP-1"), by=seat)
    assert meeting.rules(SponsorPaper("WP-1"), by="member-04") == ("paper.sponsors_max",)


@pytest.mark.parametrize(
    ("share", "number", "most"),
    [
        (Share(1, 20, "ceil"), 5, 2),
        (Share(1, 10, "floor"), 2, 2),
        (None, 5, 5),
        (None, 0, None),
        (Share(1, 100, "floor"), 5, 2),
    ],
)
def test_t27_the_smaller_of_number_and_share_but_never_below_the_fewest(
    share: Share | None, number: int, most: int | None
) -> None:
    rules = house(papers={"sponsors_max_share": share, "sponsors_max": number})
    assert most_sponsors(in_debate(rulebook=rules, members=many(34), others=()).floor) == most


@pytest.mark.parametrize(("rounding", "needed"), [("ceil", 7), ("floor", 6)])
def test_t25_a_fifth_of_thirty_four_is_seven_or_where_it_is_rounded_down_six(
    rounding: str, needed: int
) -> None:
    share = Share(1, 5, rounding)  # type: ignore[arg-type]
    meeting = in_debate(rulebook=house(papers={"signatories_min": share}), members=many(34), others=())
    meeting.do(StartPaper("Reintegration"), by="member-01")
    meeting.share("WP-1", *many(34)[1:7])
    meeting.do(SponsorPaper("WP-1"), by="member-02")
    for seat in many(34)[2 : needed - 1]:
        meeting.do(SignPaper("WP-1"), by=seat)
    assert signatures(meeting.floor, meeting.paper("WP-1")) == (needed - 1, needed)
    submit = SubmitPaper("WP-1", to_json(TEXT))
    assert meeting.rules(submit, by="member-01") == ("paper.signatories_min",)
    meeting.do(SignPaper("WP-1"), by=many(34)[needed - 1])
    meeting.do(submit, by="member-01")


# --- hours ------------------------------------------------------------------------------------------------


def test_always_papers_are_written_before_the_first_session_and_in_breaks() -> None:
    meeting = committee()
    meeting.do(StartPaper("Reintegration"), by="peru")


def test_during_sessions_none_is_written_before_or_between() -> None:
    rules = house(papers={"drafting_hours": "during_sessions"})
    assert committee(rules).rules(StartPaper("Notice"), by="peru") == ("paper.drafting_sessions",)
    meeting = in_debate(rulebook=rules)
    meeting.do(StartPaper("Notice"), by="peru")
    meeting.do(SuspendMeeting())
    assert meeting.rules(StartPaper("Return"), by="peru") == ("paper.drafting_sessions",)
    assert "paper.drafting_sessions" in meeting.rules(SubmitPaper("WP-1", to_json(TEXT)), by="peru")


def test_in_unmoderated_caucuses_only() -> None:
    meeting = in_debate(rulebook=house(papers={"drafting_hours": "unmoderated_only"}))
    assert meeting.rules(StartPaper("Notice"), by="peru") == ("paper.drafting_caucus",)
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    meeting.do(StartPaper("Notice"), by="peru")


# --- shown, merged ----------------------------------------------------------------------------------------


def test_a_working_paper_is_introduced_without_a_number() -> None:
    row = MotionRule(
        "introduce_working_paper", "introduce_working_paper", ("list",), ("paper",), ordered=False
    )
    meeting = in_debate(rulebook=with_motions(house(), row))
    meeting.do(StartPaper("Notice"), by="peru")
    assert not meeting.paper("WP-1").is_public
    meeting.carry("introduce_working_paper", "peru", paper="WP-1")
    assert meeting.paper("WP-1").is_public and meeting.paper("WP-1").symbol == ""
    again = RaiseMotion("introduce_working_paper", paper="WP-1")
    assert meeting.rules(again, by="peru") == ("paper.shown_already",)
    key = meeting.approved(("spain", "mexico"))
    again = RaiseMotion("introduce_working_paper", paper=key)
    assert meeting.rules(again, by="peru") == ("paper.no_working_paper",)


def two_papers(**rules: object) -> Meeting:
    """WP-1 of Peru and Ghana, signed by Spain; WP-2 of Spain and Mexico."""
    meeting = in_debate(rulebook=house(papers=rules))
    for key, first, second in (("WP-1", "peru", "ghana"), ("WP-2", "spain", "mexico")):
        meeting.do(StartPaper("Notice"), by=first)
        meeting.share(key, second, "spain", "canada")
        meeting.do(SponsorPaper(key), by=second)
    meeting.do(SignPaper("WP-1"), by="spain")
    return meeting


def test_two_papers_become_one_with_all_sponsors() -> None:
    meeting = two_papers()
    assert meeting.rules(MergePapers("WP-1", "WP-2"), by="peru") == ("paper.sponsors_of_both",)
    meeting.do(MergePapers("WP-1", "WP-2"))
    paper = meeting.paper("WP-1")
    assert paper.sponsors == ("peru", "ghana", "spain", "mexico") and paper.signatories == ()
    assert meeting.paper("WP-2").stage == "merged"
    assert meeting.rules(MergePapers("WP-1", "WP-2")) == ("paper.cannot_merge",)
    assert meeting.rules(SponsorPaper("WP-2"), by="canada") == ("paper.decided",)


def test_a_sponsor_of_both_merges_them_within_the_cap() -> None:
    meeting = two_papers(sponsors_max=4)
    meeting.do(SponsorPaper("WP-1"), by="canada")
    meeting.do(SponsorPaper("WP-2"), by="canada")
    assert meeting.rules(MergePapers("WP-1", "WP-2"), by="canada") == ("paper.sponsors_max",)
    assert meeting.rules(MergePapers("WP-1", "WP-1"), by="canada") == ("paper.unknown",)


def test_a_merger_comes_before_introduction_into_what_is_still_written() -> None:
    meeting = two_papers()
    meeting.do(SubmitPaper("WP-2", to_json(TEXT)), by="spain")
    meeting.do(ApprovePaper("WP-2"))
    assert meeting.rules(MergePapers("WP-2", "WP-1")) == ("paper.not_written",)
    meeting.carry("introduce_draft", "spain", paper="WP-2")
    assert meeting.rules(MergePapers("WP-1", "WP-2")) == ("paper.cannot_merge",)
