"""The life of a paper, from working paper to adopted text, and the symbol it gets as a draft."""

import pytest

from resolutions.lifecycle import STEPS, OutOfOrder, after, allowed, draft_symbol, steps_from


def test_a_paper_lives_from_working_paper_to_adopted_text() -> None:
    stage = after("working_paper", "submit")
    stage = after(stage, "return")
    stage = after(after(stage, "submit"), "approve")
    assert stage == "approved"
    assert after(after(after(stage, "introduce"), "amend"), "adopt") == "adopted"
    assert after("introduced", "fail") == "failed"


def test_steps_that_the_table_lacks_are_out_of_order() -> None:
    assert not allowed("working_paper", "introduce")
    assert not allowed("submitted", "introduce")
    assert not allowed("withdrawn", "submit")
    with pytest.raises(OutOfOrder):
        after("adopted", "withdraw")
    assert steps_from("withdrawn") == ()
    assert all(allowed(stage, step) for stage, step in STEPS)


def test_a_draft_gets_the_symbol_of_its_committee() -> None:
    assert draft_symbol("DR {topic}.{number}", 1, 2) == "DR 1.2"
    assert draft_symbol("GA/DR/{topic}/{number}", 3, 1) == "GA/DR/3/1"
    assert draft_symbol("C/L/{number}", 1, 12) == "C/L/12"
    with pytest.raises(ValueError, match="number"):
        draft_symbol("DR", 1, 1)
