"""What holds after every act of a committee, whoever acts: the ground of the state machine."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant

from app.procedure import precedence
from app.procedure.clocks import ClockAdjusted, ClocksHeld
from app.procedure.floor import Floor, InOrder, RuleOverruled, decide, enter, permitted
from app.procedure.hearing import SIDES
from app.procedure.questions import Vote
from app.procedure.says import Says
from app.procedure.steps_said import STEPS
from app.procedure.wording import ground
from app.words import chairs_line
from resolutions.amendments import apply as amend
from resolutions.amendments import operations_from_json
from resolutions.document import digest
from tests.procedure.meeting import Meeting, read_back
from tests.procedure.timed_fitting import (
    assert_clocks_go_on,
    assert_one_question_at_a_time,
    assert_paragraphs_stand,
)

EVERYTHING_SAID: Says = {
    step: f"At {step}: {' '.join('{' + name + '}' for name in names)}" for step, names in STEPS.items()
}
"""A house with a sentence for every step that names all that it may name."""
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
        adjusted = any(isinstance(event, ClockAdjusted | ClocksHeld) for event in decision.events)
        assert_clocks_go_on(floor, self.meeting.floor, at, adjusted)
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
            entries = floor.rulebook.speeches.entries_per_delegation or len(speakers.queue)
            most = entries if speakers is floor.speeches.general else 1
            assert all(speakers.queue.count(seat) <= most for seat in speakers.queue)
            for seat in speakers.queue:
                assert not floor.seats[seat].closed and not floor.seats[seat].is_dais
                assert floor.attendance.calling or floor.attendance.here(seat), f"{seat} is not here"
        if floor.meeting.debate != "open":
            assert floor.speeches.general.queue == ()
            assert floor.speeches.now is None or floor.speeches.now.list != "general"
        for seat in floor.speeches.raised:
            assert floor.attendance.calling or floor.attendance.here(seat)

    @invariant()
    def one_speech_with_its_clock(self) -> None:
        if not hasattr(self, "meeting"):
            return
        floor = self.meeting.floor
        assert ("speech" in floor.clocks) == (floor.speeches.now is not None)
        timed = floor.caucus is not None and floor.caucus.total_ms > 0
        assert ("caucus" in floor.clocks) == timed
        for clock in floor.clocks.values():
            assert 0 < clock.generation <= floor.number
            assert not clock.running or floor.meeting.state == "sitting"
        if floor.meeting.state != "sitting":
            assert floor.votes.now is None

    @invariant()
    def one_question_is_debated_at_a_time(self) -> None:
        if hasattr(self, "meeting"):
            assert_one_question_at_a_time(self.meeting.floor)
            assert_paragraphs_stand(self.meeting.floor)

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
    def points_and_rulings_hang_together(self) -> None:
        if not hasattr(self, "meeting"):
            return
        floor = self.meeting.floor
        known = floor.rulebook.points.available
        places = [known.index(point.kind) for point in floor.points.pending if point.kind in known]
        assert places == sorted(places)
        numbers = [ruling.number for ruling in floor.rulings.made]
        assert numbers == sorted(set(numbers)) and (floor.rulings.fresh in (0, *numbers))
        if floor.rulings.appeal is not None:
            ruling = floor.rulings.find(floor.rulings.appeal.ruling)
            assert ruling is not None and ruling.stands
        every = [*floor.motions.pending, *(done.motion for done in floor.motions.decided)]
        assert len({motion.number for motion in every}) == len(every)

    @invariant()
    def hearings_hold_each_delegation_once(self) -> None:
        if not hasattr(self, "meeting"):
            return
        floor = self.meeting.floor
        hearings = [motion.hearing for motion in floor.motions.pending]
        hearings += [floor.rulings.appeal.hearing] if floor.rulings.appeal else []
        for hearing in filter(None, hearings):
            names = [key for side in SIDES for key in (*hearing.waiting(side), *hearing.called(side))]
            assert len(names) == len(set(names))

    @invariant()
    def amendments_fit_or_conflict(self) -> None:
        if not hasattr(self, "meeting"):
            return
        documents = self.meeting.floor.papers
        for paper in documents.papers:
            for amendment in documents.pending_amendments(paper.key):
                assert paper.stage == "introduced" and paper.text is not None
                text = ground(self.meeting.floor, paper, amendment.parent)
                if amendment.standing != "conflict":
                    assert text is not None and amendment.base == digest(text)
                    amend(text, operations_from_json(list(amendment.operations)))

    @invariant()
    def the_chair_has_something_to_say(self) -> None:
        """In any house's words and in our own, with every placeholder filled."""
        if hasattr(self, "meeting"):
            assert_something_to_say(self.meeting.floor)

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


def assert_something_to_say(floor: Floor) -> None:
    for says in (floor.rulebook.says, {}, EVERYTHING_SAID):
        said = chairs_line(replace(floor, rulebook=replace(floor.rulebook, says=says)), {})
        assert said.strip() and "{" not in said and "}" not in said, said
    assert said.startswith("At "), f"a step without a name says: {said}"


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
