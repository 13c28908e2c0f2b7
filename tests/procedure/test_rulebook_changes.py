"""The rules change while the committee runs: for what comes next, with a reason, never under an open vote."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.act import ORGANIZER
from app.procedure.motions import RaiseMotion, WithdrawMotion
from app.procedure.quorum import quorum_to_open
from app.procedure.rulebook_changes import ChangeRulebook
from app.procedure.rulebook_files import load
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.suspended_rules import suspended
from app.procedure.undo import Entry, UndoAct, decide, history
from app.procedure.voting import OpenVote
from app.words import event_sentence, language, refusal_sentence
from tests.procedure.meeting import CHAIR, Meeting, before_the_vote, in_debate

LONG: dict[str, Any] = {"total_seconds": 1800, "speech_seconds": 60, "topic": "notice"}


def change(reason: str = "The secretariat agreed", rulebook: str = "", **parameters: Any) -> ChangeRulebook:
    return ChangeRulebook(reason, parameters, rulebook)


def told(meeting: Meeting) -> str:
    """The last act in the words of the minutes."""
    return event_sentence(meeting.said[-1][5][-1], meeting.floor, {})


def test_the_organizer_or_a_chair_changes_a_rule_and_the_minutes_say_which() -> None:
    meeting = in_debate()
    assert quorum_to_open(meeting.floor) == 2
    meeting.do(change(quorum_open="1/2"), by=ORGANIZER)
    assert quorum_to_open(meeting.floor) == 4
    assert told(meeting) == (
        "The rules were changed: quorum to open (was “1/4 ceil”, is “1/2 ceil”). "
        "Reason: The secretariat agreed."
    )
    meeting.do(change(close_debate_majority="simple_cast", gsl_default_seconds=60))
    assert "Close debate, majority (was “two thirds of those voting”" in told(meeting)
    assert "speaking time (was “90 s”, is “60 s”)" in told(meeting)
    assert meeting.replayed() == meeting.floor


def test_nobody_else_changes_them_and_never_without_a_reason() -> None:
    meeting = in_debate()
    for seat in ("peru", "assistant-1", "aclu"):
        assert "chair.only" in meeting.rules(change(quorum_open="1/2"), by=seat)
    assert "reason.needed" in meeting.rules(change("  ", quorum_open="1/2"))


@pytest.mark.parametrize(
    ("given", "rule", "said"),
    [
        (change(quorum_open="some"), "rulebook.wrong", "cannot be 'some'; allowed is a share"),
        (
            change(quorum_opn="1/2"),
            "rulebook.wrong",
            "There is no parameter quorum_opn; did you mean",
        ),
        (change(precedence_of=["ryan"]), "rulebook.wrong", "is no published order"),
        (change(precedence_of={"name": 1}), "rulebook.wrong", "is no published order"),
        (change(precedence=[["appeal"]]), "rulebook.wrong", "this is a list of kinds of motion"),
        (change(rulebook="atlantis"), "rulebook.wrong", "There is no rulebook atlantis"),
        (change(rulebook="/etc/house.toml"), "rulebook.wrong", "There is no rulebook /etc/house.toml"),
        (change(quorum_open="1/4"), "rulebook.same", "These are the rules already."),
    ],
)
def test_rules_that_no_file_could_hold_are_refused_in_words(given: Any, rule: str, said: str) -> None:
    (refusal,) = in_debate().refused(given)
    assert refusal.rule == rule
    assert said in refusal_sentence(refusal, {})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (change(quorum_open="some"), "«cuórum para abrir» no puede ser 'some'; se admite una proporción"),
        (change(caucus_max_total="long"), 'se admite segundos, o un tiempo como "20 min"'),
        (change(amendment_degree_max=3), "se admite un número entero de 1 a 2"),
        (change(precedence_of="ryan"), "parámetros, precedence_of: ryan no es un orden publicado; elija"),
        (change(**{"says.es.speech_floor": "{chair}"}), "no hay ningún marcador {chair} en este paso; tiene"),
        (change(quorum_opn="1/2"), "No hay ningún parámetro quorum_opn; ¿quiso decir quorum_open"),
    ],
)
def test_who_reads_spanish_is_told_in_spanish(given: Any, said: str) -> None:
    (refusal,) = in_debate().refused(given)
    sentence = refusal_sentence(refusal, {}, language("es"))
    assert said in sentence and sentence.endswith("Corríjalo.")


def test_another_house_is_taken_as_a_whole() -> None:
    meeting = in_debate()
    meeting.do(change(rulebook="una_usa+security_council", quorum_open="1/5"))
    assert meeting.floor.rulebook.id == "una_usa+security_council"
    assert meeting.floor.rulebook.votes.required_yes == 9
    assert quorum_to_open(meeting.floor) == 2
    assert "more. Reason" in told(meeting)


def test_an_open_vote_goes_on_by_the_rules_it_was_opened_with() -> None:
    """Two thirds of eight are six: five carry it only when the question is put again."""
    meeting = before_the_vote(load("harvard"))
    meeting.do(change(resolution_majority="two_thirds_cast"))
    vote = meeting.put("paper", "WP-1")
    meeting.do(change(resolution_majority="simple_cast", observer_substantive_vote=True, quorum_vote="1/1"))
    assert meeting.vote == vote
    assert not meeting.hands(5, 3)
    again = before_the_vote(load("harvard"))
    again.do(change(resolution_majority="two_thirds_cast"))
    again.do(change(resolution_majority="simple_cast"))
    again.put("paper", "WP-1")
    assert again.hands(5, 3)


def test_what_an_open_vote_still_goes_by_waits_for_its_result() -> None:
    meeting = in_debate()
    number = meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    meeting.put("motion", number)
    for still in (
        {"vote_change_until": "never"},
        {"votes.tie": "second_vote_then_fails"},
        {"multiple_resolutions_per_topic": "non_contradictory_only"},
        {"division_effect": "removed_part_voted_as_annex"},
        {"explanation_of_vote": "any_voter_before_or_after"},
    ):
        assert meeting.rules(change(**still)) == ("rulebook.vote_open",), still
    assert meeting.hands(9, 0)
    meeting.do(change(vote_change_until="never"))


def test_a_motion_that_waits_keeps_its_rules_and_takes_its_new_place() -> None:
    meeting = in_debate()
    caucus = meeting.motion("moderated_caucus", "peru", total_seconds=600, speech_seconds=60, topic="notice")
    talk = meeting.motion("round_robin", "ghana", speech_seconds=30, topic="all")
    assert [motion.number for motion in meeting.floor.motions.pending] == [talk, caucus]
    for parameters in (
        {"motions.round_robin": None},
        {"motions.round_robin.majority": "unanimous"},
        {"votes.procedural": "unanimous"},
    ):
        assert meeting.rules(ChangeRulebook("so", parameters)) == ("rulebook.motion_waits",)
    meeting.do(change(precedence_of="GAVM"))
    assert [motion.number for motion in meeting.floor.motions.pending] == [caucus, talk]
    meeting.do(WithdrawMotion(talk), by="ghana")
    meeting.do(ChangeRulebook("so", {"motions.round_robin": None}))
    assert "motion.unknown" in meeting.rules(
        RaiseMotion("round_robin", speech_seconds=30, topic="all"), by="peru"
    )


def test_a_change_is_undone_like_any_act() -> None:
    meeting = in_debate()
    meeting.do(change(quorum_open="1/2"))
    entries = [Entry(*act, chain="") for act in meeting.said]
    undo = UndoAct(meeting.floor.number)
    outcome: Any = decide(history(entries), CHAIR, meeting.at, undo)
    number = meeting.floor.number + 1
    again = history([*entries, Entry(number, meeting.at, CHAIR, undo, "", outcome.events, "")])
    assert again.floor.rulebook == load("harvard")


def test_a_suspended_rule_stands_no_more_in_this_session() -> None:
    meeting = in_debate()
    long = RaiseMotion("moderated_caucus", **LONG)
    assert meeting.rules(long, by="peru") == ("caucus.max_total",)
    meeting.carry("suspend_rules", "peru", rule="caucus.max_total")
    assert suspended(meeting.floor) == {"caucus.max_total"}
    assert told(meeting) == "The rule “the longest caucus” was suspended for this session."
    meeting.do(long, by="peru")
    assert meeting.replayed() == meeting.floor


def test_only_that_rule_is_set_aside_and_only_until_the_next_session() -> None:
    meeting = in_debate()
    meeting.carry("suspend_rules", "peru", rule="caucus.max_total")
    uneven = RaiseMotion("moderated_caucus", **{**LONG, "speech_seconds": 50, "total_seconds": 1830})
    assert meeting.rules(uneven, by="peru") == ("caucus.uneven",)
    assert meeting.rules(RaiseMotion("suspend_rules", rule="caucus.max_total"), by="peru") == (
        "rule.suspended",
    )
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    assert suspended(meeting.floor) == frozenset()


def test_two_thirds_set_a_rule_aside() -> None:
    meeting = in_debate()
    for yes, passes in ((5, False), (6, True)):
        number = meeting.motion("suspend_rules", "peru", rule="caucus.max_total")
        meeting.do(OpenVote("motion", str(number)), insist="Nobody asked for the floor")
        assert meeting.hands(yes, 9 - yes) is passes


def test_only_what_the_rulebook_alone_gives_can_be_set_aside() -> None:
    for name in ("the longest caucus", "caucus.max_totl", "motion.unknown"):
        assert in_debate().rules(RaiseMotion("suspend_rules", rule=name), by="peru") == ("rule.unknown",)
