"""The quorum: of whom it is taken, whether it is presumed, and what its challenge does."""

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.late_arrivals import MarkNeverCame
from app.procedure.motions import RaiseMotion
from app.procedure.quorum import quorum_to_open, quorum_to_vote
from app.procedure.quorum_challenges import ChallengeQuorum, RecordQuorum
from app.procedure.rules import Share
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, before_the_vote, called_to_order, in_debate, many


def fifty(here: int, **quorum: object) -> Meeting:
    """Fifty members; those after the first so many are absent, the last five never came."""
    meeting = called_to_order(
        absent=many(50)[here:], rulebook=house(quorum=quorum), members=many(50), others=()
    )
    meeting.do(MarkNeverCame(many(50)[45:]))
    return meeting


@pytest.mark.parametrize(
    ("base", "to_open", "to_vote"),
    [("registered", 13, 26), ("ever_attended", 12, 23), ("currently_seated", 5, 11)],
)
def test_t28_t29_each_base_gives_its_own_quorum(base: str, to_open: int, to_vote: int) -> None:
    meeting = fifty(20, open_base=base, vote_base=base)
    assert (quorum_to_open(meeting.floor), quorum_to_vote(meeting.floor)) == (to_open, to_vote)


def test_t28_the_quorums_to_open_and_to_vote_have_bases_of_their_own() -> None:
    meeting = fifty(20, open_base="registered", vote_base="currently_seated")
    assert (quorum_to_open(meeting.floor), quorum_to_vote(meeting.floor)) == (13, 11)


@pytest.mark.parametrize(("here", "opens"), [(12, False), (13, True)])
def test_t28_one_quarter_of_all_fifty(here: int, opens: bool) -> None:
    meeting = fifty(here, open_base="registered")
    assert opens or meeting.rules(OpenDebate()) == ("quorum.open",)
    assert not opens or meeting.do(OpenDebate())


@pytest.mark.parametrize(("here", "opens"), [(16, False), (17, True)])
def test_t28_one_third_of_all_fifty(here: int, opens: bool) -> None:
    meeting = fifty(here, open=Share(1, 3), open_base="registered")
    assert opens or meeting.rules(OpenDebate()) == ("quorum.open",)
    assert not opens or meeting.do(OpenDebate())


def test_members_who_leave_do_not_stop_a_debate_by_themselves() -> None:
    meeting = in_debate()
    for seat in ("canada", "france", "ghana", "honduras", "mexico", "peru", "spain"):
        meeting.do(SetStatus("absent", seat))
    meeting.do(JoinSpeakersList(), by="viet-nam")
    meeting.do(CallNextSpeaker())


def test_a_house_that_does_not_presume_the_quorum_holds_it_all_the_time() -> None:
    meeting = in_debate(rulebook=house(quorum={"presumed": False}))
    meeting.do(JoinSpeakersList(), by="viet-nam")
    for seat in ("canada", "france", "ghana", "honduras", "mexico", "peru"):
        meeting.do(SetStatus("absent", seat))
    assert quorum_to_open(meeting.floor) == 2
    meeting.do(CallNextSpeaker())
    meeting.do(SetStatus("absent", "spain"))
    assert meeting.rules(CallNextSpeaker(after="viet-nam")) == ("quorum.lost", "list.empty")
    assert "quorum.lost" in meeting.rules(RaiseMotion("suspend_meeting", "viet-nam"))
    meeting.do(SetStatus("present", "spain"))
    meeting.do(RaiseMotion("suspend_meeting", "spain"))


def test_a_challenge_stops_debate_until_the_dais_has_counted() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="peru")
    meeting.do(ChallengeQuorum(), by="spain")
    assert meeting.rules(ChallengeQuorum(), by="peru") == ("quorum.challenged_already",)
    assert meeting.rules(CallNextSpeaker()) == ("quorum.challenged",)
    assert meeting.rules(RaiseMotion("suspend_meeting"), by="peru") == ("quorum.challenged",)
    meeting.do(RecordQuorum(2), by="assistant-1")
    meeting.do(CallNextSpeaker())


def test_a_quorum_that_is_not_there_is_counted_again() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="peru")
    assert meeting.rules(RecordQuorum(8)) == ("quorum.not_challenged",)
    meeting.do(ChallengeQuorum())
    assert meeting.rules(RecordQuorum(9)) == ("quorum.count_range",)
    assert meeting.rules(RecordQuorum(-1)) == ("quorum.count_range",)
    meeting.do(RecordQuorum(1))
    assert meeting.rules(CallNextSpeaker()) == ("quorum.missing",)
    meeting.do(CallNextSpeaker(), insist="Two more stand at the door")
    meeting.do(RecordQuorum(2))
    assert meeting.floor.attendance.doubt == "none"


def test_a_roll_call_answers_the_challenge_too() -> None:
    meeting = in_debate()
    meeting.do(ChallengeQuorum(), by="spain")
    meeting.do(StartRollCall())
    meeting.do(SetStatus("present", "peru"))
    meeting.do(CloseRollCall())
    assert meeting.rules(CallNextSpeaker())[0] == "quorum.missing"
    meeting.do(StartRollCall())
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    assert meeting.floor.attendance.doubt == "none"


def test_in_voting_procedure_the_quorum_to_vote_is_counted() -> None:
    meeting = before_the_vote()
    meeting.do(ChallengeQuorum(), by="spain")
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("quorum.challenged",)
    meeting.do(RecordQuorum(4))
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("quorum.missing",)
    meeting.do(RecordQuorum(5))
    meeting.put("paper", "WP-1")
    assert meeting.rules(ChallengeQuorum(), by="spain") == ("vote.open_now",)


def test_the_absent_challenge_nothing() -> None:
    assert in_debate(absent=["peru"]).rules(ChallengeQuorum(), by="peru") == ("seat.absent",)
