"""Amendments on the floor: what they do, how they are read out, in which order they are voted."""

import pytest

from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Move,
    Operation,
    ReplaceAll,
    Strike,
    apply,
    differences,
    distance,
    invert,
    messages,
    operations_from_json,
    prose,
    targets_preamble,
)
from resolutions.document import Document, MalformedDocument, clause_at, numbering
from resolutions.prose import ENGLISH
from tests.resolutions.papers import NOTICE, draft, modify, said

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
