"""How messages become words of one language: markers for extraction, and a language that can be called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources

from delegations.said import Said

Names = Mapping[str, str]
"""Seat key -> short name of the delegation; `names.names_on` adds `paper:`, `topic:` and `motion:` keys."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A message that counts: `one` thing, or `many`."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language to speak: call it with a message to get its words.

    `tag` is the BCP 47 tag for the page's `lang`; without `translations` the messages speak English.
    """

    tag: str = "en"
    translations: NullTranslations = field(default_factory=NullTranslations)

    def __call__(self, message: str) -> str:
        """The words for `message`; the message itself where nobody has translated it."""
        return self.translations.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The words for `number` things."""
        return self.translations.ngettext(one, many, number)

    def count(self, plural: Plural, number: int, **values: str) -> str:
        """The words for `number` things, put in as `{n}`, with other `values`."""
        return self.ngettext(plural.one, plural.many, number).format(n=number, **values)

    def say(self, message: str, **values: str | int) -> str:
        """The words for `message` with its `values` put in."""
        return self(message).format(**values)

    def tell(self, sentence: str) -> str:
        """The words for a sentence that was made in English, marked or with values of its own."""
        if not isinstance(sentence, Said):
            return self(sentence)
        values = sentence.values.items()
        said = {name: self.tell(one) if isinstance(one, Said) else one for name, one in values}
        return self(sentence.message).format(**said)


ENGLISH = Language()


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message in a table for extraction; it is put into words where it is used."""
    return message


def NN_(one: str, many: str) -> Plural:  # noqa: N802
    """Mark a counting message in a table for extraction."""
    return Plural(one, many)


def plain(text: str) -> str:
    """What somebody typed, made fit to stand inside a sentence: one line, without the stop at its end."""
    return " ".join(text.split()).rstrip(" .,;:!?")


def capital(text: str) -> str:
    """With its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag ("es", "es-MX"), out of `app/locale`; English where there is none."""
    folder = resources.files("app") / "locale"
    for one in (tag, tag.partition("-")[0]):
        file = folder / one / "LC_MESSAGES" / "messages.mo"
        if file.is_file():
            with file.open("rb") as compiled:
                return Language(one, GNUTranslations(compiled))
    return ENGLISH
