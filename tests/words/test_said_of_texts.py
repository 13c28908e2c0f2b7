"""Findings and amendments are said in the language of whoever reads them, clause names and all."""

from __future__ import annotations

import pytest

from app.words import language
from app.words.said_of_texts import amendment_sentences, finding_sentence
from resolutions.checking import Terms, check
from resolutions.document import Document
from resolutions.drafting import add_clause
from resolutions.findings import WORDS
from resolutions.fixes import Paper
from resolutions.operations import Strike

TONGUES = ("es", "fr")


def draft() -> Document:
    text = add_clause(Document("Water", "The Council"), "o1", "operative", None, None, "Urges", "states")
    return add_clause(text, "s1", "sub", None, "o1", "", "to act for us")


@pytest.mark.parametrize("tag", TONGUES)
def test_no_message_of_the_library_is_left_in_english(tag: str) -> None:
    tongue = language(tag)
    left = [key for key, message in WORDS.items() if tongue(message) == message and key != "of_the_file"]
    assert left == []


@pytest.mark.parametrize(("tag", "names"), [("es", "parte dispositiva"), ("fr", "dispositif")])
def test_a_finding_names_the_clause_in_the_readers_language(tag: str, names: str) -> None:
    found = {one.rule: one for one in check(Paper(draft()), Terms(off=frozenset()))}
    said = finding_sentence(found["L17"], language(tag))
    assert names in said and "perative" not in said and said[0].isupper() and said.endswith(".")
    assert finding_sentence(found["L17"]) == "Operative paragraph 1 has a list of one item."
    assert "sponsor" not in finding_sentence(found["L01"], language(tag))


def test_an_amendment_is_said_in_the_readers_language() -> None:
    strike = (Strike("o1"),)
    assert amendment_sentences(draft(), strike) == ("Strike operative paragraph 1.",)
    for tag in TONGUES:
        (said,) = amendment_sentences(draft(), strike, language(tag))
        assert "perative" not in said and "1" in said
