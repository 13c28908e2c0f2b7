"""Amendments on the floor: what they do, how they are read out, what an adoption leaves of the others."""

import time

import pytest

from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Move,
    Operation,
    ReplaceAll,
    Standing,
    Strike,
    apply,
    classify,
    differences,
    distance,
    invert,
    messages,
    operations_from_json,
    prose,
    targets_preamble,
)
from resolutions.conflicts import SENTENCES
from resolutions.document import Clause, Document, MalformedDocument, clause_at, numbering, text_hash
from resolutions.drafting import add_clause
from resolutions.merging import merge
from resolutions.prose import ENGLISH
from resolutions.redline import Span, document_redline, redline

NOTICE = "States to give notice of at least ten days and to name a contact"
TWENTY = NOTICE.replace("ten", "twenty")


def draft() -> Document:
    """DR 1.2 of these tests: two preambular paragraphs, four operative ones, the second with (a) and (b)."""
    document = Document("Return", "The Council")
    for uid, after, opening, text in (
        ("p1", None, "Recalling", "the Compact of 2018"),
        ("p2", "p1", "Noting", "the report of the Director General"),
    ):
        document = add_clause(document, uid, "preambular", after, None, opening, text)
    for uid, after, opening, text in (
        ("o1", None, "Affirms", "that every return is dignified"),
        ("o2", "o1", "Requests", NOTICE),
        ("o3", "o2", "Urges", "donors to set up a fund"),
        ("o4", "o3", "Decides", "to remain seized of the matter"),
    ):
        document = add_clause(document, uid, "operative", after, None, opening, text)
    document = add_clause(document, "o2a", "sub", None, "o2", "", "the number of persons")
    return add_clause(document, "o2b", "sub", "o2a", "o2", "", "any medical need")


def modify(uid: str, text: str) -> Modify:
    clause = clause_at(draft(), uid)
    assert clause is not None
    return Modify(uid, text_hash(clause), clause.opening, text)


def after_adoption(adopted: Operation, pending: Operation | tuple[Operation, ...]) -> Standing:
    return classify(draft(), (adopted,), pending if isinstance(pending, tuple) else (pending,))


def said(uid: str, document: Document) -> str:
    clause = clause_at(document, uid)
    assert clause is not None
    return clause.text


# --- what amendments do ----------------------------------------------------------------------------------


def test_a_clause_struck_takes_its_list_along_and_the_rest_is_renumbered() -> None:
    amended = apply(draft(), (Strike("o2"),))
    assert [c.uid for c in amended.clauses] == ["p1", "p2", "o1", "o3", "o4"]
    assert numbering(amended)["o3"] == "2."


def test_an_amendment_applies_whole_or_not_at_all() -> None:
    with pytest.raises(DoesNotApply) as refusal:
        apply(draft(), (Strike("o1"), Strike("o1")))
    assert (refusal.value.reason, refusal.value.uid) == ("no_clause", "o1")


@pytest.mark.parametrize(
    ("reason", "operation"),
    [
        ("other_wording", Modify("o1", "0" * 64, "Affirms", "x")),
        ("no_anchor", Add("n", "operative", None, "p1", "Urges", "x")),
        ("uid_taken", Add("o1", "operative", None, None, "Urges", "x")),
        ("no_parent", Add("n", "sub", "gone", None, "", "x")),
        ("under_itself", Move("o2", None, "o2a")),
        ("no_anchor", Move("o2", "o1", None, "preambular")),
        ("wrong_kind", Move("o2", None, "o1", "operative")),
        ("too_long", Add("n", "operative", None, None, "Urges", "x" * 9000)),
    ],
)
def test_what_does_not_fit_says_why(reason: str, operation: Operation) -> None:
    with pytest.raises(DoesNotApply) as refusal:
        apply(draft(), (operation,))
    assert refusal.value.reason == reason


def test_moves_may_pass_through_a_deeper_tree_than_they_leave() -> None:
    deep = apply(draft(), (Add("x", "sub", "o2a", None, "", "y"), Add("z", "sub", "x", None, "", "y")))
    operations = (Move("o2", None, "o1"), Move("x", None, "o1"), Strike("z"))
    assert clause_at(apply(deep, operations), "z") is None


def test_taking_an_adopted_amendment_back_restores_a_struck_list() -> None:
    operations = (Strike("o2"), modify("o1", "other words"))
    assert apply(apply(draft(), operations), invert(draft(), operations)).clauses[3:6] != ()
    assert said("o2b", apply(apply(draft(), operations), invert(draft(), operations))) == "any medical need"


def test_a_title_is_not_amended_by_operations() -> None:
    with pytest.raises(ValueError, match="title"):
        differences(draft(), Document("Other", "The Council", draft().clauses))


def test_the_fewest_clauses_are_moved() -> None:
    moved = apply(draft(), (Move("o4", None, None),))
    assert differences(draft(), moved) == (Move("o4", None, None),)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        [{}],
        [{"operation": "erase"}],
        [{"operation": "strike"}],
        [{"operation": "strike", "uid": 3}],
    ],
)
def test_json_that_is_no_amendment_is_refused(data: object) -> None:
    with pytest.raises(MalformedDocument):
        operations_from_json(data)


# --- how they are read out -------------------------------------------------------------------------------


def test_amendments_are_read_out_in_the_numbers_of_the_draft() -> None:
    operations = (
        modify("o2a", "the names of all persons"),
        Strike("o3"),
        Add("n1", "operative", None, "o1", "Invites", "members to report"),
        Add("n2", "sub", "n1", None, "", "yearly"),
        Move("o4", None, None),
        Strike("p2"),
        Add("n3", "sub", "o2", None, "", "the hour"),
        Add("n4", "preambular", None, None, "Hoping", "for peace"),
    )
    assert prose(draft(), operations) == (
        "Replace operative paragraph 2 (a) by “the names of all persons”.",
        "Strike operative paragraph 3.",
        "After operative paragraph 1 insert a new operative paragraph: “Invites members to report”.",
        "At the beginning of the new clause insert a new sub-paragraph: “yearly”.",
        "Move operative paragraph 4 to the beginning of the operative part.",
        "Strike preambular paragraph 2.",
        "At the beginning of operative paragraph 2 insert a new sub-paragraph: “the hour”.",
        "Before the first preambular paragraph insert a new preambular paragraph: “Hoping for peace”.",
    )
    assert prose(draft(), (ReplaceAll(()),)) == ("Replace the whole text.",)
    assert prose(draft(), (Move("o1", "o3", None),)) == (
        "Move operative paragraph 1 to follow operative paragraph 3.",
    )


def test_the_same_amendment_can_be_read_out_in_another_language() -> None:
    german = dict(ENGLISH) | {"strike": "{target} streichen.", "target.operative": "Absatz {number}"}
    assert messages(draft(), (Strike("o3"),))[0].said(german) == "Absatz 3 streichen."


def test_braces_in_a_clause_are_only_braces() -> None:
    assert prose(draft(), (modify("o1", "{number} {0} {"),))[0].endswith("by “Affirms {number} {0} {”.")


def test_t39_an_amendment_to_the_preamble_is_seen_as_one() -> None:
    assert targets_preamble(draft(), (modify("p1", "x"),))
    assert targets_preamble(draft(), (Add("n", "preambular", None, "p2", "Noting", "x"),))
    assert targets_preamble(draft(), (Add("n", "sub", "p1", None, "", "x"),))
    assert targets_preamble(draft(), (Move("p2", "o1", None),))
    assert not targets_preamble(draft(), (Strike("o1"), Add("n", "sub", "o2", None, "", "x")))


def test_the_furthest_removed_is_voted_first() -> None:
    strike, add = (Strike("o3"),), (Add("n", "operative", None, "o1", "Urges", "peace"),)
    small, large = (modify("o2", NOTICE + " now"),), (modify("o2", "nothing of the kind"),)
    amendments: list[tuple[Operation, ...]] = [add, small, strike, large]
    assert sorted(amendments, key=lambda a: distance(draft(), a)) == [strike, large, small, add]


# --- what an adoption leaves of the others: the table of resolutions.md section 3 -------------------------

ADD_AFTER_1 = Add("n", "operative", None, "o1", "Urges", "peace")


@pytest.mark.parametrize(
    ("adopted", "pending", "kind", "reason"),
    [
        # add
        (ADD_AFTER_1, Add("m", "operative", None, "o1", "Asks", "more"), "mergeable", "same_place"),
        (ADD_AFTER_1, Add("m", "operative", None, "o1", "Urges", "peace"), "moot", "already_there"),
        (ADD_AFTER_1, Add("m", "preambular", None, "p1", "Noting", "x"), "clean", "untouched"),
        (ADD_AFTER_1, Add("m", "operative", None, "o3", "Asks", "more"), "renumbered", "numbers"),
        (Strike("o1"), ADD_AFTER_1, "mergeable", "anchor_gone"),
        (Strike("o2"), Add("m", "sub", "o2", "o2a", "", "x"), "moot", "target_gone"),
        (modify("o1", "x"), ADD_AFTER_1, "clean", "untouched"),
        (Move("o1", "o3", None), ADD_AFTER_1, "mergeable", "anchor_moved"),
        (Move("o2a", "o3", None), Add("m", "sub", "o2", "o2a", "", "x"), "mergeable", "anchor_moved"),
        # strike
        (Strike("o3"), Strike("o3"), "moot", "already_there"),
        (Strike("o2"), Strike("o2a"), "moot", "already_there"),
        (Strike("o2a"), Strike("o2"), "clean", "untouched"),
        (Strike("o1"), Strike("o3"), "renumbered", "numbers"),
        (modify("o3", "x"), Strike("o3"), "conflict", "changed_since"),
        (modify("o2a", "x"), Strike("o2"), "conflict", "changed_since"),
        (Add("n", "sub", "o2", "o2b", "", "x"), Strike("o2"), "conflict", "changed_since"),
        (Move("o3", None, None), Strike("o3"), "conflict", "changed_since"),
        (Move("o2a", "o3", None), Strike("o2"), "conflict", "changed_since"),
        # modify
        (Strike("o3"), modify("o3", "x"), "moot", "target_gone"),
        (Strike("o2"), modify("o2a", "x"), "moot", "target_gone"),
        (modify("o3", "x"), modify("o3", "x"), "moot", "already_there"),
        (modify("o2", TWENTY), modify("o2", NOTICE + " by name"), "mergeable", "other_words"),
        (modify("o2", TWENTY), modify("o2", NOTICE.replace("ten", "six")), "conflict", "same_words"),
        (modify("o2a", "x"), modify("o2b", "y"), "clean", "untouched"),
        (Move("o3", None, None), modify("o3", "x"), "renumbered", "numbers"),
        # move
        (Strike("o3"), Move("o3", None, None), "moot", "target_gone"),
        (Strike("o2"), Move("o3", None, "o2"), "conflict", "place_gone"),
        (modify("o3", "x"), Move("o3", None, None), "clean", "untouched"),
        (Move("o3", None, None), Move("o3", None, "o1"), "conflict", "moved_elsewhere"),
        (Move("o3", None, None), Move("o3", None, None), "moot", "already_there"),
        # the whole text
        (modify("o3", "x"), ReplaceAll(draft().clauses[:3]), "conflict", "whole_text_changed"),
        (ReplaceAll(draft().clauses[:3]), modify("o4", "x"), "moot", "target_gone"),
        (ReplaceAll(draft().clauses[:3]), modify("o1", "x"), "clean", "untouched"),
    ],
)  # fmt: skip
def test_after_an_adoption(adopted: Operation, pending: Operation, kind: str, reason: str) -> None:
    standing = after_adoption(adopted, pending)
    assert (standing.kind, standing.reason) == (kind, reason)
    assert reason in SENTENCES


def test_rewordings_of_different_words_are_joined() -> None:
    first, second = modify("o2", TWENTY), modify("o2", NOTICE + " by name")
    standing = after_adoption(first, second)
    joined = apply(apply(draft(), (first,)), standing.operations)
    assert said("o2", joined) == TWENTY + " by name"


def test_an_insertion_whose_anchor_is_gone_follows_the_clause_before() -> None:
    standing = after_adoption(Strike("o3"), Add("n", "operative", None, "o3", "Urges", "peace"))
    assert standing.operations == (Add("n", "operative", None, "o2", "Urges", "peace"),)


def test_an_amendment_of_which_one_part_is_gone_must_be_restated() -> None:
    both = (modify("o3", "x"), modify("o1", "y"))
    assert after_adoption(Strike("o3"), both) == Standing("conflict", "target_gone", "o3")


def test_an_amendment_of_which_one_part_is_done_keeps_the_other() -> None:
    standing = after_adoption(Strike("o3"), (Strike("o3"), modify("o1", "y")))
    assert (standing.kind, standing.reason) == ("mergeable", "partly_there")
    assert standing.operations == (modify("o1", "y"),)


def test_the_words_of_an_untouched_amendment_stay_as_they_were_moved() -> None:
    replacement = (Strike("o3"), Add("n", "operative", None, "o2", "Urges", "peace"))
    standing = after_adoption(modify("o1", "x"), replacement)
    assert standing.kind == "clean"
    assert standing.operations == replacement


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "joined"),
    [
        ("a b c d e", "a x c d e", "a b c d y", "a x c d y"),
        ("a b c", "a x c", "a x c", "a x c"),
        ("a b c", "a b c", "a y c", "a y c"),
        ("a b c", "a x c", "a y c", None),
        ("a b c", "a b x c", "a b y c", None),
        ("a b c d", "a c d", "a b c d e", "a c d e"),
        ("", "x", "y", None),
        ("a b c d e", "", "a b x d e", None),
    ],
)
def test_three_way_merge(base: str, ours: str, theirs: str, joined: str | None) -> None:
    assert merge(base, ours, theirs) == joined
    assert merge(base, theirs, ours) == joined


# --- the redline -----------------------------------------------------------------------------------------


def test_a_redline_goes_by_words() -> None:
    assert redline("identity papers of all", "identity documents of all") == (
        Span("same", "identity "),
        Span("deleted", "papers"),
        Span("inserted", "documents"),
        Span("same", " of all"),
    )
    assert redline("x", "x") == (Span("same", "x"),)
    assert redline("", "") == ()


def test_a_long_text_is_compared_in_time() -> None:
    old = " ".join(f"word{n % 701}" for n in range(3000))
    new = " ".join(f"word{n * 7 % 691}" for n in range(3000))
    started = time.perf_counter()
    spans = redline(old, new)
    assert time.perf_counter() - started < 5
    assert "".join(s.text for s in spans if s.kind != "inserted") == old
    assert "".join(s.text for s in spans if s.kind != "deleted") == new


def test_a_redline_keeps_struck_clauses_in_their_old_place() -> None:
    final = apply(
        draft(), (Strike("o2"), modify("o3", "donors to fund"), Move("o4", None, None), ADD_AFTER_1)
    )
    rows = [(c.uid, c.number, c.change) for c in document_redline(draft(), final)]
    assert rows == [
        ("p1", "", "same"),
        ("p2", "", "same"),
        ("o4", "1.", "moved"),
        ("o1", "2.", "same"),
        ("o2", "2.", "struck"),
        ("o2a", "(a)", "struck"),
        ("o2b", "(b)", "struck"),
        ("n", "3.", "added"),
        ("o3", "4.", "modified"),
    ]


def test_a_clause_moved_out_of_a_struck_one_is_shown_where_it_went() -> None:
    final = apply(draft(), (Move("o2b", "o1", None), Strike("o2")))
    rows = {c.uid: (c.change, c.was, c.number) for c in document_redline(draft(), final)}
    assert rows["o2b"] == ("moved", "(b)", "2.")
    assert rows["o2a"] == ("struck", "(a)", "(a)")


def test_words_of_more_than_one_script_are_compared() -> None:
    tibetan = Document("", "", (Clause("u", "operative", None, "V", "", "ཀ 平和 ✓ 😀"),))
    other = Document("", "", (Clause("u", "operative", None, "V", "", "ཀ 戦争 ✓ 😀"),))
    spans = document_redline(tibetan, other)[0].spans
    assert [s.text for s in spans if s.kind != "same"] == ["平和", "戦争"]
