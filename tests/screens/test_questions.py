"""The guide's questions on the dais: what touched each is proposed, the chair decides, untouched lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.sponsorship import SponsorPaper
from app.screens.cockpit.moving import draw_moving
from app.screens.directory import Directory
from app.screens.questions import BY_THE_CHAIR, Asked, asked, draw_questions, offered
from app.screens.view import html
from resolutions.document import Clause, Document, to_json
from tests.procedure.meeting import CHAIR, Meeting, in_debate
from tests.screens.cockpit_pages import directory as sample

QUESTIONS = (
    "How can notice before a removal flight become a rule?",
    "Who should pay for reintegration after a return?",
    "What do labour markets lose through removals?",
)


def names(**touched: bool) -> Directory:
    """The directory with these questions; `touched` is what the chair said, as place_about=yes."""
    said = {(int(key[1]), key[3:].replace("_", "-")): yes for key, yes in touched.items()}
    return replace(sample(), questions=QUESTIONS, touched=said)


def states(meeting: Meeting, directory: Directory) -> list[str]:
    return [one.state for one in asked(meeting.floor, directory)]


def touching(meeting: Meeting, directory: Directory, place: int) -> Asked:
    return asked(meeting.floor, directory)[place]


@pytest.fixture
def meeting() -> Meeting:
    """A caucus on notice was held; another on lunch too."""
    found = in_debate()
    terms = {"total_seconds": 600, "speech_seconds": 60}
    found.carry("moderated_caucus", "peru", topic="Notice before flights", **terms)
    return found


def test_at_the_beginning_no_question_is_touched() -> None:
    assert states(in_debate(), names()) == ["untouched"] * 3
    assert offered(in_debate().floor, names()) == QUESTIONS


def test_a_caucus_is_proposed_for_the_question_whose_words_its_topic_uses(meeting: Meeting) -> None:
    assert states(meeting, names()) == ["proposed", "untouched", "untouched"]
    (caucus,) = touching(meeting, names(), 0).touched
    assert (caucus.label, caucus.paper, caucus.agreed) == ("Notice before flights", "", False)
    assert "notice" in caucus.shared
    assert offered(meeting.floor, names()) == (*QUESTIONS[1:], QUESTIONS[0]), "untouched are offered first"
    assert draw_moving(meeting.floor, names()).questions == (*QUESTIONS[1:], QUESTIONS[0])


def test_the_chairs_word_counts(meeting: Meeting) -> None:
    (caucus,) = touching(meeting, names(), 0).touched
    yes = replace(names(), touched={(0, caucus.about): True, (2, BY_THE_CHAIR): True})
    assert states(meeting, yes) == ["touched", "untouched", "touched"]
    no = replace(names(), touched={(0, caucus.about): False})
    assert states(meeting, no) == ["untouched"] * 3
    assert draw_questions(meeting.floor, yes).untouched == 1


def test_a_caucus_that_did_not_pass_touches_nothing() -> None:
    meeting = in_debate()
    topic = "Paying for reintegration after return"
    meeting.motion("moderated_caucus", "peru", total_seconds=600, speech_seconds=60, topic=topic)
    assert states(meeting, names()) == ["untouched"] * 3


def test_clauses_count_once_everybody_may_read_them_and_never_before() -> None:
    meeting = in_debate()
    clause = Clause("o1", "operative", None, "a", "Requests", "a fund that pays for reintegration")
    text = Document("Fund", "The Council", (clause,))
    sponsors = ("canada", "france", "ghana", "honduras", "mexico", "peru", "spain")
    meeting.do(StartPaper("Fund"), by="ghana")
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.do(SubmitPaper("WP-1", to_json(text)), by="ghana")
    assert states(meeting, names()) == ["untouched"] * 3, "a private paper proposes nothing"
    key = meeting.approved(sponsors, text)
    assert states(meeting, names())[1] == "proposed"
    (found,) = touching(meeting, names(), 1).touched
    assert (found.paper, found.label) == (meeting.paper(key).name, "1.")


def test_the_strip_says_what_touched_what_and_offers_the_dais_to_answer(meeting: Meeting) -> None:
    shown = html(draw_questions(meeting.floor, names()), "en")
    assert "2 of 3 untouched" in shown
    assert shown.count("/questions/0/touches") == 2, "yes and no"
    assert "Caucus: Notice before flights" in shown
    assert html(draw_questions(meeting.floor, replace(names(), questions=())), "en").strip() == ""
    assert CHAIR not in shown
