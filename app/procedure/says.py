"""The chair's sentences as a house sets them: which steps of a meeting have one, and what may stand in it.

A house writes them under `[says]`, for committees of any language, or under a language (`[says.es]`) for
those that work in it. Where it sets none, the general sentence of `app/words/chair_sentences.py` is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from string import Formatter
from typing import Any

from app.procedure.rulebook_layers import wrong
from app.procedure.steps_said import STEPS
from delegations.said import N_, Said

Says = dict[str, str | dict[str, str]]
"""Step -> sentence, and language -> (step -> sentence), as the table `[says]` of a file has them."""
LONGEST_SENTENCE = 300
SAYS = "says."
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A BCP 47 tag; no step is as short."""


def is_language(key: str) -> bool:
    """Whether a key of `[says]` is a language and no step."""
    return _LANGUAGE.fullmatch(key) is not None and key not in STEPS


def sentence_of(says: Says, step: str, language: str) -> str:
    """What the house says at `step` in `language` (a BCP 47 tag); "" where it leaves that to Placard."""
    for table in (says.get(language), says.get(language.partition("-")[0]), says):
        if isinstance(table, Mapping) and isinstance(found := table.get(step), str):
            return found
    return ""


def each_sentence(says: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yields each sentence with its dotted name: "vote_placards", "es.vote_placards"."""
    for key, value in says.items():
        if isinstance(value, Mapping):
            yield from ((f"{key}.{step}", text) for step, text in value.items())
        else:
            yield key, value


def checked_says(says: Any, file: str) -> Says:
    """The table `[says]` without the sentences that are left to Placard ("").

    Raises UnknownRulebook, naming file, table and key, for a step or a placeholder that there is not.
    """
    if not isinstance(says, Mapping):
        raise wrong(file, "says", N_("this is a table of steps and sentences"))
    for key, value in says.items():
        if isinstance(value, Mapping) and not is_language(key):
            raise wrong(file, SAYS + key, N_("this is no language; write a tag such as es or pt-BR"))
    for name, text in each_sentence(says):
        _check(name.rpartition(".")[2], text, file, SAYS + name)
    told: Says = {key: _set(value) if isinstance(value, Mapping) else value for key, value in says.items()}
    return {key: value for key, value in told.items() if value}


def _set(table: Mapping[str, str]) -> dict[str, str]:
    return {step: text for step, text in table.items() if text}


def _check(step: str, text: Any, file: str, where: str) -> None:
    """The step exists, and the sentence is one line in which only its placeholders stand in braces."""
    if step not in STEPS:
        near = "".join(get_close_matches(step, STEPS, 1))
        one, other = (
            N_("there is no step {step}; the nearest is {near}"),
            N_("there is no step {step}; the steps are {steps}"),
        )
        raise wrong(file, where, one if near else other, step=step, near=near, steps=", ".join(STEPS))
    if not isinstance(text, str) or not text.isprintable() or len(text) > LONGEST_SENTENCE:
        what = N_("this is a sentence of one line and at most {most} characters")
        raise wrong(file, where, what, most=LONGEST_SENTENCE)
    for name in _placeholders(text, file, where):
        if name not in STEPS[step]:
            may_be = ", ".join(f"{{{one}}}" for one in STEPS[step]) or Said(N_("none"))
            what = N_("there is no placeholder {placeholder} at this step; it has {may_be}")
            raise wrong(file, where, what, placeholder=f"{{{name}}}", may_be=may_be)


def _placeholders(text: str, file: str, where: str) -> list[str]:
    """The names in braces."""
    try:
        pieces = [piece for piece in Formatter().parse(text) if piece[1] is not None]
    except ValueError as error:
        what = N_("a brace is left open or closed; a placeholder is {placeholder}")
        raise wrong(file, where, what, placeholder="{name}") from error
    if any(form or conversion for _, _, form, conversion in pieces):
        raise wrong(file, where, N_("a placeholder is {placeholder} and nothing else"), placeholder="{name}")
    return [str(name) for _, name, _, _ in pieces]
