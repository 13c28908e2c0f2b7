"""A delegation changes its answer in a roll call: until when is the house's."""

from __future__ import annotations

from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.vote_changes import ChangeBallot
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, ballot, in_debate, roll_call


def called(until: str) -> Meeting:
    """Canada said yes and France passed; the roll goes on."""
    meeting = roll_call(house(votes={"change_until": until}))
    meeting.do(ballot(meeting, "yes", "canada"))
    meeting.do(ballot(meeting, "pass", "france"))
    return meeting


def change(meeting: Meeting, choice: str = "no", seat: str = "canada") -> ChangeBallot:
    return ChangeBallot(meeting.vote.number, seat, choice)  # type: ignore[arg-type]


def finished(meeting: Meeting) -> Meeting:
    """Everybody has answered."""
    meeting.call_roll({"france": "no", "ghana": "no", "honduras": "no", "mexico": "no"})
    return meeting


def test_t68_until_the_announcement_a_vote_is_changed_and_counted_again() -> None:
    meeting = finished(called("result_announced"))
    number = meeting.vote.number
    meeting.do(CloseVote(number))
    assert meeting.vote.counted().passed is False, "four to four"
    meeting.do(change(meeting, "yes", "mexico"))
    assert meeting.vote.counted().passed is True
    meeting.do(AnnounceResult(number))
    assert meeting.rules(ChangeBallot(number, "mexico", "no")) == ("vote.over",)


def test_t68_elsewhere_only_while_the_roll_is_called() -> None:
    meeting = called("own_next_call")
    meeting.do(change(meeting))
    finished(meeting)
    assert meeting.rules(change(meeting, "yes")) == ("vote.change_late",)


def test_t68_elsewhere_never_but_the_chair_may_insist() -> None:
    meeting = called("never")
    assert meeting.rules(change(meeting)) == ("vote.change_late",)
    meeting.do(change(meeting), insist="It pressed the wrong word")


def test_an_answer_is_changed_to_another_that_the_seat_has() -> None:
    meeting = called("result_announced")
    assert meeting.rules(change(meeting, "yes")) == ("vote.same",)
    assert meeting.rules(change(meeting, "pass")) == ("vote.choice",)
    assert meeting.rules(change(meeting, "no", "france")) == ("vote.nothing_to_change",)
    assert meeting.rules(change(meeting, "no", "ghana")) == ("vote.nothing_to_change",)
    assert meeting.rules(change(meeting), by="canada") == ("dais.only",)


def test_elsewhere_than_in_a_roll_call_votes_are_given_again() -> None:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"), "devices")
    assert meeting.rules(change(meeting)) == ("vote.change_roll_call",)
