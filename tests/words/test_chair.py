"""The chair always has a sentence to say, and somebody who comes in late learns where the committee is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.procedure.floor import Floor
from app.words import chairs_line, where_we_are
from tests.procedure.houses import house
from tests.procedure.meeting import committee
from tests.words.afternoon import CAUCUS, Afternoon, in_debate, with_amendment, with_draft
from tests.words.reading import NAMES, faults


def line(afternoon: Afternoon) -> str:
    return chairs_line(afternoon.meeting.floor, NAMES)


def test_the_roll_is_called_name_by_name() -> None:
    afternoon = Afternoon()
    assert line(afternoon) == "Please take your seats. We begin with the roll call."
    afternoon.does("StartRollCall")
    assert line(afternoon) == "Canada?"
    afternoon.does("SetStatus", "present", "canada")
    assert line(afternoon) == "France?"
    afternoon.does("MarkAllPresent")
    assert line(afternoon) == "Everybody has been called: 8 of 8 members are here. The roll call is closed."
    afternoon.does("CloseRollCall")
    assert line(afternoon) == (
        "We have a quorum: it is 2, and 8 of 8 members are here. I open debate on Reintegration."
    )


def test_without_a_quorum_the_committee_waits() -> None:
    afternoon = Afternoon()
    afternoon.does("StartRollCall")
    afternoon.does("SetStatus", "present", "canada")
    afternoon.does("CloseRollCall")
    assert line(afternoon) == "We do not have a quorum: it is 2, and 1 of 8 members are here."


def test_the_general_list_from_empty_to_a_speech() -> None:
    afternoon = in_debate()
    assert (
        line(afternoon) == "The speakers' list is open and empty. Who wishes to speak? Raise your placards."
    )
    afternoon.does("JoinSpeakersList", by="viet-nam")
    assert line(afternoon) == (
        "Are there any points or motions on the floor? If not, the chair recognizes Viet Nam, for 90 seconds."
    )
    afternoon.does("CallNextSpeaker")
    assert line(afternoon) == "The chair has recognized Viet Nam, for 90 seconds."
    afternoon.does("EndSpeech", "viet-nam")
    assert line(afternoon) == (
        "The speakers' list has run empty. Who wishes to speak? If nobody does, I close debate."
    )


def test_a_list_that_nobody_has_used_is_not_exhausted() -> None:
    afternoon = in_debate()
    afternoon.does("CloseSpeakersList")
    assert line(afternoon) == "The speakers' list is closed and empty. Are there any motions?"


def test_a_motion_is_put_and_decided() -> None:
    afternoon = in_debate()
    afternoon.does("RaiseMotion", "moderated_caucus", by="mexico", **CAUCUS)
    assert line(afternoon) == (
        "There is a motion by Mexico for a moderated caucus of 10 minutes with speeches of 60 seconds on "
        "notice before flights, to be decided by a simple majority of those voting. "
        "All those in favour, raise your placards."
    )
    number = afternoon.meeting.floor.motions.pending[0].number
    afternoon.does("OpenVote", "motion", str(number))
    assert line(afternoon).startswith("We vote on a moderated caucus of 10 minutes")
    now = afternoon.meeting.floor.votes.now
    assert now is not None
    afternoon.does("EnterCount", now.number, 4, 5)
    assert line(afternoon).startswith("By 4-5, the motion for a moderated caucus of 10 minutes")
    assert line(afternoon).endswith("fails.")


def test_speakers_on_a_motion_are_heard_first() -> None:
    afternoon = with_draft()
    afternoon.does("RaiseMotion", "close_debate", by="spain")
    assert line(afternoon) == (
        "There is a motion by Spain for the closure of debate, to be decided by two thirds of those voting. "
        "First we hear 2 speakers against it."
    )
    number = afternoon.meeting.floor.motions.pending[0].number
    afternoon.does("EntertainMotion", number)
    assert line(afternoon) == (
        "On the closure of debate: who wishes to speak against it? Raise your placards."
    )
    afternoon.does("SpeakOnMotion", number, "against", by="peru")
    assert line(afternoon) == "On the closure of debate: Peru speaks against it, for 30 seconds."
    afternoon.does("CallOnQuestion", "motion", number)
    assert line(afternoon) == "The chair has recognized Peru, for 30 seconds."
    afternoon.does("EndSpeech", "peru")
    afternoon.does("WaiveSpeakers", "motion", number)
    assert line(afternoon).endswith("All those in favour, raise your placards.")


def test_what_the_whole_room_does_is_said_before_business() -> None:
    afternoon = in_debate()
    afternoon.does("TakeStrawPoll", "Shall we work in groups")
    assert line(afternoon) == (
        "A straw poll, which binds nobody: Shall we work in groups. Those in favour, raise your placards."
    )
    afternoon.does("ChallengeQuorum", by="peru")
    assert line(afternoon) == "The quorum is challenged. Please stay in your seats while we count."
    afternoon.does("RecordQuorum", 8)
    assert line(afternoon).startswith("A straw poll")
    afternoon.does("CountStrawPoll", 3, 2)
    afternoon.does("KeepSilence")
    assert line(afternoon) == "I invite you to rise for a minute of silence."
    afternoon.does("EndSilence")
    afternoon.does("ChallengeQuorum", by="peru")
    assert line(afternoon) == "The quorum is challenged. Please stay in your seats while we count."
    afternoon.does("RecordQuorum", 1)
    assert line(afternoon) == "We have no quorum: it is 2. We wait."
    afternoon.does("RecordQuorum", 2)
    assert line(afternoon).startswith("The speakers' list is open and empty.")


def test_a_caucus_from_its_first_speaker_to_its_end() -> None:
    afternoon = in_debate()
    afternoon.carries("moderated_caucus", "ghana", **CAUCUS)
    assert line(afternoon) == "Ghana, do you wish to speak first or last?"
    afternoon.does("TakeSlot", "waived", by="ghana")
    assert line(afternoon) == "Who wishes to speak for 60 seconds? Raise your placards."
    afternoon.does("JoinSpeakersList", "peru")
    assert line(afternoon) == "The chair recognizes Peru, for 60 seconds."
    afternoon.does("EndCaucus")
    afternoon.carries("unmoderated_caucus", "ghana", total_seconds=600)
    assert line(afternoon) == "We are in the unmoderated caucus of 10 minutes."


def test_a_roll_call_vote_names_who_is_called_and_who_passed() -> None:
    afternoon = with_draft()
    afternoon.carries("close_debate", "spain")
    assert line(afternoon) == "We are in voting procedure. The next question is DR 1.1."
    afternoon.does("OpenVote", "paper", "WP-1", "roll_call")
    assert line(afternoon) == "Canada?"
    while (now := afternoon.meeting.floor.votes.now) and (called := now.next()) and called[1] == 1:
        afternoon.does("CastBallot", now.number, "pass" if called[0] == "peru" else "yes", seat=called[0])
    assert now is not None
    assert line(afternoon) == "Peru passed. Peru, yes or no?"
    afternoon.does("CastBallot", now.number, "no", seat="peru")
    assert line(afternoon) == "Everybody has been called. Voting is closed."
    afternoon.does("CloseVote", now.number)
    assert line(afternoon) == "By 7-1-0, DR 1.1 is adopted."
    afternoon.does("AnnounceResult", now.number)
    assert line(afternoon) == "Every draft has been decided. Voting procedure ends."
    afternoon.does("EndVoting")
    assert line(afternoon).endswith("Which topic do we take next?")


def test_amendments_are_voted_before_the_draft() -> None:
    afternoon = with_amendment()
    afternoon.carries("close_debate", "spain")
    assert line(afternoon) == "We are in voting procedure. The next question is amendment A1 to DR 1.1."


def test_a_pause_and_the_end() -> None:
    afternoon = in_debate()
    afternoon.does("SuspendMeeting", "14:00")
    assert line(afternoon) == "The meeting is suspended until 14:00."
    assert where_we_are(afternoon.meeting.floor, NAMES)[0] == "The meeting is suspended until 14:00."
    afternoon.does("ResumeMeeting")
    assert line(afternoon) == "Canada?"


def test_where_the_committee_is() -> None:
    afternoon = with_draft()
    afternoon.does("JoinSpeakersList", by="ghana")
    afternoon.does("JoinSpeakersList", by="peru")
    afternoon.does("CallNextSpeaker")
    assert where_we_are(afternoon.meeting.floor, NAMES) == (
        "Debate is open on Reintegration.",
        "8 of 8 members are here; 5 are needed to vote on substance.",
        "Ghana has the floor; next: Peru.",
        "Before the committee: DR 1.1.",
    )


def test_an_unannounced_result_is_not_told() -> None:
    afternoon = with_draft()
    afternoon.does("RaiseMotion", "unmoderated_caucus", by="ghana", total_seconds=600)
    afternoon.does("OpenVote", "motion", str(afternoon.meeting.floor.motions.pending[0].number))
    now = afternoon.meeting.floor.votes.now
    assert now is not None
    afternoon.does("EnterCount", now.number, 7, 2)
    told = where_we_are(afternoon.meeting.floor, NAMES)
    assert "The vote on an unmoderated caucus of 10 minutes is closed." in told
    assert not any("7" in sentence for sentence in told)


def floors() -> Iterator[Floor]:
    """Yields every floor of three afternoons, act by act."""
    for afternoon in (in_debate(), with_draft(), with_amendment()):
        again = committee()
        for _, _, by, command, insist, _ in afternoon.meeting.said[1:]:
            yield again.floor
            again.do(command, by, insist)
        yield again.floor


@pytest.mark.parametrize("turn", range(3))
def test_at_every_moment_there_is_something_to_say(turn: int) -> None:
    for floor in list(floors())[turn::3]:
        said = chairs_line(floor, NAMES)
        assert faults(said, ends=".?") == [], said
        told = where_we_are(floor, NAMES)
        assert 1 <= len(told) <= 5
        assert [fault for sentence in told for fault in faults(sentence)] == [], told


@pytest.mark.parametrize(
    ("seconds", "second", "objection", "asks"),
    [
        ("one_other_member", False, False, "Is there a second?"),
        ("one_other_member", True, False, "raise your placards."),
        ("second_or_objection_ladder", True, False, "Are there any objections?"),
        ("second_or_objection_ladder", True, True, "raise your placards."),
    ],
)
def test_a_second_and_objections_are_asked_for(
    seconds: str, second: bool, objection: bool, asks: str
) -> None:
    afternoon = Afternoon(committee(house(handling={"seconds": seconds})))
    for command in ("StartRollCall", "MarkAllPresent", "CloseRollCall", "OpenDebate"):
        afternoon.does(command)
    afternoon.does("RaiseMotion", "suspend_meeting", by="peru")
    motion = afternoon.meeting.floor.motions.pending[0].number
    if second:
        afternoon.does("SecondMotion", motion, by="ghana")
    if objection:
        afternoon.does("ObjectToMotion", motion, by="spain")
    said = chairs_line(afternoon.meeting.floor, NAMES)
    assert said.startswith("There is a motion by Peru for the suspension of the meeting")
    assert said.endswith(asks)
