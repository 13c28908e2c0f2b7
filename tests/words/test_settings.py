"""Every setting of a rulebook has a label, a sentence and words for each value that it may take."""

from __future__ import annotations

import pytest

from app.procedure.parameter_table import PARAMETERS
from app.procedure.parameters import differences
from app.procedure.rulebook_files import load, names
from app.procedure.settings import choices, row_types, setting_types
from app.words.setting_values import VALUES
from app.words.settings import FIELDS, SETTINGS, setting_label, setting_sentence, value_words

LONGEST_LABEL = 40


def test_every_setting_has_a_label_and_a_sentence_and_no_other_has() -> None:
    assert set(SETTINGS) == set(setting_types())
    labels = [label for label, _ in SETTINGS.values()]
    assert len(set(labels)) == len(labels), "two settings are called the same"
    for label, sentence in SETTINGS.values():
        assert len(label) <= LONGEST_LABEL and not label.endswith(".")
        assert sentence.endswith(".") and sentence[0].isupper()


def test_every_parameter_of_the_reference_can_be_told() -> None:
    for name in PARAMETERS:
        assert setting_label(name, {})
    assert setting_label("quorum_open", {}) == "quorum to open"
    assert setting_sentence("quorum_open") == "How many members must be there before debate opens."
    assert setting_label("close_debate_majority", {}) == "Close debate, majority"
    assert setting_label("precedence", {}) == "order of precedence"
    assert (
        setting_label("motions.silent_reading", {"motion:silent_reading": "Silent reading"})
        == "Silent reading"
    )


def test_every_field_of_a_motion_has_a_label() -> None:
    assert set(FIELDS) == set(row_types()) - {"kind", "note", "source"}


@pytest.mark.parametrize("name", setting_types())
def test_every_word_that_a_setting_may_take_can_be_told(name: str) -> None:
    for word in choices(setting_types()[name]):
        assert word in VALUES, word


def test_values_are_told_as_people_say_them() -> None:
    assert value_words("quorum_presumed", True, {}) == "yes"
    assert value_words("votes.required_yes", None, {}) == "nothing"
    assert value_words("gsl_default_seconds", 90, {}) == "90 s"
    assert value_words("sponsors_min", 2, {}) == "2"
    assert value_words("quorum_open", "1/3 ceil", {}) == "1/3 ceil"
    assert value_words("yields", ["chair", "questions"], {}) == "the chair and questions"
    assert value_words("rollcall_statuses", [], {}) == "none"
    assert value_words("precedence", ["close_debate"], {}) == "Close debate"


def test_what_differs_between_any_two_houses_can_be_told() -> None:
    for one in names():
        for other in names():
            for name, before, after in differences(load(one), load(other)):
                assert (
                    setting_label(name, {}) and value_words(name, after, {}) and value_words(name, before, {})
                )
