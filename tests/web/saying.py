"""What the server's refusals say, held to what a person can read."""

from __future__ import annotations

import re

import httpx2 as httpx

LONGEST = 400
RAW = re.compile(r"\{|\}|Traceback|\bNone\b|\b[a-z]+(?:_[a-z]+)*\.[a-z_]+\b|pydantic|sqlite|Error\b")
"""Rule ids, placeholders and the inside of the software."""


def sentences(answer: httpx.Response) -> list[str]:
    """The sentences of a refusal: there is at least one, and each is for a person to read."""
    told = [one["sentence"] for one in answer.json()["refused"]]
    assert told, "a refusal says why"
    for sentence in told:
        assert sentence[:1].isupper() or not sentence[:1].isalpha(), sentence
        assert sentence.endswith("."), sentence
        assert len(sentence) <= LONGEST, f"{len(sentence)} characters: {sentence[:80]}"
        assert not RAW.search(sentence), sentence
    return told
