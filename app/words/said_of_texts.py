"""What the library of resolutions says, in a reader's language: findings, and amendments in prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from app.words.language import ENGLISH, Language
from delegations.said import Said
from resolutions.conflicts import SENTENCES as REASONS
from resolutions.document import Document
from resolutions.findings import WORDS, Finding, sentence
from resolutions.operations import Operation
from resolutions.prose import prose


def finding_sentence(finding: Finding, tongue: Language = ENGLISH) -> str:
    """What the reading or the check of a text noticed."""
    told = {name: tongue.tell(one) if isinstance(one, Said) else one for name, one in finding.values.items()}
    return sentence(replace(finding, values=told), words_of_texts(tongue))


def amendment_sentences(
    document: Document, operations: tuple[Operation, ...], tongue: Language = ENGLISH
) -> tuple[str, ...]:
    """What an amendment does to a document, one sentence for each operation."""
    return prose(document, operations, words_of_texts(tongue))


def standing_sentence(reason: str, tongue: Language = ENGLISH) -> str:
    """Why an amendment stands as it does after an adoption, by the reason's id; "" for no such id."""
    return tongue(REASONS[reason]) if reason in REASONS else ""


@lru_cache(maxsize=16)
def words_of_texts(tongue: Language) -> Mapping[str, str]:
    """The library's messages by their ids."""
    return {key: tongue(message) for key, message in WORDS.items()}
