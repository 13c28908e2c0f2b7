"""P-06 (in the rules): a seat has one ballot, however often and from however many devices it is pressed."""

from hypothesis import given
from hypothesis import strategies as st

from app.procedure.floor import InOrder, decide, enter
from app.procedure.results import CloseVote
from app.procedure.votes import CastBallot
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate, many

SEATS = many(6)
PRESSES = st.lists(st.tuples(st.sampled_from(SEATS), st.sampled_from(["yes", "no"])), max_size=40)


def open_vote(change_until: str) -> Meeting:
    meeting = in_debate(members=SEATS, others=(), rulebook=house(votes={"change_until": change_until}))
    meeting.put("motion", meeting.motion("suspend_meeting", SEATS[0]), "devices")
    return meeting


@given(presses=PRESSES, change_until=st.sampled_from(["never", "result_announced"]))
def test_p06_each_seat_counts_once_and_the_house_says_which_press(
    presses: list[tuple[str, str]], change_until: str
) -> None:
    meeting = open_vote(change_until)
    expected: dict[str, str] = {}
    number = meeting.vote.number
    for seat, choice in presses:
        decision = decide(meeting.floor, seat, meeting.at, CastBallot(number, choice))  # type: ignore[arg-type]
        first = seat not in expected
        replaces = change_until == "result_announced" and not first and expected[seat] != choice
        assert isinstance(decision, InOrder) == (first or replaces)
        if isinstance(decision, InOrder):
            expected[seat] = choice
            meeting.floor = enter(meeting.floor, meeting.floor.number + 1, meeting.at, decision.events)
    meeting.do(CloseVote(number))
    tally = meeting.vote.counted()
    counts = list(expected.values())
    assert (tally.yes, tally.no) == (counts.count("yes"), counts.count("no"))
    assert tally.yes + tally.no + tally.abstain + tally.not_voting == len(SEATS)
