"""Every word can be translated: the template is up to date, translations keep braces and are compiled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import app
from app.procedure.act import against, stale
from app.words import ENGLISH, Language, duration, language, refusal_sentence
from tests.words.reading import NAMES

APP = Path(app.__file__).parent
LOCALE = APP / "locale"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "NN_": (1, 2)}
TRANSLATIONS = sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/messages.po"))


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def of(tag: str) -> Path:
    return LOCALE / tag / "LC_MESSAGES" / "messages.po"


def marked() -> set[str]:
    """The messages that any Python of ours marks (the first form of what counts)."""
    folders = (APP, APP.parent / "delegations", APP.parent / "resolutions")
    found = (
        one for place in folders for one in extract_from_dir(place, [("**.py", "python")], keywords=KEYWORDS)
    )
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


def pairs(tag: str) -> Iterator[tuple[str, str]]:
    """Yields (English, translation) for every form that is translated."""
    for message in catalogue(of(tag)):
        if message.id:
            forms = zip(forms_of(message.id), forms_of(message.string or ""), strict=True)
            yield from ((english, said) for english, said in forms if said)


def forms_of(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_template_holds_every_message_of_the_words() -> None:
    assert len(marked()) > 300
    ids = {forms_of(message.id)[0] for message in catalogue(LOCALE / "messages.pot")}
    assert marked() - ids == set(), "run the commands of app/locale/README.md"


@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_a_translation_keeps_the_braces_and_the_full_stop(tag: str) -> None:
    for english, said in pairs(tag):
        assert braces(english) == braces(said), said
        assert english.endswith(".") == said.endswith("."), said


@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_a_translation_is_compiled(tag: str) -> None:
    with of(tag).with_suffix(".mo").open("rb") as file:
        compiled = texts(read_mo(file))
    assert texts(catalogue(of(tag))).items() <= compiled.items(), "run pybabel compile -d app/locale"


def texts(of_a_language: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What is translated, by its English forms."""
    every = {forms_of(message.id): forms_of(message.string or "") for message in of_a_language if message.id}
    return {forms: said for forms, said in every.items() if all(said)}


def test_a_language_that_nobody_has_translated_speaks_english() -> None:
    assert language("nl-NL").tag == "en"
    assert language("en") == ENGLISH


def test_french_delegates_read_french() -> None:
    french = language("fr-CA")
    assert isinstance(french, Language) and french.tag == "fr"
    assert (duration(1, french), duration(720, french)) == ("1 seconde", "12 minutes")


def test_spanish_delegates_read_spanish() -> None:
    spanish = language("es")
    assert isinstance(spanish, Language) and spanish.tag == "es"
    assert (duration(1, spanish), duration(720, spanish)) == ("1 segundo", "12 minutos")
    assert refusal_sentence(against("list.closed"), NAMES, spanish) == (
        "La lista de oradores está cerrada. Pida a la mesa que la abra."
    )
    assert refusal_sentence(stale("list.once", seat="ghana", place=3), NAMES, spanish).startswith(
        "Ghana ya está"
    )


@pytest.mark.parametrize("tag", TRANSLATIONS)
def test_no_message_is_left_in_english(tag: str) -> None:
    messages = [message for message in catalogue(of(tag)) if message.id]
    left = [message.id for message in messages if not all(forms_of(message.string or ""))]
    assert left == [], "translate them, then compile"
