"""A meeting in a test: say what the seats do, see the floor, and get refusals as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.minutes import adapter, events_json
from app.minutes import events as known_events
from app.procedure.act import ORGANIZER, Refusal
from app.procedure.agenda import OpenDebate
from app.procedure.approval import ApprovePaper
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.documents import Paper
from app.procedure.floor import Floor, InOrder, Refused, decide, enter
from app.procedure.hearing import Hearing
from app.procedure.hearings import question_heard
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.placards import EnterCount
from app.procedure.questions import Vote
from app.procedure.quorum import most_sponsors
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.roster import Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.seats import OpenCommittee
from app.procedure.sharing import SharePaper
from app.procedure.sponsorship import SignPaper, SponsorPaper
from app.procedure.turns import WaiveSpeakers
from app.procedure.undo import Entry, History, history
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from resolutions.document import Clause, Document, to_json

CHAIR = "dais-1"
MEMBERS = ("canada", "france", "ghana", "honduras", "mexico", "peru", "spain", "viet-nam")
TEXT = Document(
    "Reintegration",
    "The Council",
    (
        Clause("p1", "preambular", None, "a", "Recalling", "the Global Compact"),
        Clause("o1", "operative", None, "b", "Urges", "States to give notice"),
        Clause("o2", "operative", None, "c", "Requests", "a report"),
    ),
)


class NotInOrder(AssertionError):
    """A command of the story was refused; the message names the rules."""


@dataclass
class Meeting:
    """Runs commands against one floor; a second passes between them unless told otherwise."""

    floor: Floor = field(default_factory=Floor)
    at: int = 1_000_000
    said: list[tuple[int, int, str, Any, str, tuple[Any, ...]]] = field(default_factory=list)

    def do(self, command: Any, by: str = CHAIR, insist: str = "", after: int = 1) -> tuple[Any, ...]:
        """Give a command that must be in order, `after` seconds after the last; returns its events."""
        self.at += after * 1000
        decision = decide(self.floor, by, self.at, command, insist)
        if isinstance(decision, Refused):
            raise NotInOrder(", ".join(refusal.rule for refusal in decision.refusals))
        number = self.floor.number + 1
        self.floor = enter(self.floor, number, self.at, decision.events)
        self.said.append((number, self.at, by, command, insist, decision.events))
        return decision.events

    def refused(self, command: Any, by: str = CHAIR, insist: str = "") -> tuple[Refusal, ...]:
        """Give a command that must be refused; the floor does not change."""
        decision = decide(self.floor, by, self.at, command, insist)
        assert not isinstance(decision, InOrder), f"{command} was in order"
        return decision.refusals

    def rules(self, command: Any, by: str = CHAIR, insist: str = "") -> tuple[str, ...]:
        """The rule ids that a command is refused by."""
        return tuple(refusal.rule for refusal in self.refused(command, by, insist))

    def replayed(self) -> Floor:
        """The floor out of the recorded events alone, as they come back from their JSON."""
        floor = Floor()
        for number, at, _, _, _, events in self.said:
            floor = enter(floor, number, at, read_back(events))
        return floor

    def motion(self, kind: str, by: str, insist: str = "", **terms: Any) -> int:
        """A delegation moves; returns the motion's number."""
        self.do(RaiseMotion(kind, **terms), by=by, insist=insist)
        return self.floor.number

    def put(self, about: Any, subject: str | int, mode: Any = "placards", first: str = "") -> Vote:
        """The question is put, and nobody asked to speak on it; returns the vote that is open."""
        heard = question_heard(self.floor, "motion", int(subject)) if about == "motion" else None
        if heard and not heard[1].enough(heard[0] or Hearing()):
            self.do(WaiveSpeakers("motion", int(subject)))
        self.do(OpenVote(about, str(subject), mode, first))
        return self.vote

    @property
    def history(self) -> History:
        """The floor with its last acts, as a room keeps it."""
        return history(Entry(*said[:6], "") for said in self.said)

    @property
    def vote(self) -> Vote:
        """The vote on the floor."""
        assert self.floor.votes.now is not None, "no vote is open"
        return self.floor.votes.now

    def hands(self, yes: int, no: int, abstain: int = 0, insist: str = "") -> bool:
        """The dais counts placards and the chair announces; returns whether it passed."""
        number = self.vote.number
        self.do(EnterCount(number, yes, no, abstain), insist=insist)
        self.do(AnnounceResult(number))
        return self.floor.votes.past[-1].counted().passed

    def carry(self, kind: str, by: str, **terms: Any) -> None:
        """A motion is raised, put, and passes with every placard."""
        self.put("motion", self.motion(kind, by, **terms))
        assert self.hands(len(self.vote.order), 0)

    def call_roll(self, answers: Mapping[str, Any] = {}) -> None:
        """Everybody is called until nobody is left; seats without an answer here say yes."""
        while called := self.vote.next():
            answer = answers.get(called[0], "yes")
            choice: Any = answer if isinstance(answer, str) else answer[called[1] - 1]
            self.do(CastBallot(self.vote.number, choice, seat=called[0]))

    def announce(self) -> bool:
        """A vote is closed and announced; returns whether it passed."""
        number = self.vote.number
        if self.vote.is_open:
            self.do(CloseVote(number))
        self.do(AnnounceResult(number))
        return self.floor.votes.past[-1].counted().passed

    def approved(self, sponsors: Iterable[str] = ("ghana", "peru"), text: Document = TEXT) -> str:
        """A paper is written, submitted and approved; the first five sponsor it, the others sign."""
        first, *others = sponsors
        most = (most_sponsors(self.floor) or 5) - 1
        self.do(StartPaper("Reintegration"), by=first)
        key = self.floor.papers.papers[-1].key
        for place, seat in enumerate(others):
            self.share(key, seat)
            self.do(SponsorPaper(key) if place < most else SignPaper(key), by=seat)
        self.do(SubmitPaper(key, to_json(text)), by=first)
        self.do(ApprovePaper(key))
        return key

    def share(self, key: str, *seats: str) -> None:
        """A working paper is shared with those who cannot read it yet."""
        paper = self.floor.papers.get(key)
        assert paper is not None
        for seat in seats:
            if seat not in paper.readers:
                self.do(SharePaper(key, seat))

    def introduced(self, sponsors: Iterable[str] = ("ghana", "peru"), text: Document = TEXT) -> str:
        """A draft is before the committee; returns its key."""
        sponsors = tuple(sponsors)
        key = self.approved(sponsors, text)
        self.carry("introduce_draft", sponsors[0], paper=key)
        return key

    def paper(self, key: str) -> Paper:
        """A paper that is there."""
        paper = self.floor.papers.get(key)
        assert paper is not None
        return paper


def read_back(events: Iterable[Any]) -> tuple[Any, ...]:
    """Events as the record gives them back: written as JSON and read again."""
    told = json.loads(events_json(tuple(events)))
    return tuple(adapter(known_events()[fields.pop("event")]).validate_python(fields) for fields in told)


def committee(
    rulebook: Rulebook | None = None,
    members: tuple[str, ...] = MEMBERS,
    others: tuple[tuple[str, str], ...] = (("aclu", "ngo"),),
    topics: tuple[str, ...] = ("Reintegration", "Due process"),
) -> Meeting:
    """A committee that has been founded and has not met."""
    seats = [Seat(key, "member", order) for order, key in enumerate(members)]
    seats += [Seat(key, kind, 900) for key, kind in others]  # type: ignore[arg-type]
    seats += [Seat(CHAIR, "chair", 0), Seat("dais-2", "chair", 1), Seat("assistant-1", "assistant", 2)]
    meeting = Meeting()
    meeting.do(OpenCommittee(rulebook or load("harvard"), topics, tuple(seats)), by=ORGANIZER)
    return meeting


def called_to_order(
    absent: Iterable[str] = (), present_and_voting: Iterable[str] = (), **founding: Any
) -> Meeting:
    """A committee after its roll call: everybody is present but the absent."""
    meeting = committee(**founding)
    meeting.do(StartRollCall())
    for seat in absent:
        meeting.do(SetStatus("absent", seat))
    for seat in present_and_voting:
        meeting.do(SetStatus("present_and_voting", seat))
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    return meeting


def in_debate(
    absent: Iterable[str] = (), present_and_voting: Iterable[str] = (), topic: int = 1, **founding: Any
) -> Meeting:
    """A committee that debates its topic: nine delegations, eight of them members."""
    meeting = called_to_order(absent, present_and_voting, **founding)
    meeting.do(OpenDebate(topic))
    return meeting


def before_the_vote(rulebook: Rulebook | None = None, **founding: Any) -> Meeting:
    """Debate is closed and one draft, WP-1, waits."""
    meeting = in_debate(rulebook=rulebook, **founding)
    meeting.introduced()
    meeting.carry("close_debate", "peru")
    return meeting


def roll_call(rulebook: Rulebook | None = None, **founding: Any) -> Meeting:
    """The roll is called on WP-1, from Canada on."""
    meeting = before_the_vote(rulebook, **founding)
    meeting.put("paper", "WP-1", "roll_call")
    return meeting


def ballot(meeting: Meeting, choice: Any, seat: str = "", rights: bool = False) -> CastBallot:
    """An answer in the vote on the floor."""
    return CastBallot(meeting.vote.number, choice, rights, seat)


def many(count: int) -> tuple[str, ...]:
    """So many members with made-up keys, in roll-call order."""
    return tuple(f"member-{number:02d}" for number in range(1, count + 1))
