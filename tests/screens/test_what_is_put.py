"""Drafts and amendments on their way to the vote: what the dais and each delegation can press, and when."""

from __future__ import annotations

from app.procedure.amendment_order import OrderAmendments, amendments_in_order
from app.procedure.consensus import AskConsensus, Object
from app.procedure.friendly import ConsentToAmendment, OfferFriendly
from app.procedure.mergers import MergePapers
from app.procedure.papers import StartPaper
from app.procedure.restating import DeclareMoot, RestateAmendment
from app.procedure.results import CloseVote
from app.procedure.voting import OpenVote
from resolutions.document import digest
from tests.procedure.changes import adopted, introduced, offered, on_a_draft
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, ballot, before_the_vote, in_debate
from tests.screens import cockpit_pages, phone_pages
from tests.screens.council import directory


def dais(meeting: Meeting) -> str:
    """Everything that the dais sees."""
    return "".join(cockpit_pages.regions(meeting, directory()).values())


def paper(meeting: Meeting, seat: str) -> str:
    """The page of WP-1 for a delegation."""
    return phone_pages.paper_page(meeting, "WP-1", seat)


def test_a_friendly_amendment_is_offered_answered_and_taken_in() -> None:
    meeting = on_a_draft()
    offered(meeting, "modify", "o2", "an annual report")
    assert 'id="do-offer-A1"' in paper(meeting, "spain") and 'id="offer-A1"' in dais(meeting)
    assert 'id="do-offer-A1"' not in paper(meeting, "mexico")
    meeting.do(OfferFriendly("A1"), by="spain")
    for sponsor in ("ghana", "peru"):
        assert 'id="do-accept-A1"' in paper(meeting, sponsor)
    assert 'id="do-accept-A1"' not in paper(meeting, "spain")
    assert "2 sponsors have not answered" in dais(meeting) and 'id="end-offer-A1"' in dais(meeting)
    meeting.do(ConsentToAmendment("A1"), by="ghana")
    assert 'id="do-accept-A1"' not in paper(meeting, "ghana")
    assert "1 sponsor has not answered" in dais(meeting)
    meeting.do(ConsentToAmendment("A1"), by="peru")
    assert "an annual report" in paper(meeting, "mexico") and "sponsor has not" not in dais(meeting)


def test_a_house_without_friendly_amendments_offers_none() -> None:
    meeting = on_a_draft(house(amendments={"friendly": "not_used"}))
    offered(meeting, "modify", "o2", "an annual report")
    assert 'id="do-offer-A1"' not in paper(meeting, "spain") and 'id="offer-A1"' not in dais(meeting)


def test_an_amendment_in_conflict_is_written_again_by_its_mover() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o2", "a monthly report")
    adopted(meeting, "A1")
    assert 'id="restate-A2"' in paper(meeting, "spain") and 'id="restate-A2"' not in paper(meeting, "mexico")
    assert "Declare it moot" in dais(meeting)
    text = meeting.paper("WP-1").text
    assert text is not None
    meeting.do(RestateAmendment("A2", "modify", digest(text), "o2", "Requests", "two reports"), by="spain")
    assert 'id="restate-A2"' not in paper(meeting, "spain")
    meeting.do(DeclareMoot("A2", "A1", "The annual report rules it out"))
    assert "Declare it moot" not in dais(meeting)


def test_the_dais_puts_another_amendment_first_with_a_reason() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o3", "to meet again")
    first, second = amendments_in_order(meeting.floor, meeting.paper("WP-1"))
    assert f'id="lead-{second.key}"' in dais(meeting) and f'id="lead-{first.key}"' not in dais(meeting)
    meeting.do(OrderAmendments("WP-1", (second.key, first.key), "The wider one first"))
    assert f'id="lead-{first.key}"' in dais(meeting)


def test_the_chair_asks_whether_anybody_objects() -> None:
    meeting = before_the_vote()
    assert 'id="ask-consensus"' in dais(meeting)
    assert 'id="object"' not in phone_pages.regions(meeting.floor, "ghana")["seat:act"]
    meeting.do(AskConsensus("WP-1"))
    assert 'id="adopt-without-vote"' in dais(meeting) and 'id="put-roll_call"' not in dais(meeting)
    assert 'id="object"' in phone_pages.regions(meeting.floor, "ghana")["seat:act"]
    assert 'id="object"' not in phone_pages.regions(meeting.floor, "aclu")["seat:act"], (
        "no vote, no objection"
    )
    meeting.do(Object("WP-1"), by="ghana")
    assert 'id="put-roll_call"' in dais(meeting)


def test_who_voted_with_rights_is_heard_before_the_announcement() -> None:
    meeting = before_the_vote()
    meeting.do(OpenVote("paper", "WP-1", "roll_call"))
    while called := meeting.vote.next():
        meeting.do(ballot(meeting, "yes", called[0], rights=called[0] == "spain"))
    meeting.do(CloseVote(meeting.vote.number))
    assert "Hear Spain" in dais(meeting)


def test_papers_become_one() -> None:
    meeting = in_debate()
    meeting.do(StartPaper("Notice"), by="ghana")
    assert 'id="merge-WP-1"' not in dais(meeting), "there is no other"
    meeting.approved(("spain", "mexico"))
    assert 'id="merge-WP-1"' in dais(meeting) and 'id="merge-WP-2"' not in dais(meeting)
    meeting.do(MergePapers("WP-1", "WP-2"))
    assert 'id="merge-WP-1"' not in dais(meeting) and "merged" in dais(meeting)
