"""The text of a resolution as a form brings it, a file or pasted, and how it is read."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from app.house import House
from app.procedure.act import Refusal, impossible
from app.uploads import file_name
from app.web.policy_rows import LARGEST_PAPER
from app.words import language
from delegations.study_guides.reading import Unreadable
from resolutions.reading import ReadResolution

PASTED, PASTED_PAGE = "pasted.txt", "pasted.html"
LONGEST_PASTED = 200_000
"""Characters of a text that is pasted."""
SentForm = Mapping[str, str | tuple[bytes, str]]
"""Field -> its words, or a file's bytes and name; the last of a name counts."""


class NotSent(Exception):
    """No text came with the form, or none that can be read; the refusal says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.rule)
        self.refusal = refusal


async def sent_form(request: Request, most: int) -> SentForm:
    """A form of at most `most` fields and one file. Raises NotSent where it has faults."""
    try:
        async with request.form(max_files=1, max_fields=most, max_part_size=LARGEST_PAPER) as given:
            return {
                name: (await value.read(), file_name(value.filename or ""))
                if isinstance(value, UploadFile)
                else value
                for name, value in given.multi_items()
            }
    except HTTPException:  # how Starlette tells that the form has faults
        raise NotSent(impossible("body.not_form")) from None


async def read_sent(house: House, given: SentForm, locale: str) -> ReadResolution:
    """What is read of a form's `file`, or else its `page` or `text`.

    Raises NotSent, with what is wrong with a file in the language `locale`.
    """
    data, name = _text_of(given)
    try:
        async with house.paper_reading:
            return await asyncio.to_thread(_read, data, name)
    except Unreadable as no:
        why = language(locale).tell(no.sentence())
        raise NotSent(impossible("pasted.unreadable", "file", sentence=why)) from None


def _text_of(given: SentForm) -> tuple[bytes, str]:
    file = given.get("file")
    if isinstance(file, tuple) and file[1]:
        return file
    for words, name in ((given.get("page"), PASTED_PAGE), (given.get("text"), PASTED)):
        if isinstance(words, str) and words.strip():
            if len(words) > LONGEST_PASTED:
                raise NotSent(impossible("pasted.too_long", "text"))
            return words.encode("utf-8", "replace"), name
    raise NotSent(impossible("pasted.nothing", "text"))


def _read(data: bytes, name: str) -> ReadResolution:
    from app.papers.files import read_resolution  # the libraries of documents are loaded when one comes

    return read_resolution(data, name)
