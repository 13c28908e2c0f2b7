"""The rules as pages: every setting has an input, and what was touched is the only thing that changes."""

from __future__ import annotations

import pytest

from app.procedure.floor import Floor
from app.procedure.parameters import differences, with_parameters
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load, names
from app.procedure.says import sentence_of
from app.procedure.settings import setting_types
from app.procedure.sources import TAG
from app.procedure.steps_said import STEPS
from app.screens.environment import page
from app.screens.rulebook_form import changed, groups
from app.screens.rules_at_hand import otherwise, rules_at_hand
from app.screens.says_form import changed_says, says_form
from tests.procedure.meeting import Meeting, in_debate
from tests.screens.council import directory


def sent(book: Rulebook, **touched: list[str]) -> dict[str, list[str]]:
    """The form of a rulebook as a browser sends it, with some inputs touched."""
    inputs = [one for group in groups(book, directory()) for one in group.inputs]
    form = {
        one.name: list(one.values) if one.kind == "several" else [", ".join(one.values)]
        for one in inputs
        if one.values or one.kind != "several"
    }
    form["shown"] = [one.name for one in inputs if one.kind == "several"]
    return form | {name.replace("__", "."): values for name, values in touched.items()}


@pytest.mark.parametrize("name", names())
def test_every_setting_of_every_house_has_an_input_and_an_untouched_form_changes_nothing(name: str) -> None:
    book = load(name)
    inputs = {one.name: one for group in groups(book, directory()) for one in group.inputs}
    assert set(setting_types()) <= set(inputs)
    for one in inputs.values():
        assert one.label
        assert one.kind in ("several", "number", "text") or one.value in {o.value for o in one.options}
    assert changed(book, sent(book)) == {}


@pytest.mark.parametrize("name", [*names(), "un4mun+security_council"])
@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_every_step_has_a_sentence_to_set_and_an_untouched_one_changes_nothing(
    name: str, language: str
) -> None:
    book = load(name)
    form = says_form(Floor(rulebook=book), directory(language=language))
    every = [one for part in form.parts for one in part.sentences]
    assert [one.name.rpartition(".")[2] for one in every] == list(STEPS)
    for one in every:
        assert "{" not in one.preview and one.general and set(one.placeholders) <= set(form.values)
    assert changed_says(book, language, {one.name: [one.value] for one in every}) == {}
    touched = {every[0].name: [" Order,  please. "], every[1].name: [""]}
    after = with_parameters(book, changed_says(book, language, touched))
    assert sentence_of(after.says, "call_to_order", language) == "Order, please."
    assert sentence_of(after.says, "roll_call_begins", language) == ""


def test_a_preview_has_todays_names_and_numbers() -> None:
    form = says_form(in_debate().floor, directory())
    said = {one.name.rpartition(".")[2]: one.preview for part in form.parts for one in part.sentences}
    assert said["speech_floor"] == "The chair has recognized Canada, for 90 seconds."
    assert said["roll_call_ends"].startswith("Everybody has been called: 8 of 8 members")


@pytest.mark.parametrize(
    ("setting", "typed", "reads"),
    [
        ("quorum.open", ["1/3"], "quorum_open"),
        ("votes.procedural_abstain", ["yes"], "procedural_abstain"),
        ("caucuses.longest_total_seconds", ["1800"], "caucus_max_total"),
        ("caucuses.uneven_time", ["round_up_total"], "mod_uneven_time_policy"),
        ("yields.to", ["chair"], "yields"),
        ("motions.close_debate.majority", ["simple_cast"], "close_debate_majority"),
    ],
)
def test_what_was_touched_alone_is_changed(setting: str, typed: list[str], reads: str) -> None:
    book = load("harvard")
    given = changed(book, sent(book) | {setting: typed})
    assert set(given) == {setting}
    assert [name for name, _, _ in differences(book, with_parameters(book, given))] == [reads]


def test_a_list_that_is_emptied_is_empty() -> None:
    book = load("harvard")
    form = {name: values for name, values in sent(book).items() if name != "yields.to"}
    assert changed(book, form) == {"yields.to": []}
    assert changed(book, {name: values for name, values in form.items() if name != "shown"}) == {}


def test_houses_are_told_apart_in_words() -> None:
    found = otherwise(load("harvard"), load("una_usa"), directory())
    said = {one.name: (one.label, one.before, one.after) for one in found}
    assert said["quorum_open"] == ("Quorum to open", "1/4 ceil", "1/3 ceil")


def test_no_number_is_named_while_nobody_could_vote() -> None:
    view = rules_at_hand(Meeting().floor, directory())
    assert view.majorities == () and not any(one.today for one in view.motions)


def test_the_rules_at_hand_name_every_motion_with_what_carries_it_today() -> None:
    meeting = in_debate()
    view = rules_at_hand(meeting.floor, directory())
    assert [one.kind for one in view.motions][:2] == list(meeting.floor.rulebook.precedence[:2])
    assert {one.kind for one in view.motions} == {one.kind for one in meeting.floor.rulebook.motions}
    closing = next(one for one in view.motions if one.kind == "close_debate")
    assert (closing.speakers_against, closing.in_order) == (2, False)
    assert "6" in closing.today, "two thirds of nine voters"
    assert next(one for one in view.motions if one.kind == "moderated_caucus").in_order


@pytest.mark.parametrize(("house", "cited"), [("harvard", "yes"), ("nmun", "no")])
def test_what_the_chair_keeps_by_its_word_is_said_with_the_rules(house: str, cited: str) -> None:
    notes = rules_at_hand(in_debate(rulebook=load(house)).floor, directory()).notes
    assert notes[:3] == (
        f"Citing working papers: {cited}.",
        "Reserved phrases: a warning.",
        "Notes during votes: no.",
    )
    assert notes[3:] == load(house).notes


def test_the_rules_at_hand_name_their_sources_and_show_no_tag() -> None:
    meeting = in_debate()
    view = rules_at_hand(meeting.floor, directory())
    shown = page(
        "record/rules.html", "en", v=view, key="", may_change=False, directory=directory(), committee=7
    )
    assert "read whole (DUMUNC 2018; JAMUN; SMITMUN 2019; PacificMUN 2019)" in shown
    assert not TAG.search(shown)
