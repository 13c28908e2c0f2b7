"""Every layout of the room's board as a scene, and the states in which it is hardest to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import SetStatus, StartRollCall
from app.procedure.sponsorship import SignAmendment
from resolutions.document import Clause, Document, digest
from tests.procedure.meeting import Meeting, committee
from tests.screens import election_scenes, wall_scenes
from tests.screens.council import KEYS, NOTICE, TEXT, TOPICS, sitting, with_list
from tests.screens.moments import (
    adjourned,
    amended,
    announced,
    asked,
    calling,
    counted,
    devices,
    draft,
    failed_motion,
    free,
    joining,
    moderated,
    moved,
    quorum,
    roll_call,
    speech,
    suspended,
    voting_on_amendment,
)


def long_clause() -> Meeting:
    """A draft whose first operative clause fills more than one page."""
    words = " ".join([NOTICE] * 4)
    clauses = (Clause("o1", "operative", None, "a", "Invites", words), *TEXT.clauses[2:])
    meeting = sitting()
    key = meeting.approved(("ghana", "peru", "mexico", "france", "spain", "kenya", "norway"), _with(clauses))
    meeting.carry("introduce_draft", "ghana", paper=key)
    return meeting


def _with(clauses: tuple[Clause, ...]) -> Document:
    return Document(TEXT.title, TEXT.organ, clauses)


def struck_at_length() -> Meeting:
    """An amendment that strikes a clause of a page and a half is put to devices."""
    meeting, text = long_clause(), meeting_text(long_clause())
    meeting.do(ProposeAmendment("WP-1", "strike", digest(text), "o1"), by="philippines")
    for seat in KEYS[:5]:
        meeting.do(SignAmendment("A1"), by=seat)
    meeting.carry("introduce_amendment", "philippines", amendment="A1")
    meeting.put("amendment", "A1", "devices")
    return meeting


def meeting_text(meeting: Meeting) -> Document:
    """The text of its first paper."""
    text = meeting.paper("WP-1").text
    assert text is not None
    return text


def small_roll_call(members: int) -> Meeting:
    """The roll of a small committee is called, and three have answered."""
    meeting = committee(members=KEYS[:members], topics=TOPICS, others=())
    meeting.do(StartRollCall())
    for seat in KEYS[:3]:
        meeting.do(SetStatus("present_and_voting" if seat == KEYS[1] else "present", seat))
    return meeting


def long_topic() -> Meeting:
    """A motion whose topic takes all the characters there are is put."""
    meeting = sitting()
    topic = ("The protection of persons who are returned to a country that they left as children " * 3)[:200]
    mover = "democratic-peoples-republic-of-korea"
    number = meeting.motion(
        "moderated_caucus", mover, total_seconds=600, speech_seconds=60, topic=topic.strip()
    )
    meeting.put("motion", number)
    return meeting


def long_ladder() -> Meeting:
    """Two motions with long topics wait."""
    meeting = moved()
    topic = ("The protection of persons who are returned to a country that they left as children " * 3)[:200]
    for mover in ("democratic-peoples-republic-of-korea", "russian-federation"):
        meeting.motion("consultation_of_the_whole", mover, total_seconds=900, topic=topic.strip())
    return meeting


SCENES: Mapping[str, Callable[[], Meeting]] = {
    "join": joining,
    "roll-call": calling,
    "roll-call-longest": lambda: calling(9),
    "roll-call-five": lambda: small_roll_call(5),
    "roll-call-ten": lambda: small_roll_call(10),
    "agenda": quorum,
    "speaking": speech,
    "speaking-longest": lambda: speech("democratic-peoples-republic-of-korea"),
    "open-caucus": moderated,
    "open-floor": lambda: with_list(
        sitting(),
        "peru",
        "ghana",
        "democratic-peoples-republic-of-korea",
        "kenya",
        "norway",
        "chile",
        "spain",
    ),
    "empty-floor": sitting,
    "free-time": free,
    "ladder": moved,
    "question": asked,
    "devices": devices,
    "question-longest": long_topic,
    "ladder-longest": long_ladder,
    "document": draft,
    "document-longest": long_clause,
    "redline-longest": struck_at_length,
    "redline": amended,
    "redline-vote": voting_on_amendment,
    "roll-call-vote": roll_call,
    "roll-call-vote-late": lambda: roll_call(30),
    "counted": counted,
    "result": announced,
    "result-failed": lambda: announced(False),
    "result-motion": failed_motion,
    "suspended": suspended,
    "adjourned": adjourned,
    **wall_scenes.SCENES,
    **election_scenes.scenes(sitting, ("democratic-peoples-republic-of-korea", "ghana", "peru", "kenya")),
    "election-ten": lambda: election_scenes.opened(sitting(), KEYS[:10], 10, places=3),
    "election-longest": lambda: election_scenes.opened(sitting(), KEYS, 10, places=3),
}
"""Every layout, and the states in which it is hardest to read."""
