"""Every screen shows every round: questions, panels, opening speeches, guests, a house without a list."""

from collections.abc import Callable, Iterator

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.minute_of_silence import KeepSilence
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.quorum_challenges import ChallengeQuorum
from app.procedure.replies import AskReply
from app.procedure.rulebook_files import load
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.procedure.straw_polls import TakeStrawPoll
from app.procedure.undo import History
from app.procedure.yields import YieldFloor
from app.screens.directory import Directory
from app.screens.environment import provide
from app.screens.projector.interrupted import whole_room
from app.screens.regions import Screens
from app.web.table import act_path
from app.words import chairs_line, where_we_are
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, called_to_order, committee, in_debate
from tests.words.reading import NAMES, faults

provide(act=act_path)


def spoken() -> Meeting:
    meeting = in_debate(rulebook=load("harvard+latin_american"))
    meeting.do(CallSpeaker("spain"))
    meeting.do(EndSpeech("spain"))
    return meeting


def questions() -> Meeting:
    meeting = spoken()
    meeting.carry("extraordinary_session_of_questions", "peru", count=2)
    return meeting


def panel() -> Meeting:
    meeting = in_debate()
    meeting.introduced()
    meeting.carry("authors_panel", "peru", total_seconds=300)
    return meeting


def guest() -> Meeting:
    meeting = in_debate()
    meeting.carry("invite_guest_speaker", "peru", name="The Director General", total_seconds=300)
    return meeting


def yielded() -> Meeting:
    meeting = in_debate()
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    meeting.do(AskReply("An insult"), by="ghana")
    meeting.do(YieldFloor("questions"), by="peru")
    return meeting


def openings() -> Meeting:
    meeting = called_to_order(rulebook=house(speeches={"opening_seconds": 60}))
    meeting.do(BeginOpeningSpeeches())
    return meeting


def opening_speech() -> Meeting:
    meeting = openings()
    meeting.do(CallNextSpeaker())
    return meeting


def without_a_list() -> Meeting:
    meeting = called_to_order(rulebook=house(speeches={"general_list": False}))
    meeting.do(OpenDebate())
    return meeting


def without_a_roll_call() -> Meeting:
    return committee(house(attendance={"statuses": ()}))


def silence() -> Meeting:
    meeting = called_to_order()
    meeting.do(KeepSilence())
    return meeting


def in_doubt() -> Meeting:
    meeting = in_debate()
    meeting.do(ChallengeQuorum(), by="peru")
    meeting.do(TakeStrawPoll("Shall we break?"))
    return meeting


MOMENTS = (
    questions,
    panel,
    guest,
    yielded,
    openings,
    opening_speech,
    without_a_list,
    without_a_roll_call,
    silence,
    in_doubt,
)


def drawn(meeting: Meeting) -> Iterator[str]:
    """Yields every region of every channel."""
    screens, past = Screens(lambda: Directory(7, "Council")), History(meeting.floor)
    for channel in ("public", "dais", "projector", "seat:peru", "seat:ghana"):
        for view in screens.views(past, channel, "en").values():
            yield screens.html(view, "en")


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: str(moment.__name__))
def test_every_screen_shows_it(moment: Callable[[], Meeting]) -> None:
    assert len("".join(drawn(moment()))) > 1_000


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: str(moment.__name__))
def test_there_is_something_to_say(moment: Callable[[], Meeting]) -> None:
    floor = moment().floor
    assert faults(chairs_line(floor, NAMES), ends=".?") == [], chairs_line(floor, NAMES)
    assert [fault for said in where_we_are(floor, NAMES) for fault in faults(said)] == []


def test_the_chair_says_what_each_moment_asks_for() -> None:
    said = {moment.__name__: chairs_line(moment().floor, NAMES) for moment in MOMENTS}
    assert said["questions"] == "Are there questions to Spain? Raise your placards."
    assert said["guest"] == "The Director General has the floor for 5 minutes."
    assert said["openings"] == "The chair recognizes Canada, for 60 seconds."
    assert said["without_a_roll_call"] == "Please take your seats. I call the meeting to order."
    assert said["silence"] == "I invite you to rise for a minute of silence."
    assert said["in_doubt"] == "The quorum is challenged. Please stay in your seats while we count."
    wall = whole_room(in_doubt().floor, Directory(7, "Council"))
    assert wall is not None and wall.occasion == "challenged", "the wall shows what the chair says"
    assert said["without_a_list"] == "Are there any points or motions on the floor?"
