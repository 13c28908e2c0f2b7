"""A draft while it is written: permanent uids, numbers that follow from the place, and limits."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.document import (
    LONGEST_TEXT,
    Clause,
    Document,
    MalformedDocument,
    check,
    children,
    clause_at,
    content,
    descendants,
    digest,
    from_json,
    key_between,
    level,
    numbering,
    part_of,
    text_hash,
    to_json,
)
from resolutions.drafting import (
    SENTENCES,
    DraftingError,
    add_clause,
    change_clause,
    move_clause,
    remove_clause,
)
from resolutions.lifecycle import STEPS, OutOfOrder, after, allowed, draft_symbol, steps_from
from resolutions.numerals import from_letters, from_roman, letters, roman


def paper() -> Document:
    """The working paper of these tests: a preambular and two operative paragraphs, one with a list."""
    document = Document("Reintegration after return", "The Council")
    document = add_clause(document, "p1", "preambular", None, None, "Recalling", "the Compact of 2018,")
    document = add_clause(document, "o1", "operative", None, None, "Affirms", "that returns are dignified;")
    document = add_clause(document, "o2", "operative", "o1", None, "Requests", "notice, stating:")
    document = add_clause(document, "o2a", "sub", None, "o2", "", "the number of persons;")
    document = add_clause(document, "o2b", "sub", "o2a", "o2", "", "any medical need:")
    document = add_clause(document, "o2bi", "sub", None, "o2b", "", "medicines;")
    return add_clause(document, "o2bia", "sub", None, "o2bi", "", "insulin;")


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


def test_json_gives_the_same_document_back() -> None:
    assert from_json(to_json(paper())) == paper()


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("uid_taken", {"uid": "p1"}),
        ("no_parent", {"kind": "sub", "parent": "gone"}),
        ("too_deep", {"kind": "sub", "parent": "o1"}),
        ("wrong_kind", {"kind": "operative", "parent": "o2"}),
        ("wrong_kind", {"kind": "sub", "parent": None}),
        ("not_a_clause", {"kind": "footnote"}),
        ("not_a_clause", {"text": 7}),
        ("no_order", {"order_key": "not a key"}),
        ("no_order", {"order_key": ""}),
        ("uid_too_long", {"uid": "x" * 65}),
        ("too_long", {"opening": "x" * 200}),
        ("not_plain_text", {"text": "two\nlines"}),
    ],
)
def test_a_malformed_document_is_refused_with_a_sentence(rule: str, change: dict[str, object]) -> None:
    data = to_json(paper())
    data["clauses"][1] |= change
    with pytest.raises(MalformedDocument) as refusal:
        from_json(data)
    assert refusal.value.rule == rule
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "data", [None, [], {}, {"clauses": "x"}, {"clauses": [1]}, {"clauses": [], "title": 1}]
)
def test_what_is_no_document_at_all_is_refused(data: object) -> None:
    with pytest.raises(MalformedDocument):
        from_json(data)


def test_two_clauses_at_one_place_or_in_a_circle_are_refused() -> None:
    twins = tuple(Clause(uid, "operative", None, "V", "", "") for uid in "ab")
    with pytest.raises(MalformedDocument, match="place"):
        check(Document("", "", twins))
    circle = (Clause("a", "sub", "b", "V", "", ""), Clause("b", "sub", "a", "V", "", ""))
    with pytest.raises(MalformedDocument, match="circles"):
        check(Document("", "", circle))


def test_the_digest_is_of_the_words_in_order_and_not_of_the_keys() -> None:
    document = paper()
    assert len(digest(document)) == 64
    rekeyed = to_json(document)
    rekeyed["clauses"][0]["order_key"] = "1"
    assert digest(from_json(rekeyed)) == digest(document)
    assert digest(move_clause(document, "o2", None)) != digest(document)
    assert digest(change_clause(document, "o1", text="other")) != digest(document)
    assert content(from_json(rekeyed)) == content(document)


def test_the_digest_stays_what_earlier_records_say() -> None:
    # sha256 of ["T","The Council",[["u","operative",null,"Urges","peace à tous",""]]]
    document = Document("T", "The Council", (Clause("u", "operative", None, "V", "Urges", "peace à tous"),))
    assert digest(document) == "907fa92673a57c0d9ec5dd014980b273d89bcf0e3dbca4a7e1528c7c24c54c32"
    assert (
        text_hash(document.clauses[0]) == "318cd1ccbd5212cf7e3b8c754e5503b45814e129478c865f59e7a352506abb9d"
    )


def test_an_order_key_fits_between_any_two() -> None:
    keys = [key_between(None, None)]
    lot = Random(7)
    for _ in range(400):
        at = lot.randint(0, len(keys))
        before = keys[at - 1] if at else None
        keys.insert(at, key_between(before, keys[at] if at < len(keys) else None))
    assert all(left < right for left, right in pairwise(keys))
    assert max(map(len, keys)) < 20


@given(st.lists(st.booleans(), max_size=150))
def test_insertions_at_one_spot_never_run_out_of_keys(turns: list[bool]) -> None:
    low, high = "1", "2"
    for up in turns:
        middle = key_between(low, high)
        assert low < middle < high
        low, high = (middle, high) if up else (low, middle)


def test_lists_that_are_only_appended_or_prepended_keep_short_keys() -> None:
    last = first = key_between(None, None)
    for _ in range(500):
        last, first = key_between(last, None), key_between(None, first)
    assert len(last) < 12
    assert len(first) < 12


@pytest.mark.parametrize(
    ("before", "after_it"), [("V", "V"), ("W", "V"), ("V0", None), ("", None), ("é", None)]
)
def test_keys_without_room_between_them_are_an_error(before: str, after_it: str | None) -> None:
    with pytest.raises(ValueError, match=r"order key|sort before"):
        key_between(before, after_it)


def test_many_insertions_behind_one_clause_do_not_fill_its_keys() -> None:
    document = paper()
    for number in range(300):
        document = add_clause(document, f"n{number}", "operative", "o1", None, "Urges", "peace")
    assert [c.uid for c in children(document, None, "operative")][:3] == ["o1", "n299", "n298"]
    assert max(len(c.order_key) for c in document.clauses) <= 48


def test_letters_and_roman_figures_count_in_both_directions() -> None:
    assert [letters(n) for n in (1, 26, 27, 52)] == ["a", "z", "aa", "az"]
    assert [roman(n) for n in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]
    assert all(from_letters(letters(n)) == n for n in range(1, 500))
    assert all(from_roman(roman(n)) == n for n in range(1, 400))
    assert (from_letters("3"), from_roman("iix"), from_roman("")) == (None, None, None)


# --- the life of a paper ---------------------------------------------------------------------------------


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
