"""What holds for every document and every amendment: round trips, order, one class after each adoption."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Move,
    Operation,
    ReplaceAll,
    Strike,
    apply,
    classify,
    differences,
    invert,
    operations_from_json,
    operations_to_json,
    prose,
)
from resolutions.document import (
    Clause,
    Document,
    Kind,
    check,
    children,
    clause_at,
    content,
    from_json,
    level,
    numbering,
    text_hash,
    to_json,
)
from resolutions.drafting import DraftingError, add_clause
from resolutions.redline import document_redline

WORDS = ("States", "return", "persons", "dignity", "notice", "flight", "fund", "medical", "need", "peace")
APPLIES = ("clean", "renumbered", "mergeable")
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
lots = st.integers(min_value=0, max_value=2**64)


def sentence(lot: Random) -> str:
    return " ".join(lot.choice(WORDS) for _ in range(lot.randint(1, 9)))


def drafted(lot: Random, size: int = 9) -> Document:
    """A draft of some clauses in both parts, up to four levels deep."""
    document = Document("Returns", "The Council")
    for number in range(size):
        uids = [c.uid for c in document.clauses]
        parent = lot.choice([None, None, *uids])
        kind: Kind = "sub" if parent else lot.choice(("preambular", "operative"))
        siblings = children(document, parent, kind)
        after = lot.choice([None, *(c.uid for c in siblings)])
        try:
            document = add_clause(document, f"c{number}", kind, after, parent, "Urges", sentence(lot))
        except DraftingError as refusal:
            assert refusal.rule == "too_deep"
    return document


def amendment(lot: Random, document: Document, prefix: str, most: int = 3) -> tuple[Operation, ...]:
    """A random amendment that fits the document."""
    operations: tuple[Operation, ...] = ()
    for number in range(lot.randint(1, most)):
        operation = one_operation(lot, apply(document, operations), f"{prefix}{number}")
        try:
            apply(document, (*operations, operation))
        except DoesNotApply as error:
            assert error.reason in ("too_deep", "under_itself")
        else:
            operations = (*operations, operation)
    return operations


def one_operation(lot: Random, document: Document, uid: str) -> Operation:
    uids = [c.uid for c in document.clauses]
    way = lot.choice(("add", "strike", "modify", "modify", "move")) if uids else "add"
    parent = lot.choice([None, None, *uids])
    kind: Kind = "sub" if parent else lot.choice(("preambular", "operative"))
    if way == "add":
        after = lot.choice([None, *(c.uid for c in children(document, parent, kind))])
        return Add(uid, kind, parent, after, lot.choice(("Urges", "Noting")), sentence(lot))
    target = lot.choice(uids)
    clause = clause_at(document, target)
    assert clause is not None
    if way == "strike":
        return Strike(target)
    if way == "modify":
        words = clause.text.split()
        words[lot.randrange(len(words))] = lot.choice(WORDS)
        return Modify(target, text_hash(clause), clause.opening, " ".join(words) + lot.choice(("", " now")))
    there = [c.uid for c in children(document, parent, kind) if c.uid != target]
    return Move(target, lot.choice([None, *there]), parent, None if parent else kind)


@many
@given(lots)
def test_differences_between_two_texts_lead_from_one_to_the_other(seed: int) -> None:
    lot = Random(seed)
    base, final = drafted(lot), drafted(lot)
    assert content(apply(base, differences(base, final))) == content(final)


@many
@given(lots)
def test_an_amendment_and_its_inverse_leave_the_text_as_it_was(seed: int) -> None:
    lot = Random(seed)
    base = drafted(lot)
    operations = amendment(lot, base, "n", most=6)
    amended = apply(base, operations)
    assert content(apply(amended, invert(base, operations))) == content(base)
    assert content(apply(base, differences(base, amended))) == content(amended)


@many
@given(lots)
def test_documents_and_operations_survive_json(seed: int) -> None:
    lot = Random(seed)
    base = drafted(lot)
    operations = (*amendment(lot, base, "n"), ReplaceAll(drafted(lot).clauses))
    assert from_json(to_json(base)) == base
    assert operations_from_json(operations_to_json(operations)) == operations


@settings(many, max_examples=400)
@given(lots)
def test_clean_amendments_commute(seed: int) -> None:
    lot = Random(seed)
    base = drafted(lot)
    first, second = amendment(lot, base, "a", 2), amendment(lot, base, "b", 2)
    second_after = classify(base, first, second)
    first_after = classify(base, second, first)
    if {second_after.kind, first_after.kind} <= {"clean", "renumbered"}:
        one_way = apply(apply(base, first), second_after.operations)
        other_way = apply(apply(base, second), first_after.operations)
        assert content(one_way) == content(other_way)


@settings(many, max_examples=400)
@given(lots)
def test_a_pending_amendment_is_in_one_class_and_applies_if_it_says_so(seed: int) -> None:
    lot = Random(seed)
    base = drafted(lot)
    adopted, pending = amendment(lot, base, "a"), amendment(lot, base, "b")
    now = apply(base, adopted)
    standing = classify(base, adopted, pending)
    assert standing == classify(base, adopted, pending)
    if standing.kind in APPLIES:
        assert content(apply(now, standing.operations)) != content(now)
        check(apply(now, standing.operations))
    else:
        assert standing.kind in ("conflict", "moot")
        assert standing.operations == ()
    if standing.kind == "clean":
        assert prose(now, standing.operations) == prose(base, standing.operations)


@many
@given(lots)
def test_an_amendment_adopted_twice_is_moot(seed: int) -> None:
    lot = Random(seed)
    base = drafted(lot)
    operations = amendment(lot, base, "a")
    again = classify(base, operations, operations)
    assert again.kind == "moot"


@many
@given(lots)
def test_the_redline_shows_every_clause_once_and_both_texts(seed: int) -> None:
    lot = Random(seed)
    base = drafted(lot)
    final = apply(base, amendment(lot, base, "n", most=5))
    shown = document_redline(base, final)
    uids = [change.uid for change in shown]
    assert len(uids) == len(set(uids))
    assert set(uids) == {c.uid for c in (*base.clauses, *final.clauses)}
    assert [u for u in uids if clause_at(final, u)] == [c.uid for c in final.clauses]
    for change in shown:
        new, old = clause_at(final, change.uid), clause_at(base, change.uid)
        assert "".join(s.text for s in change.spans if s.kind != "deleted") == (new.text if new else "")
        assert "".join(s.text for s in change.spans if s.kind != "inserted") == (old.text if old else "")


def parents_after(text: Document, adopted: tuple[Operation, ...]) -> dict[str, str | None]:
    """Who stands under whom, by the plainest model there is: a table of parents and nothing else."""
    parents = {c.uid: c.parent for c in text.clauses}
    for operation in adopted:
        if isinstance(operation, Add | Move):
            parents[operation.uid] = operation.parent
        elif isinstance(operation, Strike):
            gone = {operation.uid}
            while below := {uid for uid, parent in parents.items() if parent in gone} - gone:
                gone |= below
            parents = {uid: parent for uid, parent in parents.items() if uid not in gone}
    return parents


def adopt_one_after_another(lot: Random) -> None:
    """A round of voting: pending amendments fall, stand or are restated after each adoption."""
    text = drafted(lot)
    pending = [amendment(lot, text, f"r{n}x") for n in range(4)]
    while pending:
        adopted = pending.pop(lot.randrange(len(pending)))
        now = apply(text, adopted)
        check(now)
        assert {c.uid: c.parent for c in now.clauses} == parents_after(text, adopted)
        assert set(numbering(now)) == {c.uid for c in now.clauses}
        assert all(1 <= level(now, c.uid) <= 4 for c in now.clauses)
        standings = [classify(text, adopted, waiting) for waiting in pending]
        pending = [s.operations for s in standings if s.kind in APPLIES]
        text = now


@pytest.mark.parametrize("season", range(2))
def test_random_rounds_lose_no_clause_and_leave_no_orphan(season: int) -> None:
    for round_number in range(125):
        adopt_one_after_another(Random(season * 125 + round_number))


@pytest.mark.long
def test_ten_thousand_random_rounds_lose_no_clause_and_leave_no_orphan() -> None:
    for round_number in range(10_000):
        adopt_one_after_another(Random(round_number))


def test_a_clause_without_a_parent_is_never_made() -> None:
    base = Document("", "", (Clause("1", "operative", None, "V", "Urges", "peace"),))
    with pytest.raises(DoesNotApply, match="no_parent"):
        apply(base, (Add("n", "sub", "gone", None, "", "text"),))
