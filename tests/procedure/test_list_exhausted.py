"""The general list: houses without one, several entries, a limit of speakers, and what its end means."""

import pytest

from app.procedure.act import ORGANIZER
from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, SetStatus, StartRollCall
from app.procedure.list_state import CloseDebate, list_state
from app.procedure.presence import Status
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.seats import CloseSeat
from app.procedure.sittings import SuspendMeeting
from app.procedure.speakers_lists import (
    CloseSpeakersList,
    JoinSpeakersList,
    LeaveSpeakersList,
    MoveInSpeakersList,
    OpenSpeakersList,
)
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.procedure.warnings import WarnDelegation
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, in_debate


def waiting(*seats: str, draft: bool = True, book: Rulebook | None = None, **speeches: object) -> Meeting:
    """A debate with these delegations on the general list, and a draft before it."""
    meeting = in_debate(rulebook=book or house(speeches=speeches))
    if draft:
        meeting.introduced()
    for seat in seats:
        meeting.do(JoinSpeakersList(), by=seat)
    return meeting


def queue(meeting: Meeting) -> tuple[str, ...]:
    return meeting.floor.speeches.general.queue


def heard(*seats: str, **settings: object) -> Meeting:
    """The list after these have spoken."""
    meeting = waiting(*seats, **settings)  # type: ignore[arg-type]
    for seat in seats:
        meeting.do(CallNextSpeaker())
        meeting.do(EndSpeech(seat))
    return meeting


def test_t51_the_chair_is_warned_and_asked_and_nothing_happens_by_itself() -> None:
    meeting = waiting("peru", "spain", "ghana", "canada")
    states = [list_state(meeting.floor)]
    for seat in ("peru", "spain", "ghana", "canada"):
        meeting.do(CallNextSpeaker())
        states.append(list_state(meeting.floor))
        meeting.do(EndSpeech(seat))
    assert states == ["running", "running", "last_two", "last_two", "last_two"]
    assert list_state(meeting.floor) == "exhausted"
    assert meeting.floor.meeting.debate == "open"


def test_t51_the_chair_may_add_names_or_close_and_vote() -> None:
    meeting = heard("peru")
    meeting.do(JoinSpeakersList("spain"))
    assert meeting.rules(CloseDebate()) == ("list.not_exhausted",)
    meeting.do(LeaveSpeakersList("spain"))
    assert meeting.rules(CloseDebate(), by="assistant-1") == ("chair.only",)
    meeting.do(CloseDebate())
    assert meeting.floor.meeting.debate == "closed"


def test_t51_without_a_draft_on_the_floor_the_topic_stands_adjourned() -> None:
    meeting = heard("peru", draft=False)
    meeting.do(CloseDebate())
    assert (meeting.floor.meeting.debate, meeting.floor.meeting.tabled) == ("none", (1,))


@pytest.mark.parametrize(("draft", "debate"), [(True, "closed"), (False, "none")])
def test_t51_auto_voting_follows_in_the_act_that_empties_the_list(draft: bool, debate: str) -> None:
    meeting = waiting("peru", "spain", draft=draft, exhausted="auto_voting")
    meeting.do(CallNextSpeaker())
    meeting.do(CallNextSpeaker(after="peru"))
    assert meeting.floor.meeting.debate == "open"
    names = [type(event).__name__ for event in meeting.do(EndSpeech("spain"))]
    assert names == ["SpeechEnded", "DebateClosed" if draft else "DebateAdjourned"]
    assert meeting.floor.meeting.debate == debate


def test_t51_auto_voting_follows_too_where_the_last_name_leaves() -> None:
    for leave in (LeaveSpeakersList("spain"), SetStatus("absent", "spain")):
        meeting = waiting("peru", "spain", exhausted="auto_voting")
        meeting.do(CallNextSpeaker())
        meeting.do(EndSpeech("peru"))
        meeting.do(leave)
        assert meeting.floor.meeting.debate == "closed"


def test_t51_auto_voting_follows_too_where_the_last_name_is_closed_or_loses_the_floor() -> None:
    for leave in (CloseSeat("spain"), WarnDelegation("spain", "It shouts")):
        book = house(speeches={"exhausted": "auto_voting"}, warnings={"used": True, "limit": 1})
        meeting = waiting("peru", "spain", book=book)
        meeting.do(CallNextSpeaker())
        meeting.do(EndSpeech("peru"))
        meeting.do(leave)
        assert meeting.floor.meeting.debate == "closed"
        assert meeting.replayed() == meeting.floor


@pytest.mark.parametrize(("answers", "debate"), [({}, "closed"), ({"spain": "present"}, "open")])
def test_t51_auto_voting_follows_a_roll_call_that_finds_nobody_of_the_list(
    answers: dict[str, Status], debate: str
) -> None:
    meeting = waiting("peru", "spain", exhausted="auto_voting")
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("peru"))
    meeting.do(StartRollCall())
    for seat in ("peru", "ghana", "mexico", "canada"):
        meeting.do(SetStatus("present", seat))
    for seat, status in answers.items():
        meeting.do(SetStatus(status, seat))
    meeting.do(CloseRollCall())
    assert meeting.floor.meeting.debate == debate
    assert meeting.replayed() == meeting.floor


def test_t51_nothing_follows_by_itself_between_two_sittings() -> None:
    meeting = waiting("peru", "spain", exhausted="auto_voting")
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("peru"))
    meeting.do(SuspendMeeting())
    meeting.do(CloseSeat("spain"), by=ORGANIZER)
    assert meeting.floor.meeting.debate == "open" and list_state(meeting.floor) == "exhausted"


def test_t51_a_list_that_nobody_has_spoken_from_is_not_exhausted() -> None:
    meeting = waiting("spain", exhausted="auto_voting")
    meeting.do(LeaveSpeakersList("spain"))
    assert meeting.floor.meeting.debate == "open" and list_state(meeting.floor) == "running"


def test_t51_motions_that_wait_are_taken_before_the_vote() -> None:
    meeting = waiting("spain", exhausted="auto_voting")
    meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("spain"))
    assert meeting.floor.meeting.debate == "open"


def test_t51_jamun_reopens_the_list_instead() -> None:
    meeting = heard("peru", exhausted="chair_reopens")
    assert meeting.rules(CloseDebate()) == ("list.reopens",)
    meeting.do(CloseDebate(), insist="Nobody wishes to speak")
    assert meeting.floor.meeting.debate == "closed"


def test_t51_a_house_that_adjourns_does_so_even_with_a_draft() -> None:
    meeting = heard("peru", exhausted="adjourn")
    assert meeting.floor.meeting.debate == "open"
    meeting.do(CloseDebate())
    assert (meeting.floor.meeting.debate, meeting.floor.meeting.tabled) == ("none", (1,))


def test_t51_a_house_without_a_list_has_none_to_run_empty() -> None:
    meeting = in_debate(rulebook=house(speeches={"general_list": False}))
    assert list_state(meeting.floor) == "none"
    for command in (JoinSpeakersList("peru"), CallNextSpeaker(), CallSpeaker("peru"), OpenSpeakersList()):
        assert "list.none_here" in meeting.rules(command)
    meeting.carry("moderated_caucus", "peru", total_seconds=600, speech_seconds=60, topic="Notice")
    meeting.do(JoinSpeakersList("peru"))


@pytest.mark.parametrize(("most", "fits"), [(1, 1), (2, 2), (0, 5)])
def test_t56_houses_differ_on_entries_of_one_delegation(most: int, fits: int) -> None:
    meeting = in_debate(rulebook=house(speeches={"entries_per_delegation": most}))
    for _ in range(fits):
        meeting.do(JoinSpeakersList(), by="peru")
    if most:
        assert meeting.rules(JoinSpeakersList(), by="peru") == ("list.once",)
    meeting.do(CallNextSpeaker())
    assert queue(meeting) == ("peru",) * (fits - 1)
    meeting.do(JoinSpeakersList(), by="peru")


def test_a_delegation_with_two_entries_keeps_both_when_one_is_moved() -> None:
    meeting = in_debate(rulebook=house(speeches={"entries_per_delegation": 2}))
    for seat in ("spain", "peru", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(MoveInSpeakersList("peru", 1, ("spain", "peru", "peru")))
    assert queue(meeting) == ("peru", "spain", "peru")
    meeting.do(SetStatus("absent", "peru"))
    assert queue(meeting) == ("spain",)


def test_a_caucus_takes_each_delegation_once_whatever_the_general_list_does() -> None:
    meeting = in_debate(rulebook=house(speeches={"entries_per_delegation": 0}))
    meeting.carry("moderated_caucus", "peru", total_seconds=600, speech_seconds=60, topic="Notice")
    meeting.do(JoinSpeakersList("spain"))
    assert meeting.rules(JoinSpeakersList("spain")) == ("list.once",)


LIMIT = MotionRule(
    "limit_or_extend_debate",
    "limit_debate",
    ("list", "resolution"),
    optional=("speech_seconds", "count"),
    ordered=False,
)


def test_debate_is_limited_to_so_many_speakers_and_extended_again() -> None:
    meeting = in_debate(rulebook=with_motions(house(), LIMIT))
    meeting.do(JoinSpeakersList("spain"))
    meeting.carry("limit_or_extend_debate", "peru", count=2, speech_seconds=45)
    meeting.do(JoinSpeakersList("ghana"))
    assert meeting.rules(JoinSpeakersList("canada")) == ("list.full",)
    meeting.do(CallNextSpeaker())
    assert meeting.floor.clocks["speech"].total == 45_000
    assert meeting.rules(JoinSpeakersList("canada")) == ("list.full",)
    meeting.do(EndSpeech("spain"))
    meeting.carry("limit_or_extend_debate", "peru", count=3)
    meeting.do(JoinSpeakersList("canada"))
    assert meeting.floor.speeches.general.seconds == 45


def test_a_limit_of_debate_limits_something() -> None:
    meeting = in_debate(rulebook=with_motions(house(), LIMIT))
    with pytest.raises(AssertionError, match=r"limit\.nothing"):
        meeting.motion("limit_or_extend_debate", "peru")


def test_a_closed_list_is_opened_again_by_motion() -> None:
    meeting = waiting("peru")
    meeting.do(CloseSpeakersList())
    meeting.carry("open_speakers_list", "spain", speech_seconds=60)
    meeting.do(JoinSpeakersList(), by="spain")
    assert meeting.floor.speeches.general.seconds == 60


def test_a_second_topic_begins_with_an_empty_list_and_no_limit() -> None:
    meeting = heard("peru")
    meeting.carry("adjourn_debate", "spain")
    meeting.do(OpenDebate(2))
    general = meeting.floor.speeches.general
    assert (general.queue, general.most, general.used, general.open) == ((), None, False, True)
