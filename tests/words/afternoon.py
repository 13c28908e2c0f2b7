"""An afternoon of a committee, told as it goes: the floors that the sentences are tested on."""

from __future__ import annotations

from typing import Any

from app.procedure.floor import COMMANDS
from app.words import act_sentences
from resolutions.document import Clause, Document, digest, to_json
from tests.procedure.meeting import CHAIR, Meeting, committee
from tests.words.reading import NAMES

TEXT = Document(
    "Reintegration",
    "The Council",
    (
        Clause("p1", "preambular", None, "a", "Recalling", "the Global Compact"),
        Clause("o1", "operative", None, "b", "Urges", "States to give notice"),
        Clause("o2", "operative", None, "c", "Requests", "a report"),
    ),
)
CAUCUS: dict[str, Any] = {"total_seconds": 600, "speech_seconds": 60, "topic": "notice before flights"}


class Afternoon:
    """A meeting with its minutes in sentences, one tuple for each act."""

    def __init__(self, meeting: Meeting | None = None) -> None:
        self.meeting = meeting or committee()
        self.minutes: list[tuple[str, ...]] = []

    def does(
        self, command: str, *fields: Any, by: str = CHAIR, insist: str = "", **named: Any
    ) -> tuple[str, ...]:
        """A seat gives a command by name; returns the sentences of the minutes."""
        events = self.meeting.do(COMMANDS[command](*fields, **named), by, insist)
        self.minutes.append(act_sentences(by, events, self.meeting.floor, NAMES))
        return self.minutes[-1]

    def counts(self, yes: int, no: int, abstain: int = 0) -> tuple[str, ...]:
        """The dais enters the placards, and the chair announces."""
        number = self.meeting.floor.votes.now.number  # type: ignore[union-attr]
        self.does("EnterCount", number, yes, no, abstain)
        return self.does("AnnounceResult", number)

    def carries(self, kind: str, by: str, **terms: Any) -> tuple[str, ...]:
        """A motion is raised, nobody asks to speak on it, it is put and passes."""
        self.does("RaiseMotion", kind, by=by, **terms)
        motion = self.meeting.floor.motions.pending[0]
        rule = self.meeting.floor.rulebook.motion(motion.kind)
        if rule and (rule.speakers_for or rule.speakers_against):
            self.does("WaiveSpeakers", "motion", motion.number)
        self.does("OpenVote", "motion", str(motion.number))
        return self.counts(7, 2)


def in_debate() -> Afternoon:
    """After the roll call, on the first topic, with Ghana on the list."""
    afternoon = Afternoon()
    afternoon.does("StartRollCall")
    afternoon.does("SetStatus", "present_and_voting", by="ghana")
    afternoon.does("MarkAllPresent")
    afternoon.does("CloseRollCall")
    afternoon.does("OpenDebate")
    return afternoon


def with_draft() -> Afternoon:
    """With DR 1.1 before the committee."""
    afternoon = in_debate()
    afternoon.does("StartPaper", "Notice and return", by="ghana")
    afternoon.does("SharePaper", "WP-1", "peru", by="ghana")
    afternoon.does("SponsorPaper", "WP-1", by="peru")
    afternoon.does("SubmitPaper", "WP-1", to_json(TEXT), by="ghana")
    afternoon.does("ApprovePaper", "WP-1")
    afternoon.carries("introduce_draft", "ghana", paper="WP-1")
    return afternoon


def with_amendment() -> Afternoon:
    """With an amendment to it introduced."""
    afternoon = with_draft()
    afternoon.does(
        "ProposeAmendment", "WP-1", "modify", digest(TEXT), "o2", "Requests", "an annual report", by="peru"
    )
    afternoon.carries("introduce_amendment", "peru", amendment="A1")
    return afternoon
