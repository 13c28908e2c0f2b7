"""A delegate's page says what is so, closes what is not in order with its reason, and tells no vote early."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from app.procedure.floor import InOrder, decide
from app.procedure.results import CloseVote
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.votes import CastBallot
from app.screens.moving import in_order
from app.screens.phone.act import doing
from app.screens.phone.ballot import ballot
from app.screens.phone.me import me
from app.screens.phone.speakers import speakers_list
from app.screens.phone.vote import voting
from app.web.fields import command_from, from_form
from app.web.table import ROW_OF
from app.words import refusal_sentence
from tests.procedure.meeting import MEMBERS, Meeting, in_debate
from tests.screens.phone_directory import DIRECTORY, PROFILE
from tests.screens.phone_pages import regions


def queue(*seats: str) -> Meeting:
    """Debate, with these seats on the list in this order."""
    meeting = in_debate()
    for seat in seats:
        meeting.do(JoinSpeakersList(), by=seat)
    return meeting


def test_the_list_is_told_in_minutes_from_now_as_a_program_reads_it() -> None:
    meeting = queue("honduras", "france", "ghana", "peru")
    meeting.do(CallNextSpeaker())
    shown = speakers_list(meeting.floor, DIRECTORY)
    assert shown.now is not None and shown.now.name == "Honduras"
    assert [row.key for row in shown.rows] == ["france", "ghana", "peru"]
    assert [row.minutes for row in shown.rows] == [2, 3, 5]  # 90 s each, rounded up
    assert not any(row.heard for row in shown.rows)


def test_a_delegation_is_told_its_place() -> None:
    meeting = queue("honduras", "france", "ghana")
    assert "You speak third" in regions(meeting.floor, "ghana")["seat:me"]
    assert "In about 3 minutes, for 90 seconds." in regions(meeting.floor, "ghana")["seat:me"]
    meeting.do(CallNextSpeaker())
    assert "You have the floor" in regions(meeting.floor, "honduras")["seat:me"]
    assert "You speak next" in regions(meeting.floor, "france")["seat:me"]
    assert me(meeting.floor, DIRECTORY, "peru").place == 0


def test_seats_to_which_the_same_is_said_are_drawn_once() -> None:
    meeting = in_debate()
    alike = {draw(meeting.floor, DIRECTORY, seat) for seat in MEMBERS for draw in (doing, me, ballot)}
    assert len(alike) == 3
    meeting.put("motion", meeting.motion("close_speakers_list", "peru"), "devices")
    meeting.do(CastBallot(meeting.vote.number, "no"), by="peru")
    assert len({ballot(meeting.floor, DIRECTORY, seat) for seat in MEMBERS}) == 2


def test_a_closed_action_says_what_the_rules_would_say() -> None:
    meeting = in_debate(absent=("canada",))
    meeting.do(CloseSpeakersList())
    refused = meeting.refused(JoinSpeakersList(), by="ghana")
    said = doing(meeting.floor, DIRECTORY, "ghana")
    assert said.big == "speak"
    assert said.why == refusal_sentence(refused[0], DIRECTORY.short_names)
    assert doing(meeting.floor, DIRECTORY, "canada").big == "note"  # a late delegation sends one
    assert "aria-disabled" in regions(meeting.floor, "ghana")["seat:act"]


@pytest.mark.parametrize("with_draft", [False, True])
def test_every_motion_on_offer_filled_from_its_own_form_is_in_order(with_draft: bool) -> None:
    meeting = in_debate()
    if with_draft:
        meeting.introduced()
        meeting.approved()
    offered = in_order(meeting.floor, DIRECTORY, "ghana")
    assert {"moderated_caucus", "unmoderated_caucus"} <= {move.kind for move in offered}
    row = ROW_OF["RaiseMotion"]
    for move in (move for move in offered if not move.closed):
        words = {one.name: "Notice before flights" for one in move.fields if not one.optional}
        given = {**words, **{one.name: one.chosen for one in move.fields if one.chosen}}
        body = urlencode({"kind": move.kind, **given}).encode()
        command = command_from(row, from_form(body, row))
        decision = decide(meeting.floor, "ghana", meeting.at, command)
        assert isinstance(decision, InOrder), (move, decision)


def test_the_extension_of_a_caucus_offers_no_more_than_it_had() -> None:
    meeting = in_debate()
    meeting.carry("unmoderated_caucus", "ghana", total_seconds=300)
    offered = in_order(meeting.floor, DIRECTORY, "ghana")
    (extension,) = [move for move in offered if move.kind == "extend_caucus"]
    assert [option.value for option in extension.fields[0].options] == ["60", "120", "150", "300"]


def test_no_split_is_told_before_the_announcement() -> None:
    shown = []
    for choice in ("yes", "no"):
        meeting = in_debate()
        vote = meeting.put("motion", meeting.motion("close_speakers_list", "peru"), "devices")
        meeting.do(CastBallot(vote.number, choice), by="ghana")
        opened = voting(meeting.floor, DIRECTORY)
        assert opened.now is not None and (opened.now.received, opened.now.of) == (1, 9)
        meeting.do(CloseVote(vote.number))
        shown.append((opened, voting(meeting.floor, DIRECTORY), ballot(meeting.floor, DIRECTORY, "peru")))
    assert shown[0] == shown[1]
    meeting.announce()
    last = voting(meeting.floor, DIRECTORY).last
    assert last is not None and not last.passed and last.sentence.startswith("Failed, 0-1.")


def test_who_promised_to_vote_may_not_abstain_and_is_told_why() -> None:
    meeting = in_debate(present_and_voting=("ghana",))
    vote = meeting.put("paper", _debated(meeting), "devices")
    offered = {one.choice: one.closed for one in ballot(meeting.floor, DIRECTORY, "ghana").choices}
    assert offered == {"yes": "", "no": "", "abstain": "promised"}
    assert "so you may not abstain" in regions(meeting.floor, "ghana")["seat:ballot"]
    assert "data-open-ballot" in regions(meeting.floor, "ghana")["seat:ballot"]
    meeting.do(CastBallot(vote.number, "yes"), by="ghana")
    recorded = regions(meeting.floor, "ghana")["seat:ballot"]
    assert "Yes, recorded" in recorded and "data-open-ballot" not in recorded
    assert ballot(meeting.floor, DIRECTORY, "aclu").state == "no_vote"


def test_in_a_roll_call_only_who_is_called_is_asked() -> None:
    meeting = in_debate()
    vote = meeting.put("paper", _debated(meeting), "roll_call")
    states = {seat: ballot(meeting.floor, DIRECTORY, seat).state for seat in MEMBERS}
    assert [seat for seat, state in states.items() if state == "called"] == ["canada"]
    assert [one.choice for one in ballot(meeting.floor, DIRECTORY, "canada").choices] == [
        *("yes", "no", "abstain", "pass")
    ]
    for seat in MEMBERS:
        choice = "pass" if seat == "canada" else "yes"
        meeting.do(CastBallot(vote.number, choice, seat=seat))  # type: ignore[arg-type]
    second = ballot(meeting.floor, DIRECTORY, "canada")
    assert second.state == "called" and second.choices[-1].closed == "passed"


def _debated(meeting: Meeting) -> str:
    key = meeting.introduced()
    meeting.carry("close_debate", "peru")
    return key


def test_the_card_puts_the_position_beside_the_floor() -> None:
    shown = regions(in_debate().floor, "ghana")["seat:card"]
    assert "every return be announced" in shown and "p. 17" in shown and PROFILE.questions[0] in shown
    assert PROFILE.questions[1] in regions(in_debate().floor, "peru")["seat:card"]
