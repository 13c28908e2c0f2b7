"""Parameters: every one of the rules reference is a setting, its values are read, and wrong ones refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.procedure.catalogue import NEEDS
from app.procedure.parameter_table import PARAMETERS
from app.procedure.parameters import differences, what_is_allowed, with_parameters
from app.procedure.published_orders import PUBLISHED
from app.procedure.rulebook_files import UnknownRulebook, compose, load
from app.procedure.rules import Share
from app.procedure.settings import setting_types, type_of
from tests.procedure.reference import ENUMS, SECTION_A

QUESTIONS = ("uphold the ruling? yes = chair wins", "overrule the ruling? yes = chair loses")
PRESENT = Share(20, 100, "floor", "present")
DIVISION = {"kind": "division", "effect": "end_caucus", "phases": ["voting"], "ordered": False}
HARVARD = load("harvard")
if HARVARD.motion("division") is None:
    HARVARD = with_parameters(HARVARD, {"motions.division": DIVISION})


def test_every_parameter_of_the_reference_is_there() -> None:
    assert len(SECTION_A) == 71
    assert list(PARAMETERS) == SECTION_A
    for parameter in PARAMETERS.values():
        assert all(type_of(setting) is not None for setting in parameter.settings), parameter.id
        assert what_is_allowed(parameter.id)


@pytest.mark.parametrize("name", ENUMS)
def test_each_word_of_a_parameter_is_taken_and_makes_a_different_house(name: str) -> None:
    words = ENUMS[name].split()
    houses = {word: with_parameters(HARVARD, {name: word}) for word in words}
    assert len(set(houses.values())) == len(words)
    for word in words:
        assert word in what_is_allowed(name)
    with pytest.raises(UnknownRulebook, match=f"Parameter {name} cannot be 'dance'; allowed is one of"):
        with_parameters(HARVARD, {name: "dance"})


def test_the_question_of_an_appeal_is_put_in_one_of_two_ways() -> None:
    upheld, overruled = (with_parameters(HARVARD, {"appeal_question": said}) for said in QUESTIONS)
    assert (upheld.appeals.question, overruled.appeals.question) == ("uphold", "overrule")


@pytest.mark.parametrize(
    "name", [p.id for p in PARAMETERS.values() if len(p.settings) == 1 and type_of(p.settings[0]) is bool]
)
def test_a_switch_is_on_or_off_and_nothing_between(name: str) -> None:
    assert with_parameters(HARVARD, {name: True}) != with_parameters(HARVARD, {name: False})
    for wrong in (1, 0, "true", "yes", None):
        with pytest.raises(UnknownRulebook, match=f"Parameter {name} cannot be .* allowed is true or false"):
            with_parameters(HARVARD, {name: wrong})


@pytest.mark.parametrize(
    ("name", "value", "setting", "becomes"),
    [
        ("quorum_open", "1/3", "quorum.open", Share(1, 3)),
        ("quorum_vote", ">1/2 (majority)", "quorum.vote", Share(1, 2, "more_than")),
        ("quorum_vote", "majority of members", "quorum.vote", Share(1, 2, "more_than")),
        ("quorum_open", {"numerator": 2, "denominator": 3}, "quorum.open", Share(2, 3)),
        ("signatories_min", "1/5 ceil, sponsors included", "papers.signatories_min", Share(1, 5)),
        (
            "signatories_min",
            "20% floor of present",
            "papers.signatories_min",
            Share(20, 100, "floor", "present"),
        ),
        ("amendment_signatories_min", "1/8 ceil", "amendments.signatories_min", Share(1, 8)),
        ("sponsors_max", "10%, cap 5", "papers.sponsors_max_share", Share(10, 100, "floor")),
        ("sponsors_max", "10%, cap 5", "papers.sponsors_max", 5),
        ("sponsors_max", "5% rounded up", "papers.sponsors_max_share", Share(5, 100)),
        ("sponsors_max", "floor 10%", "papers.sponsors_max_share", Share(10, 100, "floor")),
        ("sponsors_max", 3, "papers.sponsors_max", 3),
        ("caucus_max_total", "20 min", "caucuses.longest_total_seconds", 1200),
        ("caucus_max_total", 900, "caucuses.longest_total_seconds", 900),
        ("gsl_default_seconds", 60, "speeches.general_seconds", 60),
        ("rollcall_statuses", [], "attendance.statuses", ()),
        ("yields", ["chair", "comments"], "yields.to", ("chair", "comments")),
        ("voting_motions_allowed", ["roll_call"], "action.motions", ("roll_call_vote",)),
        ("right_of_reply", {"time_s": 30, "form": "oral", "appealable": True}, "replies.seconds", 30),
        ("right_of_reply", {"trigger": "grave insult", "form": "oral"}, "replies.written", False),
        ("voting_room", {"doors_closed": False}, "action.doors_closed", False),
        ("explanation_of_vote", "three_speakers_30s", "action.explanation_seconds", 30),
        ("devices", {"formal": "off"}, "devices.formal", "off"),
        ("warnings", {"used": True, "limit": 2}, "warnings.limit", 2),
        ("caucuses.uneven_time", "round_up_total", "caucuses.uneven_time", "round_up_total"),
        ("votes.required_yes", 9, "votes.required_yes", 9),
        ("votes.required_yes_share", "3/5", "votes.required_yes_share", Share(3, 5)),
        ("speeches.general_seconds", "2 min", "speeches.general_seconds", 120),
    ],
)
def test_a_value_is_read_in_the_form_it_is_written_in(
    name: str, value: Any, setting: str, becomes: Any
) -> None:
    group, field = setting.split(".")
    assert getattr(getattr(with_parameters(HARVARD, {name: value}), group), field) == becomes


def test_speakers_for_and_against_a_motion_are_a_pair() -> None:
    for value in ({"for": 1, "against": 3}, [1, 3]):
        for name, kind in (("close_debate_speakers", "close_debate"), ("division_debate", "division")):
            rule = with_parameters(HARVARD, {name: value}).motion(kind)
            assert rule is not None
            assert (rule.speakers_for, rule.speakers_against) == (1, 3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quorum_open", "a third"),
        ("quorum_open", "1/0"),
        ("quorum_open", 0.25),
        ("signatories_min", "1/5 ceil, friends included"),
        ("sponsors_max", "10%, cap many"),
        ("sponsors_max", -1),
        ("caucus_max_total", "20 parsecs"),
        ("caucus_max_total", 0),
        ("gsl_default_seconds", 90.5),
        ("close_debate_speakers", {"for": 1}),
        ("close_debate_speakers", [1, 2, 3]),
        ("close_debate_speakers", "two"),
        ("rollcall_statuses", ["present", "asleep"]),
        ("rollcall_statuses", "present"),
        ("yields", ["the dog"]),
        ("right_of_reply", {"time_s": 30, "colour": "red"}),
        ("right_of_reply", {"form": "sung"}),
        ("voting_room", {"doors_closed": "half"}),
        ("devices", {"formal": "sometimes"}),
        ("devices", "off"),
        ("warnings", {"consequence": "exile"}),
        ("amendment_degree_max", 3),
        ("caucuses.uneven_time", "dance"),
        ("papers.symbol", "DR"),
        ("motions.close_debate.majority", "most"),
        ("motions.close_debate", 3),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_is_allowed(name: str, value: Any) -> None:
    with pytest.raises(UnknownRulebook, match=f"Parameter {name} cannot be .*; allowed is ."):
        with_parameters(HARVARD, {name: value})


def test_a_name_that_is_no_parameter_is_refused_with_the_nearest_that_is() -> None:
    with pytest.raises(UnknownRulebook, match="no parameter quorum_opn; did you mean quorum_open"):
        with_parameters(HARVARD, {"quorum_opn": "1/3"})
    with pytest.raises(UnknownRulebook, match="no parameter zzz"):
        with_parameters(HARVARD, {"zzz": 1})
    with pytest.raises(UnknownRulebook, match=r"the rulebook .* has no motion waltz"):
        with_parameters(HARVARD, {"motions.waltz.majority": "simple_cast"})


def test_the_order_of_precedence_is_set_by_name_or_in_full() -> None:
    geo = with_parameters(HARVARD, {"precedence_of": "GEO"})
    assert geo.place("close_debate") < geo.place("adjourn_meeting") < geo.place("moderated_caucus")
    known = {kind for kind in PUBLISHED["GEO"] if HARVARD.motion(kind)}
    assert set(geo.precedence) == known | set(HARVARD.precedence)
    turned = with_parameters(HARVARD, {"precedence": list(reversed(HARVARD.precedence))})
    assert turned.precedence == tuple(reversed(HARVARD.precedence))
    with pytest.raises(UnknownRulebook, match="precedence"):
        with_parameters(HARVARD, {"precedence": ["close_debate"]})
    with pytest.raises(UnknownRulebook, match="choose one of JAM"):
        with_parameters(HARVARD, {"precedence_of": "ATLANTIS"})


def test_a_motion_comes_and_goes_as_a_whole() -> None:
    without = with_parameters(HARVARD, {"motions.round_robin": None})
    assert without.motion("round_robin") is None
    assert "round_robin" not in without.precedence
    assert HARVARD.motion("round_robin") is not None


def test_what_differs_is_what_was_set() -> None:
    changed = {"quorum_open": "1/3 ceil", "close_debate_majority": "simple_cast", "votes.veto": True}
    house = with_parameters(HARVARD, changed)
    assert {name: after for name, _, after in differences(HARVARD, house)} == changed
    assert differences(house, house) == ()


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_house_with_the_differences_is_the_other_house(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(list(ENUMS)), min_size=1, max_size=6, unique=True))
    chosen = {name: data.draw(st.sampled_from(ENUMS[name].split())) for name in names}
    other = with_parameters(HARVARD, chosen)
    found = {name: after for name, _, after in differences(HARVARD, other)}
    assert with_parameters(HARVARD, found) == other


def test_no_parameter_leaves_the_rulebook_as_it_is() -> None:
    assert compose("harvard") is load("harvard")
    assert compose("harvard", (), {"quorum_open": "1/4"}) == load("harvard")


def test_every_setting_has_a_type_that_can_be_told() -> None:
    assert len(setting_types()) > 80
    for name in setting_types():
        assert what_is_allowed(name), name


def test_an_effect_gets_what_it_cannot_do_without() -> None:
    for effect, needed in NEEDS.items():
        row = {"kind": "own", "effect": effect, "phases": ["list"], "ordered": False}
        assert with_parameters(HARVARD, {"motions.own": {**row, "parameters": list(needed)}}).motion("own")
        for name in needed:
            rest = [one for one in needed if one != name]
            with pytest.raises(UnknownRulebook, match=f"motions.own.parameters: {effect} needs {name}"):
                with_parameters(HARVARD, {"motions.own": {**row, "parameters": rest}})
