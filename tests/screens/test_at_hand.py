"""The profile at hand: for the chair beside a speech, for a delegation beside its ballot and its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.procedure.amendments import ProposeAmendment
from app.procedure.papers import StartPaper
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.sponsorship import SignAmendment
from app.screens.cockpit.speaking import speaking
from app.screens.phone.ballot import ballot
from app.screens.phone.paper import paper_view
from app.screens.view import html
from delegations.collection import Collection
from delegations.profiles import Profile
from delegations.study_guides.guide import Citation, Instrument, TopicPosition
from resolutions.document import Clause, Document, digest
from tests.procedure.meeting import CHAIR, TEXT, Meeting, in_debate
from tests.screens.phone_directory import DIRECTORY

SAID = "Ghana wants a report on reintegration for every year (IOM, 2022)."
PROFILE = Profile(
    "ghana",
    "Ghana",
    (TopicPosition("", f"{SAID} It also trains nurses.", 17, 3),),
    (Citation("IOM, 2022"),),
    page=17,
)
SECRET = TopicPosition("", "Peru favours wombats and a report on reintegration.", 9, 9)
INFERRED = Profile("peru", "Perou", doubtful=(SECRET,), page=9)
COMPACT = Instrument("Global Compact for Migration, A/RES/73/195", "A/RES/73/195", 2018, 1)
NAMES = replace(
    DIRECTORY,
    profiles={"ghana": PROFILE, "peru": INFERRED},
    collection=Collection((), (COMPACT, Instrument("Charter", None, 1945))),
)


def put() -> Meeting:
    """A draft is on the ballot."""
    meeting = in_debate()
    key = meeting.introduced()
    meeting.carry("close_debate", "peru")
    meeting.put("paper", key, "devices")
    return meeting


def test_the_ballot_has_the_own_sentence_nearest_to_the_text_and_no_verdict() -> None:
    meeting = put()
    sheet = ballot(meeting.floor, NAMES, "ghana")
    assert sheet.own is not None
    assert (sheet.own.sentence, sheet.own.sources, sheet.own.page) == (SAID, ("IOM, 2022",), 17)
    shown = html(sheet, "en")
    assert SAID in shown and "p. 17" in shown and "IOM, 2022" in shown
    for verdict in ("agrees", "against your", "supports", "recommend"):
        assert verdict not in shown


def test_a_delegation_whose_position_nobody_confirmed_is_reminded_of_nothing() -> None:
    meeting = put()
    assert ballot(meeting.floor, NAMES, "peru").own is None
    assert "wombat" not in html(ballot(meeting.floor, NAMES, "peru"), "en")


def test_beside_an_amendment_it_is_the_sentence_nearest_to_what_it_changes() -> None:
    meeting = in_debate()
    key = meeting.introduced()
    change = "nurses to be trained at every airport"
    meeting.do(ProposeAmendment(key, "modify", digest(TEXT), "o2", "Requests", change), by="ghana")
    meeting.do(SignAmendment("A1"), by="canada")
    meeting.carry("introduce_amendment", "ghana", amendment="A1")
    meeting.put("amendment", "A1", "devices")
    sheet = ballot(meeting.floor, NAMES, "ghana")
    assert sheet.own is not None and sheet.own.sentence == "It also trains nurses."


def test_a_motion_is_no_text_and_has_no_sentence() -> None:
    meeting = in_debate()
    meeting.motion("unmoderated_caucus", "peru", total_seconds=300)
    meeting.put("motion", meeting.floor.motions.pending[0].number, "devices")
    assert ballot(meeting.floor, NAMES, "ghana").own is None


def test_the_speakers_card_has_position_source_and_the_last_speech() -> None:
    meeting = in_debate()
    for _ in range(2):
        meeting.do(JoinSpeakersList(), by="ghana")
        meeting.do(CallNextSpeaker())
        first = speaking(meeting.floor, NAMES).card
        if not meeting.floor.speeches.heard:
            assert first is not None and (first.speeches, first.last_list) == (0, "")
            meeting.do(EndSpeech("ghana"))
    card = speaking(meeting.floor, NAMES).card
    assert card is not None
    assert (card.source, card.page, card.doubtful) == ("IOM, 2022", 17, False)
    assert (card.speeches, card.last_list) == (1, "general") and card.last and card.last_length
    shown = html(speaking(meeting.floor, NAMES), "en")
    assert SAID in shown and "in the general debate" in shown


def test_the_chair_sees_an_inferred_position_as_what_it_is() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="peru")
    meeting.do(CallNextSpeaker())
    card = speaking(meeting.floor, NAMES).card
    assert card is not None and card.doubtful and "wombats" in card.position
    assert "inferred" in html(speaking(meeting.floor, NAMES), "en")


@pytest.fixture
def writing() -> Meeting:
    meeting = in_debate()
    meeting.do(StartPaper("Reports"), by="ghana")
    return meeting


def test_who_writes_is_told_of_citations_to_look_at_again(writing: Meeting) -> None:
    clauses = (
        Clause("p1", "preambular", None, "a", "Recalling", "A/RES/73/159"),
        Clause("o1", "operative", None, "b", "Requests", "what A/RES/73/195 asks for"),
    )
    text = Document("Reports", "The Council", clauses)
    view = paper_view(writing.floor, NAMES, writing.paper("WP-1"), text, 1, "ghana", True)
    assert [(one.uid, "A/RES/73/195" in one.sentence) for one in view.doubted] == [("p1", True)]
    assert view.beside.instruments[0].label == "A/RES/73/195"
    assert view.beside.positions and SAID in view.beside.positions[0][1]


def test_the_dais_and_others_have_no_position_of_their_own(writing: Meeting) -> None:
    view = paper_view(writing.floor, NAMES, writing.paper("WP-1"), None, 0, CHAIR, True)
    assert not view.beside.positions
    assert not paper_view(
        writing.floor, NAMES, writing.paper("WP-1"), None, 0, "peru", False
    ).beside.positions
