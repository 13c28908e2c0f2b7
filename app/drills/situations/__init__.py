"""The situations: for each a file with its words, and a transcript that `placard meeting play` reads.

In NAME.toml: `title`, `situation` and, where one setting of the rulebook decides, its dotted name as
`setting`; under `elsewhere` the setting of a house that rules otherwise; title and situation again for other
languages.
The last line of NAME.jsonl is what the chair has to rule on.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from app.words import ENGLISH


class UnknownDrill(LookupError):
    """There is no drill of that name; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation; `words` are title and situation by language, `transcript` the lines of its committee."""

    name: str
    words: Mapping[str, tuple[str, str]]
    setting: str
    elsewhere: Mapping[str, Any]
    transcript: tuple[bytes, ...]

    def language(self, wanted: str) -> str:
        """The language in which it is told to those who read `wanted`."""
        return wanted if wanted in self.words else ENGLISH.tag

    def transcript_elsewhere(self) -> tuple[bytes, ...]:
        """The same lines in the house that has `elsewhere`."""
        heading = json.loads(self.transcript[0])
        heading["parameters"] = {**heading.get("parameters", {}), **self.elsewhere}
        return (json.dumps(heading).encode(), *self.transcript[1:])


@cache
def situations() -> tuple[Situation, ...]:
    """All situations, by name."""
    folder = resources.files(__name__)
    found = sorted(one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml"))
    return tuple(_read(name) for name in found)


def situation(name: str) -> Situation:
    """The situation of this name. Raises UnknownDrill."""
    found = next((one for one in situations() if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in situations())
        raise UnknownDrill(f"There is no drill “{name}”. There are: {known}.")
    return found


def _read(name: str) -> Situation:
    folder = resources.files(__name__)
    told = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    other = {tag: one for tag, one in told.items() if isinstance(one, dict) and tag != "elsewhere"}
    words = {tag: (one["title"], one["situation"]) for tag, one in {ENGLISH.tag: told, **other}.items()}
    lines = (folder / f"{name}.jsonl").read_bytes().splitlines()
    return Situation(name, words, told.get("setting", ""), told.get("elsewhere", {}), tuple(lines))
