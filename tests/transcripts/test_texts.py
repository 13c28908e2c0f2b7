"""Papers and amendments in a transcript: what stands on the text as it is when a line is reached."""

from __future__ import annotations

from typing import Any

from app.transcripts import vocabulary
from tests.transcripts.written import Written


def test_an_amendment_is_restated_on_the_text_as_it_stands_where_no_base_is_named() -> None:
    text = Written(parameters={"sponsors_min": 1, "signatories_min": "1/50"}).in_debate()
    text.says("StartPaper", "FR", title="Air")
    text.says("SubmitPaper", "FR", paper="WP-1", document=vocabulary()["document"])
    text.says("ApprovePaper", paper="WP-1")
    motion = text.says("RaiseMotion", "FR", kind="introduce_draft", paper="WP-1")
    vote = text.says("OpenVote", about="motion", subject=f"@{motion}")
    text.says("EnterCount", vote=f"@{vote}", yes=4, no=0)
    text.says("AnnounceResult", vote=f"@{vote}")
    change: dict[str, Any] = {"action": "modify", "clause": "o1", "opening": "Requests"}
    text.says("ProposeAmendment", "FR", paper="WP-1", text="a report each June", **change)
    text.says("ProposeAmendment", "PE", paper="WP-1", text="a report each year", **change)
    text.says("OfferFriendly", "FR", amendment="A1")
    restated = text.says("RestateAmendment", "PE", amendment="A2", text="two reports each June", **change)
    unknown = text.says("RestateAmendment", "PE", amendment="A9", text="a report", **change)
    played = text.played()
    assert played.events(restated) == ["AmendmentRestated"]
    assert played.rule(unknown) == "amendment.gone"
