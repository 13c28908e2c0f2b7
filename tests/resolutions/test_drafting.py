"""A draft while it is written: permanent uids, numbers that follow from the place, and limits."""

import pytest

from resolutions.document import (
    LONGEST_TEXT,
    Document,
    children,
    clause_at,
    descendants,
    level,
    numbering,
    part_of,
)
from resolutions.drafting import (
    SENTENCES,
    DraftingError,
    add_clause,
    change_clause,
    move_clause,
    remove_clause,
)
from resolutions.numerals import from_letters, from_roman, letters, roman
from tests.resolutions.papers import paper


def numbers(document: Document) -> dict[str, str]:
    return dict(numbering(document))


def test_numbers_go_four_levels_deep_and_the_preamble_has_none() -> None:
    assert numbers(paper()) == {
        "p1": "", "o1": "1.", "o2": "2.", "o2a": "(a)", "o2b": "(b)", "o2bi": "(i)", "o2bia": "a.",
    }  # fmt: skip
    assert [level(paper(), uid) for uid in ("p1", "o2", "o2b", "o2bi", "o2bia")] == [1, 1, 2, 3, 4]
    assert part_of(paper(), "o2bia") == "operative"


def test_a_moved_clause_takes_its_list_along_and_everything_is_numbered_anew() -> None:
    moved = move_clause(paper(), "o2", after=None)
    assert [c.uid for c in children(moved, None, "operative")] == ["o2", "o1"]
    assert numbers(moved)["o2"] == "1."
    assert [c.uid for c in descendants(moved, "o2")] == ["o2a", "o2b", "o2bi", "o2bia"]


def test_a_paragraph_becomes_a_sub_clause_and_a_sub_clause_a_paragraph() -> None:
    indented = move_clause(paper(), "o1", after="o2a", parent="o2")
    assert numbers(indented) == {
        "p1": "", "o2": "1.", "o2a": "(a)", "o1": "(b)", "o2b": "(c)", "o2bi": "(i)", "o2bia": "a.",
    }  # fmt: skip
    outdented = move_clause(paper(), "o2b", after="o2")
    assert (numbers(outdented)["o2b"], numbers(outdented)["o2bi"]) == ("3.", "(a)")


def test_a_paragraph_can_change_its_part() -> None:
    document = move_clause(paper(), "o1", after="p1")
    assert [c.uid for c in children(document, None, "preambular")] == ["p1", "o1"]
    assert part_of(move_clause(paper(), "p1", kind="operative"), "p1") == "operative"
    assert part_of(move_clause(paper(), "o1"), "o1") == "operative"


def test_closing_marks_and_extra_space_are_not_part_of_the_text() -> None:
    clause = clause_at(change_clause(paper(), "o1", text="  that  all\nreturns are safe ; "), "o1")
    assert clause is not None
    assert clause.text == "that all returns are safe"
    assert clause.opening == "Affirms"
    abbreviated = clause_at(change_clause(paper(), "o1", text="signs, flags, etc."), "o1")
    assert abbreviated is not None
    assert abbreviated.text == "signs, flags, etc."


def test_removing_a_clause_removes_what_stands_under_it_and_nothing_else() -> None:
    assert [c.uid for c in remove_clause(paper(), "o2b").clauses] == ["p1", "o1", "o2", "o2a"]


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("uid_taken", lambda d: add_clause(d, "o1", "operative")),
        ("no_parent", lambda d: add_clause(d, "n", "sub", None, "gone")),
        ("no_anchor", lambda d: add_clause(d, "n", "operative", "p1")),
        ("no_anchor", lambda d: move_clause(d, "o1", after="gone")),
        ("wrong_kind", lambda d: add_clause(d, "n", "sub")),
        ("wrong_kind", lambda d: add_clause(d, "n", "operative", None, "o1")),
        ("no_clause", lambda d: change_clause(d, "gone", text="x")),
        ("no_clause", lambda d: remove_clause(d, "gone")),
        ("under_itself", lambda d: move_clause(d, "o2", parent="o2bi")),
        ("under_itself", lambda d: move_clause(d, "o2", after="o2")),
        ("too_deep", lambda d: add_clause(d, "n", "sub", None, "o2bia")),
        ("too_deep", lambda d: move_clause(d, "o2", parent="o1")),
        ("too_long", lambda d: change_clause(d, "o1", text="x" * (LONGEST_TEXT + 1))),
        ("not_plain_text", lambda d: change_clause(d, "o1", text="a\x00b")),
        ("not_plain_text", lambda d: change_clause(d, "o1", text="a\ud800b")),
    ],
)
def test_an_edit_that_cannot_be_done_names_its_rule(rule: str, edit: object) -> None:
    assert callable(edit)
    with pytest.raises(DraftingError) as refusal:
        edit(paper())
    assert refusal.value.rule == rule
    assert str(refusal.value) == SENTENCES[rule]


def test_letters_and_roman_figures_count_in_both_directions() -> None:
    assert [letters(n) for n in (1, 26, 27, 28, 52, 53)] == ["a", "z", "aa", "bb", "zz", "aaa"]
    assert [roman(n) for n in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]
    assert all(from_letters(letters(n)) == n for n in range(1, 500))
    assert all(from_roman(roman(n)) == n for n in range(1, 400))
    assert from_letters("ab") == from_letters("bb") == 28  # as pages on the web count, and as the UN does
    assert (from_letters("3"), from_roman("iix"), from_roman("")) == (None, None, None)
