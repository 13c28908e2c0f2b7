"""What an adoption leaves of the other amendments: the table of encounters, and merging."""

import pytest

from resolutions.amendments import Add, Move, Operation, ReplaceAll, Standing, Strike, apply, classify
from resolutions.conflicts import SENTENCES
from resolutions.merging import merge
from tests.resolutions.papers import ADD_AFTER_1, NOTICE, draft, modify, said

TWENTY = NOTICE.replace("ten", "twenty")


def after_adoption(adopted: Operation, pending: Operation | tuple[Operation, ...]) -> Standing:
    return classify(draft(), (adopted,), pending if isinstance(pending, tuple) else (pending,))


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
