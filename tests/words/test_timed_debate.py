"""What the chair says, and what the minutes hold, while a resolution is in hand or consulted on."""

from __future__ import annotations

from app.procedure.brackets import BracketParagraph
from app.procedure.consultations import TakeParagraph
from app.procedure.debate_speakers import CallDebater, JoinDebate, LeaveDebate
from app.procedure.speeches import EndSpeech
from app.procedure.taking_up import TakeUpDraft
from app.words import chairs_line, where_we_are
from app.words.minutes import act_sentences
from tests.procedure.debates import end_stage, grant, in_hand, with_a_draft
from tests.procedure.meeting import Meeting
from tests.procedure.test_consultations import agree, consulting
from tests.words.reading import NAMES


def line(meeting: Meeting) -> str:
    return chairs_line(meeting.floor, NAMES)


def test_the_chair_leads_through_a_debate_on_a_resolution() -> None:
    meeting = with_a_draft()
    assert line(meeting) == (
        "The house will now debate DR 1.1. "
        "The main submitter reads out the operative clauses and has the floor."
    )
    assert not any("list" in sentence for sentence in where_we_are(meeting.floor, NAMES))
    meeting.do(TakeUpDraft("WP-1"))
    assert where_we_are(meeting.floor, NAMES)[0] == "The committee debates DR 1.1 (the time for)."
    assert line(meeting) == "Ghana, you have been recognized and have the floor for DR 1.1."
    meeting.do(CallDebater("for"))
    meeting.do(EndSpeech("ghana"))
    assert line(meeting) == ("The house is in time for DR 1.1. Is there anyone wishing to take the floor?")
    end_stage(meeting)
    meeting.do(JoinDebate("against"), by="peru")
    assert line(meeting) == ("Peru, you have been recognized and have the floor against DR 1.1.")
    end_stage(meeting)
    assert line(meeting) == (
        "Debating time on DR 1.1 has elapsed. The house will move into voting procedure."
    )


def test_where_we_are_tells_of_both_sides() -> None:
    meeting = with_a_draft()
    meeting.do(TakeUpDraft("WP-1", "open"))
    assert "Next to speak on it: Ghana." in where_we_are(meeting.floor, NAMES)
    meeting.do(CallDebater("for"))
    for side, seat in (("for", "france"), ("against", "peru"), ("against", "spain")):
        meeting.do(JoinDebate(side), by=seat)  # type: ignore[arg-type]
    told = where_we_are(meeting.floor, NAMES)
    assert told[0] == "The committee debates DR 1.1 (open debate)."
    assert "Ghana has the floor; next: Peru, Spain and France." in told
    meeting.do(EndSpeech("ghana"))
    assert "Next to speak on it: Peru, Spain and France." in where_we_are(meeting.floor, NAMES)
    for seat in ("france", "peru", "spain"):
        meeting.do(LeaveDebate(), by=seat)
    assert "Nobody waits to speak on it." in where_we_are(meeting.floor, NAMES)
    end_stage(meeting)
    assert not any("speak on it" in sentence for sentence in where_we_are(meeting.floor, NAMES))


def test_where_we_are_tells_of_the_paragraphs() -> None:
    meeting = consulting()
    paper = meeting.paper("WP-1").name
    agree(meeting, "p1")
    told = where_we_are(meeting.floor, NAMES)
    assert told[0] == f"The committee is in informal consultations on {paper}."
    assert "1 of 3 paragraphs are agreed." in told
    meeting.do(TakeParagraph("o1"))
    told = where_we_are(meeting.floor, NAMES)
    assert f"1 of 3 paragraphs are agreed; paragraph 1 of {paper} is in hand." in told
    assert not any("list" in sentence for sentence in told)


def test_the_minutes_tell_the_stages_and_more_time() -> None:
    meeting = in_hand()
    grant(meeting, "extend_debate_time", "peru", total_seconds=300)
    told = [
        sentence
        for _, _, by, _, _, events in meeting.said[-6:]
        for sentence in act_sentences(by, events, meeting.floor, NAMES)
    ]
    assert "DR 1.1 was taken up in closed debate." in told
    assert "Time for DR 1.1 began: 10 minutes." in told
    assert any("5 minutes more of debate" in sentence for sentence in told)
    assert any("the clock of the debate" in sentence for sentence in told)


def test_the_chair_leads_through_the_paragraphs() -> None:
    meeting = consulting()
    paper = meeting.paper("WP-1").name
    assert line(meeting) == f"We take preambular paragraph 1 of {paper}."
    agree(meeting, "p1")
    meeting.do(TakeParagraph("o1"))
    assert line(meeting) == (
        f"Are there objections to paragraph 1 of {paper}? I hear none. It is agreed ad referendum."
    )
    meeting.do(BracketParagraph("o1", "notice"), by="spain")
    assert (
        line(meeting) == f"There are brackets in paragraph 1 of {paper} (Spain). Are there other proposals?"
    )
