"""Floors for the room's board, one for each moment of a meeting."""

from __future__ import annotations

from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import SetStatus, StartRollCall
from app.procedure.results import CloseVote
from app.procedure.sittings import SuspendMeeting
from app.procedure.speeches import CallNextSpeaker
from app.procedure.sponsorship import SignAmendment
from app.procedure.votes import CastBallot
from resolutions.document import digest
from tests.procedure.meeting import Meeting, called_to_order, committee
from tests.screens.council import BETTER, KEYS, TEXT, TOPICS, sitting, with_list


def joining() -> Meeting:
    """Nobody has been called."""
    return committee(members=KEYS, topics=TOPICS, others=())


def calling(answered: int = 15) -> Meeting:
    """The roll is called, and so many have answered."""
    meeting = joining()
    meeting.do(StartRollCall())
    for place, seat in enumerate(KEYS[:answered]):
        meeting.do(SetStatus("present_and_voting" if place % 4 == 1 else "present", seat))
    return meeting


def quorum() -> Meeting:
    """The roll call is over, and no topic is under debate."""
    return called_to_order(KEYS[:9], members=KEYS, topics=TOPICS, others=())


def speech(seat: str = "honduras") -> Meeting:
    """A delegation speaks in a moderated caucus, and three wait."""
    meeting = moderated()
    with_list(meeting, seat, "dominican-republic", "philippines", "ghana")
    meeting.do(CallNextSpeaker())
    return meeting


def moderated() -> Meeting:
    """A moderated caucus that nobody has asked to speak in."""
    meeting = sitting()
    meeting.carry(
        "moderated_caucus",
        "mexico",
        total_seconds=720,
        speech_seconds=45,
        topic="Reintegration: the first 90 days",
    )
    return meeting


def free() -> Meeting:
    """An unmoderated caucus."""
    meeting = sitting()
    meeting.carry("unmoderated_caucus", "peru", total_seconds=900, topic="Merging two working papers")
    return meeting


def moved() -> Meeting:
    """Four motions wait."""
    meeting = sitting()
    meeting.motion("moderated_caucus", "ghana", total_seconds=600, speech_seconds=30, topic="Notice")
    meeting.motion("unmoderated_caucus", "mexico", total_seconds=900, topic="merging two working papers")
    meeting.motion("speaking_time", "peru", speech_seconds=60)
    meeting.motion("moderated_caucus", "canada", total_seconds=480, speech_seconds=60, topic="Due process")
    return meeting


def asked(mode: str = "placards") -> Meeting:
    """The first motion is put."""
    meeting = moved()
    meeting.put("motion", meeting.floor.motions.pending[0].number, mode)
    return meeting


def devices() -> Meeting:
    """Eleven of thirty-three have voted on their devices."""
    meeting = asked("devices")
    for seat in meeting.vote.order[:11]:
        meeting.do(CastBallot(meeting.vote.number, "yes"), by=seat)
    return meeting


def draft() -> Meeting:
    """DR 1.1 has just been introduced."""
    meeting = sitting()
    key = written(meeting)
    meeting.carry("introduce_draft", "ghana", paper=key)
    return meeting


def written(meeting: Meeting) -> str:
    """An approved draft with its sponsors and signatories."""
    return meeting.approved(("ghana", "peru", "mexico", "france", "spain", "kenya", "norway"), TEXT)


def amended() -> Meeting:
    """An amendment to its first clause has just been introduced."""
    meeting = draft()
    meeting.do(ProposeAmendment("WP-1", "modify", digest(TEXT), "o1", "Invites", BETTER), by="philippines")
    for seat in KEYS[:5]:
        meeting.do(SignAmendment("A1"), by=seat)
    meeting.carry("introduce_amendment", "philippines", amendment="A1")
    return meeting


def voting_on_amendment() -> Meeting:
    """The amendment is put."""
    meeting = amended()
    meeting.put("amendment", "A1")
    return meeting


def roll_call(answered: int = 16) -> Meeting:
    """The roll is called on DR 1.1, and so many have answered."""
    meeting = closed()
    meeting.put("paper", "WP-1", "roll_call")
    choices = {"china": "abstain", "dominican-republic": "no", "el-salvador": "pass", "france": "abstain"}
    for seat in meeting.vote.order[:answered]:
        meeting.do(CastBallot(meeting.vote.number, choices.get(seat, "yes"), seat=seat))  # type: ignore[arg-type]
    return meeting


def closed() -> Meeting:
    """Debate is closed, and the draft is to be voted on."""
    meeting = draft()
    meeting.carry("close_debate", "spain")
    return meeting


def announced(passed: bool = True) -> Meeting:
    """DR 1.1 is adopted, or not, by roll call."""
    meeting = closed()
    meeting.put("paper", "WP-1", "roll_call")
    no = KEYS[2:9] if passed else KEYS[2:24]
    answers = {**dict.fromkeys(no, "no"), **dict.fromkeys(KEYS[25:29], "abstain")}
    answers = {seat: choice for seat, choice in answers.items() if seat not in ("ghana", "bolivia")}
    meeting.call_roll(answers)
    assert meeting.announce() is passed
    return meeting


def failed_motion() -> Meeting:
    """The unmoderated caucus was voted down; others wait."""
    meeting = asked()
    meeting.hands(9, 16, insist="They have left the room")
    return meeting


def counted() -> Meeting:
    """The roll call is over and counted, and the room does not know the result."""
    meeting = closed()
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll()
    meeting.do(CloseVote(meeting.vote.number))
    return meeting


def suspended() -> Meeting:
    """A break."""
    meeting = sitting()
    meeting.do(SuspendMeeting("until 14:30"))
    return meeting


def adjourned() -> Meeting:
    """The end."""
    meeting = sitting()
    meeting.carry("adjourn_meeting", "peru")
    return meeting
