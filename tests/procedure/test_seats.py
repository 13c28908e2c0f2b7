"""Seats: who founds a committee, who may change its roster, and what a seat may never become."""

from dataclasses import replace

import pytest

from app.procedure.act import ORGANIZER, ROOM
from app.procedure.floor import Floor
from app.procedure.motions import RaiseMotion
from app.procedure.roster import Seat
from app.procedure.rulebook_files import load
from app.procedure.seats import MOST_SEATS, AddSeat, ChangeRights, CloseSeat, OpenCommittee
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from tests.procedure.meeting import CHAIR, Meeting, committee, in_debate

CHAIRED = (Seat("france", "member", 0), Seat(CHAIR, "chair", 0))


def founding(*seats: Seat) -> OpenCommittee:
    return OpenCommittee(load("harvard"), ("Reintegration",), seats)


def test_a_committee_is_founded_once_and_by_the_organizer_alone() -> None:
    meeting = Meeting()
    assert meeting.rules(founding(*CHAIRED), by=CHAIR) == ("organizer.only",)
    meeting.do(founding(*CHAIRED), by=ORGANIZER)
    assert meeting.rules(founding(*CHAIRED), by=ORGANIZER) == ("committee.open_already",)


@pytest.mark.parametrize(
    ("seats", "rule"),
    [
        ((*CHAIRED, Seat("france", "observer", 3)), "roster.key_twice"),
        ((Seat("france", "member", 0),), "roster.no_chair"),
        ((*CHAIRED, Seat("", "member", 3)), "roster.key_form"),
        ((*CHAIRED, Seat("f r", "member", 3)), "roster.key_form"),
        ((*CHAIRED, Seat("x" * 61, "member", 3)), "roster.key_form"),
        ((*CHAIRED, Seat(ROOM, "member", 3)), "roster.key_reserved"),
        ((*CHAIRED, Seat(ORGANIZER, "chair", 3)), "roster.key_reserved"),
        ((*CHAIRED, Seat("peru", "member", -1)), "roster.order"),
        ((*CHAIRED, Seat("peru", "member", 10_000)), "roster.order"),
        ((*CHAIRED, *(Seat(f"m{n}", "member", n) for n in range(400))), "roster.size"),
    ],
)
def test_a_roster_that_cannot_be_used_is_refused(seats: tuple[Seat, ...], rule: str) -> None:
    assert rule in Meeting().rules(founding(*seats), by=ORGANIZER)


def test_topics_are_bounded_in_number_and_length() -> None:
    meeting = Meeting()
    too_many = replace(founding(*CHAIRED), topics=tuple("abcdefghijklmnopqrstu"))
    too_long = replace(founding(*CHAIRED), topics=("x" * 301,))
    assert meeting.rules(too_many, by=ORGANIZER) == ("topics.number",)
    assert meeting.rules(too_long, by=ORGANIZER) == ("text.too_long",)


def test_nobody_does_anything_before_the_founding() -> None:
    meeting = Meeting()
    assert meeting.rules(RaiseMotion("suspend_meeting"), by="france")[0] == "seat.unknown"
    assert meeting.rules(AddSeat("peru", "member", 3), by=ORGANIZER) == ("committee.not_open",)
    assert meeting.floor == Floor()


@pytest.mark.parametrize("by", ["france", "assistant-1", ROOM, "atlantis"])
def test_only_organizer_and_chairs_change_the_roster(by: str) -> None:
    meeting = committee()
    for command in (AddSeat("chad", "member", 1), CloseSeat("peru"), ChangeRights("peru", "observer")):
        assert meeting.rules(command, by=by) == ("chair.only",)


def test_a_chair_seats_a_latecomer_that_was_not_on_the_roster() -> None:
    meeting = committee()
    meeting.do(AddSeat("chad", "member", 1))
    assert meeting.floor.seats["chad"] == Seat("chad", "member", 1)
    assert meeting.rules(AddSeat("chad", "member", 1)) == ("roster.key_twice",)
    assert meeting.rules(AddSeat("room", "member", 1)) == ("roster.key_reserved",)
    assert meeting.rules(AddSeat("togo", "member", 10**30)) == ("roster.order",)


def test_a_closed_seat_loses_its_list_its_speech_and_its_voice() -> None:
    meeting = in_debate()
    for seat in ("france", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    meeting.do(CloseSeat("france"))
    meeting.do(CloseSeat("peru"))
    assert meeting.floor.speeches.now is None and "speech" not in meeting.floor.clocks
    assert meeting.floor.speeches.general.queue == ()
    assert meeting.floor.speeches.heard[-1].seat == "france"
    assert meeting.rules(JoinSpeakersList(), by="peru")[0] == "seat.closed"
    assert meeting.rules(JoinSpeakersList("peru")) == ("seat.closed", "seat.absent")
    assert meeting.rules(CloseSeat("peru")) == ("seat.unknown",)


def test_a_seat_that_votes_now_is_not_closed() -> None:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert meeting.rules(CloseSeat("peru")) == ("seat.votes_now",)
    assert meeting.hands(0, 9) is False
    meeting.do(CloseSeat("peru"))


def test_a_closed_chair_presides_no_more_and_the_last_chair_stays() -> None:
    meeting = committee()
    meeting.do(CloseSeat("dais-2"))
    assert meeting.rules(AddSeat("chad", "member", 1), by="dais-2") == ("chair.only",)
    assert meeting.rules(CloseSeat(CHAIR)) == ("roster.no_chair",)
    assert meeting.rules(ChangeRights(CHAIR, "assistant")) == ("roster.no_chair",)


def test_a_delegation_never_becomes_a_chair_nor_a_chair_a_delegation() -> None:
    meeting = committee()
    assert meeting.rules(ChangeRights("france", "chair")) == ("seat.dais_apart",)
    assert meeting.rules(ChangeRights("dais-2", "member")) == ("seat.dais_apart",)
    meeting.do(ChangeRights("assistant-1", "chair"))
    assert meeting.floor.seats["assistant-1"].kind == "chair"


def test_rights_change_from_the_next_question_on() -> None:
    meeting = in_debate()
    vote = meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    meeting.do(ChangeRights("aclu", "ngo", procedural=False))
    assert "aclu" in vote.order and meeting.vote.order == vote.order
    assert meeting.hands(0, 9) is False
    assert "aclu" not in meeting.put("motion", meeting.motion("adjourn_debate", "peru")).order


def test_a_committee_has_four_hundred_seats_at_most() -> None:
    seats = tuple(Seat(f"seat-{place}", "member", place) for place in range(MOST_SEATS - 2))
    meeting = Meeting()
    meeting.do(founding(*seats, Seat(CHAIR, "chair", 0)), by=ORGANIZER)
    meeting.do(AddSeat("chad", "member", 900), by=ORGANIZER)
    assert meeting.rules(AddSeat("peru", "member", 901), by=ORGANIZER) == ("roster.size",)
