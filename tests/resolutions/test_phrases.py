"""Opening phrases: each is recognised in its part and language, with its adverbs, and offered."""

import pytest

from resolutions.phrases import (
    LANGUAGES,
    Language,
    language_of,
    opens_with,
    part_opened,
    phrases,
    split_opening,
    split_scanned,
    suggest,
)
from resolutions.unlisted import split_unlisted
from tests.resolutions.papers import PARTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_phrase_is_recognised_in_its_part(language: Language) -> None:
    for part in PARTS:
        for phrase in phrases(language).of(part):
            assert split_opening(f"{phrase} 2018", part, language) == (phrase, "2018")
            assert split_opening(f"{phrase.upper()} 2018", part, language)[0] == phrase.upper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_a_language_hold_together(language: Language) -> None:
    lists = phrases(language)
    assert lists.sources
    assert all(len(set(lists.of(part))) == len(lists.of(part)) for part in PARTS)
    for _, operative in lists.pairs:
        assert any(phrase.startswith(operative) for phrase in lists.operative), operative
    assert all(split_opening(closing, "operative", language)[0] for closing in lists.closing)
    assert (len(lists.months), len(lists.numbers)) == (12, 9)


def test_phrases_combine_with_adverbs_and_do_without_their_preposition() -> None:
    assert split_opening("Once again calls upon States", "operative") == ("Once again calls upon", "States")
    assert split_opening("Deeply concerned about war", "preambular") == ("Deeply concerned", "about war")
    assert split_opening("Requests also that", "operative") == ("Requests also", "that")
    assert split_opening("Notesbook", "operative") == ("", "Notesbook")
    assert split_opening("Notes with deep concern that", "operative") == ("Notes with deep concern", "that")
    assert split_opening("Profundamente preocupada por ello", "preambular", "es")[1] == "ello"
    assert split_opening("Prie instamment les États", "operative", "fr") == ("Prie instamment", "les États")


def test_what_a_scanner_misreads_is_mended_in_the_phrase_alone() -> None:
    assert split_scanned("Reca1ling resolution 101", "preambular") == ("Recalling", "resolution 101")
    assert split_scanned("N0ting 1 boat", "preambular") == ("Noting", "1 boat")
    assert split_scanned("10 boats", "preambular") == ("", "10 boats")


def test_a_line_tells_its_part_and_some_lines_their_language() -> None:
    assert part_opened("Noting the report") == "preambular"
    assert part_opened("Notes the report") == "operative"
    assert part_opened("The report") is None
    assert language_of(["Recordando x", "Pide a y", "Noting z"]) == "es"
    assert language_of(["Rappelant x", "Décide y"]) == "fr"
    assert language_of(["Hello"]) == "en"


def test_the_longest_phrase_of_a_list_is_found() -> None:
    known = ("Decides", "Decides to establish")
    assert opens_with("Further decides to  establish a fund", known) == "Decides to establish"
    assert opens_with("Undecides", known) == ""


def test_typing_offers_phrases_of_the_part() -> None:
    assert suggest("call", "operative")[:2] == ("Calls", "Calls for")
    assert "Noting with concern" in suggest("conc", "preambular")
    assert suggest("zz", "operative") == ()
    assert suggest("preocup", "preambular", language="es")


def test_letters_that_only_match_an_i_are_read_as_the_phrase() -> None:
    assert opens_with("Decıdes to meet", ("Decides", "Invites")) == "Decides"
    assert opens_with("INVİTES ſtates", ("Decides", "Invites")) == "Invites"


def test_an_adverb_stands_inside_a_phrase_and_a_preposition_is_one_word_with_its_article() -> None:
    assert split_opening("Calls also upon States", "operative") == ("Calls also upon", "States")
    assert split_opening("Notes also with concern that", "operative") == ("Notes also with concern", "that")
    assert split_opening("Pide al Secretario", "operative", "es") == ("Pide al", "Secretario")
    assert split_opening("Prend note des avis", "operative", "fr") == ("Prend note des", "avis")


def test_what_opens_a_paragraph_by_its_form_alone_is_found() -> None:
    assert split_unlisted("Deeply saddened by the loss", "preambular") == ("Deeply saddened by", "the loss")
    assert split_unlisted("Saluting volunteers", "preambular") == ("Saluting", "volunteers")
    assert split_unlisted("United Nations bodies", "preambular")[0] == ""
    assert split_unlisted("Tasks the Secretariat", "operative") == ("Tasks", "the Secretariat")
    assert split_unlisted("States should act", "operative")[0] == ""
    assert split_unlisted("Saludando la obra", "preambular", "es") == ("Saludando", "la obra")
    assert split_unlisted("Bouleversée par la perte", "preambular", "fr") == ("Bouleversée par", "la perte")


@pytest.mark.parametrize(
    ("language", "text", "opening"),
    [
        ("es", "Encomienda a la Secretaría que informe", "Encomienda"),
        ("es", "Prohíbe el comercio de animales", "Prohíbe"),
        ("es", "Compromete también sus recursos", "Compromete también"),
        ("es", "Enérgicamente rechaza todo acto", "Enérgicamente rechaza"),
        ("es", "Proporciona a los países una guía", "Proporciona"),
        ("es", "Asegura la igualdad", "Asegura"),
        ("fr", "Présente un plan", "Présente"),
        ("fr", "Favorise la paix", "Favorise"),
        ("fr", "Interdit le commerce des animaux", "Interdit"),
        ("fr", "Promeut la coopération", "Promeut"),
        ("fr", "Garantit également l'accès aux soins", "Garantit également"),
        ("fr", "Crée un fonds d'aide", "Crée"),
        ("fr", "Tient à la disposition de tous", "Tient"),
    ],
)
def test_a_verb_that_no_list_has_opens_an_operative_paragraph_in_every_language(
    language: Language, text: str, opening: str
) -> None:
    assert split_opening(text, "operative", language)[0] == "", "no list has it"
    assert split_unlisted(text, "operative", language) == (opening, text.removeprefix(opening).strip())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los Estados a los que se pide"),
        ("es", "Toda la ayuda que se preste"),
        ("es", "Asistencia a las víctimas"),
        ("es", "Cada una de las partes"),
        ("es", "Medida que el Consejo adopte"),
        ("es", "Durante el período de sesiones"),
        ("es", "Para que los Estados actúen"),
        ("es", "encomienda a la Secretaría"),
        ("es", "Política que se aplique"),
        ("fr", "Crise du climat"),
        ("fr", "Les États qui le peuvent"),
        ("fr", "Toute la population"),
        ("fr", "Assistance aux victimes"),
        ("fr", "Financement de la reconstruction"),
        ("fr", "Durant la session"),
        ("fr", "Solidarité avec les peuples"),
        ("fr", "Contre la traite"),
    ],
)
def test_a_noun_or_a_preposition_is_no_verb(language: Language, text: str) -> None:
    assert split_unlisted(text, "operative", language) == ("", text)
