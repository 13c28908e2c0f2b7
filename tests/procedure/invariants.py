"""What holds after every act of a committee, whoever acts: the ground of the state machine."""

from __future__ import annotations

from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant

from app.procedure import precedence
from app.procedure.floor import Floor, InOrder, RuleOverruled, decide, enter, permitted
from app.procedure.questions import Vote
from resolutions.amendments import apply as amend
from resolutions.amendments import operations_from_json
from tests.procedure.meeting import Meeting, read_back

LONGEST_ON_RECORD, LARGEST_ON_RECORD = 8_000, 10**15


class HeldCommittee(RuleBasedStateMachine):
    """A committee whose floor is held, after every act, against its record and against the rules."""

    meeting: Meeting
    mirror: Floor
    electorates: dict[int, tuple[str, ...]]

    @property
    def chair(self) -> str:
        """A chair whose seat is not closed."""
        roster = self.meeting.floor.seats.values()
        return next(seat.key for seat in roster if seat.kind == "chair" and not seat.closed)

    def give(self, command: Any, by: str = "", insist: str = "", after: int = 1) -> bool:
        """Give a command; hold the decision against `permitted` and the record; return whether it stood."""
        return self.press(command, by or self.chair, insist, after)

    def press(self, command: Any, by: str, insist: str, after: int) -> bool:
        floor, at = self.meeting.floor, self.meeting.at + after * 1000
        decision = decide(floor, by, at, command, insist)
        assert decide(floor, by, at, command, insist) == decision
        closed = permitted(floor, by)[type(command)]
        if not isinstance(decision, InOrder):
            assert decision.refusals and set(closed) <= set(decision.refusals)
            return False
        assert all(refusal.ground == "against_rulebook" for refusal in closed)
        overruled = [event for event in decision.events if isinstance(event, RuleOverruled)]
        assert not closed or overruled
        assert not overruled or (floor.seats[by].kind == "chair" and insist.strip())
        assert len(decision.events) > len(overruled), f"{command} was in order and nothing happened"
        assert_bounded(command)
        self.meeting.do(command, by, insist, after)
        self.mirror = enter(self.mirror, floor.number + 1, at, read_back(decision.events))
        return True

    @invariant()
    def the_record_gives_the_floor(self) -> None:
        if hasattr(self, "meeting"):
            assert self.mirror == self.meeting.floor

    @invariant()
    def lists_hold_who_is_here_once(self) -> None:
        if not hasattr(self, "meeting"):
            return
        floor = self.meeting.floor
        lists = [floor.speeches.general]
        lists += [floor.caucus.speakers] if floor.caucus and floor.caucus.speakers else []
        for speakers in lists:
            assert len(set(speakers.queue)) == len(speakers.queue)
            for seat in speakers.queue:
                assert not floor.seats[seat].closed and not floor.seats[seat].is_dais
                assert floor.attendance.calling or floor.attendance.here(seat), f"{seat} is not here"
        if floor.meeting.debate != "open":
            assert floor.speeches.general.queue == () and floor.speeches.now is None

    @invariant()
    def one_speech_with_its_clock(self) -> None:
        if not hasattr(self, "meeting"):
            return
        floor = self.meeting.floor
        assert ("speech" in floor.clocks) == (floor.speeches.now is not None)
        timed = floor.caucus is not None and floor.caucus.kind != "round_robin"
        assert ("caucus" in floor.clocks) == timed
        for clock in floor.clocks.values():
            assert 0 < clock.generation <= floor.number
            assert not clock.running or floor.meeting.state == "sitting"
        if floor.meeting.state != "sitting":
            assert floor.votes.now is None

    @invariant()
    def votes_add_up(self) -> None:
        if not hasattr(self, "meeting"):
            return
        all_votes = self.meeting.floor.votes
        for vote in (*all_votes.past, *([all_votes.now] if all_votes.now else [])):
            assert self.electorates.setdefault(vote.number, vote.order) == vote.order
            assert_adds_up(vote)

    @invariant()
    def motions_stand_in_order(self) -> None:
        if hasattr(self, "meeting"):
            pending = self.meeting.floor.motions.pending
            assert pending == precedence.ordered(self.meeting.floor, pending)

    @invariant()
    def amendments_fit_or_conflict(self) -> None:
        if not hasattr(self, "meeting"):
            return
        documents = self.meeting.floor.papers
        for paper in documents.papers:
            for amendment in documents.pending_amendments(paper.key):
                assert paper.stage == "introduced" and paper.text is not None
                if amendment.standing != "conflict":
                    amend(paper.text, operations_from_json(list(amendment.operations)))

    @invariant()
    def a_chair_can_always_go_on(self) -> None:
        """From every floor but the last a chair has something to do that changes the meeting."""
        if hasattr(self, "meeting") and self.meeting.floor.meeting.state != "adjourned":
            assert any(not refusals for refusals in permitted(self.meeting.floor, self.chair).values())

    def teardown(self) -> None:
        if hasattr(self, "meeting"):
            assert self.meeting.replayed() == self.meeting.floor


def assert_adds_up(vote: Vote) -> None:
    tally = vote.tally or vote.counted()
    assert tally.yes + tally.no + tally.abstain + tally.not_voting == tally.electorate == len(vote.order)
    assert min(tally.yes, tally.no, tally.abstain, tally.not_voting) >= 0
    assert set(vote.ballots) <= set(vote.order)


def assert_bounded(value: Any) -> None:
    """Nothing without a limit gets on the record."""
    if isinstance(value, str):
        assert len(value) <= LONGEST_ON_RECORD
        value.encode()
    elif isinstance(value, int):
        assert abs(value) <= LARGEST_ON_RECORD
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            assert_bounded(getattr(value, name))
