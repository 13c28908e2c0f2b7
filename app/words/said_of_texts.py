"""What the library of resolutions says, in a reader's language: findings, and amendments in prose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.words.language import ENGLISH, Language
from resolutions.document import Document
from resolutions.findings import WORDS, Finding, sentence
from resolutions.operations import Operation
from resolutions.prose import prose


def finding_sentence(finding: Finding, tongue: Language = ENGLISH) -> str:
    """What the reading or the check of a text noticed."""
    return sentence(finding, _words(tongue))


def amendment_sentences(
    document: Document, operations: tuple[Operation, ...], tongue: Language = ENGLISH
) -> tuple[str, ...]:
    """What an amendment does to a document, one sentence for each operation."""
    return prose(document, operations, _words(tongue))


@lru_cache(maxsize=16)
def _words(tongue: Language) -> Mapping[str, str]:
    """The library's messages by their ids."""
    return {key: tongue(message) for key, message in WORDS.items()}
