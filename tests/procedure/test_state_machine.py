"""Anybody may press anything at any time: what holds after every act, whoever acts and however badly.

One rule for each command, open where `permitted` says that somebody may give it; longer rules carry the
meeting to where single presses seldom get (a draft introduced, a roll call taken); a stranger tries
everything with any values.
"""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from app.procedure.agenda import OpenDebate
from app.procedure.amendments import ProposeAmendment
from app.procedure.approval import ApprovePaper
from app.procedure.attendance import CloseRollCall, MarkAllPresent, StartRollCall
from app.procedure.floor import ACTS, Floor, apply, enter
from app.procedure.granting import GrantMotion
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper, SubmitPaper
from app.procedure.phases import on_offer
from app.procedure.placards import EnterCount
from app.procedure.questions import Mode
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.roster import delegations
from app.procedure.rulebook import Rulebook
from app.procedure.sharing import SharePaper
from app.procedure.sittings import OpenMeeting, ResumeMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.sponsorship import SponsorPaper
from app.procedure.steps import next_step
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from resolutions.document import digest, to_json
from tests.procedure.amending_committee import AmendingCommittee
from tests.procedure.consulting_committee import ConsultingCommittee
from tests.procedure.divisions import command_of
from tests.procedure.fields import amendable, plausible, quiet, somebody_here, wild
from tests.procedure.groups import GROUPS
from tests.procedure.meeting import TEXT, committee, read_back
from tests.procedure.random_houses import houses

STRANGERS = ("room", "organizer", "atlantis", "")


class Committee(ConsultingCommittee, AmendingCommittee):
    """A committee of five members, an NGO and a dais of three, in some house."""

    @initialize(house=houses(), begun=st.integers(0, 4))
    def found(self, house: Rulebook, begun: int) -> None:
        self.meeting = committee(house, ("chad", "fiji", "iran", "peru", "togo"))
        self.mirror, self.electorates = Floor(), {}
        for number, at, _, _, _, events in self.meeting.said:
            self.mirror = enter(self.mirror, number, at, read_back(events))
        if begun:
            self.sit()
        if begun > 1:
            self.bring_a_draft()
        if begun > 2 and amendable(self.meeting.floor):
            self.bring_two_amendments()
        if begun > 3:
            self.take_in_hand()

    # --- longer rules -----------------------------------------------------------------------------------

    @precondition(lambda self: self.meeting.floor.meeting.state in ("not_open", "suspended"))
    @rule()
    def sit(self) -> None:
        opening = (ResumeMeeting(), StartRollCall(), OpenMeeting(), MarkAllPresent(), CloseRollCall())
        for command in (*opening, OpenDebate()):
            self.give(command)

    @precondition(lambda self: quiet(self.meeting.floor) and len(self.meeting.floor.papers.papers) < 3)
    @rule()
    def bring_a_draft(self) -> None:
        members = [seat.key for seat in delegations(self.meeting.floor) if seat.kind == "member"]
        if len(members) < 2 or not self.give(StartPaper("Reintegration"), members[0]):
            return
        key = self.meeting.floor.papers.papers[-1].key
        self.give(SharePaper(key, members[1]), members[0])
        self.give(SponsorPaper(key), members[1])
        self.give(SubmitPaper(key, to_json(TEXT)), members[0])
        self.give(ApprovePaper(key))
        self.pass_motion(RaiseMotion("introduce_draft", paper=key), members[0])

    @precondition(lambda self: amendable(self.meeting.floor))
    @rule()
    def bring_two_amendments(self) -> None:
        """Both change the same clause; one of them is before the committee."""
        if not amendable(self.meeting.floor):
            return
        paper, by = self.meeting.floor.papers.before_the_committee()[0], somebody_here(self.meeting.floor)
        assert paper.text is not None
        clause = next((one.uid for one in paper.text.clauses if one.kind == "operative"), "")
        for words in ("States to give due notice", f"States to act {self.meeting.floor.number}"):
            given = ProposeAmendment(paper.key, "modify", digest(paper.text), clause, "Urges", words)
            if self.give(given, by):
                key = self.meeting.floor.papers.amendments[-1].key
                self.pass_motion(RaiseMotion("introduce_amendment", amendment=key), by)

    @precondition(lambda self: quiet(self.meeting.floor))
    @rule(data=st.data(), at_last=st.integers(0, 9))
    def change_business(self, data: st.DataObject, at_last: int) -> None:
        """Some motion that is in order now is carried; the committee seldom ends early."""
        offered = [one.kind for one in on_offer(self.meeting.floor)]
        kinds = [kind for kind in offered if kind != "adjourn_meeting" or at_last == 9]
        if kinds:
            by = somebody_here(self.meeting.floor)
            motion = data.draw(plausible(RaiseMotion, self.meeting.floor, by))
            self.pass_motion(replace(motion, kind=data.draw(st.sampled_from(kinds))), by)

    @precondition(lambda self: quiet(self.meeting.floor) and self.meeting.floor.meeting.debate == "open")
    @rule(data=st.data())
    def ask_for_the_floor(self, data: st.DataObject) -> None:
        """Delegations join whatever list is in use, and the first is called."""
        for seat in data.draw(st.lists(st.sampled_from(delegations(self.meeting.floor)), max_size=3)):
            self.give(JoinSpeakersList(), seat.key)
        self.give(CallNextSpeaker())

    @precondition(lambda self: quiet(self.meeting.floor))
    @rule(data=st.data(), mode=st.sampled_from(["roll_call", "devices", "placards"]))
    def put_a_question(self, data: st.DataObject, mode: Mode) -> None:
        """A draft, an amendment or a motion is put and stays open."""
        if not self.meeting.floor.motions.pending:
            self.give(RaiseMotion("suspend_meeting"), somebody_here(self.meeting.floor))
        vote = data.draw(plausible(OpenVote, self.meeting.floor, self.chair))
        self.give(replace(vote, mode=mode), insist="The room is with it")

    @precondition(lambda self: self.meeting.floor.votes.now is not None)
    @rule(data=st.data())
    def take_the_vote(self, data: st.DataObject) -> None:
        """Everybody answers and the result is announced."""
        vote = self.meeting.vote
        while vote.mode == "roll_call" and vote.is_open and (called := self.meeting.vote.next()):
            choices = self.meeting.vote.choices(called[0])
            choice = data.draw(st.sampled_from(choices))
            assert self.give(CastBallot(vote.number, choice, seat=called[0]))
        if vote.mode == "placards":
            yes = data.draw(st.integers(0, len(vote.order)))
            self.give(EnterCount(vote.number, yes, len(vote.order) - yes))
        elif vote.is_open:
            assert self.give(CloseVote(vote.number))
        assert self.give(AnnounceResult(vote.number), insist="Explanations wait")

    @precondition(lambda self: quiet(self.meeting.floor) and next_step(self.meeting.floor) is not None)
    @rule(data=st.data(), many=st.integers(1, 4))
    def follow_the_sequence(self, data: st.DataObject, many: int) -> None:
        """Voting procedure goes on as it should, question after question."""
        for _ in range(many):
            step = next_step(self.meeting.floor)
            if step is None or not self.give(command_of(step), insist="The sequence says so"):
                return
            if self.meeting.floor.votes.now is not None:
                self.take_the_vote(data)

    def pass_motion(self, motion: RaiseMotion, by: str) -> None:
        """A motion is moved, put past all others, and passes."""
        if self.give(motion, by):
            pending = self.meeting.floor.motions.pending
            number = pending[-1].number if pending else 0
            rule = self.meeting.floor.rulebook.motion(motion.kind)
            if rule is not None and self.meeting.floor.rulebook.majority(rule) is None:
                self.give(GrantMotion(number, True), insist="The room is with it")
            elif self.give(OpenVote("motion", str(number)), insist="The room is with it"):
                vote = self.meeting.vote
                self.give(EnterCount(vote.number, len(vote.order), 0))
                self.give(AnnounceResult(vote.number))

    # --- anybody, anything ------------------------------------------------------------------------------

    @rule(data=st.data())
    def stranger(self, data: st.DataObject) -> None:
        """Any actor gives any command with any values: refused or in order, never an error."""
        by = data.draw(st.sampled_from((*self.meeting.floor.seats, *STRANGERS)))
        command = data.draw(wild(data.draw(st.sampled_from(sorted(ACTS, key=lambda c: c.__name__)))))
        insist = data.draw(st.sampled_from(["", "", "Because", "x" * 300, "\x00"]))
        stood = self.press(command, by, insist, after=1)
        if by in STRANGERS and by != "room" and by != "organizer":
            assert not stood


def add_rule(name: str, nouns: tuple[ModuleType, ...]) -> None:
    """One rule for the commands of these nouns, open where some seat of the committee may give one."""
    commands = [command for noun in nouns for command in noun.ACTS]

    def open_to(self: Committee) -> list[tuple[type, str]]:
        """Who may give what now, at least by insisting."""
        floor = self.meeting.floor
        return [
            (command, by)
            for command in commands
            for by in (*floor.seats, "room")
            if all(refusal.ground == "against_rulebook" for refusal in ACTS[command].may(floor, by))
        ]

    @precondition(lambda self: bool(open_to(self)))
    @rule(data=st.data())
    def give(self: Committee, data: st.DataObject) -> None:
        pairs = open_to(self)
        command = data.draw(st.sampled_from(list(dict.fromkeys(command for command, _ in pairs))))
        by = data.draw(st.sampled_from([by for given, by in pairs if given is command]))
        insist = data.draw(st.sampled_from(["", "", "The chair so rules"]))
        after = data.draw(st.sampled_from([0, 1, 20, 400]))
        self.press(data.draw(plausible(command, self.meeting.floor, by)), by, insist, after)

    setattr(Committee, f"{name}_business", give)


for _name, _nouns in GROUPS.items():
    add_rule(_name, _nouns)

SHORT = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


TestCommittee = Committee.TestCase
TestCommittee.settings = SHORT


@pytest.mark.long
def test_the_same_in_many_more_meetings() -> None:
    run_state_machine_as_test(Committee, settings=settings(SHORT, max_examples=1500, stateful_step_count=80))


def test_every_event_of_the_rules_can_be_applied() -> None:
    """An event without its function would stop a committee on replay."""
    with pytest.raises(KeyError):
        apply(Floor(), object(), 0)


def test_the_rules_above_reach_every_command() -> None:
    """A noun that is added to the floor is added to the groups."""
    grouped = {command for nouns in GROUPS.values() for noun in nouns for command in noun.ACTS}
    assert grouped == set(ACTS)
