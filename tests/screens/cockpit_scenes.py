"""The sample committee in every state that the cockpit draws: 34 delegations out of the sample guide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from app.procedure.agenda import OpenDebate
from app.procedure.amendments import ProposeAmendment
from app.procedure.approval import ApprovePaper
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.clocks import PauseClock
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.placards import EnterCount
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.sponsorship import SignAmendment, SignPaper, SponsorPaper, enough_names, signatures
from app.procedure.votes import CastBallot, NoAnswer
from resolutions.document import digest, to_json
from tests.procedure.meeting import Meeting
from tests.screens import debate_scenes, election_scenes, motion_scenes, put_scenes, room_scenes, timed_scenes
from tests.screens.cockpit_pages import TEXT, founded, guide, members


def here(meeting: Meeting) -> list[str]:
    """Those of them that are present."""
    return [key for key in members() if meeting.floor.attendance.here(key)]


def roll_call() -> Meeting:
    """Ten have answered."""
    meeting = founded()
    meeting.do(StartRollCall())
    for place, key in enumerate(members()[:10]):
        meeting.do(SetStatus(("present", "present_and_voting", "absent")[place % 3], key))
    return meeting


def called() -> Meeting:
    """Everybody has answered, and the roll call is not closed."""
    meeting = roll_call()
    meeting.do(MarkAllPresent())
    return meeting


def agenda() -> Meeting:
    """After the roll call, before debate."""
    meeting = called()
    meeting.do(CloseRollCall())
    return meeting


def quiet() -> Meeting:
    """Nobody speaks, nobody waits."""
    meeting = agenda()
    meeting.do(OpenDebate(1))
    return meeting


def debate() -> Meeting:
    """A speaker of the general list, and those who wait."""
    meeting = quiet()
    for key in here(meeting)[2:7]:
        meeting.do(JoinSpeakersList(key))
    meeting.do(CallNextSpeaker())
    return meeting


def between_speeches() -> Meeting:
    """The speaker was thanked."""
    meeting = debate()
    assert meeting.floor.speeches.now
    meeting.do(EndSpeech(meeting.floor.speeches.now.seat))
    return meeting


def motions() -> Meeting:
    """Three motions wait after a speech."""
    meeting = between_speeches()
    movers = here(meeting)[8:]
    topic = guide().questions.guiding[0][:190]
    meeting.motion("moderated_caucus", movers[0], total_seconds=600, speech_seconds=30, topic=topic)
    meeting.motion("unmoderated_caucus", movers[1], total_seconds=900, topic="merging two working papers")
    meeting.motion("adjourn_debate", movers[2])
    return meeting


def moderated() -> Meeting:
    """A moderated caucus with a speaker, whose clock is held."""
    meeting = between_speeches()
    terms: dict[str, Any] = {"total_seconds": 600, "speech_seconds": 60, "topic": "Notice before flights"}
    meeting.carry("moderated_caucus", here(meeting)[5], **terms)
    for key in here(meeting)[6:11]:
        meeting.do(JoinSpeakersList(key))
    meeting.do(CallNextSpeaker())
    meeting.do(PauseClock("speech"), after=17)
    return meeting


def unmoderated() -> Meeting:
    """An unmoderated caucus."""
    meeting = quiet()
    meeting.carry("unmoderated_caucus", members()[0], total_seconds=900)
    return meeting


def placard_vote() -> Meeting:
    """The top motion is put; placards are up."""
    meeting = motions()
    meeting.put("motion", meeting.floor.motions.pending[0].number)
    return meeting


def device_vote() -> Meeting:
    """The top motion is put; nine devices have voted."""
    meeting = motions()
    vote = meeting.put("motion", meeting.floor.motions.pending[0].number, "devices")
    for key in vote.order[:9]:
        meeting.do(CastBallot(vote.number, "yes"), by=key)
    return meeting


def counted() -> Meeting:
    """Placards are counted, the result is not announced."""
    meeting = placard_vote()
    meeting.do(EnterCount(meeting.vote.number, 18, 9), insist="They have left the room")
    return meeting


def submitted() -> Meeting:
    """A paper is with the dais, another is written."""
    meeting = quiet()
    first, second, *others = here(meeting)
    meeting.do(StartPaper("Legal aid on arrival"), by=others[0])
    meeting.do(StartPaper("Dignity in return"), by=first)
    meeting.share("WP-2", second)
    meeting.do(SponsorPaper("WP-2"), by=second)
    _signed(meeting, others)
    meeting.do(SubmitPaper("WP-2", to_json(TEXT)), by=first)
    return meeting


def _signed(meeting: Meeting, others: Iterable[str]) -> None:
    """As many signatories as are needed."""
    for seat in others:
        have, needed = signatures(meeting.floor, meeting.paper("WP-2"))
        if have < needed:
            meeting.share("WP-2", seat)
            meeting.do(SignPaper("WP-2"), by=seat)


def amended() -> Meeting:
    """A draft is before the committee with two amendments, one of them introduced."""
    meeting = submitted()
    meeting.do(ApprovePaper("WP-2"))
    seats = here(meeting)
    meeting.carry("introduce_draft", seats[0], paper="WP-2")
    wording = "a yearly report on legal aid and interpreters at the arrival"
    meeting.do(ProposeAmendment("WP-2", "modify", digest(TEXT), "o2", "Requests", wording), by=seats[7])
    meeting.do(ProposeAmendment("WP-2", "strike", digest(TEXT), "o1"), by=seats[8])
    for seat in seats[9:]:
        amendment = meeting.floor.papers.amendment("A1")
        assert amendment is not None
        have, needed = enough_names(meeting.floor, amendment)
        if have < needed:
            meeting.do(SignAmendment("A1"), by=seat)
    meeting.carry("introduce_amendment", seats[7], amendment="A1")
    return meeting


def voting_procedure() -> Meeting:
    """Debate is closed; the amendment is the next question."""
    meeting = amended()
    meeting.carry("close_debate", members()[0])
    return meeting


def roll_vote() -> Meeting:
    """The draft is voted on by roll call: fifteen were called, some passed, one gave no answer."""
    meeting = voting_procedure()
    meeting.put("amendment", "A1")
    meeting.hands(10, 12, insist="They have left the room")
    vote = meeting.put("paper", "WP-2", "roll_call")
    for place, key in enumerate(vote.order[:15]):
        choice: Any = ("yes", "no", "yes", "yes", "pass")[place % 5]
        answer = (
            NoAnswer(vote.number, key) if place == 12 else CastBallot(vote.number, choice, place == 6, key)
        )
        meeting.do(answer)
    return meeting


def second_round() -> Meeting:
    """Everybody was called once; who passed is called again."""
    meeting = roll_vote()
    while (now := meeting.vote.next()) and now[1] == 1:
        meeting.do(CastBallot(meeting.vote.number, "yes", seat=now[0]))
    return meeting


def suspended() -> Meeting:
    """Overnight."""
    meeting = motions()
    meeting.do(SuspendMeeting("tomorrow, 09:00"))
    return meeting


def next_session() -> Meeting:
    """The next morning: the roll is called again."""
    meeting = suspended()
    meeting.do(ResumeMeeting(), after=50_000)
    return meeting


def adjourned() -> Meeting:
    """The end."""
    meeting = quiet()
    meeting.carry("adjourn_meeting", members()[0])
    return meeting


_TOLD = (
    *(founded, roll_call, called, agenda, quiet, debate, moderated, unmoderated, motions, placard_vote),
    *(device_vote, counted, submitted, amended, voting_procedure, roll_vote, second_round, suspended),
    *(next_session, adjourned),
)
SCENES: Mapping[str, Callable[[], Meeting]] = {
    **{one.__name__: one for one in _TOLD},
    **debate_scenes.SCENES,
    **motion_scenes.SCENES,
    **room_scenes.SCENES,
    **timed_scenes.SCENES,
    **put_scenes.SCENES,
    **election_scenes.scenes(debate_scenes.opened, tuple(members())),
}
"""Every state by name; each call plays it anew."""


@cache
def scene(name: str) -> Meeting:
    """A scene that nobody goes on from, played once."""
    return SCENES[name]()
