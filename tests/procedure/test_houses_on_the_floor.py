"""The floor in the houses that ship: attendance, lists, caucuses and replies as each of them has it."""

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import SetStatus
from app.procedure.late_arrivals import AnswerNote, AskStatus
from app.procedure.list_state import CloseDebate, list_state
from app.procedure.motions import RaiseMotion
from app.procedure.presence import calls_the_roll
from app.procedure.quorum import electorate, quorum_to_open, quorum_to_vote
from app.procedure.replies import AskReply, GrantReply
from app.procedure.rulebook_files import load
from app.procedure.rules import Share
from app.procedure.sittings import OpenMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, called_to_order, committee, many
from tests.procedure.moving import with_draft


def sitting(name: str, here: int, of: int = 50) -> Meeting:
    """A committee of so many members in a house that ships; the first so many are here."""
    book, keys = load(name), many(of)
    if calls_the_roll(committee(book, keys, others=()).floor):
        return called_to_order(absent=keys[here:], rulebook=book, members=keys, others=())
    meeting = committee(book, keys, others=())
    for seat in keys[:here]:
        meeting.do(SetStatus("present"), by=seat)
    meeting.do(OpenMeeting())
    return meeting


@pytest.mark.parametrize(
    ("name", "needed"), [("harvard", 13), ("thimun", 17), ("un4mun", 13), ("una_usa", 17), ("nmun", 17)]
)
def test_t28_fifty_members_and_the_quorum_to_open_debate(name: str, needed: int) -> None:
    short = sitting(name, needed - 1)
    assert quorum_to_open(short.floor) == needed
    assert short.rules(OpenDebate()) == ("quorum.open",)
    sitting(name, needed).do(OpenDebate())


def test_t28_a_plenary_of_un4mun_needs_a_third() -> None:
    plenary = house("un4mun", quorum={"open": Share(1, 3)})
    assert quorum_to_open(committee(plenary, many(50), others=()).floor) == 17


@pytest.mark.parametrize("here", [25, 26])
def test_t29_the_iom_council_votes_with_a_majority_of_its_members(here: int) -> None:
    meeting = sitting("harvard+iom_council", here)
    assert quorum_to_vote(meeting.floor) == 26
    meeting.do(OpenDebate())
    key = meeting.introduced(many(50)[:12])
    meeting.carry("close_debate", many(50)[0])
    if here < 26:
        assert meeting.rules(OpenVote("paper", key)) == ("quorum.vote",)
    else:
        meeting.do(OpenVote("paper", key))


@pytest.mark.parametrize("name", ["harvard", "nmun"])
def test_t14_a_late_delegation_is_added_with_the_status_of_its_note(name: str) -> None:
    meeting = sitting(name, 30)
    late = many(50)[40]
    meeting.do(AskStatus("present_and_voting"), by=late)
    meeting.do(AnswerNote(late))
    assert late in electorate(meeting.floor, "procedure")
    assert late in electorate(meeting.floor, "draft")


def test_t14_in_un4mun_a_member_comes_in_and_simply_votes() -> None:
    meeting = sitting("un4mun", 30)
    late = many(50)[40]
    meeting.do(SetStatus("present"), by=late)
    assert late in electorate(meeting.floor, "draft")
    assert meeting.rules(SetStatus("present_and_voting"), by=many(50)[41]) == ("status.unknown",)


@pytest.mark.parametrize("name", ["nmun", "thimun", "un4mun"])
def test_t17_houses_without_a_moderated_caucus(name: str) -> None:
    meeting = sitting(name, 30)
    meeting.do(OpenDebate())
    command = RaiseMotion("moderated_caucus", total_seconds=540, speech_seconds=45, topic="Notice")
    assert meeting.rules(command, by=many(50)[0]) == ("motion.unknown",)


@pytest.mark.parametrize(("name", "debate"), [("harvard", "open"), ("una_usa", "closed"), ("nmun", "closed")])
def test_t51_the_list_runs_empty_with_a_draft_on_the_floor(name: str, debate: str) -> None:
    meeting = with_draft(load(name))
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("peru"))
    assert meeting.floor.meeting.debate == debate
    if debate == "open":
        assert list_state(meeting.floor) == "exhausted"
        meeting.do(CloseDebate())


def test_t51_thimun_has_no_list() -> None:
    meeting = sitting("thimun", 30)
    meeting.do(OpenDebate())
    assert list_state(meeting.floor) == "none"
    assert "list.none_here" in meeting.rules(JoinSpeakersList(many(50)[0]))


@pytest.mark.parametrize(("name", "answered"), [("harvard", False), ("nmun", False), ("un4mun", True)])
def test_t61_a_reply_to_a_reply_only_in_un4mun(name: str, answered: bool) -> None:
    meeting = sitting(name, 30)
    meeting.do(OpenDebate())
    first, second = many(50)[:2]
    meeting.do(CallSpeaker(first))
    meeting.do(AskReply("An insult"), by=second)
    meeting.do(EndSpeech(first))
    meeting.do(GrantReply(second, 30))
    meeting.do(EndSpeech(second))
    if answered:
        meeting.do(AskReply("An insult in return"), by=first)
    else:
        assert meeting.rules(AskReply("An insult in return"), by=first) == ("reply.to_reply",)
