"""The figures of a meeting are those of its minutes: sums agree with the events, undone acts do not count."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.procedure.caucuses import EndCaucus
from app.procedure.motions import MotionRaised, RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.precedence import MotionDecided
from app.procedure.results import AnnounceResult
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech, SpeechEnded
from app.procedure.undo import UndoAct
from app.procedure.voting import OpenVote
from app.statistics.likeness import Pair, in_order, likeness
from app.statistics.meeting import aggregate, statistics
from app.statistics.outcomes import Outcomes
from app.statistics.own import LEAST, own_figures
from app.statistics.speaking import gini
from tests.procedure.meeting import MEMBERS, in_debate
from tests.statistics.minuted import Minuted

MODERATED = RaiseMotion("moderated_caucus", total_seconds=300, speech_seconds=60, topic="Notice")
FREE = RaiseMotion("unmoderated_caucus", total_seconds=600, topic="Drafting")


def speaks(room: Minuted, seat: str, seconds: int) -> int:
    """A delegation has the floor for so long; returns the act that ends it."""
    room.does(JoinSpeakersList(), by=seat)
    room.does(CallNextSpeaker())
    return room.does(EndSpeech(seat), after=seconds)


def votes(room: Minuted, motion: int, yes: int, no: int) -> None:
    room.does(OpenVote("motion", str(motion), "placards", ""))
    vote = room.floor.votes.now
    assert vote is not None
    room.does(EnterCount(vote.number, yes, no, 0))
    room.does(AnnounceResult(vote.number))


def test_speaking_time_is_told_by_delegation_and_by_list_with_the_silent_first() -> None:
    room = Minuted()
    speaks(room, "ghana", 40)
    speaks(room, "peru", 30)
    votes(room, room.does(MODERATED, by="peru"), 9, 0)
    speaks(room, "ghana", 20)
    spoken = statistics(room.entries, room.floor, room.at).speaking
    heard = {row.seat: (row.ms, dict(row.ms_by_list), row.speeches) for row in spoken.rows if row.ms}
    assert heard["ghana"] == (60_000, {"general": 40_000, "caucus": 20_000}, 2)
    assert heard["peru"] == (30_000, {"general": 30_000}, 1)
    assert spoken.silent == (*(key for key in MEMBERS if key not in heard), "aclu")
    assert [row.ms for row in spoken.rows] == [0] * 7 + [30_000, 60_000]
    assert (spoken.median_ms, spoken.half) == (0, 1)


def test_a_speech_that_was_taken_back_was_not_held() -> None:
    room = Minuted()
    speaks(room, "ghana", 40)
    last = speaks(room, "peru", 30)
    room.undoes(last)
    spoken = statistics(room.entries, room.floor, room.at).speaking
    assert "peru" in spoken.silent and spoken.ms == 40_000


def test_motions_are_told_by_what_became_of_them() -> None:
    room = Minuted()
    votes(room, room.does(FREE, by="ghana"), 2, 7)
    room.does(RuleMotionOut(room.does(MODERATED, by="peru"), "Not now"))
    votes(room, room.does(MODERATED, by="peru"), 0, 9)
    votes(room, room.does(FREE, by="spain"), 9, 0)
    room.does(EndCaucus())
    room.undoes(room.does(FREE, by="spain"))
    found = {row.kind: row for row in statistics(room.entries, room.floor, room.at).motions}
    assert found["unmoderated_caucus"] == Outcomes("unmoderated_caucus", 2, 2, 0, 2, 1)
    assert found["moderated_caucus"] == Outcomes("moderated_caucus", 2, 1, 0, 1, 0)


def test_phases_follow_one_another_without_a_gap() -> None:
    room = Minuted()
    votes(room, room.does(FREE, by="ghana", after=60), 9, 0)
    room.does(EndCaucus(), after=300)
    room.does(SuspendMeeting("two"), after=10)
    room.does(ResumeMeeting(), after=7200)
    found = statistics(room.entries, room.floor, room.at + 5000).phases
    kinds = [one.stage.kind for one in found]
    assert kinds == ["roll_call", "agenda", "debate", "caucus", "debate", "suspended", "roll_call"]
    assert next(one for one in found if one.stage.kind == "caucus").ms == 300_000
    assert all(one.ended == after.began for one, after in pairwise(found))
    assert found[-1].ended == room.at + 5000


def test_who_votes_alike_stands_side_by_side() -> None:
    meeting = in_debate()
    meeting.introduced(("ghana", "peru"))
    meeting.carry("close_debate", "peru")
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({"france": "no", "canada": "no", "spain": "abstain"})
    meeting.announce()
    found = likeness(meeting.floor)
    assert found.pair("france", "canada") == Pair(1, 1) and found.pair("france", "ghana") == Pair(0, 1)
    assert found.pair("ghana", "peru") == Pair(2, 2)  # the vote, and the paper that they wrote together
    places = {seat: place for place, seat in enumerate(found.seats)}
    assert abs(places["france"] - places["canada"]) == 1
    assert "aclu" not in places  # an observer answers nothing and sponsors nothing
    assert (found.votes, found.papers) == (1, 1)


def test_two_blocs_come_out_at_the_two_ends_whatever_the_order_of_the_roll() -> None:
    seats = [f"seat-{number}" for number in range(12)]
    bloc = {seat: number % 2 for number, seat in enumerate(seats)}
    pairs = {
        frozenset((one, other)): Pair(int(bloc[one] == bloc[other]), 1)
        for one in seats
        for other in seats
        if one != other
    }
    drawn = [bloc[seat] for seat in in_order(seats, pairs)]
    assert drawn in ([0] * 6 + [1] * 6, [1] * 6 + [0] * 6)


def test_a_delegation_reads_its_own_figures_and_medians_and_none_of_a_small_group() -> None:
    room = Minuted()
    speaks(room, "ghana", 40)
    room.does(FREE, by="ghana")
    own = {one.measure: (one.own, one.median) for one in own_figures(room.floor, "ghana")}
    assert own["ms"] == (40_000, 0.0) and own["motions"] == (1, 0.0) and own["speeches"] == (1, 0.0)
    few = Minuted(in_debate(members=MEMBERS[: LEAST - 1], others=()))
    assert {one.median for one in own_figures(few.floor, "ghana")} == {None}


def test_a_share_is_equal_or_it_is_not() -> None:
    assert gini([]) == gini([0, 0]) == 0
    assert gini([5, 5, 5, 5]) == 0
    assert gini([0, 0, 0, 8]) == 0.75


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["speech", "free", "out", "undo"]), st.sampled_from(MEMBERS), st.integers(0, 120)
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_the_sums_are_those_of_the_events_that_count(steps: list[tuple[str, str, int]]) -> None:
    room = Minuted()
    for what, seat, number in steps:
        match what:
            case "speech":
                if room.tries(JoinSpeakersList(), by=seat):
                    room.tries(CallNextSpeaker())
                    now = room.floor.speeches.now
                    room.tries(EndSpeech(now.seat if now else ""), after=number)
            case "free":
                if motion := room.tries(FREE, by=seat):
                    votes(room, motion, number % 10, 9 - number % 10)
                    room.tries(EndCaucus(), after=number)
            case "out":
                room.tries(RuleMotionOut(room.tries(MODERATED, by=seat), "Not now"))
            case "undo":
                undoable = [entry.number for entry in room.entries[-3:]]
                room.tries(UndoAct(undoable[number % len(undoable)]))
    told, events = statistics(room.entries, room.floor, room.at), room.counting
    ended = Counter[str]()
    for event in events:
        if type(event) is SpeechEnded:
            ended[event.seat] += event.ms
    assert {row.seat: row.ms for row in told.speaking.rows if row.ms} == {k: v for k, v in ended.items() if v}
    assert sum(row.raised for row in told.motions) == sum(type(one) is MotionRaised for one in events)
    passed = sum(one.passed for one in events if type(one) is MotionDecided)
    assert sum(row.passed for row in told.motions) == passed
    assert all(row.raised >= row.in_order >= row.put >= row.passed for row in told.motions)
    whole = aggregate(room.floor)
    assert (whole.ms, whole.motions_passed) == (told.speaking.ms, passed)
    assert sum(one.ms for one in told.phases) <= room.at - room.entries[0].at
