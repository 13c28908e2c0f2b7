"""P-11 (in the rules): who comes or leaves during a vote does not change who votes on it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.procedure.attendance import SetStatus
from app.procedure.seats import AddSeat, ChangeRights
from tests.procedure.meeting import MEMBERS, in_debate

MOVES = st.lists(
    st.one_of(
        st.builds(SetStatus, st.sampled_from(["present", "absent"]), st.sampled_from(MEMBERS)),
        st.builds(ChangeRights, st.sampled_from(MEMBERS), st.sampled_from(["member", "observer", "guest"])),
        st.integers(0, 99).map(lambda number: AddSeat(f"late-{number}", "member", number)),
    ),
    max_size=12,
    unique_by=repr,
)


@given(
    moves=MOVES,
    absent=st.sets(st.sampled_from(MEMBERS), max_size=4),
    mode=st.sampled_from(["devices", "roll_call"]),
)
def test_p11_the_electorate_is_frozen_when_the_question_is_put(
    moves: list[Any], absent: set[str], mode: Any
) -> None:
    meeting = in_debate(absent=absent)
    mover = next(seat for seat in MEMBERS if seat not in absent)
    vote = meeting.put("motion", meeting.motion("suspend_meeting", mover), mode)
    assert set(vote.order) == {*MEMBERS, "aclu"} - absent
    for move in moves:
        try:
            meeting.do(move)
        except AssertionError:
            continue
    now = meeting.vote
    assert (now.order, now.must_vote, now.rule) == (vote.order, vote.must_vote, vote.rule)
    assert now.counted().electorate == len(vote.order)
