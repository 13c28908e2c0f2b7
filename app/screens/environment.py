"""The Jinja environment of every page and region: one for each language, escaping everything."""

from __future__ import annotations

import gettext
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.procedure.sources import named
from app.screens.drawn import drawn
from app.words.language import language

APP = Path(str(resources.files("app")))
STATIC = APP.parent / "static"
LANGUAGES = ("en", *sorted(one.parent.parent.name for one in APP.glob("locale/*/LC_MESSAGES/messages.mo")))
"""The languages that pages speak: that of the messages, and each that has a catalogue."""
OWN_NAMES = {
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ru": "Русский",
    "zh": "中文",
}
"""How a language is called by those who read it; one that is not here is called by its tag."""


_provided: dict[str, Any] = {}


def provide(**globals_: Any) -> None:
    """Give every template these names (the app gives `act`, the path that takes a command)."""
    _provided.update(globals_)
    environment.cache_clear()


@cache
def environment(locale: str) -> Environment:
    """The environment for a language; unknown names in templates are an error."""
    made = Environment(
        loader=FileSystemLoader(APP / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    catalogue = gettext.translation("messages", APP / "locale", languages=[locale], fallback=True)
    made.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.filters["drawn"] = drawn
    made.filters["told"] = language(locale).tell
    made.filters["with_sources"] = named
    made.globals.update(asset=asset, lang=locale, languages=language_names(), **_provided)
    return made


def language_names() -> dict[str, str]:
    """The languages that there are, by tag, each named in itself."""
    return {tag: OWN_NAMES.get(tag, tag) for tag in LANGUAGES}


def asset(name: str) -> str:
    """The address of a static file, under a code that changes when the files do: modules import by it too."""
    return f"/static/{build()}/{name}"


@cache
def build() -> str:
    """The code of everything that a page is made of: static files and templates."""
    digest = hashlib.blake2b(digest_size=6)
    for folder in (STATIC, APP / "templates"):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def page(template: str, locale: str, **context: Any) -> str:
    """A whole page in a language."""
    return environment(locale).get_template(template).render(context)
