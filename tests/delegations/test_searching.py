"""Search: every word, in any form, without accents; hits are marked and nothing of a text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.collection import Text
from delegations.searching import Index, pieces, search, words_wanted

TEXTS = (
    Text(
        "item-1", "item", "Notice before flights", ("Côte d'Ivoire asks for notice.", "Deportees wait."), "A"
    ),
    Text("chapter-1", "chapter", "Deportation and the law", ("A hearing comes first.",), "B"),
    Text("chapter-2", "chapter", "Programmes", ("Reintegration programmes cost money.",), "C"),
    Text("chapter-3", "sources", "References", ("Deportation. Notice. Hearing. " * 40,), "D"),
    Text("peru", "position", "Peru", ("Peru counts deportees who were given notice.",), "E"),
)
INDEX = Index(TEXTS)


def found(query: str) -> list[str]:
    return [hit.text.key for hit in search(INDEX, query)]


@pytest.mark.parametrize("query", ["cote d'ivoire", "CÔTE", "Cote divoire", "D’IVOIRE"])
def test_accents_case_and_apostrophes_do_not_count(query: str) -> None:
    assert found(query) == ["item-1"]


def test_every_word_must_be_there() -> None:
    assert set(found("notice deportees")) == {"item-1", "peru"}
    assert found("notice quokka") == []
    assert found("") == found("  ,; ") == []


def test_a_word_finds_its_other_forms_and_the_other_spelling() -> None:
    assert {"item-1", "chapter-1", "peru"} <= set(found("deportation"))
    assert found("reintegration program") == ["chapter-2"]


def test_a_title_counts_more_and_the_list_of_references_comes_last() -> None:
    assert found("deportation")[0] == "chapter-1"
    assert found("deportation")[-1] == "chapter-3"


def test_the_excerpt_marks_what_was_found_in_the_paragraph_that_has_most_of_it() -> None:
    (hit, *_) = search(INDEX, "deportees")
    item = next(one for one in search(INDEX, "deportees") if one.text.key == "item-1")
    assert item.paragraph == 1
    assert [(piece.text, piece.hit) for piece in item.excerpt] == [("Deportees", True), (" wait.", False)]
    assert any(piece.hit for piece in (*hit.title, *hit.excerpt))


def test_a_long_paragraph_is_cut_around_its_first_hit() -> None:
    text = Text("x", "item", "T", ("before " * 200 + "quokka " + "after " * 200,), "S")
    (hit,) = search(Index((text,)), "quokka")
    shown = "".join(piece.text for piece in hit.excerpt)
    assert shown.startswith("… ") and shown.endswith(" …") and len(shown) < 400
    assert [piece.text for piece in hit.excerpt if piece.hit] == ["quokka"]


@given(st.text(max_size=200), st.text(max_size=40))
def test_marked_pieces_are_the_text_again(text: str, query: str) -> None:
    cut = pieces(text, words_wanted(query))
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)


@given(st.text(max_size=300))
def test_no_query_breaks_it(query: str) -> None:
    search(INDEX, query)
