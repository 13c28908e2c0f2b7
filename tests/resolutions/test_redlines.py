"""The redline: what an amended text shows as struck, inserted and moved."""

import time

from resolutions.amendments import Move, Strike, apply
from resolutions.document import Clause, Document
from resolutions.redline import Span, document_redline, redline
from tests.resolutions.papers import ADD_AFTER_1, draft, modify


def test_a_redline_goes_by_words() -> None:
    assert redline("identity papers of all", "identity documents of all") == (
        Span("same", "identity "),
        Span("deleted", "papers"),
        Span("inserted", "documents"),
        Span("same", " of all"),
    )
    assert redline("x", "x") == (Span("same", "x"),)
    assert redline("", "") == ()


def test_two_edits_that_read_as_one_strike_and_insert_no_blank_alike() -> None:
    assert redline("issue identity papers to all", "issue documents to all") == (
        Span("same", "issue "),
        Span("deleted", "identity papers"),
        Span("inserted", "documents"),
        Span("same", " to all"),
    )


def test_a_long_text_is_compared_in_time() -> None:
    old = " ".join(f"word{n % 701}" for n in range(3000))
    new = " ".join(f"word{n * 7 % 691}" for n in range(3000))
    started = time.perf_counter()
    spans = redline(old, new)
    assert time.perf_counter() - started < 30
    assert "".join(s.text for s in spans if s.kind != "inserted") == old
    assert "".join(s.text for s in spans if s.kind != "deleted") == new


def test_a_long_clause_that_was_rewritten_is_struck_whole_and_one_that_kept_a_part_is_not() -> None:
    words = [f"word{n}" for n in range(2000)]
    old, turned = " ".join(words), " ".join(reversed(words))
    assert redline(old, turned) == (Span("deleted", old), Span("inserted", turned))
    kept = [*words[:300], *reversed(words[300:])]
    assert redline(old, " ".join(kept))[0] == Span("same", " ".join(words[:300]) + " ")
    one_in_twenty = [f"{word}x" if n % 20 == 0 else word for n, word in enumerate(words)]
    spans = redline(old, " ".join(one_in_twenty))
    assert [span.text for span in spans if span.kind == "deleted"] == words[::20]


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
