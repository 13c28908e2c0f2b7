"""A document kept and read again: JSON gives it back, a malformed one is refused, a digest seals it."""

import pytest

from resolutions.document import (
    Clause,
    Document,
    MalformedDocument,
    check,
    content,
    digest,
    from_json,
    text_hash,
    to_json,
)
from resolutions.drafting import change_clause, move_clause
from tests.resolutions.papers import paper


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
