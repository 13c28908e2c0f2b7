"""Informal consultations at UN4MUN: paragraph by paragraph, then action, by consensus first."""

from __future__ import annotations

import pytest

from app.procedure.agenda import DebateClosed
from app.procedure.amendments import ProposeAmendment
from app.procedure.brackets import BracketParagraph, ReopenParagraph
from app.procedure.consensus import AdoptWithoutVote, AskConsensus, Object
from app.procedure.consultations import AgreeParagraph, CloseConsultations, OpenConsultations, TakeParagraph
from app.procedure.friendly import OfferFriendly
from app.procedure.granting import GrantMotion
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.rulebook import Rulebook
from app.procedure.voting import OpenVote
from resolutions.document import digest
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting
from tests.procedure.moving import debating


def with_a_draft(book: Rulebook | None = None) -> Meeting:
    """Ghana's draft is before the committee, without a vote on that."""
    meeting = debating(book or house("un4mun"))
    key = meeting.approved(("ghana",))
    meeting.do(GrantMotion(meeting.motion("introduce_draft", "ghana", paper=key), True))
    return meeting


def consulting(book: Rulebook | None = None) -> Meeting:
    """The committee consults on it."""
    meeting = with_a_draft(book)
    meeting.do(OpenConsultations("WP-1"))
    return meeting


def states(meeting: Meeting) -> dict[str, str]:
    return {one.clause: one.state for one in standing_of_paragraphs(meeting.floor, "WP-1")}


def agree(meeting: Meeting, *clauses: str) -> None:
    for clause in clauses:
        meeting.do(TakeParagraph(clause))
        meeting.do(AgreeParagraph(clause))


def change(meeting: Meeting, clause: str, words: str) -> ProposeAmendment:
    text = meeting.paper("WP-1").text
    assert text is not None
    return ProposeAmendment("WP-1", "modify", digest(text), clause, "Requests", words)


def test_an_action_stage_from_brackets_to_a_recorded_vote() -> None:
    """Brackets are placed and resolved by an oral revision; one objects to consensus; a roll call by lot."""
    meeting = consulting()
    assert states(meeting) == {"p1": "open", "o1": "open", "o2": "open"}
    agree(meeting, "p1", "o1")
    meeting.do(TakeParagraph("o2"))
    meeting.do(BracketParagraph("o2", "a report"), by="spain")
    assert states(meeting) == {"p1": "agreed", "o1": "agreed", "o2": "bracketed"}
    assert meeting.rules(AgreeParagraph("o2")) == ("paragraph.bracketed",)
    assert meeting.rules(CloseConsultations()) == ("consultations.unsettled",)

    # Peru offers other words, the sponsor takes them in: the paragraph is open again, the others stay agreed.
    meeting.do(change(meeting, "o2", "an annual report"), by="ghana")
    meeting.do(OfferFriendly("A1"), by="ghana")
    assert states(meeting) == {"p1": "agreed", "o1": "agreed", "o2": "open"}
    meeting.do(AgreeParagraph("o2"))
    assert isinstance(meeting.do(CloseConsultations())[-1], DebateClosed)
    assert states(meeting) == {"p1": "agreed", "o1": "agreed", "o2": "agreed"}

    # Consensus first; Spain objects; the recorded vote begins with Mexico, drawn by lot.
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call", "mexico")) == ("consensus.first",)
    meeting.do(AskConsensus("WP-1"))
    meeting.do(Object("WP-1"), by="spain")
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call")) == ("vote.lot",)
    meeting.put("paper", "WP-1", "roll_call", "mexico")
    assert meeting.vote.next() == ("mexico", 1)
    meeting.call_roll({"spain": "no", "peru": "abstain"})
    assert meeting.announce()
    assert meeting.paper("WP-1").stage == "adopted"
    assert meeting.replayed() == meeting.floor


def test_what_nobody_objects_to_is_adopted_by_consensus() -> None:
    meeting = consulting()
    agree(meeting, "p1", "o1", "o2")
    meeting.do(CloseConsultations())
    meeting.do(AskConsensus("WP-1"))
    meeting.do(AdoptWithoutVote("WP-1"))
    assert meeting.paper("WP-1").stage == "adopted"


def test_brackets_are_taken_out_by_who_placed_them_or_by_the_dais() -> None:
    meeting = consulting()
    meeting.do(TakeParagraph("o1"))
    meeting.do(BracketParagraph("o1", "notice"), by="spain")
    meeting.do(BracketParagraph("o1"), by="peru")
    assert meeting.rules(ReopenParagraph("o1"), by="mexico") == ("paragraph.no_brackets",)
    meeting.do(ReopenParagraph("o1"), by="spain")
    assert states(meeting)["o1"] == "bracketed"
    meeting.do(ReopenParagraph("o1"))
    assert states(meeting)["o1"] == "open"
    meeting.do(AgreeParagraph("o1"))
    meeting.do(BracketParagraph("o1"), by="peru")
    assert states(meeting)["o1"] == "bracketed", "what is agreed ad referendum can be taken back"


def test_only_words_that_stand_in_the_paragraph_are_put_in_brackets() -> None:
    meeting = consulting()
    meeting.do(TakeParagraph("o1"))
    assert meeting.rules(BracketParagraph("o1", "sanctions"), by="spain") == ("paragraph.other_words",)
    assert meeting.rules(BracketParagraph("o2"), by="spain") == ("paragraph.other",)


def test_consultations_wait_with_their_brackets_for_another_day() -> None:
    meeting = consulting()
    agree(meeting, "p1")
    meeting.do(TakeParagraph("o1"))
    meeting.do(BracketParagraph("o1"), by="spain")
    meeting.do(CloseConsultations(to_action=False))
    assert meeting.floor.meeting.debate == "open"
    assert states(meeting) == {"p1": "agreed", "o1": "bracketed", "o2": "open"}
    meeting.do(OpenConsultations("WP-1"))
    assert states(meeting)["p1"] == "agreed"


@pytest.mark.parametrize(("name", "used"), [("un4mun", True), ("harvard", False)])
def test_houses_without_consultations_hold_none_but_on_the_chairs_word(name: str, used: bool) -> None:
    meeting = debating(house(name))
    refusals = meeting.rules(OpenConsultations("WP-1"))
    assert ("consultations.not_used" in refusals) is not used
