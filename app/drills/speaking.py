"""What is named and said in a drill, in the reader's language; who is called when stays as in English."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale

from app.words import ENGLISH
from delegations.countries import lookup

WRITTEN = ("topic", "topics", "title", "words", "ruling", "grounds")
"""Keys of a transcript's lines under which somebody's words stand."""


def spoken(lines: Iterable[bytes], tag: str) -> Iterator[bytes]:
    """The lines of a transcript with what is said in them in the language `tag`."""
    for line in lines:
        told = json.loads(line)
        yield json.dumps(told | {key: _said(told[key], tag) for key in WRITTEN if key in told}).encode()


def named(names: Mapping[str, str], tag: str) -> dict[str, str]:
    """The names of delegations by seat key, in the language `tag`."""
    own = _words().get(tag, {})
    return {key: own.get(name) or _state(name, tag) for key, name in names.items()}


def _state(name: str, tag: str) -> str:
    """What a state is called in the language, by Unicode's tables; any other name stays as it is."""
    code = lookup(name).iso2
    return Locale.parse(tag).territories.get(code, name) if code and tag != ENGLISH.tag else name


def _said(words: Any, tag: str) -> Any:
    if isinstance(words, list):
        return [_said(one, tag) for one in words]
    return _words().get(tag, {}).get(words, words)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((resources.files("app.drills") / "words.toml").read_text("utf-8"))
