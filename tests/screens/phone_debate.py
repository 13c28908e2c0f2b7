"""The page of a delegation when something in debate is for it to press: moments by name."""

from __future__ import annotations

from dataclasses import replace

from app.procedure.appeals import AppealRuling
from app.procedure.brackets import BracketParagraph
from app.procedure.consultations import AgreeParagraph, OpenConsultations, TakeParagraph
from app.procedure.debate_speakers import CallDebater, JoinDebate
from app.procedure.floor import Floor
from app.procedure.granting import GrantMotion
from app.procedure.handling import SecondMotion
from app.procedure.hearings import EntertainMotion
from app.procedure.late_arrivals import AskStatus
from app.procedure.points import RaisePoint
from app.procedure.raised_placards import RaisePlacard
from app.procedure.rulebook_files import load
from app.procedure.ruling_points import RulePoint
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.taking_up import TakeUpDraft
from app.procedure.yields import YieldFloor
from tests.procedure import debates
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate
from tests.procedure.moving import debating


def speaking(seat: str = "ghana", meeting: Meeting | None = None) -> Meeting:
    """A delegation speaks, another waits."""
    meeting = meeting or in_debate()
    meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(JoinSpeakersList(), by="spain")
    meeting.do(CallNextSpeaker())
    return meeting


def late() -> Meeting:
    """Ghana arrives after the roll call."""
    return in_debate(absent=("ghana",))


def noted() -> Meeting:
    """It has sent its note."""
    meeting = late()
    meeting.do(AskStatus("present"), by="ghana")
    return meeting


def point() -> Meeting:
    """Peru stops the speech of France."""
    meeting = speaking("france")
    meeting.do(RaisePoint("order", "The list was closed"), by="peru", after=20)
    return meeting


def ruled() -> Meeting:
    """The chair has ruled on it: Ghana may appeal."""
    meeting = point()
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "The list is open.", False))
    return meeting


def appealed() -> Meeting:
    """Peru appeals, in a house that hears two on each side."""
    book = load("harvard")
    book = replace(book, appeals=replace(book.appeals, speakers_for=2, speakers_against=2))
    meeting = in_debate(rulebook=book)
    meeting.do(RaisePoint("order", "The list was closed"), by="peru")
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "The list is open.", False))
    meeting.do(AppealRuling(meeting.floor.rulings.fresh, "It was closed by a motion"), by="peru")
    return meeting


def unseconded() -> Meeting:
    """Two motions wait in a house of seconds; one of them for its second."""
    meeting = in_debate(rulebook=load("jamun"))
    meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    second = meeting.motion("moderated_caucus", "spain", total_seconds=600, speech_seconds=60, topic="Aid")
    meeting.do(SecondMotion(second), by="france")
    return meeting


def hearing() -> Meeting:
    """A motion is taken up: speakers for and against it are wanted."""
    meeting = in_debate()
    number = meeting.motion("adjourn_debate", "peru")
    meeting.do(EntertainMotion(number))
    return meeting


def questions() -> Meeting:
    """France yielded to questions."""
    meeting = speaking("france")
    meeting.do(YieldFloor("questions"), by="france", after=20)
    return meeting


def slot() -> Meeting:
    """Ghana's caucus begins: when does it speak?"""
    meeting = in_debate()
    meeting.carry("moderated_caucus", "ghana", total_seconds=600, speech_seconds=60, topic="Notice")
    return meeting


def own_business() -> Meeting:
    """Ghana's own point and motion wait."""
    meeting = in_debate()
    meeting.motion("unmoderated_caucus", "ghana", total_seconds=600)
    meeting.do(RaisePoint("inquiry", "Is it in order?"), by="ghana")
    return meeting


def placard_up() -> Meeting:
    """Ghana has raised its placard to ask."""
    meeting = questions()
    meeting.do(RaisePlacard(), by="ghana")
    return meeting


def objections() -> Meeting:
    """A seconded motion passes unless somebody objects."""
    book = load("harvard")
    book = replace(book, handling=replace(book.handling, seconds="second_or_objection_ladder"))
    meeting = in_debate(rulebook=book)
    number = meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    meeting.do(SecondMotion(number), by="spain")
    return meeting


def informing() -> Meeting:
    """Ghana speaks in a house of points of information."""
    return speaking("ghana", in_debate(rulebook=load("jamun")))


def timed() -> Meeting:
    """An open debate on a draft: Ghana may ask on either side."""
    meeting = debates.with_a_draft()
    meeting.do(TakeUpDraft("WP-1", "open"))
    meeting.do(CallDebater("for", "ghana"))
    meeting.do(EndSpeech("ghana"), after=40)
    meeting.do(JoinDebate("against"), by="spain")
    return meeting


def on_a_side() -> Meeting:
    """Ghana waits behind Spain."""
    meeting = timed()
    meeting.do(JoinDebate("against"), by="ghana")
    return meeting


def timed_vote() -> Meeting:
    """The debate is over."""
    meeting = timed()
    debates.end_stage(meeting)
    return meeting


def consulting() -> Meeting:
    """A draft is under consultations, no paragraph is in hand."""
    meeting = debating(house("un4mun"))
    key = meeting.approved(("peru",))
    meeting.do(GrantMotion(meeting.motion("introduce_draft", "peru", paper=key), True))
    meeting.do(OpenConsultations(key))
    return meeting


def bracketed() -> Meeting:
    """One paragraph is agreed, Ghana does not agree to words of the next."""
    meeting = consulting()
    meeting.do(TakeParagraph("p1"))
    meeting.do(AgreeParagraph("p1"))
    meeting.do(TakeParagraph("o1"))
    meeting.do(BracketParagraph("o1", "notice"), by="ghana")
    return meeting


def explaining() -> Meeting:
    """A draft of Peru's comes to action: Ghana may explain its vote."""
    meeting = debating(house("un4mun"))
    key = meeting.approved(("peru",))
    meeting.do(GrantMotion(meeting.motion("introduce_draft", "peru", paper=key), True))
    meeting.carry("close_debate", "peru")
    return meeting


MOMENTS = (
    late,
    noted,
    point,
    ruled,
    appealed,
    unseconded,
    hearing,
    questions,
    slot,
    speaking,
    own_business,
    placard_up,
    objections,
    informing,
    timed,
    on_a_side,
    timed_vote,
    consulting,
    bracketed,
    explaining,
)


def floors() -> dict[str, Floor]:
    """The floor of each of them, by name."""
    return {one.__name__: one().floor for one in MOMENTS}
