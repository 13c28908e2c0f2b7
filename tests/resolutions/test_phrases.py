"""Opening phrases: each is recognised in its part, with its adverbs, and offered while typing."""

from resolutions.phrases import phrases, split_opening, suggest
from tests.resolutions.papers import PARTS


def test_every_listed_phrase_is_recognised_in_its_part() -> None:
    for part in PARTS:
        for phrase in phrases().of(part):
            assert split_opening(f"{phrase} the matter", part) == (phrase, "the matter")


def test_phrases_combine_with_adverbs_and_do_without_their_preposition() -> None:
    assert split_opening("Once again calls upon States", "operative") == ("Once again calls upon", "States")
    assert split_opening("Deeply concerned about war", "preambular") == ("Deeply concerned", "about war")
    assert split_opening("Requests also that", "operative") == ("Requests also", "that")
    assert split_opening("Notesbook", "operative") == ("", "Notesbook")


def test_typing_offers_phrases_of_the_part() -> None:
    assert suggest("call", "operative")[:2] == ("Calls", "Calls for")
    assert "Noting with concern" in suggest("conc", "preambular")
    assert suggest("zz", "operative") == ()
